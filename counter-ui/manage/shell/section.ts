// What a section of `/manage/` is, and what it is given.
import type { ComponentType } from 'preact'
import type { KioskView } from '../../../server/live/kiosk.ts'
import type { Hall } from '../../../screens/hall.ts'
import type { Staff } from '../../session.ts'
import type { KnownAccounts } from '../accounts/account.ts'
import type { PlanDesk } from '../plan-desk.tsx'
import type { shellText } from './texts.ts'

/** What every section is given. */
export interface SectionProps {
  readonly hall: Hall
  readonly me: Staff
  /** What is open in the section, by id, from the address. */
  readonly id: string | null
  /** The newest view; null before the first. */
  readonly view: KioskView | null
  /** The server's time, ISO 8601; null before it is known. */
  readonly at: string | null
  /** Whether the page is connected. */
  readonly isTrue: boolean
  readonly accounts: KnownAccounts
  /** The plan in force, for forms that change it at once. */
  readonly plan: PlanDesk
}

export type Role = Staff['role']
type Key = Parameters<typeof shellText>[0]

export interface Section {
  /** Its address: `/manage/<id>/`. */
  readonly id: string
  readonly title: Extract<Key, `section.${string}`>
  /** More words by which the search finds it. */
  readonly words: Extract<Key, `words.${string}`>
  /** The group of the menu that it belongs to. */
  readonly group: 'plan' | 'now' | 'whole'
  /** What a change there does: goes into the draft, or takes effect at once; null if there is nothing to save. */
  readonly saves: 'draft' | 'now' | null
  readonly roles: readonly Role[]
  readonly load: () => Promise<ComponentType<SectionProps>>
}
