// Uncaught throws: the hall goes on, or starts again if it may be wrong, and the manager learns of it.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { buildServer, emptyFolder, firstRunOf, kioskOf, post, start } from './server.ts'

const { program } = buildServer()
const faulty = { NODE_OPTIONS: `--import=${join(import.meta.dirname, 'faulty.mjs')}` }

interface Told {
  kind: string
  count: number
  what: string
  where: string[]
}

/** What the manager is told. */
async function incidentsAt(url: string, dataDir: string): Promise<Told[]> {
  const { cookie } = await post(`${url}/api/session`, firstRunOf(dataDir).manager)
  const answer = await fetch(`${url}/api/incidents`, { headers: { cookie } })
  return ((await answer.json()) as { incidents: Told[] }).incidents
}

async function take(url: string, cookie: string, key: string) {
  const hall = (await (await fetch(`${url}/api/hall`)).json()) as {
    services: { id: string; status: string }[]
  }
  const service = hall.services.find(({ status }) => status === 'open')?.id
  return post(`${url}/api/visits`, { services: [service] }, { cookie, 'idempotency-key': key })
}

it('[E10] trouble in the server itself is reported: a throw in a timer or a promise, and the hall goes on', async () => {
  const dataDir = emptyFolder()
  const server = await start(program, dataDir, faulty)
  const cookie = await kioskOf(server.url, dataDir)
  expect((await take(server.url, cookie, 'one')).status).toBe(201)
  process.kill(server.pid ?? 0, 'SIGWINCH')
  await expect.poll(server.said).toContain('a timer went wrong')
  await expect.poll(server.said).toContain('a promise went wrong')
  expect((await take(server.url, cookie, 'two')).status).toBe(201)
  const told = await incidentsAt(server.url, dataDir)
  expect(told.map(({ kind, what }) => [kind, what]).sort()).toEqual([
    ['survived', 'Error: a promise went wrong'],
    ['survived', 'Error: a timer went wrong'],
  ])
  expect(told[0]?.where.join()).toContain('faulty.mjs')
  expect(await server.end('SIGTERM')).toBe(0)
  const again = await start(program, dataDir)
  expect(await incidentsAt(again.url, dataDir)).toEqual(told)
})

it('[E9] a hall that may be wrong decides nothing: the process ends in order, the next one knows all that was told', async () => {
  const dataDir = emptyFolder()
  const server = await start(program, dataDir, faulty)
  const cookie = await kioskOf(server.url, dataDir)
  const { body: first } = await take(server.url, cookie, 'one')
  process.kill(server.pid ?? 0, 'SIGPROF')
  // The signal is handled before the request.
  await fetch(`${server.url}/api/health`)
  expect(await take(server.url, cookie, 'two')).toMatchObject({ status: 500, body: { code: 'internal' } })
  expect(await server.exited).toEqual([70, null])
  expect(server.said()).toContain('the turn went wrong')
  const again = await start(program, dataDir)
  expect((await take(again.url, cookie, 'one')).body).toEqual(first)
  expect((await take(again.url, cookie, 'two')).status).toBe(201)
  expect(await incidentsAt(again.url, dataDir)).toMatchObject([
    { kind: 'restarted', what: 'Error: the turn went wrong', count: 1 },
  ])
})

it('[E10] trouble in the server itself is reported: an unexplained end, but not a requested one', async () => {
  const dataDir = emptyFolder()
  await (await start(program, dataDir)).end('SIGKILL')
  const second = await start(program, dataDir)
  expect(await incidentsAt(second.url, dataDir)).toMatchObject([{ kind: 'ended', count: 1, what: '' }])
  await second.end('SIGTERM')
  const third = await start(program, dataDir)
  expect(await incidentsAt(third.url, dataDir)).toMatchObject([{ kind: 'ended', count: 1 }])
  expect(JSON.parse(readFileSync(join(dataDir, 'incidents.json'), 'utf8'))).toHaveLength(1)
})
