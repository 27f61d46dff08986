// Two languages at once: the first large, the second small beside it, for people who do not read the first.
import { computed, signal } from '@preact/signals'
import { language } from '../screens/i18n.ts'
import type { Text } from '../server/hall/plan.ts'
import { lookUp } from '../screens/look-up.ts'

/** The languages of the hall; none are known before the plan is there. */
export const hallLanguages = signal<readonly string[]>([])

/** Whether the address asks for only one language. */
export const isAlone = signal(false)

/** The small one, null if one language is enough. */
export const second = computed(() =>
  !isAlone.value && language.value !== 'en' && hallLanguages.value.indexOf('en') >= 0 ? 'en' : null,
)

/** A text of the plan in the second language; null if it would be the same again. */
export function pickSecond(text: Text): string | null {
  const other = second.value === null ? undefined : textIn(text, second.value)
  return other === undefined || other === textIn(text, language.value) ? null : other
}

/**
 * Balinese script, which a plan may have for its names as the text in `ban`; if that is in Latin letters it is not
 * shown here.
 */
export function aksara(text: Text): string | null {
  const balinese = textIn(text, 'ban')
  return balinese !== undefined && /[\u1b00-\u1b7f]/.test(balinese) ? balinese : null
}

function textIn(text: Text, code: string): string | undefined {
  return lookUp(text, code)
}
