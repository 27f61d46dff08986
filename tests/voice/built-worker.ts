// Builds the worker as the server's build does, into a folder of its own: Node runs no TypeScript in a process that
// a test starts.
import { mkdtemp, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'vite'

const root = fileURLToPath(new URL('../..', import.meta.url))

export async function buildWorker(): Promise<{ url: URL; remove: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'antre-voice-'))
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
      rolldownOptions: { input: { 'voice-worker': join(root, 'server/voice/voice-worker.ts') } },
    },
  })
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction')
  return {
    url: pathToFileURL(join(folder, 'dist', 'voice-worker.js')),
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}
