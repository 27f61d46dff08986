// What the browser tests share: a built server on a free port with a hall of its own that can be killed and started
// again, a real Chromium, actions of staff, and axe.
import { spawn, type ChildProcess } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Browser, type BrowserContext, type CDPSession, type Page } from 'playwright-core'
import { inject, onTestFailed, TestRunner } from 'vitest'
import type { FirstRun } from '../../server/access/first-run.ts'
import { findChromium } from '../run/chromium.mjs'

const root = join(import.meta.dirname, '../..')
const program = join(root, 'dist/server/main.js')

export interface House {
  /** Without a slash at its end. The same after every start. */
  url: string
  firstRun: FirstRun
  dataDir: string
  /**
   * Pulls the plug: nothing is finished, and no goodbye is said. If a test fails meanwhile, its next try finds the
   * server running.
   */
  kill(): Promise<void>
  /** Ends it properly. */
  stop(): Promise<void>
  /** Starts it again on the same data and port, unless it runs. */
  start(): Promise<void>
  /** Ends it and removes its data. */
  close(): Promise<void>
}

/**
 * Starts a server with the sample hall and no visitors. `npm test` has built it. `settings`: more of its environment.
 * `from`: the data folder of a stopped server to begin with, null for none; it stays as it is.
 */
export async function openHouse(
  settings: Readonly<Record<string, string>> = {},
  from: string | null = freshHall(settings),
): Promise<House> {
  if (!existsSync(program)) throw new Error('The browser tests need the build: npm run build')
  const dataDir = mkdtempSync(join(tmpdir(), 'antre-browser-'))
  if (from !== null) cpSync(from, dataDir, { recursive: true, preserveTimestamps: true })
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const { PUBLIC_URL: _publicUrl, CLOCK_OFFSET: _clockOffset, ...inherited } = process.env
  const own = { PORT: String(port), HOST: '127.0.0.1', DATA_DIR: dataDir, LOG_LEVEL: 'warn' }
  const env = { ...inherited, ...own, ...settings }
  let running: ChildProcess | null = null
  let isClosed = false

  async function start(): Promise<void> {
    if (running?.exitCode === null && running.signalCode === null) return
    const child = spawn(process.execPath, [program], { env, stdio: ['ignore', 'pipe', 'pipe'] })
    running = child
    let said = ''
    const hear = (text: string) => void (said = (said + text).slice(-4_000))
    child.stdout.setEncoding('utf8').on('data', hear)
    child.stderr.setEncoding('utf8').on('data', hear)
    while (!(await isHealthy(url))) {
      if (child.exitCode !== null) throw new Error(`The server ended with ${child.exitCode}:\n${said}`)
      await pause(50)
    }
  }

  /** Otherwise the second try would fail because of the first, and so would every test after it. */
  function comeBackIfFailed(): void {
    if (TestRunner.getCurrentTest() !== undefined) onTestFailed(() => (isClosed ? undefined : start()))
  }

  async function end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    const child = running
    running = null
    if (!child || child.exitCode !== null) return
    const ended = new Promise((resolve) => {
      child.once('exit', resolve)
    })
    child.kill(signal)
    await ended
  }

  await start()
  // Its links name the address of the first start.
  const written = readFileSync(join(dataDir, 'first-run.json'), 'utf8')
  const firstRun = JSON.parse(
    from === null ? written : written.replaceAll(/http:\/\/127\.0\.0\.1:\d+/g, url),
  ) as FirstRun
  return {
    url,
    firstRun,
    dataDir,
    start,
    kill() {
      comeBackIfFailed()
      return end('SIGKILL')
    },
    stop() {
      comeBackIfFailed()
      return end('SIGTERM')
    },
    async close() {
      isClosed = true
      await end('SIGTERM')
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/**
 * A hall as its first start leaves it, made once for all files: the manager's password by itself takes a quarter of a
 * second.
 */
function freshHall(settings: Readonly<Record<string, string>>): string | null {
  // One whose clock is set otherwise begins by that clock. The pictures have no such hall.
  return 'CLOCK_OFFSET' in settings ? null : ((inject('freshHall') as string | undefined) ?? null)
}

async function isHealthy(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/api/health`)).ok
  } catch {
    return false
  }
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms)
  })
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket = createServer().once('error', reject)
    socket.listen(0, '127.0.0.1', () => {
      const address = socket.address()
      socket.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/**
 * Nobody looks at the pages of a test: without memory for pixels they are laid out and painted as ever, but not drawn, which is
 * a third of what it costs to open one. Not where pictures are taken.
 */
const undrawn = ['--force-gpu-mem-available-mb=0', '--default-tile-width=4096', '--default-tile-height=4096']
const isSeen = 'LOOK' in process.env || 'PICTURES' in process.env

/** The Chromium of this worker: its files run one after the other, and each has contexts of its own. */
let shared: Browser | null = null

/**
 * A Chromium without a window: the worker's own, which `close` only empties, or with `more` switches one for this file
 * alone.
 */
export async function openBrowser(...more: string[]): Promise<Browser> {
  if (more.length > 0) return launch(more)
  if (shared?.isConnected()) {
    faultsOfPages(shared).length = 0
    return shared
  }
  const browser = await launch([])
  browser.close = async () => {
    await Promise.all(browser.contexts().map((context) => context.close()))
  }
  shared = browser
  return browser
}

async function launch(more: readonly string[]): Promise<Browser> {
  const executablePath = findChromium()
  if (executablePath === null) throw new Error('The browser tests need Chromium; see CONTRIBUTING.md')
  const browser = await chromium.launch({
    executablePath,
    args: [...quiet, ...(isSeen ? [] : undrawn), ...more],
  })
  const faults: string[] = []
  faultsIn.set(browser, faults)
  const open = browser.newContext.bind(browser)
  // As on the computers there: pages of staff speak the browser's language. Movement is what a page costs most, so where no
  // test is about it there is none.
  browser.newContext = async (options) => {
    const context = await open({ locale: 'id-ID', reducedMotion: 'reduce', ...options })
    context.on('page', (page) => faultsOf(page, faults))
    const close = context.close.bind(context)
    context.close = async (why) => {
      if (TestRunner.getCurrentTest()?.result?.state === 'fail') await tellPages(context)
      await close(why)
    }
    return context
  }
  return browser
}

/** For a failed test: what was on its pages, before they go. */
async function tellPages(context: BrowserContext): Promise<void> {
  for (const page of context.pages()) {
    const shown = await page
      .locator('body')
      .ariaSnapshot({ timeout: 5_000 })
      .catch((error: unknown) => String(error))
    process.stderr.write(`${page.url()}\n${shown}\n`)
  }
}

const faultsIn = new WeakMap<Browser, string[]>()

/** What went wrong on all pages of this browser since it was opened for the file. */
export function faultsOfPages(browser: Browser): string[] {
  return faultsIn.get(browser) ?? []
}

/** What goes wrong on a page from now on: errors of its scripts and of its content security policy. */
export function faultsOf(page: Page, faults: string[] = []): string[] {
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('console', (message) => {
    // A server that is away or refuses is what many tests are about; the browser counts it as an error.
    const isNetwork = /Failed to load resource|WebSocket connection|ERR_/.test(message.text())
    if (message.type() === 'error' && !isNetwork) faults.push(message.text())
  })
  return faults
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const devtools = new WeakMap<Page, Promise<CDPSession>>()

/** Has the page read axe, which no loaded page still has. A browser that read it before has it compiled, if it comes this way. */
async function readAxe(page: Page): Promise<void> {
  const session = devtools.get(page) ?? page.context().newCDPSession(page)
  devtools.set(page, session)
  const { exceptionDetails } = await (await session).send('Runtime.evaluate', { expression: `${axe};0` })
  if (exceptionDetails) throw new Error(exceptionDetails.text)
}

/** What axe finds on the page as it is now, each as `rule: where`. */
export async function axeFaults(page: Page): Promise<string[]> {
  // Evaluated, not loaded: the policy of our pages lets no foreign script in. Reading it takes as long as a small page.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await readAxe(page)
  return page.evaluate(async () => {
    // During a transition a colour is neither old nor new: short ones are waited for.
    const passing = document
      .getAnimations()
      .filter((one) => one.playState === 'running' && Number(one.effect?.getComputedTiming().endTime) < 1_000)
    await Promise.allSettled(passing.map(({ finished }) => finished))
    interface Violation {
      id: string
      nodes: { target: unknown }[]
    }
    interface Axe {
      run(options: object): Promise<{ violations: Violation[] }>
    }
    const { run } = (globalThis as unknown as { axe: Axe }).axe
    // Naming each element that is right takes as long as finding those that are not.
    const { violations } = await run({ resultTypes: ['violations'] })
    return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${String(target)}`))
  })
}
