// Reads the lines of an export, day after day.
import { agenciesOf, leftAt, staffed, watch } from './counters.ts'
import { know } from './known.ts'
import {
  type AgencyTime,
  counterOf,
  type CounterTime,
  type Day,
  type Fields,
  type Known,
  last,
  type Line,
  nowOf,
  type PlanSeen,
  type Seen,
  type Step,
  type Visit,
} from './lines.ts'
import { becomes, ends, inPlanOrder, newStep, open, standAfter, unblock } from './steps.ts'

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
  const { startsAt, endsAt } = opening as unknown as { startsAt: number; endsAt: number }
  const first = opening['plan'] as PlanSeen
  const day: Day = {
    label: String(opening['day']),
    startsAt,
    endsAt,
    until,
    first,
    plan: first,
    visits: new Map(),
    extra: new Map(),
    staff: new Map(),
    times: [],
    moved: new Map(),
    openings: [],
    idle: new Map(),
    closedAt: null,
  }
  const { label, visits, extra, staff, times, moved, idle } = day
  /** By counter: the visit as it was before the counter's last action. */
  const kept = new Map<string, Visit | null>()

  for (const one of (opening['carried'] ?? []) as Fields[]) {
    const visit = before.get(String(one['visit']))
    if (visit) visits.set(visit.id, visit)
  }

  function walksFrom(visit: Visit, counter: string, at: number): void {
    visit.walks.push({
      at,
      until: at + day.plan.walkSeconds * 1000,
      zone: counterOf(day, counter)?.zone ?? '',
    })
  }

  function holdsFrom(visit: Visit, at: number, held: boolean): void {
    if (last(visit.slip)?.held !== held) visit.slip.push({ at, held })
  }

  let watched = startsAt
  for (const { at, event, by } of lines) {
    if (event.type === 'day-closed') watch(day, watched, at, (id) => leftAt(day, id))
    else watch(day, watched, at, () => Infinity)
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
        const was = day.plan
        day.plan = event['plan'] as PlanSeen
        const ofCounter = (one: PlanSeen, id: string) =>
          [...(one.counters.find((own) => own.id === id)?.services ?? [])].sort().join()
        for (const id of extra.keys()) if (ofCounter(was, id) !== ofCounter(day.plan, id)) extra.delete(id)
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
        }
        const asked = event['steps'] as { step: string; service: string; after: number[] }[]
        made.steps = asked.map(({ step: id, service, after }) =>
          newStep(
            day,
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
      case 'visit-delayed':
        for (const one of visit?.steps ?? []) {
          if (nowOf(one) !== 'waiting' && nowOf(one) !== 'missed') continue
          const later = (event['later'] ?? []) as { step: string; from: number }[]
          const from = later.find(({ step: id }) => id === one.id)?.from ?? at + day.plan.lateSeconds * 1000
          becomes(one, at, 'waiting', { callableFrom: from })
        }
        break
      case 'called':
      case 'seated': {
        if (!step) break
        step.seat = event.type === 'seated'
        if (step.seat) step.cameBy = 'seated'
        const where = { counter, zone: counterOf(day, counter)?.zone ?? '' }
        becomes(step, at, step.seat ? 'serving' : 'called', where)
        break
      }
      case 'started':
        if (step) becomes(step, at, 'serving', { counter, zone: counterOf(day, counter)?.zone ?? '' })
        break
      case 'finished':
      case 'referred': {
        if (!visit || !step) break
        step.outcome = event.type === 'referred' ? 'referred' : event['outcome']
        step.missing = step.outcome === 'incomplete' ? event['missing'] : []
        step.documents = event['documents'] ?? 0
        ends(step, at, 'done', null)
        const others = open(visit)
        const sent: Step[] = []
        if (event.type === 'referred')
          for (const [place, service] of [event['service'], ...(event['also'] ?? [])].entries())
            sent.push(newStep(day, event['sent'][place], service, 'referred', []))
        for (const one of sent) becomes(one, at, 'blocked')
        visit.steps.push(...sent)
        const back = event['back'] as string | undefined
        if (back !== undefined) {
          const isReferral = event.type === 'referred'
          for (const other of visit.steps)
            if (nowOf(other) === 'blocked')
              other.after = other.after.map((id) => (id === step.id ? back : id))
          const again = newStep(
            day,
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
          inPlanOrder(day, visit, one, [...others, ...sent.slice(0, place)], at)
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
          const late = nowOf(step) === 'missed' ? day.plan.lateSeconds * 1000 : 0
          becomes(step, at, 'waiting', { callableFrom: event['from'] ?? at + late })
        }
        break
      case 'step-added': {
        if (!visit) break
        const one = newStep(day, event['added'], event['service'], 'ticket', [])
        const others = open(visit)
        becomes(one, at, 'blocked')
        visit.steps.push(one)
        if (event['before']) for (const other of others) standAfter(visit, other.id, one.id, at)
        inPlanOrder(day, visit, one, others, at)
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
          const now = newStep(day, step.id, event['service'], step.cameBy, [])
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
            after: [],
          })
          becomes(step, at, 'blocked')
          inPlanOrder(day, visit, step, others, at, stood)
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
        visits.set(now.id, { ...was, slip: now.slip })
        if (action['type'] === 'seated')
          for (const one of visits.get(now.id)?.steps ?? []) {
            one.cameBy = 'seated'
            ends(one, at, 'cancelled', 'undone')
          }
        break
      }
      case 'counter-opened':
        staffed(day, counter, at, 'open')
        break
      case 'counter-paused':
        staffed(day, counter, at, 'paused')
        break
      case 'counter-closed':
        staffed(day, counter, at, 'closed')
        break
      case 'staff-assigned':
        staffed(day, counter, at, event['open'] ? 'open' : 'paused')
        break
      case 'day-closed':
        day.closedAt = at
        for (const one of visits.values())
          for (const waits of open(one)) if (nowOf(waits) !== 'serving') ends(waits, at, 'expired', 'day')
        break
      default:
    }
  }

  const { closedAt } = day
  const end = closedAt ?? until
  if (closedAt === null) watch(day, watched, until, () => Infinity)
  for (const [counter, { since }] of staff)
    staffed(
      day,
      counter,
      Math.max(since, closedAt === null ? end : Math.min(end, leftAt(day, counter))),
      'closed',
    )

  const atCounters = new Map<string, Visit>()
  const steps: Known[] = []
  for (const visit of visits.values()) {
    const goesOn = closedAt !== null && visit.steps.some((one) => nowOf(one) === 'serving')
    if (goesOn) atCounters.set(visit.id, visit)
    else for (const step of visit.steps) steps.push(know(day, visit, step))
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
  return { steps, counters: times, agencies: agenciesOf(day), atCounters }
}
