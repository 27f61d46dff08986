// What hangs where: a layout is data, from the device's set-up or from the page's address, and says which part of the
// hall a screen shows.
import type { Device, DeviceLayout } from '../server/access/devices.ts'
import type { BoardCall, BoardView } from '../server/live/board.ts'
import type { HallAnswer } from '../server/live/hall.ts'

export type BoardLayout = DeviceLayout

const KINDS: readonly BoardLayout['kind'][] = ['zone', 'zones', 'agency', 'counter', 'corridor']

/**
 * The layout of this screen: the enrolled device's own, else the address's (`?layout=zones:a,b`, or just `?zone=a`),
 * else its zone's board, else the whole hall's. `zones` and `corridor` without ids are for all.
 */
export function layoutOf(device: Pick<Device, 'zone' | 'layout'> | null, query: string): BoardLayout {
  if (device && device.layout) return device.layout
  const asked = device && device.zone !== null ? null : askedLayout(query)
  if (asked) return asked
  const zone = (device && device.zone) || askedFor('zone', query)
  return zone ? { kind: 'zone', of: [zone] } : { kind: 'zones', of: [] }
}

function askedLayout(query: string): BoardLayout | null {
  const [kind = '', of = ''] = askedFor('layout', query).split(':')
  const known = KINDS.filter((one) => one === kind)[0]
  if (!known) return null
  return { kind: known, of: of.split(',').filter((id) => id !== '') }
}

/** A parameter of the address, '' if there is none or it holds what no id can. */
function askedFor(name: string, query: string): string {
  const found = new RegExp(`[?&]${name}=([a-z0-9][a-z0-9:,-]*)(?:&|$)`).exec(query.replace(/%3A/gi, ':'))
  return (found && found[1]) || ''
}

/** The live topic: a zone's own, or the whole hall's, which the page then narrows. */
export function topicOf({ kind, of }: BoardLayout): string {
  return kind === 'zone' && of[0] ? `board:${of[0]}` : 'board:all'
}

/** Whether it has calls from several zones, where "counter 3" alone does not say where to go. */
export function spansZones({ kind, of }: BoardLayout): boolean {
  return kind === 'agency' || (kind !== 'zone' && kind !== 'counter' && of.length !== 1)
}

/** The view with only what the layout is about. */
export function narrow(view: BoardView, { kind, of }: BoardLayout, hall: HallAnswer): BoardView {
  if (kind === 'zone' || of.length === 0) return view
  const among = (id: string) => of.indexOf(id) >= 0
  const desks = hall.counters.filter(({ id, zone, agency }) =>
    among(kind === 'counter' ? id : kind === 'agency' ? agency : zone),
  )
  const here = ({ counter }: Pick<BoardCall, 'counter'>) => desks.some(({ id }) => id === counter)
  return {
    ...view,
    calls: view.calls.filter(here),
    recent: view.recent.filter(here),
    missed: view.missed.filter(here),
    ready: view.ready.filter(({ service }) => desks.some(({ services }) => services.indexOf(service) >= 0)),
    paused: view.paused.filter(here),
    counters: view.counters.filter(({ id }) => here({ counter: id })),
    queues: view.queues.filter((queue) => desks.some(({ agency }) => agency === queue.agency)),
  }
}
