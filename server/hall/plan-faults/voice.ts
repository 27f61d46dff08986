// What a plan says twice about its voice, and quiet times that would last no time.
import { Check } from 'typebox/value'
import { VoiceRules } from '../equipment.ts'
import type { Fault } from './fault.ts'
import { entries, fieldOf, type Part, repeats } from './parts.ts'

/** Faults of `plan.voice`, as far as it has its shape. */
export function wrongVoice(plan: unknown): Fault[] {
  const voice = fieldOf(plan, 'voice')
  if (!Check(VoiceRules, voice)) return []
  const { languages = [], command, pronounce = [], quiet = [] } = voice
  const lists: Part<string>[][] = [
    entries(languages, 'voice.languages'),
    entries(command?.languages ?? [], 'voice.command.languages'),
    pronounce.map(({ written }, nth) => ({ at: `voice.pronounce[${nth}].written`, item: written })),
  ]
  return [
    ...lists.flatMap((list) =>
      repeats(list, ({ item }) => item).map(({ at, key, first }): Fault => ({
        at,
        code: 'listed-twice',
        detail: { id: key, first },
      })),
    ),
    ...entries(quiet, 'voice.quiet')
      .filter(({ item }) => item.from === item.to)
      .map(({ at, item }): Fault => ({ at, code: 'quiet-without-end', detail: { time: item.from } })),
  ]
}
