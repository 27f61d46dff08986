// Events in words, one line each: what `npm run journal -- print` shows.
import type { Actor, EventOf, EventType, Recorded } from '../hall/event.ts'
import { KnownNames } from './names.ts'
import { en } from './texts/en.ts'
import { id } from './texts/id.ts'
import type { JournalTexts, Names } from './texts/texts.ts'

const languages = { id, en } satisfies Record<string, JournalTexts>
export type JournalLanguage = keyof typeof languages

/** Whether the journal can be told in this language, a code such as `id`. */
export function isJournalLanguage(language: string): language is JournalLanguage {
  return Object.hasOwn(languages, language)
}

/** Makes the teller of one run of events, to be called with each in its order: `08:04:20  Loket 1 memanggil A002…  (petugas ayu, #45)`. */
export function makeWords(language: JournalLanguage): (recorded: Recorded) => string {
  const texts = languages[language]
  const known = new KnownNames(language, texts.locale)
  return ({ seq, at, by, event }) => {
    known.learn(event)
    return `${known.second(at)}  ${sentence(texts, event.type, event, known)}  (${actor(texts, by)}, #${seq})`
  }
}

function sentence<T extends EventType>(
  texts: JournalTexts,
  type: T,
  event: EventOf<T>,
  names: Names,
): string {
  return texts.events[type](event, names)
}

function actor(texts: JournalTexts, by: Actor): string {
  const colon = by.indexOf(':')
  const [kind, who] = [by.slice(0, colon), by.slice(colon + 1)]
  const part = new Map(Object.entries(texts.parts)).get(who)
  const say = new Map(Object.entries(texts.actors)).get(kind)
  return say ? say(kind === 'system' ? (part ?? who) : who) : by
}
