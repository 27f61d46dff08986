// Who may see the page of paper forms, and the form: month and service stay from one to the next, digits are typed in a row.
import { useSignalEffect } from '@preact/signals'
import { useEffect, useState } from 'preact/hooks'
import type { Problem } from '../../screens/command.ts'
import { formatMonth } from '../../screens/format.ts'
import type { Hall } from '../../screens/hall.ts'
import { language, pick } from '../../screens/i18n.ts'
import { connectLive } from '../../screens/live.ts'
import type { KioskView } from '../../server/live/kiosk.ts'
import { Foot } from '../parts/Foot.tsx'
import { Look } from '../parts/Look.tsx'
import { PageHead } from '../parts/PageHead.tsx'
import { ProblemLine } from '../parts/ProblemLine.tsx'
import { Connecting, SignIn } from '../parts/SignIn.tsx'
import { StaffBanner } from '../parts/StaffBanner.tsx'
import '../parts/sheet.css'
import { type Staff, session } from '../session.ts'
import { FormRow } from './FormRow.tsx'
import { type EntryDesk, openEntryDesk } from './desk.ts'
import './survey-entry.css'
import { entryText } from './texts.ts'
import { elementName } from './words.ts'

export function SurveyEntry({ hall }: { hall: Hall }) {
  const [desk] = useState(openEntryDesk)
  useSignalEffect(() => {
    document.title = `${entryText('title')} · Antre`
  })
  const who = session.value
  if (who.state === 'out') return <SignIn hall={hall} title={entryText('signInTitle')} />
  if (who.state === 'asking' || !hall.answer.value) return <Connecting />
  return <SignedIn key={who.staff.username} hall={hall} desk={desk} me={who.staff} />
}

function SignedIn({ hall, desk, me }: { hall: Hall; desk: EntryDesk; me: Staff }) {
  // It brings the hall's time and what the hall says of itself.
  const [live] = useState(() =>
    connectLive<KioskView>({ topic: 'kiosk', onView: (view) => hall.seen(view.hall.plan) }),
  )
  useEffect(() => () => live.close(), [live])
  const [problem, setProblem] = useState<Problem | null>(null)
  const [looking, look] = useState(false)
  const spoken = language.value
  const month = desk.month.value
  useEffect(() => void desk.load(), [desk, spoken, month])
  return (
    <div class="survey-entry">
      <StaffBanner live={live} view={live.view.value} />
      <PageHead title={entryText('title')} at={live.at.value} me={me} onMenu={() => look(true)}>
        <a href="/reception/">{entryText('toReception')}</a>
        <a href="/paper/">{entryText('toPaper')}</a>
      </PageHead>
      <main class="survey-entry-parts">
        <ProblemLine problem={problem} />
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
        <Foot />
      </main>
      {looking && <Look me={me} onClose={() => look(false)} onProblem={setProblem} />}
    </div>
  )
}

/** The form that was typed last, to be compared with the paper on the pile. */
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
