// The files of service standards: known by their content, kept under its hash, and never a way out of their folder.
import { existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { documentType } from '../../server/media/documents.ts'
import { pngOf } from '../rules/png.ts'
import { hallApp, type HallApp, type Somebody } from './hall-app.ts'

const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n%%EOF\n')
const png = Buffer.from(pngOf(20, 10), 'base64')

async function send({ app, cookies }: HallApp, payload: Buffer, as: Somebody = 'manager') {
  const { statusCode, body } = await app.inject({
    method: 'POST',
    url: '/api/standard-files',
    headers: { 'content-type': 'application/octet-stream', cookie: cookies.get(as) ?? '' },
    payload,
  })
  const { id = '', code } = JSON.parse(body) as { id?: string; code?: string }
  return { status: statusCode, id, code }
}
const read = ({ app, cookies }: HallApp, id: string, as: Somebody = 'manager') =>
  app.inject({ url: `/api/standard-files/${id}`, headers: { cookie: cookies.get(as) ?? '' } })

describe('a file of a standard', () => {
  it.each([
    ['application/pdf', pdf],
    ['image/png', png],
  ] as const)('comes back as it was sent, to be saved and not opened: %s', async (type, bytes) => {
    const hall = await hallApp()
    const { status, id } = await send(hall, bytes)
    expect([status, id]).toEqual([200, expect.stringMatching(/^[0-9a-f]{32}$/)])
    const answer = await read(hall, id, 'spv')
    expect(answer.rawPayload.equals(bytes)).toBe(true)
    expect(answer.headers).toMatchObject({
      'content-type': type,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
    })
    expect(answer.headers['content-disposition']).toMatch(/^attachment/)
    expect((await send(hall, bytes)).id).toBe(id)
    expect(readdirSync(join(hall.dir, 'standards'))).toEqual([id])
  })

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['a page', Buffer.from('<html><script>alert(1)</script>')],
    ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
    ['a PDF cut short', pdf.subarray(0, 20)],
    ['a PNG cut short', png.subarray(0, png.length - 14)],
    ['a page with the end of a PDF', Buffer.from('<html>%PDF-1.7 %%EOF')],
  ])('%s is refused, and nothing stays', async (_, bytes) => {
    const hall = await hallApp()
    expect(await send(hall, bytes)).toMatchObject({ status: 422, code: 'file-unfit' })
    expect(existsSync(join(hall.dir, 'standards'))).toBe(false)
  })

  it('of more than 10 MB is refused, whatever it is', async () => {
    const hall = await hallApp()
    const large = Buffer.concat([pdf, Buffer.alloc(10 * 1024 * 1024), pdf])
    expect(documentType(large)).toBe('application/pdf')
    expect(await send(hall, large)).toMatchObject({ status: 413, code: 'file-too-large' })
  })

  it('of another name than a hash is none, and no link is followed', async () => {
    const hall = await hallApp()
    const folder = join(hall.dir, 'standards')
    mkdirSync(folder)
    writeFileSync(join(hall.dir, 'secret'), pdf)
    symlinkSync(join(hall.dir, 'secret'), join(folder, 'a'.repeat(32)))
    for (const id of ['a'.repeat(32), 'b'.repeat(32), '..%2fantre.db', 'constructor', 'A'.repeat(32)])
      expect((await read(hall, id)).statusCode).toBe(404)
  })

  it('is sent by managers alone, and read by those who look after something', async () => {
    const hall = await hallApp()
    const { id } = await send(hall, pdf)
    for (const as of ['spv', 'ayu', 'nobody'] as const)
      expect((await send(hall, pdf, as)).status).toBeGreaterThan(400)
    expect((await read(hall, id, 'ayu')).statusCode).toBe(403)
    expect((await read(hall, id, 'nobody')).statusCode).toBe(401)
  })
})
