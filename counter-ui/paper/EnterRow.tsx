// One slip being typed, by keyboard alone: Enter moves to the next field, and saves at the end. Anything wrong is said
// at its field.
import { useEffect, useRef, useState } from 'preact/hooks'
import { pick } from '../../screens/i18n.ts'
import type { Problem } from '../../screens/command.ts'
import { Button } from '../../screens/components/Button.tsx'
import type { PaperDay } from '../../server/http/commands/paper-shapes.ts'
import { formatDay } from '../../screens/format.ts'
import { ProblemLine } from '../parts/ProblemLine.tsx'
import type { PaperDesk } from './desk.ts'
import { BecauseField } from './Entered.tsx'
import {
  faultOf,
  type Field,
  fieldOfRefusal,
  notedOf,
  OUTCOMES,
  type RowFields,
  TIMES,
  slipTyped,
  slipWhole,
  timeTyped,
} from './row.ts'
import { ServiceField } from './ServiceField.tsx'
import { emergencyText } from './texts.ts'

interface EnterRowProps {
  desk: PaperDesk
  row: RowFields
  day: PaperDay
  nth: number
  onSaved: () => void
}

const CHECKED: readonly Field[] = ['number', 'service', ...TIMES, 'counter']

export function EnterRow({ desk, row, day, nth, onSaved }: EnterRowProps) {
  const box = useRef<HTMLFieldSetElement>(null)
  const [busy, setBusy] = useState(false)
  const sheet = desk.sheet.value ? desk.sheet.value.sheet : null
  const id = (field: string) => `row-${row.id}-${field}`
  const change = (more: Partial<RowFields>) => {
    const now = desk.rows.value.find((one) => one.id === row.id)
    if (now) desk.put({ ...now, ...more })
  }
  /** While being typed it no longer counts as wrong, until it is checked again. */
  const type = (field: Field, more: Partial<RowFields>) =>
    change({ ...more, faults: { ...row.faults, [field]: undefined }, problem: null })

  const cells = () => Array.from(box.current?.querySelectorAll<HTMLElement>('[data-cell]') ?? [])
  const focus = (field: Field) => {
    cells()
      .find((cell) => cell.dataset['cell'] === field)
      ?.focus()
  }

  /** Checks a field when it is left; the number also with the server. */
  function leave(field: Field): void {
    const now = desk.rows.value.find((one) => one.id === row.id)
    if (!now || isEmpty(now)) return
    const fault = faultOf(now, field, day, sheet)
    const time = TIMES.find((one) => one === field)
    const plain = time && timeTyped(now[time])
    change({
      ...(time && plain && { [time]: plain.replace(':', '.') }),
      faults: { ...now.faults, [field]: fault },
    })
    if (field === 'number' && fault === undefined) void lookAtNumber(now)
  }

  async function lookAtNumber(now: RowFields): Promise<void> {
    const typed = slipTyped(now.number, sheet)
    if (!typed || now.correcting) return
    const number = slipWhole(typed)
    change({ number })
    const outcome = await desk.readSheet(typed.sheet)
    const there = desk.rows.value.find((one) => one.id === row.id)
    // Somebody has typed on meanwhile.
    if (!there || there.number !== number) return
    if (!outcome.ok) return refused(outcome.problem)
    const slip = outcome.data.slips.find((one) => one.slip === typed.slip)
    const code = !slip ? 'unknown' : slip.check !== typed.check ? 'check' : slip.entry ? 'entered' : null
    if (code) change({ faults: { ...there.faults, number: emergencyText(`wrong.${code}`) } })
    else if (outcome.data.day !== null && outcome.data.day !== desk.day.value)
      change({ faults: { ...there.faults, number: dayWords(outcome.data.day) } })
  }

  function refused(problem: Problem): void {
    const there = desk.rows.value.find((one) => one.id === row.id)
    if (!there) return
    const field = fieldOfRefusal(problem)
    const isDay = problem.about !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(problem.about)
    const words = `${problem.detail || problem.title}${isDay ? ` ${dayWords(String(problem.about))}` : ''}`
    if (field === null || (field === 'day' && !there.correcting)) change({ problem })
    else {
      change({ faults: { ...there.faults, [field]: words } })
      focus(field)
    }
  }

  async function save(): Promise<void> {
    const now = desk.rows.value.find((one) => one.id === row.id)
    if (!now || busy) return
    const faults = Object.fromEntries(CHECKED.map((field) => [field, faultOf(now, field, day, sheet)]))
    const first = CHECKED.find((field) => faults[field] !== undefined)
    change({ faults, problem: null })
    const slip = slipTyped(now.number, sheet)
    if (first !== undefined || !slip) return focus(first ?? 'number')
    setBusy(true)
    const problem = await desk.save(now, slip, notedOf(now, day))
    setBusy(false)
    if (problem) return refused(problem)
    onSaved()
  }

  /** Enter goes on; with Ctrl it saves from wherever it is. */
  function onKey(event: KeyboardEvent): void {
    if (event.key === 'Escape' && row.correcting) desk.drop(row)
    if (event.key !== 'Enter' || event.defaultPrevented || event.target instanceof HTMLButtonElement) return
    event.preventDefault()
    if (event.repeat) return
    const all = cells()
    const at = all.indexOf(event.target as HTMLElement)
    const next = event.ctrlKey ? undefined : all[at + 1]
    if (next) next.focus()
    else void save()
  }

  const keys = useRef(onKey)
  keys.current = onKey
  useEffect(() => {
    const listen = (event: KeyboardEvent) => keys.current(event)
    box.current?.addEventListener('keydown', listen)
    if (row.isNext) cells()[row.correcting ? 1 : 0]?.focus()
    return () => box.current?.removeEventListener('keydown', listen)
  }, [])

  const text = (field: 'number' | 'counter' | (typeof TIMES)[number], hint?: string) => {
    const fault = row.faults[field]
    const told = [fault && id(`${field}-fault`), hint && id(`${field}-hint`)].filter(Boolean).join(' ')
    return (
      <div class={`field paper-cell paper-${field}`}>
        <label for={id(field)}>{emergencyText(field)}</label>
        <input
          id={id(field)}
          data-cell={field}
          type="text"
          inputMode={field === 'counter' ? 'text' : 'decimal'}
          autoComplete="off"
          spellcheck={false}
          readOnly={field === 'number' && row.correcting !== null}
          value={row[field]}
          aria-invalid={fault !== undefined || undefined}
          aria-describedby={told || undefined}
          onInput={({ currentTarget }) => type(field, { [field]: currentTarget.value })}
          onBlur={() => leave(field)}
        />
        <Fault id={id(`${field}-fault`)} words={fault} />
        {hint && (
          <p class="visually-hidden" id={id(`${field}-hint`)}>
            {hint}
          </p>
        )}
      </div>
    )
  }
  const requirements = day.services.find((one) => one.id === row.service)?.requirements ?? []

  return (
    <fieldset class="paper-row" ref={box} aria-busy={busy}>
      <legend>
        {row.correcting
          ? emergencyText('rowCorrect', { number: row.correcting.number })
          : emergencyText('row', { nth })}
      </legend>
      <div class="paper-cells">
        {text('number', emergencyText('numberHint'))}
        <ServiceField
          id={id('service')}
          day={day}
          words={row.serviceWords}
          fault={row.faults.service}
          onType={(serviceWords) => type('service', { serviceWords, service: null, missing: [] })}
          onChoose={(service) =>
            type('service', { service: service.id, serviceWords: pick(service.name), missing: [] })
          }
          onLeave={() => leave('service')}
        />
        {TIMES.map((field) => text(field))}
        <div class="field paper-cell paper-outcome">
          <label for={id('outcome')}>{emergencyText('outcome')}</label>
          <select
            id={id('outcome')}
            data-cell="outcome"
            value={row.outcome}
            onChange={({ currentTarget }) => {
              const outcome = OUTCOMES.find((one) => one === currentTarget.value)
              if (outcome) type('outcome', { outcome })
            }}
          >
            {OUTCOMES.map((one) => (
              <option key={one} value={one}>
                {emergencyText(`outcome.${one}`)}
              </option>
            ))}
          </select>
        </div>
        {text('counter', emergencyText('counterHint'))}
        <label class="tick paper-priority">
          <input
            type="checkbox"
            data-cell="priority"
            checked={row.priority}
            onChange={({ currentTarget }) => change({ priority: currentTarget.checked })}
          />
          <span>{emergencyText('priority')}</span>
        </label>
      </div>
      {row.outcome === 'incomplete' && requirements.length > 0 && (
        <div class="paper-missing" role="group" aria-labelledby={id('missing')}>
          <span id={id('missing')}>{emergencyText('missing')}</span>
          {requirements.map((one) => (
            <label key={one.id} class="tick">
              <input
                type="checkbox"
                data-cell="missing"
                checked={row.missing.includes(one.id)}
                onChange={({ currentTarget }) =>
                  type('missing', {
                    missing: currentTarget.checked
                      ? [...row.missing, one.id]
                      : row.missing.filter((other) => other !== one.id),
                  })
                }
              />
              <span>{pick(one.name)}</span>
            </label>
          ))}
          <Fault id={id('missing-fault')} words={row.faults.missing} />
        </div>
      )}
      {row.correcting && <Correction desk={desk} row={row} id={id} onChange={change} />}
      <ProblemLine problem={row.problem} />
      <div class="paper-ends">
        <Button kind={row.correcting ? 'primary' : 'plain'} onPress={save} busy={busy}>
          {emergencyText('save')}
        </Button>
        {row.correcting && (
          <Button kind="quiet" onPress={() => desk.drop(row)}>
            {emergencyText('cancel')}
          </Button>
        )}
      </div>
    </fieldset>
  )
}

interface CorrectionProps {
  desk: PaperDesk
  row: RowFields
  id: (field: string) => string
  onChange: (more: Partial<RowFields>) => void
}

/** What a correction adds: for which day, and why. */
function Correction({ desk, row, id, onChange }: CorrectionProps) {
  const overview = desk.overview.value
  return (
    <div class="paper-cells">
      <BecauseField id={id('because')} value={row.because} onChange={(because) => onChange({ because })} />
      <div class="field">
        <label for={id('day')}>{emergencyText('day')}</label>
        <input
          id={id('day')}
          data-cell="day"
          type="date"
          min={overview ? overview.firstDay : undefined}
          max={overview ? overview.today : undefined}
          value={row.day}
          aria-invalid={row.faults.day !== undefined || undefined}
          aria-describedby={row.faults.day ? id('day-fault') : undefined}
          onInput={({ currentTarget }) =>
            onChange({ day: currentTarget.value, faults: { ...row.faults, day: undefined } })
          }
        />
        <Fault id={id('day-fault')} words={row.faults.day} />
      </div>
    </div>
  )
}

export function Fault({ id, words }: { id: string; words: string | undefined }) {
  return (
    <p class="paper-fault" id={id} role="alert">
      {words}
    </p>
  )
}

function isEmpty({ number, service, counter, ...row }: RowFields): boolean {
  return number === '' && service === null && counter === '' && TIMES.every((field) => row[field] === '')
}

/** The day label of the hall, at noon so that no time zone moves it. */
function dayWords(day: string): string {
  return emergencyText('forDay', { day: formatDay(`${day}T04:00:00Z`) })
}
