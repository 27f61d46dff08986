// A manager goes on with a journal that a start found damaged: a back-up that was restored, or what is left.
import { type HallDoor, actorOf, ask } from '../ground/ask.ts'
import { meantBody } from '../ground/meant.ts'
import { refuse } from '../ground/problem.ts'
import type { App } from '../ground/request.ts'
import { Nothing } from '../ground/schemas.ts'

interface JournalParts extends HallDoor {
  /** Told once it is recorded. */
  readonly confirmed: () => void
}

/** Adds `/api/journal/confirm`. */
export function addJournal(app: App, { confirmed, ...door }: JournalParts): void {
  app.post(
    '/api/journal/confirm',
    {
      schema: {
        operationId: 'confirmJournal',
        summary: 'This is the back-up we chose: go on with the journal, without what is missing from it',
        tags: ['hall'],
        body: meantBody({}),
        response: { 200: Nothing },
      },
      config: { key: 'honoured', problems: ['nothing-damaged', 'storage-unavailable'] },
    },
    async (request, reply) => {
      const damages = door.context.damages()
      const times = (instants: readonly (number | null)[]) => instants.filter((instant) => instant !== null)
      const from = times(damages.map((one) => one.from)).sort((a, b) => a - b)
      const to = times(damages.map((one) => one.to)).sort((a, b) => b - a)
      const missing = damages.flatMap(({ kind, count }) =>
        kind === 'missing' && count !== null ? [count] : [],
      )
      const command = {
        type: 'choose-back-up',
        damaged: damages.length > 0,
        from: from[0] ?? null,
        to: to[0] ?? null,
        missing: missing.length === 0 ? null : missing.reduce((sum, count) => sum + count),
      } as const
      return ask(door, request, reply, { command, by: actorOf(request) }, () => {
        confirmed()
        return {}
      })
    },
  )
}

/** While the journal's files are missing, no command gets past this point, not even one about people or devices. */
export function refuseWhileGone(app: App, { storageGone }: Pick<HallDoor['context'], 'storageGone'>): void {
  app.addHook('onRequest', ({ method }, reply, done) => {
    if (storageGone() && method !== 'GET' && method !== 'HEAD')
      return refuse(reply, 'storage-unavailable', { retryAfter: 5 })
    done()
  })
}
