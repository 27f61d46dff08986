// What is said in the zones: the audio that displays play, and their word that it was heard.
import { Type } from 'typebox'
import { ask, type HallDoor } from './ask.ts'
import { refuse } from './problem.ts'
import type { App } from './request.ts'
import { IdParams, Nothing } from './schemas.ts'

/** Adds `/api/announcements/:id/heard` and `/api/audio/:id`. `audio` gives a WAV file by its name, null if there is none. */
export function addAnnouncements(
  app: App,
  door: HallDoor,
  audio: (name: string) => Promise<Buffer | null>,
): void {
  app.post(
    '/api/announcements/:id/heard',
    {
      schema: {
        operationId: 'hearAnnouncement',
        summary: 'The zone’s speaker has played it to the end',
        tags: ['announcements'],
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
        tags: ['announcements'],
        params: IdParams,
        response: { 200: { content: { 'audio/wav': { schema: Type.String({ format: 'binary' }) } } } },
      },
      config: { problems: ['not-found'] },
    },
    async (request, reply) => {
      const wav = await audio(request.params.id)
      if (!wav) return refuse(reply, 'not-found')
      // Named by its content: it never changes.
      return reply
        .headers({ 'cache-control': 'public, max-age=31536000, immutable', 'content-type': 'audio/wav' })
        .send(wav as unknown as string)
    },
  )
}
