// The tests, with a file in which all of its mutants stand instead of the file itself; `run.mjs` says which one is alive.
import { readFileSync } from 'node:fs'
import { defineConfig } from 'vitest/config'

const { MUTANTS_FILE = '', MUTANTS_TEXT = '' } = process.env

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  plugins: [
    {
      name: 'mutants',
      enforce: 'pre',
      load: (id) => (id.split('?')[0] === MUTANTS_FILE ? readFileSync(MUTANTS_TEXT, 'utf8') : null),
    },
  ],
  test: {
    environment: 'node',
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/browser/**'],
    isolate: false,
    maxWorkers: 1,
    testTimeout: 8_000,
    hookTimeout: 30_000,
    expect: { poll: { timeout: 20_000 } },
  },
})
