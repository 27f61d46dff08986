// What several parts of the page say about a complaint.
import { pick } from '../../screens/i18n.ts'
import type { StaffComplaint } from '../../server/http/complaints/shapes.ts'
import { complaintsText } from './texts.ts'

/** `482 913`: said aloud in two groups. */
export const grouped = (number: string): string => `${number.slice(0, 3)} ${number.slice(3)}`

/** The service, else the agency, else the hall. */
export function aboutText({ about }: Pick<StaffComplaint, 'about'>): string {
  const name = about.service ?? about.agency
  return name ? pick(name) : complaintsText('hall')
}

/** Who has to answer it. */
export function agencyText({ agency, about }: Pick<StaffComplaint, 'agency' | 'about'>): string {
  if (agency === null) return complaintsText('toManagers')
  return about.agency ? pick(about.agency) : agency
}

/** How it stands against its promise; empty once it is answered or closed. */
export function leftText({ state, left, late }: Pick<StaffComplaint, 'state' | 'left' | 'late'>): string {
  if (state !== 'received' && state !== 'taken') return ''
  if (left > 1) return complaintsText('left', { count: left })
  if (left === 1) return complaintsText('leftOne')
  if (left < 0) return complaintsText('lateBy', { count: -left })
  return complaintsText(late ? 'lateNow' : 'leftToday')
}

export function stateText({ state, taken, mine }: Pick<StaffComplaint, 'state' | 'taken' | 'mine'>): string {
  if (state !== 'taken') return complaintsText(`state.${state}`)
  return mine
    ? complaintsText('takenByYou')
    : complaintsText('state.taken', { who: taken ?? complaintsText('somebody') })
}
