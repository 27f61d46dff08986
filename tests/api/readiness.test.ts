// Ready to open? What the page says of a hall as it is set up, point by point.
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { rulesPlan } from '../rules/rules-plan.ts'
import { hallApp, type HallApp } from './hall-app.ts'
import { listens, look } from './sockets.ts'

interface Item {
  code: string
  level: 'must' | 'should' | 'ready'
  detail: string
  todo: string
  href: string
  count: number
}
interface Readiness {
  ready: boolean
  items: Item[]
}

const ask = (hall: HallApp, language = 'en') =>
  hall.does<Readiness>('GET /api/readiness', { as: 'manager', headers: { 'accept-language': language } })
/** One point. */
async function point(hall: HallApp, code: string, language?: string): Promise<Item> {
  const found = (await ask(hall, language)).items.find((item) => item.code === code)
  if (!found) throw new Error(`no point ${code}`)
  return found
}
const level = async (hall: HallApp, code: string) => (await point(hall, code)).level

it('[O1] readiness is computed from what is there: each point names what it concerns, what to do and where', async () => {
  const hall = await hallApp()
  expect(await point(hall, 'counter-without-staff')).toEqual({
    code: 'counter-without-staff',
    level: 'must',
    detail: 'Counters whose agency has no account yet: Loket 5 and Loket 6.',
    todo: 'Make accounts for the people who work there.',
    href: '/manage/people/',
    count: 2,
  })
  expect((await point(hall, 'counter-without-staff', 'id')).detail).toBe(
    'Loket yang instansinya belum punya akun petugas: Loket 5 dan Loket 6.',
  )
  await hall.does('POST /api/staff', {
    as: 'manager',
    body: { username: 'wayan', name: 'Wayan', role: 'officer', agency: 'bank' },
  })
  expect(await point(hall, 'counter-without-staff')).toMatchObject({
    level: 'ready',
    detail: 'Every counter has staff.',
    todo: '',
    count: 0,
  })
})

it('[O1] readiness is computed from what is there: what was found in the field and is overdue, and facilities to come', async () => {
  const hall = await hallApp()
  expect(await level(hall, 'finding-overdue')).toBe('ready')
  const note = (body: object) => hall.does('POST /api/findings', { as: 'manager', body })
  await note({ subject: 'seats', due: '2026-11-23' })
  await note({ what: 'Besok', due: '2026-11-24' })
  await note({ facility: 'lactation-room', expected: '2027-01-01' })
  expect(await point(hall, 'finding-overdue')).toMatchObject({
    level: 'should',
    detail: 'Findings past their due day: Seats.',
    href: '/findings/?overdue=1',
    count: 1,
  })
  expect(await point(hall, 'facility-lacking', 'id')).toMatchObject({
    detail: 'Fasilitas yang belum ada: Ruang laktasi.',
    href: '/findings/#facilities',
  })
})

it('[O1] readiness is computed from what is there: whether what waits in the survey’s box can be opened', async () => {
  const hall = await hallApp()
  expect(await point(hall, 'survey-shut')).toMatchObject({ level: 'should', href: '/manage/devices/' })
  await hall.enrol('survey')
  await hall.does('GET /api/surveys/form', { as: 'survey' })
  expect(await level(hall, 'survey-shut')).toBe('ready')
})

it('[O2] a hall is ready when nothing is left that must be done: what keeps it closed comes first', async () => {
  const hall = await hallApp()
  const before = await ask(hall)
  expect(before.ready).toBe(false)
  const levels = before.items.map((item) => item.level)
  expect(levels).toEqual([...levels].sort((a, b) => rank(a) - rank(b)))
  expect(new Set(levels)).toEqual(new Set(['must', 'should', 'ready']))
  // Its own plan, with all counters staffed: much should still be done, nothing must.
  await hall.revise({ ...rulesPlan, name: { id: 'Balai Kita', en: 'Our Hall' } })
  await hall.does('POST /api/staff', {
    as: 'manager',
    body: { username: 'wayan', name: 'Wayan', role: 'officer', agency: 'bank' },
  })
  const after = await ask(hall)
  expect(after.items.filter((item) => item.level === 'must')).toEqual([])
  expect(after.ready).toBe(true)
})

const rank = (one: Item['level']) => ['must', 'should', 'ready'].indexOf(one)

it('knows a hall that is still as it came, trial numbers, and trial operation', async () => {
  const hall = await hallApp()
  expect(await level(hall, 'sample-hall')).toBe('must')
  expect(await level(hall, 'trial-numbers')).toBe('ready')
  expect(await level(hall, 'trial-operation')).toBe('should')
  await hall.take(['kk'])
  expect(await level(hall, 'trial-numbers')).toBe('should')
  hall.later({ hours: 24 })
  expect(hall.hall.numbers.size).toBe(1)
  await hall.does('POST /api/operation', { as: 'manager', body: { operation: 'trial' } })
  expect(hall.hall.numbers.size).toBe(0)
  expect(await level(hall, 'trial-numbers')).toBe('should')
  await hall.revise({ ...rulesPlan, operation: 'regular' })
  expect(await level(hall, 'trial-operation')).toBe('ready')
  expect(await level(hall, 'trial-numbers')).toBe('ready')
  expect(await level(hall, 'sample-hall')).toBe('ready')
})

it('counts what services lack: a counter, a confirmed requirement, a component of their standard', async () => {
  const hall = await hallApp()
  expect(await level(hall, 'service-without-counter')).toBe('ready')
  await hall.does('PUT /api/counters/loket-3/services', { as: 'manager', body: { services: ['skck'] } })
  expect(await point(hall, 'service-without-counter')).toMatchObject({ level: 'must', count: 1 })
  expect(await level(hall, 'requirement-unconfirmed')).toBe('ready')
  const { items } = await ask(hall)
  const missing = items.find(({ code }) => code === 'component-missing')
  expect(missing?.detail).toMatch(/^Services with an incomplete standard: kk, ktp, .* more\.$/)
  const [first, ...others] = rulesPlan.services
  const paper = { id: 'foto', name: { id: 'Foto', en: 'Photo' }, issuedBy: null, confirmed: false }
  await hall.revise({ ...rulesPlan, services: [{ ...first, requirements: [paper] }, ...others] })
  expect((await point(hall, 'requirement-unconfirmed')).detail).toBe(
    'Services with requirements that nobody has confirmed: kk.',
  )
})

it('knows what each zone lacks, and follows what arrives', async () => {
  const hall = await hallApp({ running: true })
  expect(await level(hall, 'no-kiosk')).toBe('should')
  const boards = await point(hall, 'zone-without-board')
  expect(boards.count).toBe(3)
  await hall.enrol('kiosk')
  expect(await level(hall, 'no-kiosk')).toBe('ready')
  await listens(hall)
  await hall.enrol('display')
  await look(hall, 'board:all', { as: 'display' }).view()
  expect(await level(hall, 'zone-without-board')).toBe('ready')
  await hall.later({ minutes: 3 })
  expect((await point(hall, 'device-silent')).count).toBe(1)
})

it('asks for the holidays of this year, and of the next one once they are decreed', async () => {
  const hall = await hallApp({ at: Date.parse('2026-11-24T01:00:00Z') })
  expect(await point(hall, 'holidays-missing')).toMatchObject({
    level: 'should',
    detail: 'No holidays yet for: 2027.',
  })
  const summer = await hallApp({ at: Date.parse('2026-08-24T01:00:00Z') })
  expect(await level(summer, 'holidays-missing')).toBe('ready')
})

it('[X14] holidays are offered, and a person ticks each: a year whose decree the program does not know is said, until its joint leave is there', async () => {
  const at = Date.parse('2026-11-24T01:00:00Z')
  const name = { id: 'Libur', en: 'Holiday' }
  const own = { day: '2027-03-08', name }
  const holidays = [...rulesPlan.holidays, own]
  const hall = await hallApp({ at, plan: { ...rulesPlan, holidays } })
  expect(await point(hall, 'holiday-list-missing')).toMatchObject({
    level: 'should',
    detail: 'This program has no list of holidays by decree yet for: 2027.',
  })
  const leave = { ...own, day: '2027-03-09', kind: 'joint-leave' as const }
  const whole = await hallApp({ at, plan: { ...rulesPlan, holidays: [...holidays, leave] } })
  expect(await level(whole, 'holiday-list-missing')).toBe('ready')
})

it('tells a draft that nobody has published from one that could not go live', async () => {
  const hall = await hallApp()
  const draft = { ...rulesPlan, waitLimitMinutes: 5 }
  await hall.does('PUT /api/plan/draft?from=0', { as: 'manager', body: draft })
  expect(await level(hall, 'draft-unpublished')).toBe('should')
  expect(await level(hall, 'draft-refused')).toBe('ready')
})

it('knows of a copy that was put aside, until it is a week old, and of a manager’s first password', async () => {
  const hall = await hallApp({ at: Date.now() })
  expect(await level(hall, 'no-copy')).toBe('should')
  mkdirSync(join(hall.dir, 'aside-2026-11-24T01-00-00'))
  expect(await level(hall, 'no-copy')).toBe('should')
  writeFileSync(join(hall.dir, 'aside-2026-11-24T01-00-00/antre.db'), '')
  expect(await level(hall, 'no-copy')).toBe('ready')
  hall.later({ hours: 8 * 24 })
  expect(await level(hall, 'no-copy')).toBe('should')
  expect(await level(hall, 'first-password')).toBe('ready')
  const id = hall.access.staff.byUsername('manager')?.id ?? ''
  hall.access.staff.setPassword(id, { hash: 'x', mustChange: true })
  expect(await point(hall, 'first-password')).toMatchObject({
    level: 'must',
    detail: 'Still with the first password: manager.',
  })
})

it('anybody who asks for a copy while one is being made gets that one', async () => {
  const hall = await hallApp()
  const copy = () => hall.ask<{ file: string }>('POST /api/copies', { as: 'manager', body: {} })
  const answers = await Promise.all(Array.from({ length: 8 }, copy))
  expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => 200))
  const [file = ''] = new Set(answers.map(({ body }) => body.file))
  expect(readdirSync(join(hall.dir, 'copies')).map((name) => `copies/${name}`)).toEqual([file])
  hall.later({ minutes: 1 })
  expect((await copy()).body.file).not.toBe(file)
})

it('copies the data while the hall goes on, whole, and keeps the newest three', async () => {
  const hall = await hallApp({ at: Date.now() })
  expect(await level(hall, 'no-copy')).toBe('should')
  const copies = async () => {
    const [{ file }, taken] = await Promise.all([
      hall.does<{ file: string }>('POST /api/copies', { as: 'manager', body: {} }),
      hall.take(['kk']),
    ])
    expect(taken.visit.number).toMatch(/^A/)
    return file
  }
  const first = await copies()
  expect(await level(hall, 'no-copy')).toBe('ready')
  const db = new Database(join(hall.dir, first), { readonly: true })
  expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
  expect(db.prepare(`SELECT count(*) AS n FROM events WHERE type = 'day-opened'`).get()).toEqual({ n: 1 })
  db.close()
  const made = [first]
  for (let nth = 0; nth < 3; nth += 1) {
    hall.later({ minutes: 1 })
    made.push(await copies())
  }
  expect(readdirSync(join(hall.dir, 'copies')).map((name) => `copies/${name}`)).toEqual(made.slice(1))
  expect(await hall.outcome('POST /api/copies', { as: 'spv', body: {} })).toBe('403 not-allowed')
})
