// Kiosks and displays: links that enrol them, the list, revoking; and which places of the hall a display may show.
import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import type { Access } from '../../access/access.ts'
import type { DeviceLayout as Layout } from '../../access/devices.ts'
import { enrolUrl } from '../../access/first-run.ts'
import type { Report } from '../../access/presence.ts'
import { deviceCookie } from '../../access/who.ts'
import { ZoneEquipment } from '../../live/equipment.ts'
import { DeviceTrouble } from '../../live/attention.ts'
import { type SoundState, soundStates } from '../../voice/zones/speakers.ts'
import type { Code } from '../ground/codes.ts'
import { setCookie } from '../ground/cookies.ts'
import { meantBody } from '../ground/meant.ts'
import { refuse } from '../ground/problem.ts'
import { signedIn, type App } from '../ground/request.ts'
import {
  closed,
  Device,
  DeviceKind,
  DeviceLayout,
  Id,
  IdParams,
  instant,
  InstantOrNull,
  Nothing,
  Null,
} from '../ground/schemas.ts'

interface DevicesParts {
  access: Access
  /** The plan as it is now. */
  places: () => Places
  /** The address that a device opens, without a path; its host is the one that the manager's own browser uses. */
  baseUrl: (request: FastifyRequest) => string
  /** A device's last report; null: none since the server started. */
  reportOf: (id: string) => Report | null
  /** What it reported about its sound; null: nothing. */
  soundOf: (id: string) => SoundState | null
  /** What is wrong with each of them now, by id. */
  troubles: () => ReadonlyMap<string, DeviceTrouble[]>
  /** Which equipment each zone has. */
  equipment: () => ZoneEquipment[]
  /** A device was revoked: its sockets are to be closed. */
  onRevoked: (id: string) => void
}

const tags = ['devices']
const DeviceAnswer = Type.Object({ device: Device }, closed)
const Screen = Type.Object({ width: Type.Integer(), height: Type.Integer() }, closed)
/** A device's last report, null if none since the server started. */
const DeviceReport = Type.Union([
  Type.Object(
    {
      at: InstantOrNull,
      version: Type.String(),
      screen: Type.Union([Screen, Null]),
      /** How far its clock is ahead of the server's computer. */
      clockOffsetMs: Type.Union([Type.Integer(), Null]),
      memoryMb: Type.Union([Type.Integer(), Null]),
    },
    closed,
  ),
  Null,
])
const ListedDevice = Type.Object(
  {
    ...Device.properties,
    enrolledAt: InstantOrNull,
    lastSeenAt: InstantOrNull,
    report: DeviceReport,
    /** For a display: whether it can be heard, by its own report; null: none. */
    sound: Type.Union([Type.Enum([...soundStates], { type: 'string' }), Null]),
    /** What should be done about it now, most urgent first. */
    troubles: Type.Array(DeviceTrouble),
  },
  closed,
)

/** Adds `/api/devices` and what is below it. */
export function addDevices(app: App, parts: DevicesParts): void {
  const { access, places, baseUrl, reportOf, soundOf, troubles, equipment, onRevoked } = parts
  app.route({
    method: 'POST',
    url: '/api/devices',
    schema: {
      operationId: 'inviteDevice',
      summary: 'Make a link that enrols one kiosk, display or survey tablet; it is valid for 24 hours',
      tags,
      body: meantBody({
        kind: DeviceKind,
        zone: Type.Optional(Type.Union([Id, Null])),
        label: Type.Optional(Type.String({ minLength: 1, maxLength: 60 })),
        layout: Type.Optional(DeviceLayout),
      }),
      response: { 201: Type.Object({ device: Device, url: Type.String() }, closed) },
    },
    config: { problems: ['unknown-zone', 'unknown-agency', 'unknown-counter'] },
    handler: async (request, reply) => {
      const { kind, zone = null, label = null, layout } = request.body
      const fault = unknownPlace(places(), zone, layout)
      if (fault) return refuse(reply, fault.code, { members: { about: fault.about } })
      const by = `staff:${signedIn(request).id}` as const
      const { device, token } = access.together(() => {
        const made = access.devices.invite({ kind, zone, label, ...(layout ? { layout } : {}) })
        const about = `device:${made.device.id}` as const
        access.log.write({ by, action: 'device-made', about, agency: null, detail: { kind } })
        return made
      })
      reply.code(201)
      return { device, url: enrolUrl(baseUrl(request), kind, token) }
    },
  })

  app.route({
    method: 'GET',
    url: '/api/devices',
    schema: {
      operationId: 'listDevices',
      summary: 'All devices, enrolled or invited, and which equipment each zone has',
      tags,
      response: {
        200: Type.Object({ devices: Type.Array(ListedDevice), zones: Type.Array(ZoneEquipment) }, closed),
      },
    },
    handler: () => {
      const found = troubles()
      return {
        devices: access.devices.list().map((device) => ({
          ...device,
          enrolledAt: instant(device.enrolledAt),
          lastSeenAt: instant(device.lastSeenAt),
          report: listed(reportOf(device.id)),
          sound: soundOf(device.id),
          troubles: found.get(device.id) ?? [],
        })),
        zones: equipment(),
      }
    },
  })

  app.route({
    method: 'DELETE',
    url: '/api/devices/:id',
    schema: {
      operationId: 'revokeDevice',
      summary: 'Revoke a device or its invitation',
      tags,
      params: IdParams,
      querystring: meantBody({}),
      response: { 200: Nothing },
    },
    config: { problems: ['unknown-device'] },
    handler: async (request, reply) => {
      const { id } = request.params
      const by = `staff:${signedIn(request).id}` as const
      const done = access.together(() => {
        if (!access.devices.revoke(id)) return false
        access.log.write({ by, action: 'device-revoked', about: `device:${id}`, agency: null })
        return true
      })
      if (!done) return refuse(reply, 'unknown-device', { members: { about: id } })
      onRevoked(id)
      return {}
    },
  })

  app.route({
    method: 'POST',
    url: '/api/devices/enrol',
    schema: {
      operationId: 'enrolDevice',
      summary: 'Make this browser a device of the hall; the answer sets its cookie',
      tags,
      body: Type.Object({ token: Type.String({ minLength: 1, maxLength: 200 }) }, closed),
      response: { 200: DeviceAnswer },
    },
    config: { problems: ['bad-token'] },
    handler: async (request, reply) => {
      const enrolled = access.enrol(request.body.token, request.headers.cookie)
      if (enrolled === null) return refuse(reply, 'bad-token')
      setCookie(reply, deviceCookie, enrolled.cookie)
      return { device: enrolled.device }
    },
  })

  app.route({
    method: 'GET',
    url: '/api/devices/self',
    schema: {
      operationId: 'ownDevice',
      summary: 'Which device this browser is',
      tags,
      querystring: Type.Object({ kind: DeviceKind }, closed),
      response: { 200: Type.Object({ device: Type.Union([Device, Null]) }, closed) },
    },
    handler: ({ who, query: { kind } }) => ({ device: who[kind] }),
  })
}

function listed(report: Report | null) {
  return report && { ...report, at: instant(report.at) }
}

/** The address under which a request reached the server, `http://192.168.1.10:3000`. */
export function ownUrl(request: FastifyRequest): string {
  return `${request.protocol}://${request.host}`
}

// Whether a display can be set up this way: every place that its layout names must be one of the hall's.

/** Ids that are in the plan. */
interface Known {
  has(id: string): boolean
}

export interface Places {
  readonly zones: Known
  readonly agencies: Known
  readonly counters: Known
}

/** The first place that the hall does not have, with the code for it; null if all exist. */
export function unknownPlace(
  hall: Places,
  zone: string | null,
  layout?: Layout,
): { code: Code; about: string } | null {
  if (zone !== null && !hall.zones.has(zone)) return { code: 'unknown-zone', about: zone }
  if (!layout) return null
  const { kind, of } = layout
  const [places, code] = placesOf(hall, kind)
  // One agency, one counter, one zone: without it there is nothing to show.
  const needsOne = kind === 'zone' || kind === 'agency' || kind === 'counter'
  const about = needsOne && of.length !== 1 ? '' : of.find((id) => !places.has(id))
  return about === undefined ? null : { code, about }
}

function placesOf(hall: Places, kind: Layout['kind']): [Known, Code] {
  if (kind === 'agency') return [hall.agencies, 'unknown-agency']
  if (kind === 'counter') return [hall.counters, 'unknown-counter']
  return [hall.zones, 'unknown-zone']
}
