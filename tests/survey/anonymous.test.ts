// The attacker of S7: somebody has every file of the server after each emptying, every line of the log, every copy, and
// knows in which order rights were used and by whom. They must not tell whose an answer was better than one in five.
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate as turn } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { expect, it, onTestFinished } from 'vitest'
import { NINE } from '../../server/survey/stored.ts'
import { hallApp, type HallApp } from '../api/hall-app.ts'

/** What the attacker knows of a use: when it was, of which service, on which day. And what they want to know. */
interface Use {
  readonly nth: number
  readonly day: number
  readonly service: string
  readonly scores: string
  readonly words: string | null
}

/** Scores that nobody else gave: whoever sees them knows which answer it is. */
const scoresOf = (nth: number) =>
  Object.fromEntries(NINE.map((element, at) => [element, 1 + (Math.floor(nth / 4 ** (at % 5)) % 4)]))

/** Everything in a folder, as bytes, and the rows of its databases that look like answers. */
function everythingIn(dir: string): {
  bytes: Map<string, Buffer>
  rows: { service: string; scores: string }[]
} {
  const bytes = new Map<string, Buffer>()
  for (const name of readdirSync(dir, { recursive: true, encoding: 'utf8' }))
    if (statSync(join(dir, name)).isFile()) bytes.set(name, readFileSync(join(dir, name)))
  const rows: { service: string; scores: string }[] = []
  for (const name of bytes.keys()) {
    if (!/\.(?:db|bak)$/.test(name) || name.includes('lock')) continue
    const db = new Database(join(dir, name), { readonly: true })
    const tables = db
      .prepare<[], { name: string }>(`SELECT name FROM sqlite_schema WHERE type = 'table'`)
      .all()
    for (const { name: table } of tables)
      for (const row of db.prepare<[], Record<string, unknown>>(`SELECT * FROM ${table}`).all()) {
        const text = Object.values(row).find(
          (one) => typeof one === 'string' && /^=?\{"persyaratan":/.test(one),
        )
        if (typeof text === 'string')
          rows.push({ service: String(row['service']), scores: text.replace(/^=/, '') })
      }
    db.close()
  }
  return { bytes, rows }
}

async function serveAll(hall: HallApp, services: readonly string[]): Promise<string[]> {
  const rights: string[] = []
  for (const service of services) {
    const { visit } = await hall.take([service])
    await hall.act('ayu', 'call', 'loket-1', { visit: visit.id })
    await hall.act('ayu', 'start', 'loket-1')
    await hall.act('ayu', 'finish', 'loket-1')
    const own = await hall.does<{ visit: { surveys: { right: string }[] } }>(`GET /api/visits/${visit.token}`)
    rights.push(own.visit.surveys[0]?.right ?? '')
  }
  return rights
}

/** Which services are served on each day: one has five on some days, the other never. */
const days = [
  ['kk', 'ktp', 'kk', 'kk', 'kk', 'kk'],
  ['ktp', 'kk'],
  ['kk', 'ktp', 'kk', 'kk', 'kk'],
  ['ktp', 'ktp'],
  ['kk'],
]

it.each([
  ['a PC that stays on', days.slice(0, 3), 10, 3],
  ['a PC that is switched off every night', days, 15, 1],
] as const)(
  '[SU22] anyone who has every file after each emptying and knows who answered when guesses no better than one in five: %s',
  async (kind, played, left, waits) => {
    const copies = mkdtempSync(join(tmpdir(), 'antre-attacker-'))
    const dir = mkdtempSync(join(tmpdir(), 'antre-attacked-'))
    onTestFinished(() => {
      for (const one of [copies, dir]) rmSync(one, { recursive: true, force: true })
    })
    const logged: string[] = []
    const given = { dir, logged }
    let hall = await hallApp(given)
    let at = hall.clock.now
    await hall.enrol('kiosk')
    const cookie = hall.cookies.get('kiosk') ?? ''
    const kioskComes = () => hall.app.inject({ url: '/api/hall', headers: { cookie } })
    const uses: Use[] = []
    const seen: ReturnType<typeof everythingIn>[] = []
    for (const [day, services] of played.entries()) {
      await kioskComes()
      await hall.act('ayu', 'open', 'loket-1')
      const rights = await serveAll(hall, services)
      for (const [which, right] of rights.entries()) {
        const nth = uses.length
        const [service = ''] = services.slice(which)
        const scores = scoresOf(nth * 7 + 3)
        const words = nth % 3 === 0 ? `Kata rahasia nomor ${nth}` : null
        await hall.does('POST /api/surveys', {
          body: { right, answers: scores, ...(words && { words }), profile: { age: '20-29' } },
        })
        uses.push({ nth, day, service, scores: JSON.stringify(scores), words })
      }
      at += 24 * 60 * 60 * 1000
      if (kind.includes('off')) {
        await hall.close()
        hall = await hallApp({ ...given, at })
      } else {
        hall.later({ hours: 24 })
        await hall.take(['kk'])
      }
      await turn()
      await hall.does('POST /api/copies', { as: 'manager' })
      const copy = join(copies, String(day))
      cpSync(dir, copy, {
        recursive: true,
        filter: (name) => !name.endsWith('-shm') && !name.includes('lock'),
      })
      seen.push(everythingIn(copy))
    }
    const everything = [
      ...seen.flatMap(({ bytes }) => [...bytes.values()].map((one) => one.toString('latin1'))),
      ...logged,
    ]

    // What the attacker sees: when each answer turned up first, and whose it may be, by service and by day.
    const candidates = new Map<number, number>()
    const released = new Map<string, number>()
    for (const [day, { rows }] of seen.entries()) {
      const before = new Set(seen[day - 1]?.rows.map(({ scores }) => scores))
      const fresh = rows.filter(({ scores }) => !before.has(scores))
      for (const service of new Set(fresh.map((row) => row.service))) {
        const possible = uses.filter(
          (use) => use.service === service && use.day <= day && use.nth >= (released.get(service) ?? 0),
        )
        const turnedUp = new Set(fresh.map(({ scores }) => scores))
        // Those that are not there yet cannot be told from those that are.
        for (const use of possible) if (turnedUp.has(use.scores)) candidates.set(use.nth, possible.length)
        released.set(service, Math.max(...possible.map(({ nth }) => nth)) + 1)
      }
    }
    const chance = [...candidates.values()].map((count) => 1 / count)
    expect(chance).toHaveLength(left)
    expect(Math.max(...chance)).toBeLessThanOrEqual(1 / 5)

    // What has not left yet is in no file as it was given; and where a right went is nowhere.
    const waiting = uses.filter(({ nth }) => !candidates.has(nth))
    const found = waiting.flatMap(({ scores, words }) =>
      everything.filter((text) => text.includes(scores) || (words !== null && text.includes(words))),
    )
    expect(found).toEqual([])
    expect(waiting).toHaveLength(waits)
    await hall.close()
  },
  60_000,
)

it('[SU22] anyone who has every file after each emptying and knows who answered when guesses no better than one in five: not by which three of the nine an answer is to', async () => {
  const hall = await hallApp()
  await hall.enrol('survey')
  const asked: string[] = []
  for (let nth = 0; nth < 60; nth += 1) {
    const { short } = await hall.does<{ short: string[] }>('GET /api/surveys/form', { as: 'survey' })
    asked.push(short.join())
  }
  const threes = [0, 3, 6].map((from) => NINE.slice(from, from + 3).join())
  expect([...new Set(asked)].sort()).toEqual([...threes].sort())
  // In turn, each would follow from the one before; by lot, a third does.
  const following = asked.filter((one, nth) => one === threes[(threes.indexOf(asked[nth - 1] ?? '') + 1) % 3])
  expect(following.length).toBeLessThan(45)
})
