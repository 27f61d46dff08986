// Texts as they come become lines that the voices can say: the hall's own pronunciation first, then the usual one, and
// nothing that no voice speaks.
import type { VoiceRules } from '../../hall/plan-voice.ts'
import type { Kind } from '../synthesise.ts'
import type { Line } from '../which-voice.ts'
import { isSpoken, type Say, spokenForm } from './announcement.ts'
import { utterance } from './espeak-input.ts'

export interface SpokenText {
  /** A language code; a text in a language that is not spoken is left out. */
  readonly language: string
  readonly text: string
}

const mostTexts = 12
/** In characters; numbers in words are longer than their digits. */
const longestText: Readonly<Record<Kind, number>> = { announcement: 600, speech: 1_200 }

/** The texts that can be said; `say`: the usual exceptions of pronunciation. */
export function linesOf(
  texts: readonly SpokenText[],
  given: {
    readonly kind: Kind
    readonly languages: readonly string[]
    readonly rules: VoiceRules | undefined
    readonly say: readonly Say[]
  },
): Line[] {
  const { kind, languages, rules, say } = given
  const own = (rules?.pronounce ?? []).map(({ written, spoken }): Say => ({ word: written, as: spoken }))
  const says = [...say, ...own]
  return texts.slice(0, mostTexts).flatMap(({ language, text }) => {
    if (!isSpoken(language) || !languages.includes(language) || text.length > longestText[kind]) return []
    const spoken = spokenForm(text, language, says)
    return spoken === '' ? [] : [{ language, text, spoken, utterance: utterance(spoken, language) }]
  })
}
