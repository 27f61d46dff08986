// The services of a visit on its slip: in the order in which they can be done, each with its place and how many are
// ahead.
import type { Service } from '../../hall/plan.ts'
import { isEnded, type Step } from '../../hall/visit.ts'
import { type Block, item, text, type Pen } from './pen.ts'

/** A step with its number on the slip. */
export interface Numbered {
  readonly step: Step
  /** Its place in the visit. */
  readonly index: number
  /** 1, 2, 3…: its number on the slip. */
  readonly number: number
  /** Numbers of those that come first and have not ended. */
  readonly after: readonly number[]
}

/** The steps in reading order: as they were chosen, but never before a step they must wait for. */
export function inOrder(steps: readonly Step[]): Numbered[] {
  const placed: number[] = []
  const left = steps.map((_, index) => index)
  const idsPlaced = new Set<string>()
  const ids = new Set(steps.map(({ id }) => id))
  const isFree = (index: number) =>
    (steps[index]?.after ?? []).every((id) => idsPlaced.has(id) || !ids.has(id))
  while (left.length > 0) {
    // There can be no circle; if there were one, its first step would be taken.
    const [next = 0] = left.splice(Math.max(0, left.findIndex(isFree)), 1)
    placed.push(next)
    idsPlaced.add(steps[next]?.id ?? '')
  }
  const numbers = new Map(placed.map((index, place) => [steps[index]?.id ?? '', place + 1]))
  const open = new Set(steps.filter((step) => !isEnded(step)).map(({ id }) => id))
  return placed.flatMap((index): Numbered[] => {
    const step = steps[index]
    if (!step) return []
    const after = step.after.flatMap((id) => (open.has(id) ? (numbers.get(id) ?? []) : []))
    const number = numbers.get(step.id) ?? 0
    return [{ step, index, number, after: after.toSorted((a, b) => a - b) }]
  })
}

/**
 * A step: the service in large type, below it the agency, where to wait, and its state. An agency or zone already
 * named by the step before is not repeated: eight services would make a slip as long as an arm.
 */
export function stepBlocks(pen: Pen, steps: readonly Numbered[]): Block[] {
  const { layout } = pen.parts
  let lastAgency = ''
  const zones = new Set<string>()
  // A single service needs no number, so nothing hangs in the margin.
  const line = (words: string, style = {}): Block =>
    steps.length === 1 ? text(words, { ...style, align: 'left' }) : item('', words, style)
  return steps.flatMap((numbered) => {
    const service = layout.services.get(numbered.step.service)
    // A service that has left the plan since.
    if (!service) return []
    const name = pen.in(service.name)
    const large = { size: 'tall', bold: true } as const
    const title = steps.length === 1 ? line(name, large) : item(`${numbered.number}.`, name, large)
    const status = statusText(pen, numbered)
    const statusLine = status === '' ? [] : [line(status, { bold: true })]
    if (isEnded(numbered.step)) return [title, ...statusLine]
    const agency = layout.agencies.get(service.agency)
    const agencyLine = agency && agency.id !== lastAgency ? [line(pen.in(agency.name))] : []
    lastAgency = service.agency
    return [
      title,
      ...agencyLine,
      ...zoneLines(pen, service, zones).map((words) => line(words)),
      ...statusLine,
    ]
  })
}

/** The zones in which the service has counters, each with its location unless `told` has it already. */
function zoneLines(
  { parts: { layout }, say, in: words }: Pen,
  service: Service,
  told: Set<string>,
): string[] {
  const ids = new Set((layout.countersOf.get(service.id) ?? []).map(({ zone }) => zone))
  return [...ids].flatMap((id) => {
    const zone = layout.zones.get(id)
    if (!zone) return []
    const name = say.zone(words(zone.name))
    if (told.has(id)) return [name]
    told.add(id)
    return [name, words(zone.where)]
  })
}

function statusText({ parts, say, in: words }: Pen, { step, index, after }: Numbered): string {
  const counter = (id: string) => {
    const name = parts.layout.counters.get(id)?.name
    return name ? words(name) : id
  }
  const ahead = parts.aheads[index] ?? null
  const wait = parts.waits[index] ?? null
  switch (step.status) {
    case 'blocked':
      return say.after(after)
    case 'waiting':
      return [ahead === null ? '' : say.ahead(ahead), wait ? words(wait) : ''].filter(Boolean).join(' · ')
    case 'called':
      return say.goTo(counter(step.call.counter))
    case 'serving':
      return say.servingAt(counter(step.call.counter))
    default:
      return say[step.status]
  }
}
