// Silent damage, done to a real server's files: each is found at the start, or as it happens.
import { randomUUID } from 'node:crypto'
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { spawnSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { databaseFile } from '../../server/store/folder.ts'
import { readSeal, sealFile } from '../../server/store/journal/seal.ts'
import { openDatabase } from '../../server/store/open.ts'
import { overwrite } from '../journal/helper.ts'
import {
  buildServer,
  emptyFolder,
  firstRunOf,
  freePort,
  kioskOf,
  post,
  type Running,
  start,
  startFails,
} from './server.ts'

const { program } = buildServer()

interface Health {
  seq: number
  storage: string
  damage: { kind: string; count: number | null; from: string | null; to: string | null }[]
}
const healthOf = async ({ url }: Running) => (await (await fetch(`${url}/api/health`)).json()) as Health

async function kioskAt(server: Running, dataDir: string) {
  const cookie = await kioskOf(server.url, dataDir)
  const { services } = (await (await fetch(`${server.url}/api/hall`)).json()) as {
    services: { id: string; status: string }[]
  }
  const service = services.find(({ status }) => status === 'open')?.id ?? ''
  const take = (url = server.url) =>
    post(`${url}/api/visits`, { services: [service] }, { cookie, 'idempotency-key': randomUUID() })
  return { take, cookie }
}

const numberIn = ({ body }: Awaited<ReturnType<typeof post>>) =>
  (body['visit'] as { number: string } | undefined)?.number ?? ''

const kept = mkdtempSync(join(tmpdir(), 'antre-halls-'))
afterAll(() => rmSync(kept, { recursive: true, force: true }))

/** Makes something once, for the first test that needs it. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: { readonly value: T } | undefined
  return async () => (made ??= { value: await make() }).value
}

/** Keeps a data folder as it is; each test gets a copy, or puts one where it wants it. */
function keep(dataDir: string): (to?: string) => string {
  const whole = mkdtempSync(join(kept, 'hall-'))
  cpSync(dataDir, whole, { recursive: true, preserveTimestamps: true })
  return (to = emptyFolder()) => {
    cpSync(whole, to, { recursive: true, preserveTimestamps: true })
    return to
  }
}

/** A hall that was opened for the first time, knows its kiosk and was stopped properly. */
const stopped = once(async () => {
  const dataDir = emptyFolder()
  const server = await start(program, dataDir)
  const { take } = await kioskAt(server, dataDir)
  await server.end('SIGTERM')
  return { copy: keep(dataDir), take }
})

/** The same, which then gave 60 numbers and lost power, once the seal knew them. */
const killed = once(losePower)

async function losePower() {
  const first = await stopped()
  const dataDir = first.copy()
  const env = { PORT: String(await freePort()) }
  const server = await start(program, dataDir, env)
  const take = () => first.take(server.url)
  const given: string[] = []
  for (let nth = 0; nth < 60; nth++) given.push(numberIn(await take()))
  const { seq } = await healthOf(server)
  await expect.poll(() => sealedSeq(dataDir)).toBe(seq)
  await server.end('SIGKILL')
  return { copy: keep(dataDir), env, take, given, seq }
}

function sealedSeq(dataDir: string): number {
  const sealed = readSeal(dataDir)
  return sealed.is === 'whole' ? sealed.seal.seq : -1
}

const running = (number: string) => Number(number.replace(/^\D+/, ''))

it.each([
  [
    'one byte wrong in its middle',
    (wal: string) => overwrite(wal, Math.floor(statSync(wal).size / 2), 1),
    10,
  ],
  ['gone', (wal: string) => rmSync(wal), 60],
])(
  '[J2] what was lost is reported, with how much and from when: the WAL with %s',
  async (_what, harm, least) => {
    const { copy, env, take, given, seq } = await killed()
    const dataDir = copy()
    harm(`${databaseFile(dataDir)}-wal`)
    const server = await start(program, dataDir, env)
    const { damage, seq: now } = await healthOf(server)
    const iso = expect.stringMatching(/^\d{4}-\d\d-\d\dT/) as string
    expect(damage).toEqual([{ kind: 'missing', count: expect.any(Number) as number, from: iso, to: iso }])
    expect(damage[0]?.count).toBeGreaterThanOrEqual(least)
    // What is left, and the event that raises the numbers.
    expect(now).toBe(seq - (damage[0]?.count ?? 0) + 1)
    await expect.poll(server.said).toContain('the journal is not as it was left')
    const next = numberIn(await take())
    expect(given).not.toContain(next)
    expect(running(next)).toBe(running(given.at(-1) ?? '') + 21)
    expect(await server.end('SIGTERM')).toBe(0)
  },
)

describe('no first start over what was', () => {
  it.each([
    ['gone', (file: string) => rmSync(file)],
    ['emptied', (file: string) => writeFileSync(file, '')],
    ['one with nothing in it', putEmptyOne],
  ])(
    '[J3] an empty database is not a first start if anything knows of events: antre.db %s',
    async (_how, harm) => {
      const dataDir = (await stopped()).copy()
      const password = readFileSync(join(dataDir, 'first-run.json'), 'utf8')
      harm(databaseFile(dataDir))
      const { code, said } = await startFails(program, { PORT: String(await freePort()), DATA_DIR: dataDir })
      expect(code).toBe(1)
      expect(said).toContain('begin-anew')
      expect(said).toMatch(/antre\.seal: #\d+, \d{4}-/)
      expect(readFileSync(join(dataDir, 'first-run.json'), 'utf8')).toBe(password)
    },
  )

  it('[J3] an empty database is not a first start if anything knows of events: begin-anew puts all aside', async () => {
    const dataDir = (await stopped()).copy()
    const env = { PORT: String(await freePort()) }
    const server = await start(program, dataDir, env)
    const anew = () =>
      spawnSync(
        process.execPath,
        [join(dirname(program), 'cli/journal.js'), 'begin-anew', '--language', 'en'],
        {
          env: { ...process.env, DATA_DIR: dataDir },
          encoding: 'utf8',
        },
      )
    // Not under a running hall.
    expect(anew()).toMatchObject({ status: 1, stderr: expect.stringContaining('in use') as string })
    await server.end('SIGTERM')
    const old = readFileSync(databaseFile(dataDir))
    expect(anew()).toMatchObject({ status: 0, stdout: expect.stringContaining('aside') as string })
    const aside = readdirSync(dataDir).find((name) => name.startsWith('aside-')) ?? ''
    expect(readFileSync(databaseFile(join(dataDir, aside))).equals(old)).toBe(true)
    expect(existsSync(sealFile(dataDir))).toBe(false)
    const again = await start(program, dataDir, env)
    expect((await healthOf(again)).damage).toEqual([])
  })
})

describe('files that go under a running hall', () => {
  it.each([
    ['the folder deleted', (dataDir: string) => rmSync(dataDir, { recursive: true })],
    ['the WAL deleted', (dataDir: string) => rmSync(`${databaseFile(dataDir)}-wal`)],
    [
      'another database in its place',
      (dataDir: string) => {
        renameSync(databaseFile(dataDir), join(dataDir, 'old.db'))
        writeFileSync(databaseFile(dataDir), readFileSync(join(dataDir, 'old.db')))
      },
    ],
  ])('[J5] nothing is accepted that is not kept on the disk: %s', async (_what, harm) => {
    const dataDir = (await stopped()).copy(join(emptyFolder(), 'data'))
    const server = await start(program, dataDir)
    const { take } = await kioskAt(server, dataDir)
    const { manager } = firstRunOf(dataDir)
    expect((await take()).status).toBe(201)
    harm(dataDir)
    // At once, not only after the next look.
    expect(await take()).toMatchObject({ status: 503, body: { code: 'storage-unavailable' } })
    await expect.poll(async () => (await healthOf(server)).storage).toBe('gone')
    await expect.poll(server.said).toContain('was removed or replaced')
    expect((await post(`${server.url}/api/session`, manager)).status).toBe(503)
    expect(await server.end('SIGTERM')).toBe(0)
  })

  it('[J5] nothing is accepted that is not kept on the disk: when they are back, it goes on', async () => {
    const folder = emptyFolder()
    const dataDir = (await stopped()).copy(join(folder, 'data'))
    const server = await start(program, dataDir)
    const { take } = await kioskAt(server, dataDir)
    const first = numberIn(await take())
    renameSync(dataDir, join(folder, 'elsewhere'))
    await expect.poll(async () => (await healthOf(server)).storage).toBe('gone')
    expect((await take()).status).toBe(503)
    renameSync(join(folder, 'elsewhere'), dataDir)
    await expect.poll(async () => (await healthOf(server)).storage).toBe('well')
    expect(running(numberIn(await take()))).toBe(running(first) + 1)
    expect(await server.end('SIGTERM')).toBe(0)
  })
})

/** Puts a database there as a first start makes it, for which the seal is moved aside. */
function putEmptyOne(file: string): void {
  rmSync(file)
  const seal = sealFile(dirname(file))
  const kept = readFileSync(seal)
  rmSync(seal)
  openDatabase(dirname(file)).close()
  writeFileSync(seal, kept)
}
