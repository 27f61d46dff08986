// The form of a service's standard: the six components besides its requirements, and what it is based on. For the
// service's form in the draft, and for what a supervisor proposes.
import type { Text } from '../../../server/hall/plan.ts'
import type { Standard } from '../../../server/hall/standard.ts'
import { Button } from '../../../screens/components/Button.tsx'
import { Faults } from '../form/fields.tsx'
import { put } from '../draft/edit.ts'
import type { PlacedFault } from '../draft/faults.ts'
import { standardText } from './texts.ts'
import { Attached, Words } from './Attached.tsx'
import './standard.css'

interface Props {
  /** A prefix for the fields' ids, unique on the page. */
  readonly id: string
  readonly service: { readonly requirements: readonly unknown[]; readonly standard?: Standard | undefined }
  /** The hall's languages; Indonesian and English are among them. */
  readonly languages: readonly string[]
  /** Undefined: nothing is left in it. */
  readonly onChange: (standard: Standard | undefined) => void
  readonly faults?: readonly PlacedFault[]
  /** Whether files of the other components can be attached: a supervisor does not see them. */
  readonly attach?: boolean
}

type Component = 'requirements' | 'procedure' | 'time' | 'fee' | 'product' | 'complaints'

/** Which of the six components nobody has filled in yet, counted as by the server. */
export function missingOf({ requirements, standard = {} }: Props['service']): Component[] {
  const { nothingNeeded, procedure = [] } = standard
  const known: Record<Component, boolean> = {
    requirements: requirements.length > 0 || nothingNeeded === true,
    procedure: procedure.length > 0,
    time: standard.time !== undefined,
    fee: standard.fee !== undefined,
    product: standard.product !== undefined,
    complaints: standard.complaints !== undefined,
  }
  return (Object.keys(known) as Component[]).filter((one) => !known[one])
}

const single = ['time', 'fee', 'product', 'complaints'] as const

export function StandardFields({ id, service, languages, onChange, faults = [], attach = true }: Props) {
  const { standard = {}, requirements } = service
  const missing = missingOf(service)
  const set = <K extends keyof Standard>(field: K, value: Standard[K] | undefined) => {
    const next = put(standard, field, value)
    onChange(Object.keys(next).length > 0 ? next : undefined)
  }
  return (
    <div class="standard fields" id={id} tabIndex={-1}>
      <p class="soft">{standardText('lead')}</p>
      <p role="status">
        {missing.length === 0
          ? standardText('whole')
          : standardText('missing', { parts: missing.map((one) => standardText(`part.${one}`)).join(', ') })}
      </p>
      <Faults id={id} list={[...new Set(faults.map(({ words }) => words))]} />
      {standard.confirmed === false && (
        <div class="standard-unsure" role="note">
          <p>
            <span class="standard-mark">{standardText('unconfirmed')}</span> {standardText('unconfirmedLead')}
          </p>
          <Button onPress={() => set('confirmed', undefined)}>{standardText('right')}</Button>
        </div>
      )}
      {requirements.length === 0 && (
        <label class="tick">
          <input
            type="checkbox"
            checked={standard.nothingNeeded === true}
            onChange={({ currentTarget }) => set('nothingNeeded', currentTarget.checked ? true : undefined)}
          />
          <span>{standardText('nothingNeeded')}</span>
        </label>
      )}
      <Steps
        id={`${id}-procedure`}
        steps={standard.procedure ?? []}
        languages={languages}
        onChange={(steps) => set('procedure', steps.length > 0 ? steps : undefined)}
      />
      {single.map((field) => (
        <Words
          key={field}
          id={`${id}-${field}`}
          label={standardText(field)}
          hint={standardText(`${field}Hint`)}
          languages={languages}
          value={standard[field]}
          onChange={(value) => set(field, value)}
        />
      ))}
      <Decree id={id} decree={standard.decree} onChange={(decree) => set('decree', decree)} />
      <Day
        id={`${id}-reviewed`}
        label={standardText('reviewed')}
        value={standard.reviewed}
        onChange={(day) => set('reviewed', day)}
      />
      <Words
        id={`${id}-heard`}
        label={standardText('heard')}
        hint={standardText('heardHint')}
        languages={languages}
        value={standard.heard}
        onChange={(value) => set('heard', value)}
      />
      {attach && (
        <Attached
          id={`${id}-files`}
          files={standard.files ?? []}
          onChange={(files) => set('files', files.length > 0 ? files : undefined)}
        />
      )}
    </div>
  )
}

interface StepsProps {
  readonly id: string
  readonly steps: readonly Text[]
  readonly languages: readonly string[]
  readonly onChange: (steps: Text[]) => void
}

function Steps({ id, steps, languages, onChange }: StepsProps) {
  const swap = (from: number, to: number) => {
    const next = [...steps]
    const [one] = next.splice(from, 1)
    if (one) next.splice(to, 0, one)
    onChange(next)
  }
  return (
    <fieldset class="texts standard-steps" id={id} tabIndex={-1}>
      <legend>{standardText('procedure')}</legend>
      <p class="soft">{standardText('procedureHint')}</p>
      <ol>
        {steps.map((step, nth) => {
          const place = nth + 1
          return (
            <li key={nth}>
              <Words
                id={`${id}-${nth}`}
                label={standardText('step', { place })}
                languages={languages}
                value={step}
                onChange={(value) =>
                  onChange(steps.map((one, at) => (at === nth ? (value ?? { id: '', en: '' }) : one)))
                }
              />
              <p class="standard-tools">
                <Button
                  kind="quiet"
                  disabled={nth === 0}
                  label={standardText('stepUp', { place })}
                  onPress={() => swap(nth, nth - 1)}
                >
                  ↑
                </Button>
                <Button
                  kind="quiet"
                  disabled={place === steps.length}
                  label={standardText('stepDown', { place })}
                  onPress={() => swap(nth, place)}
                >
                  ↓
                </Button>
                <Button
                  kind="quiet"
                  icon="close"
                  label={standardText('removeStep', { place })}
                  onPress={() => onChange(steps.filter((_, at) => at !== nth))}
                />
              </p>
            </li>
          )
        })}
      </ol>
      <Button icon="plus" onPress={() => onChange([...steps, { id: '', en: '' }])}>
        {standardText('addStep')}
      </Button>
    </fieldset>
  )
}

interface DecreeProps {
  readonly id: string
  readonly decree: Standard['decree']
  readonly onChange: (decree: Standard['decree']) => void
}

function Decree({ id, decree, onChange }: DecreeProps) {
  const { number = '', day = '' } = decree ?? {}
  const say = (next: { number: string; day: string }) =>
    onChange(next.number === '' && next.day === '' ? undefined : next)
  return (
    <div class="field-grid">
      <div class="field">
        <label for={`${id}-decree-number`}>{standardText('decreeNumber')}</label>
        <input
          id={`${id}-decree-number`}
          type="text"
          autoComplete="off"
          maxLength={120}
          value={number}
          onInput={({ currentTarget }) => say({ number: currentTarget.value, day })}
        />
        {(number === '') !== (day === '') && <p class="soft">{standardText('decreeBoth')}</p>}
      </div>
      <Day
        id={`${id}-decree-day`}
        label={standardText('decreeDay')}
        value={day}
        onChange={(next) => say({ number, day: next ?? '' })}
      />
    </div>
  )
}

interface DayProps {
  readonly id: string
  readonly label: string
  readonly value: string | undefined
  readonly onChange: (day: string | undefined) => void
}

function Day({ id, label, value, onChange }: DayProps) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        type="date"
        value={value ?? ''}
        onInput={({ currentTarget }) => onChange(currentTarget.value || undefined)}
      />
    </div>
  )
}
