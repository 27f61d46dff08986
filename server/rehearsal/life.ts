// When the server and the devices of a rehearsal were alive: all day, except for a restart, a power cut, a kiosk that
// hangs.
import type { Plan } from '../hall/plan.ts'
import type { AliveSpan } from '../reports/watch/alive.ts'
import type { DaySpan } from '../time-zone.ts'
import { between, type Random } from '../training/random.ts'
import { KIOSKS } from './people.ts'
import { speakerOf } from './sound.ts'

const MINUTE = 60_000
/** Days on which the server is restarted, or the power is cut; and on which a device is away for a while. */
const RESTARTED = 0.15
const CUT = 0.07
const DEVICE_AWAY = 0.1

export interface PlayedDevice {
  readonly id: string
  readonly kind: 'kiosk' | 'display'
  readonly zone: string | null
  readonly label: string
}

/** The devices that play: two kiosks, and a display for each sound. */
export function devicesOf({ zones }: Plan): PlayedDevice[] {
  const sounds = new Map(zones.map(({ id, sound }) => [sound, id]))
  return [
    ...KIOSKS.map((id, nth) => ({
      id,
      kind: 'kiosk' as const,
      zone: null,
      label: `Kios latihan ${nth + 1}`,
    })),
    ...[...sounds].map(([sound, zone], nth) => {
      return { id: speakerOf(sound), kind: 'display' as const, zone, label: `Layar latihan ${nth + 1}` }
    }),
  ]
}

/** The spans of one day. `hours`: minutes after midnight from and to which devices are switched on. */
export function lifeOf(
  { startsAt, endsAt }: DaySpan,
  hours: { readonly from: number; readonly to: number } | null,
  devices: readonly Pick<AliveSpan, 'kind' | 'id'>[],
  random: Random,
): AliveSpan[] {
  const chance = random()
  const away =
    chance < RESTARTED ? between(random, 1, 4) : chance < RESTARTED + CUT ? between(random, 15, 70) : 0
  const at = Math.round(startsAt + between(random, 9 * 60, 15 * 60) * MINUTE)
  const whole = { from: startsAt, to: endsAt }
  const server = away === 0 ? [whole] : without(whole, { from: at, to: Math.round(at + away * MINUTE) })
  const spans = server.map((span): AliveSpan => ({ kind: 'server', id: '', ...span }))
  if (hours === null) return spans
  for (const { id, kind } of devices) {
    const from = startsAt + (hours.from + between(random, -40, 5)) * MINUTE
    const to = startsAt + (hours.to + between(random, 5, 60)) * MINUTE
    const gone = startsAt + between(random, hours.from, hours.to) * MINUTE
    const minutes = random() < DEVICE_AWAY ? between(random, 4, 90) : 0
    for (const span of without({ from, to }, { from: gone, to: Math.min(to, gone + minutes * MINUTE) }))
      // Nothing reports to a server that is off.
      for (const { from: on, to: off } of server) {
        const both = { from: Math.max(span.from, on), to: Math.min(span.to, off) }
        if (both.from < both.to) spans.push({ kind, id, ...both })
      }
  }
  return spans.map((span) => ({ ...span, from: Math.round(span.from), to: Math.round(span.to) }))
}

type Time = Pick<AliveSpan, 'from' | 'to'>

function without({ from, to }: Time, gap: Time): Time[] {
  if (gap.from >= gap.to) return [{ from, to }]
  return [
    { from, to: Math.min(to, gap.from) },
    { from: Math.max(from, gap.to), to },
  ].filter((span) => span.from < span.to)
}
