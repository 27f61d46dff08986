// What an installation may contain: exactly what the lock file says, checked by its hash, from whatever registry this
// PC uses, and no install script of any package except the one that compiles SQLite.
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

interface Locked {
  readonly version?: string
  readonly resolved?: string
  readonly integrity?: string
  readonly hasInstallScript?: boolean
  readonly link?: boolean
}

const read = <T>(file: string) =>
  JSON.parse(readFileSync(new URL(`../${file}`, import.meta.url), 'utf8')) as T
const text = readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8')
const { packages } = JSON.parse(text) as { packages: Record<string, Locked> }
const libraries = Object.entries(packages).filter(([path]) => path !== '')
const pack =
  read<Record<'dependencies' | 'devDependencies' | 'allowScripts', Record<string, unknown>>>('package.json')

it('no package runs a script when it is installed but better-sqlite3, optional ones included', () => {
  const scripted = libraries.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => path)
  expect(scripted).toEqual(['node_modules/better-sqlite3'])
  expect(pack.allowScripts).toEqual({ 'better-sqlite3': true })
})

it('every package is pinned by a hash, and none comes from an address', () => {
  const loose = libraries.filter(
    ([, { integrity, link }]) => link === true || integrity?.startsWith('sha512-') !== true,
  )
  expect(loose.map(([path]) => path)).toEqual([])
  expect(libraries.filter(([, { resolved }]) => resolved !== undefined)).toEqual([])
  // The rest are pages for paying authors.
  const addresses = text.match(/https?:\/\/[^"]+/g) ?? []
  expect(addresses.filter((address) => /\.tgz|registry|\/-\//.test(address))).toEqual([])
  expect(text).not.toMatch(/git\+|"file:|github:/)
})

it('what we ask for ourselves has one exact version', () => {
  const asked = Object.entries({ ...pack.dependencies, ...pack.devDependencies })
  expect(asked.length).toBeGreaterThan(20)
  expect(asked.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(String(version)))).toEqual([])
})
