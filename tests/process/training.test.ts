// The plug is pulled in the middle of a training: the start goes on with it while it has time left, and then the hall is
// there as it was.
import { spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { buildServer, emptyFolder, firstRunOf, freePort, kioskOf, post, start } from './server.ts'

const { program } = buildServer()

const get = async <T>(url: string, cookie = '') =>
  (await (await fetch(url, { headers: { cookie } })).json()) as T
const seqAt = async (url: string) => (await get<{ seq: number }>(`${url}/api/health`)).seq

async function until(what: () => Promise<boolean>): Promise<void> {
  while (!(await what().catch(() => false))) await pause(20)
}

it(
  '[O25] a start serves the training as long as it lasts, then the hall: kill -9 in the middle of it',
  { timeout: 180_000 },
  async () => {
    const dataDir = emptyFolder()
    const env = { PORT: String(await freePort()) }
    let server = await start(program, dataDir, env)
    const { url } = server
    const kiosk = await kioskOf(url, dataDir)
    const { cookie } = await post(`${url}/api/session`, { ...firstRunOf(dataDir).manager })
    const before = await seqAt(url)
    const isOn = async () => (await get<{ on: object | null }>(`${url}/api/training`, cookie)).on !== null
    const take = async () => {
      const { services } = await get<{ services: { id: string; status: string }[] }>(`${url}/api/hall`)
      const open = services.find(({ status }) => status === 'open')?.id ?? ''
      const headers = { cookie: kiosk, 'idempotency-key': randomUUID() }
      const { body } = await post(`${url}/api/visits`, { services: [open] }, headers)
      return (body as { visit: { number: string } }).visit.number
    }

    expect((await post(`${url}/api/training`, { pace: 0, minutes: 60 }, { cookie })).status).toBe(200)
    await until(isOn)
    // The kiosk is still enrolled, the manager still signed in.
    const first = await take()
    await server.end('SIGKILL')
    server = await start(program, dataDir, env)
    expect(await isOn()).toBe(true)
    expect(await take()).not.toBe(first)
    expect(await seqAt(url)).toBeGreaterThan(before + 1_000)

    // Its time is over while the server is off.
    await server.end('SIGKILL')
    const file = join(dataDir, 'training.json')
    writeFileSync(
      file,
      JSON.stringify({ ...(JSON.parse(readFileSync(file, 'utf8')) as object), until: Date.now() }),
    )
    server = await start(program, dataDir, env)
    expect(await isOn()).toBe(false)
    expect(await seqAt(url)).toBe(before)
    expect(await take()).toBe(first)
    expect(readdirSync(dataDir).filter((name) => name.startsWith('training'))).toEqual([])

    // And once more, ended by hand, in a hall that has nobody in it any more.
    const { status } = await post(`${url}/api/training`, { pace: 0, minutes: 5 }, { cookie })
    expect(status).toBe(409)
    expect(server.said()).not.toMatch(/"level":[56]0/)
    expect(await server.end('SIGTERM')).toBe(0)
    const journal = join(dirname(program), 'cli/journal.js')
    const check = spawnSync(process.execPath, [journal, 'check'], {
      env: { ...process.env, DATA_DIR: dataDir },
    })
    expect([check.status, check.stderr.toString()]).toEqual([0, ''])
  },
)
