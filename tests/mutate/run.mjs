// Changes the server's rules by machine, one small fault at a time, and says which of them the nearest tests let pass.
// `npm run mutate` tries a sample of each file; `npm run mutate -- --each=200 server/hall` up to 200 of each file there.
// `--seed=2` draws another sample. It takes some seconds a fault, so it is no part of `npm test`.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createVitest } from 'vitest/node'
import { mutate } from './mutants.mjs'
import { nearest } from './nearest.mjs'

const given = process.argv.slice(2)
/** @param {string} name @param {number} usual */
const option = (name, usual) =>
  Number(given.find((one) => one.startsWith(`--${name}=`))?.split('=')[1] ?? usual)
const each = option('each', 5)
const minutes = option('minutes', 1000)
const random = dice(option('seed', 1))
const wanted = given.filter((one) => !one.startsWith('--'))
const files = (
  wanted.length > 0 ? wanted : ['server/hall', 'server/live', 'server/access', 'server/dispatch.ts']
)
  .flatMap(sources)
  .filter((file) => nearest(file).length > 0)

const work = mkdtempSync(join(tmpdir(), 'antre-mutants-'))
const met = join(work, 'met')
const built = join(work, 'text.ts')
Object.assign(process.env, { MUTANTS_MET: met, MUTANTS_TEXT: built })
const ends = Date.now() + minutes * 60_000
/** @typedef {import('./mutants.mjs').Mutant} Mutant */
/** @typedef {{ file: string, mutants: number, met: number, tried: number, survived: number, broken: number }} Row */
/** @type {Row[]} */
const table = []
/** @type {(Mutant & { file: string })[]} */
const survivors = []
for (const file of files) {
  if (Date.now() > ends) break
  await tryFile(file)
}
rmSync(work, { recursive: true })
/** @param {Exclude<keyof Row, 'file'>} key */
const sum = (key) => table.reduce((all, one) => all + one[key], 0)
console.log(
  `\n${table.length} files, ${sum('mutants')} mutants, ${sum('met')} covered, ${sum('tried')} tried (seeded)`,
)
console.log(`${survivors.length} survived, ${sum('broken')} more do not compile:`)
for (const { file, line, was, is } of survivors)
  console.log(`  ${file}:${line}  ${short(was)}  →  ${short(is)}`)

/** @param {string} file */
async function tryFile(file) {
  const code = readFileSync(file, 'utf8')
  const { text, mutants } = mutate(code, 0)
  if (mutants.length === 0) return
  writeFileSync(met, '')
  const run = await runner(file, text)
  if (!(await run(''))) throw new Error(`${file}: its tests fail without any fault`)
  const covered = new Set(readFileSync(met, 'utf8').split('\n').filter(Boolean).map(Number))
  const chosen = sample(
    mutants.filter(({ id }) => covered.has(id)),
    each,
  )
  const row = { file, mutants: mutants.length, met: covered.size, tried: 0, survived: 0, broken: 0 }
  for (const mutant of chosen) {
    if (Date.now() > ends) break
    const passed = await run(String(mutant.id))
    if (passed && !compiles(file, code, mutant)) row.broken += 1
    else {
      row.tried += 1
      if (passed) {
        row.survived += 1
        survivors.push({ file, ...mutant })
      }
    }
  }
  await run.close()
  table.push(row)
  console.log(`${file}: ${row.tried} tried of ${row.met} covered, ${row.survived} survived`)
}

/**
 * Runs the nearest tests of a file with one of its mutants alive; true when they all pass.
 * @param {string} file @param {string} text the file with all its mutants
 */
async function runner(file, text) {
  writeFileSync(built, text)
  process.env['MUTANTS_FILE'] = resolve(file)
  const quiet = { watch: false, bail: 1, reporters: [{}], silent: true }
  const vitest = await createVitest('test', { ...quiet, config: 'tests/mutate/vitest.config.ts', root: '.' })
  const specs = await vitest.globTestSpecifications(nearest(file))
  /** @param {string} alive */
  const run = async (alive) => {
    process.env['MUTANT'] = alive
    vitest.state.filesMap.clear()
    const { testModules } = await vitest.runTestSpecifications(specs)
    return testModules.every((module) => module.ok()) && vitest.state.getUnhandledErrors().length === 0
  }
  return Object.assign(run, { close: () => vitest.close() })
}

/**
 * Whether the types allow the fault: what they do not is found before any test. The file is as it was afterwards.
 * @param {string} file @param {string} code @param {Mutant} mutant
 */
function compiles(file, code, { was, is, line }) {
  const lines = code.split('\n')
  const from = lines.slice(0, line - 1).join('\n').length
  const at = code.indexOf(was, from)
  try {
    writeFileSync(file, code.slice(0, at) + is + code.slice(at + was.length))
    execFileSync('npx', ['tsc', '--noEmit'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  } finally {
    writeFileSync(file, code)
  }
}

/** @param {string} path @returns {string[]} */
function sources(path) {
  if (!existsSync(path)) return []
  if (statSync(path).isFile()) return [path]
  const inside = readdirSync(path, { recursive: true }).map((name) => join(path, String(name)))
  return inside.filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts')).sort()
}

/** @template T @param {readonly T[]} all @param {number} most @returns {T[]} */
function sample(all, most) {
  const left = [...all]
  /** @type {typeof left} */
  const chosen = []
  while (left.length > 0 && chosen.length < most)
    chosen.push(...left.splice(Math.floor(random() * left.length), 1))
  return chosen
}

/** Mulberry32, as the random days have it. @param {number} seed */
function dice(seed) {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** @param {string} text */
function short(text) {
  const one = text.replaceAll(/\s+/g, ' ')
  return one.length > 60 ? `${one.slice(0, 57)}…` : one || '(nothing)'
}
