// The day of a number, if it is not today.
import { afterEach, expect, it } from 'vitest'
import { earlierDay } from '../../counter-ui/parts/hall-day.ts'
import { language } from '../../screens/i18n.ts'

afterEach(() => {
  language.value = 'id'
})

it('is not said of today, by its weekday for a week, and then with the date', () => {
  expect(earlierDay('2026-11-27', '2026-11-27')).toBeNull()
  expect(earlierDay('2026-11-26', '2026-11-27')).toBe('Kamis')
  expect(earlierDay('2026-11-26', '2026-12-02')).toBe('Kamis')
  expect(earlierDay('2026-11-26', '2026-12-03')).toBe('Kamis, 26 Nov')
  language.value = 'en'
  expect(earlierDay('2026-11-26', '2026-11-30')).toBe('Thursday')
  expect(earlierDay('2026-11-26', '2026-12-07')).toMatch(/^Thursday,? 26 Nov$/)
})
