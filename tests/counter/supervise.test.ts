// The supervisors' page without a browser: what it finds in the view, what stays under the finger, and what it sends.
import { describe, expect, it } from 'vitest'
import type { AgencyCounter, AgencyService, AgencyView } from '../../server/live/agency.ts'
import { phaseBody, instantOf, wallOf } from '../../counter-ui/supervise/PhaseForm.tsx'
import { alertsOf, helpsOf, steady } from '../../counter-ui/supervise/Urgent.tsx'

const now = Date.parse('2026-11-24T03:00:00Z')
const counter = (rest: Partial<AgencyCounter>): AgencyCounter => ({
  id: 'loket-1',
  state: 'open',
  staff: { username: 'ayu', name: 'Ayu' },
  reason: null,
  pausedUntil: null,
  current: null,
  served: 0,
  averageSeconds: null,
  services: ['kk'],
  help: null,
  unread: 0,
  ...rest,
})
const service = (rest: Partial<AgencyService>): AgencyService => ({
  id: 'kk',
  status: 'open',
  until: null,
  reason: null,
  expected: null,
  where: null,
  quota: null,
  taken: 0,
  waiting: 0,
  held: 0,
  missed: 0,
  longest: null,
  atRisk: 0,
  forecast: null,
  openCounters: 1,
  ...rest,
})
const view = (counters: AgencyCounter[], services: AgencyService[], notTakenCount = 0): AgencyView => ({
  hall: {
    plan: 1,
    day: '2026-11-24',
    operation: 'trial',
    clockOffset: 0,
    clockSuspect: false,
    clock: 'right',
  },
  agency: 'dukcapil',
  afterHours: false,
  waitLimitMinutes: 60,
  silentZones: [],
  counters,
  services,
  staff: [],
  notTaken: [],
  notTakenCount,
})

describe('what can’t wait', () => {
  it('is nothing while all goes well', () => {
    const current = {
      call: 'c',
      visit: 'v',
      number: 'A001',
      day: '2026-11-24',
      service: 'kk',
      since: '',
      calls: 1,
      quiet: false,
    } as const
    const calm = [
      counter({}),
      counter({ state: 'paused', pausedUntil: '2026-11-24T03:00:01.000Z' }),
      counter({ current: { ...current, status: 'called', heard: null } }),
      counter({ current: { ...current, status: 'serving', heard: false } }),
    ]
    const longest = { visit: 'v', number: 'A002', since: '2026-11-24T02:30:00.000Z' }
    const busy = service({ waiting: 3, longest })
    expect(alertsOf(view(calm, [busy, service({ openCounters: 0 })]), now)).toEqual([])
  })

  it('is a wait near the limit, then past it', () => {
    const longest = { visit: 'v', number: 'A002', since: '2026-11-24T02:05:00.000Z' }
    const one = view([], [service({ waiting: 2, longest, atRisk: 1 })])
    expect(alertsOf(one, now)).toMatchObject([{ kind: 'wait', number: 'A002', seconds: 3300, past: false }])
    expect(alertsOf(one, now + 300_000)).toMatchObject([{ kind: 'wait', id: 'wait kk', past: true }])
  })

  it('is a visitor left at a counter: since an earlier day, or after hours if the officer left or it takes long', () => {
    const current = {
      call: 'c',
      visit: 'v',
      number: 'A001',
      day: '2026-11-24',
      service: 'kk',
      status: 'serving',
      since: new Date(now - 600_000).toISOString(),
      calls: 1,
      heard: null,
      quiet: false,
    } as const
    const desk = counter({ current })
    const late = { ...view([desk], []), afterHours: true }
    expect([alertsOf(view([desk], []), now), alertsOf(late, now)]).toEqual([[], []])
    const left = { id: 'left loket-1 v', kind: 'left', counter: 'loket-1', number: 'A001', day: null }
    expect(alertsOf(late, now + 3_600_000)).toEqual([left])
    expect(alertsOf({ ...late, counters: [{ ...desk, state: 'paused' }] }, now)).toEqual([left])
    const old = counter({ current: { ...current, day: '2026-11-19' } })
    expect(alertsOf(view([old], []), now)).toEqual([{ ...left, day: '2026-11-19' }])
  })

  it('[Y9] a service that was to open by today is asked about', () => {
    const soon = (expected: string | null) => service({ status: 'soon', expected })
    expect(alertsOf(view([], [soon(null), soon('2026-11-25')]), now)).toEqual([])
    for (const expected of ['2026-11-24', '2026-11-01'])
      expect(alertsOf(view([], [soon(expected)]), now)).toEqual([
        { id: 'due kk', kind: 'due', service: 'kk', day: expected },
      ])
  })

  it('is a zone in which no call is heard; but no call of quiet hours', () => {
    const current = {
      call: 'c',
      visit: 'v',
      number: 'A001',
      day: '2026-11-24',
      service: 'kk',
      since: '',
      calls: 1,
    } as const
    const quiet = counter({ current: { ...current, status: 'called', heard: false, quiet: true } })
    const silentZones = [{ zone: 'depan', since: '2026-11-24T02:55:00.000Z' }]
    expect(alertsOf({ ...view([quiet], []), silentZones }, now)).toEqual([
      { id: 'silent depan', kind: 'silent', zone: 'depan', since: '2026-11-24T02:55:00.000Z' },
    ])
  })

  it('is a queue without a counter, a pause that is over, a call that nobody heard, slips that nobody took', () => {
    const current = {
      call: 'c',
      visit: 'v',
      number: 'A001',
      day: '2026-11-24',
      service: 'kk',
      since: '',
      calls: 1,
      quiet: false,
    } as const
    const troubled = view(
      [
        counter({ current: { ...current, status: 'called', heard: false } }),
        counter({ id: 'loket-2', state: 'paused', pausedUntil: '2026-11-24T03:00:00.000Z' }),
      ],
      [service({ waiting: 4, openCounters: 0 })],
      2,
    )
    expect(alertsOf(troubled, now)).toEqual([
      { id: 'unheard loket-1 v', kind: 'unheard', counter: 'loket-1', number: 'A001' },
      { id: 'alone kk', kind: 'alone', service: 'kk', waiting: 4 },
      { id: 'paused loket-2', kind: 'paused', counter: 'loket-2', until: '2026-11-24T03:00:00.000Z' },
      { id: 'slips', kind: 'slips', count: 2 },
    ])
  })

  it('a call for help names who called, also from a counter that was closed meanwhile', () => {
    const help = { alarm: true, at: '2026-11-24T02:59:00.000Z', from: 'Ayu', answeredBy: null }
    const [call] = helpsOf(view([counter({ state: 'closed', staff: null, help }), counter({ id: 'b' })], []))
    expect(call).toMatchObject({ counter: 'loket-1', name: 'Ayu', alarm: true })
  })
})

describe('under a finger', () => {
  const entries = (...ids: string[]) => ids.map((id) => ({ id }))
  const shown = (list: ReturnType<typeof steady>) =>
    list.map(({ entry, goneAt }) => (goneAt === null ? entry.id : `(${entry.id})`)).join(' ')

  it('new entries come at the end, in whatever order they arrive', () => {
    const list = steady([], entries('a', 'b'), 0, false)
    expect(shown(steady(list, entries('c', 'b', 'a'), 1, false))).toBe('a b c')
  })

  it('an entry that is over keeps its place for four seconds, and can come back to it', () => {
    const list = steady(steady([], entries('a', 'b'), 0, false), entries('b'), 1_000, false)
    expect(shown(list)).toBe('(a) b')
    expect(shown(steady(list, entries('b'), 4_999, false))).toBe('(a) b')
    expect(shown(steady(list, entries('a', 'b'), 4_999, false))).toBe('a b')
    expect(shown(steady(list, entries('b'), 5_000, false))).toBe('b')
  })

  it('nothing leaves while somebody touches the list', () => {
    const list = steady(steady([], entries('a', 'b'), 0, false), entries('b'), 1_000, true)
    expect(shown(steady(list, entries('b'), 60_000, true))).toBe('(a) b')
    expect(shown(steady(list, entries('b'), 60_000, false))).toBe('b')
  })
})

describe('the hall’s clock', () => {
  it('there and back, east and west of Greenwich', () => {
    expect(instantOf('2026-11-24T13:00', 'Asia/Makassar')).toBe('2026-11-24T05:00:00.000Z')
    expect(instantOf('2026-11-24T23:30', 'America/Lima')).toBe('2026-11-25T04:30:00.000Z')
    expect(wallOf(Date.parse('2026-11-24T05:00:00Z'), 'Asia/Makassar')).toBe('2026-11-24T13:00')
  })

  it('on the day that the clocks are changed', () => {
    expect(instantOf('2026-10-25T01:30', 'Europe/Berlin')).toBe('2026-10-24T23:30:00.000Z')
    expect(instantOf('2026-10-25T12:00', 'Europe/Berlin')).toBe('2026-10-25T11:00:00.000Z')
  })
})

describe('the status of a service', () => {
  const sent = (
    wish: Partial<Parameters<typeof phaseBody>[0]>,
    fields: Record<string, string> = {},
    waits = false,
  ) => {
    const form = new FormData()
    for (const [name, value] of Object.entries(fields)) form.set(name, value)
    return phaseBody({ status: 'open', waiting: null, to: '', ...wish }, form, 'Asia/Makassar', waits)
  }

  it('says what belongs to it and nothing else', () => {
    expect(sent({}, { reason: 'makan', where: 'x', until: '2026-11-24T13:00' })).toEqual({ status: 'open' })
    expect(sent({ status: 'paused' }, { reason: 'makan', until: '2026-11-24T13:00' })).toEqual({
      status: 'paused',
      reason: 'makan',
      until: '2026-11-24T05:00:00.000Z',
    })
    expect(sent({ status: 'paused' }, { reason: '', words: ' Listrik padam ' })).toEqual({
      status: 'paused',
      reason: 'Listrik padam',
    })
    expect(sent({ status: 'paused' })).toEqual({ status: 'paused' })
    expect(sent({ status: 'soon' }, { expected: '2027-01-04', where: '' })).toEqual({
      status: 'soon',
      expected: '2027-01-04',
    })
    expect(sent({ status: 'elsewhere' }, { where: 'Jalan Veteran 3' })).toEqual({
      status: 'elsewhere',
      where: 'Jalan Veteran 3',
    })
  })

  it('with people waiting it is not sent before it says what happens to them', () => {
    expect(sent({ status: 'paused' }, {}, true)).toBeNull()
    expect(sent({ status: 'paused', waiting: 'move' }, {}, true)).toBeNull()
    expect(sent({ status: 'paused', waiting: 'serve' }, {}, true)).toEqual({
      status: 'paused',
      waiting: 'serve',
    })
    expect(sent({ status: 'paused', waiting: 'move', to: 'ktp' }, {}, true)).toEqual({
      status: 'paused',
      waiting: 'move',
      to: 'ktp',
    })
    expect(sent({ status: 'trial', waiting: 'end' }, {}, true)).toEqual({ status: 'trial' })
  })
})
