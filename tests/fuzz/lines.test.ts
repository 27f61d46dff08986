// Hostile heads and addresses, combined, on every route of the API's description, over real connections. After every
// few hundred of them the process must be unchanged: nothing thrown, no extra descriptor, no memory kept. `FUZZ=10` tries
// every address with every head.
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { expect, it, onTestFinished } from 'vitest'
import { createRandom, type Random } from '../property/prng.ts'
import { descriptors, neededMemory } from '../rude/measure.ts'
import { rudeLine } from '../rude/line.ts'
import { routesOf, type Route } from './document.ts'
import { hostileHeaders, hostilePaths, hostileRequest } from './hostile.ts'
import { openLivingHall } from './living-hall.ts'

const SEED = Number(process.env['SEED'] ?? 9)
const isAll = Number(process.env['FUZZ'] ?? 1) >= 10
/** Requests between two checks of the process. */
const LOOK_EVERY = 250
/** How many of them are under way together. */
const AT_ONCE = 20
/** Checks after which all code has run and all caches are full. */
const WARM = 3
/** Bytes by which memory may differ although nothing was kept: code compiled and cached later. */
const SWAY = 16_000_000
/** How many milliseconds to wait for a request without an end. */
const PATIENCE = 400
/** No internals. */
const INSIDE = /node_modules|\bat \w+ \(|SQLITE_|\.ts:\d+/

interface Tried {
  readonly route: Route
  readonly path: string
  readonly headers: string
}

/** More than half of all heads, and as many of the addresses, each with one of the others; or each with each. */
function triedOn(route: Route, random: Random): Tried[] {
  const paths = hostilePaths(route)
  const plain = route.path.replace(/\{\w+\}/g, 'a')
  if (isAll)
    return [...paths, plain].flatMap((path) => hostileHeaders.map((headers) => ({ route, path, headers })))
  const some = shuffled(
    hostileHeaders.map((_head, nth) => paths[nth] ?? plain),
    random,
  )
  return shuffled(hostileHeaders, random)
    .slice(0, hostileHeaders.length / 2 + 1)
    .map((headers, nth) => ({ route, path: some[nth] ?? plain, headers }))
}

/** The same in any order. */
const shuffled = <T>(things: readonly T[], random: Random): T[] =>
  things
    .map((one) => ({ one, at: random.int(2 ** 30) }))
    .toSorted((one, other) => one.at - other.at)
    .map(({ one }) => one)

/** Sends it, and leaves when there was an answer, or none for a while. */
async function send(port: number, bytes: Buffer): Promise<string> {
  const line = await rudeLine(port, bytes)
  let said = ''
  line.setEncoding('latin1').on('data', (text: string) => (said += text))
  line.resume()
  const given = new AbortController()
  const { signal } = given
  const patience = setTimeout(() => given.abort(), PATIENCE)
  const left = (event: string) => once(line, event, { signal }).catch(() => {})
  if (!line.closed) await Promise.race([left('data'), left('end'), left('close')])
  clearTimeout(patience)
  given.abort()
  if (said.length % 2 === 0) line.resetAndDestroy()
  else line.destroy()
  return said
}

it(
  `no head and no address on any route breaks the server or stays with it: seed ${SEED}`,
  { timeout: 600_000 * (isAll ? 10 : 1) },
  async () => {
    const logged: string[] = []
    const hall = await openLivingHall(logged)
    onTestFinished(() => hall.close())
    await hall.app.listen({ port: 0, host: '127.0.0.1' })
    const { port } = hall.app.server.address() as AddressInfo
    const random = createRandom(SEED)
    const routes = await routesOf(hall)
    // Every route meets some of it; `FUZZ=10` each of them with all.
    const tried = shuffled(
      routes.flatMap((route) => triedOn(route, random)),
      random,
    )
    expect(tried.length).toBeGreaterThan((routes.length * hostileHeaders.length) / 2)
    // The reports open their files with the first question.
    const { day } = hall.hall
    await hall.does(`GET /api/reports/steps?from=${day}&to=${day}&by=hall`, { as: 'manager' })
    const held = descriptors()
    let needed = 0
    let looks = 0

    while (tried.length > 0) {
      const some = tried.splice(0, LOOK_EVERY)
      for (let from = 0; from < some.length; from += AT_ONCE)
        await Promise.all(
          some.slice(from, from + AT_ONCE).map(async ({ route, path, headers }) => {
            const cookie = random.oneIn(2) ? `cookie: ${hall.cookies.get('manager')}\r\n` : ''
            const bytes = hostileRequest(route, { path, headers, cookie, random })
            const said = await send(port, bytes)
            const told = `${bytes.toString('latin1').slice(0, 400)} → ${said.slice(0, 300)}`
            if (!/^(?:HTTP\/1\.1 (?:[1-4]\d\d|503)|$)/.test(said) || INSIDE.test(said)) throw new Error(told)
          }),
        )
      await hall.dispatch.idle()
      looks += 1
      await expect.poll(() => descriptors()).toBeLessThanOrEqual(held)
      if (looks <= WARM) needed = neededMemory()
      await expect.poll(neededMemory, { interval: 500 }).toBeLessThan(needed + SWAY)
      expect(hall.app.server.listening).toBe(true)
    }
    const faults = logged.filter((line) => (JSON.parse(line) as { level: number }).level >= 50)
    expect([...faults, ...hall.failures]).toEqual([])
    expect(looks).toBeGreaterThan(WARM * 3)
  },
)
