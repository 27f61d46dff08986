// A folder of minimal built pages, for tests of an app that serves them.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Makes the folder; `remove` takes it away. */
export function smallPages() {
  const folder = mkdtempSync(join(tmpdir(), 'antre-pages-'))
  for (const page of [
    'home',
    'kiosk',
    'display',
    'counter',
    'reception',
    'paper',
    'survey',
    'survey-tablet',
    'survey-entry',
    'poster',
    'findings',
    'supervise',
    'monitor',
    'simulator',
    'manage',
    'phone',
    'layanan',
    'angka',
    'skm',
    'surveys',
    'reports',
    'complaint',
    'complaints',
  ]) {
    mkdirSync(join(folder, page))
    writeFileSync(join(folder, page, 'index.html'), `<!doctype html><html lang="id"><body></body></html>`)
  }
  mkdirSync(join(folder, 'assets'))
  writeFileSync(join(folder, 'antre-source.tar.gz'), 'sources')
  writeFileSync(join(folder, 'LICENSE.txt'), 'licence')
  return { folder, remove: () => rmSync(folder, { recursive: true }) }
}
