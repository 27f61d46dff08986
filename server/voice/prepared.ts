// A sound that is ready, and its name: by its content, so that the same announcement is made once.
import { createHash } from 'node:crypto'
import type { VoiceKind, Wanted } from './job.ts'
import { recipe } from './audio/recipe.ts'
import { wavSeconds } from './audio/wav.ts'

/** `name` is for `read`, `seconds` the exact length. */
export interface Prepared {
  readonly name: string
  readonly seconds: number
}

/**
 * The same words, voices, clips and recipe have the same name: 128 bits of SHA-256. Without `by` it is what the first
 * choice would make.
 */
export function nameOf({ utterances, better, chime, times }: Wanted, by?: VoiceKind): string {
  const attempt = by === undefined ? better[0] : better.find((one) => one.by === by)
  const content = JSON.stringify({ recipe, parts: attempt?.parts ?? utterances, chime, times })
  return `${createHash('sha256').update(content).digest('hex').slice(0, 32)}.wav`
}

export function preparedFrom(name: string, wav: Uint8Array): Prepared | null {
  const seconds = wavSeconds(wav)
  return seconds === null ? null : { name, seconds }
}

/** What the promise brings, or null when it takes longer. The work goes on: its sound may serve a recall. */
export async function inTime<T>(promise: Promise<T>, ms: number): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), ms)
    timer.unref()
  })
  try {
    return await Promise.race([promise, late])
  } finally {
    clearTimeout(timer)
  }
}
