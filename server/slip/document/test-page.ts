// A printer's test page: is the width right, which letters does it have, can the QR code be read.
import type { Printer } from '../../hall/equipment.ts'
import type { Plan } from '../../hall/plan.ts'
import { type Block, type SlipDocument, text, dateText, slipTexts, timeText, wordsIn } from './pen.ts'
import type { SlipTexts } from './texts.ts'

export interface TestParts {
  readonly plan: Plan
  readonly printer: Printer
  /** Milliseconds since 1970. */
  readonly now: number
  readonly language: string
  /** What the QR code leads to: the hall's own address; null if there is none. */
  readonly url: string | null
}

// One of each kind that a plan could contain: plain, accented, typographic, currency, and Balinese script.
const letters = [
  'ABCDEFGHIJKLMNOPQRSTUVWXYZ',
  'abcdefghijklmnopqrstuvwxyz',
  '0123456789 .,:;!?()/&%+-*@#',
  'é è ê ë É à á ä ç ñ ö ü · ° ½ ²',
  '– — ’ “ ” … • × ō ș Rp €',
  'ᬩᬮᬶ',
]

/** The code both ways where there are two: an office printer gets a picture. */
function codes(url: string, { link }: Printer, say: SlipTexts): Block[] {
  if (link.kind === 'lp' || link.kind === 'fake') return [{ kind: 'qr', text: url }, text(url)]
  return [
    { kind: 'qr', text: url, by: 'dots' },
    text(say.qrOfDots),
    { kind: 'qr', text: url, by: 'printer' },
    text(say.qrOfPrinter),
    text(url),
  ]
}

/** Describes the test page of a printer. */
export function testDocument({ plan, printer, now, language, url }: TestParts): SlipDocument {
  const say = slipTexts(language)
  return {
    title: say.testPage,
    language,
    blocks: [
      ...(plan.slip?.logo ? [{ kind: 'image', png: plan.slip.logo } as const] : []),
      text(wordsIn(plan.name, language), { bold: true, size: 'tall' }),
      { kind: 'rule' },
      text(say.testPage, { size: 'large', bold: true }),
      text(wordsIn(printer.name, language), { bold: true }),
      {
        kind: 'pair',
        left: dateText(now, plan.timeZone, language),
        right: timeText(now, plan.timeZone, language),
        bold: false,
      },
      { kind: 'rule' },
      text(say.width(printer.paper), { align: 'left' }),
      { kind: 'ruler' },
      { kind: 'rule' },
      text(say.letters, { bold: true, align: 'left' }),
      ...letters.map((line) => text(line, { align: 'left' })),
      text('A012', { size: 'number', bold: true }),
      { kind: 'rule' },
      ...(url === null ? [] : codes(url, printer, say)),
      text(say.allIsWell),
      { kind: 'cut' },
    ],
  }
}
