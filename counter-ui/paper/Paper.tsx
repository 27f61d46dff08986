// Who may see the page of emergency numbers, and its parts: sheets to print, slips to enter, what was entered.
import { useSignalEffect } from '@preact/signals'
import { useEffect, useState } from 'preact/hooks'
import type { KioskView } from '../../server/live/kiosk.ts'
import type { Problem } from '../../screens/command.ts'
import type { Hall } from '../../screens/hall.ts'
import { connectLive } from '../../screens/live.ts'
import { Foot } from '../parts/Foot.tsx'
import { Look } from '../parts/Look.tsx'
import { PageHead } from '../parts/PageHead.tsx'
import { ProblemLine } from '../parts/ProblemLine.tsx'
import { Connecting, SignIn } from '../parts/SignIn.tsx'
import { StaffBanner } from '../parts/StaffBanner.tsx'
import { session, type Staff } from '../session.ts'
import { openPaperDesk, type PaperDesk } from './desk.ts'
import { Entered } from './Entered.tsx'
import { EnterRows } from './EnterRows.tsx'
import { PrintedSheets } from './PrintedSheets.tsx'
import { Sheets } from './Sheets.tsx'
import { emergencyText } from './texts.ts'
import '../parts/sheet.css'
import './paper.css'

export function Paper({ hall }: { hall: Hall }) {
  const [desk] = useState(openPaperDesk)
  useSignalEffect(() => {
    document.title = `${emergencyText('title')} · Antre`
  })
  const who = session.value
  if (who.state === 'out') return <SignIn hall={hall} title={emergencyText('signInTitle')} />
  if (who.state === 'asking' || !hall.answer.value) return <Connecting />
  return <SignedIn key={who.staff.username} hall={hall} desk={desk} me={who.staff} />
}

function SignedIn({ hall, desk, me }: { hall: Hall; desk: PaperDesk; me: Staff }) {
  // It brings the hall's time and what the hall says of itself.
  const [live] = useState(() =>
    connectLive<KioskView>({ topic: 'kiosk', onView: (view) => hall.seen(view.hall.plan) }),
  )
  useEffect(() => () => live.close(), [live])
  useEffect(() => void desk.load(), [desk])
  const [problem, setProblem] = useState<Problem | null>(null)
  const [looking, look] = useState(false)
  return (
    <>
      <div class="paper">
        <StaffBanner live={live} view={live.view.value} />
        <PageHead title={emergencyText('title')} at={live.at.value} me={me} onMenu={() => look(true)}>
          <a href="/reception/">{emergencyText('toReception')}</a>
          <a href="/survey-entry/">{emergencyText('toSurvey')}</a>
          <a href="/counter/">{emergencyText('toCounter')}</a>
        </PageHead>
        <main class="paper-parts">
          <ProblemLine problem={problem ?? desk.problem.value} />
          {desk.overview.value ? (
            <>
              <Sheets desk={desk} />
              <EnterRows desk={desk} />
              <Entered desk={desk} />
            </>
          ) : (
            <p role="status">{emergencyText('connecting')}</p>
          )}
          <Foot />
        </main>
        {looking && <Look me={me} onClose={() => look(false)} onProblem={setProblem} />}
      </div>
      <PrintedSheets hall={hall} desk={desk} />
    </>
  )
}
