// The evaluation pack: /evaluation/. Who may make packs (managers), what is chosen and what is missing for it, the
// packs of last times, and the questions.
import { useEffect, useState } from 'preact/hooks'
import type { Hall } from '../../screens/hall.ts'
import type { Staff } from '../session.ts'
import { startPage } from '../start.ts'
import type { AgencyView } from '../../server/live/agency.ts'
import type { Live } from '../../screens/live.ts'
import { ProblemLine } from '../parts/ProblemLine.tsx'
import { ForOthers, ForStaff, StaffPage, useBack, usePageLive, useTitle } from '../parts/StaffPage.tsx'
import { openDesk, type Desk, type Question, longDay } from './desk.ts'
import { Kept, Make } from './Packs.tsx'
import { Button } from '../../screens/components/Button.tsx'
import { pick } from '../../screens/i18n.ts'
import { evaluationText } from './texts.ts'
import '../parts/sheet.css'
import '../parts/dialogs.css'
import './evaluation.css'

function Evaluation({ hall }: { hall: Hall }) {
  useTitle(() => evaluationText('title'))
  return (
    <ForStaff hall={hall} title={evaluationText('signInTitle')}>
      {(me) => <SignedIn hall={hall} me={me} />}
    </ForStaff>
  )
}

function SignedIn({ hall, me }: { hall: Hall; me: Staff }) {
  const may = me.role === 'manager'
  const live = usePageLive<AgencyView>(hall, may ? 'agency:all' : 'kiosk')
  return (
    <StaffPage
      of="evaluation"
      parts="eval-parts"
      title={evaluationText('title')}
      live={live}
      me={me}
      links={
        <>
          <a href="/reports/">{evaluationText('toReports')}</a>
          {may && <a href="/manage/">{evaluationText('toManage')}</a>}
        </>
      }
    >
      {may ? (
        <Content live={live} />
      ) : (
        <ForOthers title={evaluationText('onlyTitle')} lead={evaluationText('onlyLead')} />
      )}
    </StaffPage>
  )
}

function Content({ live }: { live: Live<unknown> }) {
  const [desk] = useState(openDesk)
  useBack(live, desk.again)
  useEffect(() => desk.stop, [desk])
  return (
    <>
      <ProblemLine problem={desk.problem.value} />
      <div class="eval-desk">
        <Make desk={desk} />
        <MissingList items={desk.missing.value?.items ?? null} />
      </div>
      <Kept desk={desk} />
      <Questions desk={desk} />
    </>
  )
}

function lackWords(code: Items[number]['code'], count: number): string {
  switch (code) {
    case 'inspections':
    case 'investment':
    case 'address':
      return evaluationText(`missing.${code}`)
    default:
      return evaluationText(`missing.${code}`, { count })
  }
}

type Items = NonNullable<ReturnType<typeof openDesk>['missing']['value']>['items']

function MissingList({ items }: { items: Items | null }) {
  const lacking = items?.filter(({ count }) => count > 0)
  return (
    <section class="part" aria-labelledby="eval-missing">
      <h2 id="eval-missing">{evaluationText('missingTitle')}</h2>
      {lacking && lacking.length === 0 ? (
        <p>{evaluationText('nothingMissing')}</p>
      ) : (
        <>
          <p class="soft">{evaluationText('missingLead')}</p>
          <ul class="eval-missing">
            {lacking?.map(({ code, count, href }) => (
              <li key={code}>
                <a href={href}>{lackWords(code, count)}</a>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

// What the program can’t know: each question with its answer, the day on which somebody last confirmed it, and a
// button that saves it. What is typed stays until it is saved, even if that fails.

const GROUPS = ['basis', 'building', 'people', 'investment', 'service', 'next'] as const

function Questions({ desk }: { desk: Desk }) {
  const all = desk.questions.value ?? []
  return (
    <section class="part" id="questions" aria-labelledby="eval-questions">
      <h2 id="eval-questions">{evaluationText('questionsTitle')}</h2>
      <p class="soft">{evaluationText('questionsLead')}</p>
      {GROUPS.map((group) => {
        const own = all.filter((one) => one.group === group)
        const open = own.filter(({ answer }) => answer === null).length
        return (
          <details key={group} class="eval-group">
            <summary>
              {evaluationText(`group.${group}`)}
              {open > 0 && <span class="soft"> · {evaluationText('openOf', { open, all: own.length })}</span>}
            </summary>
            {own.map((one) => (
              <Answer key={one.id} desk={desk} one={one} />
            ))}
          </details>
        )
      })}
    </section>
  )
}

function Answer({ desk, one }: { desk: Desk; one: Question }) {
  const { id, kind, question, answer, reviewedOn, by } = one
  const [typed, type] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const [saved, setSaved] = useState(false)
  const field = `eval-q-${id}`
  const text = typed ?? answer ?? ''
  const isChanged = typed !== null && typed.trim() !== (answer ?? '')
  async function keep(): Promise<void> {
    setBusy(true)
    const isKept = await desk.answer([{ id, answer: text.trim() === '' ? null : text.trim() }])
    setBusy(false)
    setSaved(isKept)
    if (isKept) type(null)
  }
  const given = {
    id: field,
    value: text,
    'aria-describedby': `${field}-state`,
    onInput: ({ currentTarget }: { currentTarget: { value: string } }) => {
      type(currentTarget.value)
      setSaved(false)
    },
  }
  return (
    <div class="field eval-question">
      <label for={field}>{pick(question)}</label>
      {kind === 'text' ? (
        <textarea {...given} rows={Math.min(8, Math.max(2, text.split('\n').length))} />
      ) : kind === 'day' ? (
        <input {...given} type="date" />
      ) : (
        <input {...given} type="text" inputMode="numeric" pattern="[0-9]*" autoComplete="off" />
      )}
      <div class="eval-answer">
        <span class="soft" id={`${field}-state`} role="status">
          {saved && `${evaluationText('saved')} `}
          {reviewedOn === null
            ? evaluationText('unanswered')
            : evaluationText('reviewed', { day: longDay(reviewedOn), by: by ?? '' })}
        </span>
        {(isChanged || answer !== null) && (
          <Button
            kind={isChanged ? 'primary' : 'quiet'}
            busy={busy}
            label={isChanged ? undefined : evaluationText('stillSoOf', { question: pick(question) })}
            onPress={keep}
          >
            {evaluationText(isChanged ? 'save' : 'stillSo')}
          </Button>
        )}
      </div>
    </div>
  )
}

startPage(Evaluation)
