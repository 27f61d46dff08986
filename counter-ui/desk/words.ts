// What the view says in codes, in sentences: why this number, what an undo does, why somebody can't be called yet.
import type { QueueRow } from '../../server/live/counter-visits.ts'
import type { CounterView } from '../../server/live/counter.ts'
import { formatNumber, formatTime, formatWaited } from '../../screens/format.ts'
import type { Problem } from '../../screens/command.ts'
import { pick } from '../../screens/i18n.ts'
import type { Hall } from '../../screens/hall.ts'
import { t } from '../texts/index.ts'
import { d } from './texts/index.ts'
import { lookUp } from '../../screens/look-up.ts'

type Current = NonNullable<CounterView['current']>

const WHY = {
  credit: ['whyCredit', 'whyCreditOver'],
  'come-back': ['whyComeBack', 'whyComeBackOver'],
  chosen: ['whyChosen', 'whyChosenOver'],
} as const

const PASSED = {
  slip: 'passedSlip',
  elsewhere: 'passedElsewhere',
  reserved: 'passedReserved',
  walking: 'passedWalking',
  later: 'passedLater',
  blocked: 'passedBlocked',
} as const

/** Why this number was called: the rule, its credit, who was next or passed over, and who stood before it in vain. */
export function whyText({ rule, credit, over, passed = [] }: Current['why']): string {
  const [alone, against] = WHY[rule]
  const mine = formatCredit(credit)
  const why = over
    ? t(against, { credit: mine, number: over.number, other: formatCredit(over.credit) })
    : t(alone, { credit: mine })
  if (passed.length === 0) return why
  const list = passed.map(({ number, because }) => `${number} (${t(PASSED[because])})`).join(', ')
  return `${why} ${t('whyPassed', { list })}`
}

/** How long somebody waited, as a sentence's beginning. */
export function waitedText(seconds: number): string {
  return seconds < 60 ? t('cameNow') : t('waited', { time: formatWaited(seconds) })
}

/** Credit is in minutes times a rate: one decimal tells two numbers apart, more would be false precision. */
export function formatCredit(credit: number): string {
  return formatNumber(Math.round(credit * 10) / 10)
}

const UNDO = {
  called: 'undoCalled',
  recalled: 'undoRecalled',
  started: 'undoStarted',
  finished: 'undoFinished',
  missed: 'undoMissed',
  'put-back': 'undoPutBack',
  held: 'undoHeld',
  released: 'undoReleased',
  referred: 'undoReferred',
} as const

const UNDO_SELDOM = {
  unanswered: 'undoUnanswered',
  seated: 'undoSeated',
  'handed-over': 'undoHandedOver',
} as const

/** What taking the last action back will do. */
export function undoText({ action, number }: NonNullable<CounterView['undo']>): string {
  const own = lookUp(UNDO_SELDOM, action)
  if (own) return d(own, { number })
  return t(lookUp(UNDO, action) ?? 'undoOther', { number })
}

/** Why a waiting number can't be called yet; empty when it can. */
export function becauseText({ because, callableFrom, notTaken, secondCall }: QueueRow): string {
  const time = callableFrom === null ? '–' : formatTime(callableFrom)
  switch (because) {
    case 'elsewhere':
      return t('becauseElsewhere')
    case 'walking':
      return t('becauseWalking', { time })
    case 'later':
      return secondCall ? d('becauseSecond', { time }) : t('becauseLater', { time })
    case 'slip':
      return t(notTaken ? 'becauseSlipNotTaken' : 'becauseSlip')
    case 'reserved':
      return t('becauseReserved', { time })
    case null:
      return ''
    default:
      return because satisfies never
  }
}

/** A reason in the plan's words, else as somebody wrote it; empty without one. */
export function reasonText(hall: Hall, list: 'pause' | 'hold' | 'call', reason: string | null): string {
  const answer = hall.answer.value
  const known = answer ? answer.reasons[list].find(({ id }) => id === reason) : undefined
  return known ? pick(known.name) : (reason ?? '')
}

const IN_THE_WAY = {
  cancelled: 'notUndoneCancelled',
  released: 'notUndoneReleased',
  changed: 'notUndoneChanged',
} as const

/** Why something was refused, with what stands in the way: the counter that went on, one of several services. */
export function problemText(hall: Hall, { code, about = '', detail, title }: Problem): string {
  const why = detail || title
  if (code === 'not-undoable') {
    const counter = hall.counters.value.get(about)
    if (counter) return d('notUndoneElsewhere', { counter: pick(counter.name) })
    const known = lookUp(IN_THE_WAY, about)
    return known ? d(known) : why
  }
  if (code === 'not-callable' && about === 'reason') return d('callBack')
  const service = hall.services.value.get(about)
  return service ? d('about', { what: pick(service.name), why }) : why
}
