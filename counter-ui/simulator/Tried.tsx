// All that was tried, for comparison: what it brought, what it costs, and which is the cheapest under the limit.
import type { ComponentChildren } from 'preact'
import { Button } from '../../screens/components/Button.tsx'
import { formatDayLabel, formatNumber } from '../../screens/format.ts'
import type { Hall } from '../../screens/hall.ts'
import { type Run, isUnderWay, type Runs } from './runs.ts'
import { simulatorText } from './texts.ts'
import { cheapest, costOf, lateHours, minutes, openHours, wordsOf } from './words.ts'

interface TriedProps {
  hall: Hall
  runs: Runs
  /** The one that is shown above. */
  shown: Run | undefined
  onUse: (run: Run) => void
}

export function Tried({ hall, runs, shown, onUse }: TriedProps) {
  const list = runs.list.value ?? []
  const best = cheapest(list, shown ?? list[0])
  return (
    <section class="part" aria-labelledby="sim-tried-title">
      <h2 id="sim-tried-title">{simulatorText('runsTitle')}</h2>
      <p>{list.length === 0 ? simulatorText('noRuns') : simulatorText('runsLead')}</p>
      {list.length > 0 && (
        <Table label={simulatorText('runsTable')}>
          <thead>
            <tr>
              <th scope="col">{simulatorText('change')}</th>
              <th scope="col">{simulatorText('mean')}</th>
              <th scope="col">{simulatorText('p90')}</th>
              <th scope="col">{simulatorText('morning')}</th>
              <th scope="col">{simulatorText('cost')}</th>
              <th scope="col">{simulatorText('actions')}</th>
            </tr>
          </thead>
          <tbody>
            {list.map((run) => (
              <Row
                key={run.id}
                hall={hall}
                runs={runs}
                run={run}
                isShown={run === shown}
                isBest={run === best}
                onUse={onUse}
              />
            ))}
          </tbody>
        </Table>
      )}
    </section>
  )
}

interface RowProps {
  hall: Hall
  runs: Runs
  run: Run
  isShown: boolean
  isBest: boolean
  onUse: (run: Run) => void
}

function Row({ hall, runs, run, isShown, isBest, onUse }: RowProps) {
  const words = wordsOf(run.change, hall)
  const late = lateHours(run)
  const cost = costOf(run)
  const wait = run.would?.waiting.all
  const days =
    run.from === run.to ? formatDayLabel(run.from) : `${formatDayLabel(run.from)} – ${formatDayLabel(run.to)}`
  return (
    <tr class={isShown ? 'sim-shown' : undefined}>
      <th scope="row">
        {words}
        <span class="soft">{days}</span>
        {isBest && <strong class="sim-best">★ {simulatorText('cheapest')}</strong>}
      </th>
      {run.would ? (
        <>
          <td>{wait ? minutes(wait.mean) : simulatorText('tooFew')}</td>
          <td>{wait ? minutes(wait.p90) : simulatorText('tooFew')}</td>
          <td>{late === null ? '–' : simulatorText(late.length === 0 ? 'under' : 'over')}</td>
          <td>{cost === null ? '–' : `${cost > 0 ? '+' : ''}${openHours(cost)}`}</td>
        </>
      ) : (
        <td colSpan={4}>
          {simulatorText(run.state)}
          {run.state === 'running' && ` · ${formatNumber(Math.round(run.share * 100))}%`}
        </td>
      )}
      <td>
        <div class="sim-buttons">
          {run.would && (
            <Button
              kind="quiet"
              pressed={isShown}
              label={`${simulatorText(isShown ? 'shown' : 'show')}: ${words}`}
              onPress={() => {
                runs.chosen.value = run.id
              }}
            >
              {simulatorText(isShown ? 'shown' : 'show')}
            </Button>
          )}
          <Button kind="quiet" label={`${simulatorText('use')}: ${words}`} onPress={() => onUse(run)}>
            {simulatorText('use')}
          </Button>
          <Button
            kind="quiet"
            label={`${simulatorText(isUnderWay(run) ? 'cancel' : 'remove')}: ${words}`}
            onPress={() => runs.drop(run.id)}
          >
            {simulatorText(isUnderWay(run) ? 'cancel' : 'remove')}
          </Button>
        </div>
      </td>
    </tr>
  )
}

// A table that scrolls sideways on a narrow screen, by keyboard too, without the page doing so.

export function Table({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    <section
      class="sim-table"
      aria-label={label}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- on a narrow screen it scrolls, by keyboard too
      tabIndex={0}
    >
      <table>{children}</table>
    </section>
  )
}
