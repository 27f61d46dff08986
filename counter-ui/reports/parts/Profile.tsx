// Who answered the survey, as far as they said: tallies of whole months, kept apart from the answers.
import { formatNumber } from '../../../screens/format.ts'
import { pick } from '../../../screens/i18n.ts'
import type { Text } from '../../../server/hall/plan.ts'
import { useAnswer } from '../../parts/ask.ts'
import { monthsAsked } from '../ikm.ts'
import type { Period } from '../period.ts'
import { ikmText } from '../texts/ikm.ts'
import { Answered } from './States.tsx'

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
