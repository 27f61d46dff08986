// How the server stops: what began is finished, then everybody is told, then the connections are closed.
import type { App } from './http/ground/request.ts'

/** Milliseconds. */
const HANG_UP_EVERY = 100

/** Stops these one after the other once the app closes. */
export function stopWith(app: App, inOrder: readonly (() => unknown)[]): void {
  let hangUp: NodeJS.Timeout | undefined
  app.addHook('preClose', async () => {
    // A connection that was busy when the stop began is idle after its answer, and its browser would keep it for a
    // minute.
    hangUp = setInterval(() => app.server.closeIdleConnections(), HANG_UP_EVERY)
    for (const stop of inOrder) await stop()
  })
  app.addHook('onClose', (_app, done) => {
    clearInterval(hangUp)
    done()
  })
}
