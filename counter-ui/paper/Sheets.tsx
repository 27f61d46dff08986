// Making and printing sheets, and what was printed before.
import { useState } from 'preact/hooks'
import { Button } from '../../screens/components/Button.tsx'
import { formatDay } from '../../screens/format.ts'
import type { PaperDesk } from './desk.ts'
import { emergencyText } from './texts.ts'

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
