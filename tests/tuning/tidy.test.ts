// When the server gives back what its start left behind: twice, and again only while V8 has not given it back.
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { tidyLater } from '../../server/tuning/tidy.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function collections(isLarge: () => boolean) {
  const collect = vi.fn()
  tidyLater({ collect, isLarge })
  vi.runAllTimers()
  return collect.mock.calls.length
}

it('collects twice after a start, and no more where memory was given back', () => {
  expect(collections(() => false)).toBe(2)
})

it('asks again while V8 has not given it back, but not for ever', () => {
  const answers = [true, false]
  expect(collections(() => answers.shift() ?? false)).toBe(3)
  expect(collections(() => true)).toBe(5)
})

it('leaves the server able to collect, and no flag behind', () => {
  tidyLater()
  vi.runAllTimers()
  expect('gc' in globalThis).toBe(false)
})
