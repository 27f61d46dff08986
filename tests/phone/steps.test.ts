// The steps of a visit as the phone lists them.
import { h } from 'preact'
import { expect, it } from 'vitest'
import { Steps } from '../../kiosk-ui/phone/Steps.tsx'
import type { VisitPlan } from '../../server/live/visit.ts'
import { markup } from '../../server/http/ground/markup.ts'
import { step } from './step.ts'

it('a step that waits for another comes after it, whatever was chosen first', () => {
  const named = (id: string) => ({ id, name: { id, en: id }, zones: [], requirements: [] })
  const plan = { services: ['licence', 'card', 'tax'].map(named), zones: [], counters: [] }
  const steps = [
    step({ service: 'licence', status: 'blocked', ahead: null }),
    step({ service: 'card' }),
    step({ service: 'tax' }),
  ]
  const list = markup(h(Steps, { plan: plan as unknown as VisitPlan, steps, isAtCounter: false }))
  const at = ['card', 'tax', 'licence'].map((name) => list.indexOf(`>${name}<`))
  expect(at.every((place) => place > 0)).toBe(true)
  expect(at).toEqual([...at].sort((a, b) => a - b))
})
