// Who answered the survey, as far as they said: tallies of whole months, kept apart from the answers.
import { formatNumber } from '../../../screens/format.ts'
import { pick } from '../../../screens/i18n.ts'
import type { Text } from '../../../server/hall/plan.ts'
import { useAnswer } from '../../parts/Answered.tsx'
import type { Period } from '../period.ts'
import { ikmText } from '../texts/ikm.ts'
import { Answered } from '../section.tsx'

interface ProfileAnswer {
  readonly questions: readonly {
    readonly question: string
    readonly text: Text
    /** `count` null: fewer than five. */
    readonly values: readonly { readonly value: string; readonly text: Text; readonly count: number | null }[]
  }[]
}

export function Profile({ period, today }: { period: Period; today: string }) {
  const [from, to] = monthsAsked(period, today)
  const asked = useAnswer<ProfileAnswer>(`/api/surveys/profile?from=${from}&to=${to}`)
  return (
    <section class="part" aria-labelledby="ikm-profile">
      <h3 id="ikm-profile">{ikmText('profile')}</h3>
      <p class="soft">{ikmText('profileLead')}</p>
      <Answered
        asked={asked}
        isEmpty={({ questions }) =>
          questions.every(({ values }) => values.every(({ count }) => count === null))
        }
        emptyWords={ikmText('profileNone')}
      >
        {({ questions }) => (
          <div class="two">
            {questions.map(({ question, text, values }) => (
              <table key={question} class="chart-table">
                <caption class="visually-hidden">{pick(text)}</caption>
                <thead>
                  <tr>
                    <th scope="col">{pick(text)}</th>
                    <th scope="col">{ikmText('people')}</th>
                  </tr>
                </thead>
                <tbody>
                  {values.map(({ value, text: words, count }) => (
                    <tr key={value}>
                      <th scope="row">{pick(words)}</th>
                      <td>{count === null ? ikmText('hidden') : formatNumber(count)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            ))}
          </div>
        )}
      </Answered>
    </section>
  )
}

// What the page asks of the survey's figures, and what it shows of the answers.

export const LEVELS = ['hall', 'agency', 'service'] as const
export type Level = (typeof LEVELS)[number]
export const WEIGHTS = ['exact', 'printed'] as const
export type Weight = (typeof WEIGHTS)[number]

export interface IkmRow {
  readonly key: string | null
  readonly name: Text | null
  readonly agency: string | null
  /** When it is split by months. */
  readonly month?: string | null
  readonly n: number
  readonly population: number
  readonly sample: number
  /** The share of the sample size n reached, at most 1; null: nobody was served. */
  readonly reached: number | null
  readonly elements: readonly { readonly element: string; readonly n: number; readonly nrr: number | null }[]
  readonly skm: number | null
  readonly ikm: number | null
  readonly mutu: string | null
  /** Why there is no IKM, and which elements lack answers. */
  readonly why: { readonly code: string; readonly elements: readonly string[] } | null
  /** For an agency and the hall: the mean of their services' IKM. */
  readonly mean: number | null
  readonly lowest: readonly string[]
  readonly extra: readonly {
    readonly element: string
    readonly text: Text
    readonly n: number
    readonly nrr: number | null
  }[]
  readonly excluded: number
}

export interface IkmAnswer {
  readonly rows: readonly IkmRow[]
}

interface Asked {
  readonly by: Level
  readonly weight: Weight
  readonly split?: 'month'
}

/** The address of the IKM in the whole months of a period, leaving out future ones. */
export function ikmPath(period: Period, today: string, { by, weight, split }: Asked): string {
  const [from, to] = monthsAsked(period, today)
  return `/api/reports/ikm?from=${from}&to=${to}&by=${by}&weight=${weight}${split ? `&split=${split}` : ''}`
}

/** The first and the last month, such as `2026-11`. */
function monthsAsked(period: Period, today: string): [from: string, to: string] {
  const last = period.to < today ? period.to : today
  return [period.from.slice(0, 7), last.slice(0, 7)]
}
