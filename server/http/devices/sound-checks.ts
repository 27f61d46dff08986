// A manager tests the sound of a zone: an announcement that calls nobody is played there like any call, and its result
// can be asked for until the day ends.
import { Type, type Static } from 'typebox'
import { openCheck } from '../../hall/sound/sound.ts'
import type { Announcement } from '../../hall/hall.ts'
import { newId } from '../../ids.ts'
import type { Context } from '../../live/context.ts'
import { actorOf, ask, type HallDoor } from '../ground/ask.ts'
import { meantBody } from '../ground/meant.ts'
import { refuse } from '../ground/problem.ts'
import type { App } from '../ground/request.ts'
import { closed, IdParams } from '../ground/schemas.ts'

const tags = ['announcements']

const SoundCheck = Type.Object(
  {
    id: Type.String(),
    zone: Type.String(),
    status: Type.Enum(['pending', 'playing', 'heard', 'unheard'], {
      type: 'string',
      description: '`heard`: the speaker has played it to the end',
    }),
    ahead: Type.Integer({ description: 'Announcements that are played before it' }),
    speaker: Type.Union(
      [
        Type.Object({ id: Type.String(), label: Type.Union([Type.String(), Type.Null()]) }, closed),
        Type.Null(),
      ],
      { description: 'The display that plays it; null: not chosen yet, or there is none' },
    ),
  },
  closed,
)

/** Adds `POST /api/zones/:id/sound-check` and `GET /api/sound-checks/:id`. */
export function addSoundChecks(app: App, door: HallDoor): void {
  const { hall } = door.context
  const response = { 200: Type.Object({ check: SoundCheck }, closed) }

  app.post(
    '/api/zones/:id/sound-check',
    {
      schema: {
        operationId: 'checkSound',
        summary: 'Test the sound of a zone with an announcement that calls nobody',
        tags,
        params: IdParams,
        body: meantBody({}),
        response,
      },
      config: { key: 'honoured', problems: ['unknown-zone', 'unknown-announcement', 'storage-unavailable'] },
    },
    async (request, reply) => {
      const { id: zone } = request.params
      const command = { type: 'check-sound', zone, announcement: newId() } as const
      return ask(door, request, reply, { command, by: actorOf(request) }, (event) => {
        const made = event?.type === 'sound-checked' ? hall.announcements.get(event.announcement) : undefined
        const check = made ?? openCheck(hall, zone)
        // It was asked for yesterday, with the same key.
        if (!check) return refuse(reply, 'unknown-announcement', { members: { about: zone } })
        return { check: told(door.context, check) }
      })
    },
  )

  app.get(
    '/api/sound-checks/:id',
    {
      schema: {
        operationId: 'getSoundCheck',
        summary: 'The result of one of today’s sound tests',
        tags,
        params: IdParams,
        response,
      },
      config: { problems: ['unknown-announcement'] },
    },
    async (request, reply) => {
      const { id } = request.params
      const check = hall.announcements.get(id)
      if (!check || check.call !== null)
        return refuse(reply, 'unknown-announcement', { members: { about: id } })
      return { check: told(door.context, check) }
    },
  )
}

function told({ hall, devices }: Context, check: Announcement): Static<typeof SoundCheck> {
  const { id, zone, status, sound, speaker } = check
  const label = devices().find((device) => device.id === speaker)?.label ?? null
  const place = (hall.sounds.get(sound) ?? []).indexOf(id)
  return {
    id,
    zone,
    status,
    ahead: Math.max(place, 0),
    speaker: speaker === null ? null : { id: speaker, label },
  }
}
