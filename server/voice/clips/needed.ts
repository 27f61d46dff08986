// Which words and phrases a hall's announcements are made of: what there is to record for it.
import type { Counter, Plan, Zone } from '../../hall/plan.ts'
import { announcementText, checkText, type Language, languageOf } from '../text/announcement.ts'
import { clipWords } from './words.ts'

/** Something to record: its words, as in the name of its file. */
export interface Needed {
  readonly language: Language
  readonly words: readonly string[]
}

/** All that the plan's announcements need in these languages, each once, in the order of recording: calls first. */
export function neededClips(
  plan: Pick<Plan, 'services' | 'counters' | 'zones'>,
  languages: readonly Language[],
): Needed[] {
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

/** What is said of a counter: numbers and letters word by word, as others share them; the rest as it stands together. */
function wordsOfCounter({ name, label }: Counter, language: Language): string[][] {
  const { phrases, digits } = languageOf(language)
  const sentence = announcementText({ number: 'A0', counterName: name, counterLabel: label, language })
  const stretches = clipWords(sentence, language)
  // What follows the number.
  const told = stretches.slice(stretches.findIndex((words) => words.at(-1) === digits[0]) + 1)
  const opening = phrases.map((phrase) => clipWords(phrase, language).flat())
  return told.flatMap((stretch) => runs(withoutOpening(stretch, opening), language))
}

/** A zone's name as it is said where its sound is tried. */
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

/** All words that numbers up to 999, the largest that a label says whole, are made of. */
function wordsOfNumbers(language: Language): Set<string> {
  const { cardinal } = languageOf(language)
  const numbers = [...Array(121).keys(), 200, 300, 400, 500, 600, 700, 800, 900]
  return new Set(numbers.flatMap((number) => clipWords(cardinal(number), language).flat()))
}
