// The parts of the plan's forms: a text in all the hall's languages, a short text, a number with its unit, one of
// several, many of several. Each shows its faults where they can be fixed.
import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import type { Text } from '../../../server/hall/plan.ts'
import { Icon } from '../../../screens/icons.tsx'
import { isKey, language, pick } from '../../../screens/i18n.ts'
import { lookUp } from '../../../screens/look-up.ts'
import { draft } from '../draft/draft.ts'
import type { PlacedFault } from '../draft/faults.ts'
import { draftText, id as texts } from '../draft/texts.ts'
import { fold } from '../shell/find.ts'
import { formText } from './texts.ts'
import type { FieldOf } from './use-fields.ts'
import './form.css'

interface Shared {
  /** An example of what to write. */
  hint?: ComponentChildren
}

/** What is wrong with a field, below it. */
export function Faults({ id, list }: { id: string; list: readonly string[] }) {
  return (
    <div id={`${id}-faults`} class="field-faults">
      {list.map((words) => (
        <p key={words} class="field-fault">
          <Icon name="warning" />
          <span>{words}</span>
        </p>
      ))}
    </div>
  )
}

function Hint({ id, children }: { id: string; children: ComponentChildren }) {
  return children ? (
    <p class="soft" id={`${id}-hint`}>
      {children}
    </p>
  ) : null
}

/** Attributes for the control: what describes it, and whether it is faulty. */
const about = (id: string, hint: unknown, list: readonly unknown[]) => ({
  'aria-describedby': `${hint ? `${id}-hint ` : ''}${id}-faults`,
  'aria-invalid': list.length > 0 || undefined,
})

const wordsOf = (faults: readonly PlacedFault[]) => [...new Set(faults.map(({ words }) => words))]

/** `Indonesia`, `Inggris`: a language in the language shown. */
export function languageName(code: string): string {
  // Many browsers have no name for the languages of Indonesia’s regions.
  const key = `language.${code}` as const
  if (isKey(texts, key)) return draftText(key)
  try {
    return new Intl.DisplayNames([language.value], { type: 'language' }).of(code) ?? code
  } catch {
    return code
  }
}

/** The languages that every text of the plan needs: always Indonesian and English, then the hall's others. */
export function planLanguages(): string[] {
  const plan = draft.plan.value
  return [...new Set(['id', 'en', ...(plan ? plan.languages : [])])]
}

/** A text in all the plan's languages, one line each. */
export function TextsField(props: FieldOf<Text> & Shared) {
  const { id, label, value, faults, onChange, hint } = props
  return (
    <fieldset class="texts">
      <legend>{label}</legend>
      <Hint id={id}>{hint}</Hint>
      {planLanguages().map((code, nth) => {
        const own = nth === 0 ? id : `${id}-${code}`
        const name = languageName(code)
        const wrong = wordsOf(
          faults.filter((one) => one.sub === code || (nth === 0 && !planLanguages().includes(one.sub))),
        )
        return (
          <div key={code} class="field texts-line">
            <label for={own}>{name}</label>
            <input
              id={own}
              type="text"
              lang={code}
              autoComplete="off"
              value={lookUp(value, code) ?? ''}
              {...about(own, undefined, wrong)}
              onInput={({ currentTarget }) => onChange({ ...value, [code]: currentTarget.value })}
            />
            <Faults id={own} list={wrong} />
          </div>
        )
      })}
    </fieldset>
  )
}

interface ScriptFieldProps {
  field: FieldOf<Text>
  label: string
  hint: string
}

/**
 * The name in Balinese letters, which boards show above it: the text in `ban`, which a plan may have without offering
 * that language. Nothing if the language is offered, as it then has a line of its own.
 */
export function ScriptField({ field, label, hint }: ScriptFieldProps) {
  if (planLanguages().includes('ban')) return null
  const { id, value, onChange } = field
  return (
    <TextField
      id={`${id}-ban`}
      label={label}
      hint={hint}
      value={lookUp(value, 'ban') ?? ''}
      faults={[]}
      onChange={(next) => {
        const rest = Object.fromEntries(Object.entries(value).filter(([code]) => code !== 'ban'))
        const script = next === '' ? [] : [['ban', next] as const]
        onChange({ ...rest, ...Object.fromEntries(script), id: value.id, en: value.en })
      }}
    />
  )
}

interface OptionalTextsProps extends FieldOf<Text | undefined>, Shared {}

/** The same for a text that the plan may leave out: it is left out while every line is empty. */
export function OptionalTextsField({ value, onChange, ...rest }: OptionalTextsProps) {
  return (
    <TextsField
      {...rest}
      value={value ?? { id: '', en: '' }}
      onChange={(next) => onChange(Object.values(next).some((text) => text !== '') ? next : undefined)}
    />
  )
}

interface TextFieldProps extends FieldOf<string>, Shared {
  /** A code: capital letters only, no corrections by a phone's keyboard. */
  code?: boolean
  /** The field's width in characters. */
  size?: number
}

export function TextField({ id, label, value, faults, onChange, hint, code = false, size }: TextFieldProps) {
  const wrong = wordsOf(faults)
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        type="text"
        autoComplete="off"
        autoCapitalize={code ? 'characters' : 'sentences'}
        spellcheck={!code}
        size={size}
        class={size === undefined ? undefined : 'field-short'}
        value={value}
        {...about(id, hint, wrong)}
        onInput={({ currentTarget }) =>
          onChange(code ? currentTarget.value.toUpperCase() : currentTarget.value)
        }
      />
      <Faults id={id} list={wrong} />
      <Hint id={id}>{hint}</Hint>
    </div>
  )
}

interface NumberFieldProps<Value> extends FieldOf<Value>, Shared {
  /** `detik`, `menit`. */
  unit: string
  least: number
  most: number
  /** Whether fractions are allowed. */
  parts?: boolean
  /** Shown as an example if something else was typed. */
  example: number
  /** What an empty field means for the plan, if it may be empty. */
  empty?: Value
}

/** A number. Anything else stays as typed, is reported, and is not put into the plan. */
export function NumberField<Value extends number | null | undefined>(props: NumberFieldProps<Value>) {
  const { id, label, value, faults, onChange, hint, unit, least, most, parts = false, example } = props
  const shown = value === null || value === undefined ? '' : String(value).replace('.', ',')
  const [typed, type] = useState<string | null>(null)
  const mayBeEmpty = 'empty' in props
  const fault = typed === null ? '' : faultOf(typed)
  const wrong = fault === '' ? wordsOf(faults) : [fault]
  function faultOf(text: string): string {
    if (text.trim() === '') return mayBeEmpty ? '' : draftText('empty')
    const number = numberIn(text)
    if (Number.isNaN(number)) return formText('notNumber', { example })
    if (!parts && !Number.isInteger(number)) return formText('notWhole', { example })
    return number < least || number > most ? formText('between', { least, most, unit }) : ''
  }
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <div class="number">
        <input
          id={id}
          type="text"
          inputMode={parts ? 'decimal' : 'numeric'}
          autoComplete="off"
          size={8}
          value={typed ?? shown}
          {...about(id, hint, wrong)}
          onInput={({ currentTarget }) => {
            const text = currentTarget.value
            type(text)
            if (faultOf(text) !== '') return
            onChange((text.trim() === '' ? props.empty : numberIn(text)) as Value)
          }}
          // Valid input is rewritten in the plan's form.
          onBlur={() => fault === '' && type(null)}
        />
        <span aria-hidden="true">{unit}</span>
      </div>
      <Faults id={id} list={wrong} />
      <Hint id={id}>{hint}</Hint>
    </div>
  )
}

/** Written as here (`2,5`) or as a program would (`2.5`). */
const numberIn = (text: string): number =>
  /^\s*\d+(?:[.,]\d+)?\s*$/.test(text) ? Number(text.replace(',', '.')) : Number.NaN

export interface Option<V extends string = string> {
  value: V
  words: string
  /** A heading above it. */
  group?: string
}

interface ChoiceFieldProps<V extends string> extends FieldOf<V>, Shared {
  options: readonly Option<V>[]
  /** The label for choosing nothing; left out: something must be chosen. */
  none?: string
}

/** One of several, as the browser's own list. */
export function ChoiceField<V extends string>(props: ChoiceFieldProps<V>) {
  const { id, label, value, faults, onChange, hint, options, none } = props
  const wrong = wordsOf(faults)
  const isThere = value === '' || options.some((one) => one.value === value)
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select
        id={id}
        value={value}
        {...about(id, hint, wrong)}
        onChange={({ currentTarget }) => onChange(currentTarget.value as V)}
      >
        {(value === '' || none !== undefined) && <option value="">{none ?? formText('choose')}</option>}
        {!isThere && <option value={value}>{formText('gone')}</option>}
        {options.map((one) => (
          <option key={one.value} value={one.value}>
            {one.words}
          </option>
        ))}
      </select>
      <Faults id={id} list={wrong} />
      <Hint id={id}>{hint}</Hint>
    </div>
  )
}

/** From this many on, a list of ticks can be searched. */
const LONG = 9

/** Many of several, as ticks; a long list is searched, and ticked as far as it is shown. */
export function ManyField(props: FieldOf<string[]> & Shared & { options: readonly Option[] }) {
  const { id, label, value, faults, onChange, hint, options } = props
  const [typed, type] = useState('')
  const wrong = wordsOf(faults)
  const chosen = new Set(value)
  const known = new Set(options.map((one) => one.value))
  const asked = fold(typed)
  const shown = options.filter(({ words, group = '' }) => fold(`${words} ${group}`).includes(asked))
  const gone = value.filter((one) => !known.has(one))
  const turn = (some: readonly string[], isOn: boolean) => {
    const left = value.filter((one) => isOn || !some.includes(one))
    onChange(isOn ? [...left, ...some.filter((one) => !chosen.has(one))] : left)
  }
  const areAll = shown.length > 0 && shown.every((one) => chosen.has(one.value))
  return (
    <fieldset class="many" id={id} tabIndex={-1} {...about(id, hint, wrong)}>
      <legend>
        {label}{' '}
        <span class="soft">
          {value.length === 0 ? formText('noneChosen') : formText('chosen', { count: value.length })}
        </span>
      </legend>
      <Hint id={id}>{hint}</Hint>
      <Faults id={id} list={wrong} />
      {options.length >= LONG && (
        <div class="field many-find">
          <input
            type="search"
            aria-label={formText('filter', { label: label.toLowerCase() })}
            placeholder={formText('filter', { label: label.toLowerCase() })}
            autoComplete="off"
            spellcheck={false}
            value={typed}
            onInput={({ currentTarget }) => type(currentTarget.value)}
          />
          <button
            type="button"
            class="button button-quiet button-medium"
            disabled={shown.length === 0}
            onClick={() =>
              turn(
                shown.map((one) => one.value),
                !areAll,
              )
            }
          >
            {formText(areAll ? 'nonesShown' : 'allShown')}
          </button>
        </div>
      )}
      <div class="many-list">
        {gone.map((one) => (
          <label key={one} class="tick tick-row">
            <input type="checkbox" checked onChange={() => turn([one], false)} />
            <span>{formText('gone')}</span>
          </label>
        ))}
        {shown.map((one, nth) => (
          <div key={one.value}>
            {one.group && one.group !== shown[nth - 1]?.group && <p class="soft many-group">{one.group}</p>}
            <label class="tick tick-row">
              <input
                type="checkbox"
                checked={chosen.has(one.value)}
                onChange={({ currentTarget }) => turn([one.value], currentTarget.checked)}
              />
              <span>{one.words}</span>
            </label>
          </div>
        ))}
        {shown.length === 0 && <p class="soft">{formText('nothingFound')}</p>}
      </div>
    </fieldset>
  )
}

/** The things of a list as options, in the plan's order. */
export const optionsOf = (things: readonly { id: string; name: Text }[]): Option[] =>
  things.map(({ id, name }) => ({ value: id, words: pick(name) || formText('noName') }))
