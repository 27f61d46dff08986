// A change in words, what is better and worse with it, and whether the morning stays under the limit.
import type { Change } from '../../server/simulator/change.ts'
import type { Hall } from '../../screens/hall.ts'
import { formatMinute, formatNumber } from '../../screens/format.ts'
import { pick } from '../../screens/i18n.ts'
import { formatMinutes } from '../reports/chart/unit.ts'
import type { Run, Side } from './runs.ts'
import { simulatorText } from './texts.ts'

/** The name; the id if the plan no longer has it. */
export function counterName({ counters }: Hall, id: string): string {
  const counter = counters.value.get(id)
  return counter ? pick(counter.name) : id
}

export function serviceName({ services }: Hall, id: string): string {
  const service = services.value.get(id)
  return service ? pick(service.name) : id
}

/** `08.00` (id), `08:00` (en), of minutes after midnight or `08:00`. */
function timeSaid(time: number | string): string {
  if (typeof time === 'number') return formatMinute(time)
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return formatMinute(hours * 60 + minutes)
}

/** `Loket 7 buka 08.00–10.00, bobot prioritas 5`. */
export function wordsOf(change: Change, hall: Hall): string {
  const {
    open = [],
    shared = [],
    rates,
    walkSeconds,
    lateSeconds,
    secondCallSeconds,
    hours,
    quotas = [],
  } = change
  const counter = (id: string) => counterName(hall, id)
  const span = (one: { from: number | string; to: number | string }) =>
    `${timeSaid(one.from)}–${timeSaid(one.to)}`
  const words = [
    ...open.map(({ counter: id, from, to }) =>
      simulatorText('words.open', { counter: counter(id), from: timeSaid(from), to: timeSaid(to) }),
    ),
    ...shared.map(({ counter: id, services }) =>
      simulatorText('words.shared', {
        counter: counter(id),
        services: services.map((one) => serviceName(hall, one)).join(', '),
      }),
    ),
    ...(rates?.priority === undefined
      ? []
      : [simulatorText('words.priority', { value: formatNumber(rates.priority) })]),
    ...(rates?.regular === undefined
      ? []
      : [simulatorText('words.regular', { value: formatNumber(rates.regular) })]),
    ...(walkSeconds === undefined ? [] : [simulatorText('words.walk', { count: walkSeconds })]),
    ...(lateSeconds === undefined ? [] : [simulatorText('words.late', { count: lateSeconds })]),
    ...(secondCallSeconds === null ? [simulatorText('words.noSecond')] : []),
    ...(secondCallSeconds ? [simulatorText('words.second', { count: secondCallSeconds })] : []),
    ...(hours ? [simulatorText('words.hours', { hours: hours.map(span).join(', ') })] : []),
    ...quotas.map(({ service, quota }) =>
      quota === null
        ? simulatorText('words.noQuota', { service: serviceName(hall, service) })
        : simulatorText('words.quota', { service: serviceName(hall, service), count: quota }),
    ),
  ]
  return words.length === 0 ? simulatorText('nothing') : words.join(', ')
}

export const minutes = (seconds: number) => simulatorText('minutes', { count: formatMinutes(seconds) })
export const openHours = (seconds: number) =>
  simulatorText('hours', { count: formatNumber(Math.round(seconds / 360) / 10) })

/** A change below this is noise: as a share of the old value, and in seconds. */
const NOISE = 0.03
const NOISE_SECONDS = 20

/** -1: the second one is smaller, beyond noise; 1: it is larger; 0: about the same. */
export function trend(before: number, after: number, noise = NOISE_SECONDS): -1 | 0 | 1 {
  const by = after - before
  if (Math.abs(by) < Math.max(noise, NOISE * Math.abs(before))) return 0
  return by < 0 ? -1 : 1
}

/** What is better and worse with the change than in the replay without it, in words. */
export function verdicts(again: Side, would: Side): { better: string[]; worse: string[] } {
  const said: Record<'better' | 'worse', string[]> = { better: [], worse: [] }
  /** `good`: -1 if less is better, 1 if more is. `words`: what to say. */
  const say = (
    words: (before: string, after: string) => string,
    [before, after]: readonly [number, number],
    good: -1 | 1,
    write: (value: number) => string,
    noise?: number,
  ) => {
    const way = trend(before, after, noise)
    if (way !== 0) said[way === good ? 'better' : 'worse'].push(words(write(before), write(after)))
  }
  const [was, is] = [again.waiting, would.waiting]
  if (was.all && is.all) {
    say(
      (before, after) => simulatorText('sum.mean', { before, after }),
      [was.all.mean, is.all.mean],
      -1,
      minutes,
    )
    say(
      (before, after) => simulatorText('sum.p90', { before, after }),
      [was.all.p90, is.all.p90],
      -1,
      minutes,
    )
  }
  if (was.priority && is.priority)
    say(
      (before, after) => simulatorText('sum.priority', { before, after }),
      [was.priority.mean, is.priority.mean],
      -1,
      minutes,
    )
  say(
    (before, after) => simulatorText('sum.overLimit', { before, after }),
    [again.overLimit, would.overLimit],
    -1,
    formatNumber,
    1,
  )
  say(
    (before, after) => simulatorText('sum.beforeClosing', { before, after }),
    [again.servedBeforeClosing, would.servedBeforeClosing],
    1,
    formatNumber,
    1,
  )
  say(
    (before, after) => simulatorText('sum.overtime', { before, after }),
    [again.overtime, would.overtime],
    -1,
    minutes,
    120,
  )
  if (would.turnedAway > 0)
    say((_, after) => simulatorText('sum.turnedAway', { after }), [0, would.turnedAway], -1, formatNumber, 1)
  say(
    (before, after) => simulatorText('sum.open', { before, after }),
    [again.open, would.open],
    -1,
    openHours,
    600,
  )
  return said
}

const NOON = 12

/** The hours before noon in which fewer than nine in ten were called within the limit; null: nobody can say. */
export function lateHours({ would, limitMinutes }: Run): number[] | null {
  const morning = (would?.hours ?? []).filter(({ hour, waiting }) => hour < NOON && waiting !== null)
  if (limitMinutes === null || morning.length === 0) return null
  return morning.flatMap(({ hour, waiting }) => ((waiting?.p90 ?? 0) > limitMinutes * 60 ? [hour] : []))
}

/** How many more counter hours per day it takes, in seconds; null: it is not finished. */
export function costOf({ again, would, days }: Run): number | null {
  return again && would && days ? (would.open - again.open) / days : null
}

/** Among the runs on the same days that keep the morning under the limit, the one with the fewest counter hours. */
export function cheapest(runs: readonly Run[], like: Run | undefined): Run | undefined {
  const fit = runs.filter(
    (one) =>
      one.from === like?.from && one.to === like.to && one.state === 'done' && lateHours(one)?.length === 0,
  )
  return fit.toSorted((one, other) => (costOf(one) ?? 0) - (costOf(other) ?? 0))[0]
}
