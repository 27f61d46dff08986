// What the voice's worker is asked to make, by which figures, and what it answers. A better voice may fail in the middle; then the whole
// announcement is made by the next one, so that people hear one voice.
import type { Job as KeptJob } from '../worker/keeper.ts'

/** What a sound is for: the hall, which goes first, or one person, at a kiosk or at the manager's page. */
export type Kind = 'announcement' | 'speech'

/** What the worker is asked; it answers `{id, wav, by, faults}` or `{id, failed}`. */
export type Job = KeptJob<Wanted & { readonly kind: Kind }>

/** The voices, the best first. */
export type VoiceKind = 'clips' | 'command' | 'espeak'

/** One run of eSpeak: `text` may hold phonemes in double brackets; `rate` is words per minute. */
export interface Utterance {
  readonly voice: string
  readonly rate: number
  readonly text: string
}

/** A recorded clip: its path, and how to tell that it changed. */
export interface Clip {
  readonly path: string
  readonly stamp: string
}

/** A clip is a word or a phrase. */
export const longestClipSeconds = 15
/** In bytes: the longest clip at 48 kHz, two channels, 32 bits, and some. */
export const largestClip = 6_000_000

/** One text: said by eSpeak or a command, or joined from clips with pauses between them. */
export type Part =
  | Utterance
  | { readonly argv: readonly string[]; readonly text: string }
  | { readonly clips: readonly (Clip | 'pause')[] }

/** All texts as a voice better than eSpeak speaks them. */
export interface Attempt {
  readonly by: 'clips' | 'command'
  readonly parts: readonly Part[]
}

/** A whole sound: what eSpeak would speak, and which voices are tried before. */
export interface Wanted {
  readonly utterances: readonly Utterance[]
  readonly better: readonly Attempt[]
  readonly chime: boolean
  /** How often everything is said. */
  readonly times: number
  /** Milliseconds that a command has for all texts together. */
  readonly commandMs: number
}

/** A sound that was made: a WAV file, who speaks in it, and what prevented better voices. */
export interface MadeSound {
  readonly wav: Uint8Array
  readonly by: VoiceKind
  readonly faults: readonly VoiceFault[]
}

/** Why a better voice did not speak, from closed lists; `path` is the clip that is to blame. */
export type VoiceFault =
  | { readonly by: 'clips'; readonly why: ClipFault; readonly path: string; readonly stamp: string }
  | { readonly by: 'command'; readonly why: CommandFault; readonly detail: string }

export type ClipFault = 'not-audio' | 'silent' | 'too-long' | 'unreadable'
export type CommandFault =
  | 'not-there'
  | 'not-started'
  | 'ended'
  | 'too-slow'
  | 'too-large'
  | 'not-audio'
  | 'silent'

// How an announcement is made, in figures. They are part of a cached file's name, so that a change makes new sounds; a change
// of the code that changes the sound raises `edition`.

export const recipe = {
  edition: 1,
  /** What every announcement and every text in it measures, LUFS (EBU R 128's way, at the level of streaming). */
  loudness: -16,
  /** No wave rises above this, dBTP. */
  highestPeak: -1,
  /** How much softer the chime is than the speech, LU. */
  chimeSofter: 4,
  /** Seconds of silence between the chime and the first text. */
  pauseAfterChime: 0.1,
  /** Seconds of silence between two texts. */
  pauseBetween: 0.45,
  /** Seconds of silence where a sentence of clips has a comma. */
  pauseInClips: 0.18,
} as const
