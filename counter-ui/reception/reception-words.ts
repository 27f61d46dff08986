// The codes of the reception's views as sentences.
import type { ReceptionRow, ReceptionView, ReceptionVisit } from '../../server/live/reception.ts'
import { formatTime } from '../../screens/format.ts'
import type { Hall } from '../../screens/hall.ts'
import { pick } from '../../screens/i18n.ts'
import { stepStatusText } from '../../screens/texts/steps.ts'
import { earlierDay } from '../parts/hall-day.ts'
import { slipFaultText } from '../hall/texts.ts'
import { receptionText } from './texts.ts'

type Slip = ReceptionRow['slip']
type Printers = ReceptionView['printers']

/** The name of a printer of the plan, or null if there is none or it has left the plan. */
function printerName(printers: Printers, id: string | null): string | null {
  const found = printers.find((printer) => printer.id === id)
  return found ? pick(found.name) : null
}

/** What became of the slip, and how good that is: `bad` means that something should be done. */
export function slipText(slip: Slip, printers: Printers): { text: string; tone: 'good' | 'busy' | 'bad' } {
  const printer = printerName(printers, slip.printer)
  switch (slip.status) {
    case 'none':
      return slip.noted
        ? { text: receptionText('slipNoted'), tone: 'good' }
        : { text: receptionText('slipNone'), tone: 'good' }
    case 'queued':
      return {
        text: printer === null ? receptionText('slipQueued') : receptionText('slipQueuedAt', { printer }),
        tone: 'busy',
      }
    case 'printed':
      return {
        text: printer === null ? receptionText('slipPrinted') : receptionText('slipPrintedAt', { printer }),
        tone: 'good',
      }
    case 'failed':
      return { text: receptionText('slipFailed', { why: slipFaultText(slip.why) }), tone: 'bad' }
    default:
      return slip.status satisfies never
  }
}

/** Whether nobody is yet known to hold the number. */
export function isUnheld({ noted, status }: Slip): boolean {
  return !noted && (status === 'queued' || status === 'failed')
}

/** When and where the number was taken. */
export function takenText(
  hall: Hall,
  { takenAt, from, day }: Pick<ReceptionVisit, 'takenAt' | 'from' | 'day'>,
  today: string,
): string {
  const earlier = earlierDay(day, today)
  const at = formatTime(takenAt)
  const time = earlier === null ? at : receptionText('dayTime', { day: earlier, time: at })
  const where = whereText(hall, from)
  return where === '' ? receptionText('taken', { time }) : receptionText('takenAt', { time, where })
}

/** Where the number was taken; empty if nobody knows. */
function whereText(hall: Hall, from: ReceptionRow['from']): string {
  if (!from) return ''
  if (from.kind === 'staff') return from.name ?? ''
  if (from.name !== null) return receptionText('takenKiosk', { name: from.name })
  const zone = hall.zones.value.get(from.zone ?? '')
  return zone ? receptionText('takenKioskIn', { zone: pick(zone.name) }) : receptionText('takenKioskAny')
}

/** `Sedang dipanggil, Loket 3`. */
export function stepWords(
  hall: Hall,
  step: Pick<ReceptionRow['steps'][number], 'status' | 'counter'>,
): string {
  const counter = step.counter === null ? undefined : hall.counters.value.get(step.counter)
  const status = stepStatusText(step.status)
  return counter ? `${status}, ${pick(counter.name)}` : status
}
