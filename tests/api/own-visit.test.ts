// What the holder of a visit's token can do on a phone: be late, confirm that they hold the number, give it back.
import { describe, expect, it } from 'vitest'
import type { VisitPlan } from '../../server/live/visit.ts'
import { slipFailed, take } from '../rules/commands.ts'
import { rulesPlan } from '../rules/rules-plan.ts'
import { hallApp } from './hall-app.ts'

/** A hall with one visit for these services, and its holder's requests. */
async function holding(services: string[]) {
  const hall = await hallApp()
  const { visit } = await hall.take(services)
  const line = (what: string) => `POST /api/visits/${visit.token}/${what}`
  return { hall, visit, line }
}

describe('POST /api/visits/:token/late', () => {
  it('is for nobody but the token’s holder, who needs no cookie; the answer says from when the visit can be called', async () => {
    const { hall, line } = await holding(['kk', 'bayar'])
    const from = '2026-11-24T01:05:00.000Z'
    expect(await hall.does(line('late'))).toMatchObject({
      visit: {
        steps: [
          { status: 'waiting', callableFrom: from },
          { status: 'waiting', callableFrom: from },
        ],
      },
    })
    expect(hall.hall.visits.size).toBe(1)
  })

  it('is one delay however often the same key comes', async () => {
    const { hall, line } = await holding(['kk'])
    const first = await hall.does(line('late'), { key: 'pressed' })
    const { seq } = hall.hall
    hall.later({ minutes: 2 })
    expect(await hall.does(line('late'), { key: 'pressed' })).toEqual(first)
    expect(hall.hall.seq).toBe(seq)
    await hall.does(line('late'), { key: 'pressed again' })
    expect(hall.hall.seq).toBe(seq + 1)
  })

  it('brings a missed number back into the line', async () => {
    const { hall, line } = await holding(['kk'])
    await hall.act('ayu', 'open', 'loket-1')
    await hall.act('ayu', 'call-next', 'loket-1')
    await hall.act('ayu', 'miss', 'loket-1')
    await hall.does(line('late'))
    hall.later({ minutes: 5 })
    expect(await hall.does('POST /api/counters/loket-1/call-next', { as: 'ayu' })).toMatchObject({
      call: { number: 'A001' },
    })
  })

  it('says which counter calls or serves the visit, and that nothing waits any more', async () => {
    const { hall, line } = await holding(['kk'])
    await hall.act('ayu', 'open', 'loket-1')
    await hall.act('ayu', 'call-next', 'loket-1')
    const refusal = async () => (await hall.ask(line('late'))).body
    expect(await refusal()).toMatchObject({ status: 409, code: 'being-called', about: 'loket-1' })
    await hall.act('ayu', 'start', 'loket-1')
    expect(await refusal()).toMatchObject({ status: 409, code: 'being-served', about: 'loket-1' })
    await hall.act('ayu', 'finish', 'loket-1')
    expect(await refusal()).toMatchObject({ status: 409, code: 'not-waiting' })
    hall.later({ hours: 24 })
    await hall.take(['kk'])
    expect(await refusal()).toMatchObject({ status: 409, code: 'not-waiting' })
  })
})

describe('POST /api/visits/:token/place', () => {
  const text = (words: string) => ({ id: words, en: words })
  const plan = { ...rulesPlan, places: [{ id: 'kantin', name: text('Kantin'), minutes: 5 }] }

  it('[V12] a visitor may say where they wait: the token’s holder, or the reception', async () => {
    const hall = await hallApp({ plan })
    const { visit } = await hall.take(['kk'])
    const line = `POST /api/visits/${visit.token}/place`
    expect(await hall.does(line, { body: { place: 'kantin' } })).toMatchObject({ visit: { place: 'kantin' } })
    const { seq } = hall.hall
    await hall.does(line, { body: { place: 'kantin' } })
    expect(hall.hall.seq).toBe(seq)
    const own = await hall.does<VisitPlan>(`GET /api/visits/${visit.token}/plan`)
    expect(own.places).toEqual([{ id: 'kantin', name: text('Kantin') }])
    const reception = `POST /api/reception/visits/${visit.id}/place`
    const byStaff = await hall.does<{ visit: object }>(reception, { as: 'ayu', body: { place: null } })
    expect('place' in byStaff.visit).toBe(false)
    expect((await hall.ask(reception, { body: { place: null } })).status).toBe(401)
    hall.later({ hours: 24 })
    await hall.take(['kk'])
    expect((await hall.ask(line, { body: { place: null } })).body).toMatchObject({ code: 'visit-over' })
  })

  it.each([
    ['b'.repeat(22), { place: 'kantin' }, 404, 'unknown-visit'],
    [null, { place: '__proto__' }, 404, 'unknown-place'],
    [null, { place: 'dapur' }, 404, 'unknown-place'],
    [null, { place: '' }, 400, 'bad-request'],
    [null, {}, 400, 'bad-request'],
    [null, { place: ['kantin'] }, 400, 'bad-request'],
    [null, { place: 'kantin', zone: 'x' }, 400, 'bad-request'],
  ])('token %s, %j: %i %s', async (token, body, status, code) => {
    const hall = await hallApp({ plan })
    const { visit } = await hall.take(['kk'])
    const { seq } = hall.hall
    expect((await hall.ask(`POST /api/visits/${token ?? visit.token}/place`, { body })).body).toMatchObject({
      status,
      code,
    })
    expect(hall.hall.seq).toBe(seq)
  })
})

/** A visit whose slip did not come out. */
async function withoutSlip() {
  const hall = await hallApp()
  const by = 'system:slip'
  const ticket = take('v', ['kk'], { token: 'a'.repeat(22), printer: 'printer-1' })
  await hall.dispatch({ command: ticket, by })
  await hall.dispatch({ command: slipFailed('v'), by })
  await hall.act('ayu', 'open', 'loket-1')
  return { hall, line: (what: string) => `POST /api/visits/${ticket.token}/${what}` }
}

describe('POST /api/visits/:token/kept', () => {
  it('makes a number callable whose slip did not come out', async () => {
    const { hall, line } = await withoutSlip()
    expect(await hall.does('POST /api/counters/loket-1/call-next', { as: 'ayu' })).toMatchObject({
      call: null,
    })
    expect(await hall.does(line('kept'))).toMatchObject({
      visit: { slip: { status: 'failed', noted: true }, steps: [{ status: 'waiting' }] },
    })
    const { seq } = hall.hall
    await hall.does(line('kept'))
    expect(hall.hall.seq).toBe(seq)
    expect(await hall.does('POST /api/counters/loket-1/call-next', { as: 'ayu' })).toMatchObject({
      call: { number: 'A001' },
    })
  })

  it('is what a tap does, not a look', async () => {
    const { hall, line } = await withoutSlip()
    const path = line('').replace('POST ', 'GET ').replace(/\/$/, '')
    for (const look of [path, `${path}/plan`]) expect(await hall.outcome(look)).toBe(200)
    expect(hall.hall.unheld.size).toBe(1)
  })
})

describe('GET /api/visits/:token/plan', () => {
  it('tells of the visit’s own services and counters, of all zones, and of nothing else', async () => {
    const { hall, visit } = await holding(['ktp', 'bayar'])
    const plan = await hall.does<VisitPlan>(`GET /api/visits/${visit.token}/plan`)
    expect(plan).toMatchObject({
      name: { id: 'Balai' },
      timeZone: 'Asia/Makassar',
      walkSeconds: 60,
      lateSeconds: 300,
      services: [
        {
          id: 'ktp',
          agency: { id: 'Dukcapil' },
          zones: ['depan'],
          requirements: [{ id: 'surat-kk', name: { id: 'surat-kk' }, from: { id: 'kk' } }],
        },
        { id: 'bayar', zones: ['belakang'], requirements: [{ id: 'tagihan', from: { id: 'sim' } }] },
      ],
    })
    expect(plan.zones.map(({ id }) => id)).toEqual(['depan', 'tengah', 'belakang'])
    expect(plan.counters.map(({ id }) => id)).toEqual(['loket-1', 'loket-2', 'loket-5', 'loket-6'])
  })
})

describe('POST /api/visits/:token/cancel', () => {
  it('frees the counter that calls the number, and its announcement is not said', async () => {
    const { hall, line } = await holding(['kk'])
    await hall.act('ayu', 'open', 'loket-1')
    await hall.act('ayu', 'call-next', 'loket-1')
    expect(await hall.does(line('cancel'))).toMatchObject({ visit: { steps: [{ status: 'cancelled' }] } })
    expect(hall.hall.counters.get('loket-1')?.current).toBeNull()
    expect([...hall.hall.sounds.values()].flat()).toEqual([])
    expect(await hall.outcome(line('cancel'))).toBe(200)
    expect(await hall.outcome('POST /api/counters/loket-1/start', { as: 'ayu', body: {} })).toBe(
      '409 nothing-called',
    )
  })
})
