// Which of the languages of the texts a request wants: Accept-Language (RFC 9110, 12.5.4), Indonesian by default.
import { lookUp } from '../../hall/look-up.ts'
export type Language = 'id' | 'en'

// `in` is Indonesian's code of before 1989, which old Android still sends; Malay readers read Indonesian.
const spokenAs: Readonly<Record<string, Language>> = { id: 'id', in: 'id', ms: 'id', en: 'en' }

/** Longest header that is looked at: browsers send far less. */
const longest = 200

/** The language for an `Accept-Language` header: the first of the highest weight that there are texts in. */
export function languageOf(header: string | undefined): Language {
  let best: Language = 'id'
  let weight = 0
  for (const range of (header ?? '').slice(0, longest).split(',')) {
    const [tag = '', ...parameters] = range
      .trim()
      .toLowerCase()
      .split(/\s*;\s*/u)
    const language = lookUp(spokenAs, tag.split('-')[0] ?? '')
    const q = quality(parameters)
    if (language !== undefined && q > weight) {
      best = language
      weight = q
    }
  }
  return best
}

function quality(parameters: readonly string[]): number {
  const given = parameters.find((parameter) => parameter.startsWith('q='))
  if (given === undefined) return 1
  const q = Number(given.slice(2))
  return q >= 0 && q <= 1 ? q : 0
}
