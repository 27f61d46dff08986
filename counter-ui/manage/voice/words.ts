// What is wrong with a voice, in words.
import { v } from './texts/index.ts'
import { lookUp } from '../../../screens/look-up.ts'

const VOICES = {
  clips: 'clips',
  command: 'command',
  espeak: 'espeak',
} as const

const CLIP_FAULTS = {
  'not-audio': 'notWav',
  silent: 'silentClip',
  'too-long': 'tooLong',
} as const

const COMMAND_FAULTS = {
  'not-there': 'notThere',
  'not-started': 'notStarted',
  ended: 'ended',
  'too-slow': 'tooSlow',
  'too-large': 'tooLarge',
  'not-audio': 'notAudio',
  silent: 'silent',
} as const

const FORBIDDEN = {
  'no-list': 'noList',
  'list-open': 'listOpen',
  'list-unreadable': 'listUnreadable',
  'not-absolute': 'notAbsolute',
} as const

/** `Rekaman suara`. */
export const voiceText = (by: string): string => v(lookUp(VOICES, by) ?? 'espeak')

export const clipFaultText = (why: string): string => v(lookUp(CLIP_FAULTS, why) ?? 'unreadable')

export const commandFaultText = (why: string): string => v(lookUp(COMMAND_FAULTS, why) ?? 'notStarted')

/** Why a command is not run at all. */
export const forbiddenText = (why: string): string => v(lookUp(FORBIDDEN, why) ?? 'notListed')

/** Why a better voice did not say what was tried. */
export function insteadText({ by, why, detail }: { by: string; why: string; detail: string }): string {
  const words = by === 'clips' ? `${detail} – ${clipFaultText(why)}` : commandFaultText(why)
  return v('instead', { by: voiceText(by), why: words })
}
