// What a visit's slip says: what the visitor needs and no more; no name, and no reason for priority.
import { type Block, type SlipDocument, text } from './blocks.ts'
import { papersOf } from './papers.ts'
import { type Pen, penFor, shortDateText, type SlipParts, timeText } from './pen.ts'
import { inOrder, stepBlocks } from './steps.ts'

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
      ...(parts.clockOffset === 0 ? [] : [{ kind: 'rule' } as const, text(say.rehearsal, { bold: true })]),
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
