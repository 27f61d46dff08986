// Key figures at a glance: each with its name, its value, and its value in the period compared with.
import type { ComponentChildren } from 'preact'
import { formatValue, type Unit } from '../chart/unit.ts'
import { changeWords } from '../figures.tsx'
import type { Figure } from '../texts/figures.ts'
import { reportsText } from '../texts/index.ts'
import { Define } from './Define.tsx'

export interface Tile {
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
