// Numbers in words. Announcements know what a number is; in an ordinary sentence of a screen it may be a queue number, a
// time, an amount or a measure, and is told apart by how people write it in Indonesian and English.
import { lookUp } from '../../hall/look-up.ts'
import { type Language, languageOf } from './languages.ts'
import type { SpokenLanguage } from './spoken-language.ts'

/**
 * An ordinary sentence of a screen, with everything that voices guess wrong written out: queue numbers sign by sign,
 * times, ranges, amounts, dates, measures. Signs that nobody says are dropped; a text of nothing else becomes empty.
 */
export function sentenceText(text: string, code: Language): string {
  const words = sentenceInWords(text.normalize('NFC'), languageOf(code))
  return /[\p{L}\p{N}]/u.test(words) ? words : ''
}

/** Emoji, arrows and other pictures: a voice would name them, in English. */
const pictures = /[\p{Extended_Pictographic}\p{So}\uFE00-\uFE0F\u2190-\u21FF]/gu
const queueNumber = /(?<![\p{L}\p{N}])\p{Lu}{1,2}\d{3,4}(?![\p{L}\p{N}])/gu
const phone = /(?<![\d.,:])0\d{2,3}[- ]\d{3,}(?:[- ]\d+)*/g
const time = /(?<![\d.,:])([01]?\d|2[0-3])[.:]([0-5]\d)(?!\d|[.,:]\d)/g
const amount = /\d+(?:[.,]\d{3})+(?!\d)/g
const rupiah = /Rp\.? ?(\d+)/g
const decimal = /(?<!\d)(\d+)[.,](\d{1,2})(?!\d)/g
const range = /(?<=\d) ?[-–—] ?(?=\d)/g
const measure = /(?<=\d) ?[x×] ?(?=\d)/g
const day = /(?<=\d )\p{Lu}\p{Ll}{2,3}(?!\p{L})/gu
/** More digits than this are the number of a card, not an amount. */
const mostDigits = 6

/** All numbers of the sentence in words; its other words stay as they are. */
function sentenceInWords(text: string, language: SpokenLanguage): string {
  const whole = (digits: string) =>
    digits.length > mostDigits || /^0\d/.test(digits)
      ? digitByDigit(digits, language)
      : language.cardinal(Number(digits))
  return (
    text
      .replace(pictures, ' ')
      .replace(/ ?[·•|] ?/g, ', ')
      .replace(/(?<=\p{L})[/_](?=\p{L})/gu, ' ')
      // A repeated sign is kept once, as a row of them makes a voice stumble.
      .replace(/([^\p{L}\p{N}\s])\1+/gu, '$1')
      .replace(queueNumber, (number) => spelled(number, language))
      .replace(phone, (number) => digitByDigit(number.replace(/\D/g, ''), language))
      .replace(range, ` ${language.to} `)
      .replace(time, (_, hour: string, minute: string) => language.clock(Number(hour), Number(minute)))
      .replace(amount, (digits) => digits.replace(/\D/g, ''))
      .replace(rupiah, '$1 rupiah')
      .replace(measure, ` ${language.by} `)
      .replace(day, (word) => lookUp(language.months, word) ?? word)
      .replace(decimal, `$1 ${language.point} $2`)
      .replace(/(?<=\p{L})(?=\d)|(?<=\d)(?=\p{L})/gu, ' ')
      .replace(/\d+/g, whole)
  )
}

/** A queue number as it is read out, `A, nol satu dua`: letters one by one, digits in words. */
export function spelled(number: string, language: SpokenLanguage): string {
  const groups = number.toUpperCase().match(/\p{L}+|\d+/gu) ?? []
  return groups
    .map((group) => (/\d/.test(group) ? digitByDigit(group, language) : [...group].join(' ')))
    .join(', ')
}

/** Each digit as a word of its own. */
function digitByDigit(digits: string, language: SpokenLanguage): string {
  return [...digits].map((digit) => language.digits[Number(digit)]).join(' ')
}

/** Whole numbers in words; digit by digit where they have a leading zero or more than three digits. */
export function numbersInWords(text: string, language: SpokenLanguage): string {
  return text.replace(/(?<=\p{L})(?=\d)|(?<=\d)(?=\p{L})/gu, ' ').replace(/\d+/g, (digits) => {
    const asWritten = digits.length > 3 || (digits.length > 1 && digits.startsWith('0'))
    return asWritten ? digitByDigit(digits, language) : language.cardinal(Number(digits))
  })
}
