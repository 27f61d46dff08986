// Complaints as they are answered by those who have to.
import { describe, expect, it } from 'vitest'
import { openComplaints } from '../../server/complaints/complaints.ts'
import type { StaffComplaint } from '../../server/http/complaints/shapes.ts'
import { complaintsTable } from '../../server/store/tables/complaints.ts'
import { rulesPlan } from '../rules/rules-plan.ts'
import { withoutAgency } from '../rules/without-agency.ts'
import { act, after, file, list, type Listed, numbers, own, SECRET } from './complaints.ts'
import { hallApp, type Somebody } from './hall-app.ts'

function raise(error: unknown): never {
  throw error
}

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

  it('[CO9] if two people work on one complaint, the second learns of the first', async () => {
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

  it('[CO12] managers are told what is late: once, and not while the date is in doubt', async () => {
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
