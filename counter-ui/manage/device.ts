// What the server says of a device.
import type { Static } from 'typebox'
import type { Device as DeviceSchema } from '../../server/http/schemas.ts'

export type Device = Static<typeof DeviceSchema>

/** Instants are ISO 8601 in UTC, null where it did not happen yet. */
export type ListedDevice = Device & { enrolledAt: string | null; lastSeenAt: string | null }
