// The view's codes as sentences: why this number, what an undo does, why somebody can't be called yet.
import type { QueueRow } from '../../server/live/counter-visits.ts'
import type { CounterView } from '../../server/live/counter.ts'
import { formatNumber, formatTime, formatWaited } from '../../screens/format.ts'
import type { Problem } from '../../screens/command.ts'
import { isKey, pick } from '../../screens/i18n.ts'
import type { Hall } from '../../screens/hall.ts'
import { id } from './texts/id.ts'
import { panelText } from './texts/index.ts'

type Current = NonNullable<CounterView['current']>

/**
 * Why this number was called: the rule, its credit, who was next or passed over, and who was ahead but could not
 * come.
 */
export function whyText({ rule, credit, over, passed = [] }: Current['why']): string {
  const mine = formatCredit(credit)
  const why = over
    ? panelText(`why-over.${rule}`, { credit: mine, number: over.number, other: formatCredit(over.credit) })
    : panelText(`why.${rule}`, { credit: mine })
  if (passed.length === 0) return why
  const list = passed.map(({ number, because }) => `${number} (${panelText(`passed.${because}`)})`).join(', ')
  return `${why} ${panelText('whyPassed', { list })}`
}

/** How long somebody waited, as the beginning of a sentence. */
export function waitedText(seconds: number): string {
  return seconds < 60 ? panelText('cameNow') : panelText('waited', { time: formatWaited(seconds) })
}

/** Credit is in minutes times a rate: one decimal is enough to tell two numbers apart. */
export function formatCredit(credit: number): string {
  return formatNumber(Math.round(credit * 10) / 10)
}

/** What undoing the last action will do. */
export function undoText({ action, number }: NonNullable<CounterView['undo']>): string {
  const key = `undo.${action}` as const
  return panelText(isKey(id, key) ? key : 'undo.other', { number })
}

/** Why a waiting number can't be called yet; empty when it can. */
export function becauseText({ because, callableFrom, notTaken, secondCall }: QueueRow): string {
  const time = callableFrom === null ? '–' : formatTime(callableFrom)
  if (because === null) return ''
  if (because === 'slip' && notTaken) return panelText('becauseSlipNotTaken')
  if (because === 'later' && secondCall) return panelText('becauseSecond', { time })
  return panelText(`because.${because}`, { time })
}

/** Why something was refused, and what stands in the way: the counter that has gone on, one of several services. */
export function problemText(hall: Hall, { code, about = '', detail, title }: Problem): string {
  const why = detail || title
  if (code === 'not-undoable') {
    const counter = hall.counters.value.get(about)
    if (counter) return panelText('notUndoneElsewhere', { counter: pick(counter.name) })
    const key = `not-undone.${about}` as const
    return isKey(id, key) ? panelText(key) : why
  }
  if (code === 'not-callable' && about === 'reason') return panelText('callBack')
  const service = hall.services.value.get(about)
  return service ? panelText('about', { what: pick(service.name), why }) : why
}
