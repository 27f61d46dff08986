// What is wrong with a voice, in words.
import { v } from './texts/index.ts'

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

/** What a table has for a code that the server sent; undefined for one that it does not know. */
function known<Row>(table: Readonly<Record<string, Row>>, code: string): Row | undefined {
  return Object.hasOwn(table, code) ? table[code] : undefined
}

/** `Rekaman suara`. */
export const voiceText = (by: string): string => v(known(VOICES, by) ?? 'espeak')

export const clipFaultText = (why: string): string => v(known(CLIP_FAULTS, why) ?? 'unreadable')

export const commandFaultText = (why: string): string => v(known(COMMAND_FAULTS, why) ?? 'notStarted')

/** Why a command is not run at all. */
export const forbiddenText = (why: string): string => v(known(FORBIDDEN, why) ?? 'notListed')

/** Why a better voice did not say what was tried. */
export function insteadText({ by, why, detail }: { by: string; why: string; detail: string }): string {
  const words = by === 'clips' ? `${detail} – ${clipFaultText(why)}` : commandFaultText(why)
  return v('instead', { by: voiceText(by), why: words })
}
