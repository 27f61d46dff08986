// The page of emergency numbers: /paper/. Who may see it, and its parts: sheets to print, slips to enter, what was
// entered.
import { useEffect, useState } from 'preact/hooks'
import type { Hall } from '../../screens/hall.ts'
import type { Staff } from '../session.ts'
import { startPage } from '../start.ts'
import type { KioskView } from '../../server/live/kiosk.ts'
import { openPaperDesk, type PaperDesk } from './desk.ts'
import { Entered } from './Entered.tsx'
import { EnterRow } from './EnterRow.tsx'
import { emergencyText } from './texts.ts'
import { PrintedSheets, Sheets } from './Sheets.tsx'
import { ForStaff, StaffPage, usePageLive, useTitle } from '../parts/StaffPage.tsx'
import '../parts/sheet.css'
import './paper.css'

function Paper({ hall }: { hall: Hall }) {
  const [desk] = useState(openPaperDesk)
  useTitle(() => emergencyText('title'))
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

// Entering slips: for which day, how far the sheet is, and the rows being typed.

function EnterRows({ desk }: { desk: PaperDesk }) {
  const overview = desk.overview.value
  const day = desk.dayState.value
  const rows = desk.rows.value
  const corrections = rows.filter(({ correcting }) => correcting !== null).length
  if (!overview) return null
  return (
    <section class="part" aria-labelledby="paper-enter">
      <h2 id="paper-enter">{emergencyText('enter')}</h2>
      <p>{emergencyText('enterLead')}</p>
      <div class="paper-day">
        <div class="field">
          <label for="paper-day">{emergencyText('day')}</label>
          <input
            id="paper-day"
            type="date"
            min={overview.firstDay}
            max={overview.today}
            value={desk.day.value}
            aria-describedby="paper-day-hint"
            onChange={({ currentTarget }) => {
              if (currentTarget.value !== '') void desk.chooseDay(currentTarget.value)
            }}
          />
          <p class="soft" id="paper-day-hint">
            {emergencyText('dayHint')}
          </p>
        </div>
        <SheetState desk={desk} />
      </div>
      <p class="done" role="status">
        {desk.said.value}
      </p>
      {day && (
        <div class="paper-rows">
          {rows.map((row, nth) => (
            <EnterRow
              key={row.id}
              desk={desk}
              row={row}
              day={day}
              nth={nth + 1 - corrections}
              onSaved={desk.another}
            />
          ))}
        </div>
      )}
    </section>
  )
}

/** Which slips of the sheet still have to be entered. */
function SheetState({ desk }: { desk: PaperDesk }) {
  const sheet = desk.sheet.value
  if (!sheet) return null
  const done = sheet.slips.filter(({ entry }) => entry !== null).length
  return (
    <div class="paper-sheet">
      <p>
        {emergencyText('progress', {
          sheet: String(sheet.sheet).padStart(3, '0'),
          done,
          all: sheet.slips.length,
        })}
      </p>
      <ol class="paper-slips">
        {sheet.slips.map(({ slip, entry }) => (
          <li key={slip} class={entry ? 'paper-slip-done' : undefined}>
            <span aria-hidden="true">
              {entry ? '✓' : ''}
              {slip}
            </span>
            <span class="visually-hidden">{emergencyText(entry ? 'slipDone' : 'slipOpen', { slip })}</span>
          </li>
        ))}
      </ol>
    </div>
  )
}

startPage(Paper)
