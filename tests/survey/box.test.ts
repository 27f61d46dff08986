// The box of a hall through its life: days without power, the end of a year, a damaged or missing file, a full disk, keys.
import { randomBytes } from 'node:crypto'
import { closeSync, existsSync, mkdtempSync, openSync } from 'node:fs'
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate as turn } from 'node:timers/promises'
import { describe, expect, it, onTestFinished } from 'vitest'
import { NINE } from '../../server/survey/stored.ts'
import { openDayKeys } from '../../server/survey/keys.ts'
import { openSeals } from '../../server/survey/seal.ts'
import { openBox } from '../../server/store/survey-box.ts'
import { beginAnew } from '../../server/store/folder.ts'
import { type HallApp, hallApp, morning } from '../api/hall-app.ts'

const all = (score: number) => Object.fromEntries(NINE.map((element) => [element, score]))
const DAY = 24 * 60 * 60 * 1000

function folder(): string {
  const dir = mkdtempSync(join(tmpdir(), 'antre-box-'))
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
  return dir
}

/** Answers from paper of this month. */
async function answers(hall: HallApp, count: number, service = 'kk') {
  const month = hall.hall.day.slice(0, 7)
  for (let nth = 0; nth < count; nth += 1)
    await hall.does('POST /api/surveys', { as: 'ayu', body: { service, month, answers: all(3) } })
}
async function kept(hall: HallApp) {
  const list = await hall.does<{ answers: { month: string; service: string; agency: string }[] }>(
    'GET /api/surveys/answers?from=2026-01&to=2028-12',
    { as: 'manager' },
  )
  return list.answers.map(({ month, service, agency }) => `${month} ${service} ${agency}`).sort()
}
async function right(hall: HallApp): Promise<string> {
  const { visit } = await hall.take(['kk'])
  await hall.act('ayu', 'call', 'loket-1', { visit: visit.id })
  await hall.act('ayu', 'start', 'loket-1')
  await hall.act('ayu', 'finish', 'loket-1')
  const own = await hall.does<{ visit: { surveys: { right: string }[] } }>(`GET /api/visits/${visit.token}`)
  return own.visit.surveys[0]?.right ?? ''
}
const answer = (hall: HallApp, given: string) =>
  hall.outcome('POST /api/surveys', { body: { right: given, answers: all(4) } })

/** A hall with what it says of what should not have happened. */
async function open(dir: string, at = morning) {
  const incidents: string[] = []
  const hall = await hallApp({
    dir,
    at,
    incidents: { list: () => [], add: (_, error) => void incidents.push(String(error)) },
  })
  await turn()
  return { hall, incidents }
}

it('[SU5] what leaves the box arrives once: also at a start after days without power, with the month of its day', async () => {
  const dir = folder()
  const at = Date.parse('2026-11-30T02:00:00Z')
  const before = await open(dir, at)
  await answers(before.hall, 6)
  await answers(before.hall, 2, 'sim')
  await before.hall.close()
  const { hall, incidents } = await open(dir, at + 5 * DAY)
  expect(await kept(hall)).toEqual(Array(6).fill('2026-11 kk dukcapil'))
  await hall.close()
  const again = await open(dir, at + 5 * DAY + 60_000)
  expect(await kept(again.hall)).toHaveLength(6)
  expect([...incidents, ...again.incidents]).toEqual([])
})

it('[SU4] answers leave the box in company: at the year’s end without their service', async () => {
  const { hall } = await open(folder(), Date.parse('2026-12-31T02:00:00Z'))
  await answers(hall, 3, 'skck')
  await answers(hall, 2, 'sim')
  await answers(hall, 4, 'bayar')
  hall.later({ hours: 24 })
  await hall.take(['kk'])
  await turn()
  expect(await kept(hall)).toEqual(Array(5).fill('2026-12 null polres'))
  const byAgency = await hall.does<{ rows: { key: string; answers: number }[] }>(
    'GET /api/reports/ikm?from=2026-12&to=2026-12&by=agency',
    { as: 'manager' },
  )
  expect(byAgency.rows.map(({ key, answers: count }) => [key, count])).toEqual([['polres', 5]])
})

describe('[SU23] a damaged or missing box is reported, and only its answers are lost', () => {
  it.each([
    ['whole', 'whole', () => {}],
    ['damaged', 'damaged', (file: string) => writeFileSync(file, Buffer.alloc(8192, 7))],
    ['empty', 'none', (file: string) => writeFileSync(file, '')],
    ['gone', 'none', (file: string) => rmSync(file)],
  ])(
    '[SU23] a damaged or missing box is reported, and only its answers are lost: one that is %s',
    (_, found, harm) => {
      const dir = folder()
      const file = join(dir, 'survey', 'box.db')
      openBox(dir, () => Buffer.alloc(16)).close()
      harm(file)
      const box = openBox(dir, () => Buffer.alloc(16))
      expect(box.found).toBe(found)
      box.issue([Buffer.from('hash')])
      expect(box.isUnused(Buffer.from('hash'))).toBe(true)
      box.close()
    },
  )

  it('[SU23] a damaged or missing box is reported, and only its answers are lost: at a start', async () => {
    const dir = folder()
    const before = await open(dir)
    await before.hall.act('ayu', 'open', 'loket-1')
    const [used, unused] = [await right(before.hall), await right(before.hall)]
    expect(await answer(before.hall, used)).toBe(201)
    await before.hall.close()
    writeFileSync(join(dir, 'survey', 'box.db'), Buffer.alloc(8192, 7))
    const { hall, incidents } = await open(dir, morning + 60_000)
    expect(incidents).toEqual(['Error: the box of the survey was lost: the answers of this day are gone'])
    // What was answered is lost, so it can be said again.
    expect(await answer(hall, used)).toBe(201)
    expect(await answer(hall, used)).toBe('404 unknown-right')
    expect(await answer(hall, unused)).toBe(201)
  })

  it('[SU23] a damaged or missing box is reported, and only its answers are lost: while the server runs', async () => {
    const dir = folder()
    const { hall, incidents } = await open(dir)
    await hall.act('ayu', 'open', 'loket-1')
    const given = await right(hall)
    rmSync(join(dir, 'survey', 'box.db'))
    expect(await answer(hall, given)).toBe(201)
    expect(incidents).toContain('Error: the box of the survey was lost: the answers of this day are gone')
    expect(existsSync(join(dir, 'survey', 'box.db'))).toBe(true)
  })

  it('[SU23] a damaged or missing box is reported, and only its answers are lost: so is a damaged key', async () => {
    const dir = folder()
    const before = await open(dir)
    await before.hall.act('ayu', 'open', 'loket-1')
    const given = await right(before.hall)
    await before.hall.close()
    writeFileSync(join(dir, 'survey', 'key'), 'bukan kunci')
    const { hall, incidents } = await open(dir, morning + 60_000)
    expect(incidents).toEqual([
      'Error: the key of the survey was damaged: who was served before can’t answer any more',
    ])
    expect(await answer(hall, given)).toBe('404 unknown-right')
    await hall.act('ayu', 'open', 'loket-1')
    expect(await answer(hall, await right(hall))).toBe(201)
  })

  it('[SU23] a damaged or missing box is reported, and only its answers are lost: a disk that is full loses nothing', async () => {
    const { hall, incidents } = await open(folder())
    await answers(hall, 5)
    hall.db.exec(`CREATE TRIGGER full BEFORE INSERT ON surveys BEGIN SELECT RAISE(ABORT, 'full'); END`)
    hall.later({ hours: 24 })
    await hall.take(['kk'])
    await turn()
    expect(incidents).toHaveLength(1)
    expect(await kept(hall)).toEqual([])
    hall.db.exec('DROP TRIGGER full')
    // What left the box and did not arrive comes before what leaves it on the next day.
    await answers(hall, 5, 'ktp')
    hall.later({ hours: 24 })
    await hall.take(['kk'])
    await turn()
    expect((await kept(hall)).map((one) => one.split(' ')[1])).toEqual([
      ...Array<string>(5).fill('kk'),
      ...Array<string>(5).fill('ktp'),
    ])
  })
})

it('[SU1] a right comes with each step that was served: the key of its day is destroyed at the end of the next', async () => {
  const { hall } = await open(folder())
  const file = join(hall.dir, 'survey', 'key')
  const keys = () => readFileSync(file, 'utf8').trim().split('\n')
  const [first = ''] = keys()
  expect(first).toMatch(/^2026-11-24 /)
  for (const days of [
    ['2026-11-24', '2026-11-25'],
    ['2026-11-25', '2026-11-26'],
  ]) {
    hall.later({ hours: 24 })
    await hall.take(['kk'])
    await turn()
    expect(keys().map((line) => line.slice(0, 10))).toEqual(days)
  }
  expect(readdirSync(join(hall.dir, 'survey')).sort()).toEqual(['box.db', 'key'])
  expect(readFileSync(file, 'utf8')).not.toContain(first.slice(11))
})

it('[SU1] a right comes with each step that was served: the key of its day is overwritten, also one that a power cut left', () => {
  const dir = folder()
  const file = join(dir, 'key')
  const open = () => openDayKeys({ folder: dir, random: randomBytes })
  /** What the disk still has of the file under this name after `work`. */
  const leftOf = (name: string, work: () => void) => {
    const handle = openSync(name, 'r')
    onTestFinished(() => closeSync(handle))
    const { length } = readFileSync(name)
    work()
    expect(readFileSync(handle)).toEqual(Buffer.alloc(length))
    expect(readdirSync(dir)).toEqual(['key'])
  }
  open().turn('2026-11-24', '2026-11-23')
  leftOf(file, () => open().turn('2026-11-26', '2026-11-25'))
  writeFileSync(`${file}.old`, '2026-11-24 was not destroyed')
  leftOf(`${file}.old`, open)
})

it('[SU2] the box keeps no order: it is in no copy, and goes when a journal is begun anew', async () => {
  const dir = folder()
  const { hall } = await open(dir)
  await answers(hall, 1)
  await hall.does('POST /api/copies', { as: 'manager' })
  expect(readdirSync(join(dir, 'copies')).every((name) => name.endsWith('.db'))).toBe(true)
  await hall.close()
  const { folder: aside } = beginAnew(dir, new Date(morning))
  expect(readdirSync(aside)).not.toContain('survey')
  expect(existsSync(join(dir, 'survey'))).toBe(false)
})

describe('[SU22] anyone who has every file after each emptying and knows who answered when guesses no better than one in five', () => {
  it('[SU22] anyone who has every file after each emptying and knows who answered when guesses no better than one in five: a seal opens for a device alone', () => {
    const file = join(folder(), 'seals')
    const first = openSeals(file)
    expect(first.seal('x', 16)).toBeNull()
    first.hear('kios-1')
    first.hear('layar-2')
    const sealed = first.seal('{"waktu":4}', 64) ?? ''
    expect(first.open(sealed)).toBe('{"waktu":4}')
    expect(first.seal('', 64)?.length).toBe(sealed.length)
    // After a start it is shut, to a stranger too, and opens for each of the two.
    for (const [key, opens] of [
      ['asing', null],
      ['layar-2', '{"waktu":4}'],
      ['kios-1', '{"waktu":4}'],
    ] as const) {
      const later = openSeals(file)
      expect(later.open(sealed)).toBeNull()
      expect(later.hear(key)).toBe(opens !== null)
      expect(later.open(sealed)).toBe(opens)
    }
    const text = readFileSync(file, 'utf8')
    for (const secret of ['kios-1', 'layar-2', 'asing']) expect(text).not.toContain(secret)
    // One seal, however many devices can open it.
    expect(JSON.parse(text)).toHaveLength(1)
  })

  it('[SU22] anyone who has every file after each emptying and knows who answered when guesses no better than one in five: where all devices are new, another seal begins', () => {
    const file = join(folder(), 'seals')
    const before = openSeals(file)
    before.hear('kios-lama')
    const old = before.seal('lama', 16) ?? ''
    const after = openSeals(file)
    after.renew()
    after.hear('kios-baru')
    after.renew()
    const fresh = after.seal('baru', 16) ?? ''
    expect([after.open(old), after.open(fresh)]).toEqual([null, 'baru'])
    // Should the old one turn up again, what it can open is not lost.
    after.hear('kios-lama')
    expect(after.open(old)).toBe('lama')
    writeFileSync(file, '{')
    expect(openSeals(file).seal('x', 16)).toBeNull()
  })
})

it('[SU23] a damaged or missing box is reported, and only its answers are lost: not one that the server has closed', async () => {
  const { hall, incidents } = await open(folder())
  await hall.act('ayu', 'open', 'loket-1')
  await right(hall)
  const [visit] = hall.hall.visits.values()
  await hall.app.close()
  expect(visit && hall.context.surveys(visit)).toEqual([])
  expect(incidents).toEqual([])
})

it('[SU24] who answered is shown only where five or more did', async () => {
  const { hall } = await open(folder())
  await hall.act('ayu', 'open', 'loket-1')
  const profiles = Array.from({ length: 6 }, (_, nth) => ({ sex: nth < 5 ? 'female' : 'male', age: '20-29' }))
  for (const profile of profiles)
    await hall.does('POST /api/surveys', { body: { right: await right(hall), answers: all(4), profile } })
  hall.later({ hours: 24 })
  await hall.take(['kk'])
  await turn()
  const { questions } = await hall.does<{
    questions: { question: string; values: { value: string; count: number | null }[] }[]
  }>('GET /api/surveys/profile?from=2026-11&to=2026-11', { as: 'manager' })
  const counts = questions.flatMap(({ values }) => values.map(({ value, count }) => [value, count] as const))
  expect(counts.filter(([, count]) => count !== null)).toEqual([
    ['female', 5],
    ['20-29', 6],
  ])
  expect(new Map(counts).get('male')).toBeNull()
})

it('[SU25] a burst is seen by quarters of an hour', async () => {
  const { hall } = await open(folder())
  await answers(hall, 2)
  hall.later({ minutes: 16 })
  await answers(hall, 1)
  const { rows } = await hall.does<{ rows: unknown[] }>(
    'GET /api/surveys/bursts?from=2026-11-24&to=2026-11-24',
    {
      as: 'manager',
    },
  )
  expect(rows).toEqual([
    { from: '2026-11-24T01:00:00.000Z', count: 2 },
    { from: '2026-11-24T01:15:00.000Z', count: 1 },
  ])
  expect(await hall.outcome('GET /api/surveys/bursts?from=2026-02-30&to=2026-03-01', { as: 'manager' })).toBe(
    '400 bad-request',
  )
})
