// A worker as the server's build makes it, as Node 20 runs no TypeScript in a process that a test starts: the one of
// `npm test`, or else one built into a folder of its own.
import { cp, mkdtemp, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { isBuilt } from '../../server/launch/steps.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** The voice's, unless another one is named by its path in the sources. */
export async function buildWorker(
  source = 'server/voice/audio/voice-worker.ts',
): Promise<{ url: URL; remove: () => Promise<void> }> {
  const name = basename(source, '.ts')
  const folder = await mkdtemp(join(tmpdir(), 'antre-worker-'))
  const dist = join(folder, 'dist')
  if (isBuilt()) await cp(join(root, 'dist/server'), dist, { recursive: true })
  else await buildOne(name, source, dist)
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction')
  return {
    url: pathToFileURL(join(dist, `${name}.js`)),
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}

/** Vite is large: it is loaded only where there is something to build. */
async function buildOne(name: string, source: string, outDir: string): Promise<void> {
  const { build } = await import('vite')
  await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    ssr: { external: true },
    build: {
      ssr: true,
      outDir,
      target: 'node20',
      rolldownOptions: { input: { [name]: join(root, source) } },
    },
  })
}
