// Choosing one or several services by typing: Enter adds the first match, the arrow goes down into the list.
import { useEffect, useId, useRef, useState } from 'preact/hooks'
import { pick } from '../../screens/i18n.ts'
import { serviceStatusText } from '../../screens/texts/services.ts'
import type { CounterView } from '../../server/live/counter.ts'
import type { HallService, HallAgency } from '../../server/live/hall.ts'
import type { KioskView } from '../../server/live/kiosk.ts'
import { staffText } from '../texts.ts'
import type { Hall } from '../../screens/hall.ts'
import { Icon } from '../../screens/icons.tsx'
import { type Live, connectLive } from '../../screens/live.ts'
import { SAME_PRESS_MS } from '../../screens/press.ts'
import { serviceName } from '../parts/names.ts'
import './pick.css'

type LiveService = KioskView['services'][number]

interface ServicePickProps {
  hall: Hall
  /** How many wait at each service now. */
  kiosk: Live<KioskView>
  /** Ids, in the order in which they were chosen. */
  chosen: readonly string[]
  onChange: (chosen: readonly string[]) => void
  /** Why a service can't be chosen now, in words; null if it can. */
  whyNot: (service: HallService, live: LiveService | undefined) => string | null
  /** How many may be chosen; if one, another replaces it. */
  most?: number
  /** Which services to offer, in what order; if left out, all of the hall's. */
  services?: readonly HallService[] | undefined
}

export function ServicePick(props: ServicePickProps) {
  const { hall, kiosk, chosen, onChange, whyNot, services, most = MOST_SERVICES } = props
  const [words, setWords] = useState('')
  const field = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLFieldSetElement>(null)
  const added = useRef(0)
  const id = useId()
  const found = searchServices(services ?? [...hall.services.value.values()], hall.agencies.value, words)
  const view = kiosk.view.value
  const live = new Map((view ? view.services : []).map((one) => [one.id, one] as const))
  const isFull = most > 1 && chosen.length >= most
  const rows = found.map((service) => {
    const why = whyNot(service, live.get(service.id))
    const isChosen = chosen.includes(service.id)
    return { service, why, isChosen, canToggle: isChosen || (why === null && !isFull) }
  })
  const stop = rows.find(({ canToggle }) => canToggle)

  const boxes = () => Array.from(list.current?.querySelectorAll<HTMLElement>('input:not(:disabled)') ?? [])

  function keyInField(event: KeyboardEvent): void {
    if (event.key === 'ArrowDown') {
      event.preventDefault()
      boxes()[0]?.focus()
    }
    if (event.key === 'Backspace' && words === '' && !event.repeat) onChange(chosen.slice(0, -1))
    if (event.key !== 'Enter') return
    // With nothing typed Enter sends the form, but not as the second half of the press that added a service.
    const isEmpty = words.trim() === ''
    const isSecond = event.repeat || event.timeStamp - added.current < SAME_PRESS_MS
    if (isEmpty && chosen.length > 0 && !isSecond) return
    event.preventDefault()
    const first = rows.find(({ isChosen, canToggle }) => canToggle && !isChosen)
    if (isEmpty || event.repeat || !first) return
    added.current = event.timeStamp
    onChange(toggled(chosen, first.service.id, most))
    setWords('')
  }

  /** Up and down inside the list, and up out of it; Enter chooses, as space does. */
  function keyInList(event: KeyboardEvent): void {
    const all = boxes()
    const now = all.findIndex((box) => box === document.activeElement)
    if (now < 0) return
    if (event.key === 'Enter') all[now]?.click()
    else if (event.key === 'ArrowDown') all[now + 1]?.focus()
    else if (event.key === 'ArrowUp') (all[now - 1] ?? field.current)?.focus()
    else return
    event.preventDefault()
  }

  return (
    <>
      <div class="field">
        <label for={id}>{staffText('pick.search')}</label>
        <input
          id={id}
          ref={field}
          type="search"
          autoComplete="off"
          aria-describedby={`${id}-help`}
          value={words}
          onInput={(event) => setWords(event.currentTarget.value)}
          onKeyDown={keyInField}
        />
        <p class="soft" id={`${id}-help`}>
          {isFull ? staffText('pick.most', { count: most }) : staffText('pick.help')}
        </p>
      </div>
      <Chosen
        hall={hall}
        chosen={chosen}
        onRemove={(service) => {
          onChange(toggled(chosen, service, most))
          if (field.current) field.current.focus()
        }}
      />
      {/* If nothing can be chosen the list itself takes the keys, so that it can be read to its end. */}
      <fieldset class="pick" ref={list} tabIndex={stop ? undefined : 0}>
        <legend class="visually-hidden">{staffText('pick.services')}</legend>
        {rows.length === 0 && <p class="soft">{staffText('pick.none')}</p>}
        {rows.map((row) => (
          <PickRow
            key={row.service.id}
            hall={hall}
            service={row.service}
            live={live.get(row.service.id)}
            why={row.why}
            isChosen={row.isChosen}
            canToggle={row.canToggle}
            isStop={row === stop}
            group={most === 1 ? id : undefined}
            onToggle={() => onChange(toggled(chosen, row.service.id, most))}
            onKey={keyInList}
          />
        ))}
      </fieldset>
    </>
  )
}

// The services that were chosen, each removable by a press.
interface ChosenProps {
  hall: Hall
  chosen: readonly string[]
  onRemove: (id: string) => void
}

function Chosen({ hall, chosen, onRemove }: ChosenProps) {
  if (chosen.length === 0) return null
  return (
    <ol class="chosen" aria-label={staffText('pick.chosen')}>
      {chosen.map((id) => (
        <li key={id}>
          <button
            type="button"
            class="chosen-one"
            aria-label={staffText('pick.remove', { service: serviceName(hall, id) })}
            onClick={() => onRemove(id)}
          >
            <span>{serviceName(hall, id)}</span>
            <Icon name="close" />
          </button>
        </li>
      ))}
    </ol>
  )
}

// The services that were chosen, in that order. Pure.

/** As many services as fit one number, and one referral. */
export const MOST_SERVICES = 8

/** With one added or removed; unchanged if there are enough. If only one may be chosen, another replaces it. */
export function toggled(chosen: readonly string[], id: string, most = MOST_SERVICES): readonly string[] {
  if (chosen.includes(id)) return chosen.filter((one) => one !== id)
  if (most === 1) return [id]
  return chosen.length < most ? [...chosen, id] : chosen
}

/** Finding services by what people type: every word must begin a word of the service's or the agency's name. */
function wordsIn(text: string): string[] {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
}

/** The services that match, in the plan's order; all of them if nothing is typed. Names of every language count. */
export function searchServices(
  services: readonly HallService[],
  agencies: ReadonlyMap<string, HallAgency>,
  typed: string,
): HallService[] {
  const asked = wordsIn(typed)
  if (asked.length === 0) return [...services]
  return services.filter((service) => {
    const agency = agencies.get(service.agency)
    const names = [
      ...Object.values(service.name),
      ...(agency ? [...Object.values(agency.name), agency.short] : []),
    ]
    const words = wordsIn([...names, service.prefix].join(' '))
    return asked.every((start) => words.some((word) => word.startsWith(start)))
  })
}

// One service to choose: its agency, in which zone it is served, and how many would be ahead.
interface PickRowProps {
  hall: Hall
  service: HallService
  live: LiveService | undefined
  /** Why it can't be chosen; null: it can. */
  why: string | null
  isChosen: boolean
  canToggle: boolean
  /** Whether Tab reaches this one; from there the arrows move on. */
  isStop: boolean
  /** If only one may be chosen: the name that the alternatives share. */
  group: string | undefined
  onToggle: () => void
  onKey: (event: KeyboardEvent) => void
}

function PickRow(props: PickRowProps) {
  const { hall, service, live, why, isChosen, canToggle, isStop, group, ...rest } = props
  const agency = hall.agencies.value.get(service.agency)
  return (
    <label class={canToggle ? 'pick-one' : 'pick-one pick-not'}>
      <input
        type={group === undefined ? 'checkbox' : 'radio'}
        name={group}
        checked={isChosen}
        disabled={!canToggle}
        tabIndex={isStop || group !== undefined ? 0 : -1}
        onChange={rest.onToggle}
        onKeyDown={rest.onKey}
      />
      <span class="pick-words">
        <span>{pick(service.name)}</span>
        <span class="soft">{[agency && agency.short, ...zonesOf(hall, service.id)].join(' · ')}</span>
      </span>
      <span class="soft figures">{why ?? (live && staffText('pick.ahead', { count: live.ahead }))}</span>
    </label>
  )
}

/** Where its counters are, each zone once. */
function zonesOf(hall: Hall, service: string): string[] {
  const counters = [...hall.counters.value.values()].filter(({ services }) => services.includes(service))
  const zones = new Set(counters.map(({ zone }) => zone))
  return [...zones].flatMap((id) => {
    const zone = hall.zones.value.get(id)
    return zone ? [pick(zone.name)] : []
  })
}

// The services as the kiosk sees them, while somebody chooses from them.
export function useKiosk(): Live<KioskView> {
  const [live] = useState(() => connectLive<KioskView>({ topic: 'kiosk' }))
  useEffect(() => () => live.close(), [live])
  return live
}

// Why a service can't be chosen: it gives no number now, or a visitor can't be referred to it. The server decides
// again; this only spares a refusal.

/** Why it gives no number now, in words; null if it gives one. */
export function whyClosed(service: HallService, live: LiveService | undefined): string | null {
  if (service.status !== 'open' && service.status !== 'trial') return serviceStatusText(service.status)
  if (!live || live.closed === null) return null
  if (live.said) return pick(live.said)
  return live.opens ? pick(live.opens) : staffText('pick.closedHours')
}

/** Why nobody gets a number now whatever the service, said before anything is chosen; null if numbers are given. */
export function whyHallClosed(view: KioskView | null): string | null {
  if (!view || view.open) return null
  return staffText('pick.hallClosed', { opens: view.hours.words ? pick(view.hours.words) : '' })
}

const ENDED = ['done', 'cancelled', 'expired']

/**
 * Why nobody can be referred to it. `already`: it is part of the visit and has not ended; `closed`: it serves nobody
 * now; null: it can be chosen.
 */
export function whyNotReferable(
  { id, status }: Pick<HallService, 'id' | 'status'>,
  { steps }: Pick<NonNullable<CounterView['current']>, 'steps'>,
): 'already' | 'closed' | null {
  if (steps.some((step) => step.service === id && ENDED.indexOf(step.status) < 0)) return 'already'
  return status === 'open' || status === 'trial' ? null : 'closed'
}
