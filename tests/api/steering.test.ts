// What supervisors put right, over HTTP: a step that had ended is reopened, somebody is placed at a counter.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CounterView } from '../../server/live/counter.ts'
import type { ReceptionVisit, ReceptionVisitView } from '../../server/live/reception.ts'
import { hallApp, type HallApp, openHall, type Taken } from './hall-app.ts'
import { listens, look } from './sockets.ts'

let hall: HallApp
beforeAll(async () => {
  hall = await openHall()
  await listens(hall)
})
afterAll(() => hall.close())

const everybody = ['nobody', 'ayu', 'dewi', 'spv-polres', 'spv', 'manager'] as const
const nobodyElse = {
  nobody: '401 not-signed-in',
  ayu: '403 not-allowed',
  dewi: '403 not-allowed',
  'spv-polres': '403 not-allowed',
}
const lineOf = ({ visit }: Taken, nth = 0) =>
  `POST /api/reception/visits/${visit.id}/steps/${visit.steps[nth]?.id}/reopen`
const spv = (body: object, key?: string) => ({ as: 'spv', body, ...(key ? { key } : {}) }) as const
const because = { reason: 'Salah tekan' }
const assign = (counter: string) => `POST /api/counters/${counter}/assign`

/** A visitor who was served at one of ayu's counters. */
async function served(of: HallApp): Promise<Taken> {
  const taken = await of.take(['kk'])
  await of.act('ayu', 'open', 'loket-1')
  await of.act('ayu', 'call-next', 'loket-1')
  await of.act('ayu', 'start', 'loket-1')
  await of.act('ayu', 'finish', 'loket-1')
  return taken
}

describe('a step that had ended', () => {
  it('is reopened by a supervisor of its agency, or the manager', async () => {
    const taken = await served(hall)
    expect(await hall.outcomes(lineOf(taken), { body: because }, everybody)).toEqual({
      ...nobodyElse,
      spv: 200,
      manager: '409 not-ended',
    })
  })

  it('waits again at once on all screens, and the counter’s figures know it', async () => {
    const own = await hallApp()
    await listens(own)
    const taken = await served(own)
    const counter = look<CounterView>(own, 'counter:loket-1', { as: 'ayu' })
    const desk = look<ReceptionVisitView>(own, `reception:${taken.visit.id}`, { as: 'ayu' })
    expect((await counter.view()).today.served).toBe(1)
    expect((await desk.view()).visit.steps).toMatchObject([{ status: 'done' }])
    const { visit } = await own.does<{ visit: ReceptionVisit }>(lineOf(taken), spv(because))
    expect(visit.steps).toMatchObject([{ status: 'waiting', ahead: 0 }])
    await counter.view(({ today }) => today.served === 0)
    await desk.view(({ visit: now }) => now.steps[0]?.status === 'waiting')
  })

  it('tells the next counter why it was reopened, as it was written', async () => {
    const own = await hallApp()
    const taken = await served(own)
    const reason = 'Salah tekan <b>Selesai</b> \u202E'
    await own.does(lineOf(taken), spv({ reason }))
    const { current } = await own.act('ayu', 'call-next', 'loket-1')
    expect(current).toMatchObject({ reopened: reason })
  })

  it('is among the figures of the person who ended it, who may hold another counter by now', async () => {
    const own = await hallApp()
    await listens(own)
    await served(own)
    await own.act('ayu', 'close', 'loket-1')
    const counter = look<CounterView>(own, 'counter:loket-2', { as: 'ayu' })
    expect((await counter.view()).today.served).toBe(0)
    await own.act('ayu', 'open', 'loket-2')
    await counter.view(({ today }) => today.served === 1)
  })

  it('is reopened once, however often the same command comes', async () => {
    const own = await hallApp()
    const taken = await served(own)
    const twice = await Promise.all([
      own.outcome(lineOf(taken), spv(because, 'once')),
      own.outcome(lineOf(taken), spv(because, 'once')),
    ])
    expect(twice).toEqual([200, 200])
    expect(await own.outcome(lineOf(taken), spv(because, 'other'))).toBe('409 not-ended')
  })

  it('is not reopened without a reason that can be read, or with too long a one', async () => {
    const own = await hallApp()
    const taken = await served(own)
    for (const body of [{}, { reason: '' }, { reason: ' \n' }, { reason: 'x'.repeat(201) }, { reason: 7 }])
      expect(await own.outcome(lineOf(taken), spv(body))).toBe('400 bad-request')
    const odd = '<b>“Salah”</b> 👵🏽 ‮שגוי'
    expect(await own.outcome(lineOf(taken), spv({ reason: odd }))).toBe(200)
  })

  it('keeps the reason out of the journal, and shows it in the record', async () => {
    const own = await hallApp()
    const taken = await served(own)
    await own.does(lineOf(taken), spv({ reason: 'Salah tekan selesai' }))
    const journal = own.db.prepare('SELECT * FROM events').all()
    expect(JSON.stringify(journal)).not.toContain('Salah tekan')
    const record = await own.does('GET /api/audit', { as: 'spv' })
    expect(JSON.stringify(record)).toContain('Salah tekan selesai')
  })

  it('is not there: a clear answer', async () => {
    const { visit } = await hall.take(['kk'])
    const nothing = `POST /api/reception/visits/${visit.id}/steps/none/reopen`
    expect(await hall.outcome(nothing, spv(because))).toBe('404 unknown-visit')
    const nobody = 'POST /api/reception/visits/none/steps/none/reopen'
    expect(await hall.outcome(nobody, spv(because))).toBe('404 unknown-visit')
  })
})

describe('somebody', () => {
  it('is placed at a counter by a supervisor of its agency, or the manager', async () => {
    const who = { body: { username: ' Budi ' } }
    expect(await hall.outcomes(assign('loket-2'), who, everybody)).toEqual({
      ...nobodyElse,
      spv: 200,
      manager: 200,
    })
    expect(await hall.outcome(assign('loket-99'), { as: 'spv', ...who })).toBe('404 unknown-counter')
  })

  it('holds it from now on, and the counter before is closed', async () => {
    const own = await hallApp()
    await listens(own)
    await own.act('ayu', 'open', 'loket-1')
    const before = look<CounterView>(own, 'counter:loket-1', { as: 'ayu' })
    expect((await before.view()).counter.state).toBe('open')
    const { counter } = await own.act('spv', 'assign', 'loket-2', { username: 'ayu' })
    expect(counter).toMatchObject({ state: 'open', staff: { username: 'ayu' } })
    await before.view(({ counter: now }) => now.state === 'closed' && now.staff === null)
    await own.take(['kk'])
    expect((await own.act('ayu', 'call-next', 'loket-2')).current).toMatchObject({ service: 'kk' })
  })

  it('finds it paused, if nobody has signed in with that name', async () => {
    const own = await hallApp()
    own.access.sessions.endAll(own.access.staff.byUsername('budi')?.id ?? '', null)
    const { counter } = await own.act('spv', 'assign', 'loket-2', { username: 'budi' })
    expect(counter).toMatchObject({ state: 'paused', staff: { username: 'budi' } })
  })

  it('is not placed where that would take a visitor’s counter away, or at an office of others', async () => {
    const own = await hallApp()
    await own.act('ayu', 'open', 'loket-1')
    await own.take(['kk'])
    await own.act('ayu', 'call-next', 'loket-1')
    const answers = [
      await own.ask(assign('loket-1'), spv({ username: 'budi' })),
      await own.ask(assign('loket-2'), spv({ username: 'ayu' })),
      await own.ask(assign('loket-2'), spv({ username: 'dewi' })),
      await own.ask(assign('loket-2'), spv({ username: 'nobody' })),
      await own.ask(assign('loket-2'), spv({ username: '' })),
    ]
    expect(answers.map(({ status, code }) => `${status} ${String(code)}`)).toEqual([
      '409 counter-taken',
      '409 counter-busy',
      '422 not-of-agency',
      '404 unknown-staff',
      '400 bad-request',
    ])
    expect(answers[1]?.body).toMatchObject({ about: 'loket-1' })
  })
})
