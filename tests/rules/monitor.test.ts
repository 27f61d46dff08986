// The rules MO1 to MO10 of docs/monitor.md, without a server.
import { describe, expect, it } from 'vitest'
import type { Plan } from '../../server/hall/plan.ts'
import type { Command } from '../../server/hall/command.ts'
import type { Context, KnownPerson, Usual } from '../../server/live/context.ts'
import { type MonitorView, monitorView } from '../../server/live/monitor.ts'
import { MonitorView as Shape } from '../../server/live/monitor.ts'
import { nothingTold } from '../../server/forecast/hall/keep.ts'
import { openUsual, type PastStep } from '../../server/reports/usual.ts'
import { placed } from '../../counter-ui/monitor/Lines.tsx'
import Database from 'better-sqlite3'
import { Check } from 'typebox/value'
import { migrate } from '../../server/store/schema.ts'
import { readTimes } from '../../server/store/tables/facts.ts'
import { replaceDay } from '../../server/store/tables/facts-portions.ts'
import { aFact } from '../figures/a-fact.ts'
import { toldOf } from '../forecast/here.ts'
import { callNext, finish, giveUp, open, pause, hold, refer, say, start, take } from './commands.ts'
import { given, type Story, type WallClock } from './given.ts'
import { regularPlan, rulesPlan } from './rules-plan.ts'
import { seen } from './seen.ts'
import { answerHelp, askHelp, setPhase } from './steer-commands.ts'

function see(story: Story, more: Partial<Context> = {}, agency: string | null = null): MonitorView {
  const found = monitorView({ ...seen(story.hall, story.time.now), ...more }, agency)?.view
  if (!found) throw new Error('no view')
  expect(Check(Shape, found)).toBe(true)
  return found
}
const ids = (lines: readonly { id: string }[]) => lines.map(({ id }) => id)
function line(view: MonitorView, id: string) {
  const found = [...view.agencies, ...view.zones].find((one) => one.id === id)
  if (!found) throw new Error(`no line ${id}`)
  return found
}
/** Somebody is served at the counter from one time to another. */
const serves = (counter: string, from: WallClock, to: WallClock): (WallClock | Command)[] => [
  from,
  callNext(counter),
  start(counter),
  to,
  finish(counter),
]
/** A hall that has been closed through the night: nothing happened in it yet. */
const inTheMorning = (plan: Plan, at: WallClock, ...commands: Command[]) => {
  const story = given(plan).nextDay(at)
  for (const command of commands) story.does(command)
  return story
}
const officer = (id: string, agency: string, signedIn = true): KnownPerson => {
  return { id, username: id, name: id, role: 'officer', agency, signedIn }
}
/** Two zones serve `bayar`. */
const sharedPlan: Plan = {
  ...regularPlan,
  counters: regularPlan.counters.map((one) => (one.id === 'loket-6' ? { ...one, zone: 'depan' } : one)),
}
const noUsual: Usual = { days: 0, taken: new Map(), served: new Map() }

describe('the lines', () => {
  it('[MO1] every agency and every zone has a line, and the whole hall', () => {
    const story = given(sharedPlan, '09:00', open('loket-1'), take('a', ['kk', 'bayar']), take('b', ['skck']))
    const view = see(story)
    expect([ids(view.agencies).sort(), ids(view.zones).sort()]).toEqual([
      ['bank', 'dukcapil', 'polres'],
      ['belakang', 'depan', 'tengah'],
    ])
    expect(view.all).toMatchObject({ waiting: 3, counters: { open: 1, paused: 0, closed: 5 } })
    // Loket 5 and Loket 6 both serve `bayar`.
    expect(['depan', 'belakang', 'tengah'].map((id) => line(view, id).waiting)).toEqual([2, 1, 1])
  })

  it('[MO1] every agency and every zone has a line, and the whole hall: a supervisor’s own part is whole and nothing more', () => {
    const story = given(sharedPlan, '09:00', take('a', ['kk', 'bayar']), take('b', ['skck']))
    const view = see(story, {}, 'dukcapil')
    expect([view.agency, ids(view.agencies), ids(view.zones)]).toEqual(['dukcapil', ['dukcapil'], ['depan']])
    expect([view.all.waiting, line(view, 'depan').waiting]).toEqual([1, 1])
    expect(monitorView(seen(story.hall, story.time.now), 'nowhere')).toBeUndefined()
  })

  it('[MO1] every agency and every zone has a line, and the whole hall: devices only where the agency stands', () => {
    const story = given(regularPlan, '09:00')
    const silentZones = () => ['depan', 'tengah'].map((zone) => ({ zone, since: story.time.now }))
    expect(see(story, { silentZones }).equipment).toHaveLength(2)
    expect(see(story, { silentZones }, 'polres').equipment).toMatchObject([{ zone: 'tengah' }])
    expect(['polres', 'tengah'].map((id) => line(see(story, { silentZones }), id).need)).toEqual([
      'none',
      'unheard',
    ])
  })
})

describe('the order', () => {
  const needs = (view: MonitorView) => view.agencies.map(({ id, need }) => `${id} ${need}`)

  it('[MO2] whatever needs somebody most comes first', () => {
    const story = given(regularPlan, '08:00', open('loket-1'), open('loket-3'), take('a', ['kk']))
    expect(needs(see(story))).toEqual(['dukcapil none', 'polres none', 'bank none'])
    story.does(take('b', ['bayar']))
    expect(needs(see(story))[0]).toBe('bank alone')
    story.at('08:50')
    expect(needs(see(story))).toEqual(['bank alone', 'dukcapil near', 'polres none'])
    story.does(askHelp('loket-3'))
    expect(needs(see(story))).toEqual(['polres help', 'bank alone', 'dukcapil near'])
    story.does(askHelp('loket-1', true))
    expect(needs(see(story))[0]).toBe('dukcapil alarm')
    story.does(answerHelp('loket-1'))
    story.does(answerHelp('loket-3'))
    story.at('09:00')
    expect(needs(see(story))).toEqual(['bank alone', 'dukcapil past', 'polres none'])
  })

  it('[MO2] whatever needs somebody most comes first: of two with the same need the one with more people', () => {
    const story = given(regularPlan, '09:00', take('a', ['kk']), take('b', ['bayar']), take('c', ['bayar']))
    expect(needs(see(story))).toEqual(['bank alone', 'dukcapil alone', 'polres none'])
  })

  it('[MO2] whatever needs somebody most comes first: before the hours and in a break nobody is alone', () => {
    const story = given(regularPlan, '11:50', take('a', ['kk']))
    const need = (at: WallClock) => see(story.at(at)).agencies[0]?.need
    expect([need('11:59'), need('12:00'), need('12:59'), need('13:00')]).toEqual([
      'alone',
      'none',
      'none',
      'alone',
    ])
    expect(see(inTheMorning(rulesPlan, '07:45', take('a', ['kk']))).agencies[0]?.need).toBe('alone')
  })

  it('[MO2] whatever needs somebody most comes first: a call that nobody hears, and slips', () => {
    const story = given(regularPlan, '09:00', open('loket-1'), take('a', ['kk'], { printer: 'p' }))
    story.at('09:02')
    expect(line(see(story), 'dukcapil')).toMatchObject({ need: 'slips', slips: 1, waiting: 1, longest: null })
    story.does(take('b', ['kk']))
    const called = story.does(callNext('loket-1'))
    const [made] = called.flatMap((event) => (event.type === 'called' ? [event.announcement] : []))
    story.does(say(made ?? ''))
    story.at('09:03').does(giveUp(made ?? ''))
    expect(line(see(story), 'dukcapil')).toMatchObject({
      need: 'unheard',
      unheard: 1,
      unheardToday: 1,
      called: 1,
    })
    story.does(start('loket-1'))
    expect(line(see(story), 'dukcapil')).toMatchObject({
      need: 'slips',
      unheard: 0,
      unheardToday: 1,
      serving: 1,
    })
  })

  it('[MO9] no line moves while somebody touches the list', () => {
    const before = placed(null, ['a', 'b', 'c'], 0, false)
    expect(placed(before, ['c', 'b', 'a'], 60_000, true).ids).toEqual(['a', 'b', 'c'])
    // What is new comes at the end, what is gone leaves.
    expect(placed(before, ['d', 'c', 'a'], 60_000, true).ids).toEqual(['a', 'c', 'd'])
    expect(placed(before, ['c', 'b', 'a'], 4_999, false).ids).toEqual(['a', 'b', 'c'])
    const after = placed(before, ['c', 'b', 'a'], 5_000, false)
    expect(after.ids).toEqual(['c', 'b', 'a'])
    expect(placed(after, ['a', 'b', 'c'], 9_999, false).ids).toEqual(['c', 'b', 'a'])
  })
})

describe('the waits', () => {
  const five = ['a', 'b', 'c', 'd', 'e'].flatMap((id, nth): (WallClock | Command)[] => [
    `09:0${nth}` as WallClock,
    take(id, ['kk']),
  ])

  it('[MO3] the longest wait is told as it is, and the typical one is the median of those who wait now', () => {
    const story = given(regularPlan, open('loket-1'), ...five.slice(0, 8))
    story.at('09:10')
    expect(line(see(story), 'dukcapil')).toMatchObject({
      longest: { number: 'A001', service: 'kk', since: new Date(story.time.now - 600_000).toISOString() },
      typicalSeconds: null,
    })
    const more = given(regularPlan, open('loket-1'), ...five)
    more.at('09:10')
    expect(line(see(more), 'dukcapil').typicalSeconds).toBe(480)
  })

  it('[MO3] the longest wait is told as it is, and the typical one is the median of those who wait now: breaks don’t count against the limit', () => {
    const story = given(regularPlan, '11:30', open('loket-1'), take('a', ['kk']))
    story.at('13:19:59')
    expect(line(see(story), 'dukcapil')).toMatchObject({ near: 0, past: 0 })
    story.at('13:20')
    expect(line(see(story), 'dukcapil')).toMatchObject({ near: 1, past: 0, need: 'near' })
    story.at('13:30')
    expect(line(see(story), 'dukcapil')).toMatchObject({ near: 0, past: 1, need: 'past' })
  })

  it('[MO3] the longest wait is told as it is, and the typical one is the median of those who wait now: also once the clock was set back', () => {
    const story = given(regularPlan, open('loket-1'), ...five)
    story.at('09:10').setClockBack(60)
    expect(line(see(story), 'dukcapil').typicalSeconds).toBe(480)
  })

  it('[MO4] anyone who has waited longer than the service level is late', () => {
    const story = given(regularPlan, '09:00', open('loket-1'), take('a', ['kk']))
    const late = (at: WallClock) => story.at(at) && line(see(story), 'dukcapil').late
    expect([late('09:15'), late('09:15:01')]).toEqual([0, 1])
    const plan = { ...regularPlan, reports: { level: 30 } }
    expect(line(see(given(plan, '09:00', take('a', ['kk']), '09:16')), 'dukcapil').late).toBe(0)
  })
})

describe('the forecast', () => {
  const many = (count: number, from = 0) =>
    Array.from({ length: count }, (_, nth) => take(`v${from + nth}`, ['kk']))
  const unserved = (story: Story, usual: Usual | null = null, id = 'dukcapil') =>
    line(see(story, { usual: () => usual }), id).unserved

  it('[MO5] anyone whom the forecast does not call counts as not served before closing: while there is none, what is left to do, less what the open counters can do', () => {
    // 15.30 is two hours ahead, `kk` takes ten minutes by the plan: one counter serves 12 of 15.
    const story = given(regularPlan, '13:30', open('loket-1'), ...many(15))
    const closes = new Date(story.time.now + 2 * 3_600_000).toISOString()
    expect(unserved(story)).toEqual({ count: 3, closes, expected: null, byPlan: true })
    story.does(open('loket-2'))
    expect(unserved(story)?.count).toBe(0)
    expect(line(see(story), 'polres').unserved?.count).toBe(0)
  })

  it('[MO5] anyone whom the forecast does not call counts as not served before closing', () => {
    const story = given(regularPlan, '13:30', open('loket-1'), ...many(15))
    const tells = toldOf(story.hall, story.time.now, 60)
    const services = ['kk', 'ktp', 'akta']
    const chances = [...story.hall.visits.values()].map(
      (visit) => tells.toKeep(visit, 0, story.time.now)?.today,
    )
    const sum = chances.reduce((all: number, one) => all + 1 - (one ?? 0), 0)
    expect(tells.notCalled(services, story.time.now)?.count).toBeCloseTo(sum)
    expect(sum).toBeGreaterThan(1)
    const told = (usual: Usual | null = null) =>
      line(see(story, { tells, usual: () => usual }), 'dukcapil').unserved
    expect(told()).toMatchObject({ count: Math.round(sum), byPlan: true })
    // Who usually comes once numbers are hardly served any more is not served either; who comes before that is.
    const late = new Map([['kk', Array.from({ length: 96 }, (_, quarter) => (quarter === 60 ? 8 : 0))]])
    expect(tells.advice().stops.get('kk')).toBeLessThan(story.time.now + 90 * 60_000)
    expect(told({ days: 3, taken: late, served: new Map() })).toMatchObject({
      count: Math.round(sum + 8),
      expected: 8,
    })
    // On hold without a time: in nobody's plan for today.
    story.does(callNext('loket-1'))
    story.does(hold('loket-1'))
    const [before, after] = [sum, toldOf(story.hall, story.time.now, 60).notCalled(services, story.time.now)]
    expect(after?.count).toBeLessThan(before)
  })

  it('[MO5] anyone whom the forecast does not call counts as not served before closing: while there is none, what is left to do, less what the open counters can do: today’s pace once five are done', () => {
    const story = given(regularPlan, '13:00', open('loket-1'), ...many(20))
    for (const nth of [0, 1, 2, 3, 4])
      for (const one of serves(
        'loket-1',
        `13:${String(nth * 5).padStart(2, '0')}` as WallClock,
        `13:${String(nth * 5 + 5).padStart(2, '0')}` as WallClock,
      ))
        if (typeof one === 'string') story.at(one)
        else story.does(one)
    // Five minutes each in the last hour: in two there is time for all 15.
    expect(unserved(story.at('13:30'))).toMatchObject({ count: 0, byPlan: false })
    story.at('14:30')
    // Five minutes each, an hour is left: 12 of the 15 who wait. They ended more than an hour ago, but it is today’s pace.
    expect(unserved(story)).toMatchObject({ count: 3, byPlan: false })
  })

  it('[MO5] anyone whom the forecast does not call counts as not served before closing: while there is none, what is left to do, less what the open counters can do: nobody serves, somebody pauses, on hold', () => {
    const story = given(regularPlan, '14:30', ...many(2))
    expect(unserved(story)?.count).toBe(2)
    story.does(open('loket-1'))
    expect(unserved(story)?.count).toBe(0)
    story.does({ ...pause('loket-1'), minutes: 55 })
    // Five minutes are left after the pause, half a visitor’s time.
    expect(unserved(story)?.count).toBe(2)
    const held = given(regularPlan, '15:29', open('loket-1'), ...many(1))
    for (const one of [callNext('loket-1'), hold('loket-1')]) held.does(one)
    expect(unserved(held)?.count).toBe(1)
  })

  it('[MO5] anyone whom the forecast does not call counts as not served before closing: while there is none, what is left to do, less what the open counters can do: with who usually still comes', () => {
    const story = given(regularPlan, '13:37:30', open('loket-1'), ...many(12))
    const taken = (at: number, count: number) =>
      new Map([['kk', Array.from({ length: 96 }, (_, quarter) => (quarter === at ? count : 0))]])
    const usual = (at: number, count: number, days = 3) => ({
      days,
      taken: taken(at, count),
      served: new Map(),
    })
    const before = unserved(story)?.count ?? 0
    // Half of the present quarter is over.
    expect(unserved(story, usual(54, 8))).toMatchObject({ expected: 4, count: before + 4 })
    expect(unserved(story, usual(55, 8))).toMatchObject({ expected: 8, count: before + 8 })
    expect(unserved(story, usual(53, 8))).toMatchObject({ expected: 0, count: before })
    expect(unserved(story, usual(55, 8, 2))).toMatchObject({ expected: null, count: before })
    story.does(setPhase('kk', 'paused', { waiting: 'serve' }))
    expect(unserved(story, usual(55, 8))).toMatchObject({ expected: 0 })
  })

  it('[MO5] anyone whom the forecast does not call counts as not served before closing: while there is none, what is left to do, less what the open counters can do: only in the hours', () => {
    const story = inTheMorning(regularPlan, '07:59')
    const isKnown = (at: WallClock) => unserved(story.at(at)) !== null
    expect([
      isKnown('07:59'),
      isKnown('08:00'),
      isKnown('12:30'),
      isKnown('15:29'),
      isKnown('15:30'),
    ]).toEqual([false, true, false, true, false])
    // Saturday.
    const saturday = given(regularPlan, '09:00').nextDay('09:00', 4)
    expect([unserved(saturday), see(saturday).hours.open, see(saturday).quarters.count]).toEqual([
      null,
      false,
      0,
    ])
  })
})

describe('the day', () => {
  it('[MO7] numbers taken and steps ended are counted by quarters of an hour', () => {
    const story = given(
      regularPlan,
      ...([
        '08:00',
        open('loket-1'),
        open('loket-3'),
        take('a', ['kk']),
        '08:16',
        take('b', ['kk']),
      ] as const),
      ...serves('loket-1', '08:17', '08:31'),
      callNext('loket-1'),
      start('loket-1'),
      refer('loket-1', 'skck'),
      ...serves('loket-3', '08:46', '08:50'),
    )
    const view = see(story)
    // From 08.00 on.
    expect([view.quarters.from, view.quarters.count]).toEqual([480, 30])
    const { taken, served, quarters } = line(view, 'dukcapil')
    expect([taken, served, quarters.taken.slice(0, 4), quarters.served.slice(0, 4)]).toEqual([
      2,
      2,
      [1, 1, 0, 0],
      [0, 0, 2, 0],
    ])
    const polres = line(view, 'polres')
    expect([polres.taken, polres.served, polres.quarters.served.slice(0, 4)]).toEqual([0, 1, [0, 0, 0, 1]])
    expect(view.all).toMatchObject({ taken: 2, served: 3 })
  })

  it('[MO7] numbers taken and steps ended are counted by quarters of an hour: before and after the hours too', () => {
    const story = inTheMorning(rulesPlan, '06:50', take('a', ['kk']))
    expect(see(story).quarters).toEqual({ from: 405, count: 35 })
  })

  it('[MO6] what is usual is the mean of the last eight days of the same weekday that have figures', () => {
    const asked: string[] = []
    const minute = (day: string, at: number) => Date.parse(`${day}T00:00:00+08:00`) + at * 60_000
    const step = (day: string, at: number): PastStep => {
      return {
        service: 'kk',
        counter: 'loket-1',
        takenAt: minute(day, at),
        endedAt: minute(day, at + 20),
        isTicket: true,
        isDone: true,
      }
    }
    /** Every second Tuesday has figures, and each earlier one has one more number at eight. */
    const stepsOf = (day: string) => {
      asked.push(day)
      return asked.length % 2 === 0
        ? []
        : Array.from({ length: (asked.length + 1) / 2 }, () => step(day, 480))
    }
    const story = given(regularPlan, '09:00')
    let turns = 0
    const queue: (() => void)[] = []
    const usual = openUsual({
      hall: story.hall,
      stepsOf,
      now: () => story.time.now,
      changed: () => (turns += 1000),
      failed: () => {},
      inAnotherTurn: (what) => queue.push(what),
    })
    expect(usual()).toBeNull()
    expect(usual()).toBeNull()
    while (queue.length > 0) {
      turns += 1
      queue.shift()?.()
    }
    // One day a turn: 13 weeks back, seven of them with figures; and the turn that finds the end.
    expect([asked.length, asked[0], asked[12], turns]).toEqual([13, '2026-11-17', '2026-08-25', 1014])
    const found = usual()
    expect([found?.days, found?.taken.get('kk')?.[32], found?.served.get('loket-1')?.[33]]).toEqual([7, 4, 4])
    const view = see(story, { usual })
    expect(view.usualDays).toBe(7)
    expect(line(view, 'dukcapil').quarters.usual?.taken.slice(0, 2)).toEqual([4, 0])
  })

  it('[MO6] what is usual is the mean of the last eight days of the same weekday that have figures: not of two, and again after a failure', () => {
    const story = given(regularPlan, '09:00')
    expect(see(story, { usual: () => ({ ...noUsual, days: 2 }) })).toMatchObject({
      usualDays: 2,
      all: { quarters: { usual: null } },
    })
    expect(see(story).usualDays).toBeNull()
    let isBroken = true
    const failures: unknown[] = []
    const usual = openUsual({
      hall: story.hall,
      stepsOf: (day) => {
        if (isBroken) throw new Error('disk')
        return [
          {
            service: 'kk',
            counter: null,
            takenAt: Date.parse(day),
            endedAt: null,
            isTicket: true,
            isDone: false,
          },
        ]
      },
      now: () => story.time.now,
      changed: () => {},
      failed: (error) => void failures.push(error),
      inAnotherTurn: (what) => what(),
    })
    usual()
    expect([usual()?.days, failures.length]).toEqual([0, 1])
    isBroken = false
    story.at('10:00')
    usual()
    expect(usual()?.days).toBe(8)
  })

  it('[MO8] a counter could be opened if it is closed, and an officer is free who has signed in and has no counter', () => {
    const people = () => [
      officer('ayu', 'dukcapil'),
      officer('budi', 'dukcapil'),
      officer('x', 'dukcapil', false),
      officer('citra', 'polres'),
    ]
    const story = given(
      regularPlan,
      '09:00',
      open('loket-1'),
      take('a', ['akta']),
      take('b', ['kk']),
      take('c', ['kk']),
    )
    expect(line(see(story, { people }), 'dukcapil')).toMatchObject({
      free: 1,
      counters: { open: 1, paused: 0, closed: 1 },
      act: { counter: 'loket-2', service: 'kk' },
    })
    expect(line(see(story, { people }), 'polres')).toMatchObject({
      free: 1,
      act: { counter: null, service: null },
    })
    expect(see(story, { people }).all.free).toBe(2)
  })

  it('[MO8] a counter could be opened if it is closed, and an officer is free who has signed in and has no counter: first for those whom nobody serves', () => {
    const plan = {
      ...regularPlan,
      counters: regularPlan.counters.map((one) => ({ ...one, agency: 'dukcapil', zone: 'depan' })),
    }
    const services = plan.services.map((one) => ({ ...one, agency: 'dukcapil' }))
    const story = given(
      { ...plan, services },
      '09:00',
      open('loket-1'),
      take('a', ['kk', 'bayar']),
      take('b', ['kk']),
      take('c', ['kk']),
    )
    expect(line(see(story), 'dukcapil').act).toEqual({ counter: 'loket-5', service: 'kk' })
  })
})

it('a line advises which of its services should stop giving numbers, and from when, the earliest first', () => {
  const story = given(regularPlan, '09:00', take('a', ['kk']))
  const { now } = story.time
  const stops = new Map([
    ['kk', now + 120_000],
    ['akta', now + 60_000],
    ['skck', now],
  ])
  const tells = { ...nothingTold, advice: () => ({ counters: new Map(), stops }) }
  expect(line(see(story, { tells }), 'dukcapil').act).toMatchObject({
    service: 'akta',
    stops: [{ service: 'akta' }, { service: 'kk' }],
  })
})

it('[MO7] numbers taken and steps ended are counted by quarters of an hour: of days that are over by their facts', () => {
  const db = new Database(':memory:')
  migrate(db)
  const facts = (['ticket', 'seated', 'referred', 'come-back', 'return', 'paper'] as const).map(
    (cameBy, nth) =>
      aFact({ day: '2026-11-17', visit: `v${nth}`, step: `v${nth}.1`, cameBy, status: 'done' }),
  )
  replaceDay(
    db,
    { day: '2026-11-17', facts, spans: [], names: [], hours: null },
    { version: 1, madeOf: '', carries: false },
  )
  const times = readTimes(db, '2026-11-17')
  expect(times.map(({ isTicket, isDone }) => [isTicket, isDone])).toEqual([
    [true, true],
    [true, true],
    [false, true],
    [false, true],
    [false, true],
    [false, false],
  ])
  expect(readTimes(db, '2026-11-10')).toEqual([])
  db.close()
})
