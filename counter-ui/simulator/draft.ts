// The change as the form has it, every field a text, and as the server takes it.
import type { Change } from '../../server/simulator/change.ts'

export interface Draft {
  from: string
  to: string
  open: readonly { counter: string; from: string; to: string }[]
  shared: readonly { counter: string; service: string }[]
  priority: string
  walk: string
  late: string
  second: string
  noSecond: boolean
  hours: readonly { from: string; to: string }[]
  quotas: readonly { service: string; quota: string }[]
}

export function emptyDraft(from: string, to: string): Draft {
  const rules = { priority: '', walk: '', late: '', second: '', noSecond: false }
  return { from, to, open: [], shared: [], ...rules, hours: [], quotas: [] }
}

const numberOf = (text: string) => (text.trim() === '' ? undefined : Number(text))

/** What is filled in; incomplete rows are left out. */
export function changeOf({ open, shared, hours, quotas, ...rules }: Draft): Change {
  const [priority, walk, late] = [rules.priority, rules.walk, rules.late].map(numberOf)
  const second = rules.noSecond ? null : numberOf(rules.second)
  const byCounter = new Map<string, string[]>()
  for (const { counter, service } of shared) {
    if (counter && service) byCounter.set(counter, [...(byCounter.get(counter) ?? []), service])
  }
  const opens = open.filter(({ counter, from, to }) => counter && from && to)
  const spans = hours.filter(({ from, to }) => from && to)
  const limits = quotas.flatMap(({ service, quota }) => {
    const most = numberOf(quota)
    return service ? [{ service, quota: most ?? null }] : []
  })
  return {
    ...(priority !== undefined && { rates: { priority } }),
    ...(walk !== undefined && { walkSeconds: walk }),
    ...(late !== undefined && { lateSeconds: late }),
    ...(second !== undefined && { secondCallSeconds: second }),
    ...(opens.length > 0 && { open: opens.map((one) => ({ ...one })) }),
    ...(byCounter.size > 0 && {
      shared: [...byCounter].map(([counter, services]) => ({ counter, services })),
    }),
    ...(spans.length > 0 && { hours: spans.map((one) => ({ ...one })) }),
    ...(limits.length > 0 && { quotas: limits }),
  }
}

/** `08:00`. */
export function timeText(time: number | string): string {
  if (typeof time === 'string') return time
  return `${String(Math.floor(time / 60)).padStart(2, '0')}:${String(time % 60).padStart(2, '0')}`
}

/** Puts a change that was tried back into the form. */
export function draftOf(from: string, to: string, change: Change): Draft {
  const text = (value: number | null | undefined) =>
    value === undefined || value === null ? '' : String(value)
  const span = (one: { from: number | string; to: number | string }) => ({
    from: timeText(one.from),
    to: timeText(one.to),
  })
  return {
    from,
    to,
    open: (change.open ?? []).map(({ counter, ...times }) => ({ counter, ...span(times) })),
    shared: (change.shared ?? []).flatMap(({ counter, services }) =>
      services.map((service) => ({ counter, service })),
    ),
    priority: text(change.rates?.priority),
    walk: text(change.walkSeconds),
    late: text(change.lateSeconds),
    second: text(change.secondCallSeconds),
    noSecond: change.secondCallSeconds === null,
    hours: (change.hours ?? []).map(span),
    quotas: (change.quotas ?? []).map(({ service, quota }) => ({ service, quota: text(quota) })),
  }
}
