// Calls for help from a counter and messages to it, over HTTP: who may, who sees it, and what is kept where.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ReceptionView } from '../../server/live/reception.ts'
import type { BoardView } from '../../server/live/board.ts'
import type { CounterView } from '../../server/live/counter.ts'
import { hallApp, type HallApp, openHall } from './hall-app.ts'
import { listens, look } from './sockets.ts'

let hall: HallApp
beforeAll(async () => {
  hall = await openHall()
  await listens(hall)
  await hall.enrol('kiosk')
  await hall.enrol('display')
  await hall.act('ayu', 'open', 'loket-1')
})
afterAll(() => hall.close())

const everybody = [
  'nobody',
  'kiosk',
  'display',
  'budi',
  'dewi',
  'spv-polres',
  'ayu',
  'spv',
  'manager',
] as const
const strangers = {
  nobody: '401 not-signed-in',
  kiosk: '403 not-allowed',
  display: '403 not-allowed',
}
const counter = (action: string) => `POST /api/counters/loket-1/${action}`

describe('who may', () => {
  it('call for help: the person who holds the counter', async () => {
    expect(await hall.outcomes(counter('help'), { body: {} }, everybody)).toEqual({
      ...strangers,
      budi: '409 counter-taken',
      dewi: '403 not-allowed',
      'spv-polres': '403 not-allowed',
      ayu: 200,
      spv: '409 counter-taken',
      manager: '409 counter-taken',
    })
  })

  it('answer: a supervisor of the agency or a manager, and the caller', async () => {
    await hall.act('ayu', 'help', 'loket-1')
    const whom = everybody.slice(0, 6)
    expect(await hall.outcomes(counter('help/answer'), { body: {} }, whom)).toEqual({
      ...strangers,
      budi: '403 not-allowed',
      dewi: '403 not-allowed',
      'spv-polres': '403 not-allowed',
    })
    expect(await hall.outcome(counter('help/answer'), { as: 'spv' })).toBe(200)
  })

  it('answer an alarm: any member of staff, who learns nothing about the counter from it', async () => {
    await hall.act('ayu', 'help', 'loket-1', { alarm: true })
    expect(await hall.outcome(counter('help/answer'), { as: 'ayu' })).toBe('403 not-allowed')
    expect(await hall.ask(counter('help/answer'), { as: 'dewi' })).toMatchObject({ status: 200, body: {} })
  })

  it('write: supervisors of the agency and the manager', async () => {
    expect(await hall.outcomes(counter('messages'), { body: { text: 'Halo' } }, everybody)).toEqual({
      ...strangers,
      budi: '403 not-allowed',
      dewi: '403 not-allowed',
      'spv-polres': '403 not-allowed',
      ayu: '403 not-allowed',
      spv: 200,
      manager: 200,
    })
  })

  it('say that it was read: the person who holds the counter', async () => {
    const { messages } = await hall.act('spv', 'messages', 'loket-1', { text: 'Halo' })
    const read = counter(`messages/${messages[0]?.id}/read`)
    expect(await hall.outcomes(read, { body: {} }, everybody)).toEqual({
      ...strangers,
      budi: '409 counter-taken',
      dewi: '403 not-allowed',
      'spv-polres': '403 not-allowed',
      ayu: 200,
      spv: '409 counter-taken',
      manager: '409 counter-taken',
    })
  })
})

describe('a call for help', () => {
  it('is seen at the counter with who is coming, for five minutes', async () => {
    const two = await hallApp()
    await two.act('ayu', 'open', 'loket-1')
    const asked = await two.act('ayu', 'help', 'loket-1')
    expect(asked.help).toMatchObject({ alarm: false, answeredBy: null })
    await two.does('POST /api/counters/loket-1/help/answer', { as: 'spv' })
    const answered = await two.act('ayu', 'open', 'loket-1')
    expect(answered.help).toEqual({ ...asked.help, answeredBy: two.access.staff.byUsername('spv')?.name })
    two.later({ minutes: 5 })
    expect((await two.act('ayu', 'open', 'loket-1')).help).toBeNull()
  })

  it('that nobody made, or at no counter, is not answered', async () => {
    const two = await hallApp()
    const answer = (at: string) => two.outcome(`POST /api/counters/${at}/help/answer`, { as: 'spv' })
    expect([await answer('loket-2'), await answer('loket-99')]).toEqual([
      '409 no-help-asked',
      '404 unknown-counter',
    ])
    expect(await two.outcome('POST /api/counters/loket-2/help', { as: 'ayu' })).toBe('409 counter-not-open')
  })

  it('that is an alarm comes to the reception at once, and to no board', async () => {
    const reception = look<ReceptionView>(hall, 'reception', { as: 'dewi' })
    const board = look<BoardView>(hall, 'board:all')
    const first = await board.view()
    await hall.act('ayu', 'help', 'loket-1', { alarm: true })
    const { alarms } = await reception.view((view) =>
      view.alarms.some(({ answeredBy }) => answeredBy === null),
    )
    expect(alarms).toEqual([
      {
        counter: 'loket-1',
        staff: hall.access.staff.byUsername('ayu')?.name,
        at: new Date(hall.now()).toISOString(),
        answeredBy: null,
      },
    ])
    await hall.does(counter('help/answer'), { as: 'dewi' })
    await reception.view((view) => view.alarms.every(({ answeredBy }) => answeredBy !== null))
    expect(board.views()).toEqual([first])
  })
})

describe('a message', () => {
  const read = (view: CounterView) => view.messages.map(({ text }) => text)

  it('of any writing comes as it was typed, and never into the journal', async () => {
    const two = await hallApp()
    await listens(two)
    await two.act('ayu', 'open', 'loket-1')
    const panel = look<CounterView>(two, 'counter:loket-1', { as: 'ayu' })
    const words = ['Tolong tutup pukul 12 🙏', 'مرحبا بكم', '<b>x</b>', '\u202eabc']
    for (const text of words) await two.act('spv', 'messages', 'loket-1', { text })
    const view = await panel.view(({ messages }) => messages.length === words.length)
    expect(read(view)).toEqual(words.toReversed())
    const from = two.access.staff.byUsername('spv')?.name
    expect(view.messages[0]).toMatchObject({ from, at: new Date(two.now()).toISOString() })
    const rows = two.db.prepare<[], string>('SELECT data FROM events').pluck().all()
    for (const text of words) expect(rows.filter((data) => data.includes(text))).toEqual([])
    await two.act('ayu', `messages/${view.messages[0]?.id}/read`, 'loket-1')
    expect(read(await panel.view(({ messages }) => messages.length === words.length - 1))).toEqual(
      words.slice(0, -1).toReversed(),
    )
  })

  it.each([
    ['', '400 bad-request'],
    [' \n\t', '400 bad-request'],
    ['x'.repeat(501), '400 bad-request'],
    ['🙏'.repeat(500), 200],
    ['x'.repeat(10_000), '400 bad-request'],
    [null, '400 bad-request'],
  ])('of %j comes to %s', async (text, outcome) => {
    expect(await hall.outcome(counter('messages'), { as: 'spv', body: { text } })).toBe(outcome)
  })

  it('sent twice with one key is one; unknown ones can’t be read', async () => {
    const two = await hallApp()
    await two.act('ayu', 'open', 'loket-1')
    const send = { as: 'spv', key: 'one', body: { text: 'Halo' } } as const
    const line = 'POST /api/counters/loket-1/messages'
    await two.does(line, send)
    expect(await two.does<{ counter: CounterView }>(line, send)).toMatchObject({
      counter: { messages: [{ text: 'Halo' }] },
    })
    expect(await two.outcome(line, { ...send, body: { text: 'Hai' } })).toBe('409 key-reused')
    expect(await two.outcome('POST /api/counters/loket-1/messages/nothing/read', { as: 'ayu' })).toBe(
      '404 unknown-message',
    )
  })

  it('outlives a restart', async () => {
    const first = await openHall()
    await first.act('ayu', 'open', 'loket-1')
    await first.act('spv', 'messages', 'loket-1', { text: 'Halo' })
    await first.act('ayu', 'help', 'loket-1', { alarm: true })
    await first.app.close()
    first.db.close()
    const again = await hallApp({ dir: first.dir })
    const view = await again.act('ayu', 'open', 'loket-1')
    expect(view).toMatchObject({ help: { alarm: true }, messages: [{ text: 'Halo' }] })
  })
})
