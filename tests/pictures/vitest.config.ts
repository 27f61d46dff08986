// `npm run pictures`: tests of appearance, not of behaviour; not part of `npm test`, whose files have other endings.
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
    // Otherwise pages would not be drawn.
    env: { LOOK: 'tests/pictures/gallery' },
    testTimeout: 300_000,
    hookTimeout: 300_000,
    maxWorkers: 1,
  },
})
