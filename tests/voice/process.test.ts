// The voice's own process, with real programs that misbehave in its place.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { createVoice } from '../../server/voice/voice.ts'
import { createTestLog } from './doubles.ts'

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'antre-process-'))
})

beforeEach(async () => {
  await rm(pidFile(), { force: true })
})

afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
})

/** A voice whose worker is this program, or a missing file. */
async function voiceOf(program: string | null, answerMs: number) {
  const file = join(folder, program === null ? 'missing.mjs' : 'worker.mjs')
  if (program !== null) await writeFile(file, program)
  const { log, lines } = createTestLog()
  const voice = createVoice({
    dir: join(folder, 'voice'),
    workerUrl: pathToFileURL(file),
    languages: ['id'],
    log,
    limits: { answerMs },
  })
  return { lines, voice, ask: () => voice.prepare([{ language: 'id', text: 'satu' }]) }
}

/** A program that reports its process id, and does something with each message. */
function telling(onMessage: string): string {
  return `import { writeFileSync } from 'node:fs'
writeFileSync(${JSON.stringify(pidFile())}, String(process.pid))
process.on('message', () => { ${onMessage} })`
}

const pidFile = () => join(folder, 'pid')

async function pidOf(): Promise<number> {
  const read = () => readFile(pidFile(), 'utf8').then(Number, () => 0)
  await expect.poll(read, { timeout: 10_000 }).toBeGreaterThan(0)
  return read()
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

it.each([
  ['is not there', null, 'missing.mjs'],
  ['does not compile', 'const =', 'SyntaxError'],
  [
    'dies of an error',
    'process.on("message", () => { throw new Error("the wasm is broken") })',
    'wasm is broken',
  ],
  ['leaves', 'process.on("message", () => process.exit(3))', 'exit code 3'],
  [
    'answers 50 MB',
    'process.on("message", ({ id }) => process.send({ id, wav: new Uint8Array(5e7) }))',
    'not audio',
  ],
])('a program that %s: no sound, the reason in the log', async (_, program, reason) => {
  const { ask, lines, voice } = await voiceOf(program, 10_000)
  expect(await ask()).toBeNull()
  expect(lines.join('\n')).toContain(reason)
  await voice.close()
})

it('a program that hangs in a loop is ended', async () => {
  const { ask, lines, voice } = await voiceOf(telling('for (;;);'), 2000)
  const answer = ask()
  const pid = await pidOf()
  expect(await answer).toBeNull()
  await expect.poll(() => isAlive(pid), { timeout: 10_000 }).toBe(false)
  expect(lines.join('\n')).toContain('longer than 2000 ms')
  await voice.close()
})

it('closing the voice ends its process', async () => {
  const { voice } = await voiceOf(telling(''), 10_000)
  voice.warm()
  const pid = await pidOf()
  expect(isAlive(pid)).toBe(true)
  await voice.close()
  await expect.poll(() => isAlive(pid), { timeout: 10_000 }).toBe(false)
})
