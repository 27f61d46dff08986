// The hall's clock on a page, and the commands that use it to say until when they are meant.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { CommandIo } from '../../screens/command.ts'
import { forgetHallTime, hallTime, hearHallTime } from '../../screens/hall-clock.ts'
import { givenUpAt, press } from '../../screens/press.ts'

const EIGHT = Date.parse('2026-11-24T08:00:00.000Z')
const iso = (at: number) => new Date(at).toISOString()

beforeEach(forgetHallTime)
afterEach(forgetHallTime)

describe('the hall’s clock', () => {
  it('is not known before the server said anything', () => {
    expect([hallTime(), givenUpAt()]).toEqual([null, null])
  })

  it('is what the server said, carried on by the device’s own', () => {
    hearHallTime(iso(EIGHT), 1_000)
    expect(hallTime(4_500)).toBe(EIGHT + 3_500)
  })

  it('a message that was kept on its way for long does not set it back', () => {
    hearHallTime(iso(EIGHT), 1_000)
    hearHallTime(iso(EIGHT + 5_000), 21_000)
    expect(hallTime(21_000)).toBe(EIGHT + 20_000)
  })

  it('is never ahead of the server’s for longer than a minute of beats, whatever the server’s did', () => {
    hearHallTime(iso(EIGHT), 0)
    for (let beat = 1; beat <= 12; beat += 1) hearHallTime(iso(EIGHT - 60_000 + beat * 5_000), beat * 5_000)
    expect(hallTime(60_000)).toBe(EIGHT)
  })

  it('begins again with a new connection, and ignores garbage', () => {
    hearHallTime(iso(EIGHT), 0)
    forgetHallTime()
    hearHallTime('soon', 0)
    expect(hallTime(0)).toBeNull()
  })
})

describe('what a person presses', () => {
  function sent() {
    const requests: { path: string; body: unknown }[] = []
    const io: CommandIo = {
      now: () => 0,
      after: () => () => {},
      fetch(path, { body }) {
        requests.push({ path, body: body === undefined ? undefined : JSON.parse(String(body)) })
        return Promise.resolve(new Response('{}'))
      },
    }
    return { io, requests }
  }

  it('[E5] a command that nobody waits for any more does nothing: it says until when the screen waits', async () => {
    const { io, requests } = sent()
    const told = performance.now()
    hearHallTime(iso(EIGHT), told)
    await press('POST', '/a', { services: ['kk'] }, { io })
    await press('POST', '/b', {}, { io, limitMs: 2_000 })
    const bodies = requests.map(({ body }) => body as { notAfter: string })
    expect(bodies[0]).toEqual({ services: ['kk'], notAfter: expect.any(String) })
    const [eight = 0, two = 0] = bodies.map(({ notAfter }) => Date.parse(notAfter) - EIGHT)
    expect(eight).toBeGreaterThanOrEqual(8_000)
    expect(two - eight).toBeLessThan(0)
    expect(two).toBeGreaterThanOrEqual(2_000)
  })

  it('in the address where it has no body, and not at all where the hall’s clock is not known', async () => {
    const { io, requests } = sent()
    await press('DELETE', '/api/media?name=a.png', undefined, { io })
    await press('POST', '/a', undefined, { io })
    hearHallTime(iso(EIGHT))
    await press('DELETE', '/api/media?name=a.png', undefined, { io })
    await press('DELETE', '/api/session', undefined, { io })
    expect(requests.slice(0, 2)).toEqual([
      { path: '/api/media?name=a.png', body: undefined },
      { path: '/a', body: {} },
    ])
    expect(requests[2]?.path).toMatch(/^\/api\/media\?name=a\.png&notAfter=2026-11-24T08%3A00/)
    expect(requests[3]?.path).toMatch(/^\/api\/session\?notAfter=2026/)
  })
})
