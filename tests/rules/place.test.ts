// Where a visitor says that they wait, and how far it is from there.
import { describe, expect, it } from 'vitest'
import { fold } from '../../server/hall/rules.ts'
import { planFaults } from '../../server/hall/plan-faults/plan-faults.ts'
import type { Plan } from '../../server/hall/plan.ts'
import { placeOf, waySeconds } from '../../server/hall/visit/place.ts'
import { standingOf } from '../../server/hall/visit/standing.ts'
import { visitPlan, visitView } from '../../server/live/visit.ts'
import { callNext, cancel, choosePlace, open, take } from './commands.ts'
import { given } from './given.ts'
import { rulesPlan } from './rules-plan.ts'
import { seen } from './seen.ts'

const text = (words: string) => ({ id: words, en: words })
const [zone = '', other = ''] = rulesPlan.zones.map(({ id }) => id)
const cafe = { id: 'kantin', name: text('Kantin'), minutes: 5, zones: { [zone]: 2 } }
const cars = { id: 'parkir', name: text('Parkir'), minutes: 8 }
const plan: Plan = { ...rulesPlan, places: [cafe, cars] }
const begin = () => given(plan, open('loket-1'), take('a', ['kk']), take('b', ['kk']))

describe('[V12] a visitor may say where they wait', () => {
  it('until they say something else; the same twice is nothing new, and a restart knows it', () => {
    const story = begin()
    const chosen = { type: 'place-chosen', visit: 'a', place: 'kantin' }
    expect(story.does(choosePlace('a', 'kantin'))).toEqual([chosen])
    expect(story.does(choosePlace('a', 'kantin'))).toEqual([])
    expect(placeOf(story.hall.layout, story.visit('a'))).toBe('kantin')
    expect(placeOf(fold(story.records, plan).layout, story.visit('a'))).toBe('kantin')
    expect(fold(story.records, plan)).toEqual(story.hall)
    expect(story.does(choosePlace('a', null))).toEqual([{ ...chosen, place: null }])
    expect(placeOf(story.hall.layout, story.visit('a'))).toBeNull()
    expect(story.does(choosePlace('b', null))).toEqual([])
  })

  it('no place in the line changes by it, and what was seen of the visit still holds', () => {
    const story = begin()
    const before = standingOf(story.hall, story.visit('b'), 0, story.hall.at)
    const { moves } = story.visit('b')
    story.does(choosePlace('b', 'parkir'))
    expect(standingOf(story.hall, story.visit('b'), 0, story.hall.at)).toEqual(before)
    expect(story.visit('b').moves).toBe(moves)
    story.does(callNext('loket-1'))
    expect(story.present('loket-1')).toBe('a')
  })

  it('a place of the plan, of a visit that goes on, and not without end', () => {
    const story = begin()
    for (const place of ['dapur', '__proto__', 'constructor', ''])
      expect(story.refusal(choosePlace('a', place))).toBe('unknown-place')
    expect(story.refusal(choosePlace('nobody', 'kantin'))).toBe('unknown-visit')
    for (let nth = 0; nth < 20; nth += 1) story.does(choosePlace('a', nth % 2 === 0 ? 'kantin' : 'parkir'))
    expect(story.refusal(choosePlace('a', null))).toBe('place-changed-often')
    expect(placeOf(story.hall.layout, story.visit('a'))).toBe('parkir')
    story.does(cancel('b'))
    expect(story.refusal(choosePlace('b', 'kantin'))).toBe('visit-over')
  })

  it('a place that leaves the plan counts as the waiting areas', () => {
    const story = begin()
    story.does(choosePlace('a', 'kantin'))
    const view = () => {
      const now = story.hall.at
      return [
        visitView(seen(story.hall, now), 'token-a')?.view.visit.place,
        visitPlan(story.hall, story.visit('a')).places?.map(({ id }) => id),
      ]
    }
    expect(view()).toEqual(['kantin', ['kantin', 'parkir']])
    story.does({ type: 'revise-plan', plan: rulesPlan, from: null })
    expect(view()).toEqual([undefined, undefined])
    expect(waySeconds(story.hall.layout, story.visit('a'), 'kk')).toBe(60)
    expect(story.refusal(choosePlace('a', 'parkir'))).toBe('unknown-place')
    story.does({ type: 'revise-plan', plan, from: null })
    expect(view()).toEqual(['kantin', ['kantin', 'parkir']])
  })

  it('from where the way is the longest that it can be, as nobody knows which counter will call', () => {
    const story = begin()
    const { layout } = story.hall
    const way = (place: string | null, service: string) => {
      const waitsAt = place === null ? {} : { waitsAt: { place, changes: 1 } }
      return waySeconds(layout, waitsAt, service)
    }
    const servedIn = (where: string) =>
      plan.counters.find((counter) => counter.zone === where)?.services[0] ?? ''
    expect(way(null, servedIn(zone))).toBe(plan.walkSeconds)
    expect(way('kantin', servedIn(zone))).toBe(2 * 60)
    expect(way('kantin', servedIn(other))).toBe(5 * 60)
    expect(way('parkir', servedIn(zone))).toBe(8 * 60)
    // What no counter serves is nowhere: the place's own way.
    expect(way('parkir', 'nowhere')).toBe(8 * 60)
  })
})

it('what contradicts itself in places is a fault of the plan, at its place', () => {
  const wrong = {
    ...plan,
    places: [
      { ...cafe, zones: { dapur: 3 } },
      { ...cars, id: 'kantin' },
      { ...cars, id: 'x', minutes: 0 },
    ],
  }
  expect(planFaults(wrong).map(({ at, code }) => [at, code])).toEqual([
    ['places[2].minutes', 'out-of-range'],
    ['places[1].id', 'duplicate-id'],
    ['places[0].zones.dapur', 'unknown-id'],
  ])
  const tongues = { ...plan, languages: ['id', 'en', 'ban'] }
  expect(planFaults(tongues).some(({ at }) => at === 'places[0].name')).toBe(true)
})
