// What views of a hall are made from if there is no server: the hall and a moment of its day.
import type { Hall } from '../../server/hall/hall.ts'
import { nothingTold } from '../../server/forecast/hall/keep.ts'
import type { Tells } from '../../server/forecast/hall/tells.ts'
import type { Context } from '../../server/live/context.ts'

/** The hall as its screens see it at `now`, milliseconds since 1970. */
export function seen(hall: Hall, now: number, tells: Tells = nothingTold): Context {
  return {
    hall,
    clockOffset: 0,
    publicUrl: null,
    now: () => now,
    minute: () => Math.floor((now - hall.startsAt) / 60_000),
    trainsUntil: () => null,
    clockState: () => 'right',
    damages: () => [],
    storageGone: () => false,
    staff: () => null,
    note: () => null,
    people: () => [],
    tells,
    toldWith: () => null,
    usual: () => null,
    devices: () => [],
    printers: () => [],
    silentZones: () => [],
    media: () => [],
    listeningSince: 0,
    version: '0.1.0',
    voiceIn: () => 'speaks',
    surveys: () => [],
  }
}
