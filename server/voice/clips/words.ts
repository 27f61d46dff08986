// A sentence as clips speak it: its words in the form of file names, and which clips together cover them all.
import type { Language } from '../text/languages.ts'

/** Words of one clip at most: "silakan menuju loket" has three. */
const mostWords = 8
const letterWord = { id: 'huruf', en: 'letter' } satisfies Record<Language, string>

/** The words of a text, `['nomor', 'antrean']`, in stretches between its commas. A letter on its own is `huruf-a`. */
export function clipWords(text: string, language: Language): string[][] {
  return text
    .normalize('NFC')
    .split(/[^\p{L}\p{M}\p{N}\s'’-]+/u)
    .map((stretch) =>
      stretch
        .split(/[\s-]+/)
        .map((word) => word.replace(/['’]/g, ''))
        .filter((word) => word !== '')
        .map((word) => (/^\p{Lu}$/u.test(word) ? `${letterWord[language]}-${word}` : word).toLowerCase()),
    )
    .filter((words) => words.length > 0)
}

/** The clips that say a stretch, and the words that none of them says. */
export interface Cover {
  readonly clips: readonly string[]
  readonly missing: readonly string[]
}

/** The fewest clips that say all words of a stretch: a phrase that was recorded as one sounds better than its words. */
export function cover(words: readonly string[], has: (clip: string) => boolean): Cover {
  const nothing: Cover = { clips: [], missing: [] }
  // From the last word on: what follows is known already.
  const best: Cover[] = Array.from({ length: words.length + 1 }, () => nothing)
  for (let from = words.length - 1; from >= 0; from--) {
    const after = best[from + 1] ?? nothing
    let found: Cover = { clips: after.clips, missing: [words[from] ?? '', ...after.missing] }
    for (let length = 1; length <= Math.min(mostWords, words.length - from); length++) {
      const clip = words.slice(from, from + length).join('-')
      const rest = best[from + length] ?? nothing
      const candidate: Cover = { clips: [clip, ...rest.clips], missing: rest.missing }
      if (has(clip) && isBetter(candidate, found)) found = candidate
    }
    best[from] = found
  }
  return best[0] ?? nothing
}

function isBetter(one: Cover, other: Cover): boolean {
  const more = one.missing.length - other.missing.length
  return more < 0 || (more === 0 && one.clips.length < other.clips.length)
}
