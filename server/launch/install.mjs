// The libraries: installed with `npm ci` only when the lock file or the kind of Node changed, and believed
// only once the database library, the one that is compiled, was really opened.
import { createHash } from 'node:crypto'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { run } from './child.mjs'
import { say, texts } from './texts.mjs'

/** @typedef {{ packages: Record<string, { version?: string, optional?: boolean, devOptional?: boolean }> }} Lock */

/**
 * What an installation belongs to: a lock file, and the binary interface its compiled parts were made for.
 * @param {string} lock the text of package-lock.json
 * @param {{ abi: string, arch: string, platform: string }} node
 */
export function installationOf(lock, node) {
  return `${createHash('sha256').update(lock).digest('hex')} ${node.abi} ${node.arch} ${node.platform}`
}

/**
 * Whether npm's own note of what lies in node_modules agrees with the lock file, so that an `npm install`
 * given by hand is not done again. Optional packages (other platforms') may be absent.
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

/** How node-gyp says that Python, make or (also on Windows) a compiler is not there; make's 127 is the shell's. */
const compilerIsMissing = [
  /gyp ERR! find (Python|VS)/,
  /Could not find any Python/,
  /not found: make\b/,
  /make: \*\*\* .* Error 127/,
]

/**
 * Why an installation failed, as the sentence that helps; null where only npm's own words can.
 * @param {number} code npm's exit code
 * @param {string} output what npm printed
 */
export function whyInstallFailed(code, output) {
  if (code === 127) return texts.npmMissing()
  if (/\bENOSPC\b/.test(output)) return texts.diskFull()
  if (/\b(EACCES|EPERM|EROFS)\b/.test(output)) return texts.folderForbidden()
  if (compilerIsMissing.some((sign) => sign.test(output))) {
    return texts.compilerMissing()
  }
  if (/\b(ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNREFUSED|ECONNRESET|ENETUNREACH)\b/.test(output)) {
    return texts.noNetwork()
  }
  return null
}

/**
 * Installs the libraries if they are not there as the lock file says.
 * @param {string} root
 * @returns {Promise<boolean>} false when that failed; the person was told why
 */
export async function install(root) {
  const lock = readFileSync(join(root, 'package-lock.json'), 'utf8')
  const stampFile = join(root, 'node_modules/.antre-installed')
  const { versions, arch, platform } = process
  const wanted = installationOf(lock, { abi: versions.modules, arch, platform })
  if (textOf(stampFile) === wanted) return true

  const present = textOf(join(root, 'node_modules/.package-lock.json'))
  const byHand = present !== null && agree(JSON.parse(lock), JSON.parse(present)) && (await opens(root))
  if (!byHand) {
    say(texts.installing())
    rmSync(stampFile, { force: true })
    const { code, output } = await npm(root, [
      'ci',
      '--include=dev',
      '--no-audit',
      '--no-fund',
      '--loglevel=error',
    ])
    if (code !== 0) {
      const why = whyInstallFailed(code, output)
      if (why === null) process.stderr.write(output)
      say(why ?? texts.installFailed())
      return false
    }
    if (!(await opens(root))) {
      say(texts.libraryBroken())
      return false
    }
  }
  writeFileSync(stampFile, wanted)
  return true
}

/**
 * Whether the compiled database library opens a database under this very Node.
 * @param {string} root
 */
async function opens(root) {
  const trial = "new (require('better-sqlite3'))(':memory:').close()"
  return (await run(process.execPath, ['-e', trial], { cwd: root })).code === 0
}

/**
 * Runs npm: the one that called us where there is one, else the one of the path.
 * @param {string} root
 * @param {string[]} args
 */
function npm(root, args) {
  const caller = process.env['npm_execpath']
  return caller !== undefined && basename(caller) === 'npm-cli.js'
    ? run(process.execPath, [caller, ...args], { cwd: root })
    : run('npm', args, { cwd: root })
}

/**
 * @param {string} file
 * @returns {string | null} its text, null where there is none
 */
function textOf(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return null
  }
}
