// Starts a child process that works for the server. Other code uses only its four methods, so that tests can replace
// it.
import { fork } from 'node:child_process'
import { Socket } from 'node:net'
import { fileURLToPath } from 'node:url'

/** A process that works for the server. Its messages are not to be trusted: whatever runs there may be broken. */
export interface WorkerProcess {
  post(message: object): void
  onMessage(listener: (message: unknown) => void): void
  /** Called once when it is gone, with the reason in words for the log. */
  onEnd(listener: (why: string) => void): void
  /** Ends it at once, even in the middle of a loop. */
  stop(): void
}

/** What is given to whatever has its work done by a process. */
export interface WorkerParts {
  /** Path of the built worker. */
  readonly workerUrl: URL
  readonly warn: (details: object, message: string) => void
  readonly spawn?: (url: URL, heapMb: number) => WorkerProcess
}

/**
 * Starts the built worker at the URL. Never throws: `onEnd` reports what goes wrong. @param heapMb megabytes that its
 * JavaScript objects may take; WebAssembly and buffers do not count
 */
export function spawnProcess(url: URL, heapMb: number): WorkerProcess {
  const child = fork(fileURLToPath(url), [], {
    execArgv: ['--expose-gc', `--max-old-space-size=${heapMb}`],
    serialization: 'advanced',
    // It leads a group of its own, so that whatever it starts ends with it.
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  let lastWords = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    lastWords = (lastWords + chunk.toString()).slice(-800)
  })
  // An idle worker must not keep a server alive that wants to end.
  child.unref()
  child.channel?.unref()
  if (child.stderr instanceof Socket) child.stderr.unref()
  return {
    post: (message) => {
      // If the channel has just closed, the end that follows says so.
      child.send(message, () => {})
    },
    onMessage: (listener) => child.on('message', listener),
    onEnd: (listener) => {
      let told = false
      const end = (why: string) => {
        if (!told) listener(why)
        told = true
      }
      // Not `once`: a second error without a listener would be thrown.
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

/** Kills every process of the group led by `leader`, including the leader. Does nothing if it leads none. */
export function endGroup(leader: number | undefined): void {
  // Windows has no groups; there a command ends by its own time limit.
  if (leader === undefined || process.platform === 'win32') return
  try {
    process.kill(-leader, 'SIGKILL')
  } catch {
    // Nobody is left, or it leads no group.
  }
}
