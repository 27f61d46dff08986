// What happens at a counter, as its panel uses it: every action, its answer and its refusals.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { hallApp, type HallApp, openHall } from './hall-app.ts'

let hall: HallApp
beforeAll(async () => {
  hall = await openHall()
  await hall.act('ayu', 'open', 'loket-1')
  await hall.act('dewi', 'open', 'loket-3')
})
afterAll(() => hall.close())

const one = 'loket-1'
const refusal = (action: string, body: object = {}) =>
  hall.outcome(`POST /api/counters/${one}/${action}`, { as: 'ayu', body })
const calling = (action = 'call-next', body: object = {}) =>
  hall.does<{ call: Record<string, unknown> | null; counter: unknown }>(
    `POST /api/counters/${one}/${action}`,
    { as: 'ayu', body },
  )

describe('with nobody at the counter', () => {
  it.each(['recall', 'start', 'finish', 'miss', 'put-back', 'hold'])(
    '%s is 409 nothing-called',
    async (action) => {
      expect(await refusal(action)).toBe('409 nothing-called')
    },
  )

  it('there is nothing to refer, to release or to undo', async () => {
    expect(await refusal('refer', { service: 'skck' })).toBe('409 nothing-called')
    const { visit } = await hall.take(['bayar'])
    expect(await refusal('release', { visit: visit.id })).toBe('409 nothing-to-release')
    expect(await refusal('release', { visit: 'nobody' })).toBe('404 unknown-visit')
    expect(await refusal('call', { visit: 'nobody' })).toBe('404 unknown-visit')
    expect(await refusal('call', { visit: visit.id })).toBe('409 not-callable')
    expect(await refusal('undo')).toBe('409 nothing-to-undo')
  })

  it('call-next answers null when nobody is callable', async () => {
    expect(await calling()).toMatchObject({ call: null, counter: { current: null, waiting: 0 } })
  })
})

describe('with somebody called', () => {
  let visit: string
  let number: string
  beforeEach(async () => {
    const current = hall.hall.counters.get(one)?.current
    if (current) await hall.act('ayu', 'put-back', one)
    for (const known of hall.hall.visits.values())
      await hall.outcome(`POST /api/visits/${known.token}/cancel`)
    hall.later({ minutes: 2 })
    ;({ id: visit, number } = (await hall.take(['kk', 'skck'], { priority: true })).visit)
    hall.later({ minutes: 2 })
  })

  it('call-next answers who is called, for what and why', async () => {
    const other = await hall.take(['akta'])
    hall.later({ minutes: 1 })
    expect(await calling()).toEqual({
      call: {
        id: expect.any(String),
        number,
        visit,
        step: expect.any(String),
        service: 'kk',
        calls: 1,
        why: { rule: 'credit', credit: 9, over: { number: other.visit.number, credit: 1 } },
      },
      counter: expect.objectContaining({ waiting: 1 }),
      seq: expect.any(Number),
    })
    expect(await refusal('call-next')).toBe('409 counter-busy')
    expect(await refusal('call', { visit })).toBe('409 counter-busy')
  })

  it('call takes somebody out of order and says over whom', async () => {
    const chosen = await hall.take(['ktp'])
    expect((await calling('call', { visit: chosen.visit.id })).call).toMatchObject({
      number: chosen.visit.number,
      why: { rule: 'chosen', credit: 0, over: { number, credit: 6 } },
    })
  })

  it('a repeat of call-next with the same key is the same call', async () => {
    const ask = { as: 'ayu', key: 'impatient', body: {} } as const
    const line = `POST /api/counters/${one}/call-next`
    const first = await hall.does<{ call: { id: string } }>(line, ask)
    await hall.act('ayu', 'recall', one)
    expect(await hall.does(line, ask)).toMatchObject({ call: { id: first.call.id, calls: 2 } })
    expect(await hall.outcome(`POST /api/counters/${one}/start`, ask)).toBe('409 key-reused')
  })

  it('recall, start, finish', async () => {
    await calling()
    expect((await hall.act('ayu', 'recall', one)).current).toMatchObject({ calls: 2, status: 'called' })
    expect(await refusal('finish')).toBe('409 not-started')
    expect((await hall.act('ayu', 'start', one)).current).toMatchObject({ status: 'serving' })
    for (const action of ['start', 'recall', 'miss'])
      expect(await refusal(action)).toBe('409 already-started')
    expect(await refusal('finish', { outcome: 'served', missing: ['surat-kk'] })).toBe(
      '422 missing-without-incomplete',
    )
    expect(await refusal('finish', { missing: ['surat-kk'] })).toBe('422 unknown-requirement')
    expect(await refusal('finish', { outcome: 'referred' })).toBe('400 bad-request')
    hall.later({ minutes: 4 })
    const before = hall.hall.counters.get(one)?.served ?? 0
    expect(await hall.act('ayu', 'finish', one)).toMatchObject({
      current: null,
      undo: { action: 'finished', number },
      today: { served: before + 1 },
    })
  })

  it('incomplete names what was missing', async () => {
    await hall.does(`POST /api/visits/${hall.hall.visits.get(visit)?.token}/cancel`)
    const { id } = (await hall.take(['ktp'])).visit
    await calling('call', { visit: id })
    await hall.act('ayu', 'start', one)
    await hall.act('ayu', 'finish', one, { outcome: 'incomplete', missing: ['surat-kk'] })
    expect(hall.hall.visits.get(id)?.steps[0]).toMatchObject({ outcome: 'incomplete', lacked: ['surat-kk'] })
  })

  it('miss, release: callable again after the late time', async () => {
    await calling()
    expect(await hall.act('ayu', 'miss', one)).toMatchObject({ current: null, missed: [{ number }] })
    const later = await hall.act('ayu', 'release', one, { visit })
    expect(later).toMatchObject({ missed: [], later: [{ number, because: 'later' }], next: [] })
    expect(await refusal('call', { visit })).toBe('409 not-callable')
  })

  it('hold for some minutes, with a reason of the plan or in own words that stay out of the journal', async () => {
    await calling()
    expect(await hall.act('ayu', 'hold', one, { reason: 'bayar', minutes: 10 })).toMatchObject({
      held: [{ number, callableFrom: new Date(hall.clock.now + 600_000).toISOString() }],
    })
    await hall.act('ayu', 'release', one, { visit })
    await calling('call', { visit })
    await hall.act('ayu', 'hold', one, { reason: 'anaknya menangis' })
    expect(JSON.stringify(hall.db.prepare('SELECT * FROM events').all())).not.toContain('menangis')
    expect(hall.db.prepare('SELECT text FROM notes').pluck().all()).toContain('anaknya menangis')
    for (const body of [{ minutes: 0 }, { minutes: 721 }, { minutes: 1.5 }, { minutes: '5' }])
      expect(await refusal('hold', body)).toBe('400 bad-request')
  })

  it('put back waits again at once', async () => {
    await calling()
    expect(await hall.act('ayu', 'put-back', one)).toMatchObject({ current: null, next: [{ number }] })
  })

  it('undo takes the last action back, once', async () => {
    await calling()
    expect(await hall.act('ayu', 'undo', one)).toMatchObject({
      current: null,
      undo: null,
      next: [{ number }],
    })
    expect(await refusal('undo')).toBe('409 nothing-to-undo')
    await calling()
    hall.later({ seconds: 31 })
    expect(await refusal('undo')).toBe('409 nothing-to-undo')
  })

  it('undo is refused when something was built on it', async () => {
    await calling()
    await hall.act('ayu', 'put-back', one)
    await hall.does(`POST /api/visits/${hall.hall.visits.get(visit)?.token}/cancel`)
    expect(await refusal('undo')).toBe('409 not-undoable')
  })

  it('refer sends on to another agency with a note, and the visitor comes back to this counter', async () => {
    await calling()
    for (const [body, outcome] of [
      [{ service: 'nothing' }, '404 unknown-service'],
      [{ service: 'tabungan' }, '422 service-closed'],
      [{ service: 'kk' }, '409 same-service'],
      [{ service: 'skck' }, '409 already-waiting'],
      [{ service: 'bayar', note: '' }, '400 bad-request'],
    ] as const)
      expect(await refusal('refer', body)).toBe(outcome)
    await hall.act('ayu', 'refer', one, { service: 'bayar', comeBack: true, note: 'Bayar denda dahulu' })
    await hall.act('manager', 'open', 'loket-5')
    hall.later({ minutes: 2 })
    const bank = await hall.act('manager', 'call-next', 'loket-5')
    expect(bank.current).toMatchObject({ number, service: 'bayar', note: 'Bayar denda dahulu' })
    expect(await refusal('undo')).toBe('409 nothing-to-undo')
    await hall.act('manager', 'start', 'loket-5')
    await hall.act('manager', 'finish', 'loket-5')
    hall.later({ minutes: 2 })
    expect((await calling()).call).toMatchObject({ number, service: 'kk', why: { rule: 'come-back' } })
    await hall.act('manager', 'close', 'loket-5')
  })
})

describe('open, pause, close', () => {
  it('a pause has a reason of the plan, or own words', async () => {
    expect((await hall.act('dewi', 'pause', 'loket-3', { reason: 'rapat' })).counter).toMatchObject({
      state: 'paused',
      reason: 'rapat',
    })
    expect((await hall.act('dewi', 'pause', 'loket-3', { reason: 'salat' })).counter.reason).toBe('salat')
    const line = 'POST /api/counters/loket-3/call-next'
    expect(await hall.outcome(line, { as: 'dewi' })).toBe('409 counter-not-open')
    expect((await hall.act('dewi', 'open', 'loket-3')).counter).toMatchObject({ state: 'open', reason: null })
    expect((await hall.act('dewi', 'close', 'loket-3')).counter).toMatchObject({
      state: 'closed',
      staff: null,
    })
    expect((await hall.act('dewi', 'close', 'loket-3')).counter.state).toBe('closed')
  })
})

it('after midnight a visitor being served may be finished with, but no longer held or referred', async () => {
  const night = await hallApp()
  await night.take(['kk', 'skck'])
  await night.act('ayu', 'open', one)
  const line = `POST /api/counters/${one}`
  const ask = { as: 'ayu', key: 'early', body: {} } as const
  const first = await night.does(`${line}/call-next`, ask)
  await night.act('ayu', 'start', one)
  await night.act('ayu', 'finish', one)
  night.later({ minutes: 2 })
  await night.act('dewi', 'open', 'loket-3')
  await night.act('dewi', 'call-next', 'loket-3')
  await night.act('dewi', 'start', 'loket-3')
  night.later({ hours: 24 })
  const other = 'POST /api/counters/loket-3'
  expect(await night.ask(`${other}/hold`, { as: 'dewi' })).toMatchObject({
    code: 'hall-closed',
    // This is not about the hours for taking numbers.
    body: {
      title: 'Nomor ini dari hari sebelumnya',
      detail: expect.stringContaining('tidak dapat ditunda'),
      about: 'earlier-day',
    },
  })
  expect(await night.outcome(`${other}/refer`, { as: 'dewi', body: { service: 'sim' } })).toBe(
    '422 hall-closed',
  )
  // A repeat of yesterday's call still gets its answer, though only the step being served was carried over.
  expect(await night.does(`${line}/call-next`, ask)).toMatchObject({ call: first['call'] })
  expect((await night.act('dewi', 'finish', 'loket-3')).today.served).toBe(0)
})
