// A kiosk or a display reports how it is: once when its page is loaded, and every minute after.
import { Type } from 'typebox'
import type { Reports } from '../../access/presence.ts'
import { type Loudspeakers, soundStates } from '../../voice/zones/speakers.ts'
import type { HeardTime } from '../ground/other-clocks.ts'
import { refuse } from '../ground/problem.ts'
import type { App } from '../ground/request.ts'
import { closed, DeviceKind, Nothing } from '../ground/schemas.ts'

const Pixels = Type.Integer({ minimum: 1, maximum: 100_000 })
/** Until the year 2286; a box without a battery says 1970. */
const Clock = Type.Integer({ minimum: 0, maximum: 9_999_999_999_999 })

interface ReportParts {
  reports: Pick<Reports, 'add'>
  loudspeakers: Pick<Loudspeakers, 'says'>
  /** The time of the server's computer, milliseconds since 1970. */
  systemTime: () => number
  /** Whether that time can be believed: after it has leapt, no other clock is compared with it. */
  isSuspect: () => boolean
  /** Told what time the device reports. */
  heardTime: HeardTime
}

/** Adds `/api/devices/report`. Nothing in a report is written to the disk. */
export function addDeviceReports(
  app: App,
  { reports, loudspeakers, systemTime, isSuspect, heardTime }: ReportParts,
): void {
  app.post(
    '/api/devices/report',
    {
      schema: {
        operationId: 'reportDevice',
        summary: 'A kiosk, display or survey tablet reports its state, and which page it shows',
        tags: ['devices'],
        body: Type.Object(
          {
            kind: DeviceKind,
            /** Version of the page that is shown, which may be older than the server. */
            version: Type.String({ minLength: 1, maxLength: 40 }),
            screen: Type.Optional(Type.Object({ width: Pixels, height: Pixels }, closed)),
            /** The device's own time as it sends this, milliseconds since 1970. */
            clock: Type.Optional(Clock),
            /** How much of the browser's memory the page takes, if the browser says. */
            memoryMb: Type.Optional(Type.Integer({ minimum: 0, maximum: 1_000_000 })),
            /** For a display: whether it can be heard, as far as a page knows. */
            sound: Type.Optional(Type.Enum([...soundStates], { type: 'string' })),
          },
          closed,
        ),
        response: { 200: Nothing },
      },
      config: { problems: ['unknown-device'] },
    },
    async (request, reply) => {
      const { who, body } = request
      const { kind, version, screen = null, clock, memoryMb = null, sound } = body
      // The browser may be enrolled only as a device of the other kind.
      const device = who[kind]
      if (!device) return refuse(reply, 'unknown-device')
      if (sound && kind === 'display') loudspeakers.says(device.id, sound)
      const clockOffsetMs = clock === undefined || isSuspect() ? null : clock - systemTime()
      heardTime(request, clock)
      reports.add(device.id, { version, screen, clockOffsetMs, memoryMb })
      return {}
    },
  )
}
