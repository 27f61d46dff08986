// Who may see the reception's page, and its parts: giving a number, finding one, whom to look after.
import { useSignalEffect } from '@preact/signals'
import { useEffect, useState } from 'preact/hooks'
import type { Problem } from '../../screens/command.ts'
import { StaffBanner } from '../parts/StaffBanner.tsx'
import type { Hall } from '../../screens/hall.ts'
import { ScanWord } from '../../screens/scan-word.tsx'
import { Attention, isForReception } from '../hall/Attention.tsx'
import { Foot } from '../parts/Foot.tsx'
import { Find } from '../hall/Find.tsx'
import { Look } from '../parts/Look.tsx'
import { PageHead } from '../parts/PageHead.tsx'
import { ProblemLine } from '../parts/ProblemLine.tsx'
import { ForStaff } from '../parts/StaffPage.tsx'
import { useRefused } from '../parts/use-refused.ts'
import { session, type Staff } from '../session.ts'
import { Alarms, unanswered } from './Alarms.tsx'
import { openReceptionDesk } from './reception-desk.ts'
import { Issue } from './Issue.tsx'
import { LookAfter } from './LookAfter.tsx'
import { type ScanFault, type Scans, startScans } from './slip-scans.ts'
import { OnlyAsked } from './OnlyAsked.tsx'
import { receptionText } from './texts/index.ts'
import { VisitCard } from './VisitCard.tsx'
import '../parts/sheet.css'
import './reception.css'

export function Reception({ hall }: { hall: Hall }) {
  const [scans] = useState(startScans)
  useEffect(() => scans.stop, [scans])
  const { why, nth } = scans.moment.value
  return (
    <>
      <Page hall={hall} scans={scans} />
      <ScanWord
        text={why === null ? '' : receptionText(`moment.${why}`)}
        nth={nth}
        onOver={scans.momentOver}
      />
    </>
  )
}

function Page({ hall, scans }: { hall: Hall; scans: Scans }) {
  useSignalEffect(() => {
    if (session.value.state !== 'in') document.title = `${receptionText('title')} · Antre`
  })
  return (
    <ForStaff hall={hall} title={receptionText('signInTitle')}>
      {(me) => <SignedIn hall={hall} me={me} scans={scans} />}
    </ForStaff>
  )
}

function SignedIn({ hall, me, scans }: { hall: Hall; me: Staff; scans: Scans }) {
  const [desk] = useState(() => openReceptionDesk(hall))
  useEffect(() => () => desk.close(), [desk])
  useEffect(
    () =>
      scans.listen((visit) => {
        desk.shown.value = visit
      }),
    [desk, scans],
  )
  // Visible on the page's tab from another window.
  useSignalEffect(() => {
    const waiting = unanswered(desk.live.view.value) > 0
    document.title = `${waiting ? receptionText('titleAlarm') : receptionText('title')} · Antre`
  })
  useRefused(desk.live)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [looking, look] = useState(false)
  const { live, shown } = desk
  const view = live.view.value
  const isTrue = live.freshness.value === 'live'
  return (
    <div class="reception">
      <StaffBanner live={live} view={view} />
      <PageHead title={receptionText('title')} at={live.at.value} me={me} onMenu={() => look(true)}>
        <a href="/counter/">{receptionText('toCounter')}</a>
        <a href="/paper/">{receptionText('toPaper')}</a>
        <a href="/complaints/">{receptionText('toComplaints')}</a>
        <a href="/survey-entry/">{receptionText('toSurvey')}</a>
      </PageHead>
      <main class="reception-parts">
        <div class="reception-alarms">{view && <Alarms desk={desk} list={view.alarms} />}</div>
        <div class="reception-give">
          <Issue desk={desk} />
          <OnlyAsked day={view ? view.hall.day : null} />
        </div>
        <div class="reception-visit">
          <ProblemLine problem={problem} />
          <ScanLine fault={scans.fault.value} />
          {shown.value !== null && <VisitCard key={shown.value} desk={desk} id={shown.value} />}
        </div>
        <div class={isTrue ? 'reception-see' : 'reception-see untrue'}>
          <Find
            hint={receptionText('scanHint')}
            onFound={(visit) => {
              shown.value = visit
            }}
          />
          {view ? (
            <>
              <Attention hall={hall} printers={view.printers} list={view.attention.filter(isForReception)} />
              <ProblemLine problem={desk.problem.value} />
              <LookAfter desk={desk} kind="not-taken" rows={view.notTaken} count={view.notTakenCount} />
              <LookAfter desk={desk} kind="come-to-me" rows={view.comeToMe} count={view.comeToMeCount} />
            </>
          ) : (
            <p role="status">{receptionText('connecting')}</p>
          )}
          <Foot />
        </div>
      </main>
      {looking && <Look me={me} onClose={() => look(false)} onProblem={setProblem} />}
    </div>
  )
}

/** Why a scan found nothing. */
function ScanLine({ fault }: { fault: ScanFault | null }) {
  const known = typeof fault === 'string'
  return (
    <ProblemLine problem={known ? null : fault} text={known ? receptionText(`scan.${fault}`) : undefined} />
  )
}
