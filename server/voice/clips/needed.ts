// Which words and phrases a hall's announcements are made of: what to record for it, and how much of that a set of
// clips has.
import type { Counter, Plan, Zone } from '../../hall/plan.ts'
import type { ClipFault } from '../job.ts'
import { announcementText, checkText, comingText, togetherText } from '../text/announcement.ts'
import { type Language, languageOf } from '../text/languages.ts'
import type { ClipFolder } from './folder.ts'

/** The parts of the plan that matter here. */
type PlanForClips = Pick<Plan, 'services' | 'counters' | 'zones'>

export interface ClipsStatus {
  readonly set: string
  /** How many words and phrases this hall needs. */
  readonly needed: number
  /** The missing ones: the file, and what it should say. */
  readonly missing: readonly { language: Language; file: string; says: string }[]
  readonly broken: readonly { language: Language; file: string; why: ClipFault }[]
}

/** `speaks`: whether these clips can say single calls; what only other sentences need may still be missing. */
type FoundClips = ClipsStatus & { readonly speaks: boolean }

/** Something to record: its words, as in the name of its file. */
export interface Needed {
  readonly language: Language
  readonly words: readonly string[]
}

/**
 * Everything that the plan's announcements need in these languages, each once, in the order of recording: calls first.
 */
export function neededClips(plan: PlanForClips, languages: readonly Language[]): Needed[] {
  return languages.flatMap((language) => {
    const { digits, phrases, letters, comingPhrases, checkPhrases } = languageOf(language)
    const prefixes = [...new Set(plan.services.flatMap(({ prefix }) => [...prefix]))].sort()
    const texts = [...phrases, ...digits, ...prefixes.filter((letter) => Object.hasOwn(letters, letter))]
    const needed = texts.flatMap((text) => clipWords(text, language))
    const all = [
      ...needed,
      ...plan.counters.flatMap((counter) => wordsOfCounter(counter, language)),
      ...[...comingPhrases, ...checkPhrases].flatMap((phrase) => clipWords(phrase, language)),
      ...plan.zones.flatMap((zone) => wordsOfZone(zone, language)),
    ]
    const known = new Set<string>()
    return all.flatMap((words) => {
      const file = words.join('-')
      if (known.has(file)) return []
      known.add(file)
      return [{ language, words }]
    })
  })
}

/** How a counter is spoken: numbers and letters word by word, because others share them; the rest as one phrase. */
function wordsOfCounter({ name, label }: Counter, language: Language): string[][] {
  const { phrases, digits } = languageOf(language)
  const sentence = announcementText({ number: 'A0', counterName: name, counterLabel: label, language })
  const stretches = clipWords(sentence, language)
  // What follows the number.
  const told = stretches.slice(stretches.findIndex((words) => words.at(-1) === digits[0]) + 1)
  const opening = phrases.map((phrase) => clipWords(phrase, language).flat())
  return told.flatMap((stretch) => runs(withoutOpening(stretch, opening), language))
}

/** A zone's name as spoken in a test of its sound. */
function wordsOfZone({ name }: Zone, language: Language): string[][] {
  const opening = languageOf(language).checkPhrases.map((phrase) => clipWords(phrase, language).flat())
  const told = clipWords(checkText(name, language), language).map((words) => withoutOpening(words, opening))
  return told.flatMap((stretch) => runs(stretch, language))
}

function withoutOpening(
  words: readonly string[],
  openings: readonly (readonly string[])[],
): readonly string[] {
  for (const opening of openings) {
    if (opening.every((word, nth) => words[nth] === word)) {
      return withoutOpening(words.slice(opening.length), openings)
    }
  }
  return words
}

function runs(words: readonly string[], language: Language): string[][] {
  const result: string[][] = []
  let run: string[] = []
  for (const word of words) {
    if (isShared(word, language)) {
      if (run.length > 0) result.push(run)
      result.push([word])
      run = []
    } else run.push(word)
  }
  return run.length > 0 ? [...result, run] : result
}

const isShared = (word: string, language: Language) =>
  numberWords[language].has(word) || /^(?:huruf|letter)-.$/u.test(word)

const numberWords: Readonly<Record<Language, ReadonlySet<string>>> = {
  id: wordsOfNumbers('id'),
  en: wordsOfNumbers('en'),
}

/** All words that make up numbers up to 999, the largest that a label says whole. */
function wordsOfNumbers(language: Language): Set<string> {
  const { cardinal } = languageOf(language)
  const numbers = [...Array(121).keys(), 200, 300, 400, 500, 600, 700, 800, 900]
  return new Set(numbers.flatMap((number) => clipWords(cardinal(number), language).flat()))
}

/** Checks on the disk how much of what this plan needs a set of clips has. */
export async function clipsStatus(
  plan: PlanForClips,
  folder: ClipFolder,
  set: string,
  languages: readonly Language[],
): Promise<FoundClips> {
  const needed = neededClips(plan, languages)
  let speaks = true
  const missing: ClipsStatus['missing'][number][] = []
  const broken: ClipsStatus['broken'][number][] = []
  for (const language of languages) {
    const names = await folder.names(set, language)
    const has = (words: string) => names?.has(words) ?? false
    const lacking = new Set<string>()
    const used = new Set<string>()
    const inCalls = new Set<string>()
    const { calls, others } = sentencesOf(plan, language)
    for (const words of [...calls, ...others]) {
      const found = cover(words, has)
      for (const word of found.missing) lacking.add(word)
      for (const clip of found.clips) used.add(clip)
      if (!calls.includes(words)) continue
      if (found.missing.length > 0) speaks = false
      for (const clip of found.clips) inCalls.add(clip)
    }
    for (const { words } of needed.filter((one) => one.language === language)) {
      if (!cover(words, has).missing.some((word) => lacking.has(word))) continue
      missing.push({ language, file: `${words.join('-')}.wav`, says: words.join(' ') })
    }
    for (const words of [...used].sort()) {
      const file = names?.get(words) ?? ''
      const clip = await folder.clip(set, language, file)
      const why = clip === null ? 'unreadable' : await folder.faultOf(clip)
      if (why === null) continue
      broken.push({ language, file, why })
      if (inCalls.has(words)) speaks = false
    }
  }
  return { set, needed: needed.length, missing, broken, speaks }
}

/**
 * Every stretch of everything that the plan can announce: for calls each counter, each letter, each digit; beyond that
 * the sentences for several calls at once and for visitors to whom staff come, and each zone in tests of its sound.
 */
function sentencesOf(
  { services, counters, zones }: PlanForClips,
  language: Language,
): Readonly<Record<'calls' | 'others', string[][]>> {
  const prefixes = [...new Set(services.map(({ prefix }) => prefix))]
  const called = counters.flatMap(({ name, label }, nth) =>
    (nth === 0 ? prefixes : prefixes.slice(0, 1)).map((prefix) => {
      return { number: `${prefix}0123456789`, counterName: name, counterLabel: label, language }
    }),
  )
  const others = called.flatMap((call) => [togetherText([call, call], language), comingText(call)])
  const checks = zones.map(({ name }) => checkText(name, language))
  return {
    calls: stretchesOf(called.map(announcementText), language),
    others: stretchesOf([...others, ...checks], language),
  }
}

/** The stretches of these texts, each once. */
function stretchesOf(texts: readonly string[], language: Language): string[][] {
  const stretches = texts.flatMap((text) => clipWords(text, language))
  return [...new Map(stretches.map((words) => [words.join(' '), words])).values()]
}

// A sentence as clips speak it: its words in the form of file names, and which clips together cover them all.

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
