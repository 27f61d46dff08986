// The tests, with all mutants of a file built into it; `run.mjs` says which one is alive.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

const texts = JSON.parse(readFileSync(join(process.env['MUTANTS'] ?? '', 'texts.json'), 'utf8')) as Record<
  string,
  string
>

/** The quick ones first, as they are given. */
class AsGiven extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return Promise.resolve(files)
  }
}

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  plugins: [{ name: 'mutants', enforce: 'pre', load: (id) => texts[id.split('?')[0] ?? ''] ?? null }],
  test: {
    environment: 'node',
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/browser/**'],
    setupFiles: ['tests/mutate/setup.mjs', 'tests/run/first-language.ts'],
    sequence: { sequencer: AsGiven },
    isolate: false,
    maxWorkers: 1,
    // A fault may also gather without end: its process falls, and that is a fault found.
    execArgv: ['--max-old-space-size=2048'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 20_000 } },
  },
})
