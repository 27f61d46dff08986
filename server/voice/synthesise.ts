// The voice's process: one announcement at a time, and announcements before the speech of kiosks, for which the whole
// hall must not wait. Whatever happens there, a job ends in time, with sound or with null. Its answers are checked:
// whatever runs there may be broken.
import { createKeeper } from '../worker/keeper.ts'
import type { WorkerProcess } from '../worker/process.ts'
import { wavSeconds } from './audio/wav.ts'
import type { ClipFault, CommandFault, Kind, MadeSound, VoiceFault, Wanted } from './job.ts'
import type { Log } from '../log-sink.ts'

export interface Synthesiser {
  /** A WAV file with everything, or null; never rejects. */
  synthesise(wanted: Wanted, kind?: Kind): Promise<MadeSound | null>
  /** If no worker is running, starts one and has it speak this to nobody, so that the next job finds it warmed up. */
  warm(rehearsal: Wanted): void
  close(): void
}

/** Seconds; longer than any announcement played twice. */
const longestSeconds = 120
/** More announcements than this wait for a voice only when it has failed; then silence is the quicker answer. */
const mostWaiting: Readonly<Record<Kind, number>> = { announcement: 32, speech: 6 }
/** How long speech under way may still take when an announcement comes, ms: the longest text takes about one second. */
const yieldMs = 2_000

/**
 * `limitMs`: for one job, and for its waiting before that; `idleMs`: until a worker without jobs is ended; `failed`: told
 * why no sound came out.
 */
export function createSynthesiser(given: {
  spawn: () => WorkerProcess
  limitMs: number
  idleMs: number
  log: Pick<Log, 'info' | 'warn'>
  failed?: (why: string) => void
}): Synthesiser {
  const keeper = createKeeper<Kind, Wanted & { readonly kind: Kind }, MadeSound>({
    ...given,
    name: 'the voice',
    queues: mostWaiting,
    yields: { ms: yieldMs, why: 'an announcement could not wait any longer' },
    read: readAnswer,
    // A failed command may have left something running, which ends with the worker.
    endsAfter: ({ faults }) => faults.some(({ by }) => by === 'command'),
    failed(why) {
      given.log.warn({ why }, 'voice: announcement without sound')
      given.failed?.(why)
    },
  })

  const synthesise = (wanted: Wanted, kind: Kind = 'announcement') =>
    keeper.ask({ ...wanted, kind }, kind).catch(() => null)

  return {
    synthesise,
    warm(rehearsal) {
      if (!keeper.isRunning()) void synthesise(rehearsal)
    },
    close: keeper.close,
  }
}

/** The sound in a worker's answer, or a text that says what is wrong with it. */
function readAnswer(message: object): { readonly answer: MadeSound } | string {
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
