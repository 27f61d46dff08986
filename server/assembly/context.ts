// What every view is made from, gathered from the rooms that know it.
import type { Access } from '../access/access.ts'
import type { openPresence, Reports } from '../access/presence.ts'
import type { Clock } from '../clock.ts'
import type { Tells } from '../forecast/hall/tells.ts'
import type { Hall } from '../hall/hall.ts'
import type { Context, Usual } from '../live/context.ts'
import type { Push } from '../live/push.ts'
import type { Media } from '../media/media.ts'
import type { Watch } from '../reports/watch/watch.ts'
import type { Printing } from '../slip/printing.ts'
import type { Sealing } from '../store/journal/sealing.ts'
import type { Store } from '../store/store.ts'
import type { Survey } from '../survey/survey.ts'
import type { Training } from '../training/training.ts'
import type { ZoneSound } from '../voice/zones/open.ts'

/** Rooms that need the context themselves: available once all of them are open. */
interface Rooms {
  readonly push: Push
  readonly survey: Survey
  readonly training: Training
  readonly zoneSound: ZoneSound
  readonly printing: Printing
  readonly media: Media
  readonly usual: () => Usual | null
  readonly watched: Pick<Watch, 'toldWith'>
}

interface ContextParts {
  readonly hall: Hall
  readonly clock: Clock
  readonly clockOffset: number
  readonly publicUrl: Context['publicUrl']
  readonly version: string
  readonly now: () => number
  readonly sealing: Sealing | null
  readonly access: Access
  readonly presence: ReturnType<typeof openPresence>
  readonly forecasts: Tells
  readonly reports: Reports
  readonly store: Pick<Store, 'note'>
  readonly rooms: () => Rooms
}

/** It asks the rooms each time: a view shows how things are now. */
export function contextOf(parts: ContextParts): Context {
  const { hall, clock, clockOffset, publicUrl, version, now, sealing, access, presence } = parts
  const { forecasts, reports, store, rooms } = parts
  return {
    hall,
    clockOffset,
    publicUrl,
    now,
    minute: () => clock.time(hall).minute,
    trainsUntil: () => rooms().training.state()?.until ?? null,
    clockState: () => clock.time(hall).state,
    damages: () => sealing?.damages() ?? [],
    storageGone: () => sealing?.isLost() ?? false,
    staff: (id) => {
      const found = access.staff.byId(id)
      return found && { username: found.username, name: found.name }
    },
    people: presence.people,
    tells: forecasts,
    toldWith: (step) => rooms().watched.toldWith(step),
    usual: () => rooms().usual(),
    devices: () => {
      const looking = new Set(
        rooms()
          .push.displays()
          .map(({ id }) => id),
      )
      return access.devices.list().map((device) => ({
        ...device,
        report: reports.of(device.id),
        looks: looking.has(device.id),
        mute: rooms().zoneSound.isMute(device.id),
      }))
    },
    listeningSince: reports.since,
    version,
    surveys: (visit) => rooms().survey.rightsFor(visit),
    voiceIn: (zone) => rooms().zoneSound.voiceIn(zone),
    silentZones: () => rooms().zoneSound.silentZones(),
    printers: () => rooms().printing.printers(),
    media: () => rooms().media.files(),
    note: (id) => store.note(id),
  }
}
