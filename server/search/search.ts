// Finding a service by what people call it, mistakes included: an index for each language of the plan, made when it
// is first asked for and again when the plan was revised. The library is loaded with the first question: at night
// nobody asks, and an idle server stays small. What the hall does not have is in the same index, so that it can be
// told from a mere near match.
import { setImmediate as nextTurn } from 'node:timers/promises'
import type MiniSearch from 'minisearch'
import type { Query } from 'minisearch'
import pLimit from 'p-limit'
import { boundedMap } from '../access/bounded-map.ts'
import type { Layout } from '../hall/layout.ts'
import { lookUp } from '../hall/look-up.ts'
import type { Agency, Elsewhere, Service, Text } from '../hall/plan.ts'
import { fold, isWeak, typedWords, wordsOf } from './fold.ts'

export const MOST_FOUND = 12
export const MOST_ELSEWHERE = 3

/** The hall as the search sees it: its plan, and the number that changes with every revision. */
interface Searched {
  readonly layout: Layout
  readonly planSeq: number
}

export interface Found {
  /** Ids of the services that fit best, the best first, at most 12. */
  services: string[]
  /** What was asked for but is not in this hall, at most 3; `elsewhereFirst`: it fits better than any service. */
  elsewhere: Elsewhere[]
  elsewhereFirst: boolean
}

/** Never throws, whatever was typed. Null: too many are asking. */
type Search = (typed: string, language: string, asker?: Asker) => Promise<Found | null>

interface Entry {
  id: string
  name: string
  /** The part of the name in brackets: `Akta kelahiran (anak sudah masuk KK)` is not about a KK. */
  aside: string
  words: string
  agency: string
  others: string
  papers: string
}

/** How much a word in this field tells about a service. */
const weights = { name: 4, words: 3, aside: 2, agency: 1.5, others: 1.5, papers: 0.2 }
const all = Object.keys(weights)
const called = all.filter((field) => field !== 'papers')
/** A service that gives numbers today comes before one that will later. */
const TAKES = 1.25
/** Anything that fits this much worse than the best is noise. */
const NOISE = 0.25
/** Beside something the hall does not have, a service must fit nearly as well, and the other way round. */
const NEAR = 0.6
/**
 * How much less a long name says than a short one, 0 to 1: `Perpanjangan SKCK` is about SKCK nearly as much as `SKCK
 * baru`.
 */
const LONGER = 0.05
/** Scores that differ by less than this share count as equal. */
const EQUAL = 0.05
/** How much a word for *new* counts compared with a word for a thing. */
const WEAK = 0.3

export function createSearch(hall: Searched): Search {
  let planSeq = -1
  const indexes = new Map<string, Promise<Index>>()
  const turns = createTurns<Found>()

  function follow(): void {
    if (planSeq === hall.planSeq) return
    planSeq = hall.planSeq
    indexes.clear()
    turns.forget()
  }

  async function findNow(words: readonly string[], language: string): Promise<Found> {
    // The plan may have been revised while others had their turn.
    follow()
    const index = indexes.get(language) ?? indexPlan(hall.layout, language)
    indexes.set(language, index)
    return find(await index, words)
  }

  return async (typed, language, asker = 'known') => {
    follow()
    const words = typedWords(typed)
    return turns.inTurn(`${language} ${words.join(' ')}`, asker, () => findNow(words, language))
  }
}

interface Index {
  readonly entries: MiniSearch<Entry>
  /** Services that give numbers. */
  readonly taking: ReadonlySet<string>
  /** What the hall does not have, by the id of its entry. */
  readonly elsewhere: ReadonlyMap<string, Elsewhere>
  /** A service's position in the plan. */
  readonly places: ReadonlyMap<string, number>
}

async function indexPlan({ base: plan, agencies }: Layout, language: string): Promise<Index> {
  const { default: MiniSearch } = await import('minisearch')
  const entries = new MiniSearch<Entry>({
    fields: all,
    tokenize: wordsOf,
    processTerm: (word) => {
      const { sound, root } = fold(word)
      return sound === root ? sound : [sound, root]
    },
  })
  const elsewhere = plan.elsewhere ?? []
  entries.addAll(plan.services.map((service) => entryOf(service, agencies.get(service.agency), language)))
  entries.addAll(elsewhere.map((thing) => entryElsewhere(thing, language)))
  const taking = plan.services.filter(({ phase }) => phase.status === 'open' || phase.status === 'trial')
  return {
    entries,
    taking: new Set(taking.map(({ id }) => id)),
    elsewhere: new Map(elsewhere.map((thing) => [keyOf(thing), thing])),
    places: new Map(plan.services.map(({ id }, place) => [id, place])),
  }
}

function entryOf(service: Service, agency: Agency | undefined, language: string): Entry {
  const shown = (text: Text) => textIn(text, language)
  return {
    ...namedEntry(service.id, service, language),
    agency: agency ? `${shown(agency.name)} ${agency.short}` : '',
    papers: service.requirements.map(({ name }) => shown(name)).join(' '),
  }
}

function entryElsewhere(thing: Elsewhere, language: string): Entry {
  return { ...namedEntry(keyOf(thing), thing, language), agency: '', papers: '' }
}

/** No id of a service contains a blank. */
const keyOf = ({ id }: Elsewhere) => `not here: ${id}`

const brackets = /\([^()]*\)/g

function namedEntry(id: string, { name, words = [] }: Pick<Service, 'name' | 'words'>, language: string) {
  const shown = textIn(name, language)
  return {
    id,
    name: shown.replace(brackets, ' '),
    aside: (shown.match(brackets) ?? []).join(' '),
    words: words.join(' '),
    // Words of the other language are understood too.
    others: Object.values(name)
      .filter((other) => other !== shown)
      .join(' '),
  }
}

function textIn(text: Text, language: string): string {
  return lookUp(text, language) ?? text.id
}

function find({ entries, taking, elsewhere, places }: Index, words: readonly string[]): Found {
  const queries = words.map(queryOf)
  if (queries.length === 0) return { services: [], elsewhere: [], elsewhereFirst: false }
  const ask = (combineWith: 'AND' | 'OR', fields: string[]) =>
    entries.search(
      { combineWith, queries },
      {
        fields,
        boost: weights,
        boostDocument: (id) => (taking.has(String(id)) ? TAKES : 1),
        boostTerm: (term) => (isWeak(term) ? WEAK : 1),
        bm25: { k: 1.2, b: LONGER, d: 0.5 },
        // The words are prepared already.
        tokenize: (word) => [word],
        processTerm: (word) => word,
        weights: { fuzzy: 0.5, prefix: 0.7 },
      },
    )
  // A required paper counts only if nothing is called that: `ktp hilang` is no family card.
  const ways = [() => ask('AND', called), () => ask('AND', all), () => ask('OR', all)]
  const found = firstNotEmpty(ways).map(({ id, score }) => ({ id: String(id), score }))
  const away = found.filter(({ id }) => elsewhere.has(id))
  // Equal fits keep the order of the plan: new before renewal.
  const here = found
    .filter(({ id }) => !elsewhere.has(id))
    .toSorted((one, other) =>
      Math.abs(one.score - other.score) < EQUAL * one.score
        ? (places.get(one.id) ?? 0) - (places.get(other.id) ?? 0)
        : other.score - one.score,
    )
  const [bestHere, bestAway] = [here[0]?.score ?? 0, away[0]?.score ?? 0]
  const elsewhereFirst = bestAway * (1 - EQUAL) > bestHere
  const least = Math.max(bestHere * NOISE, elsewhereFirst ? bestAway * NEAR : 0)
  const leastAway = Math.max(bestAway, bestHere) * NEAR
  return {
    services: here
      .filter(({ score }) => score >= least)
      .slice(0, MOST_FOUND)
      .map(({ id }) => id),
    elsewhere: away
      .filter(({ score }) => score >= leastAway)
      .slice(0, MOST_ELSEWHERE)
      .flatMap(({ id }) => elsewhere.get(id) ?? []),
    elsewhereFirst,
  }
}

function firstNotEmpty<T>(ways: readonly (() => T[])[]): T[] {
  for (const way of ways) {
    const found = way()
    if (found.length > 0) return found
  }
  return []
}

/** A word together with everything it may have meant. */
function queryOf(word: string): Query {
  const { sound, root } = fold(word)
  const forms = sound === root ? [sound] : [sound, root]
  return {
    combineWith: 'OR',
    queries: [...forms, ...swaps(sound)],
    prefix: (term) => term.length >= 2,
    fuzzy: (term) => (term.length < 4 ? false : term.length < 8 ? 1 : 2),
  }
}

/** Two swapped letters are the commonest slip; in a short word nothing else would find it. */
function swaps(word: string): string[] {
  if (word.length < 3 || word.length > 4) return []
  return [...word]
    .slice(1)
    .map((_, at) => word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2))
    .filter((other) => other !== word)
}

// Searching by turns: a search takes some milliseconds of the one loop that also gives tickets, so each turn has one,
// few may wait, and a repeated question is not put to the index again.

/** How many questions may wait: from a kiosk or staff, and from strangers, who must leave room for the others. */
export const mostWaiting = { known: 32, stranger: 8 } as const
/** How many answers to keep: all that a day's visitors type. */
const MOST_KEPT = 500

type Asker = keyof typeof mostWaiting

function createTurns<Found>() {
  const kept = boundedMap<string, Promise<Found>>(MOST_KEPT)
  const limit = pLimit(1)

  /** Searches in a turn of its own, or returns what was found for this question before; null: too many wait. */
  function inTurn(question: string, asker: Asker, find: () => Promise<Found>): Promise<Found> | null {
    const known = kept.get(question)
    if (known) return known
    if (limit.activeCount + limit.pendingCount >= mostWaiting[asker]) return null
    const found = limit(async () => {
      await nextTurn()
      return find()
    })
    found.catch(() => kept.delete(question))
    kept.set(question, found)
    return found
  }

  return {
    inTurn,
    /** From now on earlier results may be wrong. */
    forget: () => kept.clear(),
  }
}
