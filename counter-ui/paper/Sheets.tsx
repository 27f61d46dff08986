// Making and printing sheets, and what was printed before.
import { useState } from 'preact/hooks'
import { Button } from '../../screens/components/Button.tsx'
import { formatDay } from '../../screens/format.ts'
import type { PaperDesk } from './desk.ts'
import { emergencyText } from './texts.ts'
import type { Hall } from '../../screens/hall.ts'
import { pick } from '../../screens/i18n.ts'
import './print.css'

const MOST = 50

export function Sheets({ desk }: { desk: PaperDesk }) {
  const [count, setCount] = useState(5)
  const overview = desk.overview.value
  const made = desk.printing.value
  const isCount = Number.isInteger(count) && count >= 1 && count <= MOST
  return (
    <section class="part" aria-labelledby="paper-sheets">
      <h2 id="paper-sheets">{emergencyText('sheets')}</h2>
      <p>{emergencyText('sheetsLead')}</p>
      {overview && (
        <p class={overview.lastSheet === 0 ? 'paper-none' : 'soft'}>
          {overview.lastSheet === 0
            ? emergencyText('none')
            : emergencyText('last', { sheet: overview.lastSheet })}
        </p>
      )}
      <form
        class="paper-make"
        onSubmit={(event) => {
          event.preventDefault()
          if (isCount) void desk.make(count).then((isMade) => isMade && printSoon())
        }}
      >
        <div class="field">
          <label for="paper-count">{emergencyText('count')}</label>
          <input
            id="paper-count"
            type="number"
            min={1}
            max={MOST}
            value={count}
            aria-describedby="paper-count-hint"
            onInput={({ currentTarget }) => setCount(currentTarget.valueAsNumber)}
          />
        </div>
        <Button
          kind="primary"
          disabled={!isCount}
          onPress={() => desk.make(count).then((isMade) => isMade && printSoon())}
        >
          {emergencyText('print')}
        </Button>
        <p class="soft" id="paper-count-hint">
          {emergencyText('countHint')}
        </p>
      </form>
      <div role="status">{made && <Made made={made} />}</div>
      {overview && overview.runs.length > 0 && (
        <details>
          <summary>{emergencyText('runs')}</summary>
          <p class="soft">{emergencyText('printAgainWhy')}</p>
          <ul class="paper-runs">
            {overview.runs.map(({ from, to, at, by }) => (
              <li key={from}>
                <span>
                  {from === to ? emergencyText('runOne', { from }) : emergencyText('run', { from, to })}
                </span>
                <span class="soft">{emergencyText('runBy', { day: formatDay(at), who: by ?? '–' })}</span>
                <Button
                  kind="quiet"
                  label={emergencyText('printRun', { from, to })}
                  onPress={() => desk.again(from, to).then((isThere) => isThere && printSoon())}
                >
                  {emergencyText('printAgain')}
                </Button>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

function Made({ made: { sheets } }: { made: NonNullable<PaperDesk['printing']['value']> }) {
  const [first, last] = [sheets[0], sheets[sheets.length - 1]]
  if (!first || !last) return null
  const [from, to] = [first.sheet, last.sheet]
  return (
    <p class="done paper-made">
      <span>{from === to ? emergencyText('madeOne', { from }) : emergencyText('made', { from, to })}</span>
      <Button kind="quiet" onPress={() => print()}>
        {emergencyText('printAgain')}
      </Button>
    </p>
  )
}

/** Once the sheets are drawn. */
function printSoon(): void {
  requestAnimationFrame(() => setTimeout(() => print(), 0))
}

// The sheets as printed: each on a page of A4, eight slips to cut, and what to do in four lines. They are not visible
// on the screen.

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
