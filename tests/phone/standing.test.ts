// The state of a visit, and when it is time to walk.
import { describe, expect, it } from 'vitest'
import {
  type VisitStep,
  first,
  lacksSlip,
  nextStep,
  visitStandingOf,
} from '../../kiosk-ui/phone/visit-standing.ts'
import { inMinutes, now, step } from './step.ts'

/** The step that the visitor is told to walk to. */
const soon = (...steps: VisitStep[]) => {
  const standing = visitStandingOf(steps)
  return standing.is === 'soon' ? standing.step : null
}
const forecast = (lowMinutes: number) => ({ lowMinutes, highMinutes: lowMinutes + 10 })

describe('it is time to walk', () => {
  it('when the server says so, by the earlier end of the forecast', () => {
    const [near, far] = [step({ soon: true }), step()]
    expect(soon(near)).toBe(near)
    expect(soon(far)).toBeNull()
  })

  it('to the one of several that is called first, as far as anybody can tell', () => {
    const steps = [
      step({ forecast: null, ahead: 0 }),
      step({ forecast: forecast(2), ahead: 2, soon: true }),
      step({ forecast: forecast(2), ahead: 1, soon: true }),
      step({ forecast: forecast(20), ahead: 0 }),
    ]
    expect(first(steps)).toBe(steps[2])
    expect(soon(...steps)).toBe(steps[2])
    const [nobody, unknown] = [0, 1].map((openCounters) =>
      step({ forecast: null, openCounters, ahead: openCounters }),
    ) as [VisitStep, VisitStep]
    expect(first([nobody, unknown])).toBe(unknown)
    expect(first([])).toBeNull()
  })
})

describe('the state of a visit', () => {
  const is = (...statuses: VisitStep['status'][]) =>
    visitStandingOf(statuses.map((status) => step({ status }))).is

  it('is the call before all, then being served, then missed, then near', () => {
    expect(is('waiting', 'missed', 'called')).toBe('called')
    expect(is('missed', 'serving')).toBe('serving')
    expect(is('waiting', 'missed')).toBe('missed')
    expect(is('held', 'waiting')).toBe('waiting')
    expect(is('done', 'held', 'blocked')).toBe('held')
    expect(visitStandingOf([step(), step({ soon: true })]).is).toBe('soon')
  })

  it('is the unanswered call, before a step that is near', () => {
    const [again, near] = [step({ secondCall: true, calls: 1 }), step({ soon: true })]
    expect(visitStandingOf([near, again])).toEqual({ is: 'once', step: again })
    expect(visitStandingOf([again, step({ status: 'missed' })]).is).toBe('missed')
    expect(visitStandingOf([{ ...again, status: 'called' }]).is).toBe('called')
  })

  it('tells how it ended', () => {
    expect(is('done', 'done')).toBe('over')
    expect(is('done', 'cancelled')).toBe('cancelled')
    expect(is('done', 'expired')).toBe('expired')
  })

  it('knows where to go next', () => {
    const [far, near] = [step({ forecast: forecast(30) }), step({ forecast: forecast(5) })]
    expect(nextStep([far, near], { is: 'waiting' })).toBe(near)
    expect(nextStep([far, near], { is: 'missed', step: far })).toBe(far)
    expect(nextStep([step({ status: 'done' })], { is: 'over' })).toBeNull()
  })
})

it('a slip is missing when it failed, or nobody confirmed it in time, and the number is in no hand', () => {
  const slip = (status: 'none' | 'queued' | 'printed' | 'failed', noted = false) => ({
    takenAt: inMinutes(-1),
    slip: { status, noted, printer: null, why: null },
  })
  expect(lacksSlip(slip('failed'), now)).toBe(true)
  expect(lacksSlip(slip('failed', true), now)).toBe(false)
  expect([lacksSlip(slip('queued'), now), lacksSlip(slip('queued'), now + 31_000)]).toEqual([false, true])
  expect([lacksSlip(slip('none'), now), lacksSlip(slip('printed'), now)]).toEqual([false, false])
})
