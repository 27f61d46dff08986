// Packs without their process: the same work, in the test's own. Loaded with the first one.
import type { AppParts } from '../../server/assembly/parts.ts'
import type { PackJob } from '../../server/evaluation/packs.ts'

export const evaluation: AppParts['evaluation'] = {
  workerUrl: new URL('file:///nowhere'),
  // The disk of whoever runs the tests may be full.
  diskLeft: () => Promise.resolve(Infinity),
  spawn: () => {
    let listener: (message: unknown) => void = () => {}
    let isStopped = false
    const say = (message: object) => {
      if (!isStopped) listener({ id: 1, ...message })
    }
    return {
      post: (job) =>
        void work(job as PackJob, say).then(say, (error: unknown) => say({ failed: String(error) })),
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

async function work({ material, fonts, file }: PackJob, say: (message: object) => void): Promise<object> {
  const { makePack } = await import('../../server/evaluation/make.ts')
  const { writePack } = await import('../../server/evaluation/make.ts')
  const bytes = await makePack(material, fonts, (share) => say({ share }))
  await writePack(file, bytes)
  return { bytes: bytes.length }
}
