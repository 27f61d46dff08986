// The form that was typed last, to be compared with the paper on the pile.
import { formatMonth } from '../../screens/format.ts'
import type { Hall } from '../../screens/hall.ts'
import { pick } from '../../screens/i18n.ts'
import type { EntryDesk } from './desk.ts'
import { entryText } from './texts.ts'
import { elementName } from './words.ts'

export function Last({ hall, desk }: { hall: Hall; desk: EntryDesk }) {
  const last = desk.last.value
  const questions = desk.form.value?.questions ?? []
  const profile = desk.form.value?.profile ?? []
  if (!last) return null
  const service = hall.services.value.get(last.service)
  return (
    <section class="part" aria-labelledby="entry-last">
      <h2 id="entry-last">{entryText('last')}</h2>
      <p>
        {entryText('lastWhat', {
          service: service ? pick(service.name) : last.service,
          month: formatMonth(last.month),
        })}
      </p>
      <dl class="entry-last">
        {questions.map(({ element, text, answers }) => {
          const digit = last.digits.get(element)
          return (
            <div key={element}>
              <dt>{elementName(element, text)}</dt>
              <dd class="figures">
                {digit === undefined ? entryText('blank') : `${digit} · ${answers[Number(digit) - 1] ?? ''}`}
              </dd>
            </div>
          )
        })}
        {profile.flatMap(({ question, text, values }) => {
          const chosen = values.find(({ value }) => value === last.profile.get(question))
          return chosen
            ? [
                <div key={question}>
                  <dt>{text}</dt>
                  <dd>{chosen.text}</dd>
                </div>,
              ]
            : []
        })}
      </dl>
      {last.words !== '' && <blockquote class="entry-said">{last.words}</blockquote>}
      <p class="soft">{entryText('cannotChange')}</p>
    </section>
  )
}
