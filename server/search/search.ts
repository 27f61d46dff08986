// Finding a service by what people call it, with mistakes: an index for each language of the plan, made when it is
// first asked for and again when the plan was revised. The library is loaded with the first question: most of the
// night nobody asks, and an idle server stays small.
import type MiniSearch from 'minisearch'
import type { Query } from 'minisearch'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Layout } from '../hall/layout.ts'
import type { Agency, Service, Text } from '../hall/plan.ts'
import { fold, isWeak, typedWords, wordsOf } from './fold.ts'

export const MOST_FOUND = 8

/** The hall as the search sees it: its plan, and the number that changes with every revision. */
export interface Searched {
  readonly layout: Layout
  readonly planSeq: number
}

/** Ids of the services that fit best, the best first, at most 8. Never throws for what was typed. */
export type Search = (typed: string, language: string) => Promise<string[]>

interface Entry {
  id: string
  name: string
  words: string
  agency: string
  others: string
  papers: string
}

/** Says how much it tells of a service when a word stands there. */
const weights = { name: 4, words: 3, agency: 1.5, others: 1.5, papers: 0.2 }
/** A service that gives numbers today comes before one that only will. */
const TAKES = 1.25
/** What fits so much worse than the best is noise. */
const NOISE = 0.25
/** What a word for `new` tells beside a word for what. */
const WEAK = 0.3

export function createSearch(hall: Searched): Search {
  let planSeq = -1
  const indexes = new Map<string, Promise<Index>>()
  let turn = Promise.resolve()
  return async (typed, language) => {
    // One in each turn of the loop: however many ask at once, a ticket comes in between.
    turn = turn.then(() => nextTurn())
    await turn
    if (planSeq !== hall.planSeq) indexes.clear()
    planSeq = hall.planSeq
    let index = indexes.get(language)
    if (index === undefined) {
      index = indexPlan(hall.layout, language)
      indexes.set(language, index)
    }
    return find(await index, typed)
  }
}

interface Index {
  readonly entries: MiniSearch<Entry>
  /** Services that give numbers. */
  readonly taking: ReadonlySet<string>
}

async function indexPlan({ plan, agencies }: Layout, language: string): Promise<Index> {
  const { default: MiniSearch } = await import('minisearch')
  const entries = new MiniSearch<Entry>({
    fields: Object.keys(weights),
    tokenize: wordsOf,
    processTerm: (word) => {
      const { sound, root } = fold(word)
      return sound === root ? sound : [sound, root]
    },
  })
  entries.addAll(plan.services.map((service) => entryOf(service, agencies.get(service.agency), language)))
  const taking = plan.services.filter(({ phase }) => phase.status === 'open' || phase.status === 'trial')
  return { entries, taking: new Set(taking.map(({ id }) => id)) }
}

function entryOf(service: Service, agency: Agency | undefined, language: string): Entry {
  const shown = (text: Text) => textIn(text, language)
  return {
    id: service.id,
    name: shown(service.name),
    words: (service.words ?? []).join(' '),
    agency: agency ? `${shown(agency.name)} ${agency.short}` : '',
    // Who chose the other language, or none, is understood too.
    others: Object.values(service.name)
      .filter((name) => name !== shown(service.name))
      .join(' '),
    papers: service.requirements.map(({ name }) => shown(name)).join(' '),
  }
}

function textIn(text: Text, language: string): string {
  const byLanguage: Readonly<Record<string, string | undefined>> = text
  return byLanguage[language] ?? text.id
}

function find({ entries, taking }: Index, typed: string): string[] {
  const queries = typedWords(typed).map(queryOf)
  if (queries.length === 0) return []
  const ask = (combineWith: 'AND' | 'OR') =>
    entries.search(
      { combineWith, queries },
      {
        boost: weights,
        boostDocument: (id) => (taking.has(String(id)) ? TAKES : 1),
        boostTerm: (term) => (isWeak(term) ? WEAK : 1),
        // The words are made ready already.
        tokenize: (word) => [word],
        processTerm: (word) => word,
        weights: { fuzzy: 0.5, prefix: 0.7 },
      },
    )
  const all = ask('AND')
  const found = all.length > 0 ? all : ask('OR')
  const least = (found[0]?.score ?? 0) * NOISE
  return found
    .filter(({ score }) => score >= least)
    .slice(0, MOST_FOUND)
    .map(({ id }) => String(id))
}

/** One word in all that it may have been meant as. */
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

/** Two letters in the wrong order are the commonest slip; in a short word nothing else would find it. */
function swaps(word: string): string[] {
  if (word.length < 3 || word.length > 4) return []
  return [...word]
    .slice(1)
    .map((_, at) => word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2))
    .filter((other) => other !== word)
}
