// What the survey asks: every wording with the month from which it applies, and writing a new one for a coming month.
// The old ones stay readable, as answers were given to them.
import { useState } from 'preact/hooks'
import { Button } from '../../screens/components/Button.tsx'
import { language } from '../../screens/i18n.ts'
import { lookUp } from '../../screens/look-up.ts'
import { elementName } from '../../screens/skm/elements.ts'
import { formatMonth, formatNumber } from '../../screens/format.ts'
import { type Element, QUESTIONS, type Version, type VersionsAnswer } from './api.ts'
import { forgetAnswers, useAnswer, Answered } from '../parts/Answered.tsx'
import { monthsLater, type SectionProps } from './months.tsx'
import { NewQuestions } from './NewQuestions.tsx'
import { surveysText } from './texts.ts'

export function Questions({ now }: SectionProps) {
  const asked = useAnswer<VersionsAnswer>(QUESTIONS)
  const [chosen, choose] = useState<number | null>(null)
  const [writing, write] = useState(false)
  const [said, say] = useState('')
  return (
    <>
      <p class="part">{surveysText('questionsLead')}</p>
      <p class="done" role="status">
        {said}
      </p>
      <Answered asked={asked} isEmpty={({ versions }) => versions.length === 0}>
        {({ versions, current: number }) => {
          const sorted = [...versions].sort((a, b) =>
            a.from === b.from ? b.number - a.number : a.from < b.from ? 1 : -1,
          )
          const current = sorted.find((one) => one.number === number)
          const shown = sorted.find((one) => one.number === chosen) ?? current
          const [newest] = sorted
          if (!shown || !newest) return null
          if (writing)
            return (
              <NewQuestions
                elements={newest.elements}
                from={newest.from > now ? newest.from : monthsLater(now, 1)}
                now={now}
                onEnd={(from) => {
                  write(false)
                  if (from === null) return
                  choose(null)
                  say(surveysText('savedFor', { month: formatMonth(from) }))
                  forgetAnswers()
                  asked.again()
                }}
              />
            )
          return (
            <>
              <section class="part" aria-labelledby="versions-title">
                <h3 id="versions-title">{surveysText('versions')}</h3>
                <ul class="surveys-list">
                  {sorted.map((one) => (
                    <li key={one.number}>
                      <p>
                        {one === shown ? <strong>{nameOf(one)}</strong> : nameOf(one)}{' '}
                        <span class={one === current ? 'state state-open' : 'state'}>
                          {surveysText(
                            one === current ? 'state.now' : one.from > now ? 'state.coming' : 'state.past',
                          )}
                        </span>
                      </p>
                      {one !== shown && (
                        <Button
                          kind="quiet"
                          label={surveysText('lookOf', { version: nameOf(one) })}
                          onPress={() => choose(one.number)}
                        >
                          {surveysText('look')}
                        </Button>
                      )}
                    </li>
                  ))}
                </ul>
                <Button
                  kind="primary"
                  onPress={() => {
                    say('')
                    write(true)
                  }}
                >
                  {surveysText('change')}
                </Button>
              </section>
              <section class="part" aria-label={nameOf(shown)}>
                <h3>{nameOf(shown)}</h3>
                <ol class="surveys-questions">
                  {shown.elements.map((one) => (
                    <Question key={one.element} asked={one} />
                  ))}
                </ol>
              </section>
            </>
          )
        }}
      </Answered>
    </>
  )
}

/** The usual wording has no beginning. */
function nameOf({ number, from }: Version): string {
  return number > 0 ? surveysText('version', { month: formatMonth(from) }) : surveysText('versionFirst')
}

function Question({ asked: { element, weight, text, answers, extra } }: { asked: Element }) {
  const words = lookUp(text, language.value) ?? lookUp(text, 'id')
  const four = lookUp(answers, language.value) ?? lookUp(answers, 'id') ?? []
  return (
    <li>
      <p>
        <strong>{extra ? surveysText('extra') : elementName(element)}</strong>{' '}
        <span class="soft">
          {surveysText('weightShown', { weight: formatNumber(Math.round(weight * 1000) / 1000) })}
        </span>
      </p>
      <p>{words}</p>
      <ol class="surveys-four">
        {four.map((answer, at) => (
          <li key={at}>{answer}</li>
        ))}
      </ol>
    </li>
  )
}
