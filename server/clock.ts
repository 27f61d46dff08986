// Time has one owner. It compares the system's clock with one that can't be set, believes neither a leap ahead nor
// one back, and wakes the loop when something is due: a hold's end, the end of a service's pause, a counter that
// everybody left, the day's end.
import type { ClockState, Time } from './hall/command.ts'
import { hasPeople } from './hall/day/clock.ts'
import type { Hall } from './hall/hall.ts'
import { closings } from './hall/hours.ts'
import { minuteIn } from './time-zone.ts'

/**
 * If two clocks differ by more than this, one is wrong: the system's, or that of the device that says another time.
 * Milliseconds.
 */
const LIES = 5 * 60_000
/** The clock is checked at least this often: the system's may be set at any moment. */
const LOOK = 20_000
/** What was due but could not be done is tried again after this. */
const AGAIN = 1_000
/** Crystals and NTP's slewing part two clocks by a few seconds an hour; up to a minute an hour is followed. */
const FOLLOWED = 1 / 60

interface ClockParts {
  /** The system's time with the rehearsal's offset, milliseconds since 1970; it may jump. */
  readonly system: () => number
  /** Milliseconds that never go back, and stand still while the computer sleeps. */
  readonly steady: () => number
  /** Milliseconds that never go back and count on while the computer sleeps; `steady` where the system can't say. */
  readonly uptime?: () => number
  /** Somebody said what time it is by starting the server with an offset: then a start asks nobody. */
  readonly declared?: boolean
  /** A time that the hall has certainly reached, besides its last event: the seal's. Milliseconds since 1970. */
  readonly lastKnown?: () => number
}

export interface Clock {
  /** What the computer says, milliseconds since 1970. */
  system(): number
  /**
   * The moment for a decision: never before the hall's last event, and by the hall's own count while the clock is in
   * doubt.
   */
  time(hall: Hall): Time
  /** An enrolled device or a signed-in browser, not on this PC, says its time. True: it changed something. */
  hear(hall: Hall, who: string, theirs: number): boolean
  /** Somebody works by this time: from now on a leap is measured against it. */
  use(hall: Hall): void
  /** Somebody begins what needs today's date. True: the day may turn, as no clock says that the old one goes on. */
  begin(hall: Hall): boolean
  /** Time runs on from `at` (milliseconds since 1970). Call the result to take that back, and again to redo it. */
  runFrom(at: number, confirmed: boolean): () => void
  /** Whether the time has been confirmed since the start: by a device, a manager, or whoever set the offset. */
  isSure(): boolean
}

/**
 * Makes the clock. Until somebody confirms the time or works by it, it has only just *started*: a gap after the last
 * event is then normal, and the first device that agrees ends all doubt. Later, a gap is a leap.
 */
export function createClock({
  system,
  steady,
  uptime = steady,
  declared = false,
  lastKnown = () => 0,
}: ClockParts): Clock {
  const disputes = createDisputes(LIES)
  let cached = { minuteStart: -1, timeZone: '', minute: 0 }
  /**
   * The hall's own count: it was `base` when `steady` was at `since`. `started`: as above. Null before the first
   * check.
   */
  let count: { base: number; since: number; started: boolean; visits: number } | null = null
  let followedAt = steady()
  let asleep = uptime() - steady()
  let sure = declared

  const minute = (timeZone: string, now: number) => {
    const minuteStart = Math.floor(now / 60_000)
    if (cached.minuteStart !== minuteStart || cached.timeZone !== timeZone) {
      cached = { minuteStart, timeZone, minute: minuteIn(timeZone, now) }
    }
    return cached.minute
  }

  function start(hall: Hall, base: number) {
    count = { base, since: steady(), started: true, visits: hall.visits.size }
    return count
  }

  function settle(at: number): void {
    count = { base: at, since: steady(), started: false, visits: 0 }
    followedAt = steady()
  }

  /** Whole milliseconds, as the system's clock gives and the journal takes them. */
  const hereOf = ({ base, since }: { base: number; since: number }) => Math.round(base + steady() - since)

  /** The hall's count now. Waking from a long sleep is a start; a short one is counted in. */
  function counted(hall: Hall, at: number) {
    const known = Math.max(hall.at, lastKnown())
    const now = count ?? start(hall, known === 0 ? at : known)
    const here = hereOf(now)
    // The uptime is read from a file, so only when the clocks part.
    const slept = Math.abs(at - here) > 1_000 ? uptime() - steady() - asleep : 0
    if (slept <= 1_000) return now
    asleep += slept
    if (slept > LIES) {
      sure = declared
      return start(hall, Math.max(here, hall.at))
    }
    count = { ...now, base: now.base + slept }
    return count
  }

  /** The two clocks part slowly: the count follows, but no faster than real clocks drift. */
  function follow(by: number): void {
    if (!count) return
    const most = (steady() - followedAt) * FOLLOWED
    count.base += Math.min(Math.max(by, -most), most)
    followedAt = steady()
  }

  function look(hall: Hall): { at: number; here: number; state: ClockState; held: boolean } {
    const at = system()
    const now = counted(hall, at)
    let { started } = now
    let here = hereOf(now)
    if (started && declared && at >= here - LIES) {
      settle(at)
      ;[here, started] = [at, false]
    }
    const ahead = at - here
    if (ahead < -LIES || at < hall.at - LIES) return { at, here, state: 'behind', held: false }
    if (!started && ahead > LIES) return { at, here, state: 'ahead', held: false }
    if (ahead <= LIES) {
      if (!started) follow(ahead)
      else if (hall.at > 0) settle(at)
    }
    const state = disputes.some() && !sure ? 'unsure' : 'right'
    const isToday = hall.closed || (hall.startsAt <= at && at < hall.endsAt)
    const held = started && ahead > LIES && !isToday && hasPeople(hall)
    return { at, here, state: held && state === 'right' ? 'waits' : state, held }
  }

  return {
    system,
    isSure: () => sure,

    time(hall) {
      const { at, here, state, held } = look(hall)
      const suspect = state === 'behind' || state === 'ahead'
      const now = Math.max(suspect || held ? here : at, hall.at)
      return { now, minute: minute(hall.layout.plan.timeZone, now), suspect, system: at, state, held }
    },

    hear(hall, who, theirs) {
      if (sure) return false
      const { at, here, state, held } = look(hall)
      if (Math.abs(theirs - at) > LIES) return disputes.add(who, { theirs, at, here, endsAt: hall.endsAt })
      const agreed = disputes.remove(who)
      if (state === 'behind' || state === 'ahead') return agreed
      // Anyone who took a number in the day that a clock says is still going on would lose it.
      if (held && count && hall.visits.size > count.visits) return agreed
      settle(at)
      disputes.clear()
      sure = true
      return true
    },

    use(hall) {
      const { at, state, held } = look(hall)
      if (count?.started && !held && (state === 'right' || state === 'unsure')) settle(at)
    },

    begin(hall) {
      const { at, held } = look(hall)
      if (!held || disputes.sayThatTheDayGoesOn()) return false
      settle(at)
      return true
    },

    runFrom(at, confirmed) {
      let other = { count: count && { ...count }, sure, words: disputes.clear() }
      settle(at)
      sure = confirmed
      return () => {
        const { count: its, sure: was, words } = other
        other = { count: count && { ...count }, sure, words: words() }
        count = its
        sure = was
      }
    },
  }
}

/** The next instant at which the hall changes by time alone; a day does not end while its end is in doubt. */
export function nextDue(hall: Hall, dayEnds = true): number {
  const hold = hall.dues[0]?.at ?? Infinity
  const reopening = hall.layout.reopenings[0]?.at ?? Infinity
  const closing = Math.min(...closings(hall).map(({ at }) => at))
  return Math.min(hold, reopening, closing, dayEnds ? hall.endsAt : Infinity)
}

/**
 * Wakes the loop whenever something is due; also calls `look` in between, as the system's clock may have been set. Once it
 * is stopped, what a stop still commits does not set it again.
 */
export function watchClock(
  clock: Clock,
  hall: Hall,
  wake: () => void,
  look: () => void,
): { rearm(): void; stop(): void } {
  let timer: NodeJS.Timeout | undefined
  let isStopped = false
  const left = () => {
    const { now, suspect, held } = clock.time(hall)
    return nextDue(hall, !suspect && !held) - now
  }
  const arm = (least: number) => {
    clearTimeout(timer)
    if (isStopped) return
    timer = setTimeout(ring, Math.min(Math.max(left(), least), LOOK))
    timer.unref()
  }
  const ring = () => {
    look()
    const isDue = left() <= 0
    if (isDue) wake()
    // Whatever is done sets the timer again; what can't be done now is not tried without a pause.
    arm(isDue ? AGAIN : 0)
  }
  const rearm = () => arm(0)
  rearm()
  return {
    rearm,
    stop() {
      isStopped = true
      clearTimeout(timer)
    },
  }
}

// Which clocks have disagreed with the server's since the start. A clock that is before the hall's last event is
// itself wrong (a box without a battery says 1970) and says nothing against the server.

/** More than a hall's devices and browsers. */
const MOST = 100

interface Word {
  /** What its clock said and what the server's said then; the hall's own count; the end of the open day. */
  readonly theirs: number
  readonly at: number
  readonly here: number
  readonly endsAt: number
}

/** Undoes a change, and returns a function that redoes it. */
type Again = () => Again

/** `lies`: milliseconds within which two clocks count as the same. */
function createDisputes(lies: number) {
  /** By whose clock it is: whether the open day still goes on by it. */
  let words = new Map<string, boolean>()
  const exchange =
    (given: Map<string, boolean>): Again =>
    () => {
      const before = words
      words = given
      return exchange(before)
    }
  return {
    /** True if it is news. */
    add(who: string, { theirs, here, endsAt }: Word): boolean {
      if (theirs < here - lies || (words.size >= MOST && !words.has(who))) return false
      const goesOn = theirs < endsAt
      const isNews = words.get(who) !== goesOn
      words.set(who, goesOn)
      return isNews
    },
    remove: (who: string): boolean => words.delete(who),
    /** Forgets everything; the result brings it back, and returns one that forgets it again. */
    clear(): Again {
      return exchange(new Map())()
    },
    some: (): boolean => words.size > 0,
    sayThatTheDayGoesOn: (): boolean => [...words.values()].includes(true),
  }
}
