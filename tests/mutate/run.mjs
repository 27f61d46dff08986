// Changes the server's rules by machine, one small fault at a time, and says which faults no test notices. First all tests
// run once without a fault, to learn which of them reach which mutant; then each mutant of a seeded sample meets those
// that reach it, the quick ones first. What the near tests let pass meets every other one before it counts as survivor.
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative, resolve } from 'node:path'
import { createVitest } from 'vitest/node'
import { isEquivalent, unmatched } from './equivalent.mjs'
import { mutate } from './mutants.mjs'

const help = `npm run mutate -- [options] [files or folders of server/]

Puts small faults into the server, one at a time, and lists those that no test notices.
Without a path: server/hall, server/live, server/access, server/drafts, server/dispatch.ts and server/batch.ts.

  --each=5       how many faults of a file are tried at most
  --seed=1       another seed draws another sample
  --minutes=600  begins no further file after that time; what survived until then still meets the other tests that
                 reach it, and is told
  --again        only those that survived the last time
  --why          says of each other fault which test noticed it, and how
  --near         no further tests for what the near ones let pass: quick, and strict
  --with=a,b     of the near tests only those whose path has one of these parts: whether a new test notices a fault
  --help         this

A fault takes about a second. It ends with 1 if more than 5 % of what was tried survives.`

const given = process.argv.slice(2)
if (given.includes('--help') || given.includes('-h')) {
  console.log(help)
  process.exit()
}
const unknown = given.find(
  (one) => one.startsWith('-') && !/^--(near|why|again|with=.+|(each|seed|minutes)=\d+)$/.test(one),
)
if (unknown !== undefined) fail(`What is ${unknown}?\n\n${help}`)
/** @param {string} name @param {number} usual */
const option = (name, usual) => Number(textOf(name) ?? usual)
/** @param {string} name */
const textOf = (name) => given.find((one) => one.startsWith(`--${name}=`))?.split('=')[1]
const each = option('each', 5)
const seed = option('seed', 1)
const parts = textOf('with')?.split(',') ?? ['']
const ends = Date.now() + option('minutes', 600) * 60_000
const wanted = given.filter((one) => !one.startsWith('-'))
const places =
  wanted.length > 0
    ? wanted
    : [
        'server/hall',
        'server/live',
        'server/access',
        'server/drafts',
        'server/dispatch.ts',
        'server/batch.ts',
      ]
const files = places.flatMap(sources)
if (files.length === 0) fail(`Nothing to change in ${places.join(', ')}.`)

/** What survived the last time, as `inWords` has it, but for the lines. */
const kept = 'node_modules/.antre-survived-mutants.json'
/** @type {Set<string> | null} */
const again = given.includes('--again')
  ? new Set(/** @type {string[]} */ (JSON.parse(readFileSync(kept, 'utf8'))))
  : null

/** Where the rules are tested without a server, and so in no time; for the draft, which is little without one, also with. */
const near =
  /^tests\/(rules\/(?!who-|voice-c|every-rule)|live|loop|drafts|api\/draft\.|access\/(?!staff-command))/
/** Rules that are little without a server: the tests of these are those over HTTP. @type {[file: RegExp, tests: RegExp][]} */
const served = [
  [/^server\/hall\/(paper|emergency)/, /^tests\/(api\/paper|journal\/paper)/],
  [/^server\/drafts/, /^tests\/api\/(proposals|preview)/],
  [/^server\/live\/standard/, /^tests\/api\/layanan/],
  [/^server\/access\/staff-list/, /^tests\/api\/staff-sheets/],
]
/** Folders of the server whose tests are not all in the folder of that name. @type {Record<string, string>} */
const elsewhere = { store: 'store|journal', http: 'api', reports: 'reports|figures' }
/** What `near` is about. */
const usual = /^(hall|live|access|drafts|.*\.ts)$/
const rooms = [...new Set(files.flatMap((file) => file.split('/')[1] ?? []))]
/** The tests near these files: those of any other folder are found by its name. */
const areNear = [
  ...(rooms.some((room) => usual.test(room)) ? [near] : []),
  ...rooms
    .filter((room) => !usual.test(room))
    .map((room) => new RegExp(`^tests/((${elsewhere[room] ?? room})/|api/${room})`)),
]
/** @param {Spec} spec @param {string} file whether it is near this file */
const isNear = (spec, file) =>
  areNear.some((one) => one.test(nameOf(spec))) ||
  served.some(([of, tests]) => of.test(file) && tests.test(nameOf(spec)))
/** What starts processes, plays for minutes, or reads the sources rather than running them. */
const never =
  /^tests\/(browser|process|fuzz|long|slip|tls|rude|run|tuning|worker|access\/staff-command|counter|display|kiosk|phone|screens|media|[^/]+$)/
/** These mock a module, so each needs a process of its own, as in `vitest.config.ts`. */
const apart = ['tests/access/unknown-user.test.ts', 'tests/api/last-answer.test.ts']
/** @typedef {import('./mutants.mjs').Mutant & { file: string }} Mutant */
/** @typedef {import('vitest/node').TestSpecification} Spec */
const work = mkdtempSync(join(tmpdir(), 'antre-mutants-'))
const met = join(work, 'met')
const workerPid = join(work, 'pid')
/** As the sources were at the beginning: somebody may go on working on them meanwhile. */
const copy = join(work, 'copy')
mkdirSync(copy)
for (const name of readdirSync('.'))
  if (/^(server|screens|tests|.*-ui|(package|tsconfig)\.json|.*\.ts)$/.test(name))
    cpSync(name, join(copy, name), { recursive: true, filter: (path) => !/\.(png|jpg)$/.test(path) })
symlinkSync(resolve('node_modules'), join(copy, 'node_modules'))
/** @type {Mutant[]} */
const mutants = []
/** @type {Record<string, string>} */
const texts = {}
for (const file of files) {
  const made = mutate(readFileSync(file, 'utf8'), mutants.length)
  texts[resolve(file)] = made.text
  for (const one of made.mutants) mutants.push({ ...one, file })
}
writeFileSync(join(work, 'texts.json'), JSON.stringify(texts))
Object.assign(process.env, { MUTANTS: work, MUTANT: '' })
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
  process.once(signal, () => {
    endWorker()
    rmSync(work, { recursive: true, force: true })
    process.exit(1)
  })

const vitest = await start()
/** Which tests reach a mutant, and how long they take. @type {Map<number, Set<string>>} */
const reached = new Map()
/** Those that a module meets as it is loaded, once for all tests of a worker. @type {Set<number>} */
const loaded = new Set()
/** @type {Map<string, Set<string>>} */
const reachedFile = new Map()
/** @type {Map<string, number>} */
const took = new Map()
/** @type {Set<string>} */
const broken = new Set()
const specs = (await vitest.globTestSpecifications()).filter((spec) => !never.test(nameOf(spec)))

console.log(`${mutants.length} mutants in ${files.length} files; seed ${seed}, ${each} a file`)
const nearSpecs = specs.filter(
  (spec) => parts.some((part) => nameOf(spec).includes(part)) && files.some((file) => isNear(spec, file)),
)
await learn(nearSpecs)
/** @typedef {{ mutants: number, covered: number, tried: number, survived: number, equivalent: number, broken: number }} Row */
/** @type {Map<string, Row>} */
const table = new Map()
/** @type {Mutant[]} */
let survivors = []
for (const file of files) {
  if (Date.now() > ends) break
  const own = mutants.filter((one) => one.file === file)
  const covered = own.filter((one) => nearTo(one).length > 0)
  const chosen = again ? covered.filter((one) => again.has(keyOf(one))) : sample(covered, each, dice(seed))
  const row = {
    mutants: own.length,
    covered: covered.length,
    tried: 0,
    survived: 0,
    equivalent: 0,
    broken: 0,
  }
  table.set(file, row)
  const passed = []
  for (const mutant of chosen) {
    row.tried += 1
    if (await survives(mutant, nearTo(mutant))) passed.push(mutant)
  }
  survivors.push(...passed)
  console.log(`${file}: ${row.tried} tried of ${row.covered} covered, ${passed.length} passed the near tests`)
  for (const one of passed) console.log(inWords(one))
}

const refused = refusedByTypes(survivors)
survivors = survivors.filter((mutant) => {
  const row = rowOf(mutant)
  const no = refused.has(mutant) ? 'broken' : isEquivalent(mutant) && 'equivalent'
  if (no === 'broken') row.tried -= 1
  if (no) row[no] += 1
  return !no
})
if (given.includes('--near')) for (const mutant of survivors) rowOf(mutant).survived += 1
else if (survivors.length > 0) {
  console.log(`\n${survivors.length} meet the other tests:`)
  const others = specs.filter((spec) => !nearSpecs.includes(spec))
  await learn(others)
  const alive = []
  for (const mutant of survivors) {
    const tests = specs.filter((spec) => reachedFile.get(mutant.file)?.has(nameOf(spec)))
    const known = nearTo(mutant)
    const further = tests.filter((spec) => !known.includes(spec) && reaches(spec, mutant))
    if (!(await survives(mutant, further))) continue
    // A module may keep what it worked out for the first test that asked: then it was reached for the others too.
    const rest = tests.filter((spec) => !reaches(spec, mutant))
    if (Date.now() < ends && !(await survives(mutant, rest))) continue
    alive.push(mutant)
    rowOf(mutant).survived += 1
    console.log(inWords(mutant))
  }
  survivors = alive
}
await vitest.close()
rmSync(work, { recursive: true })
writeFileSync(kept, JSON.stringify(survivors.map(keyOf), null, 2))
tell()

/** The near tests that reach it. @param {Mutant} mutant */
function nearTo(mutant) {
  return nearSpecs.filter((spec) => isNear(spec, mutant.file) && reaches(spec, mutant))
}

/** @param {import('vitest/node').TestModule} module */
function whyNot(module) {
  const tests = [...module.children.allTests('failed')].flatMap((test) => test.result().errors ?? [])
  const [first] = [...module.errors(), ...tests]
  return `${module.relativeModuleId}: ${first?.message}`
}

/** Runs tests without a fault, and keeps which mutants each of them reaches. @param {Spec[]} specs */
async function learn(specs) {
  for (const { config } of [vitest, ...vitest.projects]) config.bail = 0
  const modules = await run(specs, '')
  for (const { config } of [vitest, ...vitest.projects]) config.bail = 1
  for (const module of modules ?? []) {
    if (module.ok()) continue
    broken.add(module.relativeModuleId)
    console.log(`Left out, as it fails without any fault: ${whyNot(module)}`)
  }
  for (const module of modules ?? []) took.set(module.relativeModuleId, module.diagnostic().duration)
  for (const line of readFileSync(met, 'utf8').split('\n').filter(Boolean)) {
    const [sort, test = '', ids = ''] = line.split('\t')
    for (const id of ids.split(' ').filter(Boolean).map(Number)) {
      const name = relative(process.cwd(), test)
      const file = mutants[id]?.file ?? ''
      if (sort === 'loaded') loaded.add(id)
      reached.set(id, (reached.get(id) ?? new Set()).add(name))
      reachedFile.set(file, (reachedFile.get(file) ?? new Set()).add(name))
    }
  }
}

/**
 * Whether all these tests pass with the fault alive. What a module works out as it is loaded counts as reached by all tests
 * that load it: a worker loads it once for all of them.
 * @param {Mutant} mutant @param {Spec[]} tests
 */
async function survives(mutant, tests) {
  const sorted = tests.filter((spec) => !broken.has(nameOf(spec))).sort((a, b) => timeOf(a) - timeOf(b))
  if (sorted.length === 0) return true
  const modules = await run(sorted, String(mutant.id))
  const failed = modules?.find((module) => !module.ok())
  if (given.includes('--why') && (modules === null || failed))
    console.log(`${inWords(mutant)}\n    ${failed ? whyNot(failed) : 'no test goes on'}`)
  return modules !== null && failed === undefined
}

/**
 * Runs tests, those that need it in a process of their own; null when something broke that belongs to no test.
 * @param {Spec[]} specs @param {string} alive the mutant's id, or nothing to learn what is reached
 */
async function run(specs, alive) {
  process.env['MUTANT'] = alive
  const alone = specs.filter((spec) => apart.includes(nameOf(spec)))
  const all = []
  for (const group of [specs.filter((spec) => !alone.includes(spec)), ...alone.map((one) => [one])]) {
    if (group.length === 0) continue
    vitest.state.filesMap.clear()
    vitest.state.errorsSet.clear()
    // An endless loop with no mutant in it: only the process can be ended.
    const late = alive === '' ? undefined : setTimeout(endWorker, 180_000)
    try {
      const { testModules, unhandledErrors } = await vitest.runTestSpecifications(group)
      if (unhandledErrors.length > 0) {
        if (alive === '') fail(unhandledErrors.map(String).join('\n'))
        return null
      }
      all.push(...testModules)
      if (alive !== '' && testModules.some((module) => !module.ok())) return all
    } finally {
      clearTimeout(late)
    }
  }
  return all
}

function start() {
  const quiet = { watch: false, bail: 1, reporters: [{}], silent: true }
  return createVitest('test', { ...quiet, config: 'tests/mutate/vitest.config.ts', root: '.' })
}

/** @param {Spec} spec */
function nameOf({ moduleId }) {
  return relative(process.cwd(), moduleId)
}

/** @param {Spec} spec in milliseconds */
function timeOf(spec) {
  return took.get(nameOf(spec)) ?? 0
}

/**
 * What runs while a module is loaded runs for everything that imports it, and nobody knows for whom if that is all a
 * module does. @param {Spec} spec @param {Mutant} mutant
 */
function reaches(spec, { id, file }) {
  const loads = reachedFile.get(file)
  if (loaded.has(id)) return loads === undefined || loads.size < 3 || loads.has(nameOf(spec))
  return reached.get(id)?.has(nameOf(spec)) ?? false
}

function endWorker() {
  try {
    process.kill(Number(readFileSync(workerPid, 'utf8')), 'SIGKILL')
  } catch {
    // It has ended, or none was ever started.
  }
}

/**
 * Those that the types do not allow: such a fault is found before any test. Each is tried alone in a copy, as the compiler may
 * complain of one in another file.
 * @param {readonly Mutant[]} mutants
 */
function refusedByTypes(mutants) {
  const tsc = resolve('node_modules/.bin/tsc')
  const options = ['--noEmit', '--incremental', '--tsBuildInfoFile', join(work, 'types')]
  return new Set(
    mutants.filter(({ file, start, end, is }) => {
      const place = join(copy, file)
      const code = readFileSync(place, 'utf8')
      writeFileSync(place, code.slice(0, start) + is + code.slice(end))
      const { status } = spawnSync(tsc, options, { cwd: copy })
      writeFileSync(place, code)
      return status !== 0
    }),
  )
}

/** @param {Mutant} mutant @returns {Row} */
function rowOf({ file }) {
  const row = table.get(file)
  if (!row) throw new Error(`${file} was never tried`)
  return row
}

/** A line for each folder, and what survived. */
function tell() {
  /** @type {Map<string, Row>} */
  const folders = new Map()
  for (const [file, row] of [...table, ...[...table].map(([, row]) => /** @type {const} */ (['all', row]))]) {
    const name = file === 'all' ? file : dirname(file)
    const sum = folders.get(name)
    folders.set(
      name,
      sum
        ? /** @type {Row} */ (
            Object.fromEntries(
              Object.entries(row).map(([key, value]) => [key, value + sum[/** @type {keyof Row} */ (key)]]),
            )
          )
        : row,
    )
  }
  console.log('')
  for (const [name, row] of folders)
    console.log(
      `${name}: ${row.mutants} mutants, ${row.covered} covered, ${row.tried} tried, ` +
        `${row.tried - row.survived - row.equivalent} killed, ${row.survived} survived (${percent(row.survived, row.tried)}), ` +
        `${row.equivalent} equivalent (${percent(row.equivalent, row.tried)}); ${row.broken} more do not compile`,
    )
  console.log(survivors.length > 0 ? '\nSurvived:' : '\nNothing survived.')
  for (const one of survivors) console.log(inWords(one))
  for (const one of unmatched(mutants, files)) console.log(`Equivalent, but not found any more: ${one}`)
  const all = folders.get('all')
  // Also when few survive: each test that fails, as it should, has set it.
  process.exitCode = all && all.survived > all.tried * 0.05 ? 1 : 0
}

/** @param {number} part @param {number} whole */
function percent(part, whole) {
  return `${((100 * part) / Math.max(whole, 1)).toFixed(1)} %`
}

/** @param {Mutant} mutant */
function inWords({ file, line, was, is }) {
  return `  ${file}:${line}  ${short(was)}  →  ${short(is)}`
}

/** @param {Mutant} mutant */
function keyOf({ file, was, is }) {
  return `${file}  ${short(was)}  →  ${short(is)}`
}

/** @param {string} text */
function short(text) {
  const one = text.replaceAll(/\s+/g, ' ')
  return one.length > 90 ? `${one.slice(0, 87)}…` : one || '(nothing)'
}

/** @param {string} path @returns {string[]} */
function sources(path) {
  if (!existsSync(path)) return fail(`There is no ${path}.`)
  if (statSync(path).isFile()) return [path]
  const inside = readdirSync(path, { recursive: true }).map((name) => join(path, String(name)))
  return inside.filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts')).sort()
}

/** @template T @param {readonly T[]} all @param {number} most @param {() => number} random @returns {T[]} */
function sample(all, most, random) {
  const left = [...all]
  /** @type {typeof left} */
  const chosen = []
  while (left.length > 0 && chosen.length < most)
    chosen.push(...left.splice(Math.floor(random() * left.length), 1))
  return chosen
}

/**
 * Mulberry32, as in the random days.
 * @param {number} seed
 */
function dice(seed) {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** @param {string} why @returns {never} */
function fail(why) {
  console.error(why)
  if (typeof work === 'string') rmSync(work, { recursive: true, force: true })
  process.exit(2)
}
