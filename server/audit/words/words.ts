// Events in words, one line each, for `npm run journal -- print` and the audit.
import type { Actor, EventOf, EventType, Recorded } from '../../hall/event.ts'
import { OldEvents } from '../../hall/old-events.ts'
import { KnownNames } from './names.ts'
import { en } from './texts/en.ts'
import { id } from './texts/id.ts'
import type { JournalTexts, Names } from './texts/texts.ts'

const languages = { id, en } satisfies Record<string, JournalTexts>
export type JournalLanguage = keyof typeof languages

/** Describes events in the order in which they happened. */
export interface Teller {
  /** Ids by the names that people know, from the events so far. */
  readonly names: KnownNames
  /** Takes an event in and returns it complete; call it with every event, told or not. */
  learn(recorded: Recorded): Recorded
  /** What happened, as a sentence: `Loket 1 memanggil A002…`. */
  what(recorded: Recorded): string
  /** Who did it, by the id. */
  who(by: Actor): string
}

/** Makes the teller for one run of events. `person` finds people by their id; the journal alone cannot. */
export function makeTeller(language: JournalLanguage, person: (id: string) => string = (id) => id): Teller {
  const texts = languages[language]
  const old = new OldEvents()
  const names = new KnownNames(language, texts.locale, person)
  return {
    names,
    learn(recorded) {
      const whole = old.complete(recorded)
      names.learn(whole.event)
      return whole
    },
    what({ event }) {
      const took = event.type === 'undone' ? event.action : undefined
      const said = sentence(texts, event.type, event, names)
      return took === undefined ? said : texts.tookBack(said, sentence(texts, took.type, took, names))
    },
    who: (by) => actor(texts, by),
  }
}

/**
 * Makes the teller for one run of events, to be called with each in order: `08:04:20  Loket 1 memanggil A002…
 * (petugas ayu, #45)`.
 */
export function makeWords(language: JournalLanguage): (recorded: Recorded) => string {
  const teller = makeTeller(language)
  return (recorded) => {
    const { seq, at, by } = recorded
    return `${teller.names.second(at)}  ${teller.what(teller.learn(recorded))}  (${teller.who(by)}, #${seq})`
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
