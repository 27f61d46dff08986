// When counters and agencies were open, and when a counter was idle.
import { type AgencyTime, counterOf, type Day, hoursOn, instant, last, nowOf, servesIt } from './lines.ts'
import { open } from './steps.ts'

/** From now on it is this. */
export function staffed(day: Day, counter: string, at: number, state: 'open' | 'paused' | 'closed'): void {
  const { label, staff, openings, times } = day
  const was = staff.get(counter)
  if (was?.state === state) return
  if (was) {
    const time = {
      day: label,
      counter,
      agency: counterOf(day, counter)?.agency ?? '',
      open: 0,
      paused: 0,
      serving: 0,
      idle: 0,
    }
    openings.push({ agency: time.agency, state: was.state, from: was.since, to: at })
    time[was.state] = (at - was.since) / 1000
    times.push(time)
  }
  if (state === 'closed') staff.delete(counter)
  else staff.set(counter, { state, since: at })
}

/** Adds up who was idle between two events: free, while somebody waited whom that counter could have called. */
export function watch(day: Day, from: number, to: number, until: (counter: string) => number): void {
  const { label, visits, staff, idle } = day
  const going = [...visits.values()].filter((visit) => visit.day === label && open(visit).length > 0)
  const busy = new Set(
    [...visits.values()].flatMap(({ steps }) =>
      steps.flatMap(({ was }) => {
        const now = last(was)
        return now?.status === 'called' || now?.status === 'serving' ? [now.counter] : []
      }),
    ),
  )
  const free = [...staff].filter(([id, { state }]) => state === 'open' && !busy.has(id)).map(([id]) => id)
  const borders = new Set([from, to])
  const waiting = going.flatMap((visit) => {
    const away = visit.steps.some((step) => ['called', 'serving'].includes(nowOf(step)))
    if (away || !last(visit.slip)?.held) return []
    return visit.steps.filter((step) => nowOf(step) === 'waiting').map((step) => ({ visit, step }))
  })
  for (const { visit, step } of waiting)
    for (const border of [last(step.was)?.callableFrom, last(visit.walks)?.until, step.backTo?.until])
      if (border && from < border && border < to) borders.add(border)
  for (const id of free) borders.add(Math.min(to, Math.max(from, until(id))))
  const cuts = [...borders].sort((a, b) => a - b)
  for (const [place, cut] of cuts.entries()) {
    const next = cuts[place + 1]
    if (next === undefined) continue
    for (const id of free) {
      const counter = counterOf(day, id)
      if (!counter || cut >= until(id)) continue
      const couldCall = waiting.some(({ visit, step }) => {
        const walk = last(visit.walks)
        const kept =
          step.backTo && step.backTo.counter !== id && staff.get(step.backTo.counter)?.state === 'open'
        return (
          servesIt(day, counter, step.service) &&
          (last(step.was)?.callableFrom ?? 0) <= cut &&
          (!walk || walk.zone === counter.zone || walk.until <= cut) &&
          (!kept || (step.backTo?.until ?? 0) <= cut)
        )
      })
      if (couldCall) idle.set(id, (idle.get(id) ?? 0) + (next - cut) / 1000)
    }
  }
}

/** A counter that was left open at night: until its hours were over, or the last thing that was done there. */
export function leftAt(day: Day, counter: string): number {
  const { label, moved, plan, startsAt } = day
  const over = hoursOn(plan, label, counterOf(day, counter)?.agency, null).map(({ to }) => instant(day, to))
  return Math.max(...over, moved.get(counter) ?? 0, startsAt)
}

/** By the plan with which the day began: agencies of which a counter serves what takes visitors. */
export function agenciesOf(day: Day): AgencyTime[] {
  const { first, label, openings, closedAt, until } = day
  const end = closedAt ?? until
  const takes = new Set(
    first.services.filter(({ phase }) => ['open', 'trial'].includes(phase.status)).map(({ id }) => id),
  )
  const served = first.counters.filter(({ services }) => services.some((id) => takes.has(id)))
  return first.agencies.flatMap(({ id: agency }): AgencyTime[] => {
    if (!served.some((one) => one.agency === agency)) return []
    const hours = hoursOn(first, label, agency, null)
      .map(({ from, to }) => ({ from: instant(day, from), to: Math.min(end, instant(day, to)) }))
      .filter(({ from, to }) => from < to)
    if (hours.length === 0) return []
    const own = openings.filter((one) => one.agency === agency && one.state === 'open')
    const cuts = [...hours, ...own].flatMap(({ from, to }) => [from, to]).sort((a, b) => a - b)
    let [whole, there, late] = [0, 0, 0]
    for (const [place, cut] of cuts.entries()) {
      const next = cuts[place + 1] ?? cut
      const isIn = (one: { from: number; to: number }) => one.from <= cut && next <= one.to
      if (next === cut || !hours.some(isIn)) continue
      whole += next - cut
      if (own.some(isIn)) there += next - cut
      else if (there === 0) late += next - cut
    }
    return [
      {
        day: label,
        agency,
        hours: whole / 1000,
        staffed: there / 1000,
        late: there === 0 ? null : late / 1000,
      },
    ]
  })
}
