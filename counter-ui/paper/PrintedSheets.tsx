// The sheets as printed: each on a page of A4, eight slips to cut, and what to do in four lines. They are not visible
// on the screen.
import type { Hall } from '../../screens/hall.ts'
import { pick } from '../../screens/i18n.ts'
import type { PaperDesk } from './desk.ts'
import { emergencyText } from './texts.ts'
import './print.css'

type Sheet = NonNullable<PaperDesk['printing']['value']>['sheets'][number]

/** A slip has no room for more agencies than this: then there is only a line to write on. */
const MOST_AGENCIES = 30

export function PrintedSheets({ hall, desk }: { hall: Hall; desk: PaperDesk }) {
  const made = desk.printing.value
  const answer = hall.answer.value
  const overview = desk.overview.value
  if (!made || !answer) return null
  const agencies = answer.agencies.map((one) => one.short)
  return (
    <div class="paper-print">
      {made.sheets.map((sheet) => (
        <article key={sheet.sheet} class="print-sheet">
          <header class="print-head">
            <h2>{emergencyText('sheet', { sheet: String(sheet.sheet).padStart(3, '0') })}</h2>
            <p class="print-hall">{pick(answer.name)}</p>
            <ol>
              {([1, 2, 3, 4] as const).map((nth) => (
                <li key={nth}>{emergencyText(`rule${nth}`)}</li>
              ))}
            </ol>
          </header>
          <div class="print-slips">
            {sheet.slips.map((slip) => (
              <Slip
                key={slip.slip}
                slip={slip}
                hall={pick(answer.name)}
                agencies={agencies.length > MOST_AGENCIES ? [] : agencies}
                isPractice={overview ? overview.isPractice : false}
              />
            ))}
          </div>
        </article>
      ))}
    </div>
  )
}

interface SlipProps {
  slip: Sheet['slips'][number]
  hall: string
  agencies: readonly string[]
  isPractice: boolean
}

function Slip({ slip: { number, check }, hall, agencies, isPractice }: SlipProps) {
  return (
    <section class="print-slip">
      <p class="print-top">
        <span class="print-name">{hall}</span>
        {isPractice && <strong>{emergencyText('practice')}</strong>}
      </p>
      <p class="print-number">
        <strong>{number}</strong>
        <span class="print-check">
          <b>{check}</b> <small>{emergencyText('check')}</small>
        </span>
        <Tick words={emergencyText('slipPriority')} />
      </p>
      <p class="print-line">
        <Blank words={emergencyText('slipDate')} />
        <Blank words={emergencyText('slipArrived')} />
      </p>
      {agencies.length > 0 && (
        <p class={agencies.length > 18 ? 'print-agencies print-many' : 'print-agencies'}>
          {agencies.map((short) => (
            <Tick key={short} words={short} />
          ))}
        </p>
      )}
      <p class="print-line">
        <Blank words={emergencyText('slipService')} />
      </p>
      <p class="print-line">
        <Blank words={emergencyText('slipCounter')} />
        <Blank words={emergencyText('slipCalled')} />
        <Blank words={emergencyText('slipStarted')} />
        <Blank words={emergencyText('slipEnded')} />
      </p>
      <p class="print-line print-ends">
        <Tick words={emergencyText('slipServed')} />
        <Tick words={emergencyText('slipIncomplete')} />
        <Tick words={emergencyText('slipNotServed')} />
      </p>
    </section>
  )
}

/** A box to tick. */
function Tick({ words }: { words: string }) {
  return (
    <span class="print-tick">
      <span class="print-box" />
      {words}
    </span>
  )
}

/** A line to write on. */
function Blank({ words }: { words: string }) {
  return (
    <span class="print-blank">
      {words} <span class="print-rule" />
    </span>
  )
}
