// The media of the boards: what is in the folder, and which of it a display could not show.
import { Readable } from 'node:stream'
import { type Static, Type } from 'typebox'
import { whys } from '../../media/kind.ts'
import type { Media } from '../../media/media.ts'
import { isFileName } from '../../media/receive.ts'
import { meantBody } from '../ground/meant.ts'
import { refuse } from '../ground/problem.ts'
import { fileOf, pieceOf } from '../ground/files.ts'
import { type App, signedIn } from '../ground/request.ts'
import { IdParams, Nothing, closed } from '../ground/schemas.ts'

const tags = ['media']

const MediaAnswer = Type.Object(
  {
    files: Type.Array(
      Type.Object(
        {
          id: Type.String({ description: 'For `/api/media/<id>`; changes with the content' }),
          name: Type.String(),
          type: Type.String({ description: 'Its type, recognised by content, `image/png`' }),
          size: Type.Integer({ description: 'Bytes' }),
          failedOn: Type.Array(
            Type.Object({ id: Type.String(), label: Type.Union([Type.String(), Type.Null()]) }, closed),
            { description: 'Displays that could not show it' },
          ),
        },
        closed,
      ),
    ),
    skipped: Type.Array(
      Type.Object(
        {
          name: Type.String(),
          size: Type.Integer(),
          why: Type.Enum([...whys], { type: 'string' }),
        },
        closed,
      ),
      { description: 'Files that are not shown, and why' },
    ),
    more: Type.Integer({ description: 'Further files that were not looked at, as there are too many' }),
    fault: Type.Union([Type.String(), Type.Null()], {
      description: 'Why the folder itself cannot be read',
    }),
  },
  closed,
)
export type MediaAnswer = Static<typeof MediaAnswer>

interface Parts extends MediaFolderParts {
  /** What a display is called, by its id. */
  readonly label: (display: string) => string | null
}

/** Adds `/api/media`, `/api/media/:id` and `/api/media/:id/failed`. */
export async function addMedia(app: App, parts: Parts): Promise<void> {
  addList(app, parts)
  addMediaFile(app, parts.media)
  await addMediaFolder(app, parts)
}

function addList(app: App, { media, label }: Parts): void {
  app.get(
    '/api/media',
    {
      schema: {
        operationId: 'getMedia',
        summary: 'What is in the media folder, and which files are not shown and why',
        tags,
        response: { 200: MediaAnswer },
      },
    },
    async () => {
      await media.look()
      const { files, skipped, more, fault, failed } = media.state()
      return {
        files: files.map((file) => ({
          ...file,
          failedOn: [...(failed.get(file.id) ?? [])].map((id) => ({ id, label: label(id) })),
        })),
        skipped: [...skipped],
        more,
        fault,
      }
    },
  )

  app.post(
    '/api/media/:id/failed',
    {
      schema: {
        operationId: 'failMedia',
        summary: 'A display reports that it could not show this file',
        tags,
        params: IdParams,
        body: Nothing,
        response: { 200: Nothing },
      },
      config: { problems: ['unknown-media'] },
    },
    async ({ who: { display }, params: { id } }, reply) => {
      if (!display) throw new Error('not behind the door of displays')
      return media.failed(id, display.id) ? {} : refuse(reply, 'unknown-media')
    },
  )
}

/** Adds `GET /api/media/:id`. */
export function addMediaFile(app: App, media: Media): void {
  app.get(
    '/api/media/:id',
    {
      schema: {
        operationId: 'getMediaFile',
        summary: 'A picture or video for the boards',
        tags: ['media'],
        params: IdParams,
        response: { 200: fileOf(), 206: fileOf() },
      },
      config: { problems: ['unknown-media', 'range-beyond'] },
    },
    async (request, reply) => {
      const opened = await media.open(request.params.id)
      if (!opened) return refuse(reply, 'unknown-media')
      const { file, medium } = opened
      const { size, type } = medium
      const piece = pieceOf(request.headers.range, size)
      const isWhole = piece === null
      if (piece === 'beyond' || request.method === 'HEAD') await file.close()
      if (piece === 'beyond') {
        return refuse(reply.header('content-range', `bytes */${size}`), 'range-beyond')
      }
      const { from, to } = piece ?? { from: 0, to: size - 1 }
      reply.code(isWhole ? 200 : 206).headers({
        'accept-ranges': 'bytes',
        'cache-control': 'public, max-age=31536000, immutable',
        'content-type': type,
        'content-length': to - from + 1,
        // Opened on its own it is a picture and nothing else.
        'content-security-policy': "default-src 'none'; sandbox",
      })
      if (!isWhole) reply.header('content-range', `bytes ${from}-${to}/${size}`)
      if (request.method === 'HEAD') return reply.send(Readable.from([]))
      return reply.send(file.createReadStream({ start: from, end: to }))
    },
  )
}

const Name = Type.Object(
  { name: Type.String({ minLength: 1, maxLength: 255, description: 'Of the file' }) },
  closed,
)

export interface MediaFolderParts {
  readonly media: Media
  /** Told to the audit. */
  readonly changed: (by: `staff:${string}`, action: 'media-added' | 'media-removed', name: string) => void
}

/** Adds `POST` and `DELETE /api/media`. */
export async function addMediaFolder(app: App, parts: MediaFolderParts): Promise<void> {
  addRemoval(app, parts)
  await addUpload(app, parts)
}

function addRemoval(app: App, { media, changed }: MediaFolderParts): void {
  app.delete(
    '/api/media',
    {
      schema: {
        operationId: 'removeMedia',
        summary: 'Remove a file from the media folder',
        tags,
        querystring: meantBody(Name.properties),
        response: { 200: Nothing },
      },
      config: { problems: ['unknown-media'] },
    },
    async (request, reply) => {
      const { name } = request.query
      const { files, skipped } = media.state()
      // Only names on the list, so that no name leads anywhere else.
      const known =
        files.some((file) => file.name === name) ||
        skipped.some((file) => file.name === name && file.why !== 'not-a-file')
      if (!known || !(await media.remove(name))) return refuse(reply, 'unknown-media')
      changed(`staff:${signedIn(request).id}`, 'media-removed', name)
      return {}
    },
  )
}

/** In a scope of its own: only here is a body not JSON but read as it arrives. */
async function addUpload(app: App, { media, changed }: MediaFolderParts): Promise<void> {
  await app.register(async (scope) => {
    scope.addContentTypeParser('application/octet-stream', (_request, payload, done) => done(null, payload))
    scope.post(
      '/api/media',
      {
        schema: {
          operationId: 'addMedia',
          summary: 'Put a file into the media folder, replacing one of the same name',
          description: 'The body is the file itself, as `application/octet-stream`.',
          tags,
          querystring: Name,
          response: { 200: Nothing },
        },
        config: { takesFile: true, problems: ['media-unfit', 'media-too-large', 'no-room'] },
      },
      async (request, reply) => {
        const { name } = request.query as Static<typeof Name>
        const { body } = request
        if (!isFileName(name)) return refuse(reply, 'bad-request', { members: { property: 'name' } })
        const content = body instanceof Readable ? body : Readable.from([])
        const taken = await media.take(name.normalize('NFC'), content)
        if (taken === 'broken-off') return refuse(reply, 'bad-request')
        if (taken === 'no-room') return refuse(reply, 'no-room')
        if ('why' in taken) {
          const isTooLarge = taken.why === 'too-large' || taken.why === 'too-many-pixels'
          return refuse(reply, isTooLarge ? 'media-too-large' : 'media-unfit', {
            members: { why: taken.why },
          })
        }
        changed(`staff:${signedIn(request).id}`, 'media-added', taken.name)
        return {}
      },
    )
  })
}
