// The built server's code in one byte a letter: the same program, whatever it says.
import { expect, it } from 'vitest'
import { narrow } from '../../server/tuning/narrow.mjs'

const isNarrow = (code: string) => [...code].every((letter) => letter <= '\u00ff')
const value = (code: string): unknown => new Function(`return ${code}`)()

it('says the same in strings, templates and patterns, astral letters too', () => {
  for (const code of [
    "'a – b… ±é'",
    '`“${1 + 1}” 😀`',
    "'😀・x'.replace(/[・•]/u, '').length",
    "/^[😀-😃]$/u.test('😁')",
  ]) {
    expect(isNarrow(code)).toBe(false)
    expect(isNarrow(narrow(code))).toBe(true)
    expect(value(narrow(code))).toEqual(value(code))
  }
})

it('leaves narrow text alone, and every line in its place', () => {
  expect(narrow("'é ±'\n// x\n")).toBe("'é ±'\n// x\n")
  expect(narrow("'…'\n\n'–'").split('\n')).toHaveLength(3)
})

it('refuses a template that is taken as it is written', () => {
  expect(() => narrow('String.raw`…`')).toThrow('String.raw')
  expect(narrow('String.raw`\\$&` + "…"')).toContain('\\u2026')
})
