// The state of printers and the results of test pages, in words.
import type { Printer } from '../../../server/hall/equipment.ts'
import { formatNumber, formatTime } from '../../../screens/format.ts'
import type { Hall } from '../../../screens/hall.ts'
import { isKey, pick } from '../../../screens/i18n.ts'
import { slipFaultText } from '../../hall/slip-fault.ts'
import { manageText } from '../texts/index.ts'
import { id } from '../texts/id.ts'

/** A printer in the answer of `GET /api/printers`; instants are ISO 8601 in UTC. */
export interface ListedPrinter {
  id: string
  state: string
  gives: boolean
  answers: boolean
  waiting: number
  lastProblem: { why: string; at: string } | null
}

/** `Kertas hampir habis`; for one that the server has not checked, that nothing is known. */
export function printerStateText(listed: Pick<ListedPrinter, 'state'> | undefined): string {
  const key = `printer-state.${listed ? listed.state : 'unknown'}` as const
  return manageText(isKey(id, key) ? key : 'printer-state.unknown')
}

/** What else there is to say: how many wait, what went wrong last. */
export function printerTexts(listed: ListedPrinter | undefined): string[] {
  if (!listed) return []
  const { waiting, lastProblem } = listed
  return [
    ...(waiting === 0 ? [] : [manageText('printers.waiting', { count: formatNumber(waiting) })]),
    ...(lastProblem === null
      ? []
      : [
          manageText('printers.lastProblem', {
            time: formatTime(lastProblem.at),
            why: slipFaultText(lastProblem.why),
          }),
        ]),
  ]
}

/** Who prints there: kiosks by their names, counters, the reception. */
export function usersText(
  hall: Hall,
  { kiosks, counters, reception }: Printer,
  kioskName: (id: string) => string,
): string {
  const list = [
    ...kiosks.map(kioskName),
    ...counters.map((id) => {
      const counter = hall.counters.value.get(id)
      return counter ? pick(counter.name) : id
    }),
    ...(reception ? [manageText('printers.reception')] : []),
  ]
  return list.length === 0
    ? manageText('printers.printsNothing')
    : manageText('printers.prints', { list: list.join(', ') })
}
