// Another hall takes the place of the one that is open: what goes, what stays, and who is asked.
import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openBegin } from '../../server/begin/begin.ts'
import { karangasem } from '../../server/halls/karangasem/index.ts'
import { readSeal } from '../../server/store/journal/seal.ts'
import { checkJournal } from '../../server/store/journal/check.ts'
import { openDatabase } from '../../server/store/open.ts'
import { takeUpNext } from '../../server/store/next-hall.ts'
import { DataDirError, StorageError } from '../../server/store/errors.ts'
import { foldDays } from '../../server/hall/rules.ts'
import { rulesPlan } from '../rules/rules-plan.ts'
import { hallApp, type HallApp, password } from './hall-app.ts'

interface Before {
  hall: string
  untouched: boolean
  inHall: string[]
  goes: { days: number; events: number; accounts: number; draft: boolean }
  stays: { managers: number; devices: number; printers: number; media: number }
}

const before = (hall: HallApp) => hall.does<Before>('GET /api/hall/begin', { as: 'manager' })
const begins = (hall: HallApp, body: object, as: 'manager' | 'spv' = 'manager') =>
  hall.ask<{ aside: string }>('POST /api/hall/begin', { as, body: { password, ...body } })

function folder(): string {
  const dir = mkdtempSync(join(tmpdir(), 'antre-begin-'))
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
  return dir
}

/** A sealed hall in a folder of its own, in which somebody waits; and the same folder as the next start finds it. */
async function begun(body: object, work: (hall: HallApp) => Promise<void> = async () => {}) {
  const dir = folder()
  const hall = await hallApp({ dir, sealed: true })
  await work(hall)
  const { status, body: answer } = await begins(hall, body)
  expect(answer).toEqual({ aside: expect.stringMatching(/^aside-/) as string })
  expect(status).toBe(200)
  expect(hall.asked.again).toBe(1)
  const seq = hall.hall.seq
  await hall.close()
  const next = await hallApp({ dir, sealed: true, signIn: false })
  for (const [who, cookie] of hall.cookies) next.cookies.set(who, cookie)
  return { dir, hall, next, aside: join(dir, answer.aside), seq }
}

it('[O9] what goes and what stays is said before anything begins', async () => {
  const hall = await hallApp()
  await hall.enrol('kiosk')
  const taken = await hall.take(['kk'])
  await hall.does('PUT /api/plan/draft?from=0', { as: 'manager', body: rulesPlan })
  const { hall: id, ...said } = await before(hall)
  expect(id).toMatch(/^.{12}$/)
  expect(said).toEqual({
    untouched: true,
    inHall: [taken.visit.number],
    goes: { days: 1, events: hall.hall.seq, accounts: 5, draft: true },
    stays: { managers: 1, devices: 1, printers: 0, media: 0 },
  })
  await hall.revise({ ...rulesPlan, walkSeconds: 61 })
  expect((await before(hall)).untouched).toBe(false)
})

describe('[O10] another hall begins only with the manager’s password, and ends no number that was not named', () => {
  it('a wrong password, another hall, and a name that is missing change nothing', async () => {
    const hall = await hallApp()
    const from = { from: 'empty', name: 'Balai Kita' }
    expect((await begins(hall, { ...from, password: 'bukan ini' })).code).toBe('bad-credentials')
    expect((await begins(hall, { ...from, hall: 'abc' })).code).toBe('plan-changed')
    expect((await begins(hall, { from: 'sample' })).code).toBe('bad-request')
    expect((await begins(hall, { ...from, name: '  ' })).code).toBe('bad-request')
    expect((await begins(hall, { ...from, timeZone: 'Asia/Amlapura' })).code).toBe('bad-request')
    // No name: the plan refuses it, and a browser of the hall would not know what time it is.
    expect((await begins(hall, { ...from, timeZone: '+07:00' })).code).toBe('bad-request')
    expect((await begins(hall, from, 'spv')).code).toBe('not-allowed')
    expect(hall.asked.again).toBe(0)
    await hall.take(['kk'])
  })

  it('people with a number are named until they were seen, then they end', async () => {
    const hall = await hallApp()
    const one = (await hall.take(['kk'])).visit.number
    const from = { from: 'empty', name: 'Balai Kita' }
    const refused = await begins(hall, from)
    expect(refused).toMatchObject({ status: 409, code: 'people-waiting', body: { numbers: [one] } })
    expect(refused.body).toMatchObject({ detail: expect.stringContaining(one) as string })
    const two = (await hall.take(['skck'])).visit.number
    expect((await begins(hall, { ...from, ends: [one] })).code).toBe('people-waiting')
    // Refused, the hall goes on.
    const three = (await hall.take(['kk'])).visit.number
    expect((await begins(hall, { ...from, ends: [one, two, three] })).status).toBe(200)
  })

  it('from then on nobody gets a number of the hall that goes', async () => {
    const hall = await hallApp()
    expect((await begins(hall, { from: 'empty', name: 'Balai Kita' })).status).toBe(200)
    const { status, code } = await hall.ask('POST /api/visits', {
      as: 'manager',
      key: 'one',
      body: { services: ['kk'] },
    })
    expect([status, code]).toEqual([503, 'stopping'])
    expect((await begins(hall, { from: 'empty', name: 'Dua' })).code).toBe('stopping')
    expect(await hall.dispatch({ command: { type: 'release-due' }, by: 'system:clock' })).toEqual({
      refused: 'storage-unavailable',
    })
  })
})

it('[O11] another hall begins at number 1 with an empty journal: managers, devices and printers stay, the rest is put aside whole', async () => {
  const { hall, next, aside, seq } = await begun({ from: 'empty', name: 'Balai Kita' }, async (hall) => {
    await hall.enrol('kiosk', 'depan')
    const printer = {
      id: 'p1',
      name: { id: 'Pencetak', en: 'Printer' },
      link: { kind: 'fake' },
      paper: 80,
      answers: false,
      kiosks: [],
      counters: ['loket-1'],
      reception: true,
    }
    await hall.revise({ ...rulesPlan, printers: [printer] })
    const { visit } = await hall.take(['kk'])
    await hall.does(`POST /api/reception/visits/${visit.id}/cancel`, { as: 'manager', body: {} })
  })
  expect(await next.does('GET /api/hall')).toMatchObject({
    name: { id: 'Balai Kita', en: 'Balai Kita' },
    services: [],
    counters: [],
    zones: [],
    agencies: [],
  })
  expect(next.hall.layout.base.printers).toMatchObject([{ id: 'p1', counters: [], reception: true }])
  // The manager goes on with the same session, the kiosk with the same cookie; nobody else gets in.
  expect(await next.outcome('GET /api/session', { as: 'manager' })).toBe(200)
  expect((await next.ask('GET /api/session', { as: 'ayu' })).body).toMatchObject({
    code: 'not-signed-in',
    ended: { why: 'disabled', by: 'Nama manager' },
  })
  expect(next.access.staff.list().map(({ username }) => username)).toEqual(['manager'])
  expect(await next.does('GET /api/devices/self?kind=kiosk', { as: 'kiosk' })).toMatchObject({
    device: { kind: 'kiosk', zone: null },
  })
  // Numbers of events go on, so that no screen takes the new plan for the old one; figures and days start over.
  expect(next.hall.seq).toBeGreaterThan(seq)
  expect(next.hall.planSeq).toBe(seq + 1)
  expect(await before(next)).toMatchObject({ untouched: false, goes: { days: 1, accounts: 0, draft: false } })
  expect(next.sealing?.damages()).toEqual([])
  await soundIs(next)
  // What was there is complete, and can be put back.
  const old = openDatabase(aside)
  expect(old.prepare('SELECT count(*) AS n FROM events').get()).toEqual({ n: seq })
  expect(old.prepare('SELECT count(*) AS n FROM staff').get()).toEqual({ n: 6 })
  expect(readSeal(aside)).toMatchObject({ is: 'whole', seal: { seq } })
  expect([
    ...checkJournal(old, { fold: (day) => void foldDays(day, [], rulesPlan), sealed: readSeal(aside) }),
  ]).toEqual([])
  old.close()
  expect(hall.failures).toEqual([])
})

/** The check that `npm run journal -- check` makes finds nothing. */
async function soundIs(hall: HallApp): Promise<void> {
  const { plan } = hall.hall.layout
  const sealed = readSeal(hall.dir)
  expect([...checkJournal(hall.db, { fold: (day) => void foldDays(day, [], plan), sealed })]).toEqual([])
}

it('from the sample everything is a pattern: nobody has confirmed a paper, and nothing says Karangasem', async () => {
  const { next } = await begun({ from: 'sample', name: 'MPP Gianyar', timeZone: 'Asia/Jakarta' })
  const { base } = next.hall.layout
  expect(base).toMatchObject({ name: { id: 'MPP Gianyar', en: 'MPP Gianyar' }, timeZone: 'Asia/Jakarta' })
  expect(base.services).toHaveLength(karangasem.services.length)
  expect(
    base.services.flatMap(({ requirements }) => requirements).every((one) => one.confirmed === false),
  ).toBe(true)
  expect(JSON.stringify([base.name, base.address, base.slip])).not.toMatch(/karangasem|amlapura/i)
  expect((await next.take([base.services[0]?.id ?? ''])).visit.number).toMatch(/001$/)
})

describe('from the draft', () => {
  it('one with faults is refused with every fault', async () => {
    const hall = await hallApp()
    expect((await begins(hall, { from: 'draft' })).body).toMatchObject({ code: 'plan-faults' })
    await hall.does('PUT /api/plan/draft?from=0', { as: 'manager', body: { ...rulesPlan, zones: [] } })
    const { body } = await begins(hall, { from: 'draft' })
    expect(body).toMatchObject({ code: 'plan-faults', faults: expect.arrayContaining([]) as unknown[] })
    await hall.take(['kk'])
  })

  it('a whole one is the plan of the new hall, and there is no draft any more', async () => {
    const plan = { ...rulesPlan, name: { id: 'Balai Baru', en: 'New Hall' }, walkSeconds: 7 }
    const { next } = await begun({ from: 'draft', accounts: 'keep' }, async (hall) => {
      await hall.does('PUT /api/plan/draft?from=0', { as: 'manager', body: plan })
    })
    expect(next.hall.layout.base).toEqual(plan)
    expect(await next.does('GET /api/plan/draft', { as: 'manager' })).toMatchObject({ changedBy: null })
    expect(next.access.staff.list()).toHaveLength(6)
  })
})

it('[O12] after the rehearsal the same plan starts at number 1: accounts, devices and the draft stay, figures go', async () => {
  const draft = { ...rulesPlan, walkSeconds: 7 }
  const { next, hall } = await begun({ from: 'plan', ends: ['A001', 'A002'] }, async (hall) => {
    await hall.enrol('display', 'depan')
    await hall.revise({ ...rulesPlan, walkSeconds: 61 })
    await hall.does('PUT /api/plan/draft?from=0', { as: 'manager', body: draft })
    await hall.take(['kk'])
    expect((await hall.take(['kk'])).visit.number).toBe('A002')
  })
  expect(next.hall.layout.base).toEqual(hall.hall.layout.base)
  expect((await next.take(['kk'])).visit.number).toBe('A001')
  expect(await next.outcome('GET /api/session', { as: 'ayu' })).toBe(200)
  expect(await next.does('GET /api/plan/draft', { as: 'manager' })).toMatchObject({ plan: draft })
  expect(next.access.devices.list()).toMatchObject([{ kind: 'display', zone: 'depan' }])
  expect(await next.does('GET /api/audit?from=2026-11-24', { as: 'manager' })).toBeDefined()
})

it('[O12] after the rehearsal the same plan starts at number 1: what agencies propose stays, and who wrote what of the draft', async () => {
  const marksIn = ({ db }: HallApp) => db.prepare('SELECT marks FROM plan_draft').pluck().get()
  let marks: unknown
  const { next } = await begun({ from: 'plan' }, async (hall) => {
    const body = { ...rulesPlan, walkSeconds: 7 }
    await hall.does('PUT /api/plan/draft?from=0', { as: 'manager', body })
    await hall.does('POST /api/proposals', { as: 'spv', body: { service: 'kk', wish: 'Satu loket lagi' } })
    marks = marksIn(hall)
  })
  expect(marks).toContain('walkSeconds')
  expect(marksIn(next)).toBe(marks)
  expect(await next.does('GET /api/proposals', { as: 'manager' })).toMatchObject({
    proposals: [{ wish: 'Satu loket lagi', state: 'open' }],
  })
})

it('[O13] whenever the power fails, there is either the old hall or the new one', async () => {
  const dir = folder()
  const hall = await hallApp({ dir, sealed: true })
  await hall.take(['kk'])
  // Half made: the next start removes it.
  mkdirSync(join(dir, 'next.part'))
  await begins(hall, { from: 'empty', name: 'Balai Kita', ends: ['A001'] })
  const files = () => readdirSync(dir).filter((name) => /^(antre\.(db|seal)|next|aside)/.test(name))
  expect(files().some((name) => name.startsWith('next-'))).toBe(true)
  // The plug is pulled after each of the renames, and each time the start goes on from where the last one left it.
  const isReady = () => files().some((name) => name.startsWith('next-'))
  let cuts = 0
  for (; isReady(); cuts += 1) {
    let left = cuts
    try {
      takeUpNext(dir, (from, to) => {
        if (left-- === 0) throw Object.assign(new Error('the plug'), { code: 'EIO' })
        renameSync(from, to)
      })
    } catch {
      // The next one goes on.
    }
  }
  expect(cuts).toBeGreaterThan(2)
  expect(files().filter((name) => name.startsWith('next'))).toEqual([])
  expect(takeUpNext(dir)).toBe(null)
  const next = await hallApp({ dir, sealed: true, signIn: false })
  expect(next.hall.layout.base.name.id).toBe('Balai Kita')
  expect(next.sealing?.damages()).toEqual([])
  const [aside = ''] = readdirSync(dir).filter((name) => name.startsWith('aside-'))
  const old = openDatabase(join(dir, aside), { readonly: true })
  expect(old.prepare(`SELECT count(*) AS n FROM events WHERE type = 'visit-taken'`).get()).toEqual({ n: 1 })
  old.close()
})

it.each(['carry', 'commit'] as const)(
  '[O14] a disk that cannot take the new hall leaves the old one as it was: it is full at %s',
  async (step) => {
    const dir = folder()
    const hall = await hallApp({
      dir,
      sealed: true,
      next: (made) => ({
        ...made,
        [step]() {
          throw new StorageError('full', 'SQLITE_FULL', new Error('disk full'))
        },
      }),
    })
    expect((await begins(hall, { from: 'empty', name: 'Balai Kita' })).code).toBe('storage-unavailable')
    expect(readdirSync(dir).filter((name) => /^(next|aside)/.test(name))).toEqual([])
    expect(hall.asked.again).toBe(0)
    expect((await hall.take(['kk'])).visit.number).toBe('A001')
  },
)

it('[O14] a disk that cannot take the new hall leaves the old one as it was: nothing can be made there', async () => {
  const dir = folder()
  const hall = await hallApp({
    dir,
    sealed: true,
    next: () => {
      throw new DataDirError('full', dir, new Error('ENOSPC'))
    },
  })
  expect((await begins(hall, { from: 'empty', name: 'Balai Kita' })).code).toBe('storage-unavailable')
  expect(hall.asked.again).toBe(0)
  expect((await hall.take(['kk'])).visit.number).toBe('A001')
})

it('[O14] a disk that cannot take the new hall leaves the old one as it was: a file stands where the old one was to go', async () => {
  const dir = folder()
  const hall = await hallApp({
    dir,
    sealed: true,
    next: (made) => {
      // As a disk that is full refuses a folder, with an error of Node's own.
      writeFileSync(join(dir, made.aside), '')
      return made
    },
  })
  expect((await begins(hall, { from: 'empty', name: 'Balai Kita' })).code).toBe('storage-unavailable')
  expect(readdirSync(dir).filter((name) => name.startsWith('next'))).toEqual([])
  expect((await hall.take(['kk'])).visit.number).toBe('A001')
})

it('[O14] a disk that cannot take the new hall leaves the old one as it was: its seal could not be written', async () => {
  const dir = folder()
  const hall = await hallApp({
    dir,
    sealed: true,
    next: (made) => {
      mkdirSync(join(dir, 'next.part', 'antre.seal'))
      return made
    },
  })
  expect((await begins(hall, { from: 'empty', name: 'Balai Kita' })).code).toBe('storage-unavailable')
  expect(readdirSync(dir).filter((name) => /^(next|aside)/.test(name))).toEqual([])
  expect((await hall.take(['kk'])).visit.number).toBe('A001')
})

it('which hall it is, is told by its first event alone, however long the journal is', () => {
  const link = 'aVeryLongLinkOfForty3Letters'
  function* rows() {
    yield { link }
    throw new Error('it reads on')
  }
  const { id } = openBegin({ store: { record: { rows } } } as never)
  expect(id()).toBe(link.slice(0, 12))
})
