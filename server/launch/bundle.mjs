// The build: pages and server by Vite into a folder of its own, which replaces the old one only when all of it is
// right. Loaded only when there is something to build: Vite is large.
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build, minifySync } from 'vite'
import { narrowed } from '../tuning/narrow.mjs'
import { lightHelpers, queriesAsText, sparedTokens, common } from './plugins.mjs'
import { addNeeds } from './needs.mjs'
import { makePlain } from './old-browsers.mjs'
import { pages, targets, topOf } from './pages.mjs'
import { packSources } from './source.mjs'
import { isTooHeavy, weigh } from './weight.mjs'

/** @import { InlineConfig, Plugin, Rolldown } from 'vite' */
/** @import { Page } from './pages.mjs' */
/** @import { Weight } from './weight.mjs' */

/**
 * Builds everything to `dist/server` and `dist/pages`. If a page is too heavy, the old build stays.
 * @param {string} root
 * @returns {Promise<Weight[]>} what each page weighs
 */
export async function bundle(root) {
  const dist = join(root, 'dist')
  clearAbandoned(dist)
  const fresh = join(dist, `next-${process.pid}`)
  try {
    await build(serverConfig(root, join(fresh, 'server'), join(dist, 'server')))
    const weights = []
    for (const browsers of new Set(pages.map((page) => page.browsers))) {
      weights.push(...(await buildPages(root, join(fresh, 'pages'), browsers)))
    }
    packSources(root, join(fresh, 'pages'))
    if (!weights.some(isTooHeavy)) replace(dist, fresh)
    return weights
  } finally {
    rmSync(fresh, { recursive: true, force: true })
  }
}

/**
 * @param {string} dist
 * @param {string} fresh
 */
function replace(dist, fresh) {
  for (const part of ['server', 'pages']) {
    rmSync(join(dist, part), { recursive: true, force: true })
    renameSync(join(fresh, part), join(dist, part))
  }
}

/**
 * The server for Node: `main.js`, each command as `cli/<name>.js`, each worker as `<name>-worker.js` beside main.js,
 * wherever its source is; with the libraries, but for those that are more than scripts; and the slip's fonts.
 * @param {string} root
 * @param {string} outDir where it is written
 * @param {string} home where it will run, for the paths in the source maps
 * @returns {InlineConfig}
 */
export function serverConfig(root, outDir, home) {
  const server = join(root, 'server')
  const entries = readdirSync(server, { recursive: true, encoding: 'utf8' }).flatMap((file) => {
    if (file.endsWith('-worker.ts')) return [[basename(file, '.ts'), join(server, file)]]
    return file === 'main.ts' || (dirname(file) === 'cli' && file.endsWith('.ts'))
      ? [[file.replace(/\.ts$/, ''), join(server, file)]]
      : []
  })
  const libraries = librariesOf(join(server, 'main.ts'))
  return {
    ...common(root),
    plugins: [fonts(join(server, 'slip/fonts')), queriesAsText(root), libraries.plugin, narrowed()],
    // Finding the thousand files of the libraries in node_modules takes as long as reading them. Whatever is compiled,
    // or reads files of its own, stays there.
    ssr: { noExternal: true, external: ['better-sqlite3', '@resvg/resvg-wasm', 'espeak-ng'] },
    build: {
      ssr: true,
      outDir,
      emptyOutDir: true,
      target: 'node20',
      minify: false,
      sourcemap: true,
      rolldownOptions: {
        input: Object.fromEntries(entries),
        output: {
          entryFileNames: '[name].js',
          chunkFileNames: 'chunks/[name]-[hash].js',
          codeSplitting: { groups: [libraries.group], includeDependenciesRecursively: false },
          // V8 keeps names as long as the server runs; the source maps help to read a trace.
          comments: { legal: true, annotation: false, jsdoc: false },
          sourcemapPathTransform: (source, map) =>
            relative(dirname(join(home, relative(outDir, map))), join(dirname(map), source)),
        },
      },
    },
  }
}

const LIBRARIES = 'libraries'

/**
 * The libraries that a program loads at its start, and no other program does, as one chunk without white space: V8
 * keeps the text of every module as long as it runs. The program's own code stays as it is, so that a trace can be
 * read. @param {string} program
 */
function librariesOf(program) {
  /** @type {Set<string>} */
  let own = new Set()
  /** @type {Plugin} */
  const plugin = {
    name: LIBRARIES,
    renderStart() {
      const loaded = (/** @type {string[]} */ entries) => {
        const met = new Set(entries)
        for (const id of met) for (const to of this.getModuleInfo(id)?.importedIds ?? []) met.add(to)
        return met
      }
      const entries = [...this.getModuleIds()].filter((id) => this.getModuleInfo(id)?.isEntry)
      const others = loaded(entries.filter((id) => id !== program))
      own = new Set([...loaded([program])].filter((id) => id.includes('/node_modules/') && !others.has(id)))
    },
    // Not while chunks are rendered: they are written once more afterwards.
    generateBundle(_options, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type !== 'chunk' || file.name !== LIBRARIES) continue
        const whole = { module: true, compress: false, mangle: false }
        file.code = minifySync(file.fileName, file.code, {
          ...whole,
          codegen: { removeWhitespace: true },
        }).code
        // It has one line: a map would be as large as all others, and wrong once letters are made narrow.
        delete bundle[`${file.fileName}.map`]
      }
    },
  }
  return { plugin, group: { name: LIBRARIES, test: (/** @type {string} */ id) => own.has(id) } }
}

/**
 * @param {string} root
 * @param {string} outDir
 * @param {Page['browsers']} browsers
 * @returns {Promise<Weight[]>}
 */
async function buildPages(root, outDir, browsers) {
  const chosen = pages.filter((page) => page.browsers === browsers)
  const built = await build({
    ...common(root),
    // The same tree as through the wrapper that `common` asks for, but 1 % lighter: elements are made by `h` itself.
    oxc: { jsx: { runtime: 'classic', pragma: 'jsxNode', pragmaFrag: 'jsxMany' } },
    plugins: browsers === 'tv' ? [lightHelpers(), sparedTokens()] : [sparedTokens()],
    build: {
      outDir,
      emptyOutDir: false,
      target: targets[browsers],
      // Otherwise the bundler would write the styles into a plain script, which the policy forbids.
      cssCodeSplit: browsers !== 'tv',
      // No inline script, no data: address: the content security policy of the pages is strict.
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      reportCompressedSize: false,
      rolldownOptions: {
        // A constant used in one place costs nothing, and each page carries only those that it uses.
        optimization: { inlineConst: { mode: 'all', pass: 2 } },
        transform: { inject: { jsxNode: ['preact', 'h'], jsxMany: ['preact', 'Fragment'] } },
        input: Object.fromEntries(chosen.map(({ name, folder }) => [name, join(root, folder, 'index.html')])),
        output: {
          entryFileNames: 'assets/[name]-[hash].js',
          chunkFileNames: 'assets/[name]-[hash].js',
          // Televisions know no modules: one script, nothing loaded later.
          ...(browsers === 'tv' ? { format: 'iife' } : {}),
        },
      },
    },
  })
  placePages(outDir, chosen)
  const { output } = /** @type {Rolldown.RolldownOutput} */ (built)
  if (browsers === 'tv') makePlain(outDir, chosen, output)
  compress(outDir, output)
  return weighPages(chosen, output, addNeeds(root, outDir, chosen))
}

/**
 * Vite puts a page at its place in the sources; its place in the build is its address.
 * @param {string} outDir
 * @param {Page[]} chosen
 */
function placePages(outDir, chosen) {
  for (const { name, folder } of chosen) {
    mkdirSync(join(outDir, name), { recursive: true })
    renameSync(join(outDir, folder, 'index.html'), join(outDir, name, 'index.html'))
  }
  for (const { folder } of chosen) {
    rmSync(join(outDir, topOf(folder)), { recursive: true, force: true })
  }
}

/**
 * Puts a `.gz` beside every script and style, so that the server compresses nothing while it serves.
 * @param {string} outDir
 * @param {Rolldown.RolldownOutput['output']} output
 */
function compress(outDir, output) {
  for (const file of output) {
    if (!/\.(js|css|svg)$/.test(file.fileName)) continue
    writeFileSync(join(outDir, `${file.fileName}.gz`), gzipSync(sourceOf(file), { level: 9 }))
  }
}

/** @param {Rolldown.OutputChunk | Rolldown.OutputAsset} file */
const sourceOf = (file) => (file.type === 'chunk' ? file.code : String(file.source))

/**
 * @param {Page[]} chosen
 * @param {Rolldown.RolldownOutput['output']} output
 * @param {string} needs the script that says what a page needs
 */
function weighPages(chosen, output, needs) {
  const chunks = output.filter((file) => file.type === 'chunk')
  const styles = new Map(
    output.filter((file) => file.fileName.endsWith('.css')).map((file) => [file.fileName, sourceOf(file)]),
  )
  // A plain script does not list its style sheets; everything built with it is its own.
  const stylesOf = (/** @type {Rolldown.OutputChunk} */ chunk) =>
    chunks.length === 1 ? [...styles.keys()] : [...(chunk.viteMetadata?.importedCss ?? [])]
  const byName = new Map(chunks.map((chunk) => [chunk.fileName, { ...chunk, styles: stylesOf(chunk) }]))
  return chosen.map(({ name, limit }) => {
    const entry = chunks.find((chunk) => chunk.isEntry && chunk.name === name)
    if (entry === undefined) throw new Error(`The page ${name} was not built.`)
    const { js, css } = weigh(entry.fileName, byName, styles)
    return { page: name, limit, js: js + gzipSync(needs, { level: 9 }).length, css }
  })
}

/**
 * Removes what killed builds left behind.
 * @param {string} dist
 */
function clearAbandoned(dist) {
  if (!existsSync(dist)) return
  for (const name of readdirSync(dist)) {
    const pid = Number(/^next-(\d+)$/.exec(name)?.[1])
    if (pid > 0 && !isAlive(pid)) rmSync(join(dist, name), { recursive: true, force: true })
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

// Copies the fonts that the server itself draws with into the build.

/**
 * The fonts of a folder as `fonts/` beside the server's files, with their licences: the painter looks for them there.
 * @param {string} folder
 * @returns {Plugin}
 */
function fonts(folder) {
  return {
    name: 'fonts',
    generateBundle() {
      for (const name of readdirSync(folder)) {
        if (name.endsWith('.json')) continue
        this.emitFile({ type: 'asset', fileName: `fonts/${name}`, source: readFileSync(join(folder, name)) })
      }
    },
  }
}
