// How a live connection is tried again: after which pause, at which hints, and when it is not.
import { describe, expect, it } from 'vitest'
import { PAUSE, pauseBefore } from '../../screens/live.ts'
import { screen } from './live-screen.ts'

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
    const { time, last, sockets, goLive, beat, view } = screen()
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
    goLive()
    // Since its first view, however many came after that.
    for (let views = 2; views < 7; views += 1) {
      time.pass(1_000)
      view(views, 'A002')
    }
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
    time.pass(60_000)
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
