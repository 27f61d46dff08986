// Events in words, one line each, for `npm run journal -- print` and the audit.
import type { Actor, EventOf, EventType, Recorded } from '../../hall/event.ts'
import { OldEvents } from '../../hall/old-events.ts'
import { KnownNames } from './names.ts'
import * as counter from './texts/counter.ts'
import * as hall from './texts/hall.ts'
import * as paper from './texts/paper.ts'
import type { JournalTexts, Names } from './texts/texts.ts'
import * as visit from './texts/visit.ts'

const languages = {
  id: {
    locale: 'id',
    events: { ...hall.id, ...visit.id, ...counter.id, ...paper.id },
    tookBack: (said, action) => `${said} Tindakan itu: “${action}”`,
    actors: {
      staff: (who) => `petugas ${who}`,
      device: (which) => `perangkat ${which}`,
      visitor: () => 'pengunjung',
      system: (part) => part,
    },
    parts: {
      clock: 'jam',
      slip: 'pencetak slip',
      voice: 'suara',
      start: 'server mulai',
      training: 'latihan',
    },
  },
  en: {
    locale: 'en',
    events: { ...hall.en, ...visit.en, ...counter.en, ...paper.en },
    tookBack: (said, action) => `${said} The action was: “${action}”`,
    actors: {
      staff: (who) => `staff ${who}`,
      device: (which) => `device ${which}`,
      visitor: () => 'the visitor',
      system: (part) => part,
    },
    parts: {
      clock: 'clock',
      slip: 'slip printer',
      voice: 'voice',
      start: 'server start',
      training: 'training',
    },
  },
} satisfies Record<string, JournalTexts>
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
