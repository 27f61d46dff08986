// Who answered, as far as they said: monthly tallies, kept apart from the answers.
import { ENOUGH } from '../reports/figures.ts'
import type { Months, StoredSurveys } from './stored.ts'
import { profileQuestions } from './questions.ts'

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
