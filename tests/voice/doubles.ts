// Doubles for tests of the voice: a log that is kept, and workers that do as they are told.
import { writeWav } from '../../server/voice/audio/wav.ts'
import type { Job } from '../../server/voice/job.ts'
import type { Log } from '../../server/log-sink.ts'
import type { WorkerProcess } from '../../server/worker/process.ts'

export function createTestLog(): { log: Pick<Log, 'info' | 'warn'>; lines: string[] } {
  const lines: string[] = []
  const keep = (fields: object, message: string) => {
    lines.push(`${message} ${JSON.stringify(fields)}`)
  }
  return { log: { info: keep, warn: keep }, lines }
}

/** A sound of this many samples, none of them silent. */
export function tone(samples: number): Uint8Array {
  return writeWav({ sampleRate: 22_050, samples: new Float32Array(samples).fill(0.25) })
}

export type Behaviour = (job: Job, worker: { answer(message: unknown): void; end(why: string): void }) => void

export const speaks: Behaviour = ({ id }, { answer }) => answer({ id, wav: tone(2205) })

/** Workers of which the nth follows the nth behaviour; the last one is for all that follow. */
export function createWorkers(...behaviours: Behaviour[]) {
  const jobs: Job[] = []
  const counts = { started: 0, stopped: 0 }

  function spawnWorker(): WorkerProcess {
    const behaviour = behaviours[Math.min(counts.started, behaviours.length - 1)]
    let answer: ((message: unknown) => void) | undefined
    let end: ((why: string) => void) | undefined
    counts.started += 1
    return {
      post(message) {
        const job = message as Job
        jobs.push(job)
        setImmediate(() =>
          behaviour?.(job, { answer: (answered) => answer?.(answered), end: (why) => end?.(why) }),
        )
      },
      onMessage(listener) {
        answer = listener
      },
      onEnd(listener) {
        end = listener
      },
      stop() {
        counts.stopped += 1
      },
    }
  }

  return { spawnWorker, jobs, counts }
}
