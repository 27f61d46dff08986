// `npm run pictures`: no tests of what happens, but of how it looks; not a part of `npm test`, whose files end otherwise.
import { join } from 'node:path'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  root: join(import.meta.dirname, '../..'),
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    name: 'pictures',
    environment: 'node',
    include: ['tests/pictures/**/*.pictures.ts'],
    globalSetup: ['tests/pictures/gallery.ts'],
    testTimeout: 300_000,
    hookTimeout: 120_000,
    maxWorkers: 1,
  },
})
