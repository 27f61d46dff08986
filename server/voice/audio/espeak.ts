// Runs eSpeak NG, compiled to WebAssembly, once per text. Only for the worker: a run keeps its thread busy for 0.1 s.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Utterance } from '../job.ts'
import { readWav, type Sound } from './wav.ts'

// The program looks for many files that are not there, and for each its JavaScript makes an error with a stack trace.
Error.stackTraceLimit = 0

let loaded: ReturnType<typeof load> | null = null

/** Begins to compile it, on other threads, once for all runs. */
export function loadEspeak() {
  return (loaded ??= load())
}

/** Found by way of the package itself, wherever this bundle stands. Read at once, so that compiling begins at once. */
async function load() {
  const folder = dirname(createRequire(import.meta.url).resolve('espeak-ng'))
  const [wasm, glue] = await Promise.all([
    WebAssembly.compile(readFileSync(join(folder, 'espeak-ng.wasm'))),
    // Only when it is needed: clips and commands speak without it.
    import('espeak-ng'),
  ])
  return { wasm, ESpeakNg: glue.default }
}

/** Says a text; throws with eSpeak's own words when it made no sound. */
export async function runEspeak({ voice, rate, text }: Utterance): Promise<Sound> {
  const { wasm, ESpeakNg } = await loadEspeak()
  const complaints: string[] = []
  const run = await ESpeakNg({
    // The text goes by file: as an argument it could be an option, and would lie on a stack of 64 KB.
    arguments: ['-v', voice, '-s', String(rate), '-b', '1', '-w', 'said.wav', '-f', 'text.txt'],
    preRun: [({ FS }) => FS.writeFile('text.txt', text)],
    instantiateWasm(imports, done) {
      const instance = new WebAssembly.Instance(wasm, imports)
      done(instance)
      return instance.exports
    },
    print: () => {},
    printErr: (line) => complaints.push(line),
  })
  const sound = readWav(outputOf(run))
  if (sound === null) throw new Error(`eSpeak made no sound: ${complaints[0] ?? 'no reason given'}`)
  return sound
}

function outputOf(run: { FS: { readFile(name: string): Uint8Array } }): Uint8Array {
  try {
    return run.FS.readFile('said.wav')
  } catch {
    return new Uint8Array()
  }
}
