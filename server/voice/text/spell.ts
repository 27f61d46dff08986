// Reading out sign by sign: queue numbers, and digits that are no amount.
import type { SpokenLanguage } from './spoken-language.ts'

/** A queue number as it is read out, `A, nol satu dua`: letters one by one, digits in words. */
export function spelled(number: string, language: SpokenLanguage): string {
  const groups = number.toUpperCase().match(/\p{L}+|\d+/gu) ?? []
  return groups
    .map((group) => (/\d/.test(group) ? digitByDigit(group, language) : [...group].join(' ')))
    .join(', ')
}

/** Each digit as a word of its own. */
export function digitByDigit(digits: string, language: SpokenLanguage): string {
  return [...digits].map((digit) => language.digits[Number(digit)]).join(' ')
}
