// The simulator without its process: the same work, in the test's own, a day in each turn. Loaded with the first job.
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { AppParts } from '../../server/assembly/parts.ts'
import type { SimulationJob } from '../../server/simulator/simulate.ts'

export const simulator: AppParts['simulator'] = {
  workerUrl: new URL('file:///nowhere'),
  spawn: () => {
    let listener: (message: unknown) => void = () => {}
    let isStopped = false
    const say = async (message: object) => {
      await nextTurn()
      if (!isStopped) listener(message)
      else throw new Error('stopped')
    }
    return {
      post: (message) => void work(message as SimulationJob, say).catch(() => {}),
      onMessage: (heard) => {
        listener = heard
      },
      onEnd: () => {},
      stop: () => {
        isStopped = true
      },
    }
  },
}

async function work(job: SimulationJob, say: (message: object) => Promise<void>): Promise<void> {
  const { simulate } = await import('../../server/simulator/simulate.ts')
  await simulate(job, say).then(say, (error: unknown) => say({ failed: String(error) }))
}
