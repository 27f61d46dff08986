// Words that a voice gets wrong: how they are written, how to say them in each language, and how that sounds.
import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { Button } from '../../../screens/components/Button.tsx'
import { ProblemLine } from '../../parts/ProblemLine.tsx'
import { newRowKey, type Spoken, type WordRow, type FaultAt, FieldFault } from './draft.tsx'
import { manageText } from '../texts/index.ts'
import { useTry } from './use-try.ts'

interface WordProps {
  rows: readonly WordRow[]
  languages: readonly Spoken[]
  nameOf: (language: string) => string
  faultAt: FaultAt
  onChange: (rows: readonly WordRow[]) => void
}

/** The most that a plan takes. */
const MOST = 200
const LONGEST_WRITTEN = 40
const LONGEST_SPOKEN = 100

export function WordRows({ rows, languages, nameOf, faultAt, onChange }: WordProps) {
  const { problem, fault: unheard, play } = useTry(() => {})

  /** As it would be spoken: an empty field means the word as written. */
  const say = ({ written, spoken }: WordRow) =>
    play(
      languages.map((language) => ({ language, text: (spoken[language] ?? '').trim() || written })),
      false,
    )

  return (
    <>
      <RowList
        legend={manageText('voice.words')}
        help={manageText('voice.wordsHelp')}
        add={manageText('voice.addWord')}
        rows={rows}
        most={MOST}
        made={(): WordRow => ({ key: newRowKey(), written: '', spoken: {} })}
        removeLabel={({ written }, nth) =>
          written.trim() === ''
            ? manageText('voice.removeRow', { nth: String(nth + 1) })
            : manageText('voice.removeWord', { word: written.trim() })
        }
        onChange={onChange}
        more={(row) => (
          <Button
            icon="speaker"
            label={manageText('voice.playWord', { word: row.written.trim() })}
            onPress={() => say(row)}
          >
            {manageText('voice.play')}
          </Button>
        )}
        fields={(row, nth, change) => {
          const fault = faultAt(`words ${row.key}`)
          const told = { 'aria-invalid': fault !== undefined, 'aria-describedby': `words-fault-${row.key}` }
          return (
            <>
              <div class="field">
                <label for={`words-written-${row.key}`}>{manageText('voice.written')}</label>
                <input
                  id={`words-written-${row.key}`}
                  type="text"
                  maxLength={LONGEST_WRITTEN}
                  autoComplete="off"
                  autoCapitalize="none"
                  spellcheck={false}
                  value={row.written}
                  onInput={(event) => change(nth, { ...row, written: event.currentTarget.value })}
                  {...told}
                />
              </div>
              {languages.map((language) => (
                <div class="field" key={language}>
                  <label for={`words-${language}-${row.key}`}>
                    {manageText('voice.spokenIn', { language: nameOf(language) })}
                  </label>
                  <input
                    id={`words-${language}-${row.key}`}
                    type="text"
                    lang={language}
                    maxLength={LONGEST_SPOKEN}
                    autoComplete="off"
                    autoCapitalize="none"
                    spellcheck={false}
                    value={row.spoken[language] ?? ''}
                    onInput={(event) =>
                      change(nth, {
                        ...row,
                        spoken: { ...row.spoken, [language]: event.currentTarget.value },
                      })
                    }
                    {...told}
                  />
                </div>
              ))}
              <FieldFault id={`words-fault-${row.key}`} fault={fault} />
            </>
          )
        }}
      />
      <ProblemLine problem={problem} text={unheard === '' ? undefined : unheard} />
    </>
  )
}

// A list to add rows to and remove them from. Adding a row moves the focus into it; removing one, to the add button.

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
