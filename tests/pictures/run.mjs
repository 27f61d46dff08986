// `npm run pictures`: builds if needed, takes every picture into tests/pictures/gallery and fails if axe finds
// something. `npm run pictures -- phone` takes only those of the files whose path contains that.
import { join } from 'node:path'
import { run } from '../../server/launch/child.mjs'
import { prepare, root } from '../../server/launch/steps.mjs'

const args = ['run', '--config', 'tests/pictures/vitest.config.ts', ...process.argv.slice(2)]
const ready = await prepare()
const { code } = ready
  ? await run(process.execPath, [join(root, 'node_modules/vitest/vitest.mjs'), ...args], {
      cwd: root,
      show: true,
    })
  : { code: 1 }
process.exitCode = code ?? 1
