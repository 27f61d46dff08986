// The live connection against a fake socket, clock and dice: what a screen knows, and when it says that it does not.
import { describe, expect, it } from 'vitest'
import { connectLive, PAUSE, pauseBefore } from '../../screens/live.ts'
import { reloadGuarded, type SocketEvents } from '../../screens/live-io.ts'
import { PROTOCOL } from '../../screens/protocol.ts'
import { PROTOCOL as SERVER_PROTOCOL } from '../../server/live/protocol.ts'
import { fakeTime } from './fake-time.ts'

interface View {
  calls: string[]
}

const AT = '2026-11-24T01:00:00.000Z'

function screen({ mayReload = true, dice = 0.5, failsToOpen = false } = {}) {
  const time = fakeTime()
  const sockets: { url: string; events: SocketEvents; closed: boolean }[] = []
  const views: View[] = []
  let hint: (() => void) | null = null
  const world = { mayReload, failsToOpen, reloads: 0, hinted: true }
  const live = connectLive<View>({
    topic: 'board:timur',
    onView: (view) => views.push(view),
    io: {
      now: time.now,
      after: time.after,
      random: () => dice,
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
  return { live, time, sockets, views, world, last, say, view, beat, goLive, hint: () => hint?.() }
}

describe('a connection that works', () => {
  it('asks for its topic in the protocol version of the page, which is the server’s', () => {
    expect(screen().last().url).toBe(`ws://hall/api/live?topic=board%3Atimur&v=${PROTOCOL}`)
    expect(PROTOCOL).toBe(SERVER_PROTOCOL)
  })

  it('is connecting until the first view, not until the socket opens', () => {
    const { live, last, view, beat } = screen()
    last().events.opened()
    beat()
    expect(live.freshness.value).toBe('connecting')
    view(1, 'A001')
    expect(live.freshness.value).toBe('live')
    expect(live.view.value).toEqual({ calls: ['A001'] })
  })

  it('tells the server’s time from views and beats', () => {
    const { live, goLive, beat } = screen()
    goLive()
    expect(live.at.value).toBe(AT)
    beat()
    expect(live.at.value).toBe('2026-11-24T01:00:05.000Z')
  })

  it('stays live on beats alone', () => {
    const { live, time, sockets, goLive, beat } = screen()
    goLive()
    for (let beats = 0; beats < 6; beats += 1) {
      time.pass(5_000)
      beat()
    }
    expect(live.freshness.value).toBe('live')
    expect(sockets).toHaveLength(1)
  })

  it('ignores an older view of the same connection, but takes one after a reconnection', () => {
    const { live, time, last, goLive, view } = screen()
    goLive(9)
    view(8, 'OLD')
    expect(live.view.value).toEqual({ calls: ['A001'] })
    last().events.closed(1006)
    time.pass(1_000)
    last().events.opened()
    view(3, 'RESTORED')
    expect(live.view.value).toEqual({ calls: ['RESTORED'] })
  })

  it('never breaks on garbage and does not count it as a sign of life', () => {
    const { live, time, last, say, views, goLive } = screen()
    goLive()
    time.pass(7_000)
    for (const data of ['', '{', 'null', '7', '"view"', '[]', new ArrayBuffer(4), undefined])
      last().events.message(data)
    say({ type: 'view', topic: 'board:barat', seq: 2, at: AT, view: { calls: ['X'] } })
    say({ type: 'view', topic: 'board:timur', seq: '2', at: AT, view: {} })
    say({ type: 'view', topic: 'board:timur', seq: 2, at: AT, view: null })
    say({ type: 'beat' })
    say({ type: 'hello', at: AT })
    expect(views).toEqual([{ calls: ['A001'] }])
    expect(live.freshness.value).toBe('live')
    time.pass(5_000)
    expect(live.freshness.value).toBe('stale')
  })
})

describe('a connection that is lost', () => {
  it('drops a silent socket after 12 s, is stale at once and tries again', () => {
    const { live, time, sockets, goLive } = screen()
    goLive()
    time.pass(11_999)
    expect(live.freshness.value).toBe('live')
    time.pass(1)
    expect(live.freshness.value).toBe('stale')
    expect(sockets[0]?.closed).toBe(true)
    time.pass(500)
    expect(sockets).toHaveLength(2)
  })

  it('is reconnecting first, stale 12 s after the last sign of life, and live again with the next view', () => {
    const { live, time, last, goLive, view } = screen()
    goLive()
    time.pass(2_000)
    last().events.closed(1006)
    expect(live.freshness.value).toBe('reconnecting')
    time.pass(9_999)
    expect(live.freshness.value).toBe('reconnecting')
    time.pass(1)
    expect(live.freshness.value).toBe('stale')
    expect(live.view.value).toEqual({ calls: ['A001'] })
    time.pass(4_000)
    last().events.opened()
    expect(live.freshness.value).toBe('stale')
    view(1, 'A002')
    expect(live.freshness.value).toBe('live')
  })

  it('says so when the server never answered at all', () => {
    const { live, time } = screen()
    time.pass(12_000)
    expect(live.freshness.value).toBe('stale')
  })

  it('gives up on a socket that does not open within 4 s', () => {
    const { time, sockets } = screen()
    time.pass(4_000)
    expect(sockets[0]?.closed).toBe(true)
    time.pass(500)
    expect(sockets).toHaveLength(2)
  })

  it('lives through a browser that throws on opening', () => {
    const { live, time, world, sockets, goLive } = screen({ failsToOpen: true })
    expect(live.freshness.value).toBe('connecting')
    world.failsToOpen = false
    time.pass(500)
    expect(sockets).toHaveLength(1)
    goLive()
    expect(live.freshness.value).toBe('live')
  })

  it('does not listen to a socket it gave up', () => {
    const { live, time, sockets, goLive, say } = screen()
    goLive()
    time.pass(12_500)
    const orphan = sockets[0]
    if (!orphan) throw new Error('the first socket is missing')
    goLive()
    say({ type: 'view', topic: 'board:timur', seq: 99, at: AT, view: { calls: ['GHOST'] } }, orphan)
    orphan.events.closed(4003)
    orphan.events.opened()
    expect(live.view.value).toEqual({ calls: ['A001'] })
    expect(live.refused.value).toBeNull()
    expect(live.freshness.value).toBe('live')
    expect(sockets).toHaveLength(2)
  })
})

describe('the pause before a retry', () => {
  it('grows by half from 0.5 s to 2 s', () => {
    expect([0, 1, 2, 3, 4, 40].map((tries) => pauseBefore(tries, 0.5))).toEqual([
      500, 750, 1125, 1687.5, 2000, 2000,
    ])
  })

  it('is spread by a fifth to both sides', () => {
    expect(pauseBefore(0, 0)).toBeCloseTo(PAUSE.firstMs * 0.8)
    expect(pauseBefore(0, 1)).toBeCloseTo(PAUSE.firstMs * 1.2)
    expect(pauseBefore(9, 1)).toBeCloseTo(2_400)
  })

  it('starts small again only after the connection proved itself', () => {
    const { time, last, sockets, goLive, beat } = screen()
    const pauseAfterLoss = () => {
      const before = sockets.length
      last().events.closed(1006)
      let waited = 0
      while (sockets.length === before && waited < 5_000) {
        time.pass(125)
        waited += 125
      }
      return waited
    }
    goLive()
    expect(pauseAfterLoss()).toBe(500)
    goLive()
    expect(pauseAfterLoss()).toBe(750)
    goLive()
    time.pass(5_000)
    beat()
    expect(pauseAfterLoss()).toBe(500)
  })
})

describe('hints that the network or the page is back', () => {
  it('cut the pause short', () => {
    const { sockets, last, goLive, hint } = screen()
    goLive()
    last().events.closed(1006)
    hint()
    expect(sockets).toHaveLength(2)
    hint()
    expect(sockets).toHaveLength(2)
  })

  it('leave a live connection alone', () => {
    const { live, sockets, goLive, hint } = screen()
    goLive()
    hint()
    expect(sockets).toHaveLength(1)
    expect(live.freshness.value).toBe('live')
  })

  it('replace a connection that fell silent while the device slept, whose timers did not run', () => {
    const { live, time, sockets, goLive, hint } = screen()
    goLive()
    time.sleep(60_000)
    hint()
    expect(live.freshness.value).toBe('stale')
    expect(sockets).toHaveLength(2)
    goLive()
    time.pass(0)
    expect(live.freshness.value).toBe('live')
  })
})

describe('a server that refuses', () => {
  it.each([
    [4003, 'not-allowed'],
    [4004, 'no-such-topic'],
  ] as const)('with %i ends it: %s, stale and no retry', (code, why) => {
    const { live, time, sockets, last, goLive, hint } = screen()
    goLive()
    last().events.closed(code)
    expect(live.refused.value).toBe(why)
    expect(live.freshness.value).toBe('stale')
    time.pass(600_000)
    hint()
    expect(sockets).toHaveLength(1)
  })

  it('with 4001 makes the page reload, once', () => {
    const { time, last, world, sockets } = screen()
    last().events.closed(4001)
    time.pass(30_000)
    expect(world.reloads).toBe(1)
    expect(sockets).toHaveLength(1)
  })

  it('with 4001 just after a reload is asked again a minute later, not in a loop', () => {
    const { live, time, last, world, sockets, goLive } = screen({ mayReload: false })
    last().events.closed(4001)
    expect(world.reloads).toBe(0)
    expect(live.refused.value).toBe('wrong-version')
    time.pass(59_999)
    expect(sockets).toHaveLength(1)
    time.pass(1)
    expect(sockets).toHaveLength(2)
    goLive()
    expect(live.refused.value).toBeNull()
    expect(live.freshness.value).toBe('live')
  })
})

/** A page with storage that outlives reloads and a clock on the wall. */
function page() {
  const kept = new Map<string, string>()
  const world = { clock: 1_700_000_000_000, reloads: 0 }
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (k: string, v: string) => void kept.set(k, v),
  }
  const ask = () =>
    reloadGuarded(
      () => storage,
      () => world.clock,
      () => (world.reloads += 1),
    )
  return { world, ask }
}

function blocked(): never {
  throw new Error('storage is blocked')
}

describe('the guard against reload loops', () => {
  it('lets one reload pass a minute', () => {
    const { world, ask } = page()
    expect([ask(), ask()]).toEqual([true, false])
    world.clock += 60_000
    expect(ask()).toBe(true)
    expect(world.reloads).toBe(2)
  })

  it('is not held shut by a clock that was set back', () => {
    const { world, ask } = page()
    ask()
    world.clock -= 86_400_000
    expect(ask()).toBe(true)
  })

  it('reloads nothing where the browser keeps nothing', () => {
    let reloads = 0
    expect(
      reloadGuarded(
        blocked,
        () => 0,
        () => (reloads += 1),
      ),
    ).toBe(false)
    expect(reloads).toBe(0)
  })
})

it('leaves nothing behind once closed', () => {
  const { live, time, sockets, world, goLive, hint } = screen()
  goLive()
  live.close()
  hint()
  time.pass(60_000)
  expect(sockets.map((socket) => socket.closed)).toEqual([true])
  expect(time.pending()).toEqual([])
  expect(world.hinted).toBe(false)
})
