// The one compiled library, better-sqlite3: whether it opens, and whether it can work under this Node.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { run } from './child.mjs'

/**
 * Whether it opens a database under this very Node.
 * @param {string} root
 */
export async function opens(root) {
  const trial = "new (require('better-sqlite3'))(':memory:').close()"
  return (await run(process.execPath, ['-e', trial], { cwd: root })).code === 0
}

/**
 * Whether it would abort the process once a statement is collected: it would if compiled with the headers of Node
 * 24.19 or a later 24, see object-wrap.h. @param {string} root
 */
export function wouldAbort(root) {
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
