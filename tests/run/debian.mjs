// A bare Debian, as in CI, has no browser and perhaps no compiler: there root may install them. On any other machine
// nothing is installed behind a person's back.
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { run } from '../../server/launch/child.mjs'

/** @returns {Promise<boolean>} whether Chromium was installed */
export const installChromium = async () =>
  (await install(['chromium-headless-shell', 'fonts-dejavu-core'])) ||
  install(['chromium', 'fonts-dejavu-core'])

/**
 * What compiles the database library.
 * @returns {Promise<boolean>} false also if it was there all along
 */
export async function installCompiler() {
  const missing = ['python3', 'make', 'g++'].filter((program) => !isOnPath(program))
  return missing.length > 0 && install(missing)
}

/** @param {string[]} packages */
async function install(packages) {
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return false
  console.log(`apt-get install ${packages.join(' ')}`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', ...packages]]) {
    const { code, output } = await run('apt-get', args, { cwd: '/', env })
    if (code !== 0) {
      process.stderr.write(output)
      return false
    }
  }
  return true
}

/** @param {string} program */
function isOnPath(program) {
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)))
}
