// Another hall takes the place of the one that is open, in the running server: everybody who is connected finds it
// again, and whenever the plug is pulled there is the old hall or the new one.
import { spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { buildServer, emptyFolder, firstRunOf, freePort, isHealthy, kioskOf, post, start } from './server.ts'

const { program } = buildServer()
/** So often the plug is pulled nearer to the moment from which the new hall holds. */
const CLOSER = 2

interface Hall {
  name: { id: string }
  services: { id: string; status: string }[]
}
const hallAt = async (url: string) => (await (await fetch(`${url}/api/hall`)).json()) as Hall
const seqAt = async (url: string) =>
  ((await (await fetch(`${url}/api/health`)).json()) as { seq: number }).seq

async function manages(url: string, dataDir: string): Promise<string> {
  return (await post(`${url}/api/session`, { ...firstRunOf(dataDir).manager })).cookie
}

const begins = (url: string, dataDir: string, cookie: string, more: object = {}) =>
  post(
    `${url}/api/hall/begin`,
    { from: 'empty', name: 'Balai Kita', password: firstRunOf(dataDir).manager.password, ...more },
    { cookie },
  )

function checked(dataDir: string): [number | null, string] {
  const journal = join(dirname(program), 'cli/journal.js')
  const check = spawnSync(process.execPath, [journal, 'check'], {
    env: { ...process.env, DATA_DIR: dataDir },
  })
  return [check.status, check.stderr.toString()]
}

async function until(what: () => Promise<boolean>): Promise<void> {
  while (!(await what())) await pause(20)
}

/** A hall with somebody who waits, under a server that can be killed. */
async function opened() {
  const dataDir = emptyFolder()
  const env = { PORT: String(await freePort()) }
  const server = await start(program, dataDir, env)
  const kiosk = await kioskOf(server.url, dataDir)
  const cookie = await manages(server.url, dataDir)
  const { services } = await hallAt(server.url)
  const open = services.find(({ status }) => status === 'open')?.id ?? ''
  const taken = await post(
    `${server.url}/api/visits`,
    { services: [open] },
    { cookie: kiosk, 'idempotency-key': randomUUID() },
  )
  const { number } = (taken.body as { visit: { number: string } }).visit
  let running = server
  let [orders, asides] = [0, 0]

  /**
   * Pulls the plug this many milliseconds after the order for another hall is sent, and looks at what the next start
   * finds: is it the new hall? Whichever it is, the next one is ordered there.
   */
  async function isNewAfter(cut: number): Promise<boolean> {
    const { url } = running
    orders += 1
    const name = `Balai Kita ${orders}`
    const answered = begins(url, dataDir, cookie, { name, ends: [number] }).then(
      ({ status }) => status,
      () => 0,
    )
    await pause(cut)
    await running.end('SIGKILL')
    const status = await answered
    running = await start(program, dataDir, env)
    const isNew = (await hallAt(url)).name.id === name
    if (isNew) asides += 1
    // An answer is a promise.
    expect(status === 200 && !isNew).toBe(false)
    const health = (await (await fetch(`${url}/api/health`)).json()) as { damage: unknown[] }
    expect(health.damage).toEqual([])
    // Devices and managers are the same in both.
    expect((await fetch(`${url}/api/session`, { headers: { cookie } })).status).toBe(200)
    expect(readdirSync(dataDir).filter((file) => file.startsWith('next'))).toEqual([])
    expect(readdirSync(dataDir).filter((file) => file.startsWith('aside'))).toHaveLength(asides)
    expect(checked(dataDir)).toEqual([0, ''])
    return isNew
  }
  return { isNewAfter, ends: () => running.end('SIGTERM'), dataDir }
}

it(
  '[O13] whenever the power fails, there is either the old hall or the new one: kill -9 anywhere in it',
  { timeout: 300_000 },
  async () => {
    const { isNewAfter, ends, dataDir } = await opened()
    let [old, made] = [0, 50]
    expect(await isNewAfter(old)).toBe(false)
    while (!(await isNewAfter(made))) [old, made] = [made, made * 2]
    // Around the moment from which the new one holds.
    for (let nth = 0; nth < CLOSER; nth += 1) {
      const cut = (old + made) / 2
      if (await isNewAfter(cut)) made = cut
      else old = cut
    }
    expect(await ends()).toBe(0)
    expect(checked(dataDir)).toEqual([0, ''])
  },
)

it(
  'under load nobody gets a number that vanishes unsaid, and boards and kiosks find the new hall',
  { timeout: 180_000 },
  async () => {
    const dataDir = emptyFolder()
    const server = await start(program, dataDir)
    const { url } = server
    const kiosk = await kioskOf(url, dataDir)
    const cookie = await manages(url, dataDir)
    const { services } = await hallAt(url)
    const open = services.find(({ status }) => status === 'open')?.id ?? ''
    const board = new WebSocket(`${url.replace('http', 'ws')}/api/live?topic=board:all`)
    await once(board, 'message')
    const closed = once(board, 'close')

    const given: string[] = []
    const over = { is: false }
    async function takes(): Promise<void> {
      while (!over.is) {
        const { status, body } = await post(
          `${url}/api/visits`,
          { services: [open] },
          { cookie: kiosk, 'idempotency-key': randomUUID() },
        ).catch(() => ({ status: 0, body: {} }))
        if (status === 201) given.push((body as unknown as { visit: { number: string } }).visit.number)
        // Refused while the halls change, by either of them: the new one has no such service.
        else if (status !== 0 && status !== 503 && status !== 404)
          throw new Error(`${status} ${JSON.stringify(body)}`)
      }
    }
    const kiosks = [takes(), takes(), takes(), takes()]
    await until(async () => given.length > 20)
    const before = await seqAt(url)

    // A newcomer was not named: refused, as often as somebody comes.
    const refused = await begins(url, dataDir, cookie, { ends: given.slice(0, 5) })
    expect([refused.status, refused.body['code']]).toEqual([409, 'people-waiting'])
    const named = refused.body['numbers'] as string[]
    expect(new Set(named)).toEqual(new Set([...named, ...given.slice(0, 5)]))

    // Everybody who will ever get one is named here: A001 to A999 and more.
    const prefix = named[0]?.replace(/\d+$/, '') ?? ''
    const all = Array.from({ length: 5_000 }, (_, nth) => `${prefix}${String(nth + 1).padStart(3, '0')}`)
    const done = await begins(url, dataDir, cookie, { ends: all })
    expect([done.status, done.body['code']]).toEqual([200, undefined])
    const atEnd = given.length
    expect((await closed)[0]).toBe(1001)
    await until(() => isHealthy(url))
    const isThere = () => hallAt(url).then(({ name }) => name.id === 'Balai Kita')
    await until(() => isThere().catch(() => false))
    over.is = true
    await Promise.all(kiosks)
    // Nothing was given after the answer, by the old hall.
    expect(given).toHaveLength(atEnd)
    // And all that was given is in what was put aside.
    const [aside = ''] = readdirSync(dataDir).filter((file) => file.startsWith('aside'))
    const found = spawnSync(
      process.execPath,
      [
        '-e',
        `
    const Database = require('better-sqlite3')
    const rows = new Database(process.argv[1]).prepare("SELECT data FROM events WHERE type = 'visit-taken'").all()
    console.log(rows.length)
  `,
        join(dataDir, aside, 'antre.db'),
      ],
      { cwd: join(dirname(program), '../..') },
    )
    expect(Number(found.stdout.toString())).toBeGreaterThanOrEqual(given.length)

    const again = new WebSocket(`${url.replace('http', 'ws')}/api/live?topic=board:all`)
    const [message] = (await once(again, 'message')) as [Buffer]
    expect(JSON.parse(message.toString())).toMatchObject({ type: 'view', view: { calls: [] } })
    again.terminate()
    expect(await seqAt(url)).toBeGreaterThan(before)
    expect(server.said()).not.toMatch(/"level":[56]0/)
    expect(await server.end('SIGTERM')).toBe(0)
    expect(checked(dataDir)).toEqual([0, ''])
  },
)
