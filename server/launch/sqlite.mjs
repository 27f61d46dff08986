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
 * The environment in which npm, if it compiles the library, uses every core, and does so without those calls. The path is
 * relative to the library's build folder.
 * @returns {NodeJS.ProcessEnv}
 */
export function compiling() {
  /** @type {NodeJS.ProcessEnv} */
  const env = { JOBS: 'max', ...process.env }
  if (!isNode24(process.versions.node)) return env
  const flags = `${env['CXXFLAGS'] ?? ''} -include ../../../server/launch/object-wrap.h`
  return { ...env, CXXFLAGS: flags }
}
