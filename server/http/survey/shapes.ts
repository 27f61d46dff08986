// Shapes that the routes of the survey share.
import { Type } from 'typebox'
import { lookUp } from '../../hall/look-up.ts'
import type { Questions } from '../../survey/stored.ts'
import { profileQuestions } from '../../survey/questions.ts'
import { closed, Month } from '../ground/schemas.ts'

export const tags = ['survey']
export const months = { from: Month('The first month'), to: Month('The last month, included') }

export const Question = Type.Object(
  { element: Type.String(), text: Type.String(), answers: Type.Array(Type.String()) },
  closed,
)
export const ProfileQuestion = Type.Object(
  {
    question: Type.String(),
    text: Type.String(),
    values: Type.Array(Type.Object({ value: Type.String(), text: Type.String() }, closed)),
  },
  closed,
)
export const Form = {
  questions: Type.Array(Question),
  short: Type.Array(Type.String(), {
    description: 'The elements of the short form: three of the nine, in turn',
  }),
  profile: Type.Array(ProfileQuestion, { description: 'All optional, counted apart from the answers' }),
}

export const Language = Type.Optional(Type.String({ pattern: '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$' }))

/** A wording in a language, Indonesian where it has no other, and what visitors may be asked about themselves. */
export function formIn(language: string, { elements }: Questions) {
  const said = <T>(texts: Readonly<Record<string, T>>): T | undefined =>
    lookUp(texts, language) ?? lookUp(texts, 'id')
  return {
    questions: elements.map(({ element, text, answers }) => ({
      element,
      text: said(text) ?? '',
      answers: [...(said(answers) ?? [])],
    })),
    profile: profileQuestions.map(({ question, text, values }) => ({
      question,
      text: said<string>(text) ?? '',
      values: values.map((one) => ({ value: one.value, text: said<string>(one.text) ?? '' })),
    })),
  }
}
