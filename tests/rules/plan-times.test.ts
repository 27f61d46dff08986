// The faults of a plan's times: periods, single days, holidays, hours of agencies and counters, quotas.
import { expect, test } from 'vitest'
import type { Plan } from '../../server/hall/plan.ts'
import type { Quota } from '../../server/hall/times.ts'
import { planFaults } from '../../server/hall/plan-faults/plan-faults.ts'
import { smallPlan } from './small-plan.ts'

const text = (words: string) => ({ id: words, en: words })
const { hours } = smallPlan
const puasa = { id: 'puasa', name: text('Puasa'), from: '2027-02-08', to: '2027-03-09', hours }
const saturday = { day: '2026-12-05', name: text('Sabtu'), spans: [{ from: 480, to: 720 }] }
const pagi: Quota = {
  id: 'pagi',
  name: text('Pagi'),
  services: ['kk', 'skck'],
  per: 'half-day',
  most: 10,
}

function faults(fields: Partial<Plan>) {
  return planFaults({ ...smallPlan, ...fields }).map(({ at, code }) => `${at} ${code}`)
}

test('a plan may have times of every kind', () => {
  expect(
    faults({
      periods: [puasa, { ...puasa, id: 'polisi', agencies: ['polres'] }],
      days: [saturday, { ...saturday, day: '2026-12-24', spans: [], open: ['polres'] }],
      holidays: [
        {
          ...saturday,
          day: '2026-12-25',
          kind: 'joint-leave',
          open: ['dukcapil'],
          source: 'SKB 3 Menteri',
        },
      ],
      lastTicket: { minutes: 30, capacity: true },
      quotas: [{ ...pagi, splitAt: 690, atZero: { answer: 'reception', say: text('Tanyakan') } }],
      agencies: smallPlan.agencies.map((agency) => ({ ...agency, hours })),
      counters: smallPlan.counters.map((counter) => ({ ...counter, hours })),
    }),
  ).toEqual([])
})

test('a period overlaps another of the same hours, also on its first and last day, and not one of other hours', () => {
  const next = { ...puasa, id: 'lain' }
  const both = (one: object, other: object) =>
    faults({
      periods: [
        { ...puasa, ...one },
        { ...next, ...other },
      ],
    })
  expect(both({}, { from: '2027-03-09', to: '2027-03-20' })).toEqual(['periods[1].from periods-overlap'])
  expect(both({}, { from: '2027-03-10', to: '2027-03-20' })).toEqual([])
  expect(both({}, { from: '2027-01-01', to: '2027-02-08' })).toEqual(['periods[1].from periods-overlap'])
  expect(both({ agencies: ['polres', 'dukcapil'] }, { agencies: ['dukcapil'] })).toEqual([
    'periods[1].from periods-overlap',
  ])
  expect(both({ agencies: ['polres'] }, { agencies: ['dukcapil'] })).toEqual([])
  expect(both({}, { agencies: ['dukcapil'] })).toEqual([])
  expect(both({}, { from: '2027-04-02', to: '2027-04-01' })).toEqual(['periods[1].to days-backwards'])
})

test('of two periods that overlap the days are named that they have in common', () => {
  const common = (from: string, to: string) =>
    planFaults({ ...smallPlan, periods: [puasa, { ...puasa, id: 'lain', from, to }] }).map(
      ({ detail }) => detail,
    )
  const first = 'periods[0]'
  expect(common('2027-03-01', '2027-03-20')).toEqual([{ from: '2027-03-01', to: '2027-03-09', first }])
  expect(common('2027-02-01', '2027-02-20')).toEqual([{ from: '2027-02-08', to: '2027-02-20', first }])
  expect(common('2027-02-20', '2027-02-25')).toEqual([{ from: '2027-02-20', to: '2027-02-25', first }])
  expect(common('2027-01-01', '2027-12-31')).toEqual([{ from: '2027-02-08', to: '2027-03-09', first }])
})

test('a thousand periods are too many, and that is all that is said of them', () => {
  const periods = Array.from({ length: 1_000 }, (_, nth) => ({ ...puasa, id: `p-${nth}` }))
  expect(faults({ periods })).toEqual(['periods out-of-range'])
})

test('days that no calendar has and spans that run backwards are named wherever they stand', () => {
  const night = [{ from: 1200, to: 120 }]
  expect(
    faults({
      periods: [{ ...puasa, from: '2027-02-30', to: '2027-04-31', hours: { ...hours, 5: night } }],
      days: [{ ...saturday, day: '2026-11-31', spans: night }],
      holidays: [{ day: '2027-02-29', name: text('Libur'), spans: night }],
      counters: smallPlan.counters.map((one, nth) =>
        nth === 1 ? { ...one, hours: { ...hours, 2: night } } : one,
      ),
      agencies: smallPlan.agencies.map((one, nth) =>
        nth === 0 ? { ...one, hours: { ...hours, 7: night } } : one,
      ),
    }).toSorted(),
  ).toEqual([
    'agencies[0].hours.7[0] span-backwards',
    'counters[1].hours.2[0] span-backwards',
    'days[0].day day-unreal',
    'days[0].spans[0] span-backwards',
    'holidays[0].day day-unreal',
    'holidays[0].spans[0] span-backwards',
    'periods[0].from day-unreal',
    'periods[0].hours.5[0] span-backwards',
    'periods[0].to day-unreal',
  ])
})

test('agencies and services that no plan has are named, and those that are listed twice', () => {
  expect(
    faults({
      periods: [{ ...puasa, agencies: ['imigrasi'] }],
      days: [{ ...saturday, open: ['polres', 'polres', 'bpjs'] }],
      holidays: [{ day: '2027-01-01', name: text('Libur'), open: ['samsat'] }],
      quotas: [{ ...pagi, services: ['kk', 'kk', 'paspor'] }],
    }).toSorted(),
  ).toEqual([
    'days[0].open[1] listed-twice',
    'days[0].open[2] unknown-id',
    'holidays[0].open[0] unknown-id',
    'periods[0].agencies[0] unknown-id',
    'quotas[0].services[1] listed-twice',
    'quotas[0].services[2] unknown-id',
  ])
})

test('a quota of the whole day is not divided, and half a day has two halves', () => {
  const split = (fields: object) => faults({ quotas: [{ ...pagi, ...fields }] })
  expect(split({ splitAt: 705 })).toEqual([])
  expect(split({ splitAt: 700 })).toEqual(['quotas[0].splitAt split-of-no-half'])
  expect(split({ per: 'week', splitAt: 720 })).toEqual(['quotas[0].splitAt split-of-no-half'])
  expect(split({ splitAt: 0 })).toEqual(['quotas[0].splitAt split-of-no-half'])
  expect(split({ splitAt: 1440 })).toEqual(['quotas[0].splitAt split-of-no-half'])
})

test('names and words of times are there in each language of the plan', () => {
  expect(
    planFaults({
      ...smallPlan,
      languages: ['id', 'en', 'ban'],
      periods: [puasa],
      days: [saturday],
      quotas: [{ ...pagi, atZero: { answer: 'come-back', say: text('Besok') } }],
    })
      .filter(({ at }) => /^(periods|days|quotas)/.test(at))
      .map(({ at, code }) => `${at} ${code}`),
  ).toEqual([
    'periods[0].name text-missing',
    'days[0].name text-missing',
    'quotas[0].name text-missing',
    'quotas[0].atZero.say text-missing',
  ])
})
