// A stranger's own figures: computed from the lines of `npm run journal -- export` and the definitions of docs/figures.md
// alone. It shares no code with the server, not even a type, and is written in the plainest way: every step is a list of
// what it was and from when, and every figure is read off that list.

interface Text {
  readonly [language: string]: string
}
interface Span {
  readonly from: number
  readonly to: number
}
interface PlanSeen {
  readonly timeZone: string
  readonly walkSeconds: number
  readonly lateSeconds: number
  readonly operation: string
  readonly hours: Record<string, Span[]>
  readonly holidays: readonly { readonly day: string }[]
  readonly reports?: { readonly level?: number }
  readonly agencies: readonly {
    readonly id: string
    readonly name: Text
    readonly hours?: Record<string, Span[]>
  }[]
  readonly services: readonly ServiceSeen[]
  readonly counters: readonly CounterSeen[]
}
interface ServiceSeen {
  readonly id: string
  readonly phase: { readonly status: string }
  readonly agency: string
  readonly after: readonly string[]
  readonly level?: number
  readonly hours: Record<string, Span[]> | null
}
interface CounterSeen {
  readonly id: string
  readonly agency: string
  readonly zone: string
  readonly services: readonly string[]
}
// oxlint-disable-next-line typescript/no-explicit-any -- the fields of an event are read as they stand in the line
type Fields = Record<string, any>
export interface Line {
  readonly seq: number
  readonly at: number
  readonly day: string
  readonly by: string
  readonly event: Fields & { readonly type: string }
}

type Status =
  | 'blocked'
  | 'waiting'
  | 'called'
  | 'serving'
  | 'held'
  | 'missed'
  | 'done'
  | 'cancelled'
  | 'expired'

/** What a step was from `at` on. */
interface Was {
  readonly at: number
  readonly status: Status
  readonly counter?: string
  readonly zone?: string
  readonly callableFrom?: number
}

interface Step {
  id: string
  service: string
  agency: string
  level: number
  cameBy: string
  after: string[]
  was: Was[]
  seat: boolean
  /** The call that it is with now, and all announcements by call. */
  call: string | null
  said: { readonly call: string; readonly announcement: string }[]
  outcome: string | null
  missing: string[]
  documents: number
  end: string | null
  endedAt: number | null
  /** Whose counter ended it with an outcome. */
  doneAt: string | null
  /** For which counter it comes back, and until when it is kept for that one. */
  backTo: { readonly counter: string; readonly until: number | null } | null
}

interface Visit {
  id: string
  day: string
  takenAt: number
  priority: boolean
  language: string
  steps: Step[]
  walks: { readonly at: number; readonly until: number; readonly zone: string }[]
  slip: { readonly at: number; readonly held: boolean }[]
  slipsFailed: number
}

/** What is known about a step in the end, as figures.md names it. */
export interface Known {
  readonly day: string
  readonly visit: string
  readonly step: string
  readonly service: string
  readonly agency: string
  readonly counter: string | null
  readonly zone: string | null
  readonly priority: boolean
  readonly language: string
  readonly hour: number
  readonly weekday: number
  readonly result: 'served' | 'incomplete' | 'referred' | 'noShow' | 'left' | 'dropped' | 'open'
  readonly called: boolean
  readonly waiting: number | null
  readonly waitingOpen: number | null
  readonly uncalled: number | null
  readonly walking: number | null
  readonly serving: number | null
  /** 1: within T, 0: not, null: it does not count. */
  readonly level: 0 | 1 | null
  readonly levelSeconds: number
  readonly missing: readonly string[]
  readonly documents: number
  readonly takenAt: number
  readonly startedAt: number | null
  readonly endedAt: number | null
}

export interface CounterTime {
  readonly day: string
  readonly counter: string
  readonly agency: string
  open: number
  paused: number
  serving: number
  idle: number
}

export interface AgencyTime {
  readonly day: string
  readonly agency: string
  readonly hours: number
  readonly staffed: number
  /** Null: none of its counters opened in the hours. */
  readonly late: number | null
}

export interface Seen {
  readonly agencies: readonly AgencyTime[]
  readonly steps: readonly Known[]
  readonly counters: readonly CounterTime[]
}

const ENDED: ReadonlySet<Status> = new Set(['done', 'cancelled', 'expired'])
const last = <T>(list: readonly T[]): T | undefined => list[list.length - 1]
const nowOf = (step: Step): Status => last(step.was)?.status ?? 'blocked'

/** Reads the whole export, day after day. `until`: the time at which it is asked, for a day that is still open. */
export function readAll(lines: readonly Line[], until: number): Seen {
  const days: Line[][] = []
  for (const line of lines) {
    if (line.event.type === 'day-opened') days.push([])
    last(days)?.push(line)
  }
  const seen: { steps: Known[]; counters: CounterTime[]; agencies: AgencyTime[] } = {
    steps: [],
    counters: [],
    agencies: [],
  }
  let carried = new Map<string, Visit>()
  for (const day of days) {
    const read = readDay(day, carried, until)
    seen.steps.push(...read.steps)
    seen.counters.push(...read.counters)
    seen.agencies.push(...read.agencies)
    carried = read.atCounters
  }
  return seen
}

function readDay(lines: readonly Line[], before: ReadonlyMap<string, Visit>, until: number) {
  const opening = lines[0]?.event ?? { type: '' }
  const label = String(opening['day'])
  const { startsAt, endsAt } = opening as unknown as { startsAt: number; endsAt: number }
  let plan = opening['plan'] as PlanSeen
  const visits = new Map<string, Visit>()
  const heard = new Map<string, boolean>()
  /** By counter: the visit as it was before the counter's last action. */
  const kept = new Map<string, Visit | null>()
  const extra = new Map<string, string[]>()
  const staff = new Map<string, { state: 'open' | 'paused'; since: number }>()
  const times: CounterTime[] = []
  const moved = new Map<string, number>()
  let closedAt: number | null = null
  const openings: { agency: string; state: string; from: number; to: number }[] = []
  const idle = new Map<string, number>()
  const first = plan

  for (const one of (opening['carried'] ?? []) as Fields[]) {
    const visit = before.get(String(one['visit']))
    if (visit) visits.set(visit.id, visit)
  }

  const instant = (minute: number) => endsAt - (24 * 60 - minute) * 60_000
  const counterOf = (id: string) => plan.counters.find((one) => one.id === id)
  const serviceOf = (id: string) => plan.services.find((one) => one.id === id)
  const servesIt = (counter: CounterSeen, service: string) =>
    (extra.get(counter.id) ?? counter.services).includes(service)

  function newStep(id: string, service: string, cameBy: string, after: string[]): Step {
    const known = serviceOf(service)
    return {
      id,
      service,
      agency: known?.agency ?? '',
      level: (known?.level ?? plan.reports?.level ?? 15) * 60,
      cameBy,
      after,
      was: [],
      seat: false,
      call: null,
      said: [],
      outcome: null,
      missing: [],
      documents: 0,
      end: null,
      endedAt: null,
      doneAt: null,
      backTo: null,
    }
  }

  function becomes(step: Step, at: number, status: Status, more: Partial<Was> = {}): void {
    step.was.push({ at, status, ...more })
  }

  function ends(step: Step, at: number, status: Status, end: string | null): void {
    becomes(step, at, status)
    step.end = end
    step.endedAt = at
  }

  /** A blocked step with nothing before it any more begins to wait. */
  function unblock(visit: Visit, at: number): void {
    for (const step of visit.steps) {
      if (nowOf(step) !== 'blocked') continue
      const isFree = step.after.every((id) => {
        const other = visit.steps.find((one) => one.id === id)
        return other !== undefined && ENDED.has(nowOf(other))
      })
      if (!isFree) continue
      becomes(step, at, 'waiting', { callableFrom: at })
      if (step.backTo) step.backTo = { ...step.backTo, until: at + 300_000 }
    }
  }

  const standsAfter = (visit: Visit, id: string, other: string): boolean => {
    const step = visit.steps.find((one) => one.id === id)
    if (!step || nowOf(step) !== 'blocked') return false
    return step.after.some((one) => one === other || standsAfter(visit, one, other))
  }

  function standAfter(visit: Visit, later: string, earlier: string, at: number): void {
    const step = visit.steps.find((one) => one.id === later)
    if (!step || standsAfter(visit, earlier, later)) return
    if (nowOf(step) !== 'blocked' && nowOf(step) !== 'waiting') return
    if (!step.after.includes(earlier)) step.after.push(earlier)
    else if (nowOf(step) === 'blocked') return
    if (nowOf(step) === 'waiting') becomes(step, at, 'blocked')
  }

  /** R5: the plan's order applies to a step that joins. `stood`: what it came after before it ended. */
  function inPlanOrder(
    visit: Visit,
    step: Step,
    others: readonly Step[],
    at: number,
    stood?: readonly string[],
  ) {
    const planned = (service: string) => serviceOf(service)?.after ?? []
    for (const other of others) {
      const isNext =
        (stood !== undefined && other.after.includes(step.id)) ||
        planned(other.service).includes(step.service)
      if (stood?.includes(other.id) || planned(step.service).includes(other.service))
        standAfter(visit, step.id, other.id, at)
      if (isNext) standAfter(visit, other.id, step.id, at)
    }
  }

  const open = (visit: Visit) => visit.steps.filter((step) => !ENDED.has(nowOf(step)))

  function walksFrom(visit: Visit, counter: string, at: number): void {
    visit.walks.push({ at, until: at + plan.walkSeconds * 1000, zone: counterOf(counter)?.zone ?? '' })
  }

  function holdsFrom(visit: Visit, at: number, held: boolean): void {
    if (last(visit.slip)?.held !== held) visit.slip.push({ at, held })
  }

  function staffed(counter: string, at: number, state: 'open' | 'paused' | 'closed'): void {
    const was = staff.get(counter)
    if (was?.state === state) return
    if (was) {
      const time = {
        day: label,
        counter,
        agency: counterOf(counter)?.agency ?? '',
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
  function watch(from: number, to: number, until: (counter: string) => number): void {
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
        const counter = counterOf(id)
        if (!counter || cut >= until(id)) continue
        const couldCall = waiting.some(({ visit, step }) => {
          const walk = last(visit.walks)
          const kept =
            step.backTo && step.backTo.counter !== id && staff.get(step.backTo.counter)?.state === 'open'
          return (
            servesIt(counter, step.service) &&
            (last(step.was)?.callableFrom ?? 0) <= cut &&
            (!walk || walk.zone === counter.zone || walk.until <= cut) &&
            (!kept || (step.backTo?.until ?? 0) <= cut)
          )
        })
        if (couldCall) idle.set(id, (idle.get(id) ?? 0) + (next - cut) / 1000)
      }
    }
  }

  let watched = startsAt
  for (const { at, event, by } of lines) {
    if (event.type === 'day-closed') watch(watched, at, leftAt)
    else watch(watched, at, () => Infinity)
    watched = at
    const visit = visits.get(String(event['visit'] ?? ''))
    const step = visit?.steps.find(({ id }) => id === event['step'])
    const counter = String(event['counter'] ?? '')
    const isAction = 'counter' in event && event['counter'] !== null && 'visit' in event
    if (isAction) {
      // Slips go on whatever is undone.
      kept.set(counter, visit ? structuredClone(visit) : null)
    }
    // The last thing that anybody did at a counter; one that closed by itself did nothing.
    if (typeof event['counter'] === 'string' && by !== 'system:clock') moved.set(counter, at)
    switch (event.type) {
      case 'plan-revised': {
        const before = plan
        plan = event['plan'] as PlanSeen
        const ofCounter = (one: PlanSeen, id: string) =>
          [...(one.counters.find((own) => own.id === id)?.services ?? [])].sort().join()
        for (const id of extra.keys()) if (ofCounter(before, id) !== ofCounter(plan, id)) extra.delete(id)
        break
      }
      case 'desk-set':
        extra.set(counter, event['services'] as string[])
        break
      case 'visit-taken': {
        const made: Visit = {
          id: event['visit'],
          day: label,
          takenAt: at,
          priority: event['priority'],
          language: event['language'],
          steps: [],
          walks: [],
          slip: [{ at, held: event['printer'] === null }],
          slipsFailed: 0,
        }
        const asked = event['steps'] as { step: string; service: string; after: number[] }[]
        made.steps = asked.map(({ step: id, service, after }) =>
          newStep(
            id,
            service,
            'ticket',
            after.map((place) => asked[place]?.step ?? ''),
          ),
        )
        for (const one of made.steps)
          if (one.after.length > 0) becomes(one, at, 'blocked')
          else becomes(one, at, 'waiting', { callableFrom: at })
        visits.set(made.id, made)
        break
      }
      case 'slip-printed':
      case 'number-noted':
        if (visit) holdsFrom(visit, at, true)
        break
      case 'slip-failed':
        if (visit) visit.slipsFailed += 1
        break
      case 'visit-delayed':
        for (const one of visit?.steps ?? []) {
          if (nowOf(one) !== 'waiting' && nowOf(one) !== 'missed') continue
          const later = (event['later'] ?? []) as { step: string; from: number }[]
          const from = later.find(({ step: id }) => id === one.id)?.from ?? at + plan.lateSeconds * 1000
          becomes(one, at, 'waiting', { callableFrom: from })
        }
        break
      case 'called':
      case 'seated': {
        if (!step) break
        step.call = event['call']
        step.seat = event.type === 'seated'
        if (step.seat) step.cameBy = 'seated'
        else step.said.push({ call: event['call'], announcement: event['announcement'] })
        const where = { counter, zone: counterOf(counter)?.zone ?? '' }
        becomes(step, at, step.seat ? 'serving' : 'called', where)
        break
      }
      case 'recalled':
        if (step?.call) step.said.push({ call: step.call, announcement: event['announcement'] })
        break
      case 'started':
        if (step) becomes(step, at, 'serving', { counter, zone: counterOf(counter)?.zone ?? '' })
        break
      case 'finished':
      case 'referred': {
        if (!visit || !step) break
        step.outcome = event.type === 'referred' ? 'referred' : event['outcome']
        step.missing = step.outcome === 'incomplete' ? event['missing'] : []
        step.documents = event['documents'] ?? 0
        step.doneAt = counter
        ends(step, at, 'done', null)
        const others = open(visit)
        const sent: Step[] = []
        if (event.type === 'referred')
          for (const [place, service] of [event['service'], ...(event['also'] ?? [])].entries())
            sent.push(newStep(event['sent'][place], service, 'referred', []))
        for (const one of sent) becomes(one, at, 'blocked')
        visit.steps.push(...sent)
        const back = event['back'] as string | undefined
        if (back !== undefined) {
          const isReferral = event.type === 'referred'
          for (const other of visit.steps)
            if (nowOf(other) === 'blocked')
              other.after = other.after.map((id) => (id === step.id ? back : id))
          const again = newStep(
            back,
            step.service,
            isReferral ? 'come-back' : 'return',
            sent.map(({ id }) => id),
          )
          if (isReferral) again.backTo = { counter, until: null }
          becomes(again, at, isReferral ? 'blocked' : 'held')
          visit.steps.push(again)
        }
        for (const [place, one] of sent.entries())
          inPlanOrder(visit, one, [...others, ...sent.slice(0, place)], at)
        unblock(visit, at)
        walksFrom(visit, counter, at)
        break
      }
      case 'missed':
        if (visit && step) {
          becomes(step, at, 'missed')
          walksFrom(visit, counter, at)
        }
        break
      case 'unanswered':
        if (visit && step) {
          becomes(step, at, 'waiting', { callableFrom: event['again'] })
          walksFrom(visit, counter, at)
        }
        break
      case 'put-back':
        if (visit && step) {
          if (visit.day === label) becomes(step, at, 'waiting', { callableFrom: at })
          else ends(step, at, 'expired', 'day')
          walksFrom(visit, counter, at)
        }
        break
      case 'held':
        if (visit && step) {
          becomes(step, at, 'held')
          walksFrom(visit, counter, at)
        }
        break
      case 'released':
      case 'step-released':
        if (step) {
          const late = nowOf(step) === 'missed' ? plan.lateSeconds * 1000 : 0
          becomes(step, at, 'waiting', { callableFrom: event['from'] ?? at + late })
        }
        break
      case 'step-added': {
        if (!visit) break
        const one = newStep(event['added'], event['service'], 'ticket', [])
        const others = open(visit)
        becomes(one, at, 'blocked')
        visit.steps.push(one)
        if (event['before']) for (const other of others) standAfter(visit, other.id, one.id, at)
        inPlanOrder(visit, one, others, at)
        unblock(visit, at)
        break
      }
      case 'step-cancelled':
        if (visit && step) {
          ends(step, at, 'cancelled', event['because'])
          unblock(visit, at)
        }
        break
      case 'step-moved':
        if (step) {
          const now = newStep(step.id, event['service'], step.cameBy, [])
          Object.assign(step, { service: now.service, agency: now.agency, level: now.level })
        }
        break
      case 'step-reopened':
        if (visit && step) {
          const others = open(visit)
          const stood = step.after
          Object.assign(step, {
            outcome: null,
            missing: [],
            documents: 0,
            end: null,
            endedAt: null,
            doneAt: null,
            after: [],
          })
          becomes(step, at, 'blocked')
          inPlanOrder(visit, step, others, at, stood)
          unblock(visit, at)
        }
        break
      case 'visit-cancelled':
        for (const one of visit ? open(visit) : [])
          ends(one, at, 'cancelled', by.startsWith('staff:') ? 'asked' : 'visitor')
        break
      case 'priority-set':
        if (visit) visit.priority = event['priority']
        break
      case 'undone': {
        const action = event['action'] as Fields
        const now = visits.get(String(action['visit'] ?? ''))
        const was = kept.get(counter)
        if (!now || !was || was.id !== now.id) break
        const { slip, slipsFailed } = now
        visits.set(now.id, { ...was, slip, slipsFailed })
        if (action['type'] === 'seated')
          for (const one of visits.get(now.id)?.steps ?? []) {
            one.cameBy = 'seated'
            ends(one, at, 'cancelled', 'undone')
          }
        break
      }
      case 'announcement-heard':
        heard.set(event['announcement'], true)
        break
      case 'announcement-unheard':
        if (!event['again']) heard.set(event['announcement'], false)
        break
      case 'counter-opened':
        staffed(counter, at, 'open')
        break
      case 'counter-paused':
        staffed(counter, at, 'paused')
        break
      case 'counter-closed':
        staffed(counter, at, 'closed')
        break
      case 'staff-assigned':
        staffed(counter, at, event['open'] ? 'open' : 'paused')
        break
      case 'day-closed':
        closedAt = at
        for (const one of visits.values())
          for (const waits of open(one)) if (nowOf(waits) !== 'serving') ends(waits, at, 'expired', 'day')
        break
      default:
    }
  }

  const end = closedAt ?? until
  if (closedAt === null) watch(watched, until, () => Infinity)
  const hoursOf = (service: ServiceSeen | undefined): Span[] =>
    hoursOn(plan, label, service?.agency, service?.hours)
  for (const [counter, { since }] of staff)
    staffed(counter, Math.max(since, closedAt === null ? end : Math.min(end, leftAt(counter))), 'closed')

  const atCounters = new Map<string, Visit>()
  const steps: Known[] = []
  for (const visit of visits.values()) {
    const goesOn = closedAt !== null && visit.steps.some((one) => nowOf(one) === 'serving')
    if (goesOn) atCounters.set(visit.id, visit)
    else for (const step of visit.steps) steps.push(know(visit, step))
  }
  for (const visit of visits.values())
    for (const step of visit.steps)
      for (const [place, { at, status, counter = '' }] of step.was.entries()) {
        if (status !== 'serving') continue
        const to = step.was[place + 1]?.at ?? end
        const time = times.find((one) => one.counter === counter)
        if (time) time.serving += (to - at) / 1000
      }
  for (const [counter, seconds] of idle) {
    const time = times.find((one) => one.counter === counter)
    if (time) time.idle += seconds
  }
  return { steps, counters: times, agencies: agenciesOf(), atCounters }

  /** A counter that was left open at night: until its hours were over, or the last thing that was done there. */
  function leftAt(counter: string): number {
    const over = hoursOn(plan, label, counterOf(counter)?.agency, null).map(({ to }) => instant(to))
    return Math.max(...over, moved.get(counter) ?? 0, startsAt)
  }

  /** By the plan with which the day began: agencies of which a counter serves what takes visitors. */
  function agenciesOf(): AgencyTime[] {
    const takes = new Set(
      first.services.filter(({ phase }) => ['open', 'trial'].includes(phase.status)).map(({ id }) => id),
    )
    const served = first.counters.filter(({ services }) => services.some((id) => takes.has(id)))
    return first.agencies.flatMap(({ id: agency }): AgencyTime[] => {
      if (!served.some((one) => one.agency === agency)) return []
      const hours = hoursOn(first, label, agency, null)
        .map(({ from, to }) => ({ from: instant(from), to: Math.min(end, instant(to)) }))
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

  function know(visit: Visit, step: Step): Known {
    const { was } = step
    const calls = was.filter(({ status }) => status === 'called')
    const calledAt = calls[0]?.at ?? null
    const desks = was.filter(({ counter }) => counter !== undefined)
    const desk = last(desks)
    const began = was.find(({ status }) => status === 'waiting' || status === 'held')
    const isNone = step.seat || step.cameBy === 'seated' || !began
    const waits = isNone || !began ? null : waitsOf(visit, step, began.at, calls[0])
    const start = was.findIndex(({ status }) => status === 'serving')
    const startedAt = was[start]?.at ?? null
    const ledBy =
      step.seat && start === desksBefore(was)
        ? undefined
        : last(was.slice(0, Math.max(0, start)).filter(({ status }) => status === 'called'))
    const served = was.reduce(
      (sum, { at, status }, place) =>
        status === 'serving' ? sum + ((was[place + 1]?.at ?? until) - at) / 1000 : sum,
      0,
    )
    const result = resultOf(step, calledAt !== null || startedAt !== null)
    const { hour, weekday } = clockOf(plan.timeZone, visit.takenAt)
    const waiting = calledAt === null ? null : (waits?.whole ?? null)
    const uncalled = calledAt === null ? (waits?.whole ?? null) : null
    return {
      day: visit.day,
      visit: visit.id,
      step: step.id,
      service: step.service,
      agency: step.agency,
      counter: desk?.counter ?? null,
      zone: desk?.zone ?? null,
      priority: visit.priority,
      language: visit.language,
      hour,
      weekday,
      result,
      called: calledAt !== null,
      waiting,
      waitingOpen: calledAt === null ? null : (waits?.open ?? null),
      uncalled,
      walking: startedAt !== null && ledBy ? (startedAt - ledBy.at) / 1000 : null,
      serving: startedAt === null ? null : served,
      level: levelOf(step, result, waiting, uncalled, isNone),
      levelSeconds: step.level,
      missing: step.missing,
      documents: result === 'served' ? step.documents : 0,
      takenAt: visit.takenAt,
      startedAt,
      endedAt: step.endedAt,
    }
  }

  /** Looked at millisecond by millisecond in effect: the borders of all that matters cut the time into pieces. */
  function waitsOf(visit: Visit, step: Step, from: number, call: Was | undefined) {
    const ended = step.endedAt
    const isExpired = nowOf(step) === 'expired'
    const lastWait = last(step.was.filter(({ status }) => status === 'waiting'))
    const to = Math.max(
      from,
      call?.at ??
        (ended === null
          ? until
          : isExpired
            ? Math.min(ended, Math.max(lastWait?.at ?? ended, waitsEnd(step.service)))
            : ended),
    )
    const off: { from: number; to: number }[] = []
    for (const other of visit.steps)
      if (other !== step)
        for (const [place, { at, status }] of other.was.entries())
          if (status === 'called' || status === 'serving')
            off.push({ from: at, to: other.was[place + 1]?.at ?? to })
    for (const { at, until: there, zone } of visit.walks) {
      const mine = call
        ? [call.zone]
        : plan.counters.filter((one) => servesIt(one, step.service)).map((one) => one.zone)
      if (!mine.includes(zone)) off.push({ from: at, to: there })
    }
    for (const [place, { at, status, callableFrom = 0 }] of step.was.entries()) {
      const next = step.was[place + 1]?.at ?? to
      if (status !== 'waiting') off.push({ from: at, to: next })
      else if (callableFrom > at) off.push({ from: at, to: Math.min(callableFrom, next) })
    }
    for (const [place, { at, held }] of visit.slip.entries())
      if (!held) off.push({ from: at, to: visit.slip[place + 1]?.at ?? to })
    const hours = hoursOf(serviceOf(step.service)).map((span) => ({
      from: instant(span.from),
      to: instant(span.to),
    }))
    const cuts = [from, to, ...[...off, ...hours].flatMap((one) => [one.from, one.to])]
      .filter((cut) => from <= cut && cut <= to)
      .sort((a, b) => a - b)
    let [whole, openOnly] = [0, 0]
    for (const [place, cut] of cuts.entries()) {
      const next = cuts[place + 1] ?? cut
      const middle = (cut + next) / 2
      const isIn = (one: { from: number; to: number }) => one.from <= middle && middle < one.to
      if (next === cut || off.some(isIn)) continue
      whole += next - cut
      if (hours.length === 0 || hours.some(isIn)) openOnly += next - cut
    }
    return { whole: whole / 1000, open: openOnly / 1000 }
  }

  /** Nobody waits through an empty evening: until the hours are over, or the last thing done at a counter that serves it. */
  function waitsEnd(service: string): number {
    const over = hoursOf(serviceOf(service)).map(({ to }) => instant(to))
    const done = plan.counters.filter((one) => servesIt(one, service)).map(({ id }) => moved.get(id) ?? 0)
    return Math.max(over.length === 0 ? startsAt : Math.max(...over), ...done)
  }
}

/** A visitor who was seated was served before anybody called. */
function desksBefore(was: readonly Was[]): number {
  return was.findIndex(({ counter }) => counter !== undefined)
}

function resultOf(step: Step, wasCalled: boolean): Known['result'] {
  if (step.outcome === 'served' || step.outcome === 'incomplete' || step.outcome === 'referred')
    return step.outcome
  if (!ENDED.has(nowOf(step))) return 'open'
  const before = step.was[step.was.length - 2]?.status
  if (before === 'blocked' || ['closed', 'moved', 'undone'].includes(step.end ?? '')) return 'dropped'
  return wasCalled ? 'noShow' : 'left'
}

/**
 * Those who left by the day's end failed; those who cancelled before T are left out; seated and dropped don't count.
 */
function levelOf(
  step: Step,
  result: Known['result'],
  waiting: number | null,
  uncalled: number | null,
  isNone: boolean,
): 0 | 1 | null {
  if (isNone && step.cameBy === 'seated') return null
  if (result === 'dropped') return null
  if (waiting !== null) return waiting <= step.level ? 1 : 0
  if (result !== 'left') return null
  return step.end === 'day' || (uncalled ?? 0) >= step.level ? 0 : null
}

/** The hours of a day: the hall's, and within them the agency's and the service's own. */
function hoursOn(
  plan: PlanSeen,
  day: string,
  agency: string | undefined,
  own: Record<string, Span[]> | null | undefined,
): Span[] {
  if (plan.holidays.some((one) => one.day === day)) return []
  const weekday = new Date(`${day}T12:00:00Z`).getUTCDay() || 7
  const common = (one: Span[], other: Span[] | undefined) =>
    other === undefined
      ? one
      : one.flatMap((a) =>
          other
            .map((b) => ({ from: Math.max(a.from, b.from), to: Math.min(a.to, b.to) }))
            .filter(({ from, to }) => from < to),
        )
  const hall = plan.hours[weekday] ?? []
  const ofAgency = plan.agencies.find(({ id }) => id === agency)?.hours
  return common(common(hall, ofAgency?.[weekday]), own?.[weekday])
}

const clocks = new Map<string, Intl.DateTimeFormat>()

function clockOf(timeZone: string, at: number): { hour: number; weekday: number } {
  let clock = clocks.get(timeZone)
  if (!clock) {
    clock = new Intl.DateTimeFormat('en-GB', {
      timeZone,
      hour: '2-digit',
      weekday: 'short',
      hourCycle: 'h23',
    })
    clocks.set(timeZone, clock)
  }
  const parts = new Map(clock.formatToParts(at).map(({ type, value }) => [type, value]))
  const weekday = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].indexOf(parts.get('weekday') ?? '') + 1
  return { hour: Number(parts.get('hour')), weekday }
}

// ---- figures over what is known

export interface Spread {
  readonly mean: number
  readonly p50: number
  readonly p90: number
  readonly max: number
}

/** Nearest rank, no interpolation; null: fewer than five. */
export function spread(values: readonly number[]): Spread | null {
  if (values.length < 5) return null
  const sorted = [...values].sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.ceil(share * sorted.length) - 1] as number
  return {
    mean: values.reduce((sum, value) => sum + value, 0) / values.length,
    p50: at(0.5),
    p90: at(0.9),
    max: at(1),
  }
}

export interface Row {
  readonly key: string | number | null
  readonly taken: number
  readonly called: number
  readonly served: number
  readonly incomplete: number
  readonly referred: number
  readonly noShow: number
  readonly left: number
  readonly dropped: number
  readonly open: number
  readonly waiting: Spread | null
  readonly waitingOpen: Spread | null
  readonly walking: Spread | null
  readonly serving: Spread | null
  readonly level: { readonly seconds: number | null; readonly share: number } | null
  readonly documents: number
}

export type By =
  | 'service'
  | 'agency'
  | 'counter'
  | 'zone'
  | 'day'
  | 'weekday'
  | 'hour'
  | 'month'
  | 'class'
  | 'language'

export function keyOf(step: Known, by: By): string | number | null {
  switch (by) {
    case 'month':
      return step.day.slice(0, 7)
    case 'class':
      return step.priority ? 'priority' : 'regular'
    default:
      return step[by]
  }
}

export function rowsBy(steps: readonly Known[], by: By): Row[] {
  const groups = new Map<string | number | null, Known[]>()
  for (const step of steps) {
    const key = keyOf(step, by)
    groups.set(key, [...(groups.get(key) ?? []), step])
  }
  return [...groups].map(([key, group]) => rowOf(key, group))
}

export function rowOf(key: Row['key'], steps: readonly Known[]): Row {
  const count = (result: Known['result']) => steps.filter((step) => step.result === result).length
  const values = (of: 'waiting' | 'waitingOpen' | 'walking' | 'serving', from = steps) =>
    from.flatMap((step) => step[of] ?? [])
  const judged = steps.filter(({ level }) => level !== null)
  const targets = new Set(judged.map(({ levelSeconds }) => levelSeconds))
  return {
    key,
    taken: steps.length,
    documents: steps.reduce((sum, { documents }) => sum + documents, 0),
    called: steps.filter(({ called }) => called).length,
    served: count('served'),
    incomplete: count('incomplete'),
    referred: count('referred'),
    noShow: count('noShow'),
    left: count('left'),
    dropped: count('dropped'),
    open: count('open'),
    waiting: spread(values('waiting')),
    waitingOpen: spread(values('waitingOpen')),
    walking: spread(values('walking')),
    serving: spread(
      values(
        'serving',
        steps.filter(({ result }) => result !== 'open'),
      ),
    ),
    level:
      judged.length < 5
        ? null
        : {
            seconds: targets.size === 1 ? ([...targets][0] as number) : null,
            share: judged.filter(({ level }) => level === 1).length / judged.length,
          },
  }
}

/** Visits, those that two agencies or more served, how long they stayed, and which agency came after which. */
export function visitsOf(steps: readonly Known[]) {
  const visits = new Map<string, Known[]>()
  for (const step of steps) visits.set(step.visit, [...(visits.get(step.visit) ?? []), step])
  const stays: number[] = []
  const pairs = new Map<string, number>()
  let several = 0
  for (const own of visits.values()) {
    const ends = own
      .filter(({ result }) => result === 'served' || result === 'incomplete')
      .map(({ endedAt }) => endedAt ?? 0)
    const taken = own[0]?.takenAt ?? 0
    if (ends.length > 0) stays.push((Math.max(...ends) - taken) / 1000)
    const served = own
      .filter(({ result }) => result === 'served')
      .sort((a, b) => (a.startedAt ?? a.endedAt ?? 0) - (b.startedAt ?? b.endedAt ?? 0))
    if (new Set(served.map(({ agency }) => agency)).size < 2) continue
    several += 1
    const way = served.map(({ agency }) => agency).filter((agency, place, all) => agency !== all[place - 1])
    const steps = new Set(way.slice(1).map((to, place) => `${way[place]} ${to}`))
    for (const pair of steps) pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
  }
  return { visits: visits.size, several, stay: spread(stays), pairs }
}

/** How often which requirement was missing, by service and requirement. */
export function missingOf(steps: readonly Known[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { result, service, missing } of steps)
    if (result === 'incomplete')
      for (const requirement of missing) {
        const key = `${service} ${requirement}`
        counts.set(key, (counts.get(key) ?? 0) + 1)
      }
  return counts
}

/**
 * Waits told with tickets against what became of them, by service; a visitor never called counts once that is certain.
 */
export function forecastsOf(
  steps: readonly Known[],
  told: readonly {
    readonly step: string
    readonly low: number
    readonly high: number
    readonly median: number | null
    readonly today: number | null
  }[],
) {
  const byStep = new Map(steps.map((step) => [step.step, step]))
  const services = new Map<string, { errors: number[]; inside: number; longer: number; n: number }>()
  for (const { step: id, low, high, median, today } of told) {
    if (today !== null && today <= 0.3) continue
    const step = byStep.get(id)
    if (!step) continue
    const sum = services.get(step.service) ?? { errors: [], inside: 0, longer: 0, n: 0 }
    const { waiting } = step
    if (waiting === null && !((step.uncalled ?? 0) > high * 60)) continue
    services.set(step.service, sum)
    sum.n += 1
    if (waiting === null || waiting > high * 60) sum.longer += 1
    else if (waiting >= low * 60) sum.inside += 1
    if (waiting !== null) sum.errors.push(Math.abs(waiting - 60 * (median ?? (low + high) / 2)))
  }
  return [...services].map(([key, { errors, inside, longer, n }]) => ({
    key,
    n,
    mae: errors.length < 5 ? null : errors.reduce((sum, one) => sum + one, 0) / errors.length,
    inside: n < 5 ? null : inside / n,
    longer: n < 5 ? null : longer / n,
  }))
}

/** Every minute of the hall's hours, by when it begins, milliseconds since 1970; the plan is that of the day's end. */
export function hoursOf(lines: readonly Line[], from: string, to: string): number[] {
  const plans = new Map<string, { plan: PlanSeen; endsAt: number }>()
  let endsAt = 0
  let label = ''
  for (const { event } of lines) {
    if (event.type === 'day-opened') [label, endsAt] = [event['day'], event['endsAt']]
    if ('plan' in event) plans.set(label, { plan: event['plan'] as PlanSeen, endsAt })
  }
  const minutes: number[] = []
  let last: { plan: PlanSeen; endsAt: number } | undefined
  for (let day = from; day <= to; day = new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10)) {
    // A day on which nothing was opened ends a day later than the one before.
    last = plans.get(day) ?? (last && { plan: last.plan, endsAt: last.endsAt + 86_400_000 })
    if (!last) continue
    for (const span of hoursOn(last.plan, day, undefined, null))
      for (let minute = span.from; minute < span.to; minute += 1)
        minutes.push(last.endsAt - (24 * 60 - minute) * 60_000)
  }
  return minutes
}
