// What the journal's tests share: folders, events, and our own code in a process of its own.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Database } from 'better-sqlite3'
import { build } from 'vite'
import { onTestFinished } from 'vitest'
import type { Event, Recorded } from '../../server/hall/event.ts'
import { openDatabase, type OpenOptions } from '../../server/store/open.ts'

/** An empty data folder that is removed with the test. */
export function dataDir(): string {
  const dir = mkdtempSync(join(tmpdir(), 'antre-journal-'))
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
  return dir
}

/** Opens a data folder (a new one by default) until the test ends. */
export function open(dir = dataDir(), options: OpenOptions = {}): Database {
  const db = openDatabase(dir, options)
  onTestFinished(() => {
    db.close()
  })
  return db
}

export const goldenLines = readFileSync(join(import.meta.dirname, 'golden.jsonl'), 'utf8')
  .trim()
  .split('\n')

/** The golden journal: two days and a third, with every type of event. */
export const golden: readonly Recorded[] = goldenLines.map((line) => JSON.parse(line) as Recorded)

/** `count` small events from `seq` on. */
export function events(
  seq: number,
  count: number,
  event: Event = { type: 'slip-printed', visit: 'v1' },
): Recorded[] {
  return Array.from({ length: count }, (_, index) => ({
    seq: seq + index,
    at: 1_795_500_000_000 + index,
    day: '2026-11-24',
    by: 'system:slip',
    key: null,
    hash: null,
    event,
  }))
}

/** The error that a call throws. */
export function thrown(work: () => unknown): unknown {
  try {
    work()
  } catch (error) {
    return error
  }
  throw new Error('nothing was thrown')
}

/** Overwrites a part of a file, as a failing disk does. */
export function overwrite(file: string, at: number, length: number): void {
  const handle = openSync(file, 'r+')
  writeSync(handle, Buffer.alloc(length, 0xa5), 0, length, at)
  closeSync(handle)
}

/** Where in the file a page begins that holds some of the golden journal's events. */
export function pageOfEvents(file: string): number {
  return Math.floor(readFileSync(file).indexOf('visit-cancelled') / 4096) * 4096
}

/** Our server's code as plain JavaScript, so that a process of its own can run it on every Node. Returns a folder. */
export async function bundle(...entries: string[]): Promise<string> {
  const root = join(import.meta.dirname, '../..')
  const cache = join(root, 'node_modules/.cache')
  mkdirSync(cache, { recursive: true })
  const outDir = mkdtempSync(join(cache, 'antre-journal-'))
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    ssr: { external: true },
    build: {
      ssr: true,
      outDir,
      emptyOutDir: false,
      rolldownOptions: {
        input: Object.fromEntries(
          entries.map((name) => [name, join(import.meta.dirname, `children/${name}.ts`)]),
        ),
        output: { entryFileNames: '[name].mjs' },
      },
    },
  })
  return outDir
}

/** A child process and the lines that it has written so far; ended with the test. */
export function child(
  command: string,
  args: readonly string[],
): { process: ChildProcess; line(): Promise<string> } {
  const process = spawn(command, args, { stdio: ['pipe', 'pipe', 'inherit'] })
  onTestFinished(() => {
    process.kill('SIGKILL')
  })
  const lines: string[] = []
  let rest = ''
  process.stdout.on('data', (data: Buffer) => {
    const parts = (rest + data.toString()).split('\n')
    rest = parts.pop() ?? ''
    lines.push(...parts)
  })
  return {
    process,
    async line() {
      while (lines.length === 0) await once(process.stdout, 'data')
      return lines.shift() ?? ''
    },
  }
}
