// What keeps the page true: a clock that counts sleep, calls that ring once, a plan that follows the visit.
import { beforeEach, describe, expect, it } from 'vitest'
import { followCalls } from '../../kiosk-ui/phone/alert.ts'
import { keepPlan, titleOf } from '../../kiosk-ui/phone/own-plan.ts'
import type { VisitStep } from '../../kiosk-ui/phone/visit-standing.ts'
import { language } from '../../screens/i18n.ts'
import { sleeplessClock } from '../../kiosk-ui/phone/wake.ts'
import type { VisitPlan, VisitView } from '../../server/live/visit.ts'
import { inMinutes, step } from './step.ts'

beforeEach(() => {
  language.value = 'id'
})

function view(steps: VisitStep[], plan = 1): VisitView {
  const hall = {
    plan,
    day: '2026-11-24',
    operation: 'trial',
    clockOffset: 0,
    clockSuspect: false,
    clock: 'right',
  } as const
  const slip = { status: 'none', noted: false, printer: null, why: null } as const
  const visit = { number: 'A012', day: '2026-11-24', takenAt: inMinutes(-9), priority: false, slip, steps }
  return { hall, visit: { ...visit, moves: 0, comeToMe: false, url: null, surveys: [] } }
}

const text = (words: string) => ({ id: words, en: words })

const planOf = (plan: number, ...services: string[]): VisitPlan => ({
  plan,
  name: text('Balai'),
  timeZone: 'Asia/Makassar',
  walkSeconds: 60,
  lateSeconds: 300,
  zones: [],
  services: services.map((id) => ({ id, name: text(id), agency: text('x'), zones: [], requirements: [] })),
  counters: [{ id: 'loket-5', name: text('Loket 5'), zone: 'depan' }],
})

describe('the clock of a phone that sleeps', () => {
  it('counts the sleep, and never goes back when the clock is set', () => {
    let wall = 1000
    const now = sleeplessClock(() => wall)
    wall += 600_000
    expect(now()).toBe(600_000)
    wall -= 3_600_000
    expect(now()).toBe(600_000)
    wall += 5_000
    expect(now()).toBe(605_000)
  })
})

describe('calls', () => {
  function following() {
    const said: string[] = []
    const alerts = {
      ring: () => void said.push('ring'),
      nudge: () => void said.push('nudge'),
      hush: () => void said.push('hush'),
    }
    const calls = followCalls(alerts, () => said.push('top'))
    const seen = (...steps: VisitStep[]) => {
      said.length = 0
      calls.seen(view(steps))
      return [...said]
    }
    return seen
  }
  const called = (calls: number) => step({ status: 'called', counter: 'loket-5', calls })

  it('ring once each, a recall again, and end with the call', () => {
    const seen = following()
    expect(seen(step())).toEqual([])
    expect(seen(called(1))).toEqual(['ring', 'top'])
    expect(seen(called(1))).toEqual([])
    expect(seen(called(2))).toEqual(['ring', 'top'])
    expect(seen({ ...called(2), status: 'serving' })).toEqual(['hush'])
    expect(seen({ ...called(2), status: 'done' })).toEqual([])
  })

  it('that are undone and made again ring again; an undone recall does not', () => {
    const seen = following()
    seen(called(2))
    expect(seen(called(1))).toEqual([])
    expect(seen(step())).toEqual(['hush'])
    expect(seen(called(1))).toEqual(['ring', 'top'])
  })
})

it('[K21] people who wait are asked to come near in time, and not too early: by a short sound, once, also if the server starts again', () => {
  const said: string[] = []
  let now = 0
  const alerts = { ring: () => void said.push('ring'), nudge: () => void said.push('nudge'), hush: () => {} }
  const calls = followCalls(
    alerts,
    () => {},
    () => now,
  )
  const near = step({ soon: true })
  for (const steps of [
    [step()],
    [near],
    [near],
    [step()],
    [near, step()],
    [step({ status: 'called', calls: 1 })],
  ]) {
    now += 60_000
    calls.seen(view(steps))
  }
  expect(said).toEqual(['nudge', 'ring'])
  now += 600_000
  calls.seen(view([near]))
  expect(said).toEqual(['nudge', 'ring', 'nudge'])
})

describe('the plan of a visit', () => {
  function keeping(given: VisitPlan | null, ...answers: (VisitPlan | null)[]) {
    let asked = 0
    const waiting: (() => void)[] = []
    const plan = keepPlan(given, {
      fetchPlan: async () => {
        const data = answers[asked++] ?? null
        const problem = { status: 0, code: 'offline', title: '', detail: '' }
        return data ? { ok: true, data } : { ok: false, problem }
      },
      after: (_ms, run) => void waiting.push(run),
    })
    return { plan, asked: () => asked, again: () => waiting.shift()?.() }
  }
  const settled = () =>
    new Promise((resolve) => {
      setImmediate(resolve)
    })

  it('that came with the page is enough until something changes', async () => {
    const { plan, asked } = keeping(planOf(1, 'kk'), planOf(2, 'kk'), planOf(2, 'kk', 'bayar'))
    plan.seen(view([step()]))
    expect(asked()).toBe(0)
    plan.seen(view([step()], 2))
    await settled()
    expect(plan.value.value?.plan).toBe(2)
    plan.seen(view([step(), step({ service: 'bayar' })], 2))
    await settled()
    expect(plan.value.value?.services.map(({ id }) => id)).toEqual(['kk', 'bayar'])
    expect(asked()).toBe(2)
  })

  it('is asked for again where nobody answered, and not for a service that has left it', async () => {
    const { plan, asked, again } = keeping(null, null, planOf(1, 'kk'))
    const with2 = view([step(), step({ service: 'gone' })])
    plan.seen(with2)
    await settled()
    expect(plan.value.value).toBeNull()
    again()
    await settled()
    expect(plan.value.value?.plan).toBe(1)
    plan.seen(with2)
    await settled()
    expect(asked()).toBe(2)
  })
})

it('the tab says the call while there is one', () => {
  const plan = planOf(1, 'kk')
  expect(titleOf(null, null)).toBe('Antre – Nomor Anda')
  expect(titleOf(view([step()]), plan)).toBe('A012 – Antre')
  const called = view([step({ status: 'called', counter: 'loket-5' })])
  expect(titleOf(called, plan)).toBe('Loket 5 sekarang! A012')
  expect(titleOf(called, null)).toBe('A012 – Antre')
})
