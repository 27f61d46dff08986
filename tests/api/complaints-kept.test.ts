// What stays of complaints: words until their time is over, figures after that, and nothing anywhere else.
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { StorageError } from '../../server/store/errors.ts'
import { openDatabase } from '../../server/store/open.ts'
import { rulesPlan } from '../rules/rules-plan.ts'
import { act, after, file, type Filed, idOf, numbers, own, rows, SECRET, withRules } from './complaints.ts'
import { hallApp, password } from './hall-app.ts'

describe('what stays', () => {
  it('[CO14] words are erased when their time is over: from the file and its log, and the count stays', async () => {
    const hall = await hallApp({ plan: withRules({ eraseAfterDays: 30 }) })
    const filed = await file(hall, { service: 'kk', words: `${SECRET} ${'z'.repeat(4_000)}` })
    await act(hall, 'ayu', filed, 'answer', { answer: 'Bu Komang sudah ditegur' })
    const files = () =>
      readdirSync(hall.dir)
        .filter((name) => statSync(join(hall.dir, name)).isFile())
        .map((name) => readFileSync(join(hall.dir, name)).toString('latin1'))
        .join('')
    expect(files()).toContain('Wayan')
    for (const hours of [24 * 37, 24]) await after(hall, hours)
    expect((await own(hall, filed)).answer).toBe('Bu Komang sudah ditegur')
    for (const hours of [24, 24]) await after(hall, hours)
    expect(await own(hall, filed)).toMatchObject({ state: 'answered', answer: null, erased: true, days: 0 })
    for (const word of ['Wayan', 'zzzz', 'Komang'])
      expect([word, files().includes(word)]).toEqual([word, false])
    expect(await act(hall, 'ayu', filed, 'reopen')).toBe('409 complaint-erased')
    expect(await act(hall, 'ayu', filed, 'answer', { answer: 'Lagi' })).toBe('409 complaint-erased')
    const [row] = await rows(hall, 'from=2026-11-01&to=2026-12-31')
    expect(row).toMatchObject({ received: 1, answered: 1, open: 0 })
  })

  it('[CO15] what people typed is nowhere else: log, journal and incidents know neither words nor tokens', async () => {
    const logged: string[] = []
    const incidents: unknown[] = []
    const hall = await hallApp({
      logged,
      incidents: { list: () => [], add: (...what) => void incidents.push(what) },
    })
    const filed = await file(hall, { service: 'kk' }, { key: 'kunci-rahasia' })
    await act(hall, 'ayu', filed, 'answer', { answer: 'Bu Komang sudah ditegur' })
    const id = await idOf(hall, filed)
    hall.db.close()
    const outcomes = [
      await hall.outcome('POST /api/complaints', { body: { words: SECRET } }),
      await hall.outcome(`GET /api/complaints/${filed.token}`),
      await hall.outcome(`POST /api/complaints/${id}/answer`, { as: 'ayu', body: { answer: 'Bu Komang' } }),
    ]
    expect(outcomes.filter((outcome) => !/^50[03] /.test(String(outcome)))).toEqual([])
    expect(logged.length).toBeGreaterThanOrEqual(outcomes.length)
    const all = logged.join('') + JSON.stringify(incidents)
    const secrets = ['Wayan', 'Komang', 'kunci-rahasia', filed.token]
    expect(secrets.filter((secret) => all.includes(secret))).toEqual([])
    expect(all).toContain('/api/complaints/…')
    const kept = openDatabase(hall.dir, { readonly: true })
    const others = ['events', 'notes', 'access_log'].map((table) =>
      kept.prepare(`SELECT * FROM ${table}`).all(),
    )
    kept.close()
    expect(JSON.stringify(others)).not.toContain('Wayan')
  })

  it('[CO16] what cannot be stored was not filed', async () => {
    let isFull = true
    const hall = await hallApp({
      store: (store) => ({
        ...store,
        complaints: {
          ...store.complaints,
          add: (...given) => {
            if (isFull) throw new StorageError('full', 'SQLITE_FULL', new Error('full'))
            return store.complaints.add(...given)
          },
        },
      }),
    })
    const asked = { key: 'satu', body: { words: 'a' } }
    for (let nth = 0; nth < 10; nth += 1)
      expect(await hall.outcome('POST /api/complaints', asked)).toBe('503 storage-unavailable')
    expect(await numbers(hall, 'manager')).toEqual([])
    isFull = false
    expect(await hall.outcome('POST /api/complaints', asked)).toBe(201)
  })
})

describe('figures', () => {
  it('[CO17] received is the sum of what became of it', async () => {
    const hall = await hallApp()
    const made: Filed[] = []
    for (const body of [{ service: 'kk' }, { service: 'kk' }, { service: 'skck' }, { agency: 'polres' }, {}])
      made.push(await file(hall, body))
    const [first, second, third] = made as [Filed, Filed, Filed]
    await act(hall, 'ayu', first, 'answer', { answer: 'Maaf' })
    await act(hall, 'spv', second, 'close', { reason: 'duplicate' })
    await act(hall, 'dewi', third, 'take')
    const period = 'from=2026-11-24&to=2026-11-24'
    expect(await rows(hall, period)).toMatchObject([
      {
        key: 'hall',
        received: 5,
        answered: 1,
        closed: 1,
        open: 3,
        late: 0,
        escalated: 0,
        days: null,
        sp4n: null,
      },
    ])
    expect(await rows(hall, `${period}&by=agency`)).toMatchObject([
      { key: 'dukcapil', name: { id: 'Dukcapil' }, received: 2, answered: 1, closed: 1, open: 0 },
      { key: 'polres', received: 2, open: 2 },
      { key: null, name: null, received: 1, open: 1 },
    ])
    expect((await rows(hall, `${period}&by=service`)).map(({ key, received }) => [key, received])).toEqual([
      ['kk', 2],
      ['skck', 1],
      [null, 2],
    ])
    expect(await rows(hall, `${period}&by=agency`, 'spv-polres')).toMatchObject([
      { key: 'polres', received: 2 },
    ])
    expect(
      await hall.outcome(`GET /api/reports/complaints?${period}&agency=dukcapil`, { as: 'spv-polres' }),
    ).toBe('403 not-allowed')
    const csv = await hall.app.inject({
      url: `/api/reports/complaints.csv?${period}&by=agency&in=en`,
      headers: { cookie: hall.cookies.get('manager') ?? '' },
    })
    expect(csv.body.split('\r\n')[1]).toBe('dukcapil,Dukcapil,2,1,1,0,0,0,,,,,')
  })

  it('[CO18] days to answer are days on which the hall was open: and SP4N counts are the hall’s', async () => {
    const hall = await hallApp()
    for (const hours of [0, 0, 24, 24, 24 * 7]) {
      const filed = await file(hall, { service: 'kk' }, { from: `10.0.0.${hours}` })
      await after(hall, hours)
      await act(hall, 'ayu', filed, 'answer', { answer: 'Maaf' })
    }
    const period = 'from=2026-11-01&to=2026-12-31'
    expect(await rows(hall, period)).toMatchObject([
      { answered: 5, days: { mean: 7 / 5, p50: 1, p90: 5, max: 5 } },
    ])
    expect(
      await hall.outcomes('POST /api/reports/sp4n', { body: { month: '2026-11', count: 7 } }, [
        'nobody',
        'spv',
        'manager',
      ]),
    ).toEqual({ nobody: '401 not-signed-in', spv: '403 not-allowed', manager: 200 })
    const enter = (month: string, count: number) =>
      hall.outcome('POST /api/reports/sp4n', { as: 'manager', body: { month, count } })
    expect(await enter('2026-11', 9)).toBe(200)
    expect(await enter('2027-11', 9)).toBe('422 period-outside')
    expect(await enter('2026-13', 9)).toBe('400 bad-request')
    expect(await rows(hall, `${period}&by=month`)).toMatchObject([{ key: '2026-11', received: 5, sp4n: 9 }])
    expect((await rows(hall, period))[0]?.['sp4n']).toBe(9)
    expect((await rows(hall, `${period}&by=service`))[0]?.['sp4n']).toBe(null)
    expect((await rows(hall, period, 'spv'))[0]?.['sp4n']).toBe(null)
  })
})

it('[CO19] complaints outlive the trial: they go along with token, promise and counts, as who only asked does; made-up ones stay behind', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'antre-complaints-'))
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
  const trial = await hallApp({ dir, sealed: true, plan: { ...rulesPlan, operation: 'trial' } })
  await trial.does('POST /api/reception/asked', { as: 'ayu', body: {} })
  const filed = await trial.does<{ number: string; token: string; due: string }>('POST /api/complaints', {
    key: 'satu',
    body: { words: 'Loketnya tutup lebih awal', service: 'kk' },
  })
  // As `npm run rehearse` names those that it makes up.
  const madeUp = await trial.does<{ number: string; token: string }>('POST /api/complaints', {
    body: { words: 'Rekaan' },
  })
  trial.db.exec(`PRAGMA foreign_keys = OFF;
    UPDATE complaint_steps SET complaint = 'latihan-1'
      WHERE complaint = (SELECT id FROM complaints WHERE number = '${madeUp.number}');
    UPDATE complaints SET id = 'latihan-1' WHERE number = '${madeUp.number}';`)
  await trial.does('POST /api/reports/sp4n', { as: 'manager', body: { month: '2026-11', count: 4 } })
  await trial.does('POST /api/hall/begin', { as: 'manager', body: { from: 'plan', password } })
  await trial.close()

  const next = await hallApp({ dir, sealed: true })
  expect(await next.does(`GET /api/complaints/${filed.token}`)).toMatchObject({
    number: filed.number,
    due: filed.due,
    state: 'received',
  })
  const { complaints } = await next.does<{ complaints: { id: string; words: string }[] }>(
    'GET /api/complaints',
    { as: 'manager' },
  )
  expect(complaints).toMatchObject([{ words: 'Loketnya tutup lebih awal' }])
  await next.does(`POST /api/complaints/${complaints[0]?.id}/answer`, {
    as: 'manager',
    body: { answer: 'Kami perbaiki.' },
  })
  expect(await next.does(`GET /api/complaints/${filed.token}`)).toMatchObject({ state: 'answered' })
  expect(await next.does('GET /api/reports/sp4n', { as: 'manager' })).toEqual({
    months: [{ month: '2026-11', count: 4 }],
  })
  expect(await next.outcome(`GET /api/complaints/${madeUp.token}`)).toBe('404 unknown-complaint')
  expect(await next.does('GET /api/reception/asked', { as: 'ayu' })).toMatchObject({ count: 1 })
})
