// The start: what it refuses in one plain sentence with exit code 1 and nothing touched, and what the first start
// leaves.
import { get, type IncomingMessage } from 'node:http'
import { createServer } from 'node:net'
import { once } from 'node:events'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { openDatabase } from '../../server/store/open.ts'
import { databaseFile } from '../../server/store/folder.ts'
import { en, id } from '../../server/texts/start.ts'
import { overwrite } from '../journal/helper.ts'
import { buildServer, emptyFolder, firstRunOf, freePort, post, start, startFails } from './server.ts'

const { program } = buildServer()

/** The sentence in both languages, with what it is about. */
function sentences(key: keyof typeof id, about: Record<string, string | number>): string {
  const fill = (text: string) =>
    Object.entries(about).reduce((filled, [name, value]) => filled.replace(`{${name}}`, String(value)), text)
  return `${fill(id[key])}\n${fill(en[key])}\n`
}

/** All files with their content and times. */
const contentOf = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(folder, name)).isFile())
    .map((name) => [
      name,
      readFileSync(join(folder, name)).toString('base64'),
      statSync(join(folder, name)).mtimeMs,
    ])

describe('a start that can’t be says so in one sentence, ends with 1 and touches nothing', () => {
  it('a second server on the same data', async () => {
    const dataDir = emptyFolder()
    const first = await start(program, dataDir)
    const before = contentOf(dataDir)
    const second = await startFails(program, { PORT: String(await freePort()), DATA_DIR: dataDir })
    expect(second).toEqual({ code: 1, said: sentences('locked', { path: dataDir }) })
    expect(contentOf(dataDir)).toEqual(before)
    expect((await fetch(`${first.url}/api/health`)).ok).toBe(true)
  })

  it('a port that is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const address = other.address()
    const port = typeof address === 'object' && address ? address.port : 0
    const dataDir = join(emptyFolder(), 'data')
    const failed = await startFails(program, { PORT: String(port), DATA_DIR: dataDir })
    other.close()
    expect(failed).toEqual({ code: 1, said: sentences('portTaken', { port }) })
    expect(existsSync(dataDir)).toBe(false)
  })

  it('a file where the data folder should be', async () => {
    const file = join(emptyFolder(), 'data')
    writeFileSync(file, 'mine')
    const failed = await startFails(program, { PORT: String(await freePort()), DATA_DIR: file })
    expect(failed).toEqual({ code: 1, said: sentences('not-writable', { path: file }) })
    expect(readFileSync(file, 'utf8')).toBe('mine')
  })

  it('data of a newer version', async () => {
    const dataDir = emptyFolder()
    const db = openDatabase(dataDir)
    db.pragma('user_version = 99')
    db.close()
    const failed = await startFails(program, { PORT: String(await freePort()), DATA_DIR: dataDir })
    expect(failed).toEqual({ code: 1, said: sentences('too-new', { path: dataDir }) })
    const after = new Database(databaseFile(dataDir))
    expect(after.pragma('user_version', { simple: true })).toBe(99)
    after.close()
  })

  it('damaged data', async () => {
    const dataDir = emptyFolder()
    await (await start(program, dataDir)).end('SIGTERM')
    const file = databaseFile(dataDir)
    overwrite(file, 4096, statSync(file).size - 4096)
    const failed = await startFails(program, { PORT: String(await freePort()), DATA_DIR: dataDir })
    const why = 'database disk image is malformed'
    expect(failed).toEqual({ code: 1, said: sentences('corrupt', { path: dataDir, why }) })
  })

  it.each([
    ['PORT', '80a'],
    ['CLOCK_OFFSET', 'tomorrow'],
    ['PUBLIC_URL', 'antre.example'],
    ['LOG_LEVEL', 'loud'],
  ])('%s=%s', async (setting, value) => {
    const dataDir = join(emptyFolder(), 'data')
    const failed = await startFails(program, { DATA_DIR: dataDir, [setting]: value })
    expect(failed).toEqual({ code: 1, said: sentences('setting', { setting, value }) })
    expect(existsSync(dataDir)).toBe(false)
  })

  it.each(['http://antre.lan', 'antre.lan:3000', '*.lan', 'antre.lan;mpp.lan', 'ant re..lan'])(
    'HOST_NAMES=%s',
    async (value) => {
      const dataDir = join(emptyFolder(), 'data')
      const failed = await startFails(program, { DATA_DIR: dataDir, HOST_NAMES: `baik.lan, ${value}` })
      const wrong = value.split(' ').at(-1) ?? ''
      expect(failed).toEqual({ code: 1, said: sentences('hostNames', { value: wrong }) })
    },
  )
})

it('the first start makes a manager and links, for its owner’s eyes, until the password is changed', async () => {
  const dataDir = emptyFolder()
  const server = await start(program, dataDir)
  const file = join(dataDir, 'first-run.json')
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(statSync(databaseFile(dataDir)).mode & 0o777).toBe(0o600)
  const { manager, enrol } = firstRunOf(dataDir)
  expect(manager).toEqual({ username: 'manager', password: expect.stringMatching(/^[\w-]{19}$/) })
  expect(enrol.kiosk).toMatch(new RegExp(`^${server.url}/kiosk/\\?enrol=[\\w-]{43}$`))
  expect(enrol.display).toMatch(new RegExp(`^${server.url}/display/\\?enrol=[\\w-]{43}$`))
  await expect.poll(server.said).toContain(manager.password)
  expect(server.said()).toContain(enrol.kiosk)

  expect(await server.end('SIGTERM')).toBe(0)
  const aDayAgo = Date.now() / 1000 - 86_401
  utimesSync(file, aDayAgo, aDayAgo)
  const again = await start(program, dataDir)
  expect(firstRunOf(dataDir)).toEqual({ manager, enrol })
  await expect.poll(again.said).toContain(manager.password)
  expect(again.said()).toContain(sentences('firstRunLater', {}))
  expect(again.said()).not.toContain(enrol.kiosk)
  const { status, cookie } = await post(`${again.url}/api/session`, manager)
  expect(status).toBe(200)
  const change = { current: manager.password, next: 'kebun kopi di lereng' }
  expect((await post(`${again.url}/api/session/password`, change, { cookie })).status).toBe(200)
  expect(existsSync(file)).toBe(false)
  expect(await again.end('SIGTERM')).toBe(0)
})

it('the names in HOST_NAMES are the hall’s, as people write them', async () => {
  const server = await start(program, emptyFolder(), { HOST_NAMES: 'Antre.LAN, mpp,mal-pelayanan.example.' })
  const asked = async (host: string) => {
    const [answer] = (await once(get(`${server.url}/api/hall`, { headers: { host } }), 'response')) as [
      IncomingMessage,
    ]
    answer.resume()
    return answer.statusCode
  }
  const names = ['antre.lan:3000', 'ANTRE.lan', 'mpp', 'mal-pelayanan.example', 'lan', 'antre.lan.example']
  expect(await Promise.all(names.map(asked))).toEqual([200, 200, 200, 200, 421, 421])
})

it('a rehearsal runs at another time and says so', async () => {
  const server = await start(program, emptyFolder(), { CLOCK_OFFSET: String(400 * 86_400) })
  const health = (await (await fetch(`${server.url}/api/health`)).json()) as { day: string }
  expect(Date.parse(health.day) - Date.now()).toBeGreaterThan(398 * 86_400_000)
  await expect.poll(server.said).toContain(sentences('rehearsal', { seconds: 400 * 86_400 }).split('\n')[0])
})

it('a data folder that was open to others is closed, and nothing that the server makes is open', async () => {
  const dataDir = join(emptyFolder(), 'data')
  mkdirSync(dataDir)
  chmodSync(dataDir, 0o755)
  // Started with permissions that let everybody read new files.
  const first = await start(program, dataDir, {}, ['sh', '-c', 'umask 0; exec "$@"', 'sh'])
  const { manager } = firstRunOf(dataDir)
  await post(`${first.url}/api/session`, manager)
  // What libraries make later on (sounds, slips) has no mode of its own. Only Linux tells.
  const status = `/proc/${first.pid}/status`
  expect(existsSync(status) ? readFileSync(status, 'utf8') : 'Umask:\t0077').toMatch(/^Umask:\t0077$/m)
  const openTo = () =>
    ['.', ...readdirSync(dataDir, { recursive: true, encoding: 'utf8' })].filter(
      (name) => (statSync(join(dataDir, name)).mode & 0o077) !== 0,
    )
  expect(readdirSync(dataDir)).toEqual(expect.arrayContaining(['antre.db-wal', 'antre.db-shm']))
  expect(openTo()).toEqual([])
  await first.end('SIGKILL')
  for (const name of ['.', ...readdirSync(dataDir)]) chmodSync(join(dataDir, name), 0o777)
  const again = await start(program, dataDir)
  expect(openTo()).toEqual([])
  expect(await again.end('SIGTERM')).toBe(0)
})
