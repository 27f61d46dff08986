// Everything the kiosk's screens need, made once and passed down: the hall, the live view, the device, the visitor.
import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { HallService } from '../server/live/hall.ts'
import type { KioskView } from '../server/live/kiosk.ts'
import { knowDevice, type ThisDevice } from '../screens/device.ts'
import { loadHall, type Hall } from '../screens/hall.ts'
import { language } from '../screens/i18n.ts'
import { connectLive, type Live } from '../screens/live.ts'
import { createLines, type Lines } from './lines.ts'
import { papersOf } from './visit-order.ts'
import { speakNoMore } from './spoken/mode.ts'
import { standing, type LiveService, type Standing } from './standing.ts'
import { showPlainly } from './sight.ts'
import { createFind, type Find } from './search/find.ts'
import { paperHere } from './slip.ts'
import { createTicket, type Ticket } from './ticket.ts'
import { createTrip, type Trip } from './trip.ts'

export interface Kiosk {
  hall: Hall
  live: Live<KioskView>
  lines: Lines
  device: ThisDevice
  trip: Trip
  ticket: Ticket
  find: Find
}

/** Connects the kiosk to its server. */
export function openKiosk(): Kiosk {
  const hall = loadHall()
  const live = connectLive<KioskView>({ topic: 'kiosk', onView: (view) => hall.seen(view.hall.plan) })
  return {
    hall,
    live,
    lines: createLines(() => trueView({ live })),
    device: knowDevice('kiosk'),
    trip: createTrip(),
    ticket: createTicket(),
    find: createFind(),
  }
}

export const KioskContext = createContext<Kiosk | null>(null)

export function useKiosk(): Kiosk {
  const kiosk = useContext(KioskContext)
  if (!kiosk) throw new Error('a screen of the kiosk outside of it')
  return kiosk
}

/** The newest view while it is true, null otherwise: old counts must not be shown. */
export function trueView({ live }: Pick<Kiosk, 'live'>): KioskView | null {
  return live.freshness.value === 'stale' ? null : live.view.value
}

/** Codes of the hall's languages, the first one first. */
export function languagesOf({ hall }: Pick<Kiosk, 'hall'>): readonly string[] {
  return hall.answer.value ? hall.answer.value.languages : ['id', 'en']
}

export function liveService({ lines }: Kiosk, id: string): LiveService | undefined {
  return lines.of(id)
}

export function standingOf(kiosk: Kiosk, service: HallService): Standing {
  return standing(service, liveService(kiosk, service.id), kiosk.lines.hall())
}

/** The chosen services in the visit's order. One that has left the plan is no longer chosen. */
export function chosenServices({ hall, trip }: Kiosk): HallService[] {
  return trip.chosen.value.flatMap((id) => hall.services.value.get(id) ?? [])
}

/** Why nobody gets a number here now, whatever the service; null while all is well. */
export function whyNoNumbers({ live }: Kiosk): 'connection' | 'clock' | 'hall' | null {
  const view = live.view.value
  if (!view || live.freshness.value === 'stale') return 'connection'
  if (view.hall.clockSuspect) return 'clock'
  return view.open ? null : 'hall'
}

/** Whether priority makes any difference here: a plan with equal rates has no such class. */
export function offersPriority({ hall }: Kiosk): boolean {
  return hall.answer.value !== null && hall.answer.value.priority
}

/** Whether this kiosk's own printer can print now. */
export function paperOf(kiosk: Kiosk): ReturnType<typeof paperHere> {
  const view = trueView(kiosk)
  const state = kiosk.device.state.value
  return paperHere(view ? view.printers : [], state.status === 'enrolled' ? state.device.id : null)
}

/** Takes the number for what is chosen and shows it. */
export async function takeNumber(kiosk: Kiosk): Promise<void> {
  const { trip, ticket, device } = kiosk
  const chosen = chosenServices(kiosk)
  const asked = papersOf(chosen).map(({ requirement }) => requirement.id)
  const taken = await ticket.take({
    services: chosen.map(({ id }) => id),
    missing: trip.missing.value.filter((id) => asked.includes(id)),
    priority: trip.priority.value && offersPriority(kiosk),
    comeToMe: trip.comeToMe.value,
    language: language.value,
  })
  if (taken) return trip.go({ at: 'number', taken })
  const state = ticket.state.value
  if (state.status !== 'refused') return
  const { status } = state.problem
  if (status === 401 || status === 403) device.check()
}

/**
 * The number asked for before the page reloaded: shown if its visitor may still be standing here, otherwise given
 * back.
 */
export function recoverNumber({ trip, ticket }: Kiosk): Promise<void> {
  return ticket.recover((taken, wish) => {
    const place = trip.place.value
    if (place.at === 'number') return place.taken.visit.id === taken.visit.id
    // Somebody else has begun.
    if (place.at !== 'start' || trip.chosen.value.length > 0) return false
    if (wish.language !== undefined) language.value = wish.language
    trip.go({ at: 'number', taken })
    return true
  })
}

/** The visitor is done or gone: nothing of the visit remains. */
export function endVisit({ trip, ticket, find, hall }: Kiosk): void {
  speakNoMore()
  ticket.forget()
  find.forget()
  trip.end()
  const plan = hall.answer.value
  language.value = (plan && plan.languages[0]) || 'id'
  showPlainly()
}
