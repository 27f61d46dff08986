// One intention is one ticket; and a ticket whose answer came too late is given back.
import { describe, expect, it, vi } from 'vitest'
import type { KeptIntent, Taken, Wish } from '../../kiosk-ui/kept.ts'
import { createTicket, SHOWN_FOR_MS, type TicketIo } from '../../kiosk-ui/ticket.ts'
import type { Outcome, Problem } from '../../screens/command.ts'

const wish: Wish = { services: ['kk'], missing: [], priority: false, comeToMe: false, language: 'id' }
const other: Wish = { ...wish, services: ['kk', 'ktp'] }
const taken: Outcome<Taken> = {
  ok: true,
  data: {
    visit: {
      id: 'v1',
      number: 'A001',
      token: 'secret',
      takenAt: '2026-11-24T02:00:00Z',
      priority: false,
      url: null,
      steps: [{ id: 's1', service: 'kk', status: 'waiting', ahead: 0 }],
    },
    slip: { status: 'none', noted: false, printer: null, why: null },
  },
}
const refusal = (status: number, code: string): { ok: false; problem: Problem } => ({
  ok: false,
  problem: { status, code, title: code, detail: '' },
})
const offline = refusal(0, 'offline')

const UNTIL = '2026-11-24T02:00:08.000Z'

/** A server that answers tickets when told to, in order; cancelling always works. `kept`: what the device stored. */
function server(kept: KeptIntent[] = []) {
  const device = { kept, now: Date.parse('2026-11-24T02:00:00Z') }
  const sent: { path: string; key: string; body: unknown }[] = []
  const waiting: ((outcome: Outcome<Taken>) => void)[] = []
  let keys = 0
  const io: TicketIo = {
    send<T>(_method: string, path: string, body: unknown, key: string) {
      sent.push({ path, key, body })
      if (path !== '/api/visits') return Promise.resolve({ ok: true, data: {} as T })
      return new Promise<Outcome<T>>((resolve) => {
        waiting.push((outcome) => resolve(outcome as Outcome<T>))
      })
    },
    newKey: () => `key${(keys += 1)}`,
    after: (_ms, run) => void setTimeout(run, 0),
    givenUpAt: () => UNTIL,
    wallClock: () => device.now,
    kept: { read: () => device.kept, write: (intents) => void (device.kept = [...intents]) },
  }
  async function answer(outcome: Outcome<Taken>): Promise<void> {
    // Asking again happens a moment later.
    await vi.waitFor(() => expect(waiting.length).toBeGreaterThan(0), 20_000)
    waiting.shift()?.(outcome)
    await new Promise((done) => {
      setTimeout(done, 5)
    })
  }
  const keysSent = () => sent.filter(({ path }) => path === '/api/visits').map(({ key }) => key)
  return { io, sent, answer, keysSent, device }
}

describe('a ticket', () => {
  it('is sent once for two taps', async () => {
    const { io, answer, keysSent } = server()
    const ticket = createTicket(io)
    const first = ticket.take(wish)
    expect(await ticket.take(wish)).toBeNull()
    await answer(taken)
    expect((await first)?.visit.number).toBe('A001')
    expect(keysSent()).toEqual(['key1'])
  })

  it('is asked for again under the same key when nobody answered', async () => {
    const { io, answer, keysSent } = server()
    const ticket = createTicket(io)
    const first = ticket.take(wish)
    await answer(offline)
    expect(await first).toBeNull()
    expect(ticket.state.value).toMatchObject({ status: 'refused', problem: { code: 'offline' } })
    const second = ticket.take(wish)
    await answer(taken)
    expect(await second).not.toBeNull()
    expect(keysSent()).toEqual(['key1', 'key1'])
  })

  it('has a key of its own for the next visitor', async () => {
    const { io, answer, keysSent } = server()
    const ticket = createTicket(io)
    void ticket.take(wish)
    await answer(taken)
    void ticket.take(wish)
    await answer(taken)
    expect(keysSent()).toEqual(['key1', 'key2'])
  })

  it('that nobody answered is given back when the choice changes', async () => {
    const { io, sent, answer, keysSent } = server()
    const ticket = createTicket(io)
    void ticket.take(wish)
    await answer(offline)
    void ticket.take(other)
    expect(keysSent()).toEqual(['key1', 'key1', 'key2'])
    await answer(taken)
    expect(sent.map(({ path }) => path)).toContain('/api/visits/secret/cancel')
  })

  it('that arrives after the visitor left is not shown and is given back', async () => {
    const { io, sent, answer } = server()
    const ticket = createTicket(io)
    const late = ticket.take(wish)
    ticket.forget()
    await answer(taken)
    expect(await late).toBeNull()
    await answer(offline)
    await answer(taken)
    expect(sent.map(({ path }) => path)).toEqual([
      '/api/visits',
      '/api/visits',
      '/api/visits',
      '/api/visits/secret/cancel',
    ])
  })

  it('that was refused, tapped again and left behind is given back: the second tap may have brought a number', async () => {
    const { io, sent, answer } = server()
    const ticket = createTicket(io)
    void ticket.take(wish)
    await answer(refusal(422, 'service-closed'))
    const again = ticket.take(wish)
    ticket.forget()
    await answer(taken)
    expect(await again).toBeNull()
    // Asked once more what became of it, as nobody waits for the first answer now.
    await answer(taken)
    expect(sent.map(({ path }) => path)).toEqual([
      '/api/visits',
      '/api/visits',
      '/api/visits',
      '/api/visits/secret/cancel',
    ])
  })

  it('that was refused is forgotten without another word', async () => {
    const { io, answer, keysSent } = server()
    const ticket = createTicket(io)
    void ticket.take(wish)
    await answer(refusal(422, 'service-closed'))
    expect(ticket.state.value.status).toBe('refused')
    ticket.forget()
    expect(ticket.state.value.status).toBe('idle')
    expect(keysSent()).toEqual(['key1'])
  })
})

describe('a kiosk that reloads while it waits', () => {
  /** Pressed and unanswered; what the page knew is gone, what the device stored is not. */
  function loadedAnew(left = false) {
    const before = server()
    const ticket = createTicket(before.io)
    void ticket.take(wish)
    if (left) ticket.forget()
    const now = server(before.device.kept)
    return { ...now, ticket: createTicket(now.io) }
  }
  const shown: Taken[] = []
  const show = (isFree: boolean) => (taken: Taken) => {
    if (isFree) shown.push(taken)
    return isFree
  }
  const printed = (status: 'none' | 'queued' | 'printed' | 'failed'): Outcome<Taken> => {
    if (!taken.ok) throw new Error('no ticket')
    return { ok: true, data: { ...taken.data, slip: { ...taken.data.slip, status } } }
  }
  const paths = (sent: { path: string }[]) => sent.map(({ path }) => path)
  const ASKED = ['/api/visits']
  const GIVEN_BACK = ['/api/visits', '/api/visits/secret/cancel']

  it('[Q8] a number that a kiosk asked for before it reloaded is shown, or given back', async () => {
    const { ticket, sent, answer, device } = loadedAnew()
    device.now += SHOWN_FOR_MS - 1
    shown.length = 0
    const done = ticket.recover(show(true))
    // Under the same key: one number, one slip. With the expired time: what never arrived is not taken now.
    expect(sent).toEqual([{ path: '/api/visits', key: 'key1', body: { ...wish, notAfter: UNTIL } }])
    await answer(taken)
    await done
    expect(shown.map(({ visit }) => visit.number)).toEqual(['A001'])
    expect(paths(sent)).toEqual(ASKED)
    expect(device.kept).toEqual([])
  })

  it.each([
    ['its visitor will have gone', { later: SHOWN_FOR_MS, isFree: true, left: false }],
    ['the clock was set back', { later: -1, isFree: true, left: false }],
    ['somebody else has begun', { later: 0, isFree: false, left: false }],
    ['its visitor had left before', { later: 0, isFree: true, left: true }],
  ])(
    '[Q8] a number that a kiosk asked for before it reloaded is shown, or given back: %s',
    async (_, { later, isFree, left }) => {
      const { ticket, sent, answer, device } = loadedAnew(left)
      device.now += later
      shown.length = 0
      const done = ticket.recover(show(isFree))
      await answer(offline)
      await answer(printed('none'))
      await done
      expect(shown).toEqual([])
      expect(paths(sent)).toEqual(['/api/visits', ...GIVEN_BACK])
      expect(device.kept).toEqual([])
    },
  )

  it.each([
    ['printed', ASKED],
    ['queued', ASKED],
    ['failed', GIVEN_BACK],
    ['none', GIVEN_BACK],
  ] as const)(
    '[Q8] a number that a kiosk asked for before it reloaded is shown, or given back: a slip that is %s',
    async (status, expected) => {
      const { ticket, sent, answer, device } = loadedAnew()
      device.now += SHOWN_FOR_MS
      const done = ticket.recover(show(true))
      await answer(printed(status))
      await done
      expect(paths(sent)).toEqual(expected)
    },
  )

  it('what never arrived is nothing, and what was answered is not asked again', async () => {
    const { ticket, sent, answer, device } = loadedAnew()
    const done = ticket.recover(show(true))
    await answer(refusal(409, 'too-late'))
    await done
    expect(device.kept).toEqual([])
    await ticket.recover(show(true))
    expect(paths(sent)).toEqual(ASKED)
  })

  it('what the server can no longer know is forgotten; a kiosk that is not enrolled at the moment keeps it', async () => {
    const old = loadedAnew()
    old.device.now += 86_400_000
    await old.ticket.recover(show(true))
    expect([old.sent, old.device.kept]).toEqual([[], []])
    const stranger = loadedAnew()
    const done = stranger.ticket.recover(show(true))
    await stranger.answer(refusal(401, 'not-signed-in'))
    await done
    expect(stranger.device.kept).toHaveLength(1)
  })
})
