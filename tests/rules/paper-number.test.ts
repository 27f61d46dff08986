// What an emergency number looks like, and what its check digit reveals.
import { expect, it } from 'vitest'
import { checkDigit, checkOf, paperNumber, paperPrefix, paperTyped } from '../../server/hall/emergency.ts'
import { planFaults } from '../../server/hall/plan-faults/plan-faults.ts'
import { numberTyped } from '../../server/hall/reception/reception.ts'
import { rulesPlan } from './rules-plan.ts'

const SHEETS = [1, 2, 12, 99, 100, 418, 1000, 20_734]
const digitsOf = (sheet: number, slip: number) =>
  paperNumber('', sheet, slip).replace('-', '') + String(checkOf(sheet, slip))

it('[PA1] an emergency number never meets one of the machine: its prefix is reserved, and a hyphen is in it', () => {
  expect(paperPrefix(rulesPlan)).toBe('DAR')
  expect(paperNumber('DAR', 12, 7)).toBe('DAR012-07')
  const prefixes = rulesPlan.services.map(({ prefix }) => prefix)
  for (const sheet of SHEETS)
    for (const prefix of [...prefixes, 'X']) expect(numberTyped(paperNumber(prefix, sheet, 7))).toBeNull()
  // What the hall chooses is refused to its services, and theirs to it.
  expect(paperPrefix({ paper: { prefix: 'X' } })).toBe('X')
  expect(planFaults({ ...rulesPlan, paper: { prefix: 'X' } })).toEqual([])
  const faults = planFaults({ ...rulesPlan, paper: { prefix: 'SM' } })
  expect(faults.map(({ at, code }) => [at, code])).toEqual([['services[4].prefix', 'prefix-of-paper']])
  for (const prefix of ['', 'DAR', 'x', '1', 'Ä'])
    expect(planFaults({ ...rulesPlan, paper: { prefix } }).map(({ at }) => at)).toEqual(['paper.prefix'])
})

it('[PA3] a slip has a check digit: Damm’s, as his dissertation has it', () => {
  expect(checkDigit('572')).toBe(4)
  expect(checkDigit('5724')).toBe(0)
  expect(checkDigit('43881234567')).toBe(9)
})

it('[PA3] a slip has a check digit: one wrong digit and two exchanged ones are noticed', () => {
  for (const sheet of SHEETS) {
    for (let slip = 1; slip <= 8; slip += 1) {
      const right = digitsOf(sheet, slip)
      expect(paperTyped(right)).toMatchObject({ sheet, slip, isRight: true })
      for (const [at, digit] of [...right].entries()) {
        for (const other of '0123456789') {
          if (other === digit) continue
          expect(paperTyped(right.slice(0, at) + other + right.slice(at + 1))?.isRight).toBe(false)
        }
        const next = right[at + 1]
        if (next === undefined || next === digit) continue
        expect(paperTyped(right.slice(0, at) + next + digit + right.slice(at + 2))?.isRight).toBe(false)
      }
    }
  }
})

it('[PA3] a slip has a check digit: however the number is typed', () => {
  const check = checkOf(12, 7)
  for (const typed of [`DAR012-07-${check}`, `dar 12 07 ${check}`, ` 012 07 ${check} `, `1207${check}`])
    expect(paperTyped(typed)).toMatchObject({ sheet: 12, slip: 7, isRight: true })
  expect(paperTyped(`x012-07·${check}`)?.prefix).toBe('X')
  expect(paperTyped(`01207${check}`)?.prefix).toBeNull()
  for (const nothing of [
    '',
    'DAR',
    '123',
    'A012',
    `DARU012-07-${check}`,
    '1e5-07-1',
    '012-07-٤',
    '9'.repeat(12),
  ])
    expect(paperTyped(nothing)).toBeNull()
})
