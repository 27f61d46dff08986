// Everything the tablet's screens need, made once: the hall, the live view, the device, the answers on their way, and the
// person in front of it.
import { computed, signal, type ReadonlySignal, type Signal } from '@preact/signals'
import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { HallAgency, HallService } from '../../../server/live/hall.ts'
import type { KioskView } from '../../../server/live/kiosk.ts'
import { fetchJson } from '../../../screens/command.ts'
import type { ThisDevice } from '../../../screens/device.ts'
import { type Hall, loadHall } from '../../../screens/hall.ts'
import { language } from '../../../screens/i18n.ts'
import { connectLive, type Live } from '../../../screens/live.ts'
import { showPlainly } from '../../sight.ts'
import { speakNoMore } from '../../spoken/mode.ts'
import { type Ballot, beginBallot, bodyOf, type Form, shortByLot } from '../ballot.ts'
import type { Outbox, Sent } from '../outbox.ts'

export type Place =
  | { readonly at: 'start' }
  | { readonly at: 'agency'; readonly agency: string }
  | { readonly at: 'asking'; readonly service: string }
  | { readonly at: 'thanks'; readonly sent: Sent | null }

export interface Terminal {
  readonly hall: Hall
  readonly live: Live<KioskView>
  readonly device: ThisDevice
  readonly outbox: Outbox
  readonly place: Signal<Place>
  readonly ballot: Signal<Ballot | null>
  /** The questions in the language shown; null while there are none. */
  readonly form: ReadonlySignal<Form | null>
}

const AGAIN_MS = 5_000
const FRESH_MS = 30 * 60_000

/** Connects the tablet to its server. */
export function openTerminal(device: ThisDevice, outbox: Outbox): Terminal {
  const hall = loadHall()
  const forms = signal<ReadonlyMap<string, Form>>(new Map())
  const live = connectLive<KioskView>({
    topic: 'kiosk',
    onView(view) {
      hall.seen(view.hall.plan)
      outbox.flush()
    },
  })
  const terminal: Terminal = {
    hall,
    live,
    device,
    outbox,
    place: signal<Place>({ at: 'start' }),
    ballot: signal<Ballot | null>(null),
    form: computed(() => forms.value.get(language.value) ?? null),
  }
  let loading = 0

  // For all languages at once, so that the questions are there even when the server is not.
  async function load(): Promise<void> {
    const mine = (loading += 1)
    const outcomes = await Promise.all(
      languagesOf(terminal).map(async (code) => {
        return [code, await fetchJson<Form>(`/api/surveys/form?lang=${code}`)] as const
      }),
    )
    if (mine !== loading) return
    const next = new Map(forms.value)
    for (const [code, outcome] of outcomes) if (outcome.ok) next.set(code, outcome.data)
    forms.value = next
    const isRefused = outcomes.some(
      ([, outcome]) => !outcome.ok && (outcome.problem.status === 401 || outcome.problem.status === 403),
    )
    if (isRefused) device.check()
    if (outcomes.some(([, outcome]) => !outcome.ok))
      setTimeout(() => mine === loading && void load(), AGAIN_MS)
  }

  hall.answer.subscribe((answer) => {
    if (answer) void load()
  })
  // A new month may have new questions.
  setInterval(() => void load(), FRESH_MS)
  return terminal
}

export const TerminalContext = createContext<Terminal | null>(null)

export function useTerminal(): Terminal {
  const terminal = useContext(TerminalContext)
  if (!terminal) throw new Error('a screen of the tablet outside of it')
  return terminal
}

/** Codes of the hall's languages, the first one first. */
export function languagesOf({ hall }: Pick<Terminal, 'hall'>): readonly string[] {
  return hall.answer.value ? hall.answer.value.languages : ['id', 'en']
}

/** What can be rated: the services offered here, by agency, in the plan's order. */
export function offered({ hall }: Pick<Terminal, 'hall'>): { agency: HallAgency; services: HallService[] }[] {
  const plan = hall.answer.value
  if (!plan) return []
  const services = plan.services.filter(({ status }) => status !== 'soon' && status !== 'elsewhere')
  return plan.agencies
    .map((agency) => ({ agency, services: services.filter((one) => one.agency === agency.id) }))
    .filter((one) => one.services.length > 0)
}

/** Begins to ask about a service. */
export function rate({ form, ballot, place }: Terminal, service: string): void {
  if (!form.value) return
  ballot.value = beginBallot({ ...form.value, short: shortByLot(form.value, Math.random()) })
  place.value = { at: 'asking', service }
}

/** Sends what was answered, and thanks. */
export async function finish({ place, ballot, form, outbox }: Terminal): Promise<void> {
  const [here, given] = [place.value, ballot.value]
  if (here.at !== 'asking' || !given || !form.value) return
  const thanks: Place = { at: 'thanks', sent: null }
  place.value = thanks
  ballot.value = null
  const sent = await outbox.put({ service: here.service, ...bodyOf(given, form.value) })
  // Somebody else may have begun.
  if (place.value === thanks) place.value = { at: 'thanks', sent }
}

/** The person is done or gone: nothing stays, and the tablet is as the next one should find it. */
export function leave({ place, ballot, hall }: Terminal): void {
  speakNoMore()
  place.value = { at: 'start' }
  ballot.value = null
  const plan = hall.answer.value
  language.value = (plan && plan.languages[0]) || 'id'
  showPlainly()
}
