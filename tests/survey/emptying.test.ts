// What leaves the box at the close of a day, and that it arrives once.
import { randomBytes, randomInt } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it, onTestFinished } from 'vitest'
import { migrate } from '../../server/store/schema.ts'
import { openBox } from '../../server/store/survey-box.ts'
import { surveyTables } from '../../server/store/tables/surveys.ts'
import { COMPANY, whatLeaves, closed, inClear } from '../../server/survey/empty.ts'
import { openSeals } from '../../server/survey/seal.ts'
import type { Boxed, BoxedAnswer, Given } from '../../server/survey/stored.ts'

const newId = () => randomBytes(16).toString('hex')
const close = (more: { month?: string; yearEnds?: boolean } = {}) => ({
  month: '2026-11',
  yearEnds: false,
  newId,
  anyBelow: (below: number) => randomInt(below),
  ...more,
})

const answer = (service: string, more: Partial<BoxedAnswer> = {}): BoxedAnswer => ({
  id: newId(),
  service,
  agency: service.split('-')[0] ?? null,
  questions: 0,
  month: null,
  scores: { waktu: 3 },
  ...more,
})
const many = (count: number, service: string, more: Partial<BoxedAnswer> = {}) =>
  Array.from({ length: count }, () => answer(service, more))
const boxed = (answers: BoxedAnswer[], more: Partial<Boxed> = {}): Boxed => ({
  answers,
  words: [],
  profiles: [],
  ...more,
})
const places = (found: ReturnType<typeof whatLeaves>) =>
  found?.leaving.answers.map(({ service, agency, month }) => `${service} ${agency} ${month}`).sort() ?? []

function folder(): string {
  const dir = mkdtempSync(join(tmpdir(), 'antre-survey-'))
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
  return dir
}

describe('[SU4] answers leave the box in company', () => {
  it('[SU4] answers leave the box in company: five of a service do, four wait', () => {
    const found = whatLeaves(boxed([...many(5, 'a-1'), ...many(4, 'a-2')]), close())
    expect(places(found)).toEqual(Array(5).fill('a-1 a 2026-11'))
    expect(found?.ids).toHaveLength(5)
    expect(whatLeaves(boxed(many(4, 'a-2')), close())).toBeNull()
    expect(whatLeaves(boxed([]), close({ yearEnds: true }))).toBeNull()
  })

  it('[SU4] answers leave the box in company: of one wording and one month', () => {
    const mixed = [
      ...many(4, 'a-1'),
      ...many(1, 'a-1', { questions: 2 }),
      ...many(1, 'a-1', { month: '2026-10' }),
    ]
    expect(whatLeaves(boxed(mixed), close())).toBeNull()
    const paper = whatLeaves(boxed(many(COMPANY, 'a-1', { month: '2026-08' })), close())
    expect(places(paper)).toEqual(Array(5).fill('a-1 a 2026-08'))
  })

  it('[SU4] answers leave the box in company: at the end of the year for their agency, or for the hall', () => {
    const rest = [...many(3, 'a-1'), ...many(2, 'a-2'), ...many(4, 'b-1'), ...many(1, 'c-1')]
    const found = whatLeaves(boxed(rest), close({ month: '2026-12', yearEnds: true }))
    expect(places(found)).toEqual([...Array(5).fill('null a 2026-12'), ...Array(5).fill('null null 2026-12')])
    expect(whatLeaves(boxed(many(4, 'b-1')), close({ yearEnds: true }))).toBeNull()
  })

  it('[SU4] answers leave the box in company: words with the answers of their service, profiles by five', () => {
    const words = [
      { ...answer('a-1'), text: 'cepat' },
      { ...answer('a-2'), text: 'lama' },
    ]
    const profiles = Array.from({ length: 5 }, (_, nth): Boxed['profiles'][number] => ({
      id: newId(),
      profile: nth < 3 ? { sex: 'female', age: '20-29' } : { sex: 'male' },
    }))
    const found = whatLeaves(boxed([...many(6, 'a-1'), ...many(1, 'a-2')], { words, profiles }), close())
    expect(found?.leaving.words.map(({ text, service }) => `${service} ${text}`)).toEqual(['a-1 cepat'])
    expect(found?.leaving.profiles).toEqual({ sex: { female: 3, male: 2 }, age: { '20-29': 3 } })
    expect(found?.ids).toHaveLength(6 + 1 + 5)
    const few = whatLeaves(boxed(many(5, 'a-1'), { profiles: profiles.slice(1) }), close())
    expect(few?.leaving.profiles).toEqual({})
    // They wait in the box until there are five.
    expect(few?.ids).toHaveLength(5)
    expect(profiles.some(({ id }) => few?.ids.includes(id))).toBe(false)
  })
})

const given = (more: Partial<Given> = {}): Given => ({
  id: randomBytes(16),
  service: 'a-1',
  agency: 'a',
  questions: 0,
  month: null,
  scores: inClear(JSON.stringify({ waktu: 3, biaya: 4 })),
  words: inClear(JSON.stringify('cepat')),
  profile: inClear(JSON.stringify({ sex: 'female' })),
  ...more,
})

describe('[SU5] what leaves the box arrives once', () => {
  it('[SU5] what leaves the box arrives once: whenever the power goes', () => {
    const dir = folder()
    const open = () => openBox(dir, () => randomBytes(16))
    const db = new Database(':memory:')
    migrate(db)
    const stored = surveyTables(db)
    let box = open()
    for (let nth = 0; nth < 5; nth += 1) box.take(given(), null)
    const { leaving, out, into } = closed(box.contents(), close(), openSeals(join(dir, 'seals')), false)
    if (!leaving) throw new Error('five stay')
    box.turn(out, into, { batch: 'batch', leaving })
    // Killed before it arrived.
    box.close()
    box = open()
    expect(box.contents()).toEqual({ answers: [], words: [], profiles: [] })
    const under = box.leaving()
    expect(under?.leaving).toEqual(leaving)
    stored.add('batch', leaving)
    // Killed before the box knew.
    box.close()
    box = open()
    stored.add(box.leaving()?.batch ?? '', leaving)
    box.arrived()
    box.close()
    expect(open().leaving()).toBeNull()
    const all = { from: '2026-01', to: '2026-12' }
    expect(stored.answers({ ...all, after: '', most: 99 })).toHaveLength(5)
    expect(stored.words({ ...all, after: '', most: 99 })).toHaveLength(5)
    expect(stored.profiles(all)).toEqual([{ question: 'sex', value: 'female', count: 5 }])
    expect(stored.tallies(all).map(({ element, n, total }) => [element, n, total])).toEqual([
      ['', 5, 0],
      ['biaya', 5, 20],
      ['waktu', 5, 15],
    ])
    db.close()
  })
})

describe('[SU2] the box keeps no order', () => {
  it('[SU2] the box keeps no order: after an emptying its file is in the order of random bits', async () => {
    const dir = folder()
    const box = openBox(dir, () => randomBytes(16))
    const texts = Array.from({ length: 40 }, (_, nth) => `kata-${String(nth).padStart(2, '0')}`)
    for (const words of texts) box.take(given({ words: inClear(JSON.stringify(words)) }), null)
    box.tidy()
    const { readFileSync, readdirSync } = await import('node:fs')
    expect(readdirSync(join(dir, 'survey'))).toEqual(['box.db'])
    const bytes = readFileSync(join(dir, 'survey', 'box.db')).toString('latin1')
    const found = [...bytes.matchAll(/kata-\d\d/g)].map(([text]) => text)
    expect(found.toSorted()).toEqual(texts)
    const inFile = found.toReversed()
    const byBits = box.contents().words.map(({ what }) => what.slice(2, -1))
    expect(inFile).toEqual(byBits)
    box.close()
  })
})
