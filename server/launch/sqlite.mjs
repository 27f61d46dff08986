// The one compiled library, better-sqlite3: whether it opens, and whether it can live under this Node.
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
 * Whether it would abort the process once a statement is collected: when it was compiled with the headers of
 * Node 24.19 or later 24, see object-wrap.h.
 * @param {string} root
 */
export function wouldAbort(root) {
  try {
    const binary = readFileSync(join(root, 'node_modules/better-sqlite3/build/Release/better_sqlite3.node'))
    return callsAbortingHook(process.versions.node, binary)
  } catch {
    return false // not there: that it does not open will be said
  }
}

/**
 * @param {string} version of Node
 * @param {Buffer} binary the compiled library: only the headers in question make it name this function
 */
export function callsAbortingHook(version, binary) {
  return version.startsWith('24.') && binary.includes('RemoveEnvironmentCleanupHook')
}

/** The environment in which npm compiles it without those calls. The path is seen from its build folder. */
export const hookless = () => ({
  ...process.env,
  CXXFLAGS: `${process.env['CXXFLAGS'] ?? ''} -include ../../../server/launch/object-wrap.h`,
  npm_config_build_from_source: 'true',
})
