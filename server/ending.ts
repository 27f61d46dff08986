// How the process ends, and what does not end it. Signals stop it politely. A throw that nobody caught is logged and kept
// for the manager's page, and the hall goes on: what a socket, a timer or a stream did wrong is no visitor's fault. Only
// where the hall itself may be wrong (a throw in the middle of the loop's turn) the process ends, in order, and whoever
// keeps it (server/launch/keep.sh, systemd) starts it again: the journal knows all that anybody was told.
import type { Incidents } from './incidents.ts'

/** What the process ends with; server/launch/keep.sh and docs/units/antre.service go by it. */
export const exitCodes = {
  stopped: 0,
  /** A start that can't be, and will not be by itself: a setting, a port that is taken. Not tried again. */
  cannotStart: 1,
  /** The hall in memory may be wrong: the start makes it anew from the journal. */
  mayBeWrong: 70,
  /** A start that can't be yet: the disk is full, or fails. */
  notYet: 75,
} as const

/** Milliseconds after which a stop no longer waits for what is in flight. */
const LONGEST_STOP = 10_000
/** The same where the hall may be wrong. */
const LONGEST_BROKEN_STOP = 3_000
/** A second signal within so many milliseconds is the first one's echo: of a terminal, a launcher, systemd. Later it is somebody's who waits no longer. */
const ECHO = 1_000
/** Unexpected throws that are logged whole in a minute; the others are counted by the incidents alone. */
const MOST_LOGGED = 20
const MINUTE = 60_000

interface EndingLog {
  warn(details: object, message: string): void
  error(details: object, message: string): void
}

/** A server that runs. */
export interface Running {
  readonly log: EndingLog
  readonly incidents: Pick<Incidents, 'add' | 'stopped'>
  /** Whether the hall in memory is what the journal says. */
  readonly isSound: () => boolean
  /** Finishes what is in flight. */
  readonly stop: () => Promise<void>
}

/** The process's own events; `exit` does not come back. */
export type Process = Pick<NodeJS.Process, 'on' | 'removeAllListeners'> & { exit(code: number): void }

/**
 * Takes over all that Node would do by itself with signals, warnings and throws. What it gives back is told once the
 * server runs; before that any throw ends the start. `complain` says what went wrong and never throws.
 */
export function ownTheProcess(
  complain: (error: unknown) => void,
  process: Process,
  now: () => number = () => performance.now(),
): { runs(running: Running): void } {
  let running: Running | null = null
  let asked: number | null = null
  let logged = { since: 0, count: 0 }

  function stop(code: number, longest: number): void {
    asked = now()
    setTimeout(() => process.exit(code), longest).unref()
    const end = () => process.exit(code)
    void Promise.resolve(running?.stop()).then(
      () => {
        if (code === exitCodes.stopped) running?.incidents.stopped()
        end()
      },
      (error: unknown) => {
        complain(error)
        end()
      },
    )
  }

  function isWorthALine(): boolean {
    if (now() - logged.since > MINUTE) logged = { since: now(), count: 0 }
    logged.count += 1
    return logged.count <= MOST_LOGGED
  }

  process.on('uncaughtException', (error: unknown, origin) => {
    if (running === null) {
      complain(error)
      process.exit(exitCodes.mayBeWrong)
      return
    }
    const broken = !running.isSound()
    if (broken || isWorthALine())
      running.log.error(
        { err: error, origin },
        broken ? 'unexpected: the hall may be wrong, the server starts anew' : 'unexpected: the hall goes on',
      )
    if (asked !== null) return
    running.incidents.add(broken ? 'restarted' : 'survived', error)
    if (broken) {
      running.incidents.stopped()
      stop(exitCodes.mayBeWrong, LONGEST_BROKEN_STOP)
    }
  })

  const askedToStop = () => {
    if (running === null) process.exit(exitCodes.stopped)
    else if (asked === null) stop(exitCodes.stopped, LONGEST_STOP)
    else if (now() - asked > ECHO) process.exit(exitCodes.stopped)
  }
  process.on('SIGTERM', askedToStop).on('SIGINT', askedToStop).on('SIGHUP', askedToStop)
  // By itself Node opens its debugger to every user of the PC for the one, and ends for the other.
  const meansNothing = (signal: NodeJS.Signals) =>
    running?.log.warn({ signal }, 'a signal that means nothing here')
  process.on('SIGUSR1', meansNothing).on('SIGUSR2', meansNothing)
  // Node would write them to where nobody may read.
  process.removeAllListeners('warning')
  process.on('warning', (warning) => {
    if (running === null) complain(warning)
    else running.log.warn({ err: warning }, 'a warning of Node')
  })

  return {
    runs(now) {
      running = now
    },
  }
}
