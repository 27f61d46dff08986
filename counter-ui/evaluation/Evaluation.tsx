// Who may make packs (managers), what is chosen and what is missing for it, the packs of last times, and the questions.
import { useSignalEffect } from '@preact/signals'
import { useEffect, useState } from 'preact/hooks'
import type { AgencyView } from '../../server/live/agency.ts'
import type { Problem } from '../../screens/command.ts'
import type { Hall } from '../../screens/hall.ts'
import { connectLive } from '../../screens/live.ts'
import { Foot } from '../parts/Foot.tsx'
import { Look } from '../parts/Look.tsx'
import { PageHead } from '../parts/PageHead.tsx'
import { ProblemLine } from '../parts/ProblemLine.tsx'
import { Connecting, SignIn } from '../parts/SignIn.tsx'
import { StaffBanner } from '../parts/StaffBanner.tsx'
import { type Staff, askSession, session } from '../session.ts'
import { openDesk } from './desk.ts'
import { Kept } from './Kept.tsx'
import { Make } from './Make.tsx'
import { Questions } from './Questions.tsx'
import { evaluationText } from './texts.ts'
import '../parts/sheet.css'
import '../parts/dialogs.css'
import './evaluation.css'

export function Evaluation({ hall }: { hall: Hall }) {
  useSignalEffect(() => {
    document.title = `${evaluationText('title')} · Antre`
  })
  const who = session.value
  if (who.state === 'out') return <SignIn hall={hall} title={evaluationText('signInTitle')} />
  if (who.state === 'asking' || !hall.answer.value) return <Connecting />
  return <SignedIn key={who.staff.username} hall={hall} me={who.staff} />
}

function SignedIn({ hall, me }: { hall: Hall; me: Staff }) {
  const may = me.role === 'manager'
  const [live] = useState(() =>
    connectLive<AgencyView>({
      topic: may ? 'agency:all' : 'kiosk',
      onView: (view) => hall.seen(view.hall.plan),
    }),
  )
  useEffect(() => () => live.close(), [live])
  useSignalEffect(() => {
    if (live.refused.value === 'not-allowed') void askSession()
  })
  const [problem, setProblem] = useState<Problem | null>(null)
  const [looking, look] = useState(false)
  return (
    <div class="evaluation">
      <StaffBanner live={live} view={live.view.value} />
      <PageHead title={evaluationText('title')} at={live.at.value} me={me} onMenu={() => look(true)}>
        <a href="/reports/">{evaluationText('toReports')}</a>
        {may && <a href="/manage/">{evaluationText('toManage')}</a>}
      </PageHead>
      <main class="eval-parts">
        <ProblemLine problem={problem} />
        {may ? <Desk /> : <OnlyManagers />}
        <Foot />
      </main>
      {looking && <Look me={me} onClose={() => look(false)} onProblem={setProblem} />}
    </div>
  )
}

function OnlyManagers() {
  return (
    <section class="part">
      <h2>{evaluationText('onlyTitle')}</h2>
      <p>{evaluationText('onlyLead')}</p>
    </section>
  )
}

function Desk() {
  const [desk] = useState(openDesk)
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
