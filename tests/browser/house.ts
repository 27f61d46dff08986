// How a file of browser tests begins and ends: a hall of its own, the worker's Chromium, a member of the staff; at
// the end the errors of its pages, and nothing left behind.
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest'
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
}

type EnterOptions = BrowserContextOptions & { readonly password?: string }

export interface HouseOptions {
  /** The pages stay open from test to test; the file itself closes those it opens for one test. */
  readonly pagesStay?: boolean
  /** Of a Chromium for this file alone. */
  readonly switches?: readonly string[]
  /** Pages are broken here on purpose: their errors are no fault. */
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
  { pagesStay = false, switches = [], spoilsPages = false, newForRetry = false }: HouseOptions = {},
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
      return go(await newContext(options), path, options)
    },
    async enter(path, username, { password = passwordOf(all.house, username), ...options } = {}) {
      const context = await newContext(options)
      // Not at the form, which has tests of its own: drawing it and typing into it costs more than most tests do.
      const signedIn = await context.request.post(new URL('/api/session', addressOf(path, options)).href, {
        data: { username, password },
      })
      if (!signedIn.ok()) throw new Error(`${username} could not sign in: ${await signedIn.text()}`)
      return go(context, path, options)
    },
  }
  const theHands = () => (hands ??= signIn(all.house))
  const addressOf = (path: string, { baseURL }: BrowserContextOptions) =>
    /^https?:/.test(path) ? path : `${baseURL ?? all.house.url}${path}`
  const newContext = (options: BrowserContextOptions) =>
    all.browser.newContext({ viewport: { width: 1366, height: 768 }, ...options })
  async function go(context: BrowserContext, path: string, options: BrowserContextOptions): Promise<Page> {
    const page = await context.newPage()
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
    if (pagesStay) return
    for (const context of all.browser.contexts()) await context.close()
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
