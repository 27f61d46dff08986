// What a part of the page is drawn from.
import type { AgencyService, AgencyView } from '../../server/live/agency.ts'
import type { Watch } from './watch.ts'

export interface ViewAt {
  watch: Watch
  view: AgencyView
  /** The hall's time, milliseconds since 1970. */
  now: number
  /** Whether the connection is live: what is shown is true, and commands can be given. */
  isTrue: boolean
}

export interface ServiceAt extends ViewAt {
  service: AgencyService
}

export interface ServiceFormProps {
  at: ServiceAt
  onDone: () => void
  onBack: () => void
}
