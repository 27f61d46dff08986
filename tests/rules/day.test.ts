// Rules D: a day ends, the next begins.
import { expect, it } from 'vitest'
import { fold, foldDays } from '../../server/hall/rules.ts'
import { minutesUntilServed } from '../../server/hall/visit/standing.ts'
import {
  call,
  callNext,
  close,
  finish,
  hold,
  miss,
  open,
  pause,
  putBack,
  refer,
  release,
  start,
  take,
  undo,
} from './commands.ts'
import { given, type Story } from './given.ts'
import { rulesPlan } from './rules-plan.ts'
import { factsAtClose, factsNow } from '../figures/facts-of.ts'

/** One visit in each state at the end of the first day: waiting, blocked, held, missed, called, serving. */
function evening(): Story {
  const story = given(rulesPlan, '15:00', ...['1', '2', '3'].map((label) => open(`loket-${label}`)))
  for (const id of ['held', 'missed', 'called', 'waiting']) story.does(take(id, ['kk', 'ktp']))
  story.does(take('serving', ['skck', 'bayar']))
  story.does(call('loket-1', 'held'))
  story.does(hold('loket-1', 600))
  story.does(call('loket-1', 'missed'))
  story.does(miss('loket-1'))
  story.does(call('loket-1', 'called'))
  story.does(callNext('loket-3'))
  story.at('15:20').does(start('loket-3'))
  return story
}

it('[D1] at the hall’s midnight everything that waits expires', () => {
  const story = evening()
  story.nextDay('07:30')
  const { visits, day } = story.hall.yesterday ?? {}
  expect(day).toBe('2026-11-24')
  for (const id of ['held', 'missed', 'called', 'waiting']) {
    expect(visits?.get(id)?.steps.map(({ status }) => status)).toEqual(['expired', 'expired'])
  }
  expect(visits?.get('serving')?.steps.map(({ status }) => status)).toEqual(['serving', 'expired'])
  expect(story.hall.dues).toEqual([])
})

it('[D1] at the hall’s midnight everything that waits expires: nobody waits through a night without a server', () => {
  const story = given(rulesPlan, '23:00', take('a', ['kk']))
  const midnight = story.hall.endsAt
  story.nextDay('07:30')
  expect(story.hall.yesterday?.visits.get('a')?.steps).toMatchObject([
    { status: 'expired', endedAt: midnight, waitedMs: 3_600_000 },
  ])
})

it('[D2] a visitor being served at midnight may be finished with', () => {
  const story = evening().nextDay('00:00')
  const states = [...story.hall.counters.values()].map(({ state, staff }) => `${state} ${staff}`)
  expect(states.slice(0, 3)).toEqual(['closed null', 'closed null', 'paused citra'])
  expect(story.present('loket-3')).toBe('serving')
  expect(story.visit('serving')).toMatchObject({
    number: 'S001',
    slip: { status: 'none', noted: true },
    steps: [{ id: 'serving.1', status: 'serving', returns: null }],
  })
  story.at('00:05').does(finish('loket-3'))
  expect(story.statuses('serving')).toEqual(['done'])
  story.does(undo('loket-3'))
  expect(story.present('loket-3')).toBe('serving')
})

it('[D2] a visitor being served at midnight may be finished with: all other counters close', () => {
  const story = evening().nextDay('00:00')
  const close = story.records.findIndex(({ event }) => event.type === 'day-closed')
  const { closed, counters } = fold(story.records.slice(0, close + 1), rulesPlan)
  const told = [...counters.values()].map(({ state, staff, current }) => [state, staff, current?.visit])
  expect(closed).toBe(true)
  expect(told.slice(0, 3)).toEqual([
    ['closed', null, undefined],
    ['closed', null, undefined],
    ['open', 'citra', 'serving'],
  ])
})

it('[D2] a visitor being served at midnight may be finished with: who had returned counts as that', () => {
  const story = given(rulesPlan, open('loket-1'), take('a', ['kk']), callNext('loket-1'), start('loket-1'))
  story.does(finish('loket-1', null, [], { comeBack: true }))
  for (const command of [release('loket-1', 'a'), callNext('loket-1'), start('loket-1')]) story.does(command)
  story.nextDay('08:00')
  expect(factsNow(story)).toMatchObject([{ step: 'a.2', returns: true }])
})

it('[D2] a visitor being served at midnight may be finished with: also after a second midnight', () => {
  const story = evening().nextDay('08:00').nextDay('08:00')
  story.does(finish('loket-3'))
  expect(factsNow(story)).toMatchObject([{ day: '2026-11-24', step: 'serving.1', outcome: 'served' }])
})

it('[D3] a visit counts for the day it began', () => {
  const story = evening().nextDay('00:00')
  story.at('00:05').does(finish('loket-3'))
  expect(factsNow(story)).toMatchObject([
    { day: '2026-11-24', step: 'serving.1', counter: 'loket-3', staff: 'citra', outcome: 'served' },
  ])
  expect(story.hall.pace.size).toBe(0)
  expect(story.hall.counters.get('loket-3')).toMatchObject({ served: 0, servedMs: 0 })
  story.does(open('loket-3'))
  expect(minutesUntilServed(story.hall, 'skck', story.hall.at)).toBe(10)
})

it('[D3] a visit counts for the day it began: the last caller stays known', () => {
  const story = evening()
  story.nextDay('00:00')
  const facts = factsAtClose(story)
  expect(facts.find(({ step }) => step === 'missed.1')).toMatchObject({
    status: 'expired',
    calls: 1,
    counter: 'loket-1',
    staff: 'ayu',
  })
  expect(facts.find(({ step }) => step === 'waiting.1')).toMatchObject({
    calls: 0,
    counter: null,
    staff: null,
    startedAt: null,
  })
})

it('[D4] a visit of an earlier day no longer waits for anything', () => {
  const story = evening().nextDay('08:00')
  expect(story.refusal(hold('loket-3'))).toBe('hall-closed')
  expect(story.refusal(refer('loket-3', 'kk', true))).toBe('hall-closed')
  story.does(putBack('loket-3'))
  expect(story.statuses('serving')).toEqual(['expired'])
  story.does(open('loket-3'))
  expect(story.next('loket-3')).toBeNull()
})

it('[D4] a visit of an earlier day no longer waits for anything: a supervisor closes the counter over it', () => {
  const story = evening().nextDay('08:00')
  story.does(close('loket-3', 'komang', true))
  expect(story.statuses('serving')).toEqual(['expired'])
  expect(story.hall.counters.get('loket-3')).toMatchObject({ state: 'closed', staff: null })
})

it('[D5] days on which the server was off are skipped', () => {
  const story = evening()
  const from = story.records.length
  story.nextDay('08:00', 7)
  expect(story.records.slice(from).map(({ event, day }) => [event.type, day])).toEqual([
    ['day-closed', '2026-11-24'],
    ['day-opened', '2026-12-01'],
  ])
})

it('[D6] opening the day that is open changes nothing', () => {
  const story = given(rulesPlan, take('a', ['kk']))
  const { day, startsAt, endsAt } = story.hall
  const again = { type: 'open-day', day, startsAt, endsAt, numbers: {}, plan: rulesPlan } as const
  expect(story.does(again)).toEqual([])
})

it('[D7] yesterday’s numbers can still be asked about', () => {
  const story = given(rulesPlan, take('a', ['kk'])).nextDay('08:00')
  expect(story.hall.tokens.has('token-a')).toBe(false)
  expect(story.hall.yesterday?.tokens.get('token-a')).toBe('a')
  story.nextDay('08:00')
  expect(story.hall.yesterday?.tokens.has('token-a')).toBe(false)
})

it('[D7] yesterday’s numbers can still be asked about: also after a restart', () => {
  const story = given(rulesPlan, take('a', ['kk']))
  expect(foldDays(story.records, [], rulesPlan)).toEqual(story.hall)
  const first = story.records.length
  story.nextDay('08:00')
  const opening = story.records.findIndex(({ event }, place) => place >= first && event.type === 'day-opened')
  const again = foldDays(story.records.slice(opening), story.records.slice(0, opening), rulesPlan)
  expect(again).toEqual(story.hall)
  expect(again.yesterday?.tokens.get('token-a')).toBe('a')
})

it('[D8] a day needs nothing from the days before', () => {
  const story = evening().nextDay('08:00')
  story.does(take('a', ['kk']))
  story.does(finish('loket-3'))
  story.does(pause('loket-3'))
  const opening = story.records.findLastIndex(({ event }) => event.type === 'day-opened')
  const alone = fold(story.records.slice(opening), { ...rulesPlan, services: [], counters: [] })
  expect(alone).toEqual({ ...story.hall, yesterday: null })
})
