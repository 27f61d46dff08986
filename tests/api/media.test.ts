// The media of the boards over HTTP: who puts files there, who sees them, what is refused, and what boards are told.
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { BoardView } from '../../server/live/board.ts'
import { rulesPlan } from '../rules/rules-plan.ts'
import { type HallApp, hallApp, openHall } from './hall-app.ts'
import { listens, look } from './sockets.ts'

const sample = (name: string) => new URL(`../media/files/${name}`, import.meta.url)
const bytes = (name: string) => readFileSync(sample(name))
const octets = { 'content-type': 'application/octet-stream' }
interface List {
  files: { id: string; name: string; type: string; failedOn: { id: string; label: string | null }[] }[]
  skipped: { name: string; why: string }[]
  more: number
}

let hall: HallApp
beforeAll(async () => {
  hall = await openHall()
  await listens(hall)
  await hall.enrol('display', 'depan')
  await hall.enrol('kiosk')
})
afterAll(() => hall.close())

const upload = (name: string, body: Buffer | string, on = hall) =>
  on.ask<{ why?: string }>(`POST /api/media?name=${encodeURIComponent(name)}`, {
    as: 'manager',
    body: Buffer.from(body),
    headers: octets,
  })
const list = (on = hall) => on.does<List>('GET /api/media', { as: 'manager' })
const named = async (name: string) => {
  const found = (await list()).files.find((file) => file.name === name)
  if (!found) throw new Error(`no ${name}`)
  return found
}
const get = (id: string, headers = {}, method: 'GET' | 'HEAD' = 'GET') =>
  hall.app.inject({ method, url: `/api/media/${id}`, headers })

describe('a file of the boards', () => {
  it('is put there by a manager and seen by everybody, as what it is', async () => {
    expect((await upload('Jam 😀 100%.png', bytes('small.jpg'))).status).toBe(200)
    const { id, type } = await named('Jam 😀 100%.png')
    expect(type).toBe('image/jpeg')
    const { statusCode, headers, rawPayload } = await get(id)
    expect(statusCode).toBe(200)
    expect(rawPayload).toEqual(bytes('small.jpg'))
    expect(headers).toMatchObject({
      'content-type': 'image/jpeg',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'public, max-age=31536000, immutable',
    })
    const head = await get(id, {}, 'HEAD')
    expect([head.statusCode, head.headers['content-length'], head.rawPayload.length]).toEqual([
      200,
      '2132',
      0,
    ])
  })

  it('is had in pieces', async () => {
    await upload('moves.webm', bytes('moves.webm'))
    const { id } = await named('moves.webm')
    const whole = bytes('moves.webm')
    const piece = await get(id, { range: 'bytes=4-9' })
    expect([piece.statusCode, piece.headers['content-range']]).toEqual([206, `bytes 4-9/${whole.length}`])
    expect(piece.rawPayload).toEqual(whole.subarray(4, 10))
    const beyond = await get(id, { range: 'bytes=999999-' })
    expect([beyond.statusCode, beyond.headers['content-range']]).toEqual([416, `bytes */${whole.length}`])
  })

  it('is taken away again, and is gone at once', async () => {
    await upload('gone.png', bytes('small.png'))
    const { id } = await named('gone.png')
    expect(await hall.outcome('DELETE /api/media?name=gone.png', { as: 'manager' })).toBe(200)
    expect((await get(id)).statusCode).toBe(404)
    expect(await hall.outcome('DELETE /api/media?name=gone.png', { as: 'manager' })).toBe('404 unknown-media')
  })

  it('is recorded with who put it there and who removed it', async () => {
    await upload('told.png', bytes('small.png'))
    await hall.does('DELETE /api/media?name=told.png', { as: 'manager' })
    const { lines } = await hall.does<{ lines: { what: string }[] }>('GET /api/audit', { as: 'manager' })
    const whats = lines.map(({ what }) => what).join(' ')
    expect(whats).toContain('Mengunggah berkas “told.png” ke media layar.')
    expect(whats).toContain('Menghapus berkas “told.png” dari media layar.')
  })

  it('that a display could not show is named with it', async () => {
    await upload('bad.png', bytes('small.png'))
    const { id } = await named('bad.png')
    await hall.does(`POST /api/media/${id}/failed`, { as: 'display' })
    await hall.does(`POST /api/media/${id}/failed`, { as: 'display' })
    expect((await named('bad.png')).failedOn).toHaveLength(1)
    expect(await hall.outcome('POST /api/media/none/failed', { as: 'display' })).toBe('404 unknown-media')
    // Different content under the same name is a different file.
    await upload('bad.png', bytes('small.jpg'))
    expect((await named('bad.png')).failedOn).toEqual([])
  })
})

describe('what is refused', () => {
  it.each(['ayu', 'spv', 'kiosk', 'display', 'nobody'] as const)(
    'is all that %s would put there',
    async (as) => {
      const asked = { as, body: bytes('small.png'), headers: octets }
      expect(await hall.outcome('POST /api/media?name=a.png', asked)).toMatch(/not-allowed|not-signed-in/)
    },
  )

  it.each(['../a.png', '..', 'a/b.png', 'a\\b.png', '.a.png', 'a\0.png', '\u202egnp.a', ' '])(
    'is the name %j',
    async (name) => {
      expect(await upload(name, bytes('small.png'))).toMatchObject({ status: 400, code: 'bad-request' })
      expect(existsSync(join(hall.dir, 'a.png'))).toBe(false)
    },
  )

  it.each([
    ['a page with a lying name', 'page.png', '<html><script>alert(1)</script></html>', 'unsupported'],
    ['SVG', 'a.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'unsupported'],
    ['nothing', 'nothing.png', '', 'empty'],
    ['half a picture', 'half.png', bytes('small.png').subarray(0, 900), 'damaged'],
  ])('is %s, and nothing of it stays', async (_what, name, body, why) => {
    expect(await upload(name, body)).toMatchObject({ status: 422, code: 'media-unfit', body: { why } })
    expect(readdirSync(join(hall.dir, 'media')).filter((one) => one === name || one.startsWith('.'))).toEqual(
      [],
    )
  })

  it('is a picture of more pixels or bytes than a television holds', async () => {
    const vast = bytes('small.png')
    vast.writeUInt32BE(30_000, 16)
    vast.writeUInt32BE(30_000, 20)
    expect(await upload('vast.png', vast)).toMatchObject({ status: 413, code: 'media-too-large' })
    const heavy = Buffer.concat([bytes('small.png'), Buffer.alloc(13 * 1024 * 1024)])
    expect(await upload('heavy.png', heavy)).toMatchObject({ status: 413, body: { why: 'too-large' } })
  })

  it('is JSON in the place of a file', async () => {
    expect(await hall.outcome('POST /api/media?name=a.png', { as: 'manager', body: {} })).toBe(
      '422 media-unfit',
    )
  })

  it('is a body called a picture, with the type that files are sent as', async () => {
    const headers = { 'content-type': 'image/png' }
    const asked = { as: 'manager', body: bytes('small.png'), headers } as const
    const { body } = await hall.ask('POST /api/media?name=a.png', asked)
    expect(body).toMatchObject({ code: 'wrong-content-type' })
    expect(body).toHaveProperty('detail', expect.stringContaining('application/octet-stream'))
  })

  it.each(['..%2f..%2fetc%2fpasswd', 'none', '%00', 'a.png'])('is the address %s', async (id) => {
    expect((await get(id)).statusCode).toBe(404)
  })

  it('is a removal of a file that is not in the list', async () => {
    for (const name of ['../antre.db', 'antre.db', '.', '..'])
      expect(
        await hall.outcome(`DELETE /api/media?name=${encodeURIComponent(name)}`, { as: 'manager' }),
      ).toBe('404 unknown-media')
    expect(existsSync(join(hall.dir, 'antre.db'))).toBe(true)
  })
})

it('files that somebody copied there are found, and those that are no media are named', async () => {
  const other = await hallApp()
  const folder = join(other.dir, 'media')
  mkdirSync(folder)
  copyFileSync(sample('small.png'), join(folder, 'a.png'))
  symlinkSync(join(other.dir, 'antre.db'), join(folder, 'db.png'))
  writeFileSync(join(folder, 'page.jpg'), '<html>')
  writeFileSync(join(folder, '.upload-9-9'), 'half a file')
  const { files, skipped } = await list(other)
  expect(files.map(({ name }) => name)).toEqual(['a.png'])
  expect(skipped).toMatchObject([
    { name: 'db.png', why: 'link' },
    { name: 'page.jpg', why: 'unsupported' },
  ])
  // A link is removed, never its target.
  await other.does('DELETE /api/media?name=db.png', { as: 'manager' })
  expect(existsSync(join(other.dir, 'antre.db'))).toBe(true)
})

it('a server that was ended in the middle of an upload clears it away', async () => {
  const other = await hallApp()
  mkdirSync(join(other.dir, 'media'))
  writeFileSync(join(other.dir, 'media', '.upload-9-9'), 'half a file')
  const again = await hallApp({ dir: other.dir })
  await list(again)
  expect(readdirSync(join(other.dir, 'media'))).toEqual([])
})

describe('boards are told', () => {
  it('at once what was put there, and the words whose time it is, each board its own', async () => {
    const here = look<BoardView>(hall, 'board:depan')
    const whole = look<BoardView>(hall, 'board:all')
    const before = (await here.view()).media.length
    await upload('new.png', bytes('small.png'))
    const { media } = await here.view((view) => view.media.length === before + 1)
    expect(media).toContainEqual({ id: (await named('new.png')).id, kind: 'picture', seconds: 10 })
    const text = { id: 'Hari ini tutup pukul 12.00', en: 'Closes at 12.00 today' }
    const plan = {
      ...rulesPlan,
      media: {
        files: [{ file: 'new.png', zones: ['depan'], seconds: 30 }],
        lines: [{ text, hours: { from: '09:00', to: '10:00' } }],
      },
    }
    await hall.revise(plan)
    const told = await here.view((view) => view.lines.length > 0)
    expect(told.lines).toEqual([text])
    expect(told.media).toContainEqual({ id: (await named('new.png')).id, kind: 'picture', seconds: 30 })
    const all = await whole.view((view) => view.lines.length > 0)
    expect(all.media).toHaveLength(before)
    hall.later({ hours: 1 })
    hall.push.look('board')
    const later = await here.view(
      ({ lines, media: now }) => lines.length === 0 && now.some(({ seconds }) => seconds === 30),
    )
    expect(later.media).toHaveLength(before + 1)
  })
})
