// Who may see the page of complaints, and its parts: the list, the complaint that is open, what the reception enters.
import { useSignalEffect } from '@preact/signals'
import { useEffect, useState } from 'preact/hooks'
import type { KioskView } from '../../server/live/kiosk.ts'
import type { Hall } from '../../screens/hall.ts'
import { connectLive } from '../../screens/live.ts'
import { Foot } from '../parts/Foot.tsx'
import { Look } from '../parts/Look.tsx'
import { PageHead } from '../parts/PageHead.tsx'
import { ProblemLine } from '../parts/ProblemLine.tsx'
import { Connecting, SignIn } from '../parts/SignIn.tsx'
import { StaffBanner } from '../parts/StaffBanner.tsx'
import { session, type Staff } from '../session.ts'
import { type ComplaintsDesk, openComplaintsDesk } from './desk.ts'
import { Enter } from './Enter.tsx'
import { List } from './List.tsx'
import { One } from './One.tsx'
import { PrintedPoster, PrintedSlip } from './Printed.tsx'
import { complaintsText } from './texts.ts'
import '../parts/sheet.css'
import './complaints.css'
import './print.css'

export function Complaints({ hall }: { hall: Hall }) {
  const [desk] = useState(openComplaintsDesk)
  useSignalEffect(() => {
    document.title = `${complaintsText('title')} · Antre`
  })
  const who = session.value
  if (who.state === 'out') return <SignIn hall={hall} title={complaintsText('signInTitle')} />
  if (who.state === 'asking' || !hall.answer.value) return <Connecting />
  return <SignedIn key={who.staff.username} hall={hall} desk={desk} me={who.staff} />
}

function SignedIn({ hall, desk, me }: { hall: Hall; desk: ComplaintsDesk; me: Staff }) {
  // It brings the hall's time and what the hall says of itself.
  const [live] = useState(() =>
    connectLive<KioskView>({ topic: 'kiosk', onView: (view) => hall.seen(view.hall.plan) }),
  )
  useEffect(() => () => live.close(), [live])
  useEffect(() => desk.follow(), [desk])
  const [looking, look] = useState(false)
  const [entering, enter] = useState(false)
  const [isPoster, printPoster] = useState(false)
  const open = desk.open.value
  const entered = desk.entered.value
  return (
    <>
      <div class={entered || isPoster ? 'complaints is-behind' : 'complaints'}>
        <StaffBanner live={live} view={live.view.value} />
        <PageHead title={complaintsText('title')} at={live.at.value} me={me} onMenu={() => look(true)}>
          {me.role !== 'officer' && <a href="/reports/complaints/">{complaintsText('toReports')}</a>}
        </PageHead>
        <main class={open ? 'complaints-parts has-open' : 'complaints-parts'}>
          <div class="complaints-said">
            {desk.isStale.value && <p class="complaints-late">{complaintsText('stale')}</p>}
            <ProblemLine problem={desk.problem.value} />
            <p class="complaints-done" role="status">
              {desk.said.value}
            </p>
          </div>
          {desk.listed.value ? (
            <>
              <List desk={desk} onEnter={() => enter(true)} onPoster={() => printPoster(true)} />
              <One key={open ? open.id : ''} desk={desk} hall={hall} me={me} />
            </>
          ) : (
            <p role="status">{complaintsText('connecting')}</p>
          )}
          <Foot />
        </main>
        {looking && (
          <Look me={me} onClose={() => look(false)} onProblem={(problem) => (desk.problem.value = problem)} />
        )}
        {entering && <Enter desk={desk} hall={hall} onClose={() => enter(false)} />}
      </div>
      {entered && <PrintedSlip hall={hall} entered={entered} />}
      {isPoster && <PrintedPoster hall={hall} onDone={() => printPoster(false)} />}
    </>
  )
}
