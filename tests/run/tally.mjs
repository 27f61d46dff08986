// Sums up: what passed, what failed, and why, from Vitest's JSON report and from the other checks.
import { relative } from 'node:path'

/**
 * @typedef {{ passed: number, failed: number, skipped: number, problems: string[] }} Tally
 * @typedef {{ status: string, fullName: string, failureMessages?: string[] }} Assertion
 * @typedef {{ name: string, status: string, message: string, assertionResults: Assertion[] }} File
 *   of the report, `name` its absolute path
 */

/** @type {Tally} */
export const none = { passed: 0, failed: 0, skipped: 0, problems: [] }

/**
 * Counts a report. A file that could not even be read is one failure; so is a browser test that was skipped,
 * and an exit code that no failed test explains (an error outside of any test). A browser test that passed only when it was
 * tried again counts as passed and is named.
 * @param {{ testResults: File[] }} report
 * @param {number} code Vitest's exit code
 * @param {string} root the program folder
 * @returns {Tally}
 */
export function tallyOf({ testResults }, code, root) {
  const tally = { ...none, problems: /** @type {string[]} */ ([]) }
  /** @param {string} problem */
  const fail = (problem) => {
    tally.failed += 1
    tally.problems.push(problem)
  }
  for (const { name, status, message, assertionResults } of testResults) {
    const file = relative(root, name)
    for (const one of assertionResults) {
      if (one.status === 'passed') {
        tally.passed += 1
        if (one.failureMessages?.length)
          tally.problems.push(`passed at the second try: ${file}: ${one.fullName}`)
      } else if (one.status === 'failed') fail(`${file}: ${one.fullName}`)
      else if (file.startsWith('tests/browser/')) fail(`${file}: ${one.fullName} was skipped`)
      else {
        tally.skipped += 1
        tally.problems.push(`skipped: ${file}: ${one.fullName}`)
      }
    }
    const explained = assertionResults.some((one) => one.status === 'failed')
    if (status === 'failed' && !explained) fail(`${file}: ${message}`)
  }
  if (code !== 0 && tally.failed === 0) fail('Vitest met an error outside of any test; it stands above.')
  if (tally.passed + tally.failed === 0) fail('No test ran.')
  return tally
}

/**
 * The last line of `npm test`, in a form that CI reads.
 * @param {Tally[]} tallies
 */
export function closingLine(tallies) {
  /** @param {(tally: Tally) => number} count */
  const sum = (count) => tallies.reduce((total, tally) => total + count(tally), 0)
  const skipped = sum((tally) => tally.skipped)
  const line = `tests: ${sum((tally) => tally.passed)} passed, ${sum((tally) => tally.failed)} failed`
  return skipped === 0 ? line : `${line}, ${skipped} skipped`
}
