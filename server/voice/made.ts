// What the worker answers, read with care: what is there may be broken.
import type { ClipFault, CommandFault, VoiceFault, VoiceKind } from './job.ts'
import { wavSeconds } from './audio/wav.ts'

export interface Made {
  readonly wav: Uint8Array
  readonly by: VoiceKind
  readonly faults: readonly VoiceFault[]
}

/** Longer than any announcement that is said twice. */
const longestSeconds = 120

/** The sound in a worker's answer, or in words what is wrong with it. */
export function madeOf(message: object): { readonly answer: Made } | string {
  if (!('wav' in message) || !(message.wav instanceof Uint8Array)) return 'the voice answered nonsense'
  const seconds = wavSeconds(message.wav)
  if (seconds === null) return 'the voice answered something that is not audio'
  if (seconds > longestSeconds) return `the voice spoke for ${Math.round(seconds)} s`
  const by = 'by' in message && (message.by === 'clips' || message.by === 'command') ? message.by : 'espeak'
  const faults = 'faults' in message && Array.isArray(message.faults) ? message.faults.flatMap(faultOf) : []
  return { answer: { wav: message.wav, by, faults } }
}

const clipFaults: readonly ClipFault[] = ['not-audio', 'silent', 'too-long', 'unreadable']
const commandFaults: readonly CommandFault[] = [
  'not-there',
  'not-started',
  'ended',
  'too-slow',
  'too-large',
  'not-audio',
  'silent',
]

function faultOf(given: unknown): VoiceFault[] {
  const field = (name: string) =>
    typeof given === 'object' && given !== null && Object.hasOwn(given, name) ? Reflect.get(given, name) : ''
  const [by, why] = [field('by'), field('why')]
  const clip = clipFaults.find((one) => one === why)
  if (by === 'clips' && clip) {
    return [{ by, why: clip, path: String(field('path')), stamp: String(field('stamp')) }]
  }
  const command = commandFaults.find((one) => one === why)
  return by === 'command' && command ? [{ by, why: command, detail: String(field('detail')) }] : []
}
