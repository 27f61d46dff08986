// The process that draws, one picture at a time. A process and not a thread, because what it takes goes back to the
// system only when a process ends. It lives as long as the server wants it and not longer than the server.
import { paint } from './paint.ts'
import type { Job } from './painter.ts'

async function answer({ id, ...wanted }: Job): Promise<void> {
  try {
    process.send?.({ id, picture: await paint(wanted) })
  } catch (error) {
    process.send?.({ id, failed: error instanceof Error ? error.message : String(error) })
  }
}

process.on('message', (job: Job) => void answer(job))
process.on('disconnect', () => process.exit())
// Ctrl+C reaches the whole group; the server decides when the painter ends.
process.on('SIGINT', () => {})
