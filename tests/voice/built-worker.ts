// Builds a worker as the server's build does, into a folder of its own: Node runs no TypeScript in a process that
// a test starts.
import { mkdtemp, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'vite'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** The voice's, unless another one is named by its path in the sources. */
export async function buildWorker(
  source = 'server/voice/audio/voice-worker.ts',
): Promise<{ url: URL; remove: () => Promise<void> }> {
  const name = basename(source, '.ts')
  const folder = await mkdtemp(join(tmpdir(), 'antre-worker-'))
  await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    ssr: { external: true },
    build: {
      ssr: true,
      outDir: join(folder, 'dist'),
      target: 'node20',
      rolldownOptions: { input: { [name]: join(root, source) } },
    },
  })
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction')
  return {
    url: pathToFileURL(join(folder, 'dist', `${name}.js`)),
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}
