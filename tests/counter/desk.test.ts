// A counter as the browser operates it: one command at a time, a double press is one press, only the server is right.
import { signal } from '@preact/signals'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { openDesk, SLOW_MS, type Desk, type DeskIo, type Order } from '../../counter-ui/panel/desk.ts'
import { SAME_PRESS_MS } from '../../screens/press.ts'
import type { Outcome, Problem } from '../../screens/command.ts'
import type { Freshness, Live } from '../../screens/live.ts'
import type { CounterView } from '../../server/live/counter.ts'
import { fakeTime } from '../screens/fake-time.ts'
import { counterView, current, row } from './view.ts'

type Answer = { counter: CounterView; seq: number; call?: unknown }

const BEFORE = '2026-11-24T01:00:00.000Z'
const UNTIL = '2026-11-24T01:00:08.000Z'
const AFTER = '2026-11-24T01:00:08.001Z'

let sent: { path: string; body: unknown; key: string; answer: (outcome: Outcome<Answer>) => void }[]
let push: (view: CounterView, seq?: number, at?: string) => void
let signedOut: number
const freshness = signal<Freshness>('live')
const at = signal<string | null>(null)
/** When this page gives up what it sends now. */
let until: string | null
let time: ReturnType<typeof fakeTime>
let desk: Desk

const io: DeskIo = {
  connect(_topic, onView) {
    push = (view, seq = 1, told = BEFORE) => {
      at.value = told
      onView(view, seq)
    }
    return { freshness, at } as Live<CounterView>
  },
  command: (path, body, key) =>
    new Promise((answer) => {
      sent.push({ path, body, key, answer })
    }),
  givenUpAt: () => until,
  after: (ms, run) => time.after(ms, run),
}

const problem = (changed: Partial<Problem>): Outcome<Answer> => ({
  ok: false,
  problem: { status: 409, code: 'counter-busy', title: '', detail: 'Masih ada yang dilayani.', ...changed },
})
const done = (view: CounterView, call?: unknown, seq = 2): Outcome<Answer> => ({
  ok: true,
  data: { counter: view, seq, ...(call === undefined ? {} : { call }) },
})

/** Sends an order, which the server answers at once. */
async function order(path: string, outcome: Outcome<Answer>, source: 'key  ' | 'pointer' = 'key  ') {
  const result = desk.send({ path }, source)
  sent.at(-1)?.answer(outcome)
  return result
}

beforeEach(() => {
  sent = []
  signedOut = 0
  freshness.value = 'live'
  until = UNTIL
  time = fakeTime()
  desk = openDesk('loket-1', { onView: () => {}, onSignedOut: () => (signedOut += 1) }, io)
  push(counterView({ next: [row()] }))
})

describe('what is shown', () => {
  test('is the live view', () => {
    push(counterView({ waiting: 7 }))
    expect(desk.view.value?.waiting).toBe(7)
  })

  test('is the view of an answer as soon as it is there', async () => {
    await order('call-next', done(counterView({ current: current() }), { id: 'call-1' }))
    expect(desk.view.value?.current?.number).toBe('A001')
    expect(desk.nobody.value).toBe(false)
  })

  test('is not what an answer says that was overtaken: somebody went on since', async () => {
    const first = desk.send({ path: 'close' }, 'pointer')
    push(counterView({ waiting: 4 }), 3)
    sent[0]?.answer(done(counterView({ waiting: 2 }), undefined, 2))
    expect(await first).toBe(true)
    expect(desk.view.value?.waiting).toBe(4)
    // A server whose data were restored from an older state counts from there.
    push(counterView({ waiting: 1 }), 1)
    expect(desk.view.value?.waiting).toBe(1)
  })

  test('says that nobody was found when the call is null', async () => {
    await order('call-next', done(counterView(), null))
    expect(desk.nobody.value).toBe(true)
  })
})

describe('one command at a time', () => {
  test('a second order while one is under way is not sent', async () => {
    const first = desk.send({ path: 'call-next' }, 'key  ')
    expect(await desk.send({ path: 'recall' }, 'pointer')).toBe(false)
    expect(sent.map(({ path }) => path)).toEqual(['/api/counters/loket-1/call-next'])
    sent[0]?.answer(done(counterView()))
    expect(await first).toBe(true)
  })

  test('a double press is one press, though the key means something else after the answer', async () => {
    await order('call-next', done(counterView({ current: current() })))
    expect(await desk.send({ path: 'start' }, 'key  ')).toBe(false)
    expect(sent).toHaveLength(1)
  })

  test('another key may follow at once, the same one after a moment', async () => {
    await order('call-next', done(counterView({ current: current() })))
    await order('undo', done(counterView()), 'pointer')
    time.pass(SAME_PRESS_MS)
    await order('call-next', done(counterView({ current: current() })))
    expect(sent.map(({ path }) => path.split('/').pop())).toEqual(['call-next', 'undo', 'call-next'])
  })

  test('the Enter that sent a form does not press what lay behind it', async () => {
    const held = desk.send({ path: 'hold' }, 'form')
    sent[0]?.answer(done(counterView()))
    await held
    expect(await desk.send({ path: 'call-next' }, 'key Enter')).toBe(false)
    time.pass(SAME_PRESS_MS)
    void desk.send({ path: 'call-next' }, 'key Enter')
    expect(sent).toHaveLength(2)
  })

  test('each order has a key of its own', async () => {
    await order('call-next', done(counterView()))
    time.pass(SAME_PRESS_MS)
    await order('call-next', done(counterView()))
    expect(sent[0]?.key).not.toBe(sent[1]?.key)
  })
})

describe('what is said meanwhile', () => {
  test('that there is no answer yet, within three seconds, until there is', async () => {
    const first = desk.send({ path: 'call-next' }, 'key  ')
    time.pass(3_000)
    expect(desk.slow.value).toBe(true)
    sent[0]?.answer(done(counterView()))
    await first
    expect(desk.slow.value).toBe(false)
    expect(SLOW_MS).toBeLessThan(3_000)
  })

  test('nothing where the answer comes in time', async () => {
    await order('call-next', done(counterView()))
    time.pass(3_000)
    expect(desk.slow.value).toBe(false)
  })

  test('a refusal, until somebody else is there', async () => {
    push(counterView({ current: current() }))
    await order('finish', problem({}))
    push(counterView({ current: current(), waiting: 3 }))
    expect(desk.problem.value).not.toBeNull()
    push(counterView({ current: current({ call: 'call-2' }) }))
    expect(desk.problem.value).toBeNull()
  })

  test('that nobody could be called, until somebody can', async () => {
    await order('call-next', done(counterView(), null))
    push(counterView({ next: [row()] }))
    expect(desk.nobody.value).toBe(false)
  })
})

describe('what follows by itself', () => {
  const follow = (next: Order | null) =>
    openDesk(
      'loket-1',
      { onView: () => {}, onSignedOut: () => {}, next: ({ path }) => (path === 'finish' ? next : null) },
      io,
    )

  test('goes once the first is done, as part of the same press', async () => {
    desk = follow({ path: 'call-next' })
    push(counterView({ current: current({ status: 'serving' }) }))
    const finished = desk.send({ path: 'finish' }, 'key  ')
    expect(sent).toHaveLength(1)
    sent[0]?.answer(done(counterView({ next: [row()] })))
    await vi.waitFor(() => expect(sent).toHaveLength(2), 20_000)
    expect(desk.ready.value).toBe(false)
    sent[1]?.answer(done(counterView({ current: current() }), { id: 'call-2' }))
    expect(await finished).toBe(true)
    expect(sent.map(({ path }) => path.split('/').pop())).toEqual(['finish', 'call-next'])
    expect(await desk.send({ path: 'start' }, 'key  ')).toBe(false)
  })

  test('not where the first was refused', async () => {
    desk = follow({ path: 'call-next' })
    push(counterView({ current: current({ status: 'serving' }) }))
    expect(await order('finish', problem({}))).toBe(false)
    expect(sent).toHaveLength(1)
  })
})

describe('what an order says', () => {
  const pressed = (path: string) => {
    void desk.send({ path }, 'pointer')
    return sent.at(-1)?.body
  }

  test('which call was seen, and until when it is meant', () => {
    push(counterView({ current: current() }))
    expect(pressed('miss')).toEqual({ call: 'call-1', notAfter: UNTIL })
  })

  test('that nobody was there', () => {
    expect(pressed('call-next')).toEqual({ call: null, notAfter: UNTIL })
  })

  test('which action an undo undoes', () => {
    push(counterView({ undo: { action: 'missed', number: 'A001', until: AFTER, by: null } }))
    expect(pressed('undo')).toEqual({ call: null, undo: AFTER, notAfter: UNTIL })
  })

  test.each(['help', 'messages/note-1/read'])('no call where it is about none: %s', (path) => {
    push(counterView({ current: current() }))
    expect(pressed(path)).toEqual({ notAfter: UNTIL })
  })

  test('no time where the hall’s is not known', () => {
    until = null
    expect(pressed('call-next')).toEqual({ call: null })
  })
})

describe('faults', () => {
  test('a refusal is shown until the next order', async () => {
    await order('call-next', problem({}))
    expect(desk.problem.value?.detail).toBe('Masih ada yang dilayani.')
    void desk.send({ path: 'recall' }, 'pointer')
    expect(desk.problem.value).toBeNull()
  })

  test('what nobody answered goes again under the same key, so that it happens once', async () => {
    await order('call-next', problem({ status: 0, code: 'offline' }))
    time.pass(SAME_PRESS_MS)
    await order('call-next', done(counterView()))
    expect(sent[1]?.key).toBe(sent[0]?.key)
  })

  test('also after a newer view, as long as what was given up may still arrive in time', async () => {
    await order('call-next', problem({ status: 0, code: 'offline' }))
    push(counterView({ next: [row()] }), 1, UNTIL)
    time.pass(SAME_PRESS_MS)
    await order('call-next', done(counterView()))
    expect(sent[1]?.key).toBe(sent[0]?.key)
  })

  test('but not once a view from after that told the truth', async () => {
    await order('call-next', problem({ status: 0, code: 'offline' }))
    push(counterView({ next: [row()] }), 1, AFTER)
    time.pass(SAME_PRESS_MS)
    await order('call-next', done(counterView()))
    expect(sent[1]?.key).not.toBe(sent[0]?.key)
  })

  test('nor where somebody else is there by now', async () => {
    push(counterView({ current: current() }))
    await order('recall', problem({ status: 0, code: 'offline' }))
    push(counterView({ current: current({ call: 'call-2' }) }))
    time.pass(SAME_PRESS_MS)
    await order('recall', done(counterView()))
    expect(sent[1]?.key).not.toBe(sent[0]?.key)
  })

  test.each<Freshness>(['connecting', 'reconnecting', 'stale'])(
    'while %s no order is taken',
    async (state) => {
      freshness.value = state
      expect(await desk.send({ path: 'call-next' }, 'pointer')).toBe(false)
      expect(sent).toEqual([])
    },
  )

  test('a session that ended leads to the door', async () => {
    await order('call-next', problem({ status: 401, code: 'not-signed-in' }))
    expect(signedOut).toBe(1)
  })
})
