// A draft is published while kiosks give numbers, and the plug is pulled in the middle of it: every number that was
// given is there once, and the draft is either in effect or still a draft.
import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { buildServer, emptyFolder, firstRunOf, freePort, kioskOf, post, start } from './server.ts'

const { program } = buildServer()
const KIOSKS = 4
const PUBLISHED = 4
/** When the plug is pulled, milliseconds after the order is sent. */
const CUTS = [0, 4, 12, 40]

interface Ticket {
  number: string
  token: string
}
interface Draft {
  plan: { name: { id: string; en: string } }
  from: number
  base: number
  changedBy: string | null
}

const nameAt = async (url: string) =>
  ((await (await fetch(`${url}/api/hall`)).json()) as { name: { id: string } }).name.id

const draftAt = async (url: string, cookie: string) =>
  (await (await fetch(`${url}/api/plan/draft`, { headers: { cookie } })).json()) as Draft

/** Saves a draft that gives the hall another name. */
async function rename(url: string, cookie: string, name: string): Promise<void> {
  const { plan, from, base } = await draftAt(url, cookie)
  const { status } = await fetch(`${url}/api/plan/draft?from=${from}&base=${base}`, {
    method: 'PUT',
    headers: { cookie, 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ ...plan, name: { ...plan.name, id: name } }),
  })
  expect(status).toBe(200)
}

const publish = (url: string, cookie: string) => post(`${url}/api/plan/draft/publish`, {}, { cookie })

/** Kiosks that give numbers until they are stopped or the line is cut; whatever else is answered is a fault. */
function kiosksAt(url: string, cookie: string, service: string, given: Ticket[]) {
  const over = { is: false }
  async function kiosk(): Promise<void> {
    while (!over.is) {
      const headers = { cookie, 'idempotency-key': randomUUID() }
      try {
        const { status, body } = await post(`${url}/api/visits`, { services: [service] }, headers)
        if (status !== 201) throw new Error(`${status} ${JSON.stringify(body)}`)
        given.push((body as unknown as { visit: Ticket }).visit)
      } catch (error) {
        if (!(error instanceof TypeError)) throw error
        return
      }
    }
  }
  const all = Promise.all(Array.from({ length: KIOSKS }, kiosk))
  return {
    async stop(): Promise<void> {
      over.is = true
      await all
    },
  }
}

it('a draft is published as a whole while numbers are given: no number is lost while it is, and none when the plug is pulled in it', async () => {
  const dataDir = emptyFolder()
  const env = { PORT: String(await freePort()) }
  let server = await start(program, dataDir, env)
  const { url } = server
  const kiosk = await kioskOf(url, dataDir)
  const { cookie } = await post(`${url}/api/session`, { ...firstRunOf(dataDir).manager })
  const { services } = (await (await fetch(`${url}/api/hall`)).json()) as {
    services: { id: string; status: string }[]
  }
  const open = services.find(({ status }) => status === 'open')?.id ?? ''
  const given: Ticket[] = []

  const kiosks = kiosksAt(url, kiosk, open, given)
  for (let nth = 1; nth <= PUBLISHED; nth += 1) {
    const before = given.length
    while (given.length < before + 10) await pause(5)
    await rename(url, cookie, `Balai ${nth}`)
    expect((await publish(url, cookie)).status).toBe(200)
    expect(await nameAt(url)).toBe(`Balai ${nth}`)
  }
  await kiosks.stop()

  for (const cut of CUTS) {
    const name = `Balai sesudah ${cut}`
    await rename(url, cookie, name)
    const more = kiosksAt(url, kiosk, open, given)
    const answer = publish(url, cookie).then(
      ({ status }) => status,
      () => 0,
    )
    await pause(cut)
    await server.end('SIGKILL')
    await more.stop()
    const status = await answer
    server = await start(program, dataDir, env)
    const isNew = (await nameAt(url)) === name
    // An answer is a promise.
    expect(status === 200 && !isNew).toBe(false)
    // In effect, or still a draft: never neither.
    const { changedBy, plan } = await draftAt(url, cookie)
    expect(isNew || (changedBy !== null && plan.name.id === name)).toBe(true)
  }

  expect(new Set(given.map(({ number }) => number)).size).toBe(given.length)
  for (const { number, token } of given) {
    const answer = await fetch(`${url}/api/visits/${token}`)
    expect([answer.status, ((await answer.json()) as { visit: Ticket }).visit.number]).toEqual([200, number])
  }
  expect(await server.end('SIGTERM')).toBe(0)
})
