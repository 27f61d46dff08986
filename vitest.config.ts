// How the tests run: five files at a time on the two cores of the smallest machine, as most browser tests and those with
// processes of their own wait for more than half of their time. Three projects by what their files share; all run together,
// so that one that waits leaves the core to one that counts.
import { defineConfig } from 'vitest/config'
import { EARLY, EARLY_RAN } from './tests/run/early.mjs'
import { LongFirst } from './tests/run/order.ts'

const browserTests = 'tests/browser/**/*.test.ts'
/** These put something in the place of a module before anybody loads it, or weigh what the process holds. */
const apart = [
  'tests/fuzz/openapi.test.ts',
  'tests/api/last-answer.test.ts',
  'tests/access/unknown-user.test.ts',
  'tests/long/day.test.ts',
]

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    environment: 'node',
    maxWorkers: 5,
    sequence: { sequencer: LongFirst },
    // On a slow machine a second, the default, is not long.
    expect: { poll: { timeout: 20_000 } },
    projects: [
      {
        // A process for each file.
        extends: true,
        test: { name: 'apart', include: apart, testTimeout: 120_000, hookTimeout: 120_000 },
      },
      {
        // A file has a server of its own and shares the Chromium of its worker. A real browser on a starved machine may be
        // too slow for a test once: it is tried again, and named at the end of `npm test`.
        extends: true,
        test: {
          name: 'browser',
          include: [browserTests],
          isolate: false,
          retry: 1,
          globalSetup: 'tests/browser/accounts.ts',
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        // Loading the server takes longer than most files: a worker does it once.
        extends: true,
        test: {
          name: 'units',
          include: ['tests/**/*.test.ts'],
          exclude: [browserTests, ...apart, ...(EARLY_RAN in process.env ? EARLY : [])],
          isolate: false,
          setupFiles: 'tests/run/first-language.ts',
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
