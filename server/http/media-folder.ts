// What managers put into the media folder, and what they take out of it.
import { Readable } from 'node:stream'
import { Type, type Static } from 'typebox'
import type { Media } from '../media/media.ts'
import { isFileName } from '../media/take.ts'
import { meantBody } from './meant.ts'
import { refuse } from './problem.ts'
import { type App, signedIn } from './request.ts'
import { closed, Nothing } from './schemas.ts'

const tags = ['media']
const Name = Type.Object(
  { name: Type.String({ minLength: 1, maxLength: 255, description: 'Of the file' }) },
  closed,
)

export interface MediaFolderParts {
  readonly media: Media
  /** Tells the audit. */
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
      // Only what the list has: no name leads anywhere else.
      const known =
        files.some((file) => file.name === name) ||
        skipped.some((file) => file.name === name && file.why !== 'not-a-file')
      if (!known || !(await media.remove(name))) return refuse(reply, 'unknown-media')
      changed(`staff:${signedIn(request).id}`, 'media-removed', name)
      return {}
    },
  )
}

/** In a scope of its own: here alone a body is no JSON, and comes in as it is read. */
async function addUpload(app: App, { media, changed }: MediaFolderParts): Promise<void> {
  await app.register(async (scope) => {
    scope.addContentTypeParser('application/octet-stream', (_request, payload, done) => done(null, payload))
    scope.post(
      '/api/media',
      {
        schema: {
          operationId: 'addMedia',
          summary: 'Put a file into the media folder, in the place of one of the same name',
          description: 'The body is the file itself, as `application/octet-stream`.',
          tags,
          querystring: Name,
          response: { 200: Nothing },
        },
        config: { problems: ['media-unfit', 'media-too-large', 'no-room'] },
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
