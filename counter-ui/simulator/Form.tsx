// What to try: the days, and the change in plain fields; whatever is empty stays as it was.
import { useId } from 'preact/hooks'
import type { ComponentChildren } from 'preact'
import { Button } from '../../screens/components/Button.tsx'
import type { Hall } from '../../screens/hall.ts'
import { ProblemLine } from '../parts/ProblemLine.tsx'
import { Submit } from '../parts/Field.tsx'
import { changeOf, type Draft, type Runs } from './runs.ts'
import { simulatorText } from './texts.ts'
import { counterName, serviceName } from './words.ts'

interface FormProps {
  hall: Hall
  runs: Runs
  draft: Draft
  /** The last day that can be tried. */
  latest: string
  change: (draft: Draft) => void
  onRun: () => Promise<void>
  busy: boolean
}

export function Form({ hall, runs, draft, latest, change, onRun, busy }: FormProps) {
  const set = (fields: Partial<Draft>) => change({ ...draft, ...fields })
  const counters = options(
    [...hall.counters.value.values()].map(({ id }) => id),
    (id) => counterName(hall, id),
  )
  const services = options(
    [...hall.services.value.values()].map(({ id }) => id),
    (id) => serviceName(hall, id),
  )
  const ofAgency = (counter: string) => {
    const { agency, services: own = [] } = hall.counters.value.get(counter) ?? {}
    return services.filter(({ id }) => hall.services.value.get(id)?.agency === agency && !own.includes(id))
  }

  return (
    <form
      class="part sim-form"
      aria-labelledby="sim-form-title"
      onSubmit={(event) => {
        event.preventDefault()
        if (!busy) void onRun()
      }}
    >
      <h2 id="sim-form-title">{simulatorText('formTitle')}</h2>
      <p>{simulatorText('formLead')}</p>
      <div class="sim-row">
        <Input
          type="date"
          label={simulatorText('from')}
          value={draft.from}
          max={latest}
          required
          onValue={(from) => set({ from })}
        />
        <Input
          type="date"
          label={simulatorText('to')}
          value={draft.to}
          max={latest}
          required
          onValue={(to) => set({ to })}
        />
      </div>

      <Group title={simulatorText('staffing')} open>
        <Rows
          title={simulatorText('openTitle')}
          add={simulatorText('addOpen')}
          rows={draft.open}
          empty={{ counter: counters[0]?.id ?? '', from: '08:00', to: '10:00' }}
          nameOf={({ counter }) => counterName(hall, counter)}
          onRows={(open) => set({ open })}
          row={(one, put) => (
            <>
              <Select
                label={simulatorText('counter')}
                value={one.counter}
                list={counters}
                onValue={(counter) => put({ ...one, counter })}
              />
              <FromTo of={one} onChange={put} />
            </>
          )}
        />
        <Rows
          title={simulatorText('sharedTitle')}
          add={simulatorText('addShared')}
          rows={draft.shared}
          empty={sharedFirst(counters, ofAgency)}
          nameOf={({ counter }) => counterName(hall, counter)}
          onRows={(shared) => set({ shared })}
          row={(one, put) => (
            <>
              <Select
                label={simulatorText('counter')}
                value={one.counter}
                list={counters}
                onValue={(counter) => put({ counter, service: ofAgency(counter)[0]?.id ?? '' })}
              />
              <Select
                label={simulatorText('service')}
                value={one.service}
                list={ofAgency(one.counter)}
                onValue={(service) => put({ ...one, service })}
              />
            </>
          )}
        />
      </Group>

      <Group title={simulatorText('rules')}>
        <Input
          type="number"
          label={simulatorText('priority')}
          hint={simulatorText('priorityHint')}
          value={draft.priority}
          min="0.1"
          max="1000"
          step="0.1"
          onValue={(priority) => set({ priority })}
        />
        <Input
          type="number"
          label={simulatorText('walk')}
          hint={simulatorText('asWas')}
          value={draft.walk}
          min="0"
          max="3600"
          onValue={(walk) => set({ walk })}
        />
        <Input
          type="number"
          label={simulatorText('late')}
          hint={simulatorText('asWas')}
          value={draft.late}
          min="0"
          max="3600"
          onValue={(late) => set({ late })}
        />
        {!draft.noSecond && (
          <Input
            type="number"
            label={simulatorText('second')}
            hint={simulatorText('asWas')}
            value={draft.second}
            min="1"
            max="3600"
            onValue={(second) => set({ second })}
          />
        )}
        <label class="sim-check">
          <input
            type="checkbox"
            checked={draft.noSecond}
            onChange={() => set({ noSecond: !draft.noSecond })}
          />
          <span>{simulatorText('noSecond')}</span>
        </label>
      </Group>

      <Group title={simulatorText('hoursQuotas')}>
        <Rows
          title={simulatorText('hoursTitle')}
          add={simulatorText('addHours')}
          rows={draft.hours}
          empty={{ from: '08:00', to: '15:30' }}
          nameOf={({ from, to }) => `${from}–${to}`}
          onRows={(hours) => set({ hours })}
          row={(one, put) => (
            <>
              <FromTo of={one} onChange={put} />
            </>
          )}
        />
        <Rows
          title={simulatorText('quotaTitle')}
          add={simulatorText('addQuota')}
          rows={draft.quotas}
          empty={{ service: services[0]?.id ?? '', quota: '50' }}
          nameOf={({ service }) => serviceName(hall, service)}
          onRows={(quotas) => set({ quotas })}
          row={(one, put) => (
            <>
              <Select
                label={simulatorText('service')}
                value={one.service}
                list={services}
                onValue={(service) => put({ ...one, service })}
              />
              <Input
                type="number"
                label={simulatorText('quota')}
                value={one.quota}
                min="1"
                max="100000"
                required
                onValue={(quota) => put({ ...one, quota })}
              />
            </>
          )}
        />
      </Group>

      <ProblemLine problem={runs.problem.value} text={undefined} />
      <Submit busy={busy}>{simulatorText('run')}</Submit>
      <p class="soft sim-summary">
        {Object.keys(changeOf(draft)).length === 0 ? simulatorText('nothing') : ''}
      </p>
    </form>
  )
}

interface Option {
  readonly id: string
  readonly words: string
}

function options(ids: readonly string[], nameOf: (id: string) => string): Option[] {
  return ids
    .map((id) => ({ id, words: nameOf(id) }))
    .sort((one, other) => one.words.localeCompare(other.words, undefined, { numeric: true }))
}

function sharedFirst(counters: readonly Option[], ofAgency: (counter: string) => readonly Option[]) {
  const counter = counters.find(({ id }) => ofAgency(id).length > 0)?.id ?? ''
  return { counter, service: ofAgency(counter)[0]?.id ?? '' }
}

function Group({ title, open, children }: { title: string; open?: boolean; children: ComponentChildren }) {
  return (
    <details class="sim-group" open={open}>
      <summary>{title}</summary>
      <div class="sim-group-parts">{children}</div>
    </details>
  )
}

interface RowsProps<T> {
  title: string
  add: string
  rows: readonly T[]
  empty: T
  nameOf: (row: T) => string
  onRows: (rows: readonly T[]) => void
  row: (row: T, put: (row: T) => void) => ComponentChildren
}

function Rows<T>({ title, add, rows, empty, nameOf, onRows, row }: RowsProps<T>) {
  return (
    <fieldset class="sim-rows">
      <legend>{title}</legend>
      {rows.map((one, nth) => (
        <div key={nth} class="sim-row">
          {row(one, (put) => onRows(rows.map((other, at) => (at === nth ? put : other))))}
          <Button
            kind="quiet"
            label={simulatorText('removeOf', { what: nameOf(one) })}
            onPress={() => onRows(rows.filter((_, at) => at !== nth))}
          >
            {simulatorText('remove')}
          </Button>
        </div>
      ))}
      <Button onPress={() => onRows([...rows, empty])}>{add}</Button>
    </fieldset>
  )
}

/** From when to when, as times of day. */
function FromTo<T extends { from: string; to: string }>({
  of,
  onChange,
}: {
  of: T
  onChange: (changed: T) => void
}) {
  return (
    <>
      <Input
        type="time"
        label={simulatorText('fromTime')}
        value={of.from}
        required
        onValue={(from) => onChange({ ...of, from })}
      />
      <Input
        type="time"
        label={simulatorText('toTime')}
        value={of.to}
        required
        onValue={(to) => onChange({ ...of, to })}
      />
    </>
  )
}

interface InputProps {
  type: 'date' | 'time' | 'number'
  label: string
  hint?: string
  value: string
  min?: string
  max?: string
  step?: string
  required?: boolean
  onValue: (value: string) => void
}

function Input({ label, hint, value, onValue, ...rest }: InputProps) {
  const id = useId()
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        {...rest}
        value={value}
        aria-describedby={hint && `${id}-hint`}
        onInput={(event) => onValue(event.currentTarget.value)}
      />
      {hint && (
        <span id={`${id}-hint`} class="soft">
          {hint}
        </span>
      )}
    </div>
  )
}

function Select({
  label,
  value,
  list,
  onValue,
}: {
  label: string
  value: string
  list: readonly Option[]
  onValue: (value: string) => void
}) {
  const id = useId()
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onValue(event.currentTarget.value)}>
        {list.map((one) => (
          <option key={one.id} value={one.id}>
            {one.words}
          </option>
        ))}
      </select>
    </div>
  )
}
