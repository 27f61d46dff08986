// A scanner's keys are told from a person's by their speed, and only our own addresses mean a number.
import { describe, expect, it } from 'vitest'
import { createScanReader, tokenIn } from '../../screens/scan.ts'

const TOKEN = 'AbCdEf-_0123456789wxyz'

/** What a reader answers to these keys and Enter, one every `ms`, after what it read before. */
function typed(text: string, ms: number, read = createScanReader(), from = 0): string | null {
  const keys = [...text].flatMap((key) => (/[A-Z]/.test(key) ? ['Shift', key] : [key]))
  const answers = [...keys, 'Enter'].map((key, place) => read(key, from + place * ms))
  expect(answers.slice(0, -1).every((answer) => answer === null)).toBe(true)
  return answers.at(-1) ?? null
}

describe('a scan', () => {
  it('is an address typed faster than a person can, with Enter at its end', () => {
    expect(typed(`https://antre.example.id/t/${TOKEN}`, 8)).toBe(TOKEN)
    expect(typed(`https://antre.example.id/t/${TOKEN}`, 40)).toBe(TOKEN)
  })

  it('is collected by its own form: a pause inside an address does not tear it', () => {
    const read = createScanReader()
    const keys = [...`https://antre.example.id/t/${TOKEN}`, 'Enter']
    const answers = (pauseAfter: number) => {
      const from = pauseAfter * 60_000
      return keys.map((key, place) => read(key, from + place * 8 + (place > pauseAfter ? 500 : 0))).at(-1)
    }
    expect(keys.slice(0, -1).map((_, place) => answers(place))).toEqual(Array(keys.length - 1).fill(TOKEN))
  })

  it('is not what a person types, however long', () => {
    expect(typed(`https://antre.example.id/t/${TOKEN}`, 90)).toBeNull()
  })

  it('is not a few keys that bounce, nor Enter alone', () => {
    expect(typed('', 5)).toBeNull()
    expect(typed('abcde', 5)).toBeNull()
  })

  it('begins anew after a pause, and after each Enter', () => {
    const read = createScanReader()
    expect(read('x', 0)).toBeNull()
    expect(typed(`http://a/t/${TOKEN}`, 5, read, 5_000)).toBe(TOKEN)
    expect(typed(`http://a/t/${TOKEN}2`, 5, read, 5_500)).toBe(`${TOKEN}2`)
    expect(typed('', 5, read, 6_000)).toBeNull()
  })

  it('that is no address of ours has no token', () => {
    expect(typed('8991234567890', 5)).toBe('')
    expect(typed('https://example.com/tea/time', 5)).toBe('')
  })
})

describe('tokenIn', () => {
  it('takes the token out of an address, with or without what follows it', () => {
    expect(tokenIn(`http://192.168.1.10:3000/t/${TOKEN}`)).toBe(TOKEN)
    expect(tokenIn(`https://a.id/t/${TOKEN}?lang=en`)).toBe(TOKEN)
    expect(tokenIn(`https://a.id/t/${TOKEN}/`)).toBe(TOKEN)
  })

  it('forgives blanks around it, and Caps Lock, which turns every letter round', () => {
    expect(tokenIn(` https://a.id/t/${TOKEN} `)).toBe(TOKEN)
    expect(tokenIn('HTTPS://A.ID/T/aBcDeF-_0123456789WXYZ')).toBe(TOKEN)
  })

  it('takes what is there of an address that was cut short', () => {
    expect(tokenIn('https://a.id/t/AbC')).toBe('AbC')
    expect(tokenIn('https://a.id/t/')).toBe('')
  })

  it('lets nothing through that is no token', () => {
    expect(tokenIn('https://a.id/t/../../api')).toBe('')
    expect(tokenIn(`https://a.id/t/${'x'.repeat(65)}`)).toBe('')
  })
})
