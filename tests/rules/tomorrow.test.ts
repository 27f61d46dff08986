// Rules S29 and S30: what a revised plan changes only when the next day opens.
import { describe, expect, it } from 'vitest'
import type { Command } from '../../server/hall/command.ts'
import { fold } from '../../server/hall/rules.ts'
import type { Plan } from '../../server/hall/plan.ts'
import { callNext, finish, open, start, take } from './commands.ts'
import { given, type Story } from './given.ts'
import { rulesPlan } from './rules-plan.ts'

/** The plan with other prefixes, by service. */
const withPrefixes = (prefixes: Readonly<Record<string, string>>, plan: Plan = rulesPlan): Plan => ({
  ...plan,
  services: plan.services.map((one) => ({ ...one, prefix: prefixes[one.id] ?? one.prefix })),
})
const revise = (plan: Plan): Command => ({ type: 'revise-plan', plan, from: null })
const publish = (plan: Plan): Command => ({ type: 'revise-plan', plan, from: null, fates: new Map() })

let nth = 0
/** The number that somebody gets who takes this now. */
function number(story: Story, service: string): string {
  nth += 1
  const [taken] = story.does(take(`n${nth}`, [service]))
  return taken?.type === 'visit-taken' ? taken.number : ''
}
const prefixOf = ({ hall }: Story, service: string) => hall.layout.services.get(service)?.prefix

describe('[S29] a prefix under which numbers were given changes when the next day opens', () => {
  it.each([
    ['a plan sent as a whole', revise],
    ['a publication', publish],
  ])('%s', (_how, by) => {
    const story = given(rulesPlan)
    const old = prefixOf(story, 'kk') ?? ''
    expect(number(story, 'kk')).toBe(`${old}001`)
    story.does(by(withPrefixes({ kk: 'K' })))
    // The saved plan has it already.
    expect(story.hall.layout.base).toEqual(withPrefixes({ kk: 'K' }))
    expect(number(story, 'kk')).toBe(`${old}002`)
    story.nextDay('08:00')
    expect(number(story, 'kk')).toBe('K001')
    expect(story.hall.today.instead).toBeNull()
  })

  it('services that swap theirs', () => {
    const story = given(withPrefixes({ kk: 'K', skck: 'S' }))
    expect([number(story, 'kk'), number(story, 'skck')]).toEqual(['K001', 'S001'])
    story.does(publish(withPrefixes({ kk: 'S', skck: 'K' })))
    expect([number(story, 'kk'), number(story, 'skck')]).toEqual(['K002', 'S002'])
    story.nextDay('08:00')
    expect([number(story, 'kk'), number(story, 'skck')]).toEqual(['S001', 'K001'])
  })

  it('all of a revision wait together: numbers of today would mix otherwise', () => {
    const story = given(withPrefixes({ kk: 'K', skck: 'S', sim: 'M' }))
    number(story, 'skck')
    story.does(publish(withPrefixes({ kk: 'M', skck: 'K', sim: 'T' })))
    expect(['kk', 'skck', 'sim'].map((id) => prefixOf(story, id))).toEqual(['K', 'S', 'M'])
    story.nextDay('08:00')
    expect(['kk', 'skck', 'sim'].map((id) => prefixOf(story, id))).toEqual(['M', 'K', 'T'])
  })

  it('at once where no number was given under any of them, as when a day begins with it', () => {
    const story = given(withPrefixes({ kk: 'K', skck: 'S' }))
    number(story, 'kk')
    story.does(publish(withPrefixes({ kk: 'K', skck: 'T' })))
    expect(number(story, 'skck')).toBe('T001')
  })

  it('not to one that another service gave numbers under today', () => {
    const story = given(withPrefixes({ kk: 'K', skck: 'S' }))
    number(story, 'kk')
    story.does(publish(withPrefixes({ kk: 'K', skck: 'K' })))
    expect(number(story, 'skck')).toBe('S001')
    expect(prefixOf(story.nextDay('08:00'), 'skck')).toBe('K')
  })

  it('further revisions of the same day leave it so, and one that takes it back leaves nothing', () => {
    const story = given(withPrefixes({ kk: 'K' }))
    number(story, 'kk')
    const changed = withPrefixes({ kk: 'X' })
    story.does(publish(changed))
    story.does(publish({ ...changed, walkSeconds: changed.walkSeconds + 1 }))
    story.does({ type: 'set-operation', operation: 'regular' })
    story.does({ type: 'set-quota', service: 'kk', quota: 50 })
    expect(number(story, 'kk')).toBe('K002')
    story.does(publish(withPrefixes({ kk: 'K' })))
    expect(story.hall.today.instead).toBeNull()
    expect(number(story, 'kk')).toBe('K003')
  })

  it('a number that was given stays the visitor’s, through a call and over midnight', () => {
    const story = given(withPrefixes({ kk: 'K' }), open('loket-1'))
    number(story, 'kk')
    story.does(publish(withPrefixes({ kk: 'X' })))
    story.does(callNext('loket-1'))
    story.does(start('loket-1'))
    story.nextDay('08:00')
    expect([...story.hall.visits.values()].map((one) => one.number)).toEqual(['K001'])
    story.does(finish('loket-1'))
    expect(number(story, 'kk')).toBe('X001')
  })

  it('a new service does not start over what a departed one had: it counts on', () => {
    const story = given(withPrefixes({ sim: 'M' }))
    expect([number(story, 'sim'), number(story, 'sim')]).toEqual(['M001', 'M002'])
    const without = withPrefixes({ sim: 'M' })
    const added: Plan = {
      ...without,
      services: without.services.map((one) => (one.id === 'sim' ? { ...one, id: 'sim-baru' } : one)),
      counters: without.counters.map((one) => ({
        ...one,
        services: one.services.map((id) => (id === 'sim' ? 'sim-baru' : id)),
      })),
      bundles: [],
    }
    story.does({ type: 'revise-plan', plan: added, from: null, fates: new Map([['sim', 'ended']]) })
    expect(number(story, 'sim-baru')).toBe('M003')
    expect(number(story.nextDay('08:00'), 'sim-baru')).toBe('M001')
  })

  it('also after a restart, which folds the day again', () => {
    const story = given(withPrefixes({ kk: 'K' }))
    number(story, 'kk')
    story.does(publish(withPrefixes({ kk: 'X' })))
    const { layout, today } = fold(story.records, rulesPlan)
    expect([layout.services.get('kk')?.prefix, today.instead]).toEqual(['K', { prefixes: { kk: 'K' } }])
  })

  it('a day that is opened again goes on with the prefixes under which it gave numbers', () => {
    const story = given(withPrefixes({ kk: 'K' }))
    number(story, 'kk')
    story.nextDay('08:00')
    story.does(publish(withPrefixes({ kk: 'X' })))
    expect(prefixOf(story, 'kk')).toBe('X')
    story.reopensDay('20:00')
    expect(number(story, 'kk')).toBe('K002')
  })

  it('a revision that says nothing of it, as older servers wrote them, changed them at once', () => {
    const story = given(withPrefixes({ kk: 'K' }))
    number(story, 'kk')
    story.does(publish(withPrefixes({ kk: 'X' })))
    const records = story.records.map((one) => {
      if (one.event.type !== 'plan-revised') return one
      const { instead: _, ...event } = one.event
      return { ...one, event }
    })
    expect(fold(records, rulesPlan).layout.services.get('kk')?.prefix).toBe('X')
  })
})

describe('[S30] a new time zone applies from the next day on', () => {
  const eastern: Plan = { ...rulesPlan, timeZone: 'Asia/Jayapura' }

  it('today ends as it began', () => {
    const story = given(rulesPlan)
    const { endsAt } = story.hall
    story.does(publish(eastern))
    expect([story.hall.layout.plan.timeZone, story.hall.layout.base.timeZone, story.hall.endsAt]).toEqual([
      rulesPlan.timeZone,
      'Asia/Jayapura',
      endsAt,
    ])
    expect(story.nextDay('08:00').hall.layout.plan.timeZone).toBe('Asia/Jayapura')
  })

  it('one that is taken back leaves nothing', () => {
    const story = given(rulesPlan)
    story.does(publish(eastern))
    story.does(publish(rulesPlan))
    expect(story.hall.today.instead).toBeNull()
    expect(story.hall.layout.plan).toEqual(rulesPlan)
  })
})
