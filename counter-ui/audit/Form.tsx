// The form of a search: a number, a counter, a person, days.
import { useRef } from 'preact/hooks'
import type { AgencyPerson } from '../../server/live/agency.ts'
import { Button } from '../../screens/components/Button.tsx'
import type { Hall } from '../../screens/hall.ts'
import { pick } from '../../screens/i18n.ts'
import { Submit } from '../parts/Field.tsx'
import type { Staff } from '../session.ts'
import { type Filters, type AuditRecord, daysOf, fieldsOf, noFilters, writeFilters } from './record.ts'
import { auditText } from './texts.ts'

interface FormProps {
  hall: Hall
  me: Staff
  people: readonly AgencyPerson[]
  filters: Filters
  record: AuditRecord
  onSearch: (filters: Filters) => void
}

export function Form({ hall, me, people, filters, record, onSearch }: FormProps) {
  const form = useRef<HTMLFormElement>(null)
  const { first, last } = fieldsOf(filters)

  function submit(event: SubmitEvent): void {
    event.preventDefault()
    if (!form.current) return
    const given = new FormData(form.current)
    const text = (name: string) => String(given.get(name) ?? '').trim()
    onSearch({
      number: text('number'),
      counter: text('counter'),
      staff: text('staff'),
      device: filters.device,
      ...daysOf(text('first'), text('last')),
    })
  }

  return (
    <form class="audit-form" ref={form} onSubmit={submit}>
      <div class="audit-fields">
        <Input
          name="number"
          label={auditText('number')}
          hint={auditText('numberHint')}
          value={filters.number}
          maxLength={20}
        />
        <div class="field">
          <label for="audit-counter">{auditText('counter')}</label>
          <select id="audit-counter" name="counter">
            <option value="">{auditText('anyCounter')}</option>
            <Counters hall={hall} me={me} chosen={filters.counter} />
          </select>
        </div>
        <Input
          name="staff"
          label={auditText('person')}
          hint={auditText('personHint')}
          value={filters.staff}
          maxLength={100}
          list={people.map(({ username, name }) => ({ value: username, label: name }))}
        />
        <Input name="first" label={auditText('day')} hint={auditText('dayHint')} value={first} date />
        <Input name="last" label={auditText('until')} hint={auditText('untilHint')} value={last} date />
      </div>
      {filters.device !== '' && <p>{auditText('device', { device: filters.device })}</p>}
      <div class="audit-ends">
        <Submit busy={record.busy.value}>{auditText('search')}</Submit>
        {writeFilters(filters) !== '' && (
          <Button kind="quiet" icon="close" onPress={() => onSearch(noFilters)}>
            {auditText('clear')}
          </Button>
        )}
        <span class="audit-table">
          <a href={record.tableOf(filters)} download>
            {auditText('download')}
          </a>
          <span class="soft">{auditText('downloadHint')}</span>
        </span>
      </div>
    </form>
  )
}

/** The counters of one’s own agency; for a manager those of all, by agency. A counter that has left the plan stays selected. */
function Counters({ hall, me, chosen }: { hall: Hall; me: Staff; chosen: string }) {
  const answer = hall.answer.value
  if (!answer) return null
  const agencies = answer.agencies.filter(({ id }) => me.agency === null || id === me.agency)
  const isKnown = chosen === '' || hall.counters.value.has(chosen)
  return (
    <>
      {!isKnown && (
        <option value={chosen} selected>
          {chosen}
        </option>
      )}
      {agencies.map(({ id, name }) => (
        <optgroup key={id} label={pick(name)}>
          {answer.counters
            .filter(({ agency }) => agency === id)
            .map((counter) => (
              <option key={counter.id} value={counter.id} selected={counter.id === chosen}>
                {pick(counter.name)}
              </option>
            ))}
        </optgroup>
      ))}
    </>
  )
}

// A field of the search, with what it means if empty, and names to choose from.
interface InputProps {
  name: string
  label: string
  hint: string
  value: string
  date?: boolean
  maxLength?: number
  list?: readonly { value: string; label: string }[]
}

function Input({ name, label, hint, value, date, maxLength, list }: InputProps) {
  const id = `audit-${name}`
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        name={name}
        {...(date ? ({ type: 'date' } as const) : ({ type: 'text' } as const))}
        defaultValue={value}
        maxLength={maxLength}
        list={list && `${id}-list`}
        autoComplete="off"
        autoCapitalize="none"
        spellcheck={false}
        aria-describedby={`${id}-hint`}
      />
      {list && (
        <datalist id={`${id}-list`}>
          {list.map((one) => (
            <option key={one.value} value={one.value}>
              {one.label}
            </option>
          ))}
        </datalist>
      )}
      <p class="soft" id={`${id}-hint`}>
        {hint}
      </p>
    </div>
  )
}
