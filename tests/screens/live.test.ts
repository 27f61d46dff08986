// The live connection: what a screen knows, and when it says that it does not.
import { describe, expect, it } from 'vitest'
import { PROTOCOL } from '../../screens/live.ts'
import { PROTOCOL as SERVER_PROTOCOL } from '../../server/live/protocol.ts'
import { AT, screen } from './live-screen.ts'

describe('a connection that works', () => {
  it('asks for its topic in the protocol version of the page, which is the server’s', () => {
    expect(screen().last().url).toMatch(
      new RegExp(`^ws://hall/api/live\\?topic=board%3Atimur&v=${PROTOCOL}&clock=\\d+$`),
    )
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
    const { live, goLive, beat, heard } = screen()
    goLive()
    expect(live.at.value).toBe(AT)
    beat()
    expect(live.at.value).toBe('2026-11-24T01:00:05.000Z')
    // The hall's clock of the screen goes by the same.
    expect(heard).toEqual([AT, '2026-11-24T01:00:05.000Z'])
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
    const { live, time, last, goLive, view, views } = screen()
    goLive(9)
    view(8, 'OLD')
    expect(live.view.value).toEqual({ calls: ['A001'] })
    expect(views).toEqual([{ calls: ['A001'] }])
    last().events.closed(1006)
    time.pass(1_000)
    last().events.opened()
    view(3, 'RESTORED')
    expect(live.view.value).toEqual({ calls: ['RESTORED'] })
  })

  it('takes a newer view of the same event: a printer out of paper is no event, and changes what is shown', () => {
    const { live, goLive, view } = screen()
    goLive(9)
    view(9, 'PAPER')
    expect(live.view.value).toEqual({ calls: ['PAPER'] })
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
    const shown: string[] = []
    live.freshness.subscribe((one) => void shown.push(one))
    goLive()
    time.pass(11_999)
    expect(live.freshness.value).toBe('live')
    time.pass(1)
    expect(live.freshness.value).toBe('stale')
    expect(shown).toEqual(['connecting', 'live', 'stale'])
    expect(sockets[0]?.closed).toBe(true)
    time.pass(500)
    expect(sockets).toHaveLength(2)
  })

  it('drops a socket that opens and then says nothing for 12 s', () => {
    const { time, last, sockets } = screen()
    last().events.opened()
    time.pass(12_000)
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

it('leaves nothing behind once closed', () => {
  const { live, time, sockets, world, goLive, hint } = screen()
  goLive()
  live.close()
  expect(time.pending()).toEqual([])
  hint()
  time.pass(60_000)
  expect(sockets.map((socket) => socket.closed)).toEqual([true])
  expect(time.pending()).toEqual([])
  expect(world.hinted).toBe(false)
})
