// The keeper of a child process: what it is asked, in which order, and what happens when its processes end.
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createKeeper } from '../../server/worker/keeper.ts'
import type { WorkerProcess } from '../../server/worker/process.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const ended = `Error: the worker's process ended: exit code 1`

interface Asked {
  readonly id: number
  readonly text: string
}

/** A keeper of processes that do with each job what `does` says. */
function given(does: (job: Asked, process: { answer(message: unknown): void; end(): void }) => void) {
  const asked: string[] = []
  const counts = { started: 0, stopped: 0 }
  const reasons: string[] = []
  function spawn(): WorkerProcess {
    let answer: (message: unknown) => void = () => {}
    let end: (why: string) => void = () => {}
    counts.started += 1
    return {
      post(message) {
        const job = message as Asked & { givenUp?: true }
        asked.push(job.givenUp ? `give up ${job.id}` : job.text)
        if (job.givenUp) return setImmediate(() => answer({ id: job.id, failed: 'given up' }))
        setImmediate(() => does(job, { answer: (said) => answer(said), end: () => end('exit code 1') }))
      },
      onMessage: (listener) => (answer = listener),
      onEnd: (listener) => (end = listener),
      stop: () => (counts.stopped += 1),
    }
  }
  const keeper = createKeeper<'first' | 'second', { text: string }, string>({
    name: 'the worker',
    spawn,
    queues: { first: 3, second: 3 },
    limitMs: 10_000,
    idleMs: 60_000,
    read: (message) => ('text' in message ? { answer: String(message.text) } : 'no text'),
    failed: (why) => reasons.push(why),
  })
  const ask = (text: string, queue: 'first' | 'second' = 'first', signal?: AbortSignal) =>
    keeper.ask({ text }, queue, signal).catch((error: unknown) => String(error))
  return { keeper, ask, asked, counts, reasons }
}

it('the most urgent queue goes first, and each in its order', async () => {
  const { ask, asked } = given(({ id, text }, { answer }) => answer({ id, text }))
  const all = Promise.all([ask('a', 'second'), ask('b', 'second'), ask('c', 'second'), ask('d'), ask('e')])
  await vi.runOnlyPendingTimersAsync()
  expect(await all).toEqual(['a', 'b', 'c', 'd', 'e'])
  expect(asked).toEqual(['a', 'd', 'e', 'b', 'c'])
})

it('what has waited for as long as a job may take is refused, and not asked any more', async () => {
  const { ask, asked } = given(() => {})
  const all = Promise.all([ask('a'), ask('b'), ask('c', 'second')])
  await vi.advanceTimersByTimeAsync(10_001)
  expect(await Promise.race([all, 'waiting'])).toBe('waiting')
  await vi.advanceTimersByTimeAsync(10_001)
  expect(await all).toEqual([
    'Error: the worker took longer than 10000 ms',
    'Error: the worker took longer than 10000 ms',
    'Error: the worker had no time within 10000 ms',
  ])
  expect(asked).toEqual(['a', 'b'])
})

it('a process that ends without ever answering is started again at once, and then more and more slowly', async () => {
  const { ask, counts, reasons } = given((_job, { end }) => end())
  const starts = async (ms: number) => {
    await vi.advanceTimersByTimeAsync(ms)
    return counts.started
  }
  const all = Promise.all([ask('a'), ask('b'), ask('c')])
  expect(await starts(200)).toBe(2)
  expect(await starts(100)).toBe(3)
  const more = Promise.all([ask('d'), ask('e'), ask('f')])
  expect(await starts(100)).toBe(3)
  expect(await starts(500)).toBe(4)
  expect(await starts(500)).toBe(4)
  await vi.advanceTimersByTimeAsync(10_000)
  expect(await Promise.all([all, more])).toEqual([Array(3).fill(ended), Array(3).fill(ended)])
  expect(reasons).toHaveLength(6)
})

it('a process that has answered is started again at once, however often it ends', async () => {
  const { ask, counts } = given(({ id, text }, { answer, end }) => {
    if (text === 'ends') end()
    else answer({ id, text })
  })
  for (let round = 1; round <= 5; round++) {
    const all = Promise.all([ask('a'), ask('ends')])
    await vi.advanceTimersByTimeAsync(10)
    expect(await all).toEqual(['a', ended])
    expect(counts.started).toBe(round)
  }
})

it('once closed it answers everyone, also those who wait for another start', async () => {
  const { keeper, ask, counts } = given((_job, { end }) => end())
  const all = Promise.all([ask('a'), ask('b'), ask('c')])
  await vi.advanceTimersByTimeAsync(100)
  keeper.close()
  expect((await all)[2]).toBe('Error: the worker is closed')
  expect(await ask('d')).toBe('Error: the worker is busy')
  await vi.advanceTimersByTimeAsync(10_000)
  expect(counts.started).toBe(2)
})

it('what nobody wants any more leaves its queue, or is given up by the process, which stays', async () => {
  const { ask, asked, counts, reasons } = given(({ id, text }, { answer }) => {
    if (text === 'long') return
    answer({ id, text })
  })
  const [long, waits] = [new AbortController(), new AbortController()]
  const all = Promise.all([ask('long', 'first', long.signal), ask('b', 'first', waits.signal), ask('c')])
  await vi.advanceTimersByTimeAsync(10)
  waits.abort()
  long.abort()
  await vi.advanceTimersByTimeAsync(10)
  const unwanted = 'Error: nobody wants the answer any more'
  expect(await all).toEqual([unwanted, unwanted, 'c'])
  expect(asked).toEqual(['long', 'give up 1', 'c'])
  expect(await ask('d', 'first', AbortSignal.abort())).toBe(unwanted)
  expect([counts, reasons]).toEqual([{ started: 1, stopped: 0 }, []])
})
