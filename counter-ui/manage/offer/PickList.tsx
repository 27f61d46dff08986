// Several of many, in order: the chosen ones as a list reordered by buttons, and a search that adds more. For lists
// too long for tick boxes.
import type { ComponentChildren } from 'preact'
import { useRef, useState } from 'preact/hooks'
import { formatNumber } from '../../../screens/format.ts'
import { Faults, type Option } from '../form/fields.tsx'
import { formText } from '../form/texts.ts'
import { RowButton } from '../form/ThingRow.tsx'
import type { FieldOf } from '../form/use-fields.ts'
import { fold } from '../shell/find.ts'
import { offerText } from './texts.ts'
import './offer.css'

/** More are not worth reading: people type another letter. */
const MOST = 8

interface PickListProps extends FieldOf<readonly string[]> {
  options: readonly Option[]
  hint?: ComponentChildren
  /** Whether their order matters. */
  ordered?: boolean
  /** The label of the search; left out: the one for services. */
  find?: string
}

export function PickList(props: PickListProps) {
  const { id, label, value, faults, onChange, options, hint, ordered = false, find } = props
  const [typed, type] = useState('')
  const [said, say] = useState('')
  const search = useRef<HTMLInputElement>(null)
  const known = new Map(options.map((one) => [one.value, one]))
  const nameOf = (one: string) => known.get(one)?.words ?? formText('gone')
  const asked = fold(typed).split(' ').filter(Boolean)
  const chosen = new Set(value)
  const found =
    asked.length === 0
      ? []
      : options.filter(
          (one) =>
            !chosen.has(one.value) &&
            asked.every((word) => fold(`${one.words} ${one.group ?? ''}`).includes(word)),
        )
  const move = (one: string, by: number) => {
    const from = value.indexOf(one)
    const to = from + by
    if (to < 0 || to >= value.length) return
    const others = value.filter((other) => other !== one)
    onChange([...others.slice(0, to), one, ...others.slice(to)])
    say(formText('moved', { name: nameOf(one), place: to + 1, count: value.length }))
  }
  const faultsOf = (nth: number) =>
    faults.filter(({ sub }) => sub.startsWith(`[${nth}]`)).map(({ words }) => words)
  const whole = faults.filter(({ sub }) => !/^\[\d+\]/.test(sub)).map(({ words }) => words)
  return (
    <fieldset class="many" id={id} tabIndex={-1} aria-describedby={`${id}-faults`}>
      <legend>{label}</legend>
      {hint && <p class="soft">{hint}</p>}
      <Faults id={id} list={whole} />
      {value.length === 0 && <p class="soft">{offerText('pickNone')}</p>}
      <ol class={ordered ? 'picked picked-ordered' : 'picked'}>
        {value.map((one, nth) => (
          <li key={one}>
            <span class="picked-name">
              {nameOf(one)}
              <Faults id={`${id}-${nth}`} list={faultsOf(nth)} />
            </span>
            <span class="picked-ends">
              {ordered && (
                <>
                  <RowButton label={offerText('upOf', { name: nameOf(one) })} onPress={() => move(one, -1)}>
                    ↑
                  </RowButton>
                  <RowButton label={offerText('downOf', { name: nameOf(one) })} onPress={() => move(one, 1)}>
                    ↓
                  </RowButton>
                </>
              )}
              <RowButton
                label={offerText('removeOf', { name: nameOf(one) })}
                onPress={() => {
                  onChange(value.filter((other) => other !== one))
                  search.current?.focus()
                }}
              >
                {formText('remove')}
              </RowButton>
            </span>
          </li>
        ))}
      </ol>
      <div class="field picked-find">
        <input
          ref={search}
          type="search"
          aria-label={`${label}: ${find ?? offerText('pickFind')}`}
          placeholder={find ?? offerText('pickFind')}
          autoComplete="off"
          spellcheck={false}
          value={typed}
          onInput={({ currentTarget }) => type(currentTarget.value)}
          onKeyDown={(event) => {
            const [first] = found
            if (event.key !== 'Enter') return
            event.preventDefault()
            if (first) take(first.value)
          }}
        />
      </div>
      <p role="status" class="visually-hidden">
        {said || (asked.length > 0 && offerText('pickFound', { count: formatNumber(found.length) }))}
      </p>
      {asked.length > 0 && (
        <ul class="picked-found">
          {found.slice(0, MOST).map((one) => (
            <li key={one.value}>
              <button type="button" class="button button-medium" onClick={() => take(one.value)}>
                {offerText('pickAdd', { name: one.words })}
                {one.group && <span class="soft"> {one.group}</span>}
              </button>
            </li>
          ))}
          {found.length === 0 && <li class="soft">{formText('nothingFound')}</li>}
        </ul>
      )}
    </fieldset>
  )

  function take(one: string): void {
    onChange([...value, one])
    type('')
    say('')
    search.current?.focus()
  }
}
