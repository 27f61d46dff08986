// Who speaks where, known before anything is called.
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { fold } from '../../server/hall/rules.ts'
import type { Display } from '../../server/live/push.ts'
import { createLoudspeakers, watchZoneVoices } from '../../server/voice/zones/speakers.ts'
import { rulesPlan } from '../rules/rules-plan.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function zones() {
  const hall = fold([], rulesPlan)
  const loudspeakers = createLoudspeakers()
  let there: Display[] = []
  let changes = 0
  const voices = watchZoneVoices({
    hall,
    displays: () => there,
    loudspeakers,
    changed: () => void changes++,
  })
  const own = (zone: string): Display => ({ id: `tv-${zone}`, zone, board: zone })
  return {
    of: voices.of,
    changes: () => changes,
    hang(...places: string[]) {
      there = places.map(own)
      voices.look()
    },
    says(zone: string, state: 'ready' | 'blocked') {
      loudspeakers.says(`tv-${zone}`, state)
      voices.look()
    },
  }
}

it('[Q7] a counter knows at once that nobody announces its calls: after a start displays have five seconds to find their way back', () => {
  const { of, changes } = zones()
  expect(of('depan')).toBe('speaks')
  vi.advanceTimersByTime(5_000)
  expect([of('depan'), changes()]).toEqual(['none', 1])
})

it('[Q6] a hall runs without any of a zone’s devices: a display that is hung up while the hall runs speaks at once, for the zones that share its sound too', () => {
  const { of, hang } = zones()
  vi.advanceTimersByTime(5_000)
  hang('depan')
  expect([of('depan'), of('tengah'), of('belakang')]).toEqual(['speaks', 'speaks', 'none'])
})

it('[Q7] a counter knows at once that nobody announces its calls: one that reloads its page was never gone; one that stays away is', () => {
  const { of, hang, changes } = zones()
  hang('depan', 'belakang')
  vi.advanceTimersByTime(5_000)
  hang('belakang')
  vi.advanceTimersByTime(4_900)
  expect(of('depan')).toBe('speaks')
  hang('depan', 'belakang')
  vi.advanceTimersByTime(10_000)
  expect([of('depan'), changes()]).toEqual(['speaks', 0])
  hang('belakang')
  vi.advanceTimersByTime(5_000)
  expect([of('depan'), of('belakang'), changes()]).toEqual(['none', 'speaks', 1])
})

it('[Q7] a counter knows at once that nobody announces its calls: one that can’t be heard is told apart from one that is not there', () => {
  const { of, hang, says } = zones()
  hang('depan', 'belakang')
  says('depan', 'blocked')
  expect([of('depan'), of('belakang')]).toEqual(['mute', 'speaks'])
  hang('depan', 'tengah', 'belakang')
  expect(of('depan')).toBe('speaks')
  hang('depan', 'belakang')
  says('depan', 'ready')
  expect(of('depan')).toBe('speaks')
})
