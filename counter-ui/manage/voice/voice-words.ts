// What is wrong with a voice, in words.
import { isKey } from '../../../screens/i18n.ts'
import { id } from '../texts/id.ts'
import { manageText } from '../texts/index.ts'

/** `Rekaman suara`. */
export function voiceText(by: string): string {
  const key = `voice-by.${by}` as const
  return manageText(isKey(id, key) ? key : 'voice-by.espeak')
}

export function clipFaultText(why: string): string {
  const key = `clip-fault.${why}` as const
  return manageText(isKey(id, key) ? key : 'clip-fault.unreadable')
}

export function commandFaultText(why: string): string {
  const key = `command-fault.${why}` as const
  return manageText(isKey(id, key) ? key : 'command-fault.not-started')
}

/** Why a command is not run at all. */
export function forbiddenText(why: string): string {
  const key = `forbidden.${why}` as const
  return manageText(isKey(id, key) ? key : 'forbidden.not-listed')
}

/** Why a better voice did not speak the test. */
export function insteadText({ by, why, detail }: { by: string; why: string; detail: string }): string {
  const words = by === 'clips' ? `${detail} – ${clipFaultText(why)}` : commandFaultText(why)
  return manageText('voice.instead', { by: voiceText(by), why: words })
}
