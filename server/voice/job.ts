// What the worker is asked to make: the texts of one announcement, each as one of the voices says it. A better voice may
// fail in the middle; then the whole announcement is made by the next one, so that it is one voice that people hear.
import type { Utterance } from './text/lines.ts'

/** The voices, the best first. */
export type VoiceKind = 'clips' | 'command' | 'espeak'

/** A recorded clip: where it stands, and what tells that it changed. */
export interface Clip {
  readonly path: string
  readonly stamp: string
}

/** One text: said by eSpeak, by a command, or joined of clips with pauses between them. */
export type Part =
  | Utterance
  | { readonly argv: readonly string[]; readonly text: string }
  | { readonly clips: readonly (Clip | 'pause')[] }

/** All texts as a voice better than eSpeak says them. */
export interface Attempt {
  readonly by: 'clips' | 'command'
  readonly parts: readonly Part[]
}

/** A whole sound: what eSpeak would say, and who is tried before. */
export interface Wanted {
  readonly utterances: readonly Utterance[]
  readonly better: readonly Attempt[]
  readonly chime: boolean
  /** How often all is said. */
  readonly times: number
  /** Milliseconds that a command has for all texts together. */
  readonly commandMs: number
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
