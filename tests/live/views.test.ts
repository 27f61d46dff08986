// What the views say about a hall, without a server: each figure of a counter, an agency, a board, where it is easy to
// get wrong.
import type { TSchema } from 'typebox'
import { Check, Errors } from 'typebox/value'
import { describe, expect, it } from 'vitest'
import { nothingTold } from '../../server/forecast/hall/keep.ts'
import { AgencyView, agencyView } from '../../server/live/agency.ts'
import { attention, troublesOf, OLD_VERSION_MS } from '../../server/live/attention.ts'
import { BoardView, boardView } from '../../server/live/board.ts'
import { hallState, type Context, type KnownDevice } from '../../server/live/context.ts'
import { CounterView, counterView } from '../../server/live/counter.ts'
import { ZoneEquipment, equipment } from '../../server/live/equipment.ts'
import { HallAnswer, hallAnswer } from '../../server/live/hall.ts'
import { hoursView } from '../../server/live/opening.ts'
import { heldCounters, namesAround } from '../../server/http/people/staff-answers.ts'
import { VisitView, visitView } from '../../server/live/visit.ts'
import { KioskView, kioskView } from '../../server/live/kiosk.ts'
import {
  ReceptionView,
  ReceptionVisitView,
  receptionRows,
  receptionView,
  receptionVisit,
  receptionVisitView,
} from '../../server/live/reception.ts'
import type { Standard } from '../../server/hall/standard.ts'
import type { Visit } from '../../server/hall/visit.ts'
import {
  call,
  callNext,
  cancel,
  close,
  finish,
  handOver,
  hold,
  miss,
  open,
  printed,
  refer,
  release,
  start,
  take,
} from '../rules/commands.ts'
import { given, type Story } from '../rules/given.ts'
import { regularPlan, rulesPlan } from '../rules/rules-plan.ts'
import { seen } from '../rules/seen.ts'
import { askHelp, readMessage, reopen, sendMessage, setPhase } from '../rules/steer-commands.ts'

/** Everybody has a name, and every note its own id as its words. */
const see = ({ hall, time }: Story, more: Partial<Context> = {}): Context => ({
  ...seen(hall, time.now),
  staff: (id) => ({ username: id, name: `Ni ${id}` }),
  note: (id) => `words of ${id}`,
  ...more,
})
const agencyOf = (story: Story, id = 'dukcapil', more: Partial<Context> = {}) => {
  const found = agencyView(see(story, more), id)?.view
  if (!found) throw new Error(`no agency ${id}`)
  return found
}
const desk = (story: Story, id = 'loket-1', more: Partial<Context> = {}) => {
  const found = counterView(see(story, more), id)?.view
  if (!found) throw new Error(`no counter ${id}`)
  return found
}

describe('the supervisor sees', () => {
  it('how many a counter served and how long each took, and no time where it was nobody', () => {
    const story = given(rulesPlan, '08:00', open('loket-1'), take('a', ['kk']), callNext('loket-1'))
    expect(agencyOf(story).counters[0]).toMatchObject({
      served: 0,
      averageSeconds: null,
      current: { number: 'A001', status: 'called' },
    })
    expect(desk(story).today).toEqual({ served: 0, averageSeconds: null })
    story.does(start('loket-1'))
    story.at('08:04').does(finish('loket-1'))
    expect(agencyOf(story).counters[0]).toMatchObject({ served: 1, averageSeconds: 240, current: null })
    expect(desk(story).today).toEqual({ served: 1, averageSeconds: 240 })
    for (const command of [take('b', ['kk']), callNext('loket-1'), start('loket-1')]) story.does(command)
    story.at('08:06').does(finish('loket-1'))
    expect(agencyOf(story).counters[0]).toMatchObject({ served: 2, averageSeconds: 180 })
    expect(desk(story).today).toEqual({ served: 2, averageSeconds: 180 })
  })

  it('who calls for help by name, or only that somebody does if the account is gone', () => {
    const story = given(rulesPlan, '08:00', open('loket-1'), askHelp('loket-1'))
    const from = (more?: Partial<Context>) => agencyOf(story, 'dukcapil', more).counters[0]?.help?.from
    expect([from(), from({ staff: () => null })]).toEqual(['Ni ayu', null])
  })

  it('at which counter somebody is: the first of several, or none', () => {
    const story = given(rulesPlan, '08:00', open('loket-2', 'made', true), open('loket-1', 'made', true))
    const person = { username: 'u', name: 'n', role: 'manager' as const, agency: null, signedIn: true }
    const people = () => ['made', 'ayu'].map((id) => ({ ...person, id, username: id }))
    const places = agencyOf(story, 'all', { people }).staff
    expect(places.map(({ username, counter }) => [username, counter])).toEqual([
      ['made', 'loket-1'],
      ['ayu', null],
    ])
  })

  it('why a service takes nobody, in own words while it is paused and no longer', () => {
    const story = given(rulesPlan, '08:00', setPhase('kk', 'paused', { reason: { note: 'note-7' } }))
    const [kk] = hallAnswer(see(story)).services
    expect(kk).toMatchObject({ status: 'paused', reason: { id: 'words of note-7', en: 'words of note-7' } })
    expect(hallAnswer(see(story, { note: () => null })).services[0]).toMatchObject({ reason: null })
    story.does(setPhase('kk', 'open'))
    expect(hallAnswer(see(story)).services[0]).not.toHaveProperty('reason')
  })

  it('the own agency alone: its services, counters, people and slips, and where nobody hears its calls', () => {
    const people = (['ayu', 'citra', 'made'] as const).map((id) => {
      const agency = { ayu: 'dukcapil', citra: 'polres', made: null }[id]
      return { id, username: id, name: id, role: 'officer' as const, agency, signedIn: true }
    })
    const story = given(rulesPlan, '08:00', take('a', ['kk'], { printer: 'p' }))
    story.does(take('b', ['skck'], { printer: 'p' }))
    const silentZones = () => ['depan', 'tengah'].map((zone) => ({ zone, since: story.time.now }))
    const view = agencyOf(story.at('08:02'), 'polres', { people: () => people, silentZones })
    expect(view.services.map(({ id }) => id)).toEqual(['skck', 'sim'])
    expect(view.counters.map(({ id }) => id)).toEqual(['loket-3', 'loket-4'])
    expect(view.staff.map(({ username }) => username)).toEqual(['citra'])
    expect(view.silentZones.map(({ zone }) => zone)).toEqual(['tengah'])
    expect([view.notTakenCount, ...view.notTaken.map(({ id }) => id)]).toEqual([1, 'b'])
  })

  it('who comes near the limit: ten minutes before it, and not sooner', () => {
    const story = given(rulesPlan, '08:00', take('a', ['kk']))
    const atRisk = () => agencyOf(story).services.map(({ id, atRisk: many }) => `${id} ${many}`)[0]
    expect(story.at('08:49:59') && atRisk()).toBe('kk 0')
    expect(story.at('08:50') && atRisk()).toBe('kk 1')
  })

  it('messages until they are read', () => {
    const story = given(rulesPlan, '08:00', open('loket-1'), sendMessage('loket-1', 'm1'))
    story.does(sendMessage('loket-1', 'm2'))
    const told = () => [
      agencyOf(story).counters[0]?.unread,
      desk(story).messages.map(({ id, text, from }) => [id, text, from]),
    ]
    expect(told()).toEqual([
      2,
      expect.arrayContaining([
        ['m1', 'words of m1', 'Ni spv'],
        ['m2', 'words of m2', 'Ni spv'],
      ]),
    ])
    story.does(readMessage('loket-1', 'm1'))
    expect(told()).toEqual([1, [['m2', 'words of m2', 'Ni spv']]])
  })
})

describe('the panel shows', () => {
  it('who cannot be called yet, until when and why; for others, no such moment', () => {
    const story = given(rulesPlan, '08:00', open('loket-1'), take('a', ['kk', 'bayar']), take('b', ['kk']))
    story.does(open('loket-5'))
    for (const command of [call('loket-5', 'a'), start('loket-5'), finish('loket-5')]) story.does(command)
    const { next, later } = desk(story)
    expect(next.map(({ visit, because, callableFrom }) => [visit, because, callableFrom])).toEqual([
      ['b', null, null],
    ])
    expect(later.map(({ visit, because, callableFrom }) => [visit, because, callableFrom])).toEqual([
      ['a', 'walking', '2026-11-24T00:01:00.000Z'],
    ])
  })

  it('until when and why somebody is set aside, and who may have turned up after all', () => {
    const story = given(rulesPlan, '08:00', open('loket-1'), open('loket-2'), take('a', ['kk']))
    story.does(take('b', ['kk']))
    for (const command of [call('loket-1', 'a'), hold('loket-1', 10)]) story.does(command)
    for (const command of [call('loket-1', 'b'), miss('loket-1')]) story.does(command)
    expect(desk(story).held[0]).toMatchObject({ callableFrom: '2026-11-24T00:10:00.000Z', back: false })
    expect(desk(story).missed[0]).toMatchObject({ callableFrom: null, reason: null, back: true })
    // It was the other counter that called.
    expect(desk(story, 'loket-2').missed[0]).toMatchObject({ back: false })
  })

  it('how long somebody has waited, and waiting is not being on hold', () => {
    const story = given(rulesPlan, '08:00', open('loket-1'), take('a', ['kk']))
    expect(desk(story.at('08:05')).next[0]).toMatchObject({ visit: 'a', waitedSeconds: 300 })
    for (const command of [callNext('loket-1'), hold('loket-1')]) story.does(command)
    expect(desk(story.at('08:15')).held[0]).toMatchObject({ visit: 'a', waitedSeconds: 300 })
    story.does(release('loket-1', 'a'))
    expect(desk(story.at('08:17')).next[0]).toMatchObject({ visit: 'a', waitedSeconds: 420 })
  })

  it('why a visitor was set aside: the reason of the plan', () => {
    const story = given(rulesPlan, '08:00', open('loket-1'), take('a', ['kk']), callNext('loket-1'))
    story.does({ ...hold('loket-1'), reason: { code: 'bayar' } })
    expect(desk(story).held[0]).toMatchObject({ reason: 'bayar', callableFrom: null })
    story.does(release('loket-1', 'a'))
    expect(desk(story).next[0]).toMatchObject({ visit: 'a', reason: null })
  })

  it('what was written about the visitor at the counter: by who referred, who was there before, who reopened it', () => {
    const story = given(rulesPlan, '08:00', open('loket-1'), open('loket-2'), take('a', ['kk']))
    story.does(callNext('loket-1'))
    const nothing = { note: null, referredFrom: null, words: null, told: null, reopened: null }
    expect(desk(story).current).toMatchObject({ ...nothing, returns: false })
    story.does({ ...refer('loket-1', 'ktp'), note: 'note-1' })
    story.at('08:02').does(callNext('loket-2'))
    const referred = { note: 'words of note-1', referredFrom: 'loket-1' }
    expect(desk(story, 'loket-2').current).toMatchObject({ ...nothing, ...referred })
    const lacks = { words: 'note-2', told: 'note-3', comeBack: true }
    for (const command of [start('loket-2'), finish('loket-2', 'incomplete', [], lacks)]) story.does(command)
    story.at('08:10').does(release('loket-2', 'a'))
    story.does(call('loket-2', 'a'))
    const returns = { returns: true, words: 'words of note-2', told: 'words of note-3' }
    expect(desk(story, 'loket-2').current).toMatchObject({ ...nothing, ...returns })
    // A text that was erased is gone.
    expect(desk(story, 'loket-2', { note: () => null }).current).toMatchObject(nothing)
    for (const command of [start('loket-2'), finish('loket-2')]) story.does(command)
    story.does(reopen('a', story.step('a', 'ktp').id, 'note-4'))
    story.at('08:20').does(call('loket-2', 'a'))
    expect(desk(story, 'loket-2').current).toMatchObject({ reopened: 'words of note-4' })
  })

  it('by when a visitor was told to expect the call, once that is over', () => {
    const story = given(rulesPlan, '08:00', open('loket-1'), take('a', ['kk']))
    const at = story.time.now
    story.at('08:20').does(callNext('loket-1'))
    const longer = (high: number) =>
      desk(story, 'loket-1', { toldWith: () => ({ at, high }) }).current?.longer
    expect(longer(20)).toBeUndefined()
    expect(longer(19)?.['id']).toContain('08.19')
  })

  it('where else the visitor is or was: at which counter, and what came of it', () => {
    const story = given(rulesPlan, '08:00', open('loket-1'), open('loket-3'), open('loket-5'))
    story.does(take('a', ['kk', 'skck', 'bayar']))
    for (const command of [call('loket-1', 'a'), start('loket-1'), finish('loket-1')]) story.does(command)
    for (const command of [call('loket-3', 'a'), miss('loket-3')]) story.at('08:05').does(command)
    story.at('08:10').does(call('loket-5', 'a'))
    expect(
      desk(story, 'loket-5').current?.steps.map(({ status, outcome, counter }) => [status, outcome, counter]),
    ).toEqual([
      ['done', 'served', 'loket-1'],
      ['missed', null, 'loket-3'],
      ['called', null, 'loket-5'],
    ])
  })

  it('[W13] a handover can be undone by either of the two: the view says who handed it over', () => {
    const story = given(rulesPlan, '08:00', open('loket-1', 'gita'), take('a', ['kk']))
    story.does(handOver('loket-1', 'budi', 'dukcapil', 'gita'))
    expect(desk(story).undo).toMatchObject({ action: 'handed-over', by: 'gita' })
    story.does({ ...callNext('loket-1', 'budi') })
    expect(desk(story).undo).toMatchObject({ action: 'called', by: null })
  })
})

describe('the board shows', () => {
  it('how many wait for each agency, and who is called, the newest first', () => {
    const story = given(rulesPlan, '08:00', open('loket-1'), open('loket-3'), take('a', ['kk']))
    for (const id of ['b', 'c']) story.does(take(id, ['kk']))
    story.does(take('d', ['skck']))
    story.does(call('loket-1', 'a'))
    story.at('08:01').does(call('loket-3', 'd'))
    const { view } = boardView(see(story), null)
    expect(view.calls.map(({ number }) => number)).toEqual(['S001', 'A001'])
    // Of the same moment, in the order of the counters.
    const both = given(rulesPlan, '08:00', open('loket-1'), open('loket-3'), take('a', ['kk']))
    for (const command of [take('b', ['skck']), callNext('loket-3'), callNext('loket-1')]) both.does(command)
    expect(boardView(see(both), null).view.calls.map(({ number }) => number)).toEqual(['A001', 'S001'])
    expect(view.queues.map(({ agency, waiting }) => `${agency} ${waiting}`)).toEqual([
      'dukcapil 2',
      'polres 0',
      'bank 0',
    ])
    expect(view.calls.every((one) => !('comeToMe' in one))).toBe(true)
  })

  it('of one counter the last four calls that are over: the others are on the board too', () => {
    const story = given(rulesPlan, '08:00', open('loket-1'))
    for (const id of ['a', 'b', 'c', 'd', 'e', 'f'])
      for (const command of [take(id, ['kk']), callNext('loket-1'), start('loket-1'), finish('loket-1')])
        story.does(command)
    const { recent } = boardView(see(story), null).view
    expect(recent.map(({ number }) => number)).toEqual(['A006', 'A005', 'A004', 'A003'])
  })

  it('the last twelve calls that are over, the newest first, whichever counter it was', () => {
    const services = { 'loket-1': 'kk', 'loket-2': 'kk', 'loket-3': 'skck', 'loket-5': 'bayar' }
    const counters = Object.entries(services)
    const story = given(rulesPlan, '08:00', ...counters.map(([id]) => open(id)))
    const ended: string[] = []
    for (let nth = 0; nth < 16; nth++) {
      const [counter = '', service = ''] = counters[nth % 4] ?? []
      story.at(`08:${10 + nth}`).does(take(`v${nth}`, [service]))
      for (const command of [callNext(counter), start(counter), finish(counter)]) story.does(command)
      ended.unshift(story.visit(`v${nth}`).number)
    }
    const both = take('both', ['kk', 'skck'])
    for (const command of [both, callNext('loket-1'), start('loket-1'), finish('loket-1')])
      story.does(command)
    const { number: last } = story.visit('both')
    const numbers = () => {
      const { recent, calls } = boardView(see(story), null).view
      return { recent: recent.map(({ number }) => number), calls: calls.map(({ number }) => number) }
    }
    expect(numbers()).toEqual({ recent: [last, ...ended.slice(0, 11)], calls: [] })
    story.at('08:40').does(callNext('loket-3'))
    // Anybody who is back at a counter is not among them, and nobody is among them twice.
    expect(numbers()).toEqual({ recent: ended.slice(0, 12), calls: [last] })
    for (const command of [start('loket-3'), finish('loket-3')]) story.does(command)
    const { recent } = numbers()
    expect([recent[0], recent.filter((one) => one === last).length]).toEqual([last, 1])
  })

  it('no pictures when nobody looks: out of hours, in regular operation, once everybody has gone', () => {
    const media = () => [{ id: 'm1', name: 'a.png', type: 'image/png' }] as never
    const shown = (story: Story) => boardView(see(story, { media }), null).view.media.length
    expect(shown(given(regularPlan, '09:00'))).toBe(1)
    expect(shown(given(regularPlan, '20:00'))).toBe(0)
    expect(shown(given(rulesPlan, '20:00'))).toBe(1)
    const late = given(regularPlan, '15:00', open('loket-1'), take('a', ['kk']), callNext('loket-1'), '20:00')
    expect(shown(late)).toBe(1)
    for (const command of [start('loket-1'), finish('loket-1')]) late.does(command)
    expect(shown(late)).toBe(1)
    late.does(close('loket-1'))
    expect(shown(late)).toBe(0)
  })

  it('a wait that is worked out once for all boards, until there is another forecast or a minute has passed', () => {
    const story = given(rulesPlan, '08:00', open('loket-1'), take('a', ['kk']))
    let [version, asked] = [1, 0]
    const told = {
      lowMinutes: 5,
      highMinutes: 10,
      minutes: 7,
      today: 'likely',
      isFirst: false,
      was: null,
    } as const
    const newcomer = () => {
      asked += 1
      return told
    }
    const tells = { ...nothingTold, version: () => version, newcomer }
    const again = () => {
      asked = 0
      const [{ wait } = {}] = boardView(see(story, { tells }), null).view.queues
      expect(wait?.words['id']).toMatch(/5.10/)
      return asked > 0
    }
    expect([again(), again()]).toEqual([true, false])
    version += 1
    expect([again(), again()]).toEqual([true, false])
    story.at('08:01')
    expect([again(), again()]).toEqual([true, false])
  })

  it('[B3] media are shown when and where the plan says: a line is looked at again in its minute', () => {
    const line = { text: { id: 'Promo', en: 'Promo' }, hours: { from: '08:00', to: '08:01' } }
    const story = given({ ...rulesPlan, media: { lines: [line] } }, '08:00:40')
    const { view, until } = boardView(see(story), null)
    expect([view.lines, (until ?? 0) - story.time.now]).toEqual([[{ id: 'Promo', en: 'Promo' }], 20_000])
  })
})

it('everybody is told which services have published any of their standard', () => {
  const fee = { id: 'Gratis', en: 'Free' }
  const told = (standard?: Standard) => {
    const services = rulesPlan.services.map((one) => (standard ? { ...one, standard } : one))
    return hallAnswer(see(given({ ...rulesPlan, services }, '08:00'))).services[0]
  }
  expect(told({ fee })).toMatchObject({ hasStandard: true })
  for (const nothing of [undefined, {}, { confirmed: false }])
    expect(told(nothing)).not.toHaveProperty('hasStandard')
})

it('every screen is told of damage, and nothing if there is none', () => {
  const story = given(rulesPlan, '08:00')
  expect(hallState(see(story))).not.toHaveProperty('damage')
  expect(hallState(see(story))).not.toHaveProperty('storageGone')
})

describe('devices', () => {
  const device: KnownDevice = {
    id: 'kiosk-1',
    kind: 'kiosk',
    zone: 'depan',
    label: 'Pintu',
    enrolledAt: 1,
    report: null,
    looks: true,
    mute: false,
  }

  it('without hours nothing is computed again; with hours, at their next minute', () => {
    const story = given(rulesPlan, '09:00:15')
    expect(attention(see(story))).toEqual({ list: [], until: null })
    const { now } = story.time
    const report = { at: now, version: '0.1.0', clockOffsetMs: null, memoryMb: null }
    const devices = () => [{ ...device, report }]
    expect(attention(see(story, { devices })).until).toBe(now + 45_000)
  })

  it('[Q3] the manager is told of what will go wrong before it does: a page of another version after a day', () => {
    const story = given(rulesPlan, '09:00')
    const { now } = story.time
    const report = { at: now, version: '0.0.9', clockOffsetMs: null, memoryMb: null }
    const told = (listeningSince: number) =>
      troublesOf(see(story, { listeningSince }), { ...device, report }).list
    expect(OLD_VERSION_MS).toBe(86_400_000)
    expect(told(now - OLD_VERSION_MS + 1)).toEqual([])
    expect(told(now - OLD_VERSION_MS)).toEqual(['version-old'])
  })

  it('[Q6] a hall runs without any of a zone’s devices: whose calls stand on which board', () => {
    const story = given(rulesPlan, '09:00')
    const board = (more: Partial<KnownDevice>) =>
      equipment(see(story, { devices: () => [{ ...device, kind: 'display', ...more }] })).map(
        ({ zone, board: there }) => (there === 'there' ? zone : there),
      )
    expect(board({ zone: 'depan' })).toEqual(['depan', 'none', 'none'])
    const everywhere = ['depan', 'tengah', 'belakang']
    expect(board({ zone: null })).toEqual(everywhere)
    expect(board({ layout: { kind: 'zone', of: ['tengah', 'belakang'] } })).toEqual([
      'none',
      ...everywhere.slice(1),
    ])
    expect(board({ layout: { kind: 'zone', of: [] } })).toEqual(everywhere)
    // A sign over one desk is for that desk.
    expect(board({ layout: { kind: 'counter', of: ['loket-1'] } })).toEqual(['none', 'none', 'none'])
  })

  it('[Q3] the manager is told of what will go wrong before it does: a clock more than a minute off, and 200 MB', () => {
    const story = given(rulesPlan, '09:00')
    const told = (clockOffsetMs: number | null, memoryMb: number | null) => {
      const report = { at: story.time.now, version: '0.1.0', clockOffsetMs, memoryMb }
      return troublesOf(see(story), { ...device, report }).list
    }
    expect([told(null, null), told(60_000, 199), told(-60_000, null)]).toEqual([[], [], []])
    expect([told(60_001, null), told(-60_001, 0)]).toEqual([['clock-off'], ['clock-off']])
    expect(told(0, 200)).toEqual(['memory-high'])
  })

  it('[Q2] a device that falls silent is missed within two minutes: in the hall’s hours, unless it still looks', () => {
    const story = given(rulesPlan, '09:00')
    const { now } = story.time
    const report = { at: now - 120_000, version: '0.1.0', clockOffsetMs: null, memoryMb: null }
    const told = (more: Partial<KnownDevice>, listeningSince = 0, at = story) =>
      troublesOf(see(at, { listeningSince }), { ...device, ...more })
    expect(told({ report }).list).toEqual(['kiosk-silent'])
    expect(told({ report, kind: 'display' }).list).toEqual(['display-silent'])
    expect(told({ report: { ...report, at: now - 119_999 } })).toEqual({ list: [], until: now + 1 })
    // A page that looks on and never says anything is from before devices reported.
    expect([told({ looks: false }).list, told({}).list]).toEqual([['kiosk-silent'], []])
    expect(told({ looks: false }, now - 60_000)).toEqual({ list: [], until: now + 60_000 })
    expect(told({ enrolledAt: null, looks: false })).toEqual({ list: [], until: null })
    const closed = given(rulesPlan, '12:30')
    expect(told({ report: { ...report, at: 0 } }, 0, closed).list).toEqual([])
  })

  it('[Q5] a device whose place left the plan is named: not one that shows what is there', () => {
    const story = given(rulesPlan, '09:00')
    const gone = (layout: KnownDevice['layout']) =>
      troublesOf(see(story), { ...device, kind: 'display', ...(layout && { layout }) }).list
    const there = { zone: 'tengah', zones: 'belakang', agency: 'polres', counter: 'loket-1' }
    for (const [kind, id] of Object.entries(there)) {
      expect(gone({ kind, of: [id] })).toEqual([])
      expect(gone({ kind, of: ['left'] })).toEqual(['place-gone'])
      expect(gone({ kind, of: ['left', id] })).toEqual([])
      expect(gone({ kind, of: [] })).toEqual([])
    }
  })

  it('[Q5] a device whose place left the plan is named: by its zone too, and one for the whole hall has none to lose', () => {
    const story = given(rulesPlan, '09:00')
    const found = (zone: string | null) => troublesOf(see(story), { ...device, zone }).list
    expect(['depan', null, 'left'].map(found)).toEqual([[], [], ['place-gone']])
  })

  it('[Q6] a hall runs without any of a zone’s devices: one that was only invited is not there yet', () => {
    const story = given(rulesPlan, '09:00')
    const kiosk = (more: Partial<KnownDevice>) =>
      equipment(see(story, { devices: () => [{ ...device, ...more }] })).map((zone) => zone.kiosk)
    const [zone = {}] = equipment(see(story))
    expect([Check(ZoneEquipment, zone), Check(ZoneEquipment, { ...zone, besides: 1 })]).toEqual([true, false])
    expect(kiosk({ enrolledAt: null })).toEqual(['none', 'none', 'none'])
    expect(kiosk({})).toEqual(['there', 'elsewhere', 'elsewhere'])
  })
})

describe('the reception sees', () => {
  it('where a number was taken: at which kiosk, or by whom', () => {
    const story = given(rulesPlan, '08:00', take('a', ['kk']))
    const kiosk = { id: 'k1', kind: 'kiosk', zone: 'depan', label: 'Pintu' } as KnownDevice
    const from = (takenBy: string) =>
      receptionVisit(see(story, { devices: () => [kiosk] }), { ...story.visit('a'), takenBy } as Visit).from
    expect(from('device:k1')).toEqual({ kind: 'kiosk', name: 'Pintu', zone: 'depan' })
    expect(from('device:k2')).toEqual({ kind: 'kiosk', name: null, zone: null })
    expect(from('staff:ayu')).toEqual({ kind: 'staff', name: 'Ni ayu', zone: null })
    expect(from('system:start')).toBeNull()
  })

  it('at which counter each step of a visitor is, in its lists too', () => {
    const story = given(rulesPlan, '08:00', open('loket-1'), take('a', ['kk', 'bayar'], { comeToMe: true }))
    story.does(callNext('loket-1'))
    const [row] = receptionView(see(story)).view.comeToMe
    expect(row?.steps).toEqual([
      { service: 'kk', status: 'called', counter: 'loket-1' },
      { service: 'bayar', status: 'waiting', counter: null },
    ])
  })

  it('a visit changes with the credit while it waits, and not when it is over', () => {
    const story = given(rulesPlan, '08:00', take('a', ['kk'], { printer: 'printer-1' }))
    const again = () => {
      const until = receptionVisitView(see(story), 'a')?.until ?? null
      return until === null ? null : (until - story.time.now) / 1000
    }
    expect(again()).toBe(30)
    // Its slip is to be confirmed within 90 seconds.
    story.at('08:01:20')
    expect(again()).toBe(10)
    story.at('08:02')
    expect(again()).toBe(30)
    story.does(cancel('a'))
    expect(again()).toBeNull()
  })
})

it('a phone is told from when on its number can be called, while that is still to come', () => {
  const story = given(rulesPlan, '08:00', open('loket-1'), take('a', ['kk']))
  const from = () => visitView(see(story), 'token-a')?.view.visit.steps[0]?.callableFrom
  expect(from()).toBeNull()
  for (const command of [callNext('loket-1'), hold('loket-1', 10)]) story.does(command)
  expect(from()).toBe('2026-11-24T00:10:00.000Z')
  expect(story.at('08:10') && from()).toBeNull()
})

it('a view is what the contract says, with nothing besides', () => {
  const story = given(rulesPlan, '08:00', open('loket-1'), open('loket-2'))
  story.does(take('a', ['kk'], { comeToMe: true, printer: 'printer-1' }))
  for (const id of ['b', 'c', 'd']) story.does(take(id, ['kk', 'ktp']))
  story.does(printed('a'))
  for (const command of [call('loket-1', 'b'), miss('loket-1'), call('loket-1', 'a')]) story.does(command)
  for (const command of [call('loket-2', 'c'), hold('loket-2', 5), askHelp('loket-2', true)])
    story.does(command)
  const damages = () => [{ kind: 'missing', count: 2, from: null, to: null }] as never
  const context = see(story, { storageGone: () => true, damages })
  const views: [TSchema, { view: object } | undefined][] = [
    [AgencyView, agencyView(context, 'dukcapil')],
    [BoardView, boardView(context, null)],
    [CounterView, counterView(context, 'loket-1')],
    [KioskView, kioskView(context)],
    [ReceptionView, receptionView(context)],
    [ReceptionVisitView, receptionVisitView(context, 'a')],
    [VisitView, visitView(context, 'token-a')],
    [HallAnswer, { view: hallAnswer(context) }],
  ]
  for (const [schema, found] of views) {
    const { view = {} } = found ?? {}
    expect([...Errors(schema, view)]).toEqual([])
    expect(Check(schema, { ...view, besides: 1 })).toBe(false)
  }
})

it('the words of a hall and of an agency, and who holds which counter with whom', () => {
  const story = given(rulesPlan, '08:00', open('loket-1'), open('loket-2'), take('a', ['kk']))
  story.does(callNext('loket-1'))
  expect([...heldCounters(story.hall)]).toEqual([
    ['ayu', [{ id: 'loket-1', number: 'A001' }]],
    ['budi', [{ id: 'loket-2', number: null }]],
  ])
  expect(namesAround(story.hall, null)).toEqual(['Balai', 'Balai'])
  expect(namesAround(story.hall, 'bank')).toEqual(['Balai', 'Balai', 'bank', 'Bank', 'Bank', 'Bank'])
  expect(namesAround(story.hall, 'gone')).toEqual(['Balai', 'Balai'])
})

it('the reception has nothing to look at in an empty hall', () => {
  const story = given(rulesPlan, '08:00')
  const { view } = receptionView(see(story))
  expect(view).toMatchObject({ notTaken: [], notTakenCount: 0 })
  // Nor are the devices looked up where nobody stands in a list.
  const devices = () => {
    throw new Error('asked')
  }
  expect(receptionRows(see(story, { devices }), [])).toEqual([])
})

it('thousands of phones ask for the hours in the same minute: they are worked out once', () => {
  const story = given(rulesPlan, '08:00')
  const hours = hoursView(see(story))
  expect(hoursView(see(story))).toBe(hours)
  expect(hoursView(see(story.at('08:01')))).not.toBe(hours)
})
