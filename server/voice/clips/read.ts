// Reads one recorded clip, for the worker: whatever is in the file, the result is a sound or a named fault.
import { readFile, stat } from 'node:fs/promises'
import { loudness } from '../audio/loudness.ts'
import { readAnyWav, resampled, sampleRate, type Sound } from '../audio/wav.ts'
import { type Clip, type ClipFault, largestClip, longestClipSeconds } from '../job.ts'

/** A file that is not a usable clip. */
export class BrokenClip extends Error {
  readonly clip: Clip
  readonly why: ClipFault

  constructor(clip: Clip, why: ClipFault) {
    super(`a clip cannot be used: ${why}`)
    this.clip = clip
    this.why = why
  }
}

/** The clip at the voice's sample rate, not yet trimmed or levelled. @throws BrokenClip */
export async function readClip(clip: Clip): Promise<Sound> {
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
