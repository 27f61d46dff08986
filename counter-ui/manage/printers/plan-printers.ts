// The printers in the hall's plan as the manager changes them: read with the plan's number, written back with it, so
// that nobody overwrites what a colleague changed meanwhile.
import type { HallAnswer } from '../../../server/live/hall-answer.ts'
import type { Plan } from '../../../server/hall/plan.ts'
import type { Printer } from '../../../server/hall/plan-slip.ts'
import { command, fetchJson, type Outcome } from '../../../screens/command.ts'
import { givenUpAt, withQuery } from '../../../screens/press.ts'

/** A plan and its number. */
export interface KnownPlan {
  plan: Plan
  from: number
}

/** Reads the plan. The number first: a plan that changes between the two is refused later, never overwritten. */
export async function loadPlan(): Promise<Outcome<KnownPlan>> {
  const hall = await fetchJson<HallAnswer>('/api/hall')
  if (!hall.ok) return hall
  const plan = await fetchJson<Plan>('/api/plan')
  return plan.ok ? { ok: true, data: { plan: plan.data, from: hall.data.plan } } : plan
}

/** Writes a changed plan back. */
export function savePlan({ plan, from }: KnownPlan): Promise<Outcome<{ plan: number }>> {
  return command('PUT', withQuery(`/api/plan?from=${from}`, givenUpAt()), plan)
}

/** An id that no printer has yet. */
export function newPrinterId(printers: readonly Pick<Printer, 'id'>[]): string {
  let count = printers.length + 1
  while (printers.some(({ id }) => id === `printer-${count}`)) count += 1
  return `printer-${count}`
}

/**
 * The printers with this one added or replaced. What it prints for is taken from the others: a kiosk, a counter and the
 * reception each have one printer.
 */
export function withPrinter(printers: readonly Printer[], printer: Printer): Printer[] {
  const others = printers.map((one) =>
    one.id === printer.id
      ? printer
      : {
          ...one,
          kiosks: one.kiosks.filter((id) => !printer.kiosks.includes(id)),
          counters: one.counters.filter((id) => !printer.counters.includes(id)),
          reception: one.reception && !printer.reception,
        },
  )
  return printers.some(({ id }) => id === printer.id) ? others : [...others, printer]
}
