// Puts an announcement together by the figures of the recipe: the chime, then one text after the other, each trimmed
// and all equally loud. The best voice is tried first; if one fails, the next speaks the whole announcement.
import { readFileSync } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { FailedCommand, runCommand } from '../command/run.ts'
import {
  type MadeSound,
  type Part,
  type Utterance,
  type VoiceFault,
  type Wanted,
  type Clip,
  type ClipFault,
  largestClip,
  longestClipSeconds,
  recipe,
} from '../job.ts'
import { createLimiter, loudness } from './loudness.ts'
import { type Sound, readWav, resampled, sampleRate, writeWav, readAnyWav } from './wav.ts'

/** Half a decibel is left for errors of 16 bits and of the measurement. */
const ceiling = recipe.highestPeak - 0.5

/** Speaks all texts in a row as one WAV file. Throws when eSpeak, the last voice, cannot speak a text. */
export async function announce(wanted: Wanted): Promise<MadeSound> {
  const faults: VoiceFault[] = []
  for (const { by, parts } of wanted.better) {
    try {
      return { wav: await made(parts, wanted), by, faults }
    } catch (error) {
      faults.push(faultOf(error))
    }
  }
  return { wav: await made(wanted.utterances, wanted), by: 'espeak', faults }
}

function faultOf(error: unknown): VoiceFault {
  if (error instanceof BrokenClip) return { by: 'clips', why: error.why, ...error.clip }
  if (error instanceof FailedCommand) return { by: 'command', why: error.why, detail: error.detail }
  throw error
}

async function made(
  parts: readonly Part[],
  { chime: withChime, times, commandMs }: Wanted,
): Promise<Uint8Array> {
  const until = performance.now() + commandMs
  // The first time, eSpeak is compiled on other threads while this one makes the chime. A failure is reported where
  // it is needed.
  if (parts.some((part) => 'voice' in part)) loadEspeak().catch(() => {})
  const pieces = withChime ? [(levelledChime ??= levelled()), silence(recipe.pauseAfterChime)] : []
  const texts: Float32Array[] = []
  for (const part of parts) {
    if (texts.length > 0) texts.push(silence(recipe.pauseBetween))
    texts.push(await samplesOf(part, until))
  }
  for (let time = 0; time < times; time++) {
    if (time > 0) pieces.push(silence(recipe.pauseBetween))
    pieces.push(...texts)
  }
  return writeWav({ sampleRate, samples: mastered(joined(pieces)) })
}

/** The same before every announcement, so it is made once. */
let levelledChime: Float32Array | null = null
const levelled = () => atLoudness(chime(), recipe.loudness - recipe.chimeSofter)

/** One text, trimmed and as loud as all others. `until` is when a command must have spoken. */
async function samplesOf(part: Part, until: number): Promise<Float32Array> {
  if ('clips' in part) return atLoudness(await joinedClips(part.clips), recipe.loudness)
  if ('argv' in part) {
    const left = Math.max(0, until - performance.now())
    return atLoudness(trimmed(await runCommand(part.argv, part.text, left)), recipe.loudness)
  }
  const said = await runEspeak(part)
  return atLoudness(trimmed({ sampleRate, samples: resampled(said, sampleRate) }), recipe.loudness)
}

/** Clips come from many takes: each is levelled separately, or a word spoken far from the microphone would be lost. */
async function joinedClips(clips: Extract<Part, { clips: unknown }>['clips']): Promise<Float32Array> {
  const pieces: Float32Array[] = []
  for (const clip of clips)
    pieces.push(
      clip === 'pause'
        ? silence(recipe.pauseInClips)
        : atLoudness(trimmed(await readClip(clip)), recipe.loudness),
    )
  return joined(pieces)
}

function atLoudness(samples: Float32Array, lufs: number): Float32Array {
  const now = loudness({ samples, sampleRate })
  if (now === -Infinity) throw new Error('a part of the announcement is silent')
  return amplified(samples, lufs - now)
}

/** The limiter takes away some loudness; a second and a third turn give it back. */
function mastered(samples: Float32Array): Float32Array {
  const limited = createLimiter(samples, ceiling, Math.round(sampleRate * 0.004))
  let gain = recipe.loudness - loudness({ samples, sampleRate })
  let result = samples
  for (let turn = 0; turn < 3; turn++) {
    result = limited(gain)
    const missing = recipe.loudness - loudness({ samples: result, sampleRate })
    if (Math.abs(missing) < 0.1) break
    gain += missing
  }
  return result
}

function amplified(samples: Float32Array, decibels: number): Float32Array {
  const factor = 10 ** (decibels / 20)
  const result = new Float32Array(samples.length)
  for (let index = 0; index < samples.length; index++) result[index] = (samples[index] ?? 0) * factor
  return result
}

const silence = (seconds: number) => new Float32Array(Math.round(seconds * sampleRate))

function joined(parts: readonly Float32Array[]): Float32Array {
  const whole = new Float32Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

// The chime: three soft bells, C E G. It makes people look up, and gives a television that wakes its loudspeakers late
// something to swallow other than the number.
const bells = [523.25, 659.26, 783.99]
const secondsBetween = 0.22
const secondsOfDecay = 0.28
const secondsInAll = 1.3

// A bell is its tone and two fainter ones above, which die away sooner.
const partials = [
  { times: 1, strength: 1 },
  { times: 2, strength: 0.25 },
  { times: 3, strength: 0.08 },
]

/** Its highest point is about 0.5, and its end fades to nothing. */
function chime(): Float32Array {
  const length = Math.round(secondsInAll * sampleRate)
  return Float32Array.from({ length }, (_, index) => {
    const now = index / sampleRate
    const fadeOut = Math.min(1, (secondsInAll - now) / 0.1)
    return bells.reduce((sum, pitch, nth) => sum + bell(pitch, now - nth * secondsBetween), 0) * fadeOut * 0.3
  })
}

function bell(pitch: number, seconds: number): number {
  if (seconds < 0) return 0
  const attack = Math.min(1, seconds / 0.006)
  return partials.reduce((sum, { times, strength }) => {
    const decay = Math.exp((-seconds * times) / secondsOfDecay)
    return sum + strength * decay * attack * Math.sin(2 * Math.PI * pitch * times * seconds)
  }, 0)
}

// Silence is cut off both ends of a text, and the cuts are rounded so that nothing clicks.
const windowSeconds = 0.01
/** A window this far below the loudest one is silence, dB. */
const silenceBelow = -40
const keepBefore = 0.02
/** Last sounds die away slowly, and a voice that stops at once sounds cut off. */
const keepAfter = 0.06

/** The part between the first and the last window that can be heard; the sound as it is when nothing can. */
function trimmed({ samples, sampleRate }: Sound): Float32Array {
  const size = Math.round(windowSeconds * sampleRate)
  const levels = Array.from({ length: Math.ceil(samples.length / size) }, (_, nth) =>
    rms(samples.subarray(nth * size, (nth + 1) * size)),
  )
  const threshold = Math.max(...levels) * 10 ** (silenceBelow / 20)
  const heard = (level: number) => level > threshold
  const first = levels.findIndex(heard)
  if (first === -1) return samples
  const from = Math.max(0, first * size - Math.round(keepBefore * sampleRate))
  const to = (levels.findLastIndex(heard) + 1) * size + Math.round(keepAfter * sampleRate)
  return faded(samples.slice(from, to), Math.round(0.004 * sampleRate), Math.round(0.02 * sampleRate))
}

function rms(samples: Float32Array): number {
  let sum = 0
  for (let index = 0; index < samples.length; index++) {
    const x = samples[index] ?? 0
    sum += x * x
  }
  return Math.sqrt(sum / Math.max(1, samples.length))
}

/** In place. */
function faded(samples: Float32Array, fadeIn: number, fadeOut: number): Float32Array {
  const last = samples.length - 1
  const fade = (index: number) => {
    samples[index] = (samples[index] ?? 0) * Math.min(1, index / fadeIn, (last - index) / fadeOut)
  }
  const quietFrom = Math.max(fadeIn, samples.length - fadeOut)
  for (let index = 0; index < Math.min(fadeIn, samples.length); index++) fade(index)
  for (let index = quietFrom; index < samples.length; index++) fade(index)
  return samples
}

// Runs eSpeak NG, compiled to WebAssembly, once per text. Only for the worker: a run keeps its thread busy for 0.1 s.

// The program looks for many files that are not there, and for each its JavaScript makes an error with a stack trace.
Error.stackTraceLimit = 0

let loaded: ReturnType<typeof load> | null = null

/** Begins to compile it, on other threads, once for all runs. */
function loadEspeak() {
  return (loaded ??= load())
}

/** Found through the package itself, wherever this bundle is. Read synchronously, so that compiling begins at once. */
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
async function runEspeak({ voice, rate, text }: Utterance): Promise<Sound> {
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

// Reads one recorded clip, for the worker: whatever is in the file, the result is a sound or a named fault.

/** A file that is not a usable clip. */
class BrokenClip extends Error {
  readonly clip: Clip
  readonly why: ClipFault

  constructor(clip: Clip, why: ClipFault) {
    super(`a clip cannot be used: ${why}`)
    this.clip = clip
    this.why = why
  }
}

/** The clip at the voice's sample rate, not yet trimmed or levelled. @throws BrokenClip */
async function readClip(clip: Clip): Promise<Sound> {
  const file = await bytesOf(clip)
  const sound = readAnyWav(file)
  if (sound === null) throw new BrokenClip(clip, 'not-audio')
  if (sound.samples.length > longestClipSeconds * sound.sampleRate) throw new BrokenClip(clip, 'too-long')
  if (loudness(sound) === -Infinity) throw new BrokenClip(clip, 'silent')
  return { sampleRate, samples: resampled(sound, sampleRate) }
}

async function bytesOf(clip: Clip): Promise<Uint8Array> {
  try {
    const { size } = await stat(clip.path)
    if (size > largestClip) throw new BrokenClip(clip, 'too-long')
    return await readFile(clip.path)
  } catch (error) {
    throw error instanceof BrokenClip ? error : new BrokenClip(clip, 'unreadable')
  }
}
