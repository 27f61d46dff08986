// The evaluation pack: /evaluation/. Who may make packs (managers), what is chosen and what is missing for it, the
// packs of last times, and the questions.
import { render } from 'preact'
import { useSignalEffect } from '@preact/signals'
import { useEffect, useState } from 'preact/hooks'
import { loadHall, type Hall } from '../../screens/hall.ts'
import { askSession, type Staff } from '../session.ts'
import { startPage } from '../start.ts'
import type { AgencyView } from '../../server/live/agency.ts'
import type { Live } from '../../screens/live.ts'
import { ProblemLine } from '../parts/ProblemLine.tsx'
import { ForOthers, ForStaff, StaffPage, useBack, usePageLive } from '../parts/StaffPage.tsx'
import { openDesk } from './desk.ts'
import { Kept, Make } from './Packs.tsx'
import { Questions } from './Questions.tsx'
import { evaluationText } from './texts.ts'
import '../parts/sheet.css'
import '../parts/dialogs.css'
import './evaluation.css'

function Evaluation({ hall }: { hall: Hall }) {
  useSignalEffect(() => {
    document.title = `${evaluationText('title')} · Antre`
  })
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
        <Desk live={live} />
      ) : (
        <ForOthers title={evaluationText('onlyTitle')} lead={evaluationText('onlyLead')} />
      )}
    </StaffPage>
  )
}

function Desk({ live }: { live: Live<unknown> }) {
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

startPage()
void askSession()
const page = document.getElementById('page')
if (page) render(<Evaluation hall={loadHall()} />, page)
