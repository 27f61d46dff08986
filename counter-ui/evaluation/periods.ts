// The periods that can be chosen: whole months, quarters and years since the hall's first day, the time since the last
// visit, and any other days. Days are `2026-11-24`; a current period ends with yesterday.
import { formatMonth, locale } from '../../screens/format.ts'
import { evaluationText } from './texts.ts'

export const kinds = ['month', 'quarter', 'year', 'visit', 'free'] as const
export type Kind = (typeof kinds)[number]

export interface Choice {
  /** In the list: `2026-11`, `2026-Q4`, `2026`. */
  readonly key: string
  readonly words: string
  /** The same in Indonesian, like the report. */
  readonly title: string
  readonly from: string
  readonly to: string
}

const iso = (at: Date) => at.toISOString().slice(0, 10)
const ofDate = (year: number, month: number, day: number) => iso(new Date(Date.UTC(year, month - 1, day)))
export const daysAfter = (day: string, days: number) => iso(new Date(Date.parse(day) + days * 86_400_000))

function written(day: string, style: Intl.DateTimeFormatOptions, as = locale()): string {
  return new Intl.DateTimeFormat(as, { ...style, timeZone: 'UTC' }).format(Date.parse(day))
}
/** `24 November 2026`. */
export const longDay = (day: string, as = locale()) =>
  written(day, { day: 'numeric', month: 'long', year: 'numeric' }, as)

/** The choices of a kind, the newest first; only those that began before today. */
export function choicesOf(kind: 'month' | 'quarter' | 'year', firstDay: string, today: string): Choice[] {
  const months = kind === 'month' ? 1 : kind === 'quarter' ? 3 : 12
  const [year = 0, month = 1] = firstDay.split('-').map(Number)
  const choices: Choice[] = []
  for (let first = Math.floor((month - 1) / months) * months + 1; ; first += months) {
    const from = ofDate(year, first, 1)
    if (from >= today) return choices.reverse()
    choices.push({
      key: from,
      from,
      to: ofDate(year, first + months, 0),
      words: wordsOf(kind, from),
      title: titleOf(kind, from),
    })
  }
}

/** `Triwulan 4 2026`, whatever language the page is in. */
function titleOf(kind: 'month' | 'quarter' | 'year', from: string): string {
  const year = from.slice(0, 4)
  if (kind === 'month') return formatMonth(from.slice(0, 7), 'id-ID')
  return kind === 'year' ? year : `Triwulan ${Math.ceil(Number(from.slice(5, 7)) / 3)} ${year}`
}

function wordsOf(kind: 'month' | 'quarter' | 'year', from: string): string {
  if (kind === 'month') return formatMonth(from.slice(0, 7))
  const year = from.slice(0, 4)
  if (kind === 'year') return year
  return evaluationText('quarterOf', { quarter: Math.ceil(Number(from.slice(5, 7)) / 3), year })
}
