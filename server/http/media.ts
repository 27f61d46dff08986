// The media of the boards: what is in the folder, and which of it a display could not show.
import { Type, type Static } from 'typebox'
import { whys } from '../media/kind.ts'
import { addMediaFile } from './media-file.ts'
import { addMediaFolder, type MediaFolderParts } from './media-folder.ts'
import { refuse } from './problem.ts'
import type { App } from './request.ts'
import { closed, IdParams, Nothing } from './schemas.ts'

const tags = ['media']

const MediaAnswer = Type.Object(
  {
    files: Type.Array(
      Type.Object(
        {
          id: Type.String({ description: 'For `/api/media/<id>`; another content has another one' }),
          name: Type.String(),
          type: Type.String({ description: 'What it is by its content, `image/png`' }),
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
    more: Type.Integer({ description: 'Further files that nobody looked at: there are too many' }),
    fault: Type.Union([Type.String(), Type.Null()], {
      description: 'Why the folder itself can not be read',
    }),
  },
  closed,
)
export type MediaAnswer = Static<typeof MediaAnswer>

interface Parts extends MediaFolderParts {
  /** What a display is called. */
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
        summary: 'What is in the media folder, and which of it is not shown and why',
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
        summary: 'A display could not show it',
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
