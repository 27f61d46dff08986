// The order of `npm test`: fetch the libraries, and a browser at the same time; then compile the one that must be
// compiled, build, check the sources and run the early tests, all at once; then the others; and one closing line with the
// sum of it all.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { run } from '../../server/launch/child.mjs'
import { prepare, root } from '../../server/launch/steps.mjs'
import { installChromium, installCompiler } from './debian.mjs'
import { findChromium } from './chromium.mjs'
import { EARLY, EARLY_RAN } from './early.mjs'
import { closingLine, none, tallyOf } from './tally.mjs'

/** @import { Tally } from './tally.mjs' */

/** What is checked about the sources themselves: its name, the program in node_modules, its arguments. */
const checks = /** @type {const} */ ([
  ['type check', 'typescript/bin/tsc', '--noEmit'],
  ['format', 'oxfmt/bin/oxfmt', '--check'],
  ['lint', 'oxlint/bin/oxlint', '--deny-warnings'],
])

/**
 * Runs everything, or only the tests whose path contains one of `parts`; ends with exit code 0 only if nothing
 * failed.
 * @param {string[]} parts
 */
export async function runAll(parts) {
  const tallies = await steps(parts)
  for (const { problems } of tallies) for (const problem of problems) console.log(`- ${problem}`)
  console.log(closingLine(tallies))
  process.exitCode = tallies.some(({ failed }) => failed > 0) ? 1 : 0
}

/**
 * @param {string[]} parts
 * @returns {Promise<Tally[]>}
 */
async function steps(parts) {
  const withBrowser = parts.length === 0 || parts.some((part) => part.includes('browser'))
  // The browser comes from elsewhere than the libraries: both are fetched at once.
  const looked = withBrowser ? findOrInstallChromium() : Promise.resolve(findChromium())
  const isWhole = parts.length === 0
  /** @type {Promise<Tally>[]} */
  let begun = []
  const ready = await prepareAfter(looked, () => {
    if (isWhole && begun.length === 0) begun = [...checks.map(checkSources), runEarly()]
  })
  const chromium = await looked
  if (!ready) {
    const unprepared = failure('Antre could not be installed or built; the reason stands above.')
    return [...(await Promise.all(begun)), unprepared]
  }
  if (withBrowser && chromium === null) {
    return [
      ...(await Promise.all(begun)),
      failure(
        'The browser tests need Chromium. On Debian/Ubuntu: apt-get install chromium fonts-dejavu-core; elsewhere install Chromium or Chrome and set CHROMIUM_PATH to its program.',
      ),
    ]
  }
  const env = { CHROMIUM_PATH: chromium ?? undefined, ...(isWhole && { [EARLY_RAN]: 'yes' }) }
  return Promise.all([...begun, runTests(parts, env)])
}

/**
 * Installs and builds; where a compiler is lacking it comes after the browser, as apt does one thing at a time.
 * @param {Promise<unknown>} browser
 * @param {() => void} fetched called, perhaps again, once all libraries are there but the one that is compiled
 */
async function prepareAfter(browser, fetched) {
  if (await prepare(fetched)) return true
  await browser
  return (await installCompiler()) && prepare(fetched)
}

async function findOrInstallChromium() {
  return findChromium() ?? ((await installChromium()) ? findChromium() : null)
}

/**
 * Tells at once what it found, between the lines of the tests.
 * @param {typeof checks[number]} check
 * @returns {Promise<Tally>}
 */
async function checkSources([name, program, ...args]) {
  const { code, output } = await node(program, args, process.env, false)
  console.log(`\n${name}\n${output}`)
  return code === 0 ? { ...none, passed: 1 } : failure(`The ${name} failed.`)
}

/** One at a time: the others follow soon, five at a time. */
const runEarly = () => runTests(['--project=units', '--no-file-parallelism', ...EARLY], {})

/**
 * @param {string[]} parts of paths, and switches
 * @param {NodeJS.ProcessEnv} more of the environment
 * @returns {Promise<Tally>}
 */
async function runTests(parts, more) {
  const folder = mkdtempSync(join(tmpdir(), 'antre-tests-'))
  const report = join(folder, 'report.json')
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...parts]
  const env = { ...process.env, ...more }
  try {
    const { code } = await node('vitest/vitest.mjs', args, env, true)
    return tallyOf(JSON.parse(readFileSync(report, 'utf8')), code, root)
  } catch (error) {
    return failure(`The tests ended without a report: ${error}`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/**
 * @param {string} program a script below node_modules
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @param {boolean} show whether it prints as it goes
 */
function node(program, args, env, show) {
  return run(process.execPath, [join(root, 'node_modules', program), ...args], { cwd: root, env, show })
}

/**
 * @param {string} problem
 * @returns {Tally}
 */
const failure = (problem) => ({ ...none, failed: 1, problems: [problem] })
