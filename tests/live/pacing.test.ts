// When a topic is sent: a change of calls at once, any other no later than one pace after the topic was last sent.
// The test makes the time pass.
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createPacing, PACE, type Paced } from '../../server/live/push.ts'

beforeEach(() => {
  vi.useFakeTimers({
    toFake: ['setTimeout', 'clearTimeout', 'setImmediate', 'clearImmediate', 'performance'],
  })
})
afterEach(() => vi.useRealTimers())

/** Topics that were sent this many milliseconds ago, and what is delivered from now on, with how long that took. */
function topics(...ago: number[]) {
  const began = performance.now()
  const all = ago.map((ms, index) => ({ name: `t${index}`, sentAt: began - ms, due: null as number | null }))
  const sent: string[] = []
  const pacing = createPacing<Paced & { name: string }>({
    all: () => all,
    before: () => {},
    deliver(topic) {
      topic.sentAt = performance.now()
      sent.push(`${topic.name} after ${performance.now() - began}`)
    },
  })
  return { all, sent, pacing }
}

/** A round of the event loop; timers that wait for it see it a millisecond later. */
const round = () => vi.advanceTimersByTime(1)

it('a change of calls is sent at once, any other a pace after the view before it', () => {
  const { all, sent, pacing } = topics(20, 20, PACE)
  const [calls, others, rested] = all
  if (!calls || !others || !rested) throw new Error('no topics')
  pacing.touch(calls, true)
  pacing.touch(others, false)
  pacing.touch(rested, false)
  round()
  expect(sent.map((one) => one.slice(0, 2))).toEqual(['t0', 't2'])
  vi.advanceTimersByTime(PACE)
  expect(sent.slice(2)).toEqual([`t1 after ${PACE - 20 + 1}`])
})

it('a change of calls is not put off by another change that comes with it or after it', () => {
  const { all, sent, pacing } = topics(0)
  const [topic] = all
  if (!topic) throw new Error('no topic')
  pacing.touch(topic, true)
  pacing.touch(topic, false)
  round()
  expect(sent).toHaveLength(1)
})

it('of several that are due later the earliest is not kept waiting for the others', () => {
  const { all, sent, pacing } = topics(10, 40, 0)
  for (const topic of all) pacing.touch(topic, false)
  round()
  vi.advanceTimersByTime(10)
  expect(sent).toEqual([`t1 after ${PACE - 40 + 1}`])
  vi.advanceTimersByTime(PACE)
  expect(sent.map((one) => one.slice(0, 2))).toEqual(['t1', 't0', 't2'])
})

it('is computed once for all that changed since, and not again without a change', () => {
  const { all, sent, pacing } = topics(PACE)
  const [topic] = all
  if (!topic) throw new Error('no topic')
  for (let times = 0; times < 5; times += 1) pacing.touch(topic, false)
  vi.advanceTimersByTime(10 * PACE)
  expect(sent).toHaveLength(1)
})

it('sends a hundred topics in one round and the others in the next: a command waits for none of them longer', () => {
  const { all, sent, pacing } = topics(...Array.from({ length: 250 }, () => PACE))
  for (const topic of all) pacing.touch(topic, false)
  const after = [0, 0, 0].map(() => {
    vi.advanceTimersToNextTimer()
    return sent.length
  })
  expect(after).toEqual([100, 200, 250])
})

it('sends fewer in one round where each takes long, and at least one', () => {
  const { all, sent, pacing } = topics(...Array.from({ length: 5 }, () => PACE))
  let spent = 0
  const began = performance.now()
  const time = vi.spyOn(performance, 'now').mockImplementation(() => began + spent + sent.length)
  for (const topic of all) pacing.touch(topic, false)
  vi.advanceTimersToNextTimer()
  expect(sent).toHaveLength(2)
  time.mockImplementation(() => began + (spent += 10))
  vi.advanceTimersToNextTimer()
  expect(sent).toHaveLength(3)
  time.mockRestore()
})

it('sends nothing any more once it was stopped', () => {
  const { all, sent, pacing } = topics(0)
  const [topic] = all
  if (!topic) throw new Error('no topic')
  pacing.touch(topic, false)
  round()
  pacing.stop()
  vi.advanceTimersByTime(10 * PACE)
  expect(sent).toEqual([])
})
