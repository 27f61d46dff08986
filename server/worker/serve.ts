// The child's side of a worker: it answers one job after the other, and lives no longer than the server.
import { endGroup } from './process.ts'

/**
 * Answers each job with what `work` returns, or with `failed` in words.
 * @param after called once the answer is on its way
 */
export function serveJobs<Job extends { readonly id: number }>(
  work: (job: Job) => Promise<object>,
  after: () => void = () => {},
): void {
  async function answer(job: Job): Promise<void> {
    try {
      process.send?.({ id: job.id, ...(await work(job)) })
    } catch (error) {
      process.send?.({ id: job.id, failed: error instanceof Error ? error.message : String(error) })
    }
    after()
  }

  process.on('message', (job: Job) => void answer(job))
  process.on('disconnect', () => {
    endGroup(process.pid)
    process.exit()
  })
  // Ctrl+C reaches the whole group; the server decides when its workers end.
  process.on('SIGINT', () => {})
}
