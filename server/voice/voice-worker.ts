// The process that makes the sound, one announcement at a time. A process and not a thread, because what it takes
// (150 MB while it works) goes back to the system only when a process ends, and because nothing in it can take the
// server down. It lives as long as the server wants it and not longer than the server.
import { announce } from './announce.ts'
import { endGroup } from './end-group.ts'
import type { Job } from './synthesise.ts'

async function answer({ id, ...wanted }: Job): Promise<void> {
  try {
    process.send?.({ id, ...(await announce(wanted)) })
  } catch (error) {
    process.send?.({ id, failed: error instanceof Error ? error.message : String(error) })
  }
  // Every run leaves 32 MB behind that the collector, seeing few objects, is in no hurry to take.
  setImmediate(() => globalThis.gc?.())
}

process.on('message', (job: Job) => void answer(job))
process.on('disconnect', () => {
  endGroup(process.pid)
  process.exit()
})
// Ctrl+C reaches the whole group; the server decides when the voice ends.
process.on('SIGINT', () => {})
