// A kiosk says how it is: once when its page is loaded and every minute after.
import { Type } from 'typebox'
import type { Reports } from '../access/reports.ts'
import type { App } from './request.ts'
import { closed, Nothing } from './schemas.ts'

const Pixels = Type.Integer({ minimum: 1, maximum: 100_000 })

/** Adds `/api/devices/report`. Nothing of it is written to the disk. */
export function addDeviceReports(app: App, reports: Pick<Reports, 'add'>): void {
  app.post(
    '/api/devices/report',
    {
      schema: {
        operationId: 'reportDevice',
        summary: 'A kiosk says that it is well, and which page it shows',
        tags: ['devices'],
        body: Type.Object(
          {
            kind: Type.Literal('kiosk'),
            /** Of the page that is shown, which may be older than the server. */
            version: Type.String({ minLength: 1, maxLength: 40 }),
            screen: Type.Optional(Type.Object({ width: Pixels, height: Pixels }, closed)),
          },
          closed,
        ),
        response: { 200: Nothing },
      },
    },
    async ({ who: { kiosk }, body: { version, screen } }) => {
      if (!kiosk) throw new Error('not behind the door of kiosks')
      reports.add(kiosk.id, { version, screen: screen ?? null })
      return {}
    },
  )
}
