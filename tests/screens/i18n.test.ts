// Texts by language, with their parameters; numbers, times and days as people here write them.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { dayWords, hallDayAt } from '../../counter-ui/parts/hall-day.ts'
import { spelled } from '../../screens/components/NumberPlate.tsx'
import {
  formatDay,
  formatDayLabel,
  formatNumber,
  formatStopwatch,
  formatTime,
  formatWaited,
  timeZone,
} from '../../screens/format.ts'
import { forgetHallTime, hearHallTime } from '../../screens/hall-clock.ts'
import { askedLanguage, language, makeTexts, pick } from '../../screens/i18n.ts'
import { en as serviceEn, id as serviceId, serviceStatusText } from '../../screens/texts/services.ts'
import { en, id, sharedText } from '../../screens/texts/shared.ts'
import { en as standingEn, id as standingId } from '../../screens/texts/standing.ts'
import { stepStatusText } from '../../screens/texts/steps.ts'
import { textFaults } from './texts.ts'

beforeEach(() => {
  language.value = 'id'
  timeZone.value = 'Asia/Makassar'
})
afterEach(() => {
  language.value = 'id'
  timeZone.value = undefined
})

describe('texts', () => {
  const text = makeTexts({
    id: { go: 'Silakan ke {counter}, {counter}', back: 'Kembali' } as const,
    en: { go: 'Please go to {counter}', back: 'Back' },
  })

  it('follow the language', () => {
    expect(text('back')).toBe('Kembali')
    language.value = 'en'
    expect(text('back')).toBe('Back')
  })

  it('take their parameters, every time they occur and as they are', () => {
    expect(text('go', { counter: 'Loket $& {x}' })).toBe('Silakan ke Loket $& {x}, Loket $& {x}')
    expect(sharedText('minutes', { minutes: 0 })).toBe('0 menit')
  })

  it('are Indonesian where the language has no file', () => {
    language.value = 'ban'
    expect(text('back')).toBe('Kembali')
  })

  it('that the screens share are complete in both languages', () => {
    expect(textFaults(id, en)).toEqual([])
    expect(textFaults(standingId, standingEn)).toEqual([])
    expect(textFaults(serviceId, serviceEn)).toEqual([])
    expect(textFaults({ a: '{x}', b: 'b' }, { a: '{y}', b: ' ' })).toEqual(['a', 'b'])
  })

  it('name the status of a step', () => {
    expect(stepStatusText('serving')).toBe('Sedang dilayani')
  })

  it('name the status of a service', () => {
    expect(serviceStatusText('soon')).toBe('Segera hadir')
    language.value = 'en'
    expect(serviceStatusText('soon')).toBe('Coming soon')
  })
})

describe('the plan’s texts', () => {
  it('are picked by language, else Indonesian', () => {
    const name = { id: 'Loket 7', en: 'Counter 7' }
    language.value = 'en'
    expect(pick(name)).toBe('Counter 7')
    language.value = 'ban'
    expect(pick(name)).toBe('Loket 7')
    const withBalinese = { ...name, ban: 'Lokét 7' }
    expect(pick(withBalinese)).toBe('Lokét 7')
  })
})

it.each([
  ['?lang=en', 'en'],
  ['?enrol=x&lang=ban', 'ban'],
  ['', 'id'],
  ['?lang=', 'id'],
  ['?lang=<script>', 'id'],
  ['?slang=en', 'id'],
])('the query %s asks for %s', (query, asked) => {
  expect(askedLanguage(query)).toBe(asked)
})

describe('times and numbers', () => {
  it('are in the hall’s time zone, whatever the device’s is', () => {
    expect(formatTime('2026-11-24T01:05:00Z')).toBe('09.05')
    expect(formatDay('2026-11-24T16:30:00Z')).toBe('Rabu, 25 November 2026')
    timeZone.value = 'Asia/Jayapura'
    expect(formatTime('2026-11-24T01:05:00Z')).toBe('10.05')
  })

  it('are written as the language does', () => {
    expect(formatNumber(1234)).toBe('1.234')
    language.value = 'en'
    expect(formatNumber(1234)).toBe('1,234')
    expect(formatTime('2026-11-24T15:59:00Z')).toBe('23:59')
    expect(formatTime('2026-11-24T16:00:00Z')).toBe('00:00')
  })

  it('show a dash for an invalid instant', () => {
    expect(formatTime('soon')).toBe('–')
  })

  it('leave a day of the plan on its day', () => {
    timeZone.value = 'America/Los_Angeles'
    expect(formatDayLabel('2026-11-24')).toBe('24 Nov')
  })

  it('count what has lasted', () => {
    expect([-3, 0, 67.9, 3_750].map(formatStopwatch)).toEqual(['0:00', '0:00', '1:07', '1:02:30'])
    expect([59, 60, 725].map(formatWaited)).toEqual(['baru saja', '1 menit', '12 menit'])
  })
})

it('a number is spoken letter by letter', () => {
  expect(spelled('A012')).toBe('A 0 1 2')
})

it('[FI15] a day is the hall’s, whatever zone the browser is in', () => {
  language.value = 'en'
  // New Year’s Eve where the test runs, 2027 in Karangasem; and the other way round.
  for (const [zone, now, here] of [
    ['Asia/Makassar', '2026-12-31T18:00:00Z', '2027'],
    ['America/Los_Angeles', '2027-01-01T05:00:00Z', '2026'],
  ] as const) {
    timeZone.value = zone
    forgetHallTime()
    hearHallTime(now)
    expect(dayWords(`${here}-03-05`)).toBe('5 Mar')
    expect(dayWords('2025-03-05')).toBe('5 Mar 2025')
  }
  expect(hallDayAt(Date.parse('2027-01-01T05:00:00Z'))).toBe('2026-12-31')
  timeZone.value = 'Nowhere/Land'
  expect(hallDayAt(0)).toBeNull()
  forgetHallTime()
})
