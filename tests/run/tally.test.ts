// The sum that CI relies on: whatever goes wrong must show in it.
import { expect, test } from 'vitest'
import { findChromium } from './chromium.mjs'
import { closingLine, none, tallyOf } from './tally.mjs'

/** One test of the report. */
interface Assertion {
  status: string
  fullName: string
  failureMessages?: string[]
}

const passed = { status: 'passed', fullName: 'a rule' }
const failed = { status: 'failed', fullName: 'another rule' }
const skipped = { status: 'pending', fullName: 'a third rule' }
const file = (name: string, status: string, ...assertionResults: Assertion[]) => ({
  name: `/antre/tests/${name}`,
  status,
  message: 'cannot find module',
  assertionResults,
})
const tally = (code: number, ...testResults: ReturnType<typeof file>[]) =>
  tallyOf({ testResults }, code, '/antre')

test('passed and failed tests are counted and the failed ones named', () => {
  const { problems, ...counts } = tally(1, file('a.test.ts', 'failed', passed, passed, failed))
  expect(counts).toEqual({ passed: 2, failed: 1, skipped: 0 })
  expect(problems).toEqual(['tests/a.test.ts: another rule'])
})

test('a file that cannot be read is a failure', () => {
  expect(tally(1, file('a.test.ts', 'failed')).problems).toEqual(['tests/a.test.ts: cannot find module'])
})

test('so is a hook that failed after its tests passed', () => {
  expect(tally(1, file('a.test.ts', 'failed', passed))).toMatchObject({ passed: 1, failed: 1 })
})

test('so is an error outside of any test', () => {
  expect(tally(1, file('a.test.ts', 'passed', passed))).toMatchObject({ passed: 1, failed: 1 })
})

test('so is a run of nothing', () => {
  expect(tally(0)).toMatchObject({ passed: 0, failed: 1 })
})

test('a skipped test is named; a skipped browser test is a failure', () => {
  const all = tally(0, file('a.test.ts', 'passed', skipped), file('browser/b.test.ts', 'passed', skipped))
  expect(all).toMatchObject({ failed: 1, skipped: 1 })
  expect(all.problems).toEqual([
    'skipped: tests/a.test.ts: a third rule',
    'tests/browser/b.test.ts: a third rule was skipped',
  ])
})

test('a browser test that passed at its second try is passed and named', () => {
  const second = { ...passed, failureMessages: ['no such button'] }
  const all = tally(0, file('browser/b.test.ts', 'passed', passed, second))
  expect(all).toMatchObject({ passed: 2, failed: 0 })
  expect(all.problems).toEqual(['passed at the second try: tests/browser/b.test.ts: a rule'])
})

test('the closing line adds all up', () => {
  const all = { ...none, passed: 3 }
  expect(closingLine([all, { ...none, failed: 1 }])).toBe('tests: 3 passed, 1 failed')
  expect(closingLine([all, { ...all, skipped: 2 }])).toBe('tests: 6 passed, 0 failed, 2 skipped')
})

test('the browser is the chosen one, even if another is there; the one without windows before one with', () => {
  const has = (path: string) => path === '/usr/bin/google-chrome' || path === '/opt/chrome'
  expect(findChromium('', has)).toBe('/usr/bin/google-chrome')
  expect(findChromium('', (path) => path.startsWith('/usr/bin/chromium'))).toBe(
    '/usr/bin/chromium-headless-shell',
  )
  expect(findChromium('/opt/chrome', has)).toBe('/opt/chrome')
  expect(findChromium('/opt/gone', has)).toBeNull()
  expect(findChromium('', () => false)).toBeNull()
})
