// A file of the media folder for whoever looks at a board: bytes as they are, in whole or in part.
import { Readable } from 'node:stream'
import { Type } from 'typebox'
import type { Media } from '../media/media.ts'
import { refuse } from './problem.ts'
import { pieceOf } from './range.ts'
import type { App } from './request.ts'
import { IdParams } from './schemas.ts'

/** Adds `GET /api/media/:id`. */
export function addMediaFile(app: App, media: Media): void {
  const bytes = Type.Unknown({ description: 'The file' })
  app.get(
    '/api/media/:id',
    {
      schema: {
        operationId: 'getMediaFile',
        summary: 'A picture or video of the boards',
        tags: ['media'],
        params: IdParams,
        response: { 200: bytes, 206: bytes },
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
        // Opened by itself it is a picture and nothing else.
        'content-security-policy': "default-src 'none'; sandbox",
      })
      if (!isWhole) reply.header('content-range', `bytes ${from}-${to}/${size}`)
      if (request.method === 'HEAD') return reply.send(Readable.from([]))
      return reply.send(file.createReadStream({ start: from, end: to }))
    },
  )
}
