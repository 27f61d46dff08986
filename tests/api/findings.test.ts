// Rules FI over HTTP: who notes findings and who steers them, and what is kept of it.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { FindingAnswer } from '../../server/http/findings/shapes.ts'
import { regularPlan, rulesPlan } from '../rules/rules-plan.ts'
import { findingsIn } from './findings.ts'
import { type HallApp, hallApp, openHall } from './hall-app.ts'

let hall: HallApp
beforeAll(async () => {
  hall = await openHall()
})
afterAll(() => hall.close())

const { note, steer, read, list } = findingsIn(() => hall)

describe('[FI1] all staff see findings and note them, and the manager steers', () => {
  it('an officer notes one with a subject and a place, and the agency is the counter’s', async () => {
    const made = await note({ subject: 'air-conditioning', place: { kind: 'counter', id: 'loket-1' } })
    expect(made).toMatchObject({
      source: 'trial',
      what: 'AC, panas',
      words: '',
      where: 'Loket 1',
      agency: 'dukcapil',
      state: 'open',
      owner: null,
      evidence: [],
      notedBy: { role: 'officer', username: 'ayu' },
      mine: true,
    })
    expect(await read(made.id)).toEqual(made)
    const english = await hall.ask<FindingAnswer>(`GET /api/findings/${made.id}`, {
      as: 'dewi',
      headers: { 'accept-language': 'en' },
    })
    expect(english.body.what).toBe('Air conditioning, heat')
  })

  it('what is not theirs to say is refused, and nothing is noted', async () => {
    const before = (await list()).total
    for (const more of [
      { source: 'ministry' },
      { owner: 'ayu' },
      { due: '2026-12-01' },
      { state: 'done' },
      { expected: '2026-12-01' },
      { facility: 'ramp' },
      { visitedOn: '2026-11-20' },
      { element: 'sarana' },
    ])
      for (const as of ['ayu', 'spv'] as const)
        expect(await hall.outcome('POST /api/findings', { as, body: { what: 'x', ...more } })).toBe(
          '403 not-allowed',
        )
    expect((await list()).total).toBe(before)
    const { id } = await note({ what: 'Kursi patah', where: 'dekat pintu' }, 'dewi')
    for (const as of ['ayu', 'spv'] as const)
      expect(await hall.outcome(`POST /api/findings/${id}`, { as, body: { state: 'done' } })).toBe(
        '403 not-allowed',
      )
    const done = await steer(id, { state: 'done', done: 'Diganti', owner: 'budi', source: 'ombudsman' })
    expect(done).toMatchObject({
      state: 'done',
      done: 'Diganti',
      ownerName: 'Nama budi',
      source: 'ombudsman',
    })
  })

  it('during the trial it comes from the trial', async () => {
    const trial = await hallApp({ plan: { ...rulesPlan, operation: 'trial' } })
    expect((await note({ what: 'x' }, 'ayu', trial)).source).toBe('trial')
    const regular = await hallApp({ plan: regularPlan })
    expect((await note({ what: 'x' }, 'ayu', regular)).source).toBe('staff')
  })

  it('says what does not fit, and takes nothing of it', async () => {
    const asked: readonly [object, string][] = [
      [{}, '400 bad-request'],
      [{ what: '  \u202e ' }, '400 bad-request'],
      [{ what: 'x', place: { kind: 'zone', id: '__proto__' } }, '400 bad-request'],
      [{ what: 'x', place: { kind: 'counter', id: 'loket-99' } }, '404 unknown-counter'],
      [{ what: 'x', place: { kind: 'zone', id: 'constructor' } }, '404 unknown-zone'],
      [{ what: 'x', place: { kind: 'part', id: 'constructor' } }, '400 bad-request'],
      [{ what: 'x', service: 'none' }, '404 unknown-service'],
      [{ what: 'x', agency: 'constructor' }, '404 unknown-agency'],
      [{ what: 'x', facility: 'constructor' }, '404 unknown-facility'],
      [{ what: 'x', due: '2026-02-30' }, '400 bad-request'],
      [{ what: 'x', subject: 'hasOwnProperty' }, '400 bad-request'],
      [{ what: 'x'.repeat(2001) }, '400 bad-request'],
      [{ what: 'x', constructor: 1 }, '400 bad-request'],
    ]
    const before = (await list()).total
    for (const [body, outcome] of asked)
      expect([body, await hall.outcome('POST /api/findings', { as: 'manager', body })]).toEqual([
        body,
        outcome,
      ])
    expect((await list()).total).toBe(before)
  })

  it('words are kept as they were written, without what breaks or reverses text', async () => {
    const { what } = await note({ what: ' <b>AC</b> 😀\r\nmati \u202egnp ' })
    expect(what).toBe('<b>AC</b> 😀\nmati gnp')
  })
})

it('the list is filtered, and told page by page', async () => {
  const own = await hallApp()
  for (const [index, more] of [
    { source: 'ministry', owner: 'budi', due: '2026-11-23', agency: 'dukcapil' },
    { source: 'ministry', due: '2026-11-24', state: 'working' },
    { source: 'survey', element: 'sarana', service: 'kk' },
    { facility: 'ramp', expected: '2027-01-10' },
    { state: 'dropped', due: '2026-01-01' },
  ].entries())
    await note({ what: `temuan ${index + 1}`, ...more }, 'manager', own)
  const numbers = async (query: string) =>
    (await list(query, 'ayu', own)).findings.map(({ number }) => number)
  expect(await numbers('')).toEqual([5, 4, 3, 2, 1])
  expect(await numbers('?source=ministry')).toEqual([2, 1])
  expect(await numbers('?state=unfinished')).toEqual([4, 3, 2, 1])
  expect(await numbers('?state=dropped')).toEqual([5])
  expect(await numbers('?owner=budi')).toEqual([1])
  expect(await numbers('?owner=')).toEqual([5, 4, 3, 2])
  expect(await numbers('?agency=dukcapil')).toEqual([3, 1])
  expect(await numbers('?element=sarana')).toEqual([3])
  expect(await numbers('?overdue=1')).toEqual([1])
  expect(await numbers('?facility=1')).toEqual([4])
  expect(await list('?limit=2&below=4', 'ayu', own)).toMatchObject({
    findings: [{ number: 3 }, { number: 2 }],
    total: 5,
    more: true,
    owners: ['budi'],
    counts: [
      { source: 'ministry', open: 2, overdue: 1 },
      { source: 'ombudsman', open: 0, overdue: 0 },
      { source: 'trial', open: 1 },
      { source: 'visitor', open: 0 },
      { source: 'staff', open: 0 },
      { source: 'survey', open: 1 },
    ],
  })
  for (const query of ['?source=all', '?limit=-1', '?below=1e3', '?__proto__=1', '?state=open&state=done'])
    expect(await own.outcome(`GET /api/findings${query}`, { as: 'ayu' })).toBe('400 bad-request')
})

it('[FI2] the same noted again by the same person within ten minutes is one finding', async () => {
  const own = await hallApp()
  const body = { subject: 'seats', place: { kind: 'zone', id: 'depan' } }
  const first = await note(body, 'ayu', own)
  expect((await note(body, 'ayu', own)).id).toBe(first.id)
  expect((await note(body, 'budi', own)).id).not.toBe(first.id)
  expect((await note({ ...body, what: 'dua kursi' }, 'ayu', own)).id).not.toBe(first.id)
  own.later({ minutes: 11 })
  expect((await note(body, 'ayu', own)).id).not.toBe(first.id)
})

it('[FI3] each change of a finding is kept, with who, when and what it was before', async () => {
  const { id } = await note({ what: 'Toilet bocor' })
  await steer(id, { owner: 'Bagian Umum', due: '2026-12-24' })
  await hall.does(`POST /api/findings/${id}/remarks`, { as: 'dewi', body: { text: 'Tukang datang besok' } })
  await hall.does(`POST /api/findings/${id}/remarks`, { as: 'dewi', body: { text: 'Tukang datang besok' } })
  await steer(id, { owner: 'Bagian Umum' })
  const { history, version } = await steer(id, { due: null, state: 'working' })
  expect(version).toBe(4)
  expect(history.map(({ what, by, note: said }) => [what, by.username, by.role, said])).toEqual([
    ['noted', 'ayu', 'officer', null],
    ['changed', 'manager', 'manager', null],
    ['remark', 'dewi', 'officer', 'Tukang datang besok'],
    ['changed', 'manager', 'manager', null],
  ])
  expect(history[3]?.fields).toEqual([
    { field: 'due', before: '2026-12-24', after: null },
    { field: 'state', before: 'open', after: 'working' },
  ])
})

it('[FI4] nobody overwrites unseen what another has changed', async () => {
  const { id, version } = await note({ what: 'Layar padam' })
  await steer(id, { due: '2026-12-01', seen: version })
  const late = await hall.ask(`POST /api/findings/${id}`, {
    as: 'manager',
    body: { due: '2026-12-09', owner: 'budi', seen: version },
  })
  expect([late.status, late.code, late.body['fields']]).toEqual([409, 'finding-changed', ['due']])
  expect((await read(id)).owner).toBeNull()
  // The same, and another field, are joined.
  expect(await steer(id, { due: '2026-12-01', owner: 'budi', seen: version })).toMatchObject({
    due: '2026-12-01',
    owner: 'budi',
  })
})

it('[FI5] whoever noted a finding may correct it and take it back the same day', async () => {
  const own = await hallApp()
  const { id } = await note({ subject: 'seats' }, 'ayu', own)
  expect(await steer(id, { what: 'Kursi basah', where: 'sudut' }, 'ayu', own)).toMatchObject({
    what: 'Kursi basah',
  })
  expect(await own.outcome(`POST /api/findings/${id}`, { as: 'budi', body: { what: 'x' } })).toBe(
    '403 not-allowed',
  )
  expect(await own.outcome(`POST /api/findings/${id}`, { as: 'ayu', body: { state: 'done' } })).toBe(
    '403 not-allowed',
  )
  expect((await steer(id, { state: 'dropped' }, 'ayu', own)).state).toBe('dropped')
  await steer(id, { state: 'open' }, 'manager', own)
  expect(await own.outcome(`POST /api/findings/${id}`, { as: 'ayu', body: { state: 'dropped' } })).toBe(
    '403 not-allowed',
  )
  const { id: other } = await note({ subject: 'sound' }, 'ayu', own)
  own.later({ hours: 24 })
  await own.take(['kk'])
  expect(await own.outcome(`POST /api/findings/${other}`, { as: 'ayu', body: { what: 'x' } })).toBe(
    '403 not-allowed',
  )
})

it('[FI14] the list has a limit', async () => {
  const own = await hallApp()
  for (let count = 1; count <= 60; count += 1) await note({ what: `temuan ${count}` }, 'ayu', own)
  expect(await own.outcome('POST /api/findings', { as: 'ayu', body: { what: 'satu lagi' } })).toBe(
    '409 too-many-findings',
  )
  const { id } = await note({ what: 'pengelola' }, 'manager', own)
  for (let count = 2; count <= 200; count += 1)
    await own.does(`POST /api/findings/${id}/remarks`, { as: 'ayu', body: { text: `baris ${count}` } })
  expect(await own.outcome(`POST /api/findings/${id}/remarks`, { as: 'ayu', body: { text: 'lagi' } })).toBe(
    '409 too-many-changes',
  )
  expect(await own.outcome(`POST /api/findings/${id}`, { as: 'manager', body: { owner: 'x' } })).toBe(
    '409 too-many-changes',
  )
  expect((await steer(id, { state: 'done' }, 'manager', own)).state).toBe('done')
})
