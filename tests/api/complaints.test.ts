// Complaints as programs and people meet them: filed without an account, answered by those who have to, erased when their
// time is over, and nowhere else.
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openComplaints } from '../../server/complaints/complaints.ts'
import { openPace } from '../../server/complaints/pace.ts'
import type { Plan } from '../../server/hall/plan.ts'
import type { ComplaintForm, OwnComplaint, StaffComplaint } from '../../server/http/complaints/shapes.ts'
import { StorageError } from '../../server/store/errors.ts'
import { openDatabase } from '../../server/store/open.ts'
import { complaintsTable } from '../../server/store/tables/complaints.ts'
import { rulesPlan } from '../rules/rules-plan.ts'
import { withoutAgency } from '../rules/without-agency.ts'
import { hallApp, type HallApp, openHall, password, type Somebody } from './hall-app.ts'

interface Filed {
  number: string
  token: string
  due: string
}
interface Listed {
  day: string
  open: number
  due: number
  late: number
  complaints: StaffComplaint[]
  next: string | null
}

const SECRET = 'Pak Wayan Sudiarta di loket tujuh membentak ibu saya'

const file = (hall: HallApp, body: object = {}, more: object = {}) =>
  hall.does<Filed>('POST /api/complaints', { body: { words: SECRET, ...body }, ...more })
const own = (hall: HallApp, { token }: Filed) => hall.does<OwnComplaint>(`GET /api/complaints/${token}`)
const list = (hall: HallApp, as: Somebody, query = '') =>
  hall.does<Listed>(`GET /api/complaints${query}`, { as })
const numbers = async (hall: HallApp, as: Somebody) =>
  (await list(hall, as)).complaints.map(({ number }) => number)
const idOf = async (hall: HallApp, filed: Filed, as: Somebody = 'manager') =>
  (await list(hall, as, '?show=all')).complaints.find(({ number }) => number === filed.number)?.id ?? ''
const act = async (hall: HallApp, as: Somebody, filed: Filed, action: string, body: object = {}) =>
  hall.outcome(`POST /api/complaints/${await idOf(hall, filed)}/${action}`, { as, body })
/** The day turns with the first command in it. */
async function after(hall: HallApp, hours: number) {
  hall.later({ hours })
  await hall.outcome('POST /api/counters/loket-1/open', { as: 'ayu', body: {} })
}
const withRules = (complaints: Plan['complaints'], more: Partial<Plan> = {}): Plan => ({
  ...rulesPlan,
  ...(complaints && { complaints }),
  ...more,
})

describe('filing', () => {
  it('[CO1] anybody complains without an account: with a service, with an agency, with neither', async () => {
    const hall = await hallApp()
    const filed = await file(hall, { service: 'kk' })
    expect(filed.number).toMatch(/^[1-9]\d{5}$/)
    expect(filed.token).toMatch(/^[\w-]{22}$/)
    expect(await own(hall, filed)).toEqual({
      number: filed.number,
      state: 'received',
      answer: null,
      answers: [],
      days: 0,
      day: '2026-11-24',
      due: '2026-12-01',
      late: false,
      about: { service: { id: 'kk', en: 'kk' }, agency: { id: 'Dukcapil', en: 'Dukcapil' } },
      erased: false,
    })
    const ofAgency = await file(hall, { agency: 'polres' })
    expect((await own(hall, ofAgency)).about).toMatchObject({ service: null, agency: { id: 'Polres' } })
    const ofHall = await file(hall)
    expect((await own(hall, ofHall)).about).toEqual({ service: null, agency: null })
    expect(await hall.outcome('POST /api/complaints', { body: { words: 'a', service: '__proto__' } })).toBe(
      '404 unknown-service',
    )
    expect(await hall.outcome('POST /api/complaints', { body: { words: 'a', agency: 'pajak' } })).toBe(
      '404 unknown-agency',
    )
    expect(
      await hall.outcome('POST /api/complaints', { body: { words: 'a', service: 'kk', agency: 'polres' } }),
    ).toBe('400 bad-request')
    // Neither the number nor a token that is nearly right opens anything.
    for (const wrong of [filed.number, filed.token.slice(1), `${filed.token}A`, 'form%00', '__proto__'])
      expect(await hall.outcome(`GET /api/complaints/${wrong}`)).toBe('404 unknown-complaint')
    const stored = hall.db.prepare('SELECT * FROM complaints').all()
    expect(JSON.stringify(stored)).not.toContain(filed.token)
  })

  it('[CO2] the promise is counted in days on which the hall is open: not weekends, not holidays, and it stays', async () => {
    const hall = await hallApp({ at: Date.parse('2026-12-23T01:00:00Z'), plan: withRules({ days: 2 }) })
    const filed = await file(hall, { service: 'kk' })
    // The 25th is a holiday, 26 and 27 a weekend.
    expect(filed.due).toBe('2026-12-28')
    expect((await hall.does<ComplaintForm>('GET /api/complaints/form')).until).toBe('2026-12-28')
    await hall.revise(withRules({ days: 30 }))
    await act(hall, 'ayu', filed, 'forward', { agency: 'polres' })
    expect((await own(hall, filed)).due).toBe('2026-12-28')
  })

  it('[CO3] how it came is said by staff alone', async () => {
    const hall = await hallApp()
    expect(await hall.outcome('POST /api/complaints', { body: { words: 'a', channel: 'letter' } })).toBe(
      '403 not-allowed',
    )
    await file(hall, { channel: 'letter', agency: 'polres' }, { as: 'ayu' })
    await file(hall, {}, { as: 'ayu' })
    const channels = (await list(hall, 'manager')).complaints.map(({ channel, history }) => [
      channel,
      history[0]?.by,
    ])
    // Both came in one moment, so either may be first.
    expect(Object.fromEntries(channels)).toEqual({ letter: 'Nama ayu', phone: null })
  })

  it('[CO4] the same request files once: also after a restart, and never with another text', async () => {
    const hall = await openHall()
    const asked = { key: 'satu', body: { words: SECRET, service: 'kk' } }
    const filed = await hall.does<Filed>('POST /api/complaints', asked)
    expect(await hall.does<Filed>('POST /api/complaints', asked)).toEqual(filed)
    const late = { ...asked, body: { ...asked.body, notAfter: '2020-01-01T00:00:00Z' } }
    expect(await hall.does<Filed>('POST /api/complaints', late)).toEqual(filed)
    expect(await hall.outcome('POST /api/complaints', { ...late, key: 'dua' })).toBe('409 too-late')
    expect(
      await hall.outcome('POST /api/complaints', { ...asked, body: { ...asked.body, words: 'lain' } }),
    ).toBe('409 key-reused')
    await hall.app.close()
    hall.db.close()
    const again = await hallApp({ dir: hall.dir })
    expect(await again.does<Filed>('POST /api/complaints', asked)).toEqual(filed)
    expect(await numbers(again, 'ayu')).toEqual([filed.number])
    expect(readFileSync(join(hall.dir, 'antre.db')).includes('satu')).toBe(false)
  })

  it('[CO5] words are kept as they were typed: markup, emoji, right-to-left, nothing at all', async () => {
    const hall = await hallApp()
    const words = '<b onclick=x>&amp;</b> 👨‍👩‍👧 "مرحبا" \u202Eabc\n\n\n\n\tਤੇ'
    const filed = await file(hall, { words: `  ${words}\r\n ` })
    const [listed] = (await list(hall, 'manager')).complaints
    expect(listed).toMatchObject({
      number: filed.number,
      words: words.replace('\n\n\n\n', '\n\n'),
    })
    const outcome = (given: string) => hall.outcome('POST /api/complaints', { body: { words: given } })
    for (const nothing of [
      '',
      '   \n\t ',
      '\u200B\u200D\u2066',
      '\u0000',
      'a\u0007b',
      '\uD800',
      'x'.repeat(5_001),
    ])
      expect([nothing, await outcome(nothing)]).toEqual([nothing, '400 bad-request'])
    expect(await outcome('😡'.repeat(5_000))).toBe(201)
    expect(await outcome('x'.repeat(10_000))).toBe('400 bad-request')
    expect(await hall.outcome('POST /api/complaints', { body: { words: ['a'] } })).toBe('400 bad-request')
  })

  it('[CO6] floods are slowed down and hurt nobody else: of one address, of many, never staff', async () => {
    const hall = await hallApp()
    const from = (address: string) =>
      hall.ask('POST /api/complaints', { body: { words: 'a' }, from: address })
    for (let nth = 0; nth < 6; nth += 1) expect((await from('10.0.0.7')).status).toBe(201)
    const refused = await from('10.0.0.7')
    expect([refused.status, refused.code, refused.headers['retry-after']]).toEqual([
      429,
      'too-many-requests',
      '600',
    ])
    expect((await from('10.0.0.8')).status).toBe(201)
    await file(hall, { channel: 'reception' }, { as: 'ayu' })
    hall.later({ minutes: 11 })
    expect((await from('10.0.0.7')).status).toBe(201)
    const pace = openPace()
    const strangers = Array.from({ length: 200 }, (_, nth) => ({ address: `10.1.0.${nth}` }))
    const taken = strangers.filter((filer) => {
      const isFree = pace.waits(filer, 1_000) === 0
      if (isFree) pace.filed(filer, 1_000)
      return isFree
    })
    expect(taken).toHaveLength(120)
    expect(pace.waits({ address: '10.9.0.1' }, 61_000)).toBe(3_540)
    expect(pace.waits({ known: 'tablet' }, 61_000)).toBe(0)
    // A clock that was put back locks nobody out.
    expect(pace.waits({ address: '10.9.0.1' }, 0)).toBe(0)
  })

  it('[CO7] where the plan says so, complaints go to SP4N-LAPOR! instead: what was filed is still answered', async () => {
    const hall = await hallApp()
    const filed = await file(hall, { service: 'kk' })
    await hall.revise(withRules({ sp4n: 'instead' }))
    expect((await hall.does<ComplaintForm>('GET /api/complaints/form')).sp4n).toBe('instead')
    for (const as of ['nobody', 'manager'] as const)
      expect(await hall.outcome('POST /api/complaints', { as, body: { words: 'a' } })).toBe(
        '422 complaints-elsewhere',
      )
    expect(await act(hall, 'ayu', filed, 'answer', { answer: 'Maaf.' })).toBe(200)
    expect((await own(hall, filed)).answer).toBe('Maaf.')
  })
})

describe('answering', () => {
  it('[CO8] each agency works on its own complaints: to others they do not exist', async () => {
    const hall = await hallApp()
    const filed = await file(hall, { service: 'kk' })
    const ofHall = await file(hall)
    expect(await numbers(hall, 'ayu')).toEqual([filed.number])
    expect(await numbers(hall, 'dewi')).toEqual([])
    expect((await numbers(hall, 'manager')).sort()).toEqual([filed.number, ofHall.number].sort())
    for (const action of ['take', 'answer', 'forward', 'close', 'reopen']) {
      const body = {
        ...(action === 'answer' && { answer: 'a' }),
        ...(action === 'forward' && { agency: null }),
      }
      const whole = { ...body, ...(action === 'close' && { reason: 'unclear' }) }
      expect(await act(hall, 'spv-polres', filed, action, whole)).toBe('404 unknown-complaint')
      expect(await act(hall, 'spv', ofHall, action, whole)).toBe('404 unknown-complaint')
    }
    const asked = await hall.does<{ complaint: StaffComplaint }>(
      `GET /api/complaints/numbers/${filed.number}`,
      { as: 'dewi' },
    )
    expect(asked.complaint).toMatchObject({ state: 'received', words: null, due: '2026-12-01' })
    expect(JSON.stringify(asked)).not.toContain('Wayan')
    expect(await act(hall, 'ayu', filed, 'forward', { agency: 'polres', note: 'Soal SIM' })).toBe(200)
    expect([await numbers(hall, 'ayu'), await numbers(hall, 'dewi')]).toEqual([[], [filed.number]])
    expect((await list(hall, 'dewi')).complaints[0]?.history.at(-1)).toMatchObject({
      kind: 'forwarded',
      from: 'dukcapil',
      to: 'polres',
      text: 'Soal SIM',
    })
    expect(await act(hall, 'dewi', filed, 'forward', { agency: 'pajak' })).toBe('404 unknown-agency')
  })

  it('[CO9] of two people at one complaint the second learns of the first', async () => {
    const hall = await hallApp()
    const filed = await file(hall, { service: 'kk' })
    expect(await act(hall, 'ayu', filed, 'take', { revision: 1 })).toBe(200)
    expect(await act(hall, 'budi', filed, 'take', { revision: 1 })).toBe('409 complaint-changed')
    expect(await act(hall, 'budi', filed, 'answer', { answer: 'Maaf.', revision: 2 })).toBe(200)
    // A press that came twice is one answer.
    expect(await act(hall, 'budi', filed, 'answer', { answer: 'Maaf.', revision: 2 })).toBe(200)
    expect(await act(hall, 'ayu', filed, 'answer', { answer: 'Lain.', revision: 2 })).toBe(
      '409 complaint-changed',
    )
    expect((await own(hall, filed)).answers.map(({ text }) => text)).toEqual(['Maaf.'])
    // That somebody answered is said, not that it is closed by now.
    expect(await act(hall, 'ayu', filed, 'forward', { agency: 'polres', revision: 2 })).toBe(
      '409 complaint-changed',
    )
    expect(await act(hall, 'ayu', filed, 'forward', { agency: 'polres' })).toBe('409 complaint-closed')
  })

  it('[CO10] the first answer ends the promise: later ones stand beside it, and reopening makes a new one', async () => {
    const hall = await hallApp()
    const filed = await file(hall, { service: 'kk' })
    await after(hall, 48)
    expect(await act(hall, 'ayu', filed, 'answer', { answer: 'Satu' })).toBe(200)
    expect(await act(hall, 'ayu', filed, 'answer', { answer: 'Dua' })).toBe(200)
    expect(await act(hall, 'ayu', filed, 'close', { reason: 'settled' })).toBe(200)
    expect(await act(hall, 'ayu', filed, 'answer', { answer: 'Tiga' })).toBe('409 complaint-closed')
    expect(await act(hall, 'ayu', filed, 'take')).toBe('409 complaint-closed')
    await after(hall, 24 * 14)
    expect(await own(hall, filed)).toMatchObject({ state: 'closed', answer: 'Dua', days: 2, late: false })
    expect(await act(hall, 'ayu', filed, 'reopen')).toBe(200)
    expect(await own(hall, filed)).toMatchObject({ state: 'taken', due: '2026-12-17', days: 2 })
    expect(await act(hall, 'ayu', filed, 'answer', { answer: ' \n ' })).toBe('400 bad-request')
  })

  it('[CO11] nobody puts a complaint about themselves aside', async () => {
    const hall = await hallApp()
    const filed = await file(hall, { service: 'kk' })
    expect(await act(hall, 'ayu', filed, 'close', { reason: 'unclear' })).toBe('403 not-allowed')
    expect(await act(hall, 'spv', filed, 'close', { reason: 'constructor' })).toBe('400 bad-request')
    expect(await act(hall, 'spv', filed, 'close', { reason: 'withdrawn' })).toBe(200)
    expect(await own(hall, filed)).toMatchObject({ state: 'closed', answer: null })
  })

  it('[CO12] what is late is told to the managers: once, and not while the date is in doubt', async () => {
    const hall = await hallApp()
    const filed = await file(hall, { service: 'kk' })
    const state = async () => {
      const { open, due, late, complaints } = await list(hall, 'manager')
      const { left, escalated, history } = complaints[0] ?? {}
      return {
        open,
        due,
        late,
        left,
        escalated,
        told: history?.filter(({ kind }) => kind === 'escalated').length,
      }
    }
    expect(await state()).toEqual({ open: 1, due: 0, late: 0, left: 5, escalated: false, told: 0 })
    await after(hall, 6 * 24)
    expect(await state()).toMatchObject({ due: 1, late: 0, left: 1 })
    // The date is sure once another clock agrees, or a day later.
    await after(hall, 48)
    expect(await state()).toEqual({ open: 1, due: 0, late: 1, left: -1, escalated: false, told: 0 })
    for (const hours of [24, 24]) await after(hall, hours)
    expect(await state()).toEqual({ open: 1, due: 0, late: 1, left: -3, escalated: true, told: 1 })
    expect((await own(hall, filed)).late).toBe(true)
    const stored = complaintsTable(hall.db)
    const parts = { stored, hall: hall.hall, newId: () => 'x', failed: raise }
    const year = hall.clock.now + 400 * 86_400_000
    openComplaints({
      ...parts,
      now: () => year,
      certain: () => ({ day: hall.hall.day, at: year - 399 * 86_400_000 }),
    }).look()
    expect((await list(hall, 'manager')).complaints[0]?.words).toBe(SECRET)
    // A clock that is in doubt counts in fractions.
    const inDoubt = openComplaints({
      ...parts,
      now: () => hall.clock.now + 0.25,
      certain: () => ({ day: hall.hall.day, at: hall.clock.now + 0.25 }),
    })
    const kept = stored.byNumber(filed.number)
    expect(kept && inDoubt.answer(kept, 'Maaf', 'x')).toMatchObject({ state: 'answered', late: true })
    inDoubt.look()
  })

  it('[CO13] what the plan no longer has keeps its name: and managers forward what an agency left', async () => {
    const hall = await hallApp()
    const filed = await file(hall, { service: 'skck' })
    const without = withoutAgency(rulesPlan, 'polres')
    const named = { id: 'KK baru', en: 'New KK' }
    await hall.revise(
      {
        ...without,
        services: without.services.map((one) => (one.id === 'kk' ? { ...one, name: named } : one)),
      },
      '&accounts=close',
    )
    // What leaves the plan stays until the day is over.
    await after(hall, 24)
    const renamed = await file(hall, { service: 'kk' })
    expect((await own(hall, renamed)).about.service).toEqual({ id: 'KK baru', en: 'New KK' })
    expect((await own(hall, filed)).about).toMatchObject({
      service: { id: 'skck' },
      agency: { id: 'Polres' },
    })
    expect((await list(hall, 'manager')).complaints.map(({ gone }) => gone)).toEqual([true, false])
    expect(await act(hall, 'manager', filed, 'forward', { agency: 'dukcapil' })).toBe(200)
    expect(await numbers(hall, 'ayu')).toContain(filed.number)
  })
})

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

const rows = async (hall: HallApp, query: string, as: Somebody = 'manager') =>
  (await hall.does<{ rows: Record<string, unknown>[] }>(`GET /api/reports/complaints?${query}`, { as })).rows

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

it('[CO8] each agency works on its own complaints: all of them are listed, a page at a time, each once', async () => {
  const hall = await hallApp()
  await file(hall, { service: 'kk' })
  // As many that came in the same moment as nobody could file so quickly.
  const columns = hall.db
    .prepare<[], { name: string }>(`SELECT name FROM pragma_table_info('complaints')`)
    .all()
    .map(({ name }) => name)
  const others = (how: string, count: number, set: Record<string, string>) =>
    hall.db.exec(`WITH RECURSIVE nth(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM nth WHERE n < ${count})
      INSERT INTO complaints (${columns.join()}) SELECT ${columns
        .map(
          (name) =>
            ({ id: `'${how}-' || n`, number: `'${how}' || n`, token: `randomblob(32)`, key: 'NULL', ...set })[
              name
            ] ?? name,
        )
        .join()} FROM complaints, nth WHERE id NOT LIKE '%-%'`)
  hall.db.exec(`PRAGMA foreign_keys = OFF; UPDATE complaints SET id = 'satu'`)
  others('o', 220, {})
  others('d', 130, { state: `'answered'`, answered_on: 'day', days: '0' })
  const walk = async (as: Somebody, show: string) => {
    const found: string[] = []
    let before: string | null = ''
    while (before !== null) {
      const more: string = before === '' ? '' : `&before=${before}`
      const page: Listed = await list(hall, as, `?show=${show}${more}`)
      expect(page.complaints.length).toBeLessThanOrEqual(100)
      found.push(...page.complaints.map(({ id }) => id))
      before = page.next
    }
    expect(new Set(found).size).toBe(found.length)
    return found.length
  }
  for (const as of ['manager', 'ayu'] as const)
    expect([await walk(as, 'open'), await walk(as, 'done'), await walk(as, 'all')]).toEqual([221, 130, 351])
  expect(await walk('dewi', 'open')).toBe(0)
  expect((await list(hall, 'manager')).open).toBe(221)
  // Only a moment, as answers had before this one; and what is not a place.
  expect((await list(hall, 'manager', `?show=done&before=1`)).complaints).toEqual([])
  for (const wrong of ['x', '2026-11-24', '1.2.3', '2026-11-24.1.%00', '-1'])
    expect(await hall.outcome(`GET /api/complaints?before=${wrong}`, { as: 'manager' })).toBe(
      '400 bad-request',
    )
})

function raise(error: unknown): never {
  throw error
}

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
