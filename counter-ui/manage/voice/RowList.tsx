// A list to add rows to and remove them from. Adding a row moves the focus into it; removing one, to the add button.
import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { Button } from '../../../screens/components/Button.tsx'
import { manageText } from '../texts/index.ts'

interface RowsProps<Row extends { key: number }> {
  legend: string
  help: string
  /** The label of the button that adds a row. */
  add: string
  rows: readonly Row[]
  most: number
  made: () => Row
  removeLabel: (row: Row, nth: number) => string
  onChange: (rows: readonly Row[]) => void
  fields: (row: Row, nth: number, change: (nth: number, row: Row) => void) => ComponentChildren
  /** More buttons of a row. */
  more?: (row: Row) => ComponentChildren
}

export function RowList<Row extends { key: number }>(props: RowsProps<Row>) {
  const { legend, help, add, rows, most, made, removeLabel, onChange, fields, more } = props
  const whole = useRef<HTMLFieldSetElement>(null)
  /** Where the focus goes once that element exists: a row's key, or null for the add button. */
  const [next, go] = useState<number | null | undefined>(undefined)
  // Before anything can be typed.
  useLayoutEffect(() => {
    if (next === undefined || !whole.current) return
    const where = next === null ? '.voice-add button' : `[data-row="${next}"] input`
    whole.current.querySelector<HTMLElement>(where)?.focus()
    go(undefined)
  }, [next])
  const change = (nth: number, row: Row) => onChange(rows.map((one, at) => (at === nth ? row : one)))

  return (
    <fieldset class="choices voice-rows" ref={whole}>
      <legend>{legend}</legend>
      <p class="soft">{help}</p>
      {rows.map((row, nth) => (
        <div class="voice-row" key={row.key} data-row={row.key}>
          {fields(row, nth, change)}
          <div class="voice-row-ends">
            {more && more(row)}
            <Button
              kind="quiet"
              icon="close"
              label={removeLabel(row, nth)}
              onPress={() => {
                onChange(rows.filter((one) => one !== row))
                go(null)
              }}
            >
              {manageText('voice.removeWords')}
            </Button>
          </div>
        </div>
      ))}
      <div class="voice-add">
        <Button
          icon="plus"
          disabled={rows.length >= most}
          onPress={() => {
            const row = made()
            onChange([...rows, row])
            go(row.key)
          }}
        >
          {add}
        </Button>
      </div>
    </fieldset>
  )
}
