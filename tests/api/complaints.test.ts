// Complaints as people without an account file them.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openPace } from '../../server/complaints/pace.ts'
import type { ComplaintForm } from '../../server/http/complaints/shapes.ts'
import { act, file, type Filed, list, numbers, own, SECRET, withRules } from './complaints.ts'
import { hallApp, openHall } from './hall-app.ts'

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

  it('[CO3] only staff say how a complaint came', async () => {
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

  it('[CO4] the same request files one complaint: also after a restart, and never with another text', async () => {
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
