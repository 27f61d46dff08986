// The end of a line that was told goodbye. Ending our side is not enough: who does not end the other side would keep it
// open for ever.
import type { Duplex } from 'node:stream'

/** Milliseconds that the last words have to arrive. */
const LINGER = 1_000

const hungUp = new WeakSet<Duplex>()

/** Says the last words, reads away what still comes (unread, it would take them along), and destroys the line. */
export function hangUp(socket: Duplex, lastWords?: string): void {
  if (hungUp.has(socket)) return
  hungUp.add(socket)
  const end = (): void => {
    clearTimeout(timer)
    socket.destroy()
  }
  const timer = setTimeout(end, LINGER).unref()
  // The other side ended too, or the line broke: nothing is left to wait for.
  socket.once('end', end).once('close', end).on('error', end)
  if (lastWords === undefined) socket.end()
  else socket.end(lastWords)
  socket.resume()
}
