// Puts an announcement together: chime, then one text after the other, each trimmed and all equally loud, by the
// figures of the recipe. The best voice is tried first; one that fails leaves the whole to the next.
import { chime } from './chime.ts'
import { BrokenClip, readClip } from '../clips/read.ts'
import { FailedCommand, runCommand } from '../command/run.ts'
import { loadEspeak, runEspeak } from './espeak.ts'
import { loudness } from './loudness.ts'
import type { Part, VoiceFault, VoiceKind, Wanted } from '../job.ts'
import { createLimiter } from './peak.ts'
import { recipe } from './recipe.ts'
import { resampled } from './resample.ts'
import { trimmed } from './trim.ts'
import { sampleRate, writeWav } from './wav.ts'

/** Half a decibel is left for what 16 bits and the measure itself miss. */
const ceiling = recipe.highestPeak - 0.5

export interface Announced {
  readonly wav: Uint8Array
  readonly by: VoiceKind
  /** What kept better voices from speaking. */
  readonly faults: readonly VoiceFault[]
}

/** Says all texts in a row as a whole WAV file. Throws when eSpeak, the last one, makes no sound of a text. */
export async function announce(wanted: Wanted): Promise<Announced> {
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
  // The first time it is compiled on other threads while this one makes the chime. Whoever needs it is told what fails.
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

/** Clips come from many takes: each is levelled on its own, or a far word would be lost. */
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

/** The limiter takes some loudness away; a second and third turn give it back. */
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
