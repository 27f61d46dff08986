// One intent is one ticket; and a ticket whose answer came too late is given back.
import { describe, expect, it } from 'vitest'
import { createTicket, type Taken, type TicketIo, type Wish } from '../../kiosk-ui/ticket.ts'
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

/** A server that answers tickets when told to, in order; cancelling works always. */
function server() {
  const sent: { path: string; key: string }[] = []
  const waiting: ((outcome: Outcome<Taken>) => void)[] = []
  let keys = 0
  const io: TicketIo = {
    send<T>(_method: string, path: string, _body: unknown, key: string) {
      sent.push({ path, key })
      if (path !== '/api/visits') return Promise.resolve({ ok: true, data: {} as T })
      return new Promise<Outcome<T>>((resolve) => {
        waiting.push((outcome) => resolve(outcome as Outcome<T>))
      })
    },
    newKey: () => `key${(keys += 1)}`,
    after: (_ms, run) => void setTimeout(run, 0),
  }
  async function answer(outcome: Outcome<Taken>): Promise<void> {
    const resolve = waiting.shift()
    if (!resolve) throw new Error('nobody waits for an answer')
    resolve(outcome)
    await new Promise((done) => {
      setTimeout(done, 5)
    })
  }
  const keysSent = () => sent.filter(({ path }) => path === '/api/visits').map(({ key }) => key)
  return { io, sent, answer, keysSent }
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
