// The plug is pulled while numbers are given: every number that was answered is there after the start, once, and the
// numbers go on without a repeat. A requested stop finishes what is in flight.
import { spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { connect } from 'node:net'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { buildServer, emptyFolder, freePort, kioskOf, post, type Running, start } from './server.ts'

const { program } = buildServer()
const ROUNDS = 5
const KIOSKS = 8

interface Ticket {
  key: string
  number: string
  token: string
}
interface Taken {
  visit: { number: string; token: string }
}

async function anOpenService(url: string): Promise<string> {
  const hall = (await (await fetch(`${url}/api/hall`)).json()) as {
    services: { id: string; status: string }[]
  }
  return hall.services.find(({ status }) => status === 'open')?.id ?? ''
}

/** Takes tickets until the connection is cut; returns those that were answered, and the keys that were not. */
async function takeUntilCut(url: string, cookie: string, service: string, enough: (given: number) => void) {
  const given: Ticket[] = []
  const unanswered: string[] = []
  async function kiosk(): Promise<void> {
    for (;;) {
      const key = randomUUID()
      try {
        const headers = { cookie, 'idempotency-key': key }
        const { status, body } = await post(`${url}/api/visits`, { services: [service] }, headers)
        if (status !== 201) throw new Error(`${status} ${JSON.stringify(body)}`)
        const { number, token } = (body as unknown as Taken).visit
        enough(given.push({ key, number, token }))
      } catch (error) {
        if (!(error instanceof TypeError)) throw error
        unanswered.push(key)
        return
      }
    }
  }
  await Promise.all(Array.from({ length: KIOSKS }, kiosk))
  return { given, unanswered }
}

/** Numbers are given until the plug is pulled. */
async function untilKilled(server: Running, cookie: string, service: string, count: number) {
  let killed: Promise<unknown> | undefined
  const taken = await takeUntilCut(server.url, cookie, service, (given) => {
    if (given >= count) killed ??= server.end('SIGKILL')
  })
  await killed
  return taken
}

/** A kiosk without an answer asks again with the same key: it gets the number that was given unheard, or a new one. */
async function askAgain(url: string, cookie: string, service: string, key: string): Promise<Ticket> {
  const ask = async () => {
    const headers = { cookie, 'idempotency-key': key }
    const { body } = await post(`${url}/api/visits`, { services: [service] }, headers)
    return body as unknown as Taken
  }
  const first = await ask()
  expect(await ask()).toEqual(first)
  return { key, ...first.visit }
}

it(
  'kill -9 under load loses no number that was given, and gives none twice',
  { timeout: 120_000 },
  async () => {
    const dataDir = emptyFolder()
    const env = { PORT: String(await freePort()) }
    let server = await start(program, dataDir, env)
    const { url } = server
    const cookie = await kioskOf(url, dataDir)
    const service = await anOpenService(url)
    const all: Ticket[] = []

    for (let round = 1; round <= ROUNDS; round++) {
      const { given, unanswered } = await untilKilled(server, cookie, service, 20 * round)
      server = await start(program, dataDir, env)
      all.push(...given)
      for (const key of unanswered) all.push(await askAgain(url, cookie, service, key))
      for (const { number, token } of all.slice(-KIOSKS * 4)) {
        const found = (await (await fetch(`${url}/api/visits/${token}`)).json()) as Taken
        expect(found.visit.number).toBe(number)
      }
    }

    const numbers = all.map(({ number }) => number).toSorted()
    const prefix = numbers[0]?.replace(/\d+$/, '') ?? ''
    // Every one that was ever answered, once, and no other: the count has no gap.
    expect(numbers).toEqual(numbers.map((_, index) => prefix + String(index + 1).padStart(3, '0')))
    expect(await server.end('SIGTERM')).toBe(0)
    const journal = join(dirname(program), 'cli/journal.js')
    const check = spawnSync(process.execPath, [journal, 'check'], {
      env: { ...process.env, DATA_DIR: dataDir },
    })
    expect([check.status, check.stderr.toString()]).toEqual([0, ''])
  },
)

it('SIGTERM finishes what is in flight, says goodbye to the sockets and ends with 0', async () => {
  const dataDir = emptyFolder()
  const server = await start(program, dataDir)
  const cookie = await kioskOf(server.url, dataDir)
  const board = new WebSocket(`${server.url.replace('http', 'ws')}/api/live?topic=board:all`)
  const closed = once(board, 'close')
  await once(board, 'message')

  const body = JSON.stringify({ services: [await anOpenService(server.url)] })
  const slow = connect(server.port, '127.0.0.1')
  slow.write(
    [
      'POST /api/visits HTTP/1.1',
      'host: 127.0.0.1',
      'content-type: application/json',
      `content-length: ${body.length}`,
      'expect: 100-continue',
      'idempotency-key: slow',
      `cookie: ${cookie}`,
      '',
      '',
    ].join('\r\n'),
  )
  // The only sign that the server has the request in hand, before the body and the end of the process.
  expect(String((await once(slow, 'data'))[0])).toMatch(/^HTTP\/1.1 100 /)
  slow.write(body.slice(0, 5))
  const ended = server.end('SIGTERM')
  expect((await closed)[0]).toBe(1001)
  slow.write(body.slice(5))
  const [answer] = (await once(slow, 'data')) as [Buffer]
  expect(answer.toString()).toMatch(/^HTTP\/1.1 201 /)
  expect(await ended).toBe(0)
  expect(server.said()).not.toMatch(/error/i)
  // A database that was closed properly has no WAL beside it; one closed as a last resort does.
  expect(existsSync(join(dataDir, 'antre.db-wal'))).toBe(false)

  const again = await start(program, dataDir)
  const repeated = await post(`${again.url}/api/visits`, JSON.parse(body) as object, {
    cookie,
    'idempotency-key': 'slow',
  })
  expect(answer.toString()).toContain(String((repeated.body as unknown as Taken).visit.token))
  expect(await again.end('SIGTERM')).toBe(0)
})

it('SIGINT ends it with 0 too', async () => {
  const server = await start(program, emptyFolder())
  expect(await server.end('SIGINT')).toBe(0)
})
