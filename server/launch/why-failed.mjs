// Reads from the output of npm, node-gyp or the system why something failed, and gives the sentence that helps.
import { texts } from './texts.mjs'

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
