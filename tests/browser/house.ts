// How a file of browser tests begins and ends: a hall of its own, the worker's Chromium, a member of the staff; at
// the end the errors of its pages, and nothing left behind.
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, TestRunner } from 'vitest'
import { passwordOf } from './accounts.ts'
import { faultsOfPages, type House, openBrowser } from './harness.ts'
import { signIn, type Staff } from './staff.ts'

export interface FileHouse<H extends House> {
  readonly house: H
  readonly browser: Browser
  /** The manager's actions, available from the first command on. */
  readonly staff: Staff
  /** A page in a browser of its own. `path`: of the hall, or a whole address. By default 1366 × 768. */
  open(path: string, options?: BrowserContextOptions): Promise<Page>
  /** The same, by somebody who has signed in; `password`: if it is not the one of the first day. */
  enter(path: string, username: string, options?: EnterOptions): Promise<Page>
  /** Ends all pages, as after each test; for what must come after that. */
  endPages(): Promise<void>
}

type EnterOptions = BrowserContextOptions & { readonly password?: string }

const SCREEN = { width: 1366, height: 768 }

export interface HouseOptions {
  /** The pages stay open from test to test; the file itself closes those it opens for one test. */
  readonly pagesStay?: boolean
  /**
   * Opening a page takes over the browser that an earlier test has left, without what that one kept in it: a third of
   * what a new browser costs. Not where a test changes the clock or the scripts of a page.
   */
  readonly keepsBrowsers?: boolean
  /** Of a Chromium only for this file. */
  readonly switches?: readonly string[]
  /** Pages are broken here on purpose: their errors are not faults. */
  readonly spoilsPages?: boolean
  /** What a test does to its hall can't be done twice: its second try begins in a new one. */
  readonly newForRetry?: boolean
}

/**
 * Call it once in a file, before its own hooks: `houseOfFile(openHouse)`. The result can be used from `beforeAll` on.
 * Fails the file at its end if a page threw or broke its content security policy.
 */
export function houseOfFile<H extends House>(
  openIt: () => Promise<H>,
  {
    pagesStay = false,
    keepsBrowsers = false,
    switches = [],
    spoilsPages = false,
    newForRetry = false,
  }: HouseOptions = {},
): FileHouse<H> {
  let house: H | undefined
  let browser: Browser | undefined
  let hands: Promise<Staff> | undefined
  const all: FileHouse<H> = {
    house: later(() => house),
    browser: later(() => browser),
    staff: {
      post: async (path, body) => (await theHands()).post(path, body),
      put: async (path, body) => (await theHands()).put(path, body),
      get: async (path) => (await theHands()).get(path),
      takeNumber: async (services) => (await theHands()).takeNumber(services),
      callAt: async (counter) => (await theHands()).callAt(counter),
      revise: async (change) => (await theHands()).revise(change),
    },
    async open(path, options = {}) {
      return go(await browserFor(options), path, options)
    },
    async enter(path, username, { password = passwordOf(all.house, username), ...options } = {}) {
      const context = await browserFor(options)
      // Not at the form, which has tests of its own: drawing it and typing into it costs more than most tests do.
      const signedIn = await context.request.post(new URL('/api/session', addressOf(path, options)).href, {
        data: { username, password },
      })
      if (!signedIn.ok()) throw new Error(`${username} could not sign in: ${await signedIn.text()}`)
      return go(context, path, options)
    },
    async endPages() {
      // What a failed test leaves is closed, so that the next try begins as the first did.
      const hasFailed = TestRunner.getCurrentTest()?.result?.state === 'fail'
      for (const context of all.browser.contexts()) {
        if (left.has(context)) continue
        const isKept = asked.has(context) && !hasFailed
        await (isKept ? leave(context).catch(() => context.close()) : context.close())
      }
    },
  }
  /** Browsers that were opened here, by their kind; `left`: in which nobody is now. */
  const asked = new WeakMap<BrowserContext, string>()
  const left = new Set<BrowserContext>()
  /** Leaves a browser as a new one would be, but for what it has loaded. */
  async function leave(context: BrowserContext): Promise<void> {
    const [page, ...others] = context.pages()
    if (!page) return context.close()
    await Promise.all(others.map((other) => other.close()))
    await Promise.all([page, context].map((one) => one.unrouteAll({ behavior: 'ignoreErrors' })))
    // To be left first: some pages keep what is typed when they are left.
    await page.goto(`${all.house.url}/api/health`)
    await page.evaluate(() => [localStorage, sessionStorage].forEach((kept) => kept.clear()))
    await context.clearCookies()
    left.add(context)
  }
  async function browserFor(options: BrowserContextOptions): Promise<BrowserContext> {
    // One that looks at the hall from another address keeps things under that address as well.
    if (!keepsBrowsers || options.baseURL !== undefined) return newContext(options)
    const context = (await leftBy(options)) ?? (await newContext(options))
    asked.set(context, kindOf(options))
    return context
  }
  async function leftBy(options: BrowserContextOptions): Promise<BrowserContext | null> {
    const found = [...left].find((context) => asked.get(context) === kindOf(options))
    if (!found) return null
    left.delete(found)
    const [page] = found.pages()
    await page?.setViewportSize(options.viewport ?? SCREEN)
    const { colorScheme = 'light', reducedMotion = 'reduce' } = options
    await page?.emulateMedia({ media: null, colorScheme, reducedMotion })
    return found
  }
  const theHands = () => (hands ??= signIn(all.house))
  const addressOf = (path: string, { baseURL }: BrowserContextOptions) =>
    /^https?:/.test(path) ? path : `${baseURL ?? all.house.url}${path}`
  const newContext = (options: BrowserContextOptions) =>
    all.browser.newContext({ viewport: SCREEN, ...options })
  async function go(context: BrowserContext, path: string, options: BrowserContextOptions): Promise<Page> {
    const page = context.pages()[0] ?? (await context.newPage())
    await page.goto(addressOf(path, options))
    return page
  }

  beforeAll(async () => {
    ;[house, browser] = await Promise.all([openIt(), openBrowser(...switches)])
  })

  beforeEach(async ({ task }) => {
    if (!newForRetry || !task.result?.retryCount) return
    await house?.close()
    hands = undefined
    house = await openIt()
  })

  afterEach(async () => {
    if (!pagesStay) await all.endPages()
  })

  afterAll(async () => {
    const faults = browser ? faultsOfPages(browser) : []
    await browser?.close()
    await house?.close()
    if (!spoilsPages)
      expect(faults, 'what the pages threw, or asked for that their policy forbids').toEqual([])
  })

  return all
}

/** Those of its options that a browser can't change once it is open. */
function kindOf({
  viewport: _screen,
  colorScheme: _scheme,
  reducedMotion: _motion,
  ...fixed
}: BrowserContextOptions): string {
  return JSON.stringify({ locale: 'id-ID', ...fixed })
}

/** Stands in for something that exists only later, so that a file can name it at its top. */
function later<T extends object>(get: () => T | undefined): T {
  return new Proxy({} as T, {
    get(_, name) {
      const there = get()
      if (there === undefined) throw new Error('not before beforeAll')
      const value: unknown = Reflect.get(there, name)
      return typeof value === 'function' ? value.bind(there) : value
    },
  })
}
