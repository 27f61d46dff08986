// What a visit's slip says: what the visitor needs and no more; no name, and no reason for priority.
import type { Requirement } from '../../hall/plan.ts'
import { isEnded } from '../../hall/visit.ts'
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
import { type Numbered, inOrder, stepBlocks } from './steps.ts'

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
export function papersOf(pen: Pen, steps: readonly Numbered[]): Block[] {
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
