// What the hall tells of waits: the same answer to the same question, whoever asks.
import { describe, expect, it } from 'vitest'
import { agencyView } from '../../server/live/agency.ts'
import { kioskView } from '../../server/live/kiosk.ts'
import { visitView } from '../../server/live/visit.ts'
import { open, take } from './commands.ts'
import { given } from './given.ts'
import { rulesPlan } from './rules-plan.ts'
import { seen } from './seen.ts'

/** One counter is open for two services; eight people wait for the second, nobody for the first. */
const shared = () => {
  const story = given(rulesPlan, '08:00', open('loket-3'))
  for (const nth of [1, 2, 3, 4, 5, 6, 7, 8]) story.does(take(`sim-${nth}`, ['sim']))
  return story.at('08:01')
}

describe('[K12] visitors hear the same before they take a number as after: of a counter that serves two services', () => {
  it('the kiosk, the supervisors and the number that is taken then', () => {
    const { hall } = shared()
    const now = hall.at + 60_000
    const before = kioskView(seen(hall, now)).view.services.find(({ id }) => id === 'skck')
    const staff = agencyView(seen(hall, now), 'polres')?.view.services.find(({ id }) => id === 'skck')
    const story = shared()
    story.does(take('a', ['skck']))
    const [after] = visitView(seen(story.hall, story.hall.at), 'token-a')?.view.visit.steps ?? []
    expect(after?.ahead).toBe(8)
    expect(after?.forecast?.lowMinutes).toBeGreaterThan(5)
    expect(before).toMatchObject({ ahead: 8, forecast: after?.forecast })
    expect(staff).toMatchObject({ waiting: 0, forecast: after?.forecast })
  })
})
