// Has anything changed since it was built? A stamp records the state of the sources. Size and times are compared
// first, which costs one look per file; content only where those differ, as after a fresh clone.
import { createHash } from 'node:crypto'
import { readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** @typedef {{ looks: Record<string, string>, content: string }} Stamp */

/**
 * All files below the paths (files or folders), except hidden ones and `node_modules`. A path that does not exist has
 * none.
 * @param {string} root
 * @param {string[]} paths relative to `root`, `/` between folders
 * @returns {Record<string, string>} relative path → how it looks from outside: size and times
 */
export function looksOf(root, paths) {
  /** @type {Record<string, string>} */
  const looks = {}
  /** @param {string} path */
  const visit = (path) => {
    const stat = statSync(join(root, path), { throwIfNoEntry: false })
    if (stat === undefined) return
    if (!stat.isDirectory()) {
      looks[path] = `${stat.size} ${stat.mtimeMs} ${stat.ctimeMs}`
      return
    }
    for (const name of readdirSync(join(root, path)).sort()) {
      if (!name.startsWith('.') && name !== 'node_modules') visit(`${path}/${name}`)
    }
  }
  for (const path of paths) visit(path)
  return looks
}

/**
 * One hash of the names and contents of files.
 * @param {string} root
 * @param {string[]} files relative to `root`
 */
export function contentOf(root, files) {
  const hash = createHash('sha256')
  for (const file of files) {
    const content = readFileSync(join(root, file))
    hash.update(`${file}\0${content.length}\0`).update(content)
  }
  return hash.digest('hex')
}

/**
 * The stamp of the sources as they are now.
 * @param {string} root
 * @param {string[]} paths
 * @returns {Stamp}
 */
export function stampOf(root, paths) {
  const looks = looksOf(root, paths)
  return { looks, content: contentOf(root, Object.keys(looks)) }
}

/**
 * Whether the sources are what the stamp in a file says. A missing or damaged stamp says no.
 * @param {string} root
 * @param {string[]} paths
 * @param {string} stampFile
 */
export function isCurrent(root, paths, stampFile) {
  const stamp = readStamp(stampFile)
  if (stamp === null) return false
  const looks = looksOf(root, paths)
  if (JSON.stringify(looks) === JSON.stringify(stamp.looks)) return true
  if (contentOf(root, Object.keys(looks)) !== stamp.content) return false
  writeIfAllowed(stampFile, { looks, content: stamp.content })
  return true
}

/**
 * @param {string} file
 * @returns {Stamp | null}
 */
function readStamp(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return null
  }
}

/**
 * Remembers the new sizes and times to save the next start some reading. Failing to write is no error: the program
 * folder may belong to somebody else.
 * @param {string} file
 * @param {Stamp} stamp
 */
function writeIfAllowed(file, stamp) {
  try {
    writeFileSync(file, JSON.stringify(stamp))
  } catch (error) {
    if (!['EACCES', 'EPERM', 'EROFS'].includes(String(Object(error).code))) throw error
  }
}
