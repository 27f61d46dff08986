// How questions reach the process that computes reports: once for all who ask the same, given up when nobody waits, and
// answered by another process where one broke.
import { expect, it, vi } from 'vitest'
import type { Recorded } from '../../server/hall/event.ts'
import type { Question } from '../../server/reports/question.ts'
import { createReporter, sharing } from '../../server/reports/reporter.ts'
import type { Reply } from '../../server/reports/work.ts'
import { hallApp } from '../api/hall-app.ts'

const year: Question = {
  of: 'steps',
  by: 'service',
  split: null,
  from: '2026-01-01',
  to: '2026-12-31',
  filters: {},
  now: 1,
  form: { as: 'json' },
}

/** A computation that is over when the test says. */
function given() {
  const asked: { question: Question; signal: AbortSignal; answer: (reply: Reply) => void }[] = []
  const ask = sharing(
    (question, signal) =>
      new Promise((answer) => {
        asked.push({ question, signal, answer })
      }),
  )
  return { ask, asked }
}

it('[RP5] one computation for all who ask the same: ten ask for the year at once', async () => {
  const { ask, asked } = given()
  const all = Array.from({ length: 10 }, (_, nth) => ask({ ...year, now: nth }, 7))
  const other = ask({ ...year, by: 'agency' }, 7)
  const later = ask(year, 8)
  expect(asked).toHaveLength(3)
  asked.forEach(({ answer }, nth) => answer({ text: `${nth}` }))
  expect(await Promise.all([...all, other, later])).toEqual([
    ...Array.from({ length: 10 }, () => ({ text: '0' })),
    { text: '1' },
    { text: '2' },
  ])
  void ask(year, 7)
  expect(asked).toHaveLength(4)
})

it('[RP5] one computation for all who ask the same: given up when the last of them left', async () => {
  const { ask, asked } = given()
  const [one, two] = [new AbortController(), new AbortController()]
  const both = [ask(year, 7, one.signal), ask(year, 7, two.signal)]
  one.abort()
  await expect(both[0]).rejects.toThrow('the asker left')
  expect(asked[0]?.signal.aborted).toBe(false)
  two.abort()
  await expect(both[1]).rejects.toThrow('the asker left')
  expect(asked[0]?.signal.aborted).toBe(true)
  // The next one is no part of what was given up.
  void ask(year, 7)
  expect(asked).toHaveLength(2)
  await expect(ask(year, 7, AbortSignal.abort())).rejects.toThrow('the asker left')
})

it('starts nothing before the first question, and another process where one ended', async () => {
  const spawned: { ended: (why: string) => void }[] = []
  const warn = vi.fn<(details: object, message: string) => void>()
  const reporter = createReporter({
    dataDir: '/nowhere',
    workerUrl: new URL('file:///nowhere'),
    warn,
    spawn: () => {
      let answer: (message: unknown) => void = () => {}
      const one = { ended: (_why: string) => {} }
      spawned.push(one)
      const breaks = spawned.length === 1
      return {
        post: (job) =>
          void setImmediate(() =>
            breaks
              ? one.ended('killed')
              : answer({ id: Reflect.get(job, 'id'), reply: { text: String(Reflect.get(job, 'dataDir')) } }),
          ),
        onMessage: (listener) => (answer = listener),
        onEnd: (listener) => (one.ended = listener),
        stop: () => {},
      }
    },
  })
  expect(spawned).toHaveLength(0)
  await expect(reporter.ask(year, 1)).rejects.toThrow('killed')
  expect(await reporter.ask(year, 1)).toEqual({ text: '/nowhere' })
  expect([spawned.length, warn.mock.calls.length]).toEqual([2, 1])
  reporter.close()
})

it('makes no facts on the first day of a hall, when none is over, and from the next one on', async () => {
  const facts = { look: vi.fn(), committed: vi.fn<(records: readonly Recorded[]) => void>(), close: () => {} }
  const told = () => facts.committed.mock.calls.flatMap(([records]) => records.map(({ event }) => event.type))
  const hall = await hallApp({ facts })
  await hall.take(['kk'])
  await vi.waitFor(() => expect(told()).toContain('visit-taken'))
  expect(facts.look).not.toHaveBeenCalled()
  expect(told()).not.toContain('day-opened')
  hall.later({ hours: 24 })
  await hall.take(['kk'])
  await vi.waitFor(() => expect(told()).toContain('day-opened'))
})
