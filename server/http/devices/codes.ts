// Enrolling a television on which nobody wants to type a link: it shows a short code, the manager types that code here
// and says what the display will be, and the television fetches its link.
import { Type } from 'typebox'
import type { Access } from '../../access/access.ts'
import { codeMs, openCodes } from '../../access/codes.ts'
import { type Places, unknownPlace } from './devices.ts'
import { meantBody } from '../ground/meant.ts'
import { refuse } from '../ground/problem.ts'
import { signedIn, type App } from '../ground/request.ts'
import { closed, Device, DeviceLayout, Id, Instant, Null } from '../ground/schemas.ts'
import { addressOf } from '../ground/way.ts'

const tags = ['devices']
/** Seconds after which a television may ask again when there are too many codes. */
const AGAIN_SECONDS = 60
const iso = (ms: number) => new Date(ms).toISOString()

interface CodeParts {
  access: Access
  /** The plan as it is now. */
  places: () => Places
}

/** Adds `/api/devices/codes` and what is below it. */
export function addDeviceCodes(app: App, { access, places }: CodeParts): void {
  const codes = openCodes(access)

  app.post(
    '/api/devices/codes',
    {
      schema: {
        operationId: 'askDeviceCode',
        summary: 'Ask for a short code to show on a display that is not enrolled; it is valid for 15 minutes',
        tags,
        response: {
          201: Type.Object({ code: Type.String(), secret: Type.String(), expiresAt: Instant }, closed),
        },
      },
      config: { problems: ['too-many-requests'] },
    },
    async (request, reply) => {
      const asked = codes.ask(addressOf(request))
      if (!asked) return refuse(reply, 'too-many-requests', { retryAfter: AGAIN_SECONDS })
      reply.code(201)
      return { code: asked.code, secret: asked.secret, expiresAt: iso(asked.endsAt) }
    },
  )

  app.post(
    '/api/devices/codes/fetch',
    {
      schema: {
        operationId: 'fetchDeviceLink',
        summary:
          'Ask whether the code was confirmed: the token that enrols the display that shows it, else null',
        tags,
        body: Type.Object({ secret: Type.String({ minLength: 1, maxLength: 200 }) }, closed),
        response: {
          200: Type.Object({ token: Type.Union([Type.String(), Null]), expiresAt: Instant }, closed),
        },
      },
      config: { problems: ['unknown-code'] },
    },
    async (request, reply) => {
      const found = codes.fetch(request.body.secret)
      if (!found) return refuse(reply, 'unknown-code')
      return { token: found.token, expiresAt: iso(found.endsAt) }
    },
  )

  app.post(
    '/api/devices/codes/:code/confirm',
    {
      schema: {
        operationId: 'confirmDeviceCode',
        summary:
          'Make the display that shows this code a device of the hall; it enrols itself within seconds',
        tags,
        params: Type.Object({ code: Type.String({ minLength: 1, maxLength: 40 }) }, closed),
        body: meantBody({
          zone: Type.Optional(Type.Union([Id, Null])),
          label: Type.Optional(Type.String({ minLength: 1, maxLength: 60 })),
          layout: Type.Optional(DeviceLayout),
        }),
        response: {
          201: Type.Object(
            {
              device: Device,
              address: Type.String({ description: 'The address from which the code was asked for' }),
            },
            closed,
          ),
        },
      },
      config: {
        problems: ['unknown-code', 'code-used', 'unknown-zone', 'unknown-agency', 'unknown-counter'],
      },
    },
    async (request, reply) => {
      const { zone = null, label = null, layout } = request.body
      const found = codes.find(request.params.code)
      if (!found) return refuse(reply, 'unknown-code')
      const { 'idempotency-key': given } = request.headers
      const key = typeof given === 'string' ? `${signedIn(request).id} ${given}` : undefined
      const made = found.link && access.devices.byId(found.link.device)
      // The same press again: its answer was lost.
      if (made && key !== undefined && found.link?.key === key) {
        reply.code(201)
        return { device: made, address: found.address }
      }
      if (found.link) return refuse(reply, 'code-used')
      const fault = unknownPlace(places(), zone, layout)
      if (fault) return refuse(reply, fault.code, { members: { about: fault.about } })
      const by = `staff:${signedIn(request).id}` as const
      const { device, token } = access.together(() => {
        const kind = 'display'
        const invited = access.devices.invite(
          { kind, zone, label, ...(layout ? { layout } : {}) },
          access.now() + codeMs,
        )
        const about = `device:${invited.device.id}` as const
        access.log.write({ by, action: 'device-made', about, agency: null, detail: { kind } })
        return invited
      })
      codes.confirm(found, { token, key, device: device.id })
      reply.code(201)
      return { device, address: found.address }
    },
  )
}
