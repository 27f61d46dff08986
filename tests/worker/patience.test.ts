// Waiting for somebody else, while this process itself stands still: stopped, starved, or behind a slow disk.
import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { within } from '../../server/slip/printers/link.ts'
import { watchSpeaker } from '../../server/voice/zones/under-way.ts'
import { createKeeper } from '../../server/worker/keeper.ts'
import { patiently } from '../../server/worker/patience.ts'

afterEach(() => {
  vi.restoreAllMocks()
  vi.useRealTimers()
})

/** Somebody on the other end of a line, who is heard once what they say is read. */
async function somebody() {
  const server = createServer().listen(0, '127.0.0.1')
  onTestFinished(() => void server.close())
  await once(server, 'listening')
  const address = server.address()
  const ours = connect(typeof address === 'object' && address ? address.port : 0, '127.0.0.1')
  const [theirs] = (await once(server, 'connection')) as [Socket]
  onTestFinished(() => void ours.destroy())
  return {
    /** They speak, while this process does nothing for so many milliseconds. Resolves when `hear` was called. */
    async says(hear: () => void, still: number): Promise<void> {
      theirs.write('here')
      ours.once('data', hear)
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, still)
      await once(ours, 'data')
    },
  }
}

describe('who was in time is heard, although this process stood still', () => {
  it.each([
    ['longer than they may take', 300, 1_000],
    ['until just after that', 900, 1_200],
    ['longer than a look at the time', 1_500, 2_000],
  ])('%s', async (_, mayTake, still) => {
    const other = await somebody()
    const late = vi.fn()
    const stop = patiently(mayTake, late)
    await other.says(stop, still)
    expect(late).not.toHaveBeenCalled()
  })

  it('[A8] a speaker that keeps silent passes the announcement on: not one that has said it', async () => {
    const other = await somebody()
    const silent = vi.fn()
    const watch = watchSpeaker({ speaker: 'd1', seconds: -2.7, tells: false, silent })
    await other.says(watch.end, 1_000)
    expect(silent).not.toHaveBeenCalled()
  })

  it('a printer that has answered', async () => {
    const other = await somebody()
    let answer = () => {}
    const answered = new Promise<string>((resolve) => {
      answer = () => resolve('ready')
    })
    const found = within(300, answered)
    await other.says(answer, 1_000)
    expect(await found).toBe('ready')
  })

  it('a process that has answered is not ended', async () => {
    const other = await somebody()
    let hear: (message: unknown) => void = () => {}
    const stopped = vi.fn()
    const keeper = createKeeper<'jobs', object, string>({
      name: 'it',
      spawn: () => ({
        post: () => {},
        onMessage: (listener) => void (hear = listener),
        onEnd: () => {},
        stop: stopped,
      }),
      queues: { jobs: 1 },
      limitMs: 300,
      idleMs: 60_000,
      read: () => ({ answer: 'done' }),
      failed: () => {},
    })
    onTestFinished(keeper.close)
    const answer = keeper.ask({}, 'jobs')
    await other.says(() => hear({ id: 1 }), 1_000)
    expect(await answer).toBe('done')
    expect(stopped).not.toHaveBeenCalled()
  })
})

describe('otherwise nobody is waited for longer than they may take', () => {
  it('to the millisecond', () => {
    vi.useFakeTimers()
    const late = vi.fn()
    patiently(12_345, late)
    vi.advanceTimersByTime(12_344)
    expect(late).not.toHaveBeenCalled()
    vi.advanceTimersByTime(1)
    expect(late).toHaveBeenCalledTimes(1)
    expect(vi.getTimerCount()).toBe(0)
  })

  it.each([0, -5])('with no time at all (%i): in the next turn', (ms) => {
    vi.useFakeTimers()
    const late = vi.fn()
    patiently(ms, late)
    expect(late).not.toHaveBeenCalled()
    vi.advanceTimersByTime(1)
    expect(late).toHaveBeenCalledTimes(1)
  })

  it('and not at all once it is stopped', () => {
    vi.useFakeTimers()
    const late = vi.fn()
    const stop = patiently(2_500, late)
    vi.advanceTimersByTime(1_500)
    stop()
    vi.advanceTimersByTime(60_000)
    expect(late).not.toHaveBeenCalled()
    expect(vi.getTimerCount()).toBe(0)
  })

  it('even by a process that is always slow: it takes twice as long at most', () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    // Each timer comes half a second late.
    let now = 0
    vi.spyOn(performance, 'now').mockImplementation(() => now)
    const late = vi.fn()
    patiently(6_000, late)
    while (late.mock.calls.length === 0 && now < 60_000) {
      now += 500
      const before = vi.getTimerCount()
      expect(before).toBe(1)
      now += 1_000
      vi.advanceTimersByTime(1_000)
    }
    expect(now).toBe(12_000)
  })
})
