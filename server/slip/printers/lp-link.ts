// An office printer that CUPS knows: a picture of the slip is given to `lp`, and `lpstat` says what became of it.
import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  LineFault,
  pause,
  type Condition,
  conditionOf,
  type Link,
  type LinkParts,
  type Outcome,
} from './link.ts'

/** Milliseconds for one command of CUPS. */
const COMMAND = 5_000
/** Milliseconds in which a sheet must be out: office printers sleep, and warm up. */
const SHEET = 45_000
const LOOK = 1_000

export interface LpParts extends LinkParts {
  readonly queue: string
  /** Whether to wait until CUPS says that the sheet is out; otherwise it counts as printed once `lp` has taken it. */
  readonly answers: boolean
  /** Folder of `lp`, `lpstat` and `cancel`; by default the PC finds them itself. */
  readonly commands?: string
}

/** The link to a queue of CUPS. */
export function lpLink({ queue, answers, told, commands }: LpParts): Link {
  let stopped = false

  /** A command's output, in the words that every CUPS uses in the C locale. @throws LineFault */
  function run(name: string, ...args: string[]): Promise<string> {
    const program = commands === undefined ? name : join(commands, name)
    return new Promise((resolve, reject) => {
      execFile('env', ['LC_ALL=C', program, ...args], { timeout: COMMAND }, (error, stdout, stderr) => {
        if (!error) return resolve(stdout)
        const why = error.killed === true ? 'timeout' : 'unreachable'
        reject(new LineFault(why, stderr.trim() || error.message))
      })
    })
  }

  async function look(): Promise<Condition> {
    try {
      return conditionFromLpstat(await run('lpstat', '-l', '-p', queue))
    } catch (error) {
      told((error as Error).message)
      return conditionOf(error instanceof LineFault ? error.why : 'error')
    }
  }

  /** Waits until the job has left the queue. One that does not come out is cancelled, or it would come out later. */
  async function follow(job: string): Promise<Outcome> {
    const end = performance.now() + SHEET
    for (;;) {
      const waiting = await run('lpstat', '-W', 'not-completed', '-o', queue)
      const now = await look()
      if (!waiting.split(/\s+/).includes(job)) return { why: now.why, now }
      const late = stopped || performance.now() > end
      if (now.why === null && !late) {
        await pause(LOOK)
        continue
      }
      await run('cancel', job)
      return { why: now.why ?? 'timeout', now }
    }
  }

  return {
    format: 'png',
    every: 15_000,
    everyWhileBad: 5_000,
    longest: () => SHEET + 2 * COMMAND,
    look,
    async print(bytes, title) {
      const before = await look()
      if (before.why !== null) return { why: before.why, now: before }
      const folder = await mkdtemp(join(tmpdir(), 'antre-slip-'))
      try {
        const file = join(folder, 'slip.png')
        await writeFile(file, bytes)
        const said = await run('lp', '-d', queue, '-t', title, file)
        const job = /request id is (\S+)/.exec(said)?.[1]
        if (!answers || job === undefined) return { why: null, now: before }
        return await follow(job)
      } catch (error) {
        told((error as Error).message)
        const now = conditionOf(error instanceof LineFault ? error.why : 'error')
        return { why: now.why, now }
      } finally {
        await rm(folder, { recursive: true, force: true })
      }
    },
    stop() {
      stopped = true
    },
  }
}

/** What `lpstat -l -p` says: `disabled` if the queue is stopped, and the alerts of the printer's own driver. */
export function conditionFromLpstat(said: string): Condition {
  if (/\bmedia-empty|media-needed/.test(said)) return conditionOf('paper-out')
  if (/\b(cover|door|interlock)-open/.test(said)) return conditionOf('cover-open')
  if (/\b(media-jam|marker-supply-empty|toner-empty|fuser-\S*fault)/.test(said)) return conditionOf('error')
  if (/\boffline-report|\bdisabled since|connecting-to-device|Unplugged or turned off/.test(said)) {
    return conditionOf('offline')
  }
  if (!/^printer \S+ (is idle|now printing)/m.test(said)) return conditionOf('error')
  return { state: /\bmedia-low/.test(said) ? 'near-end' : 'ready', why: null }
}
