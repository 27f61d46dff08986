// A screen's live connection against a fake socket, clock and dice.
import { connectLive, type SocketEvents } from '../../screens/live.ts'
import { fakeTime } from './fake-time.ts'

interface View {
  calls: string[]
}

/** What a view says about the time. */
export const AT = '2026-11-24T01:00:00.000Z'

/** A screen on the board of a zone. */
export function screen({ mayReload = true, dice = 0.5, failsToOpen = false } = {}) {
  const time = fakeTime()
  const sockets: { url: string; events: SocketEvents; closed: boolean }[] = []
  const views: View[] = []
  const heard: string[] = []
  let hint: (() => void) | null = null
  const world = { mayReload, failsToOpen, reloads: 0, hinted: true }
  const live = connectLive<View>({
    topic: 'board:timur',
    onView: (view) => views.push(view),
    io: {
      now: time.now,
      after: time.after,
      random: () => dice,
      heard: (at) => void heard.push(at),
      defaultUrl: () => 'ws://hall/api/live',
      openSocket(url, events) {
        if (world.failsToOpen) throw new Error('no socket here')
        const socket = { url, events, closed: false }
        sockets.push(socket)
        return {
          close() {
            socket.closed = true
          },
        }
      },
      onHint(given) {
        hint = given
        return () => {
          world.hinted = false
        }
      },
      reloadPage() {
        if (world.mayReload) world.reloads += 1
        return world.mayReload
      },
    },
  })
  const last = () => {
    const socket = sockets[sockets.length - 1]
    if (!socket) throw new Error('no socket was opened')
    return socket
  }
  const say = (message: unknown, socket = last()) => socket.events.message(JSON.stringify(message))
  const view = (seq: number, ...calls: string[]) =>
    say({ type: 'view', topic: 'board:timur', seq, at: AT, view: { calls } })
  const beat = () => say({ type: 'beat', at: '2026-11-24T01:00:05.000Z' })
  const goLive = (seq = 1) => {
    last().events.opened()
    view(seq, 'A001')
  }
  return { live, time, sockets, views, heard, world, last, say, view, beat, goLive, hint: () => hint?.() }
}
