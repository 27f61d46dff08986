// Which of our languages a request wants: Accept-Language (RFC 9110, 12.5.4), Indonesian by default.
import { lookUp } from '../../hall/look-up.ts'
export type Language = 'id' | 'en'

// `in` is the pre-1989 code for Indonesian, which old Android still sends; Malay readers can read Indonesian.
const spokenAs: Readonly<Record<string, Language>> = { id: 'id', in: 'id', ms: 'id', en: 'en' }

/** Longest header that is read: browsers send far less. */
const longest = 200

/** The language for an `Accept-Language` header: of those that we have, the first with the highest weight. */
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
