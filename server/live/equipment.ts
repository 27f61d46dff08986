// Which equipment each zone has, so that a hall can open with only part of it: what is still missing is said plainly,
// together with what staff do instead.
import { type Static, Type } from 'typebox'
import type { Context, KnownDevice } from './context.ts'
import { troublesOf } from './attention.ts'
import { ZoneVoice } from './view-parts.ts'

/** It works; it is enrolled but not reporting; the zone uses one of another zone; there is none. */
const There = Type.Enum(['there', 'silent', 'elsewhere', 'none'], { type: 'string' })
type There = Static<typeof There>

export const ZoneEquipment = Type.Object(
  {
    zone: Type.String(),
    /** A board that shows its calls. */
    board: There,
    voice: ZoneVoice,
    /** A kiosk in it. */
    kiosk: There,
    /** A printer of that kiosk, or of one of its counters. */
    printer: There,
  },
  { additionalProperties: false },
)
export type ZoneEquipment = Static<typeof ZoneEquipment>

/** For every zone that has a counter, in the plan's order. */
export function equipment(context: Context): ZoneEquipment[] {
  const { plan } = context.hall.layout
  const devices = context.devices().filter(({ enrolledAt }) => enrolledAt !== null)
  const boards = devices.filter(({ kind }) => kind === 'display')
  const kiosks = devices.filter(({ kind }) => kind === 'kiosk')
  const isSilent = (device: KnownDevice) =>
    troublesOf(context, device).list.some((trouble) => trouble.endsWith('-silent'))
  const state = (own: readonly KnownDevice[]): There =>
    own.length === 0 ? 'none' : own.every(isSilent) ? 'silent' : 'there'

  return plan.zones
    .filter(({ id }) => plan.counters.some(({ zone }) => zone === id))
    .map(({ id }) => {
      const here = kiosks.filter(({ zone }) => zone === id)
      const counters = plan.counters.filter(({ zone }) => zone === id).map((counter) => counter.id)
      const kiosk = state(here)
      return {
        zone: id,
        board: state(boards.filter((board) => shows(board, id))),
        voice: context.voiceIn(id),
        kiosk: kiosk === 'none' && kiosks.length > 0 ? 'elsewhere' : kiosk,
        printer: printerOf(context, [...here.map((one) => one.id), ...counters]),
      }
    })
}

/** Whether it shows the calls of a zone to people waiting there: a sign over one desk is only for that desk. */
function shows({ zone, layout }: KnownDevice, id: string): boolean {
  if (!layout) return zone === null || zone === id
  if (layout.kind === 'agency' || layout.kind === 'counter') return false
  return layout.of.length === 0 || layout.of.includes(id)
}

/** Of the printers that any of these print on. */
function printerOf(context: Context, users: readonly string[]): There {
  const printers = context.printers()
  const own = printers.filter(({ printer: { kiosks, counters } }) =>
    users.some((id) => kiosks.includes(id) || counters.includes(id)),
  )
  if (own.length === 0) return printers.some(({ printer }) => printer.reception) ? 'elsewhere' : 'none'
  const gives = own.some(({ now: { state } }) => ['ready', 'near-end', 'unknown'].includes(state))
  return gives ? 'there' : 'silent'
}
