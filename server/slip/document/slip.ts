// What a visit's slip says: what the visitor needs and no more; no name, and no reason for priority.
import type { Requirement, Service } from '../../hall/plan.ts'
import { isEnded, type Step } from '../../hall/visit.ts'
import {
  type Block,
  type SlipDocument,
  item,
  text,
  type Pen,
  type SlipParts,
  penFor,
  shortDateText,
  timeText,
} from './pen.ts'

/** Describes the slip of a visit, in the visit's language. */
export function slipDocument(parts: SlipParts): SlipDocument {
  const { layout, visit, url } = parts
  const { plan } = layout
  const pen = penFor(parts)
  const { say } = pen
  const steps = inOrder(visit.steps)
  return {
    title: visit.number,
    language: visit.language,
    blocks: [
      ...(plan.slip?.logo ? [{ kind: 'image', png: plan.slip.logo } as const] : []),
      text(pen.in(plan.name), { bold: true, size: 'tall' }),
      ...(plan.slip?.header ?? []).map((line) => text(pen.in(line))),
      ...(parts.clockOffset === 0 && !parts.isTraining
        ? []
        : [{ kind: 'rule' } as const, text(say.rehearsal, { bold: true })]),
      ...numberBlocks(pen),
      { kind: 'rule' },
      ...heading(
        pen,
        steps.length,
        steps.some(({ after }) => after.length > 0),
      ),
      ...stepBlocks(pen, steps),
      ...papersOf(pen, steps),
      // A QR code has its own white margin.
      ...(url === null
        ? [{ kind: 'rule' } as const]
        : ([
            { kind: 'qr', text: url },
            text(plan.slip?.long === true ? say.follow : say.followWithPapers),
          ] as const satisfies readonly Block[])),
      text(say.todayOnly, { bold: true }),
      ...(plan.slip?.footer ?? []).map((line) => text(pen.in(line))),
      { kind: 'cut' },
    ],
  }
}

function numberBlocks({ parts: { visit, copy, now, layout }, say }: Pen): Block[] {
  const { timeZone } = layout.plan
  const time = (at: number) => timeText(at, timeZone, visit.language)
  return [
    ...(copy ? [text(say.copy, { size: 'large', bold: true })] : []),
    text(say.yourNumber),
    text(visit.number, { size: 'number', bold: true }),
    ...(visit.priority ? [text(say.priority, { bold: true })] : []),
    ...(visit.comeToMe ? [text(say.comeToMe, { bold: true })] : []),
    text(`${shortDateText(visit.takenAt, timeZone, visit.language)}, ${time(visit.takenAt)}`),
    ...(copy ? [text(say.printedAgain(time(now)))] : []),
  ]
}

function heading({ say }: Pen, steps: number, ordered: boolean): Block[] {
  if (steps < 2) return []
  return [text(ordered ? say.inThisOrder : say.allAtOnce, { align: 'left' })]
}

// What to prepare: the papers of all the visit's services in one list, each once, and which are still missing and
// where to get them.

/** More would make the slip as long as an arm; the counter and the phone page have the rest. */
const mostPapers = 10
/** Characters of a paper's name to print; the start of a name says what the paper is. */
const longestPaper = 90

interface Needed {
  readonly paper: Requirement
  readonly missing: boolean
}

/** What is missing, and on a long slip what to prepare; each only if there is something. */
function papersOf(pen: Pen, steps: readonly Numbered[]): Block[] {
  const needed = neededFor(pen, steps)
  const missing = needed
    .filter((one) => one.missing)
    .map(({ paper }) => `${name(pen, paper)}${source(pen, paper, steps)}`)
  // Nobody can bring along what another service of this visit issues.
  const prepare = needed
    .filter((one) => !one.missing && stepIssuing(one.paper, steps) === null)
    .map(({ paper }) => name(pen, paper))
  const all = pen.parts.layout.plan.slip?.long === true
  return [...list(pen, pen.say.stillNeeded, missing), ...(all ? list(pen, pen.say.prepare, prepare) : [])]
}

/** Every paper of the steps still to be done, once by name; missing if it is missing for one of them. */
function neededFor(pen: Pen, steps: readonly Numbered[]): Needed[] {
  const needed = new Map<string, Needed>()
  for (const { step } of steps) {
    if (isEnded(step)) continue
    for (const paper of pen.parts.layout.services.get(step.service)?.requirements ?? []) {
      const key = pen.in(paper.name)
      const missing = step.missing.includes(paper.id) || needed.get(key)?.missing === true
      needed.set(key, { paper, missing })
    }
  }
  return [...needed.values()]
}

function list({ say }: Pen, title: string, lines: readonly string[]): Block[] {
  if (lines.length === 0) return []
  const shown = lines.length > mostPapers ? lines.slice(0, mostPapers - 1) : lines
  const rest = lines.length - shown.length
  return [
    { kind: 'rule' },
    text(title, { bold: true, align: 'left' }),
    ...shown.map((line) => item('-', line)),
    ...(rest > 0 ? [item('', say.more(rest))] : []),
  ]
}

function name(pen: Pen, { name: words }: Requirement): string {
  const whole = pen.in(words)
  const letters = [...whole]
  return letters.length <= longestPaper
    ? whole
    : `${letters
        .slice(0, longestPaper - 1)
        .join('')
        .trimEnd()}…`
}

/** ` (from step 1)`: where to get the missing paper; empty if the plan does not say. */
function source(pen: Pen, paper: Requirement, steps: readonly Numbered[]): string {
  const step = stepIssuing(paper, steps)
  if (step !== null) return ` (${pen.say.fromStep(step)})`
  const service = paper.issuedBy === null ? undefined : pen.parts.layout.services.get(paper.issuedBy)
  if (service) return ` (${pen.say.fromService(pen.in(service.name))})`
  return paper.where ? ` (${pen.in(paper.where)})` : ''
}

/** The number on the slip of the step whose service issues this paper. */
function stepIssuing({ issuedBy }: Requirement, steps: readonly Numbered[]): number | null {
  return steps.find(({ step }) => step.service === issuedBy)?.number ?? null
}

// The services of a visit on its slip: in the order in which they can be done, each with its place and how many are
// ahead.

/** A step with its number on the slip. */
interface Numbered {
  readonly step: Step
  /** Its place in the visit. */
  readonly index: number
  /** 1, 2, 3…: its number on the slip. */
  readonly number: number
  /** Numbers of those that come first and have not ended. */
  readonly after: readonly number[]
}

/** The steps in reading order: as they were chosen, but never before a step they must wait for. */
function inOrder(steps: readonly Step[]): Numbered[] {
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
function stepBlocks(pen: Pen, steps: readonly Numbered[]): Block[] {
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
