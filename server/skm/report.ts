// The report of the survey that is published in the hall: what the regulation requires, put together for whole months
// from the present figures. A published one is kept as it was, so that it goes on matching what hangs on the wall.
import type { Text } from '../hall/plan.ts'
import { ENOUGH } from '../reports/figures.ts'
import type { Finding } from '../findings/finding.ts'
import type { IkmRow, ikmRows, ikmWeights } from '../survey/report.ts'

/** `2026-11`. */
type Month = string

export type Weight = (typeof ikmWeights)[number]
export type Level = (typeof ikmRows)[number]

/** A question about respondents with its answers; `count` null: too few to be told. */
export interface ProfilePart {
  readonly question: string
  readonly text: Text
  readonly answers: { readonly answer: string; readonly text: Text; readonly count: number | null }[]
}

/** What will be done about an element. */
export interface Plan {
  readonly element: string
  readonly what: string
  readonly owner: string
  /** `2026-12-31`; null: no day is set. */
  readonly due: string | null
}

export interface SkmReport {
  readonly from: Month
  readonly to: Month
  readonly weight: Weight
  readonly hall: Text
  readonly place: Text
  readonly whole: {
    readonly n: number
    readonly population: number
    readonly sample: number
    /** The sample size n; null: nobody was served. */
    readonly reached: number | null
    readonly ikm: number | null
    readonly mutu: string | null
    /** The elements that lack answers, if there is no IKM. */
    readonly lacking: string[]
    readonly elements: { readonly element: string; readonly nrr: number | null }[]
    readonly lowest: string[]
  }
  /** Those with an IKM. */
  readonly agencies: Unit[]
  readonly services: (Unit & { readonly agency: string | null })[]
  /** Services without one, for lack of answers. */
  readonly without: number
  readonly profile: ProfilePart[]
  readonly plans: Plan[]
  /** The months up to the last one of the period, the oldest first. */
  readonly trend: { readonly month: Month; readonly ikm: number | null }[]
}

interface Unit {
  readonly id: string
  readonly name: Text
  readonly ikm: number
  readonly mutu: string | null
}

/** Where the report's parts come from. */
export interface SkmSources {
  /** Null: there is no reply; `nine-only`: 0.11 does not fit the weights of that time. */
  rows(asked: {
    readonly from: Month
    readonly to: Month
    readonly by: Level
    readonly weight: Weight
    readonly split: boolean
  }): Promise<readonly IkmRow[] | 'nine-only' | null>
  /** @throws StorageError */
  profile(from: Month, to: Month): readonly ProfilePart[]
  /** What is planned about elements, the next due first. @throws StorageError */
  plans(): readonly Plan[]
  /** The hall as it is called today, and where it stands. */
  place(): { readonly name: Text; readonly address: Text }
}

/** The trend goes back at least this many months. */
const TREND_MONTHS = 12

/** The report of these months, both included; else why there is none. */
export async function skmReport(
  sources: SkmSources,
  { from, to, weight }: { from: Month; to: Month; weight: Weight },
): Promise<SkmReport | 'nine-only' | null> {
  const yearBefore = monthsLater(to, 1 - TREND_MONTHS)
  const asked: Parameters<SkmSources['rows']>[0][] = [
    ...(['hall', 'agency', 'service'] as const).map((by) => ({ from, to, by, weight, split: false })),
    { from: from < yearBefore ? from : yearBefore, to, by: 'hall', weight, split: true },
  ]
  const found: (readonly IkmRow[])[] = []
  // One after the other: after one refusal nothing more is asked.
  for (const one of asked) {
    const rows = await sources.rows(one)
    if (rows === null || rows === 'nine-only') return rows
    found.push(rows)
  }
  const [[whole] = [], agencies = [], services = [], trend = []] = found
  const { name, address } = sources.place()
  const lowest = whole?.lowest ?? []
  return {
    from,
    to,
    weight,
    hall: inBoth(name),
    place: inBoth(address),
    whole: {
      n: whole?.n ?? 0,
      population: whole?.population ?? 0,
      sample: whole?.sample ?? 0,
      reached: whole?.reached ?? null,
      ikm: whole?.ikm ?? null,
      mutu: whole?.mutu ?? null,
      lacking: [...(whole?.why?.elements ?? [])],
      elements: (whole?.elements ?? []).map(({ element, nrr }) => ({ element, nrr })),
      lowest: [...lowest],
    },
    agencies: agencies.flatMap(unitOf),
    services: services.flatMap((row) => unitOf(row).map((unit) => ({ ...unit, agency: row.agency }))),
    without: services.filter(({ ikm, population }) => ikm === null && population > 0).length,
    profile: sources
      .profile(from, to)
      .map(twiceHidden)
      .filter(({ answers }) => answers.some(({ count }) => count !== null)),
    plans: sources.plans().filter(({ element }) => lowest.includes(element)),
    trend: trend
      .flatMap(({ month, ikm }) => (month ? [{ month, ikm }] : []))
      .sort((a, b) => (a.month < b.month ? -1 : 1)),
  }
}

/** What is planned about findings from the survey that are still open, the next due first. */
export function plansOf(
  findings: readonly Finding[],
  nameOf: (username: string) => string | undefined,
): Plan[] {
  return findings
    .filter(({ source, state }) => source === 'survey' && (state === 'open' || state === 'working'))
    .flatMap(({ element, words, owner, due }) =>
      element === null
        ? []
        : [{ element, what: words, owner: owner === null ? '' : (nameOf(owner) ?? owner), due }],
    )
    .sort((a, b) => ((a.due ?? '9') < (b.due ?? '9') ? -1 : 1))
}

const inBoth = ({ id, en }: Text) => ({ id, en: en ?? id })

function unitOf({ key, name, ikm, mutu }: IkmRow): Unit[] {
  if (key === null || ikm === null) return []
  return [{ id: key, name: name ?? { id: key, en: key }, ikm, mutu }]
}

/** If only one count is too small to be shown, the next larger one isn't shown either: a total would give it away. */
export function twiceHidden(part: ProfilePart): ProfilePart {
  const isHidden = ({ count }: ProfilePart['answers'][number]) =>
    count === null || (count > 0 && count < ENOUGH)
  const told = part.answers.filter((answer) => !isHidden(answer))
  const [smallest] = told.filter(({ count }) => count !== 0).sort((a, b) => (a.count ?? 0) - (b.count ?? 0))
  const another = part.answers.length - told.length === 1 ? smallest?.answer : undefined
  return {
    ...part,
    answers: part.answers.map((answer) =>
      isHidden(answer) || answer.answer === another ? { ...answer, count: null } : answer,
    ),
  }
}

/** `2026-11`, `count` months later, or earlier. */
export function monthsLater(month: Month, count: number): Month {
  const number = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + count
  return `${String(Math.floor(number / 12)).padStart(4, '0')}-${String((number % 12) + 1).padStart(2, '0')}`
}
