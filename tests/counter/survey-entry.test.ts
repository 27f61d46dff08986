// Paper forms of the survey, without a browser: the months they may be of, elements by name.
import { expect, it } from 'vitest'
import { monthsUpTo } from '../../counter-ui/survey-entry/desk.ts'
import { en, id, elementName } from '../../counter-ui/survey-entry/texts.ts'
import { formatMonth } from '../../screens/format.ts'
import { language } from '../../screens/i18n.ts'
import { textFaults } from '../screens/texts.ts'

it('has every text in both languages', () => {
  expect(textFaults(id, en)).toEqual([])
})

it('offers this month and the twelve before, over the turn of a year', () => {
  const months = monthsUpTo('2026-02')
  expect(months).toHaveLength(13)
  expect([months[0], months[1], months[2], months[12]]).toEqual(['2026-02', '2026-01', '2025-12', '2025-02'])
})

it('names the nine elements, calls the hall’s own by their question, and is not fooled by the names of objects', () => {
  expect(elementName('perilaku', 'Bagaimana …?')).toBe(id['element.perilaku'])
  expect(elementName('parkir', 'Bagaimana parkirnya?')).toBe('Bagaimana parkirnya?')
  expect(elementName('constructor', '?')).toBe('?')
})

it('writes a month as people do, in the language shown', () => {
  language.value = 'id'
  expect(formatMonth('2026-11')).toBe('November 2026')
  language.value = 'en'
  expect(formatMonth('2026-01')).toBe('January 2026')
  language.value = 'id'
})
