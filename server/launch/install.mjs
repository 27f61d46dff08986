// The libraries: installed with `npm ci` only when the lock file or the kind of Node changed, and trusted only once
// the compiled one, the database library, has really been opened. Compiling it takes most of the time, on one core,
// and only the server itself needs it: so it is compiled once the others are there, beside whatever else has to be
// done.
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { run } from './child.mjs'
import { say, texts } from './texts.mjs'

/** @typedef {{ packages: Record<string, { version?: string, optional?: boolean, devOptional?: boolean }> }} Lock */

/**
 * What an installation depends on: a lock file, and the binary interface its compiled parts were made for.
 * @param {string} lock the text of package-lock.json
 * @param {{ abi: string, arch: string, platform: string }} node
 */
export function installationOf(lock, node) {
  return `${createHash('sha256').update(lock).digest('hex')} ${node.abi} ${node.arch} ${node.platform}`
}

/**
 * Whether npm's own record of node_modules agrees with the lock file, so that an `npm install` by hand is not
 * repeated. Optional packages (other platforms') may be absent.
 * @param {Lock} lock package-lock.json
 * @param {Lock} present node_modules/.package-lock.json
 */
export function agree(lock, present) {
  const wanted = Object.entries(lock.packages).filter(([path]) => path !== '')
  return (
    wanted.every(([path, { version, optional, devOptional }]) => {
      const found = present.packages[path]
      return found === undefined ? Boolean(optional ?? devOptional) : found.version === version
    }) && Object.keys(present.packages).every((path) => path in lock.packages)
  )
}

/**
 * Installs the libraries if they are not there as the lock file says; afterwards none is missing. @param {string} root
 * @returns {Promise<boolean>} false when that failed; the person was told why
 */
export async function install(root) {
  return (await fetchLibraries(root)) && compileLibrary(root)
}

/**
 * The first half of `install`: all libraries are there, but the compiled one may not work yet. What needs only the
 * others can begin. @param {string} root @returns {Promise<boolean>} false when that failed; the person was told why
 */
export async function fetchLibraries(root) {
  const { lock, wanted, stamped } = installationIn(root)
  if (stamped === wanted) return true
  const present = textOf(join(root, 'node_modules/.package-lock.json'))
  // npm writes that record last. Without a stamp it is from an installation that was never finished here, or was made
  // by hand.
  const agreed = present !== null && agree(JSON.parse(lock), JSON.parse(present))
  if (agreed && (stamped === null || (await opens(root)))) return true
  say(texts.installing())
  return npm(root, ['ci', '--include=dev', '--ignore-scripts', '--no-audit', '--no-fund'], process.env)
}

/**
 * The second half: builds the database library for this Node, if it does not open yet. @param {string} root @returns
 * {Promise<boolean>} false when that failed; the person was told why
 */
export async function compileLibrary(root) {
  const { stampFile, wanted, stamped } = installationIn(root)
  if (stamped === wanted) return true
  const rebuild = ['rebuild', 'better-sqlite3']
  if (!(await opens(root))) {
    say(texts.compiling())
    if (!(await npm(root, rebuild, compiling()))) return false
  }
  if (wouldAbort(root)) {
    say(texts.compiling())
    const fromSource = { ...compiling(), npm_config_build_from_source: 'true' }
    if (!(await npm(root, rebuild, fromSource))) return false
  }
  if (!(await opens(root))) {
    say(texts.libraryBroken())
    return false
  }
  return stamp(stampFile, wanted)
}

/** @param {string} root */
function installationIn(root) {
  const lock = readFileSync(join(root, 'package-lock.json'), 'utf8')
  const stampFile = join(root, 'node_modules/.antre-installed')
  const { versions, arch, platform } = process
  const wanted = installationOf(lock, { abi: versions.modules, arch, platform })
  return { lock, stampFile, wanted, stamped: textOf(stampFile) }
}

/**
 * @param {string} file
 * @param {string} text
 */
function stamp(file, text) {
  try {
    writeFileSync(file, text)
    return true
  } catch (error) {
    say(whyFailed(1, String(error)) ?? texts.installFailed())
    return false
  }
}

/**
 * Runs npm to its end: the one that called us if there is one, else the one in the path.
 * @param {string} root
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<boolean>} false when it failed; the person was told why
 */
async function npm(root, args, env) {
  const caller = process.env['npm_execpath']
  const [program, ...before] =
    caller !== undefined && basename(caller) === 'npm-cli.js' ? [process.execPath, caller] : ['npm']
  const options = { cwd: root, env }
  const { code, output } = await run(program, [...before, ...args, '--loglevel=error'], options)
  if (code === 0) return true
  const why = whyFailed(code, output)
  if (why === null) process.stderr.write(output)
  say(why ?? texts.installFailed())
  return false
}

/**
 * @param {string} file
 * @returns {string | null} its text, null if it does not exist
 */
function textOf(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return null
  }
}

// The one compiled library, better-sqlite3: whether it opens, and whether it can work under this Node.

/**
 * Whether it opens a database under this very Node.
 * @param {string} root
 */
async function opens(root) {
  const trial = "new (require('better-sqlite3'))(':memory:').close()"
  return (await run(process.execPath, ['-e', trial], { cwd: root })).code === 0
}

/**
 * Whether it would abort the process once a statement is collected: it would if compiled with the headers of Node
 * 24.19 or a later 24, see object-wrap.h. @param {string} root
 */
function wouldAbort(root) {
  try {
    const binary = readFileSync(join(root, 'node_modules/better-sqlite3/build/Release/better_sqlite3.node'))
    return callsAbortingHook(process.versions.node, binary)
  } catch {
    return false // missing: that it does not open will be reported elsewhere
  }
}

/**
 * @param {string} version of Node
 * @param {Buffer} binary the compiled library: only the headers in question make it name this function
 */
export function callsAbortingHook(version, binary) {
  return isNode24(version) && binary.includes('RemoveEnvironmentCleanupHook')
}

/** @param {string} version */
const isNode24 = (version) => version.startsWith('24.')

/**
 * How far the compiler optimises the library: the last one of a command holds, and its makefile says -O3. That would take
 * twice as long, and a hall would not feel it: docs/performance.md.
 */
const OPTIMISED = '-O1'

/**
 * The environment in which npm, if it compiles the library, uses every core, does not optimise for long, and for Node 24
 * leaves out those calls. Flags that are there already hold. The path is relative to the library's build folder.
 * @param {string} [version] of Node
 * @param {NodeJS.ProcessEnv} [given]
 * @returns {NodeJS.ProcessEnv}
 */
export function compiling(version = process.versions.node, given = process.env) {
  const spared = isNode24(version) ? ['-include ../../../server/launch/object-wrap.h'] : []
  const flags = (/** @type {string} */ name) => [OPTIMISED, given[name] ?? []].flat()
  return {
    JOBS: 'max',
    ...given,
    CFLAGS: flags('CFLAGS').join(' '),
    CXXFLAGS: [...flags('CXXFLAGS'), ...spared].join(' '),
  }
}

// Reads from the output of npm, node-gyp or the system why something failed, and gives the sentence that helps.

/** How node-gyp says that Python, make or (also on Windows) a compiler is missing; make's 127 is the shell's. */
const compilerIsMissing = [
  /gyp ERR! find (Python|VS)/,
  /Could not find any Python/,
  /not found: make\b/,
  /make: \*\*\* .* Error 127/,
]

/**
 * @param {number} code the exit code of npm; 127: there is no npm
 * @param {string} output what it printed
 * @returns {import('./texts.mjs').Said | null} null if only its own words can tell
 */
export function whyFailed(code, output) {
  if (code === 127) return texts.npmMissing()
  if (/\bENOSPC\b/.test(output)) return texts.diskFull()
  if (/\b(EACCES|EPERM|EROFS)\b/.test(output)) return texts.folderForbidden()
  if (compilerIsMissing.some((sign) => sign.test(output))) return texts.compilerMissing()
  if (/\b(ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNREFUSED|ECONNRESET|ENETUNREACH)\b/.test(output)) {
    return texts.noNetwork()
  }
  return null
}
