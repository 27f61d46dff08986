// What to prepare: the papers of all the visit's services in one list, each once, and which are still missing and
// where to get them.
import type { Requirement } from '../../hall/plan.ts'
import { isEnded } from '../../hall/visit.ts'
import { type Block, item, text } from './blocks.ts'
import type { Pen } from './pen.ts'
import type { Numbered } from './steps.ts'

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
