// A server among rude clients: half requests, unread answers, floods, resets, several requests at once, bad frames,
// handshakes that do not end. At the end its descriptors and its memory are what they were, and it still answers. A
// plain one and one with TLS beside it, for some seconds; `SOAK=600` for ten minutes.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import type { Socket } from 'node:net'
import { dirname, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { expect, it, onTestFinished } from 'vitest'
import { createRandom } from '../property/prng.ts'
import { rudeClients, type Rudeness } from '../rude/clients.ts'
import { children, descriptors } from '../rude/measure.ts'
import { makePair } from '../tls/certificate.ts'
import { buildServer, emptyFolder, isHealthy, type Running, start } from './server.ts'

const { SOAK, SEED } = process.env
/** Milliseconds of rudeness. */
const LASTS = Number(SOAK ?? 6) * 1000
/** Connections of one kind opened at once. */
const CROWD = 25
/** Connections held to the end; more would use up the descriptors of the test itself. */
const MOST_HELD = 1_000
/** Bytes by which memory may differ although nothing was kept. */
const SWAY = 16_000_000

const { program } = buildServer()

async function startWatched(tls: boolean) {
  const pages = join(dirname(program), '../pages')
  mkdirSync(join(pages, 'assets'), { recursive: true })
  for (const name of ['antre-source.tar.gz', 'assets/large.js'])
    writeFileSync(join(pages, name), Buffer.alloc(6_000_000, 'x'))
  const folder = emptyFolder()
  const probe = join(folder, 'probe.jsonl')
  const files = { TLS_CERT: join(folder, 'cert.pem'), TLS_KEY: join(folder, 'key.pem') }
  const { cert, key } = makePair('hall')
  writeFileSync(files.TLS_CERT, cert)
  writeFileSync(files.TLS_KEY, key)
  const server = await start(program, join(folder, 'data'), {
    ...(tls ? files : {}),
    PROBE_FILE: probe,
    NODE_OPTIONS: `--expose-gc --import=${new URL('../rude/probe.mjs', import.meta.url).href}`,
  })
  const pid = server.pid ?? 0
  return {
    server,
    pid,
    /** Bytes that the server needs once the garbage is gone. */
    async memory(): Promise<number> {
      // What has no end yet is being written.
      const said = () => (existsSync(probe) ? readFileSync(probe, 'utf8').split('\n').slice(0, -1) : [])
      const before = said().length
      process.kill(pid, 'SIGUSR2')
      await expect.poll(() => said().length).toBeGreaterThan(before)
      const { heapUsed, external } = JSON.parse(said().at(-1) ?? '') as NodeJS.MemoryUsage
      return heapUsed + external
    },
  }
}

/** All kinds of rudeness, over and over, until the time is over; in each round the server must answer. */
async function beRude(server: Running, given: Rudeness, until: number): Promise<number> {
  let rounds = 0
  do {
    for (const rude of Object.values(rudeClients)) await rude(given, CROWD)
    letGo([...given.held].slice(0, -MOST_HELD), given.held)
    if (!(await isHealthy(server.url))) throw new Error(`it answers no more:\n${await lastWords(server)}`)
    rounds += 1
  } while (performance.now() < until)
  return rounds
}

/** What became of a server that no longer answers. */
async function lastWords({ said, exited }: Running): Promise<string> {
  const ended = await Promise.race([exited, setTimeout(1_000, 'it runs')])
  return [...said().slice(-20), String(ended)].join('\n')
}

/** What a server held before and after, in numbers. Fails if it is more. */
async function soak(tls: boolean) {
  const { server, pid, memory } = await startWatched(tls)
  const random = createRandom(Number(SEED ?? 3))
  const held = new Set<Socket>()
  const given = { random, port: server.port, tls, held }
  onTestFinished(() => letGo(held, held))
  // A process of its own, which it may start meanwhile, takes two: one for messages, one for what it says.
  const own = () => descriptors(pid) - 2 * children(pid)
  const open = own()
  // What is loaded, compiled and cached at first stays.
  await beRude(server, given, 0)
  const needed = await memory()
  const rounds = await beRude(server, given, performance.now() + LASTS)
  const most = own()

  // Those that only hold their connection, the server lets go by itself.
  for (const line of held) line.resume()
  await expect.poll(own, { timeout: 150_000 }).toBeLessThanOrEqual(open)
  letGo(held, held)
  await expect.poll(memory, { interval: 1_000, timeout: 60_000 }).toBeLessThan(needed + SWAY)
  expect(await isHealthy(server.url)).toBe(true)
  // It logs that lines were cut, once a minute at most, and not each of them.
  expect(server.said().length).toBeLessThan(4_000 + rounds * 100)
  const after = { descriptors: own(), memory: await memory() }
  expect(await server.end('SIGTERM')).toBe(0)
  return { tls, rounds, lines: rounds * CROWD * Object.keys(rudeClients).length, open, most, needed, after }
}

it('rude clients leave nothing behind', { timeout: LASTS + 300_000 }, async () => {
  const seen = await Promise.all([soak(false), soak(true)])
  if (SOAK !== undefined) process.stdout.write(`${seen.map((one) => JSON.stringify(one)).join('\n')}\n`)
  expect(seen.map(({ rounds }) => rounds > 0)).toEqual([true, true])
})

/** Drops some of the connections that are held. */
function letGo(lines: Iterable<Socket>, held: Set<Socket>): void {
  for (const line of lines) {
    line.destroy()
    held.delete(line)
  }
}
