// The page of emergency numbers: /paper/. Who may see it, and its parts: sheets to print, slips to enter, what was
// entered.
import { render } from 'preact'
import { useSignalEffect } from '@preact/signals'
import { useEffect, useState } from 'preact/hooks'
import { loadHall, type Hall } from '../../screens/hall.ts'
import { askSession, type Staff } from '../session.ts'
import { startPage } from '../start.ts'
import type { KioskView } from '../../server/live/kiosk.ts'
import { openPaperDesk, type PaperDesk } from './desk.ts'
import { Entered } from './Entered.tsx'
import { EnterRows } from './EnterRows.tsx'
import { PrintedSheets, Sheets } from './Sheets.tsx'
import { emergencyText } from './texts.ts'
import { ForStaff, StaffPage, usePageLive } from '../parts/StaffPage.tsx'
import '../parts/sheet.css'
import './paper.css'

function Paper({ hall }: { hall: Hall }) {
  const [desk] = useState(openPaperDesk)
  useSignalEffect(() => {
    document.title = `${emergencyText('title')} · Antre`
  })
  return (
    <ForStaff hall={hall} title={emergencyText('signInTitle')}>
      {(me) => <SignedIn hall={hall} desk={desk} me={me} />}
    </ForStaff>
  )
}

function SignedIn({ hall, desk, me }: { hall: Hall; desk: PaperDesk; me: Staff }) {
  const live = usePageLive<KioskView>(hall, 'kiosk')
  useEffect(() => void desk.load(), [desk])
  return (
    <>
      <StaffPage
        of="paper"
        parts="paper-parts"
        title={emergencyText('title')}
        live={live}
        me={me}
        problem={desk.problem.value}
        links={
          <>
            <a href="/reception/">{emergencyText('toReception')}</a>
            <a href="/survey-entry/">{emergencyText('toSurvey')}</a>
            <a href="/counter/">{emergencyText('toCounter')}</a>
          </>
        }
      >
        {desk.overview.value ? (
          <>
            <Sheets desk={desk} />
            <EnterRows desk={desk} />
            <Entered desk={desk} />
          </>
        ) : (
          <p role="status">{emergencyText('connecting')}</p>
        )}
      </StaffPage>
      <PrintedSheets hall={hall} desk={desk} />
    </>
  )
}

startPage()
void askSession()
const page = document.getElementById('page')
if (page) render(<Paper hall={loadHall()} />, page)
