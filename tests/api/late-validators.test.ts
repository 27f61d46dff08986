// Validators that are compiled when their route is first asked judge like those compiled at the start.
import Fastify from 'fastify'
import { expect, it, vi } from 'vitest'
import { compileLate } from '../../server/tuning/late-validators.ts'

const schema = {
  type: 'object',
  properties: { name: { type: 'string', minLength: 2 } },
  required: ['name'],
  additionalProperties: false,
}

function serverWith(body: object) {
  const app = Fastify()
  app.setValidatorCompiler(compileLate({ customOptions: { coerceTypes: false, removeAdditional: false } }))
  app.post('/', { schema: { body } }, () => 'fits')
  return app
}

it('says of each request what is wrong with it, the first and all after it', async () => {
  const app = serverWith(schema)
  const post = async (payload: object) => (await app.inject({ method: 'POST', url: '/', payload })).body
  expect(await post({ name: 'x' })).toContain('fewer than 2')
  expect(await post({ name: 'Ayu' })).toBe('fits')
  expect(await post({ name: 5 })).toContain('must be string')
  expect(await post({ name: 'Ayu', more: 1 })).toContain('additional properties')
  expect(await post({ name: 'Ayu' })).toBe('fits')
  await app.close()
})

it('reads a schema when its route is asked, once, and not before', async () => {
  const read = vi.fn(() => 'object')
  const app = serverWith({
    get type() {
      return read()
    },
  })
  await app.ready()
  read.mockClear()
  await app.inject({ method: 'POST', url: '/', payload: {} })
  const { length } = read.mock.calls
  expect(length).toBeGreaterThan(0)
  await app.inject({ method: 'POST', url: '/', payload: {} })
  expect(read.mock.calls).toHaveLength(length)
  await app.close()
})
