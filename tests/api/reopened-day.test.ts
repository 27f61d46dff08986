// Rules D9 and D11 over HTTP and the disk: what a wrong close had done, and what a restart in between knows.
import { expect, it } from 'vitest'
import { checkJournal } from '../../server/store/journal/check.ts'
import { buildFacts } from '../../server/reports/facts/build.ts'
import { readFacts } from '../../server/store/tables/facts.ts'
import { fold } from '../../server/hall/rules.ts'
import { rulesPlan } from '../rules/rules-plan.ts'
import { hallApp, type HallApp } from './hall-app.ts'

const DAY = 86_400_000
const NOTE = 'suaminya sedang sakit'

/** Somebody waits with a colleague's note, somebody is called; then a manager confirms a clock that is a day ahead. */
async function wronglyClosed() {
  const hall = await hallApp()
  await hall.take(['kk'])
  const { visit } = await hall.take(['kk'])
  await hall.act('ayu', 'open', 'loket-1')
  await hall.act('ayu', 'call-next', 'loket-1')
  await hall.act('ayu', 'start', 'loket-1')
  await hall.act('ayu', 'refer', 'loket-1', { service: 'skck', note: NOTE })
  await hall.act('ayu', 'call-next', 'loket-1')
  hall.clock.leapt = DAY
  await hall.does('POST /api/clock/confirm', { as: 'manager' })
  return { hall, token: visit.token, step: visit.steps[0]?.id }
}
const clockOf = (hall: HallApp) => hall.does('GET /api/clock', { as: 'manager' })
const statusOf = async (hall: HallApp, token: string) => {
  const answer = await hall.does<{ visit: { steps: { status: string }[] } }>(`GET /api/visits/${token}`)
  return answer.visit.steps.map(({ status }) => status)
}
const signedInAgain = (hall: HallApp) => hall.signIn('manager')
const notes = (hall: HallApp) => hall.db.prepare('SELECT text FROM notes').pluck().all()

it('[D9] a day that was closed wrongly can be opened again: the manager sees which, and everybody is back', async () => {
  const { hall, token } = await wronglyClosed()
  expect(await statusOf(hall, token)).toEqual(['expired'])
  signedInAgain(hall)
  expect(await clockOf(hall)).toMatchObject({
    clock: 'right',
    day: '2026-11-25',
    people: 0,
    closed: { day: '2026-11-24', people: 2 },
  })
  hall.clock.leapt = 0
  expect(await hall.does('GET /api/health')).toMatchObject({ day: '2026-11-25' })
  await hall.does('POST /api/day/reopen', { as: 'manager' })
  expect(await statusOf(hall, token)).toEqual(['called'])
  expect(await clockOf(hall)).toMatchObject({ clock: 'right', day: '2026-11-24', people: 2, closed: null })
  // Nobody's session had ended: the day that it belongs to goes on.
  await hall.act('ayu', 'start', 'loket-1')
  await hall.act('ayu', 'finish', 'loket-1')
  const { visit } = await hall.take(['kk'])
  expect(visit.number).toBe('A003')
})

it('[D9] a day that was closed wrongly can be opened again: with the clock still wrong, which is asked about', async () => {
  const { hall, token } = await wronglyClosed()
  signedInAgain(hall)
  await hall.does('POST /api/day/reopen', { as: 'manager' })
  expect(await clockOf(hall)).toMatchObject({ clock: 'ahead', day: '2026-11-24', people: 2 })
  expect(await statusOf(hall, token)).toEqual(['called'])
  hall.clock.leapt = 0
  expect(await clockOf(hall)).toMatchObject({ clock: 'right' })
  expect(await hall.outcome('POST /api/day/reopen', { as: 'manager' })).toBe('409 nothing-to-reopen')
})

it('[D9] a day that was closed wrongly can be opened again: also after a restart, and a restart after it knows', async () => {
  const { hall, token } = await wronglyClosed()
  const again = await hallApp({ dir: hall.dir, at: hall.clock.now + 1000 })
  await again.does('POST /api/day/reopen', { as: 'manager' })
  expect(await statusOf(again, token)).toEqual(['called'])
  await again.take(['kk'])
  const third = await hallApp({ dir: hall.dir, at: hall.clock.now + 2000 })
  expect(await statusOf(third, token)).toEqual(['called'])
  expect([third.hall.day, third.hall.numbers.get('A')]).toEqual(['2026-11-24', 3])
  expect([...checkJournal(third.db, { fold: (events) => void fold(events, rulesPlan) })]).toEqual([])
})

it('[D11] what a wrong close did is put right: its facts are gone, and are written again at the real one', async () => {
  const { hall } = await wronglyClosed()
  const facts = () => readFacts(hall.db, '2026-11-24').map(({ number, status }) => `${number} ${status}`)
  const make = () => expect([...buildFacts(hall.db)]).not.toContainEqual({ fault: expect.any(String) })
  make()
  expect(facts()).toEqual(expect.arrayContaining(['A002 expired']))
  hall.clock.leapt = 0
  signedInAgain(hall)
  await hall.does('POST /api/day/reopen', { as: 'manager' })
  expect(facts()).toEqual([])
  hall.signIn('ayu')
  await hall.act('ayu', 'start', 'loket-1')
  await hall.act('ayu', 'finish', 'loket-1')
  hall.later({ hours: 20 })
  await hall.take(['kk'])
  make()
  expect(facts().sort()).toEqual(['A001 done', 'A001 expired', 'A002 done'])
})

it('[D11] what a wrong close did is put right: what was typed is erased once the new day is certain, and not before', async () => {
  const first = await hallApp()
  await first.take(['kk'])
  await first.act('ayu', 'open', 'loket-1')
  await first.act('ayu', 'call-next', 'loket-1')
  await first.act('ayu', 'start', 'loket-1')
  await first.act('ayu', 'refer', 'loket-1', { service: 'skck', note: NOTE })
  const hall = await hallApp({ dir: first.dir, at: first.clock.now + DAY })
  await hall.act('budi', 'open', 'loket-2')
  expect([hall.hall.day, notes(hall)]).toEqual(['2026-11-25', [NOTE]])
  const again = await hallApp({ dir: first.dir, at: first.clock.now + DAY + 1000 })
  expect(notes(again)).toEqual([NOTE])
  await again.take(['kk'])
  expect(notes(again)).toEqual([])
})

it('[D11] what a wrong close did is put right: a device that confirms the new day is enough', async () => {
  const first = await hallApp()
  await first.enrol('display')
  await first.take(['kk'])
  first.db.prepare('INSERT INTO notes VALUES (?, ?, ?)').run('n1', '2026-11-24', NOTE)
  const hall = await hallApp({ dir: first.dir, at: first.clock.now + DAY })
  await hall.act('budi', 'open', 'loket-2')
  expect(notes(hall)).toEqual([NOTE])
  const body = { kind: 'display', version: '0.1.0', clock: hall.clock.now }
  hall.cookies.set('display', first.cookies.get('display') ?? '')
  await hall.does('POST /api/devices/report', { as: 'display', from: '10.0.0.7', body })
  expect(notes(hall)).toEqual([])
})

it('[D11] what a wrong close did is put right: signing in ends no session of the day before', async () => {
  const first = await hallApp()
  await first.take(['kk'])
  const sessions = () => Number(first.db.prepare('SELECT count(*) FROM staff_session').pluck().get())
  const before = sessions()
  const hall = await hallApp({ dir: first.dir, at: first.clock.now + DAY, signIn: false })
  hall.signIn('ayu')
  await hall.act('ayu', 'open', 'loket-1')
  hall.signIn('ayu')
  expect(sessions()).toBe(before + 2)
  hall.signIn('manager')
  await hall.take(['kk'])
  hall.signIn('ayu')
  expect(sessions()).toBe(4)
})
