// Runs a command that speaks, for the worker: the text goes to its input, a WAV comes from its output. Nothing it does
// lasts longer or grows larger than it may. No shell: its words reach the program as they are.
import { spawn } from 'node:child_process'
import { tmpdir } from 'node:os'
import { patiently } from '../../worker/patience.ts'
import { loudness } from '../audio/loudness.ts'
import { readAnyWav, resampled, sampleRate, type Sound } from '../audio/wav.ts'
import type { CommandFault } from '../job.ts'

/** More than a minute at 48 kHz, two channels. */
const mostBytes = 12_000_000
const longestSeconds = 60

/** A command that made no sound; `detail` is the end of its own output, for whoever set it up. */
export class FailedCommand extends Error {
  readonly why: CommandFault
  readonly detail: string

  constructor(why: CommandFault, detail = '') {
    super(`the command failed: ${why}`)
    this.why = why
    this.detail = detail
  }
}

/** What the command says, at the voice's sample rate, within `limitMs`. @throws FailedCommand */
export async function runCommand(argv: readonly string[], text: string, limitMs: number): Promise<Sound> {
  const sound = readAnyWav(await outputOf(argv, text, limitMs))
  if (sound === null) throw new FailedCommand('not-audio')
  if (sound.samples.length > longestSeconds * sound.sampleRate) throw new FailedCommand('too-large')
  if (loudness(sound) === -Infinity) throw new FailedCommand('silent')
  return { sampleRate, samples: resampled(sound, sampleRate) }
}

function outputOf(
  [program = '', ...rest]: readonly string[],
  text: string,
  limitMs: number,
): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, rest, { cwd: tmpdir(), shell: false, windowsHide: true })
    const chunks: Buffer[] = []
    let bytes = 0
    let lastWords = ''
    const stop = patiently(limitMs, () => end(new FailedCommand('too-slow')))

    function end(fault: FailedCommand | null): void {
      stop()
      child.kill('SIGKILL')
      // Processes that it started may still hold the other ends.
      child.stdin.destroy()
      child.stdout.destroy()
      child.stderr.destroy()
      if (fault) reject(fault)
      else resolve(Buffer.concat(chunks))
    }

    child.stdout.on('data', (chunk: Buffer) => {
      bytes += chunk.length
      if (bytes > mostBytes) return end(new FailedCommand('too-large'))
      chunks.push(chunk)
    })
    child.stderr.on('data', (chunk: Buffer) => {
      lastWords = (lastWords + chunk.toString()).slice(-400)
    })
    // Not reading the text to its end is not yet a failure.
    child.stdin.on('error', () => {})
    child.on('error', (error) =>
      end(
        new FailedCommand(
          'code' in error && error.code === 'ENOENT' ? 'not-there' : 'not-started',
          error.message,
        ),
      ),
    )
    child.on('close', (code, signal) => {
      const said = lastWords.trim().split('\n').at(-1) ?? ''
      end(code === 0 ? null : new FailedCommand('ended', `${signal ?? code} ${said}`.trim()))
    })
    child.stdin.end(`${text}\n`)
  })
}
