// The child's side of a worker: it answers one job after the other, and lives no longer than the server.
import { setPriority } from 'node:os'
import { endGroup } from './process.ts'

/**
 * Answers each job with what `work` returns, or with `failed` in words. @param work its `signal` is aborted when
 * nobody wants the answer any more; it may then throw. What it tells goes out at once @param after called once the
 * answer is on its way
 */
export function serveJobs<Job extends { readonly id: number }>(
  work: (job: Job, signal: AbortSignal, tell: (said: object) => void) => Promise<object>,
  after: () => void = () => {},
): void {
  const under = new Map<number, AbortController>()
  async function answer(job: Job): Promise<void> {
    const control = new AbortController()
    under.set(job.id, control)
    try {
      const tell = (said: object) => void process.send?.({ id: job.id, ...said })
      process.send?.({ id: job.id, ...(await work(job, control.signal, tell)) })
    } catch (error) {
      process.send?.({ id: job.id, failed: error instanceof Error ? error.message : String(error) })
    }
    under.delete(job.id)
    after()
  }

  process.on('message', (job: Job | { readonly id: number; readonly givenUp: true }) => {
    if ('givenUp' in job) under.get(job.id)?.abort()
    else void answer(job)
  })
  process.on('disconnect', () => {
    endGroup(process.pid)
    process.exit()
  })
  // Ctrl+C reaches the whole group; the server decides when its workers end.
  process.on('SIGINT', () => {})
}

/**
 * Lets the hall go first: `nice` is from 0 (equally important) to 19. Some systems do not allow it; then it takes its
 * share.
 */
export function giveWay(nice: number): void {
  try {
    setPriority(nice)
  } catch {
    // It works without it.
  }
}
