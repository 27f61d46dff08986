// How an officer ends a step, sends a visitor on and calls out of order, over HTTP; with typing errors and refusals.
import { describe, expect, it } from 'vitest'
import { counterPrinter, rulesPlan } from '../rules/rules-plan.ts'
import { desk, line, one } from './desk.ts'

describe('the end', () => {
  it('has a reason of the plan, and the screens can choose from its list', async () => {
    const hall = await desk(['ktp'])
    const { reasons } = await hall.does<{ reasons: Record<string, { id: string }[]> }>('GET /api/hall')
    expect(Object.keys(reasons).toSorted()).toEqual(['call', 'finish', 'hold', 'pause'])
    const finish = (body: object) => hall.outcome(line('finish'), { as: 'ayu', body })
    expect(await finish({ reason: 'bosan' })).toBe('422 unknown-reason')
    expect(await finish({ reason: 'tanya', outcome: 'incomplete' })).toBe('422 reason-contradicts')
    expect(await finish({ reason: 'tanya', comeBack: true })).toBe('422 come-back-without-incomplete')
    for (const documents of [0, 21, 1.5, '2', null]) expect(await finish({ documents })).toMatch(/^400 /)
    expect(await finish({ missing: ['surat-kk'], documents: 1 })).toBe('422 documents-without-served')
    await hall.act('ayu', 'finish', one, { reason: 'tidak-berhak' })
    const [visit] = hall.hall.visits.values()
    expect(visit?.steps[0]).toMatchObject({ outcome: 'incomplete', reason: 'tidak-berhak' })
  })

  it('with a return today: held with its mark, and told what was said when the visitor is back', async () => {
    const hall = await desk(['ktp'])
    const said = { words: 'Akta asli dari desa', told: 'Kembali sebelum pukul 14.00' }
    const after = await hall.act('ayu', 'finish', one, { missing: ['surat-kk'], ...said, comeBack: true })
    expect(after).toMatchObject({
      current: null,
      held: [{ returns: true, callableFrom: null, reason: null }],
    })
    hall.later({ hours: 1 })
    await hall.act('ayu', 'release', one, { visit: after.held[0]?.visit })
    const back = await hall.act('ayu', 'call-next', one)
    expect(back.current).toMatchObject({
      ...said,
      returns: true,
      missing: [{ id: 'surat-kk', service: 'ktp' }],
      why: { credit: 60 },
    })
    expect(JSON.stringify(hall.db.prepare('SELECT * FROM events').all())).not.toContain('Akta asli')
  })

  it('of nobody is refused, whatever is said with it', async () => {
    const hall = await desk()
    for (const body of [{}, { reason: 'tanya' }, { words: 'KTP lama', comeBack: true }])
      expect(await hall.outcome(line('finish'), { as: 'ayu', body })).toBe('409 nothing-called')
  })
})

describe('what is typed', () => {
  const long = 'a'.repeat(10_000)
  it.each([
    ['finish', 'words', { words: long }],
    ['finish', 'told', { told: long }],
    ['refer', 'note', { service: 'kk', note: long }],
    ['hold', 'reason', { reason: long }],
    ['call', 'reason', { visit: 'v', reason: long }],
  ])('of 10,000 characters in %s is refused by its name, %s', async (action, property, body) => {
    const hall = await desk(['ktp'])
    const { status, code, body: problem } = await hall.ask(line(action), { as: 'ayu', body })
    expect({ status, code, property: problem['property'] }).toEqual({
      status: 400,
      code: 'bad-request',
      property,
    })
    expect(hall.hall.counters.get(one)?.current).not.toBeNull()
  })

  it.each([
    ['emoji', 'Anak 👨‍👩‍👧 sakit 🤒, cepat ya 🙏🏽'],
    ['right-to-left', 'مرحبا ‏A012 שלום‎'],
    ['markup and quotes', `<b onclick="x">'"&amp;</b> \\n ${'`'}$\{x}`],
    ['a text of exactly 500 characters', '😀'.repeat(500)],
  ])('is kept exactly: %s', async (_what, note) => {
    const hall = await desk(['kk'])
    await hall.act('manager', 'open', 'loket-5')
    await hall.act('ayu', 'refer', one, { service: 'bayar', note })
    hall.later({ minutes: 2 })
    expect((await hall.act('manager', 'call-next', 'loket-5')).current).toMatchObject({
      note,
      referredFrom: one,
    })
  })
})

describe('a referral', () => {
  it('to several at once goes to each with the note, and back when all are done', async () => {
    const hall = await desk(['kk'])
    const body = { service: 'ktp', also: ['akta', 'skck'], note: 'Bawa map', comeBack: true }
    const after = await hall.act('ayu', 'refer', one, body)
    expect(after.next.map(({ service }) => service)).toEqual(['ktp', 'akta'])
    const [visit] = hall.hall.visits.values()
    expect(visit?.steps.map(({ service, status }) => `${service} ${status}`)).toEqual([
      'kk done',
      'ktp waiting',
      'akta waiting',
      'skck waiting',
      'kk blocked',
    ])
    expect((await hall.act('ayu', 'undo', one)).current).toMatchObject({ service: 'kk', status: 'serving' })
  })

  it.each([
    ['its own service', { service: 'akta', also: ['kk'] }, '409 same-service'],
    ['a closed one', { service: 'akta', also: ['tabungan'] }, '422 service-closed'],
    ['an unknown one', { service: 'akta', also: ['paspor'] }, '404 unknown-service'],
    ['one that waits already', { service: 'akta', also: ['bayar'] }, '409 already-waiting'],
    ['the same as the first', { service: 'akta', also: ['akta'] }, '409 already-waiting'],
    ['the same twice', { service: 'akta', also: ['ktp', 'ktp'] }, '400 bad-request'],
    ['more than eight', { service: 'akta', also: [...'abcdefgh'] }, '400 bad-request'],
  ])('to %s goes nowhere', async (_what, body, refused) => {
    const hall = await desk(['kk', 'bayar'])
    expect(await hall.outcome(line('refer'), { as: 'ayu', body })).toBe(refused)
    const [visit] = hall.hall.visits.values()
    expect(visit?.steps.map(({ status }) => status)).toEqual(['serving', 'waiting'])
  })

  it('prints the slip at the counter’s own printer by itself', async () => {
    const plan = { ...rulesPlan, printers: [counterPrinter('printer-1', [one])] }
    const hall = await desk(['kk'], plan)
    const view = await hall.act('ayu', 'refer', one, { service: 'bayar' })
    expect(view.printer).not.toBeNull()
    const asked = hall.db.prepare("SELECT data FROM events WHERE type = 'slip-asked'").pluck().all()
    expect(asked).toEqual([expect.stringContaining('"printer":"printer-1"')])
    expect((await hall.act('manager', 'open', 'loket-3')).printer).toBeNull()
  })
})

it('a call out of order says why, by a code of the plan or in own words', async () => {
  const hall = await desk()
  const { visit } = await hall.take(['kk'])
  const call = { visit: visit.id, reason: 'di-loket' }
  expect((await hall.act('ayu', 'call', one, call)).current).toMatchObject({ reason: 'di-loket' })
  await hall.act('ayu', 'undo', one)
  const own = { visit: visit.id, reason: 'Membawa bayi' }
  expect((await hall.act('ayu', 'call', one, own)).current).toMatchObject({ reason: 'Membawa bayi' })
  expect(JSON.stringify(hall.db.prepare('SELECT * FROM events').all())).not.toContain('bayi')
  await hall.act('ayu', 'put-back', one)
  expect((await hall.act('ayu', 'call-next', one)).current).toMatchObject({ reason: null })
})

it('a hold says why in the list', async () => {
  const hall = await desk(['kk'])
  expect((await hall.act('ayu', 'hold', one, { reason: 'bayar' })).held).toMatchObject([{ reason: 'bayar' }])
  const { held } = await hall.act('ayu', 'undo', one)
  expect(held).toEqual([])
  expect((await hall.act('ayu', 'hold', one, { reason: 'ke ATM' })).held).toMatchObject([
    { reason: 'ke ATM' },
  ])
})
