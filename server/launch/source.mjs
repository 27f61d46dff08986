// The sources as one archive beside the pages, with the licence: anyone who uses the hall over the network may have
// them (GPL-3), even without internet. Only what is named goes in: a data folder inside the program's own must not.
import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync } from 'node:fs'
import { join } from 'node:path'

const parts = [
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'vitest.config.ts',
  '.npmrc',
  '.gitignore',
  '.ci',
  '.editorconfig',
  '.gitattributes',
  '.oxfmtrc.json',
  '.oxlintrc.json',
  'LICENSE',
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  'server',
  'screens',
  'kiosk-ui',
  'display-ui',
  'counter-ui',
  'tests',
  'docs',
]

/**
 * Writes `antre-source.tar.gz` and `LICENSE.txt` into a folder. Throws if `tar` is missing or fails.
 * @param {string} root
 * @param {string} folder
 */
export function packSources(root, folder) {
  const present = parts.filter((part) => existsSync(join(root, part)))
  const args = ['-czf', join(folder, 'antre-source.tar.gz'), '-C', root, ...present]
  const { error, status, stderr } = spawnSync('tar', args, { encoding: 'utf8' })
  if (error) throw error
  if (status !== 0) throw new Error(stderr)
  copyFileSync(join(root, 'LICENSE'), join(folder, 'LICENSE.txt'))
}
