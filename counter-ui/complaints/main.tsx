// The page on which staff answer complaints: /complaints/. Who may see it, and its parts: the list, the complaint
// that is open, what the reception enters.
import { render } from 'preact'
import { useSignalEffect } from '@preact/signals'
import { useEffect, useState } from 'preact/hooks'
import { loadHall, type Hall } from '../../screens/hall.ts'
import { askSession, type Staff } from '../session.ts'
import { startPage } from '../start.ts'
import type { KioskView } from '../../server/live/kiosk.ts'
import { type ComplaintsDesk, openComplaintsDesk } from './desk.ts'
import { Enter, PrintedPoster, PrintedSlip } from './Enter.tsx'
import { List } from './List.tsx'
import { One } from './One.tsx'
import { complaintsText } from './texts.ts'
import { ForStaff, StaffPage, usePageLive } from '../parts/StaffPage.tsx'
import '../parts/sheet.css'
import './complaints.css'
import './print.css'

function Complaints({ hall }: { hall: Hall }) {
  const [desk] = useState(openComplaintsDesk)
  useSignalEffect(() => {
    document.title = `${complaintsText('title')} · Antre`
  })
  return (
    <ForStaff hall={hall} title={complaintsText('signInTitle')}>
      {(me) => <SignedIn hall={hall} desk={desk} me={me} />}
    </ForStaff>
  )
}

function SignedIn({ hall, desk, me }: { hall: Hall; desk: ComplaintsDesk; me: Staff }) {
  const live = usePageLive<KioskView>(hall, 'kiosk')
  useEffect(() => desk.follow(), [desk])
  const [entering, enter] = useState(false)
  const [isPoster, printPoster] = useState(false)
  const open = desk.open.value
  const entered = desk.entered.value
  return (
    <>
      <StaffPage
        of={entered || isPoster ? 'complaints is-behind' : 'complaints'}
        parts={open ? 'complaints-parts has-open' : 'complaints-parts'}
        title={complaintsText('title')}
        live={live}
        me={me}
        problem={desk.problem.value}
        links={me.role !== 'officer' && <a href="/reports/complaints/">{complaintsText('toReports')}</a>}
      >
        <div class="complaints-said">
          {desk.isStale.value && <p class="complaints-late">{complaintsText('stale')}</p>}
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
        {entering && <Enter desk={desk} hall={hall} onClose={() => enter(false)} />}
      </StaffPage>
      {entered && <PrintedSlip hall={hall} entered={entered} />}
      {isPoster && <PrintedPoster hall={hall} onDone={() => printPoster(false)} />}
    </>
  )
}

startPage()
void askSession()
const page = document.getElementById('page')
if (page) render(<Complaints hall={loadHall()} />, page)
