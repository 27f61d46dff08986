// What a section of the reports is, what it is given, and what all of them have: the choice how it is shown, and what
// is shown instead of a missing report.
import type { ComponentType, ComponentProps } from 'preact'
import type { Hall } from '../../screens/hall.ts'
import type { Staff } from '../session.ts'
import type { Period } from './period.ts'
import { type FilterName, type Filters, go, here } from './way.ts'
import { Answered as AnsweredBy } from '../parts/Answered.tsx'
import { reportsText } from './texts/index.ts'

export type SectionId =
  | 'overview'
  | 'waits'
  | 'tables'
  | 'hours'
  | 'roof'
  | 'missing'
  | 'priority'
  | 'counters'
  | 'forecast'
  | 'availability'
  | 'ikm'
  | 'officers'
  | 'mine'
  | 'complaints'
  | 'months'
  | 'marks'

export interface SectionProps {
  hall: Hall
  me: Staff
  period: Period
  /** What it is compared with; null: nothing. */
  other: Period | null
  filters: Filters
  /** How it is shown, from the address. */
  view: Readonly<Record<string, string>>
  /** The hall’s day. */
  today: string
}

export interface Section {
  readonly id: SectionId
  readonly Part: ComponentType<SectionProps>
  /** Whether it is about the chosen days. */
  readonly hasPeriod: boolean
  /** Whether its figures are only of whole months. */
  readonly wholeMonths?: true
  /** Whether it can be compared with another period. */
  readonly compares: boolean
  /** Only for managers. */
  readonly managers?: boolean
  /** The filters for its figures. */
  readonly filters: readonly FilterName[]
}

// One of a few ways to show a section, kept in the address.

interface ChoiceProps<V extends string> {
  label: string
  /** Of the address: `by`, `show`, `figure`. */
  name: string
  options: readonly { value: V; words: string }[]
  value: V
}

export function Choice<V extends string>({ label, name, options, value }: ChoiceProps<V>) {
  return (
    <div class="choice not-printed" role="group" aria-label={label}>
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          class="quick"
          aria-pressed={option.value === value}
          onClick={() => go({ view: { ...here.peek().view, [name]: option.value } })}
        >
          {option.words}
        </button>
      ))}
    </div>
  )
}

/** The choice that the address names, else the first. */
export function chosen<V extends string>(options: readonly [V, ...V[]], value: string | undefined): V {
  return options.find((one) => one === value) ?? options[0]
}

/** The answer once it is there; `emptyWords`: instead of the usual words for an empty period. */
export function Answered<T>(props: ComponentProps<typeof AnsweredBy<T>>) {
  return (
    <AnsweredBy
      {...props}
      emptyWords={props.emptyWords ?? reportsText('empty')}
      loading={reportsText('loading')}
    />
  )
}
