// The files of service standards: sent by a manager, read by those who look after an agency or the hall.
import { Readable } from 'node:stream'
import { Type } from 'typebox'
import type { Documents } from '../../media/documents.ts'
import { Until } from '../ground/meant.ts'
import { refuse } from '../ground/problem.ts'
import type { App } from '../ground/request.ts'
import { closed, IdParams } from '../ground/schemas.ts'
import { fileOf } from '../ground/files.ts'

const tags = ['hall']

/** Adds `/api/standard-files` and `/api/standard-files/:id`. */
export async function addDocuments(app: App, documents: Documents): Promise<void> {
  app.get(
    '/api/standard-files/:id',
    {
      schema: {
        operationId: 'getStandardFile',
        summary: 'A file of a service’s standard',
        tags,
        params: IdParams,
        response: { 200: fileOf() },
      },
      config: { problems: ['unknown-file'] },
    },
    async (request, reply) => {
      const opened = await documents.open(request.params.id)
      if (!opened) return refuse(reply, 'unknown-file')
      const { document, file } = opened
      reply.headers({
        'cache-control': 'private, max-age=86400, immutable',
        'content-type': document.type,
        'content-length': document.size,
        // Without a name: the link that leads here says what the file is called.
        'content-disposition': 'attachment',
        'content-security-policy': "default-src 'none'; sandbox",
        'x-content-type-options': 'nosniff',
      })
      if (request.method === 'HEAD') {
        await file.close()
        return reply.send(Readable.from([]))
      }
      return reply.send(file.createReadStream())
    },
  )

  // In a scope of its own: only here is a body not JSON but read as it arrives.
  await app.register(async (scope) => {
    scope.addContentTypeParser('application/octet-stream', (_request, payload, done) => done(null, payload))
    scope.post(
      '/api/standard-files',
      {
        schema: {
          operationId: 'addStandardFile',
          summary: 'Upload a file for a service’s standard; the plan then names it by its id',
          description:
            'The body is the file itself (PDF or PNG, at most 10 MB), as `application/octet-stream`.',
          tags,
          querystring: Type.Object(Until, closed),
          response: {
            200: Type.Object(
              { id: Type.String(), type: Type.String(), size: Type.Integer({ description: 'Bytes' }) },
              closed,
            ),
          },
        },
        config: { takesFile: true, problems: ['file-unfit', 'file-too-large', 'no-room'] },
      },
      async ({ body }, reply) => {
        const taken = await documents.take(body instanceof Readable ? body : Readable.from([]))
        if (taken === 'broken-off') return refuse(reply, 'bad-request')
        if (taken === 'no-room') return refuse(reply, 'no-room')
        if (typeof taken === 'string')
          return refuse(reply, taken === 'unfit' ? 'file-unfit' : 'file-too-large')
        return taken
      },
    )
  })
}
