// Starts the voice's process. The rest of the voice knows it by three verbs, so that tests can put another in its place.
import { fork } from 'node:child_process'
import { Socket } from 'node:net'
import { fileURLToPath } from 'node:url'
import { endGroup } from './end-group.ts'

/** What makes the sound, somewhere else. Its messages are not to be trusted: what is there may be broken. */
export interface VoiceWorker {
  post(message: object): void
  onMessage(listener: (message: unknown) => void): void
  /** Called once when it is gone, for whatever reason, which is given in words for the log. */
  onEnd(listener: (why: string) => void): void
  /** Ends it at once, also in the middle of a loop. */
  stop(): void
}

/** Starts the built worker that stands at the URL. Never throws: what goes wrong is told by `onEnd`. */
export function spawnProcess(url: URL): VoiceWorker {
  const child = fork(fileURLToPath(url), [], {
    execArgv: ['--expose-gc', '--max-old-space-size=128'],
    serialization: 'advanced',
    // At the head of a group of its own, so that what it starts ends with it.
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  let lastWords = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    lastWords = (lastWords + chunk.toString()).slice(-800)
  })
  // An idle voice must not keep a server that wants to end.
  child.unref()
  child.channel?.unref()
  if (child.stderr instanceof Socket) child.stderr.unref()
  return {
    post: (message) => {
      // A channel that just closed is told by the end that follows.
      child.send(message, () => {})
    },
    onMessage: (listener) => child.on('message', listener),
    onEnd: (listener) => {
      let told = false
      const end = (why: string) => {
        if (!told) listener(why)
        told = true
      }
      // Not once: a second error that nobody hears would be thrown.
      child.on('error', (error) => end(error.message))
      child.once('exit', () => endGroup(child.pid))
      child.once('close', (code, signal) => end(`${signal ?? `exit code ${code}`} ${lastWords}`.trim()))
    },
    stop: () => {
      endGroup(child.pid)
      child.kill('SIGKILL')
    },
  }
}
