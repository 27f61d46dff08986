// Why a line of the monitor needs attention, in words, and what the parts of the page are drawn from.
import { useSignalEffect } from '@preact/signals'
import { useEffect, useState } from 'preact/hooks'
import type { MonitorView } from '../../server/live/monitor.ts'
import type { Hall } from '../../screens/hall.ts'
import { formatNumber, formatTime } from '../../screens/format.ts'
import { pick } from '../../screens/i18n.ts'
import { counterName, zoneName } from '../parts/names.ts'
import type { Staff } from '../session.ts'
import { Dialog } from '../../screens/components/Dialog.tsx'
import { useHallNow } from '../../screens/hall-now.ts'
import { Subjects } from '../supervise/Subjects.tsx'
import { type Subject, openWatch } from '../supervise/watch.ts'
import { monitorText } from './texts.ts'

export type Line = MonitorView['all']

export interface MonitorAt {
  hall: Hall
  me: Staff
  view: MonitorView
  /** The hall's time, milliseconds since 1970. */
  now: number
  /** Whether the connection is live: what is shown is true. */
  isTrue: boolean
  /** Opens the dialog in which something can be done. */
  act: (acting: Acting) => void
}

/** Urgent: somebody is needed at once. */
const URGENT: readonly Line['need'][] = ['alarm', 'help', 'alone', 'past']

export function isUrgent({ need }: Line): boolean {
  return URGENT.includes(need)
}

/** Not at once, but today. */
export function isSoon(line: Line): boolean {
  return line.need !== 'none' && !isUrgent(line)
}

/** The name of an agency as the boards have it, or that of a zone. */
export function lineName(hall: Hall, kind: 'agency' | 'zone', id: string): string {
  if (kind === 'zone') return zoneName(hall, id)
  const agency = hall.agencies.value.get(id)
  return agency ? agency.short : id
}

/** The agency's full name, if the short one does not already say it. */
export function longName(hall: Hall, id: string): string {
  const agency = hall.agencies.value.get(id)
  const name = agency ? pick(agency.name) : ''
  return agency && name !== agency.short ? name : ''
}

/** What is wrong, the most urgent first; one sentence if nothing is. */
export function whyTexts({ hall, view }: Pick<MonitorAt, 'hall' | 'view'>, line: Line): string[] {
  const limit = formatNumber(view.waitLimitMinutes)
  const count = (value: number) => ({ count: formatNumber(value) })
  const { unserved } = line
  const found = [
    ...line.help.map(({ counter, alarm, at }) =>
      monitorText(alarm ? 'why.alarm' : 'why.help', {
        counter: counterName(hall, counter),
        time: formatTime(at),
      }),
    ),
    line.alone > 0 && monitorText('why.alone', count(line.alone)),
    line.past > 0 && monitorText('why.past', { ...count(line.past), limit }),
    line.unheard > 0 && monitorText('why.unheard', count(line.unheard)),
    ...line.silent.map((zone) => monitorText('why.silent', { zone: zoneName(hall, zone) })),
    line.near > 0 && monitorText('why.near', { ...count(line.near), limit }),
    unserved !== null &&
      unserved.count > 0 &&
      monitorText(unserved.byPlan ? 'why.unservedRough' : 'why.unserved', {
        ...count(unserved.count),
        time: formatTime(unserved.closes),
      }),
    line.slips > 0 && monitorText('why.slips', count(line.slips)),
    line.devices > 0 && monitorText('why.devices', count(line.devices)),
  ].filter((text) => text !== false)
  if (found.length > 0) return found
  return [monitorText(line.waiting === 0 ? 'why.empty' : 'why.none')]
}

/** `3 buka`, `1 dijeda`, `2 tutup`, leaving out zeros. */
export function counterTexts({ counters: { open, paused, closed } }: Line): string[] {
  return [
    monitorText('openShort', { open: formatNumber(open) }),
    ...(paused > 0 ? [monitorText('pausedShort', { paused: formatNumber(paused) })] : []),
    ...(closed > 0 ? [monitorText('closedShort', { closed: formatNumber(closed) })] : []),
  ]
}

/** How long the longest wait has lasted, in whole minutes; null: nobody waits. */
export function longestMinutes({ longest }: Line, now: number): number | null {
  return longest && Math.max(0, Math.floor((now - Date.parse(longest.since)) / 60_000))
}

/** `34 mnt`, or a dash. */
export function minutesText(minutes: number | null): string {
  return minutes === null ? monitorText('none') : monitorText('minutes', { count: formatNumber(minutes) })
}

/** How much is usual up to now, from quarters of an hour. Null: nothing is usual. */
export function usualUntilNow(view: MonitorView, line: Line, minute: number): number | null {
  const { usual } = line.quarters
  if (!usual) return null
  const at = (minute - view.quarters.from) / 15
  return usual.taken.reduce((sum, count, quarter) => sum + count * Math.min(1, Math.max(0, at - quarter)), 0)
}

/** Minutes after midnight by the hall's clock. */
export function minuteOf(now: number): number {
  const [hour = 0, minute = 0] = formatTime(now).split(/\D/).map(Number)
  return hour * 60 + minute
}

// What can be done about a line, right there: the dialogs of the supervisor's page, with the agency followed only
// while one is open.

export interface Acting {
  agency: string
  subject: Subject
}

const TICK_MS = 5_000

interface ActProps {
  hall: Hall
  me: Staff
  acting: Acting
  onClose: () => void
}

export function Act({ hall, me, acting, onClose }: ActProps) {
  const [watch] = useState(() => {
    const opened = openWatch(hall, me, acting.agency)
    opened.subject.value = acting.subject
    return opened
  })
  useEffect(() => () => watch.close(), [watch])
  useSignalEffect(() => {
    if (watch.subject.value === null) onClose()
  })
  const { live } = watch
  const now = useHallNow(live.at.value, TICK_MS) ?? 0
  const view = live.view.value
  if (!view)
    return (
      <Dialog title={monitorText('connecting')} onClose={onClose}>
        <p role="status">
          <span class="spinner" aria-hidden="true" />
        </p>
      </Dialog>
    )
  return <Subjects watch={watch} view={view} now={now} isTrue={live.freshness.value === 'live'} />
}
