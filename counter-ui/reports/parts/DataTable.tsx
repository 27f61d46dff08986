// A table of a report: sorted by pressing a column, each figure with its definition, to download as a workbook or CSV.
import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { formatNumber } from '../../../screens/format.ts'
import { language } from '../../../screens/i18n.ts'
import { Icon } from '../../../screens/icons.tsx'
import type { Figure } from '../texts/figures.ts'
import { figureText } from '../texts/figures.ts'
import { reportsText } from '../texts/index.ts'
import { Define } from './Define.tsx'

export interface Column<Row> {
  readonly key: string
  /** Its head: a figure with a definition, or plain words. */
  readonly figure?: Figure
  readonly words?: string
  /** Whether its cells are words, not numbers. */
  readonly isText?: true
  /** What rows are sorted by; null comes last either way. */
  readonly value: (row: Row) => number | string | null
  readonly cell: (row: Row) => ComponentChildren
}

interface DataTableProps<Row> {
  title: string
  /** The heading of the first column. */
  head: string
  name: (row: Row) => ComponentChildren
  /** What the first column is sorted by. */
  nameValue: (row: Row) => string | number
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  /** The address of the same table, with `*` for `.csv` or `.xlsx`. */
  files?: string | null
  /** Which table of the workbook it is, from 1. */
  sheet?: number | undefined
  /** This many rows at first; all of them after a press, and in the files. */
  most?: number
}

interface Order {
  readonly key: string
  readonly down: boolean
}

/** A wide table can be scrolled by keys too. */
export const scrolled = { role: 'region', tabIndex: 0 } as const

/** The first column’s key. */
const NAME = 'name'

export function DataTable<Row>(props: DataTableProps<Row>) {
  const { title, head, name, nameValue, columns, rows, files = null, sheet, most = Infinity } = props
  const [order, setOrder] = useState<Order | null>(null)
  const [isWhole, showAll] = useState(false)
  const sorted = order === null ? rows : inOrder(rows, columns, nameValue, order)
  const shown = isWhole ? sorted : sorted.slice(0, most)
  const press = (key: string) =>
    setOrder((before) => ({ key, down: before?.key === key ? !before.down : key !== NAME }))
  return (
    <div class="data">
      <div class="data-head">
        <h3>{title}</h3>
        {files !== null && <Files address={files} title={title} sheet={sheet} />}
      </div>
      <div class="data-scroll" aria-label={title} {...scrolled}>
        <table class="data-table figures">
          <caption class="visually-hidden">{title}</caption>
          <thead>
            <tr>
              <Head order={order} of={NAME} label={head} onPress={press}>
                {head}
              </Head>
              {columns.map(({ key, figure, words, isText }) => (
                <Head
                  key={key}
                  order={order}
                  of={key}
                  label={words ?? (figure ? figureText(`name.${figure}`) : '')}
                  isText={isText}
                  onPress={press}
                >
                  {figure ? <Define figure={figure} {...(words === undefined ? {} : { words })} /> : words}
                </Head>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((row, index) => (
              <tr key={index}>
                <th scope="row">{name(row)}</th>
                {columns.map(({ key, cell, isText }) => (
                  <td key={key} class={isText && 'data-text'}>
                    {cell(row)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {shown.length < sorted.length && (
        <button type="button" class="quick not-printed" onClick={() => showAll(true)}>
          {reportsText('allRows', { count: formatNumber(sorted.length) })}
        </button>
      )}
    </div>
  )
}

interface HeadProps {
  order: Order | null
  of: string
  label: string
  isText?: true | undefined
  onPress: (key: string) => void
  children: ComponentChildren
}

function Head({ order, of, label, isText, onPress, children }: HeadProps) {
  const mine = order !== null && order.key === of ? order : null
  return (
    <th
      scope="col"
      class={isText && 'data-text'}
      aria-sort={mine ? (mine.down ? 'descending' : 'ascending') : undefined}
    >
      <span class="data-column">
        {children}
        <button
          type="button"
          class="data-sort"
          aria-label={reportsText('sortBy', { column: label })}
          onClick={() => onPress(of)}
        >
          <svg viewBox="0 0 10 14" width="10" height="14" aria-hidden="true">
            <path class={mine && !mine.down ? 'on' : ''} d="M1 5l4-4l4 4z" />
            <path class={mine && mine.down ? 'on' : ''} d="M1 9l4 4l4-4z" />
          </svg>
        </button>
      </span>
    </th>
  )
}

/** The column, with the other period's value below each cell. */
export function beside<Row>(
  column: Column<Row>,
  others: readonly Row[],
  keyOf: (row: Row) => unknown,
): Column<Row> {
  const was = new Map(others.map((row) => [keyOf(row), row]))
  return {
    ...column,
    cell: (row) => {
      const before = was.get(keyOf(row))
      return (
        <>
          {column.cell(row)}
          <span class="cell-before">
            <span class="visually-hidden">{reportsText('before')} </span>
            {before ? column.cell(before) : '–'}
          </span>
        </>
      )
    },
  }
}

interface FilesProps {
  address: string
  title: string
  sheet?: number | undefined
}

/** Links to the same table as a workbook and as CSV, in the language of the page; `sheet`: which one of the workbook it is. */
export function Files({ address, title, sheet = 1 }: FilesProps) {
  const fileOf = (end: string, more = '') => {
    const path = address.replace('*', end)
    return `${path}${path.includes('?') ? '&' : '?'}in=${language.value === 'en' ? 'en' : 'id'}${more}`
  }
  return (
    <p class="files">
      <Icon name="arrow-right" />
      <a href={fileOf('.xlsx')} download aria-label={reportsText('fileOf', { title, kind: 'Excel' })}>
        Excel
      </a>
      <a
        href={fileOf('.csv', sheet === 1 ? '' : `&sheet=${sheet}`)}
        download
        aria-label={reportsText('fileOf', { title, kind: 'CSV' })}
      >
        CSV
      </a>
    </p>
  )
}

function inOrder<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  nameValue: (row: Row) => string | number,
  { key, down }: Order,
): Row[] {
  const value = key === NAME ? nameValue : columns.find((column) => column.key === key)?.value
  if (!value) return [...rows]
  return [...rows].sort((one, other) => {
    const [a, b] = [value(one), value(other)]
    if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1
    const by = typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b))
    return down ? -by : by
  })
}
