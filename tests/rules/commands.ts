// Commands in the fewest words, for stories. By default the person who holds the counter acts there.
import type { CommandOf } from '../../server/hall/command.ts'
import type { Reason } from '../../server/hall/event-parts.ts'
import type { SlipFault } from '../../server/hall/visit.ts'

const people: Readonly<Record<string, string>> = {
  'loket-1': 'ayu',
  'loket-2': 'budi',
  'loket-3': 'citra',
  'loket-4': 'dewi',
  'loket-5': 'eka',
  'loket-6': 'fajar',
}
/** A counter and who acts there. */
export const at = (counter: string, staff = people[counter] ?? 'gita') => ({ counter, staff })

let made = 0
const fresh = (kind: string) => `${kind}-${++made}`

type Ticket = Partial<Omit<CommandOf<'take-visit'>, 'type' | 'visit' | 'services'>>

/** A visit `id` for these services, without a printer, as a regular visitor; `more` overrides. */
export const take = (visit: string, services: string[], more: Ticket = {}): CommandOf<'take-visit'> => ({
  type: 'take-visit',
  visit,
  token: `token-${visit}`,
  services,
  missing: [],
  priority: false,
  comeToMe: false,
  language: null,
  printer: null,
  ...more,
})
export const cancel = (visit: string) => ({ type: 'cancel-visit', visit }) as const
export const choosePlace = (visit: string, place: string | null) =>
  ({ type: 'choose-place', visit, place }) as const
export const delay = (visit: string) => ({ type: 'delay-visit', visit }) as const
export const askSlip = (visit: string, printer = 'printer-1') =>
  ({ type: 'ask-slip', visit, printer }) as const
export const note = (visit: string) => ({ type: 'note-number', visit }) as const
export const printed = (visit: string) => ({ type: 'confirm-slip', visit }) as const
export const slipFailed = (visit: string, why: SlipFault = 'paper-out', printer = 'printer-1') =>
  ({ type: 'fail-slip', visit, printer, why }) as const

export const open = (counter: string, staff?: string, mayHoldSeveral = false) =>
  ({ type: 'open-counter', ...at(counter, staff), mayHoldSeveral }) as const
export const pause = (counter: string) =>
  ({ type: 'pause-counter', ...at(counter), reason: null, minutes: null }) as const
export const close = (counter: string, staff?: string, mayCloseAny = false) =>
  ({ type: 'close-counter', ...at(counter, staff), mayCloseAny }) as const
export const signOut = (staff: string) => ({ type: 'leave-counters', staff }) as const

export const callNext = (counter: string, staff?: string) =>
  ({
    type: 'call-next',
    ...at(counter, staff),
    call: fresh('call'),
    announcement: fresh('announcement'),
  }) as const
export const call = (counter: string, visit: string, reason: Reason | null = null) =>
  ({
    type: 'call',
    ...at(counter),
    visit,
    call: fresh('call'),
    announcement: fresh('announcement'),
    reason,
  }) as const
export const recall = (counter: string) =>
  ({ type: 'recall', ...at(counter), announcement: fresh('announcement') }) as const
export const start = (counter: string) => ({ type: 'start', ...at(counter) }) as const
export const finish = (
  counter: string,
  outcome: 'served' | 'incomplete' | null = null,
  missing: string[] = [],
  more: Partial<Pick<CommandOf<'finish'>, 'reason' | 'words' | 'told' | 'comeBack' | 'documents'>> = {},
): CommandOf<'finish'> => ({
  type: 'finish',
  ...at(counter),
  outcome,
  missing,
  reason: null,
  words: null,
  told: null,
  comeBack: false,
  documents: null,
  ...more,
})
export const miss = (counter: string) => ({ type: 'miss', ...at(counter) }) as const
export const putBack = (counter: string) => ({ type: 'put-back', ...at(counter) }) as const
export const hold = (counter: string, minutes: number | null = null) =>
  ({ type: 'hold', ...at(counter), reason: null, minutes }) as const
export const release = (counter: string, visit: string) =>
  ({ type: 'release', ...at(counter), visit }) as const
export const refer = (counter: string, service: string, comeBack = false, also: string[] = []) =>
  ({ type: 'refer', ...at(counter), service, comeBack, note: null, also }) as const
/** A visitor at the desk without a number; the visit is named `visit`. */
export const serve = (
  counter: string,
  visit: string,
  services: string[],
  more: Pick<Ticket, 'missing' | 'priority' | 'comeToMe' | 'language'> = {},
): CommandOf<'serve'> => ({
  type: 'serve',
  ...at(counter),
  visit,
  token: `token-${visit}`,
  call: fresh('call'),
  services,
  missing: [],
  priority: false,
  comeToMe: false,
  language: null,
  ...more,
})
/** To a colleague of this agency; null: a manager. */
export const handOver = (counter: string, to: string, toAgency: string | null = 'dukcapil', staff?: string) =>
  ({ type: 'hand-over', ...at(counter, staff), to, toAgency, mayHoldSeveral: false }) as const
export const undo = (counter: string, staff?: string) => ({ type: 'undo', ...at(counter, staff) }) as const

export const say = (
  announcement: string,
  speaker: string | null = 'tv-1',
  also: readonly string[] = [],
  quiet = false,
): CommandOf<'start-announcement'> => ({
  type: 'start-announcement',
  announcement,
  speaker,
  audio: null,
  text: 'A001',
  also,
  quiet,
})
export const pass = (announcement: string, from: string, to: string) =>
  ({ type: 'pass-announcement', announcement, from, to }) as const
export const checkSound = (zone: string) =>
  ({ type: 'check-sound', zone, announcement: fresh('announcement') }) as const
export const hear = (announcement: string, device = 'tv-1', zone: string | null = 'depan') =>
  ({ type: 'hear-announcement', announcement, device, zone }) as const
export const skipAnswered = (sound: string) => ({ type: 'skip-answered', sound }) as const
export const giveUp = (announcement: string) => ({ type: 'give-up-announcement', announcement }) as const

export const releaseDue = { type: 'release-due' } as const
export const restart = { type: 'recover' } as const
export const raiseNumbers = (day: string, numbers: Readonly<Record<string, number>>) =>
  ({ type: 'raise-numbers', day, numbers }) as const
export const chooseBackUp = (from: number | null, to: number | null, missing: number | null) =>
  ({ type: 'choose-back-up', damaged: true, from, to, missing }) as const
export const confirmClock = { type: 'confirm-clock' } as const
export const reopenDay = { type: 'reopen-day' } as const
