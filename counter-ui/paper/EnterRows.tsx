// Entering slips: for which day, how far the sheet is, and the rows being typed.
import type { PaperDesk } from './desk.ts'
import { EnterRow } from './EnterRow.tsx'
import { emergencyText } from './texts.ts'

export function EnterRows({ desk }: { desk: PaperDesk }) {
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
