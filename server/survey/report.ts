// The report of the survey for whole months: the index of services, agencies or the hall, with how many should have
// been asked, and who answered.
import type { Layout } from '../hall/layout.ts'
import { lookUp } from '../hall/look-up.ts'
import { ENOUGH } from '../reports/figures.ts'
import type { Name, Question as ReportQuestion, StepsRow, VisitsAnswer } from '../reports/question.ts'
import {
  type Fraction,
  type Index,
  indexOf,
  mayBePrinted,
  meanOf,
  reachedOf,
  sampleOf,
  type Sum,
} from './ikm.ts'
import { questionsOfMonth, usualQuestions, profileQuestions } from './questions.ts'
import type { Element, Months, Questions, StoredSurveys, Tally } from './stored.ts'

/** The key of its only row. */
const HALL = 'hall'

export const ikmRows = ['service', 'agency', 'hall'] as const
export const ikmWeights = ['exact', 'printed'] as const

interface IkmQuestion extends Months {
  readonly by: (typeof ikmRows)[number]
  readonly weight: (typeof ikmWeights)[number]
  /** A row for each month. */
  readonly split: boolean
  /** Only answers about this agency; null: all. */
  readonly agency: string | null
}

export interface IkmRow extends Omit<Index, 'exact'> {
  /** The id of a service or agency, or `hall`. */
  readonly key: string
  readonly month?: string
  readonly name: Name | null
  readonly agency: string | null
  /** Answers that count, and those that were excluded. */
  readonly answers: number
  readonly excluded: number
  /** Steps served or incomplete; for the hall, visits. */
  readonly population: number
  /** How many of them should have been asked, and the share of these that was reached; null: there was nobody. */
  readonly sample: number
  readonly reached: number | null
  /** For an agency or the hall: the mean of its services' indexes. */
  readonly mean: number | null
  /** Elements of the hall's own. */
  readonly extra: readonly { element: string; text: Name; n: number; nrr: number | null }[]
}

export interface IkmGround {
  readonly stored: Pick<StoredSurveys, 'tallies' | 'names'>
  /** The wordings of the hall. */
  readonly questions: () => readonly Questions[]
  readonly layout: () => Layout
  /** Asks the reports; null: there is no reply. */
  readonly ask: (question: ReportQuestion) => Promise<string | null>
  /** Milliseconds since 1970. */
  readonly now: number
}

/** The rows of a report; null: the reports gave no reply. `nine-only`: 0.11 does not fit these weights. */
export async function ikmReport(
  ground: IkmGround,
  question: IkmQuestion,
): Promise<readonly IkmRow[] | 'nine-only' | null> {
  const { from, to, by, weight, split, agency } = question
  const wording = questionsOfMonth(ground.questions(), to)
  if (weight === 'printed' && !mayBePrinted(wording.elements)) return 'nine-only'
  const people = await populationOf(ground, question)
  if (people === null) return null
  const named = namesIn(ground, to, people.names)
  const tallies = ground.stored
    .tallies({ from, to })
    .filter((one) => agency === null || one.agency === agency)
  const groups = new Map<string, { key: string; month: string | null; tallies: Tally[] }>()
  const groupOf = (key: string, month: string | null) => {
    const name = JSON.stringify([key, month])
    const known = groups.get(name) ?? { key, month, tallies: [] }
    groups.set(name, known)
    return known
  }
  if (by === 'hall' && !split) groupOf(HALL, null)
  for (const [name, count] of people.counts) {
    const [key, month] = JSON.parse(name) as [string, string | null]
    if (count > 0) groupOf(key, month)
  }
  for (const one of tallies) {
    const key = by === 'hall' ? HALL : one[by]
    if (key !== '') groupOf(key, split ? one.month : null).tallies.push(one)
  }
  const texts = textsOf(ground.questions())
  return [...groups.values()]
    .map(({ key, month, tallies: own }): IkmRow => {
      const { exact: _, ...index } = indexOf(sumsOf(own), wording.elements, weight === 'printed')
      const population = people.counts.get(JSON.stringify([key, month])) ?? 0
      const sample = sampleOf(population)
      const [all, excluded] = countsOf(own)
      return {
        key,
        ...(month !== null && { month }),
        ...named(by, key, own),
        ...index,
        answers: all - excluded,
        excluded,
        population,
        sample,
        reached: reachedOf(index.n, sample),
        mean: by === 'service' ? null : meanOf(servicesIn(own, wording.elements, weight === 'printed')),
        extra: extraOf(own, texts),
      }
    })
    .sort((a, b) => order(a.key, b.key) || order(a.month ?? '', b.month ?? ''))
}

/** How many people there were to ask, by key and month as JSON, and what those keys are called. */
async function populationOf(
  { ask, now }: IkmGround,
  { from, to, by, split, agency }: IkmQuestion,
): Promise<{ counts: Map<string, number>; names: Map<string, Name> } | null> {
  const counts = new Map<string, number>()
  const names = new Map<string, Name>()
  const filters = agency === null ? {} : { agency: [agency] }
  const form = { as: 'json' } as const
  if (by === 'hall') {
    for (const month of split ? monthsOf(from, to) : [null]) {
      const days = { from: `${month ?? from}-01`, to: `${month ?? to}-31` }
      const text = await ask({ of: 'visits', own: agency, ...days, filters, now, form })
      if (text === null) return null
      counts.set(JSON.stringify([HALL, month]), (JSON.parse(text) as VisitsAnswer).visits)
    }
    return { counts, names }
  }
  const days = { from: `${from}-01`, to: `${to}-31` }
  const text = await ask({ of: 'steps', by, split: split ? 'month' : null, ...days, filters, now, form })
  if (text === null) return null
  for (const { key, split: month = null, name, served, incomplete } of (
    JSON.parse(text) as { rows: StepsRow[] }
  ).rows) {
    counts.set(JSON.stringify([key, month]), served + incomplete)
    if (name) names.set(String(key), name)
  }
  return { counts, names }
}

/** `2026-11`, both included. */
function monthsOf(from: string, to: string): string[] {
  const months: string[] = []
  let [year = 0, month = 1] = from.split('-').map(Number)
  for (;;) {
    const label = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`
    if (label > to) return months
    months.push(label)
    month += 1
    if (month > 12) [year, month] = [year + 1, 1]
  }
}

/** What a key was last called in the period, even if it has left the plan since. */
function namesIn({ stored, layout }: IkmGround, to: string, inReport: ReadonlyMap<string, Name>) {
  const { base, services, agencies } = layout()
  const kept = stored.names(`${to}-32`)
  return (by: IkmQuestion['by'], key: string, tallies: readonly Tally[]) => {
    if (by === 'hall') return { name: nameOf(base.name), agency: null }
    const now = by === 'service' ? services.get(key)?.name : agencies.get(key)?.name
    const name = inReport.get(key) ?? nameOf(kept.get(`${by} ${key}`) ?? now)
    if (by === 'agency') return { name, agency: key }
    const last = tallies.toSorted((a, b) => order(a.month, b.month)).at(-1)?.agency
    return { name, agency: services.get(key)?.agency ?? (last || null) }
  }
}

function nameOf(text: Readonly<Record<string, string>> | undefined): Name | null {
  const id = text && lookUp(text, 'id')
  return text && id !== undefined ? { id, en: lookUp(text, 'en') ?? id } : null
}

function sumsOf(tallies: readonly Tally[]): Map<string, Sum> {
  const sums = new Map<string, Sum>()
  for (const { element, n, total } of tallies) {
    if (element === '') continue
    const sum = sums.get(element) ?? { n: 0, total: 0 }
    sums.set(element, { n: sum.n + n, total: sum.total + total })
  }
  return sums
}

/** All answers, and how many of them are excluded. */
function countsOf(tallies: readonly Tally[]): [all: number, excluded: number] {
  const own = tallies.filter(({ element }) => element === '')
  const sum = (of: 'n' | 'total') => own.reduce((all, one) => all + one[of], 0)
  return [sum('n'), sum('total')]
}

/** The indexes of those services in these tallies that have one. */
function servicesIn(tallies: readonly Tally[], elements: readonly Element[], printed: boolean): Fraction[] {
  const services = new Map<string, Tally[]>()
  for (const one of tallies) {
    if (one.service === '') continue
    const own = services.get(one.service) ?? []
    services.set(one.service, own)
    own.push(one)
  }
  return [...services.values()].flatMap((own) => indexOf(sumsOf(own), elements, printed).exact ?? [])
}

/** What the hall's own elements were last called. */
function textsOf(questions: readonly Questions[]): Map<string, Name> {
  return new Map(
    [usualQuestions, ...questions].flatMap(({ elements }) =>
      elements.flatMap(({ element, text, extra }) => {
        const name = nameOf(text)
        return extra && name ? [[element, name] as const] : []
      }),
    ),
  )
}

function extraOf(tallies: readonly Tally[], texts: ReadonlyMap<string, Name>): IkmRow['extra'] {
  return [...sumsOf(tallies)].flatMap(([element, { n, total }]) => {
    const text = texts.get(element)
    return text ? [{ element, text, n, nrr: n < ENOUGH ? null : total / n }] : []
  })
}

function order(a: string | null, b: string | null): number {
  if (a === b) return 0
  return (a ?? '') < (b ?? '') ? -1 : 1
}

// Who answered, as far as they said: monthly tallies, kept apart from the answers.

/** How often each value was chosen; counts below five are hidden. */
export function profileOf(stored: Pick<StoredSurveys, 'profiles'>, asked: Months) {
  const counts = new Map(
    stored.profiles(asked).map(({ question, value, count }) => [`${question} ${value}`, Number(count)]),
  )
  return profileQuestions.map(({ question, text, values }) => ({
    question,
    text,
    values: values.map((one) => {
      const count = counts.get(`${question} ${one.value}`) ?? 0
      return { value: one.value, text: one.text, count: count < ENOUGH ? null : count }
    }),
  }))
}
