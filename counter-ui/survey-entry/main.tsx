// The page where paper forms of the survey are typed: /survey-entry/. Who may see it, and the form: month and service
// stay from one to the next, digits are typed in a row.
import { useEffect, useState } from 'preact/hooks'
import type { Hall } from '../../screens/hall.ts'
import type { Staff } from '../session.ts'
import { startPage } from '../start.ts'
import { formatMonth } from '../../screens/format.ts'
import { language, pick } from '../../screens/i18n.ts'
import type { KioskView } from '../../server/live/kiosk.ts'
import { ProblemLine } from '../parts/ProblemLine.tsx'
import { ForStaff, StaffPage, useBack, usePageLive, useTitle } from '../parts/StaffPage.tsx'
import '../parts/sheet.css'
import { FormRow } from './FormRow.tsx'
import { type EntryDesk, openEntryDesk } from './desk.ts'
import './survey-entry.css'
import { entryText, elementName } from './texts.ts'

function SurveyEntry({ hall }: { hall: Hall }) {
  const [desk] = useState(openEntryDesk)
  useTitle(() => entryText('title'))
  return (
    <ForStaff hall={hall} title={entryText('signInTitle')}>
      {(me) => <SignedIn hall={hall} desk={desk} me={me} />}
    </ForStaff>
  )
}

function SignedIn({ hall, desk, me }: { hall: Hall; desk: EntryDesk; me: Staff }) {
  const live = usePageLive<KioskView>(hall, 'kiosk')
  useBack(live, () => {
    if (desk.form.peek() === null) void desk.load()
  })
  const spoken = language.value
  const month = desk.month.value
  useEffect(() => void desk.load(), [desk, spoken, month])
  return (
    <StaffPage
      of="survey-entry"
      parts="survey-entry-parts"
      title={entryText('title')}
      live={live}
      me={me}
      links={
        <>
          <a href="/reception/">{entryText('toReception')}</a>
          <a href="/paper/">{entryText('toPaper')}</a>
        </>
      }
    >
      {desk.form.value ? (
        <>
          <FormRow hall={hall} desk={desk} form={desk.form.value} />
          <Last hall={hall} desk={desk} />
        </>
      ) : (
        <>
          <ProblemLine problem={desk.problem.value} />
          <p role="status">{entryText('loading')}</p>
        </>
      )}
    </StaffPage>
  )
}

/** The form typed last, to compare with the paper on the pile. */
function Last({ hall, desk }: { hall: Hall; desk: EntryDesk }) {
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

startPage(SurveyEntry)
