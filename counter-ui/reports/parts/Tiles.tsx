// Key figures at a glance, and those of a period: for all steps and for the visits.
import type { ComponentChildren } from 'preact'
import type { StepsAnswer, StepsRow, VisitsAnswer } from '../answers.ts'
import { formatValue, type Unit } from '../chart/unit.ts'
import { rateOf, rates, changeWords } from '../figures.tsx'
import { figureText, type Figure } from '../texts/figures.ts'
import { reportsText } from '../texts/index.ts'
import { Define } from './Define.tsx'

interface Tile {
  readonly figure: Figure
  readonly unit: Unit
  /** Null: too few. */
  readonly value: number | null
  /** The value in the other period; undefined: there is no comparison, or it is not known yet. */
  readonly before?: number | null | undefined
  /** Below the value: another part of the same figure. */
  readonly more?: ComponentChildren
  /** Instead of the figure’s name. */
  readonly words?: string
}

export function Tiles({ tiles }: { tiles: readonly Tile[] }) {
  return (
    <ul class="tiles">
      {tiles.map(({ figure, unit, value, before, more, words }) => (
        <li key={figure} class="tile">
          <p class="tile-name">
            <Define figure={figure} {...(words === undefined ? {} : { words })} />
          </p>
          <p class={value === null ? 'tile-value tile-few' : 'tile-value figures'}>
            {value === null ? reportsText('tooFew') : formatValue(value, unit)}
          </p>
          {more !== undefined && <p class="tile-more">{more}</p>}
          {before !== undefined && <Before now={value} before={before} unit={unit} />}
        </li>
      ))}
    </ul>
  )
}

function Before({ now, before, unit }: { now: number | null; before: number | null; unit: Unit }) {
  const change = changeWords(now, before, unit)
  return (
    <p class="tile-before">
      {reportsText('beforeWas', {
        value: before === null ? reportsText('tooFew') : formatValue(before, unit),
      })}
      {change !== null && <span class="tile-change figures">{change}</span>}
    </p>
  )
}

/** One row of tiles for all steps and the visits, each beside the other period’s if there is one. */
export function summaryTiles(
  rows: StepsAnswer['rows'],
  visits: VisitsAnswer,
  rowsBefore: StepsAnswer['rows'] | null,
  visitsBefore: VisitsAnswer | null,
): Tile[] {
  const [row] = rows
  if (!row) return []
  const [before] = rowsBefore ?? []
  /** Undefined if there is no comparison. */
  const was = (value: (one: StepsRow) => number | null) =>
    rowsBefore === null ? undefined : before ? value(before) : null
  const count = (figure: 'taken' | 'served'): Tile => ({
    figure,
    unit: 'count',
    value: row[figure],
    before: rowsBefore === null ? undefined : (before?.[figure] ?? 0),
  })
  const share = (figure: 'incomplete' | 'noShow' | 'left'): Tile => ({
    figure,
    unit: 'share',
    value: rates[figure](row),
    before: was(rates[figure]),
    more: reportsText('steps', { count: formatValue(row[figure], 'count') }),
  })
  return [
    {
      figure: 'visits',
      unit: 'count',
      value: visits.visits,
      before: visitsBefore ? visitsBefore.visits : undefined,
    },
    count('taken'),
    { ...count('served'), ...(row.open > 0 ? { more: reportsText('stillOpen', { count: row.open }) } : {}) },
    {
      figure: 'waiting',
      words: reportsText('medianOf', { figure: figureText('name.waiting') }),
      unit: 'duration',
      value: row.waiting?.p50 ?? null,
      before: was((one) => one.waiting?.p50 ?? null),
      more: row.waiting && reportsText('nineOfTen', { value: formatValue(row.waiting.p90, 'duration') }),
    },
    {
      figure: 'level',
      unit: 'share',
      value: row.level?.share ?? null,
      before: was((one) => one.level?.share ?? null),
      ...(row.level && row.level.seconds !== null
        ? { more: reportsText('within', { value: formatValue(row.level.seconds, 'duration') }) }
        : {}),
    },
    {
      figure: 'serving',
      words: reportsText('medianOf', { figure: figureText('name.serving') }),
      unit: 'duration',
      value: row.serving?.p50 ?? null,
      before: was((one) => one.serving?.p50 ?? null),
    },
    {
      figure: 'stay',
      words: reportsText('medianOf', { figure: figureText('name.stay') }),
      unit: 'duration',
      value: visits.stay?.p50 ?? null,
      before: visitsBefore ? (visitsBefore.stay?.p50 ?? null) : undefined,
    },
    share('incomplete'),
    share('noShow'),
    share('left'),
    {
      figure: 'several',
      unit: 'share',
      value: rateOf(visits.several, visits.visits),
      before: visitsBefore ? rateOf(visitsBefore.several, visitsBefore.visits) : undefined,
      more: reportsText('visits', { count: formatValue(visits.several, 'count') }),
    },
  ]
}
