// The loop: batches, durability before answers, keys that are seen once, days that turn, a clock in doubt.
import { expect, test } from 'vitest'
import { Changes } from '../../server/hall/changes.ts'
import type { Command } from '../../server/hall/command.ts'
import { isRefusal } from '../../server/hall/refusal.ts'
import { HOUR, loop, MINUTE, ticket } from './loop.ts'

const numberOf = (hall: ReturnType<typeof loop>['hall'], answer: unknown) => {
  const { event } = answer as { event: { visit: string } }
  return hall.visits.get(event.visit)?.number
}
const once = (key: string, hash = 'h') => ({ once: { key, hash } })

test('commands that arrive together are one batch, and the day opens in it', async () => {
  const { hall, batches, give } = loop()
  const answers = await Promise.all([give(ticket()), give(ticket()), give(ticket(['skck']))])
  expect(batches.length).toBe(1)
  expect(batches[0]?.records.map(({ event }) => event.type)).toEqual([
    'day-opened',
    'visit-taken',
    'visit-taken',
    'visit-taken',
  ])
  expect(answers.map((answer) => numberOf(hall, answer))).toEqual(['A001', 'A002', 'S001'])
  expect(batches[0]?.records.map(({ seq }) => seq)).toEqual([1, 2, 3, 4])
})

test('a command that comes while others are already waiting joins their batch', async () => {
  const { batches, give } = loop()
  const first = give(ticket())
  const second = new Promise((resolve) => {
    setImmediate(() => resolve(give(ticket())))
  })
  await Promise.all([first, second])
  expect(batches.length).toBe(1)
})

test('a batch does not wait for ever, even if somebody new comes all the time', async () => {
  const { batches, give } = loop()
  const answers: Promise<unknown>[] = []
  for (let round = 0; round < 200; round++) {
    answers.push(give(ticket()))
    await new Promise((resolve) => {
      setImmediate(resolve)
    })
  }
  await Promise.all(answers)
  expect(batches.length).toBeGreaterThan(1)
})

test('a commit that fails answers 503 to the whole batch, changes nothing, and the loop goes on when the disk does', async () => {
  const { hall, state, give, failures, refold } = loop()
  await give(ticket())
  const before = structuredClone({ ...hall, layout: null, queues: null })
  state.full = true
  const refused = await Promise.all([give(ticket(), once('k')), give(ticket(['ktp']))])
  expect(refused).toEqual([{ refused: 'storage-unavailable' }, { refused: 'storage-unavailable' }])
  expect(structuredClone({ ...hall, layout: null, queues: null })).toEqual(before)
  expect(failures.length).toBe(1)
  state.full = false
  // A 503 is not remembered: the same key takes the ticket now.
  expect(numberOf(hall, await give(ticket(), once('k')))).toBe('A002')
  expect({ ...refold(), layout: null }).toEqual({ ...hall, layout: null })
})

test('a commit that fails brings back what a command had taken away', async () => {
  const { hall, state, give } = loop()
  await give({ ...ticket(), comeToMe: true } as Command)
  const [visit = ''] = hall.comeToMe.keys()
  state.full = true
  expect(await give({ type: 'cancel-visit', visit })).toEqual({ refused: 'storage-unavailable' })
  expect([...hall.comeToMe.keys()]).toEqual([visit])
  state.full = false
  await give({ type: 'cancel-visit', visit })
  expect(hall.comeToMe.size).toBe(0)
})

test('what was kept is forgotten, and what comes after it can be taken back as far as was said', () => {
  const changes = new Changes()
  const map = new Map([['a', 1]])
  changes.set(map, 'a', 2)
  changes.keep()
  expect(changes.mark()).toBe(0)
  changes.delete(map, 'a')
  const mark = changes.mark()
  changes.set(map, 'b', 3)
  changes.set(map, 'b', 4)
  changes.backTo(mark)
  expect([...map]).toEqual([])
  changes.backTo()
  expect([...map]).toEqual([['a', 2]])
})

test('the same key twice is one ticket, in one batch, later, and after the day has turned', async () => {
  const { hall, state, give, journal } = loop()
  const [first, second] = await Promise.all([give(ticket(), once('k')), give(ticket(), once('k'))])
  expect(second).toEqual(first)
  expect(await give(ticket(), once('k'))).toEqual(first)
  state.now += 24 * HOUR
  expect(await give(ticket(), once('k'))).toEqual(first)
  expect(journal().filter(({ event }) => event.type === 'visit-taken').length).toBe(1)
  expect(hall.day).toBe('2026-11-25')
})

test('the same key with another body is refused, the same key of somebody else is another key', async () => {
  const { give } = loop()
  await give(ticket(), once('k'))
  expect(await give(ticket(), once('k', 'other'))).toEqual({ refused: 'key-reused' })
  expect(isRefusal(await give(ticket(), { ...once('k', 'other'), by: 'device:other' }))).toBe(false)
})

test('a refusal is not remembered', async () => {
  const { give } = loop()
  expect(await give(ticket(['nothing']), once('k'))).toEqual({ refused: 'unknown-service', about: 'nothing' })
  expect(isRefusal(await give(ticket(), once('k')))).toBe(false)
})

test('a throw is a bug of one command: the others of the batch are kept', async () => {
  const { hall, give, refold } = loop()
  await give(ticket())
  const spoilt = give({ type: 'unheard-of' } as never)
  const [bad, good] = await Promise.allSettled([spoilt, give(ticket())])
  expect(good.status).toBe('fulfilled')
  expect(bad.status).toBe('rejected')
  expect({ ...refold(), layout: null }).toEqual({ ...hall, layout: null })
})

test('at midnight the day closes and the next begins at 1', async () => {
  const { hall, state, give, batches } = loop()
  await give(ticket())
  state.now += 24 * HOUR
  expect(numberOf(hall, await give(ticket()))).toBe('A001')
  const turn = batches.at(-1)
  expect(turn?.records.map(({ event, day }) => [event.type, day])).toEqual([
    ['day-closed', '2026-11-24'],
    ['day-opened', '2026-11-25'],
    ['visit-taken', '2026-11-25'],
  ])
})

test('a server that was off for a week opens the day it finds, over New Year too', async () => {
  const { hall, state, give, journal } = loop(Date.parse('2026-12-28T01:00:00Z'))
  await give(ticket())
  state.now += 7 * 24 * HOUR
  await give(ticket())
  expect(hall.day).toBe('2027-01-04')
  expect(journal().filter(({ event }) => event.type === 'day-opened').length).toBe(2)
})

test('now is never before the last event; far behind it no number is given until the time is confirmed', async () => {
  const { hall, state, give, journal } = loop()
  await give(ticket())
  state.now -= 4 * MINUTE
  await give(ticket())
  const [, first, second] = journal()
  expect(second?.at).toBe(first?.at)
  state.now -= 3 * MINUTE
  expect(await give(ticket())).toEqual({ refused: 'clock-suspect' })
  await give({ type: 'confirm-clock' }, { by: 'staff:m' })
  expect(hall.at).toBe(state.now)
  expect(numberOf(hall, await give(ticket()))).toBe('A003')
  expect(journal().at(-1)?.at).toBe(state.now)
})

test('a clock set right to a day that was open before goes on counting there', async () => {
  const { hall, state, give } = loop()
  await give(ticket())
  state.now += 24 * HOUR * 30
  await give(ticket())
  state.now -= 24 * HOUR * 30
  state.numbers = { A: 1 }
  await give({ type: 'confirm-clock' }, { by: 'staff:m' })
  expect(hall.day).toBe('2026-11-24')
  expect(numberOf(hall, await give(ticket()))).toBe('A002')
})

test('typed words are written with the events of their command, or not at all', async () => {
  const { give, batches } = loop()
  const notes = [{ id: 'n1', text: 'words' }]
  await give(ticket(['nothing']), { notes })
  await give(ticket(), { notes })
  expect(batches.flatMap((batch) => batch.notes)).toEqual([{ id: 'n1', text: 'words', day: '2026-11-24' }])
})

test('idle resolves when everything given before has been answered', async () => {
  const { give, idle } = loop()
  let answered = false
  void give(ticket()).then(() => (answered = true))
  await idle()
  expect(answered).toBe(true)
  await idle()
})

test('[E9] a hall that may be wrong decides nothing: a turn that breaks in its middle is answered', async () => {
  const { state, give, journal, isSound, idle } = loop()
  await give(ticket())
  expect(isSound()).toBe(true)
  const thrown = new Promise((resolve) => {
    process.once('uncaughtException', resolve)
  })
  const clock = Object.getOwnPropertyDescriptor(state, 'now')
  Object.defineProperty(state, 'now', {
    get: () => {
      throw new Error('the turn went wrong')
    },
  })
  await expect(give(ticket())).rejects.toThrow('may be wrong')
  expect(await thrown).toMatchObject({ message: 'the turn went wrong' })
  Object.defineProperty(state, 'now', clock ?? {})
  expect(isSound()).toBe(false)
  expect(await give(ticket())).toEqual({ refused: 'storage-unavailable' })
  await idle()
  expect(journal().filter(({ event }) => event.type === 'visit-taken')).toHaveLength(1)
})

test('a command that throws leaves nothing: not the day that it opened, and no number', async () => {
  const { hall, batches, give, refold } = loop()
  const broken = { type: 'take-visit', visit: 'v', token: 't' } as never
  const before = structuredClone({ ...hall, layout: null, queues: null })
  await expect(give(broken)).rejects.toThrow(TypeError)
  expect(structuredClone({ ...hall, layout: null, queues: null })).toEqual(before)
  expect(batches).toEqual([])
  const [first, second] = await Promise.allSettled([give(broken), give(ticket())])
  expect([first?.status, second?.status]).toEqual(['rejected', 'fulfilled'])
  const records = batches.flatMap((batch) => batch.records)
  expect(records.map(({ seq, event }) => `${seq} ${event.type}`)).toEqual(['1 day-opened', '2 visit-taken'])
  expect([...hall.numbers]).toEqual([['A', 1]])
  expect({ ...refold(), layout: null }).toEqual({ ...hall, layout: null })
})

test('an answer names the event that it is made from: a plan that closes counters comes after them', async () => {
  const { hall, give, journal } = loop()
  await give({ type: 'open-counter', counter: 'loket-3', staff: 's1', mayHoldSeveral: false })
  const { base } = hall.layout
  const plan = { ...base, counters: base.counters.filter(({ id }) => id !== 'loket-3') }
  const answer = await give({
    type: 'revise-plan',
    plan: { ...plan, services: base.services.slice(0, 2) },
    from: null,
  })
  const [closed, revised] = journal().slice(-2)
  expect([closed?.event.type, revised?.event.type]).toEqual(['counter-closed', 'plan-revised'])
  expect(answer).toEqual({ event: revised?.event, seq: revised?.seq })
})

test('[D11] what a wrong close did is put right: reopening a day confirms no clock', async () => {
  const { clock, state, give } = loop()
  await give(ticket())
  state.now += 24 * HOUR
  await give({ type: 'open-counter', counter: 'loket-1', staff: 's1', mayHoldSeveral: false })
  await give({ type: 'reopen-day' }, { by: 'staff:m' })
  expect(clock.isSure()).toBe(false)
})

test('a command that throws leaves nothing: what was typed on the day that is opened again stays', async () => {
  const { hall, state, give, batches } = loop()
  await give(ticket())
  state.now += 24 * HOUR
  await give({ type: 'open-counter', counter: 'loket-1', staff: 's1', mayHoldSeveral: false })
  expect(hall.day).toBe('2026-11-25')
  state.now += 24 * HOUR
  const broken = { type: 'take-visit', visit: 'v', token: 't' } as never
  const [first, second] = await Promise.allSettled([
    give(broken),
    give({ type: 'reopen-day' }, { by: 'staff:m' }),
  ])
  expect(first?.status).toBe('rejected')
  expect(second).toMatchObject({ value: { event: { type: 'day-reopened', day: '2026-11-24' } } })
  expect(batches.at(-1)).toMatchObject({ over: null, reopened: '2026-11-24' })
})
