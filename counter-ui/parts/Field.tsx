// A labelled field of a form. A `secret` can be shown: people who cannot see a long password choose a short one.
import { useRef, useState } from 'preact/hooks'
import type { ComponentChildren } from 'preact'
import { formatNumber } from '../../screens/format.ts'
import { staffText } from '../texts.ts'

interface FieldProps {
  name: string
  label: string
  hint?: string
  autoComplete?: 'username' | 'current-password' | 'new-password'
  required?: boolean
  secret?: boolean
  /** A name or code: a phone's keyboard must not correct it. */
  plain?: boolean
  /** In characters; anything longer is reported and not sent. */
  maxLength?: number
  /** What it must look like, as an HTML pattern. */
  pattern?: string
  /** Its initial content. */
  value?: string
}

let count = 0

export function Field({
  name,
  label,
  hint,
  autoComplete,
  required,
  secret,
  plain,
  maxLength,
  pattern,
  value,
}: FieldProps) {
  const [shown, show] = useState(false)
  const tooLong = useTooLong(maxLength)
  const id = useRef('')
  if (!id.current) id.current = `field-${(count += 1)}`
  return (
    <div class="field">
      <label for={id.current}>{label}</label>
      <input
        id={id.current}
        name={name}
        {...(secret && !shown ? ({ type: 'password' } as const) : ({ type: 'text' } as const))}
        required={required}
        onInput={tooLong.onInput}
        aria-invalid={tooLong.words !== '' || undefined}
        aria-errormessage={`${id.current}-long`}
        pattern={pattern}
        defaultValue={value}
        autoComplete={autoComplete ?? 'off'}
        autoCapitalize={plain || secret ? 'none' : 'sentences'}
        spellcheck={!plain && !secret}
        aria-describedby={hint && `${id.current}-hint`}
      />
      {maxLength !== undefined && <TooLong id={`${id.current}-long`} words={tooLong.words} />}
      {hint && (
        <p class="soft" id={`${id.current}-hint`}>
          {hint}
        </p>
      )}
      {secret && (
        <label class="tick">
          <input type="checkbox" checked={shown} onChange={() => show(!shown)} />
          <span>{staffText('showPassword')}</span>
        </label>
      )}
    </div>
  )
}

// Text that is too long stays as it was typed or pasted, is reported, and can't be sent: the browser's own limit
// would cut off the rest silently.
type Typed = HTMLInputElement | HTMLTextAreaElement

/** Watches a field for more than `most` characters; `words` is empty while there are not too many. */
export function useTooLong(most: number | undefined) {
  const [words, say] = useState('')
  function onInput({ currentTarget }: { currentTarget: Typed }): void {
    // Counted as the server does: an emoji is one, not two.
    const count = [...currentTarget.value].length
    const tooMany = most !== undefined && count > most
    const fault = tooMany
      ? staffText('tooLong', { count: formatNumber(count), most: formatNumber(most) })
      : ''
    currentTarget.setCustomValidity(fault)
    say(fault)
  }
  return { words, onInput }
}

export function TooLong({ id, words }: { id: string; words: string }) {
  return (
    <div class="problem" role="alert" id={id}>
      {words && <p class="problem-words">{words}</p>}
    </div>
  )
}

// One of a few, as a row of chips. Underneath they are radio buttons: arrows move, and screen readers know what it is.

interface ChoicesProps<V extends string> {
  legend: string
  hint?: string
  name: string
  options: readonly { value: V; words: string }[]
  value: V
  onChange: (value: V) => void
}

export function Choices<V extends string>(props: ChoicesProps<V>) {
  const { legend, hint, name, options, value, onChange } = props
  return (
    <fieldset class="choices">
      <legend>
        {legend} {hint && <span class="soft">({hint})</span>}
      </legend>
      {options.map((option) => (
        <label key={option.value} class="chip">
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          <span>{option.words}</span>
        </label>
      ))}
    </fieldset>
  )
}

// The button that sends a form: Enter in any field presses it too.

export function Submit({
  busy,
  disabled,
  large,
  children,
}: {
  busy: boolean
  disabled?: boolean
  large?: boolean
  children: ComponentChildren
}) {
  return (
    <button
      type="submit"
      class={`button button-primary button-${large ? 'large' : 'medium'}`}
      disabled={disabled}
      aria-busy={busy}
      aria-disabled={busy || undefined}
    >
      {busy && <span class="spinner" aria-hidden="true" />}
      <span>{children}</span>
    </button>
  )
}
