// How the process ends, and what does not end it. Signals stop it politely. A throw that nobody caught is logged and
// kept for the manager's page, and the hall goes on: what a socket, a timer or a stream did wrong is no visitor's
// fault. Only if the hall itself may be wrong (a throw in the middle of the loop's turn) does the process stop in
// order, and its keeper (server/launch/keep.sh, systemd) starts it again: the journal has everything that anybody was
// told.
import type { Incidents } from './incidents.ts'
import type { Log } from './log-sink.ts'

/** The exit codes; server/launch/keep.sh and docs/units/antre.service go by them. */
export const exitCodes = {
  stopped: 0,
  /** The server can't start, and will not be able to by itself: a setting, a port that is taken. Not tried again. */
  cannotStart: 1,
  /** The hall in memory may be wrong: the next start rebuilds it from the journal. */
  mayBeWrong: 70,
  /** The server can't start yet: the disk is full, or fails. */
  notYet: 75,
} as const

/** Milliseconds after which a stop no longer waits for what is in flight. */
const LONGEST_STOP = 10_000
/** The same if the hall may be wrong. */
const LONGEST_BROKEN_STOP = 3_000
/**
 * A second signal within this many milliseconds is an echo of the first: from a terminal, a launcher, systemd. Later
 * it comes from somebody who will not wait any longer.
 */
const ECHO = 1_000
/** Unexpected throws logged in full per minute; further ones are only counted, as incidents. */
const MOST_LOGGED = 20
const MINUTE = 60_000

/** A running server. */
export interface Running {
  readonly log: Pick<Log, 'warn' | 'error'>
  readonly incidents: Pick<Incidents, 'add' | 'stopped'>
  /** Whether the hall in memory is what the journal says. */
  readonly isSound: () => boolean
  /** Finishes what is in flight. */
  readonly stop: () => Promise<void>
}

/** The process's own events; `exit` does not come back. */
export type Process = Pick<NodeJS.Process, 'on' | 'removeAllListeners'> & { exit(code: number): void }

/**
 * Takes over what Node would do by itself with signals, warnings and throws. Call what it returns once the server
 * runs; before that any throw ends the start. `complain` says what went wrong and never throws.
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
        broken
          ? 'unexpected: the hall may be wrong, the server starts again'
          : 'unexpected: the hall goes on',
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
  // By default, Node opens its debugger to every user of the PC on the first of these, and ends on the other.
  const meansNothing = (signal: NodeJS.Signals) =>
    running?.log.warn({ signal }, 'a signal that means nothing here')
  process.on('SIGUSR1', meansNothing).on('SIGUSR2', meansNothing)
  // Node would write them where perhaps nobody reads.
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
