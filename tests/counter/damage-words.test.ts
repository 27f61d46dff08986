// What staff read about a damaged journal.
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { KioskView } from '../../server/live/kiosk.ts'
import { damageInWords } from '../../counter-ui/parts/StaffBanner.tsx'
import { timeZone } from '../../screens/format.ts'
import { language } from '../../screens/i18n.ts'

beforeEach(() => {
  timeZone.value = 'Asia/Makassar'
})
afterEach(() => {
  language.value = 'id'
})

const said = (from: string | null, to: string | null, count: number | null = 19) =>
  damageInWords({ damage: [{ kind: 'missing', count, from, to }] } as unknown as KioskView['hall'])[0]

it.each([
  [
    'of one minute',
    '2026-11-30T07:45:57Z',
    '2026-11-30T07:45:58Z',
    '19 peristiwa hilang dari jurnal, pada Senin, 30 November 2026 sekitar pukul 15.45.',
  ],
  [
    'of one day',
    '2026-11-30T01:00:00Z',
    '2026-11-30T07:45:58Z',
    '19 peristiwa hilang dari jurnal, pada Senin, 30 November 2026 antara pukul 09.00 dan 15.45.',
  ],
  [
    'over a midnight',
    '2026-11-29T15:59:00Z',
    '2026-11-29T16:01:00Z',
    '19 peristiwa hilang dari jurnal, antara Minggu, 29 November 2026 23.59 dan Senin, 30 November 2026 00.01.',
  ],
])('says a day and a minute once: %s', (_what, from, to, words) => {
  expect(said(from, to)).toBe(words)
})

it('says what nobody can tell', () => {
  language.value = 'en'
  expect(said(null, '2026-11-30T07:45:58Z', null)).toBe(
    '? events are missing from the journal, between ? and Monday, 30 November 2026 15:45.',
  )
})
