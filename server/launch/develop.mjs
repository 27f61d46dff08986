// The development server: Vite at the address of Antre, the pages with reload; all of /api is passed to the real
// server beside it, which is rebuilt and restarted with every change.
import { spawn } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { createServer as createSocketServer } from 'node:net'
import { dirname, join, relative } from 'node:path'
import { build, createServer } from 'vite'
import { serverConfig } from './bundle.mjs'
import { common } from './plugins.mjs'
import { NEEDS_SCRIPT, withNeeds } from './needs.mjs'
import { pages } from './pages.mjs'
import { say, texts } from './texts.mjs'

/** @import { Plugin, Rolldown } from 'vite' */

/**
 * Serves until SIGINT or SIGTERM.
 * @param {string} root
 */
export async function develop(root) {
  const port = Number(process.env['PORT'] ?? 3000)
  const host = process.env['HOST'] ?? '127.0.0.1'
  const url = `http://${host === '127.0.0.1' ? 'localhost' : host}:${port}`
  const behind = await freePort()
  const env = { PUBLIC_URL: url, ...process.env, PORT: String(behind), HOST: '127.0.0.1' }

  const vite = await createServer({
    ...common(root),
    appType: 'mpa',
    plugins: [addresses(root)],
    server: {
      port,
      host,
      strictPort: true,
      // The Host stays as the browser sent it: the server compares it with the Origin.
      proxy: {
        '/api': { target: `http://127.0.0.1:${behind}`, ws: true, changeOrigin: false },
        // Drawn by the server, with the looks of the last build.
        '/layanan': `http://127.0.0.1:${behind}`,
        '/angka': `http://127.0.0.1:${behind}`,
        '/skm': `http://127.0.0.1:${behind}`,
        '/assets': `http://127.0.0.1:${behind}`,
      },
    },
  })
  await vite.listen()

  // As deep as dist/server, where main.js looks for the pages and package.json.
  const outDir = join(root, 'dist/dev')
  mkdirSync(join(root, 'dist/pages'), { recursive: true })
  const server = restartable(join(outDir, 'main.js'), env, (text) =>
    text.replaceAll(`http://127.0.0.1:${behind}`, url),
  )
  const config = serverConfig(root, outDir, outDir)
  const built = await build({ ...config, build: { ...config.build, watch: {} } })
  const watcher = /** @type {Rolldown.RolldownWatcher} */ (built)
  let failed = false
  watcher.on('event', async (event) => {
    if (event.code === 'START') failed = false
    if (event.code === 'ERROR') failed = true // Vite has printed it; the last good server goes on
    if (event.code === 'BUNDLE_END') await event.result.close()
    if (event.code === 'END' && !failed) await server.restart()
  })
  say(texts.developing(url))

  const end = async () => {
    await Promise.all([server.stop(), watcher.close(), vite.close()])
    process.exit(0)
  }
  // Vite's own listener would end this process before the server has closed.
  process.removeAllListeners('SIGTERM')
  process.once('SIGINT', end).once('SIGTERM', end)
}

/**
 * One process of the server at a time: two would not share the data folder.
 * @param {string} file
 * @param {NodeJS.ProcessEnv} env
 * @param {(text: string) => string} translate turns the addresses that it prints into Vite's
 */
function restartable(file, env, translate) {
  /** @type {import('node:child_process').ChildProcess | null} */
  let running = null
  let turn = Promise.resolve()

  const stopNow = async () => {
    const old = running
    if (old === null || old.exitCode !== null || old.signalCode !== null) return
    const ended = new Promise((resolve) => {
      old.once('exit', resolve)
    })
    old.kill('SIGTERM')
    await ended
  }
  const restartNow = async () => {
    if (running !== null) say(texts.serverRestarts())
    await stopNow()
    const next = spawn(process.execPath, ['--enable-source-maps', file], {
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    next.stdout.setEncoding('utf8').on('data', (text) => process.stdout.write(translate(text)))
    running = next
  }
  /** @param {() => Promise<void>} step */
  const inTurn = (step) => (turn = turn.then(step))
  return { restart: () => inTurn(restartNow), stop: () => inTurn(stopNow) }
}

/**
 * The name of the page at an address; the phone's page has one address per token, the
 * manager's one per section.
 * @param {string} path
 */
function nameAt(path) {
  if (path === '/') return 'home'
  if (path.startsWith('/manage/')) return path.includes('.') ? undefined : 'manage'
  return path.startsWith('/t/') ? 'phone' : /^\/(\w+)\/$/.exec(path)?.[1]
}

/**
 * Gives the pages their real addresses: /kiosk/ is kiosk-ui/index.html.
 * @param {string} root
 * @returns {Plugin}
 */
function addresses(root) {
  return {
    name: 'antre-addresses',
    configureServer(vite) {
      vite.middlewares.use((request, _response, next) => {
        const [path = '', query] = (request.url ?? '').split('?')
        const page = pages.find(({ name, browsers }) => browsers !== 'any' && name === nameAt(path))
        if (page !== undefined)
          request.url = `/${page.folder}/index.html${query === undefined ? '' : `?${query}`}`
        next()
      })
    },
    transformIndexHtml: {
      order: 'pre',
      handler(html, { filename }) {
        const folder = relative(root, dirname(filename))
        const page = pages.find((one) => one.folder === folder)
        const own = html.replace(/(src|href)="\.\//g, `$1="/${folder}/`)
        return page === undefined ? own : withNeeds(own, page, `/${NEEDS_SCRIPT}`)
      },
    },
  }
}

/** @returns {Promise<number>} a port that nobody listens on */
function freePort() {
  return new Promise((resolve, reject) => {
    const socket = createSocketServer().once('error', reject)
    socket.listen(0, '127.0.0.1', () => {
      const address = socket.address()
      socket.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}
