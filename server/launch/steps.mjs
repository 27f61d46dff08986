// The steps that make up the commands. A step that cannot go on says why, and the process ends with exit code 1.
import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { run } from './child.mjs'
import { isCurrent, stampOf } from './fingerprint.mjs'
import { compileLibrary, fetchLibraries, install, whyFailed } from './install.mjs'
import { pages, topOf } from './pages.mjs'
import { say, texts } from './texts.mjs'

/** The program folder. */
export const root = fileURLToPath(new URL('../..', import.meta.url))

const stampFile = join(root, 'dist/.antre-built')

/** All that a build depends on. */
const sources = [
  ...new Set(['server', 'screens', ...pages.map(({ folder }) => topOf(folder))]),
  'package.json',
  'package-lock.json',
  'tsconfig.json',
]

/** What a build makes: without these a stamp is not trusted. */
const results = ['server/main.js', ...pages.map(({ name }) => `pages/${name}/index.html`)]

/**
 * Installs and builds where needed. @param {() => void} [fetched] called once all libraries but the compiled one are
 * there @returns {Promise<boolean>} whether Antre can run; if not, the person was told why
 */
export async function prepare(fetched = () => {}) {
  if (!(await fetchLibraries(root))) return false
  fetched()
  const done = await Promise.all([compileLibrary(root), buildWhatChanged()])
  return !done.includes(false)
}

/** @returns {Promise<boolean>} false when that failed; the person was told why */
async function buildWhatChanged() {
  if (isBuilt()) return true
  say(texts.building())
  // A process of its own: the build's memory should not stay with the server for weeks.
  const { code, output } = await run(process.execPath, [join(root, 'server/launch/build.mjs'), FETCHED], {
    cwd: root,
  })
  if (code !== 0) process.stderr.write(output)
  return code === 0
}

/** Tells a build that it need not look after the libraries. */
const FETCHED = '--libraries-are-fetched'

/** Whether `dist/` is what a build of the present sources would make. */
export function isBuilt() {
  return (
    results.every((result) => existsSync(join(root, 'dist', result))) && isCurrent(root, sources, stampFile)
  )
}

/**
 * Prepares everything, and from here on this process is the server. With `--prepare` it is not: then keep.sh runs the
 * server.
 */
export async function start() {
  if (!(await prepare())) process.exitCode = 1
  else if (!process.argv.includes('--prepare')) await runBuilt('main')
}

/** `npm run staff`, `npm run journal`: the command's name and arguments are those of this process. */
export async function command() {
  process.exitCode = 1
  if (!(await prepare())) return
  const name = process.argv[2] ?? ''
  const known = readdirSync(join(root, 'dist/server/cli'))
    .filter((file) => file.endsWith('.js'))
    .map((file) => basename(file, '.js'))
  if (!known.includes(name)) {
    say(texts.unknownCommand(name, known.join(', ')))
    return
  }
  process.exitCode = 0
  process.argv.splice(1, 2, join(root, `dist/server/cli/${name}.js`))
  await runBuilt(`cli/${name}`)
}

/** `npm run build`: builds, even if nothing changed. */
export async function build() {
  process.exitCode = 1
  if (!process.argv.includes(FETCHED) && !(await install(root))) return
  const stamp = stampOf(root, sources)
  const { bundle } = await import('./bundle.mjs')
  const { isTooHeavy, kB, weightTable } = await import('./weight.mjs')
  try {
    rmSync(stampFile, { force: true })
    const weights = await bundle(root)
    console.log(weightTable(weights))
    const tooHeavy = weights.filter(isTooHeavy)
    for (const { page, js, css, limit } of tooHeavy) say(texts.tooHeavy(page, kB(js + css), kB(limit ?? 0)))
    if (tooHeavy.length > 0) return
    writeFileSync(stampFile, JSON.stringify(stamp))
    process.exitCode = 0
  } catch (error) {
    const why = whyFailed(1, String(error))
    if (why === null) console.error(error)
    say(why ?? texts.buildFailed())
  }
}

/** `npm run dev`. */
export async function dev() {
  if (!(await install(root))) {
    process.exitCode = 1
    return
  }
  const { develop } = await import('./develop.mjs')
  await develop(root)
}

/** @param {string} name a file of dist/server without its ending */
function runBuilt(name) {
  return import(pathToFileURL(join(root, `dist/server/${name}.js`)).href)
}
