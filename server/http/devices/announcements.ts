// The sound of the zones: the audio that displays play, and their reports: ready, started, heard.
import { Type } from 'typebox'
import { whyNotReport } from '../../hall/sound/sound.ts'
import type { Sound } from '../../voice/zones/sound.ts'
import { type SoundState, soundStates } from '../../voice/zones/speakers.ts'
import { ask, type HallDoor, refuseAs } from '../ground/ask.ts'
import { refuse } from '../ground/problem.ts'
import { pieceOf } from '../ground/files.ts'
import type { App } from '../ground/request.ts'
import { closed, IdParams, Nothing } from '../ground/schemas.ts'

const tags = ['announcements']
const wave = { content: { 'audio/wav': { schema: Type.String({ format: 'binary' }) } } }

interface Parts extends HallDoor {
  /** A WAV file by its name, null if there is none. */
  readonly audio: (name: string) => Promise<Buffer | null>
  readonly sound: Pick<Sound, 'ready' | 'started'>
}

/** Adds `/api/announcements/:id/ready`, `/started` and `/heard`, and `/api/audio/:id`. */
export function addAnnouncements(app: App, { audio, sound, ...door }: Parts): void {
  const { hall } = door.context

  app.post(
    '/api/announcements/:id/ready',
    {
      schema: {
        operationId: 'readyAnnouncement',
        summary: 'The zone’s speaker reports that it is ready, and whether it can be heard',
        tags,
        params: IdParams,
        body: Type.Object(
          {
            sound: Type.Optional(
              Type.Enum([...soundStates], {
                type: 'string',
                default: 'ready',
                description: 'Anything but `ready` and `unknown`: another display should play it',
              }),
            ),
          },
          closed,
        ),
        response: { 200: Nothing },
      },
      config: { problems: ['unknown-announcement'] },
    },
    async (request, reply) => {
      const { id } = request.params
      const device = displayOf(request.who)
      const refusal = whyNotReport(hall, id, device)
      if (refusal) return refuseAs(reply, refusal)
      sound.ready(id, device, (request.body.sound ?? 'ready') satisfies SoundState)
      return {}
    },
  )

  app.post(
    '/api/announcements/:id/started',
    {
      schema: {
        operationId: 'startAnnouncement',
        summary: 'The zone’s speaker reports that it has begun to play the announcement',
        tags,
        params: IdParams,
        body: Nothing,
        response: { 200: Nothing },
      },
      config: { problems: ['unknown-announcement'] },
    },
    async (request, reply) => {
      const { id } = request.params
      const device = displayOf(request.who)
      const refusal = whyNotReport(hall, id, device)
      if (refusal) return refuseAs(reply, refusal)
      sound.started(id, device)
      return {}
    },
  )

  app.post(
    '/api/announcements/:id/heard',
    {
      schema: {
        operationId: 'hearAnnouncement',
        summary: 'The zone’s speaker reports that it has played the announcement to the end',
        tags,
        params: IdParams,
        body: Nothing,
        response: { 200: Nothing },
      },
      config: { key: 'honoured', problems: ['unknown-announcement', 'storage-unavailable'] },
    },
    async (request, reply) => {
      const { display } = request.who
      if (!display) throw new Error('not behind the door of displays')
      const { id: device, zone } = display
      const command = { type: 'hear-announcement', announcement: request.params.id, device, zone } as const
      return ask(door, request, reply, { command, by: `device:${device}` }, () => ({}))
    },
  )

  app.get(
    '/api/audio/:id',
    {
      schema: {
        operationId: 'getAudio',
        summary: 'An announcement as WAV',
        tags,
        params: IdParams,
        response: { 200: wave, 206: wave },
      },
      config: { problems: ['not-found', 'range-beyond'] },
    },
    async (request, reply) => {
      const wav = await audio(request.params.id)
      if (!wav) return refuse(reply, 'not-found')
      // Named after its content, so it never changes.
      reply.headers({ 'accept-ranges': 'bytes', 'cache-control': 'public, max-age=31536000, immutable' })
      const piece = pieceOf(request.headers.range, wav.length)
      if (piece === 'beyond') {
        reply.headers({ 'cache-control': 'no-store', 'content-range': `bytes */${wav.length}` })
        return refuse(reply, 'range-beyond')
      }
      reply.header('content-type', 'audio/wav')
      if (piece === null) return reply.send(wav as unknown as string)
      const { from, to } = piece
      return reply
        .code(206)
        .header('content-range', `bytes ${from}-${to}/${wav.length}`)
        .send(wav.subarray(from, to + 1) as unknown as string)
    },
  )
}

function displayOf({ display }: { display: { id: string } | null }): string {
  if (!display) throw new Error('not behind the door of displays')
  return display.id
}
