// One paper form being typed, by keyboard alone: a digit or Enter moves to the next field, Enter in the last one
// saves. Anything wrong is said at its field.
import { useRef, useState } from 'preact/hooks'
import { formatMonth } from '../../screens/format.ts'
import { Button } from '../../screens/components/Button.tsx'
import type { Hall } from '../../screens/hall.ts'
import { pick } from '../../screens/i18n.ts'
import { ProblemLine } from '../parts/ProblemLine.tsx'
import type { EntryDesk, EntryForm } from './desk.ts'
import { elementName, entryText } from './texts.ts'

interface FormRowProps {
  hall: Hall
  desk: EntryDesk
  form: EntryForm
}

const MOST_WORDS = 2000

export function FormRow({ hall, desk, form }: FormRowProps) {
  const box = useRef<HTMLFormElement>(null)
  const [busy, setBusy] = useState(false)
  const [said, say] = useState('')
  const cells = () => Array.from(box.current?.querySelectorAll<HTMLElement>('[data-cell]') ?? [])
  const focus = (field: string) => {
    const cell = cells().find((one) => one.dataset['cell'] === field)
    cell?.focus()
    if (cell instanceof HTMLInputElement) cell.select()
  }

  async function save(): Promise<void> {
    if (busy) return
    setBusy(true)
    const before = desk.count.value
    const field = await desk.save()
    setBusy(false)
    say(desk.count.value > before ? entryText('saved', { count: desk.count.value }) : '')
    if (field !== null) focus(field)
  }

  function step(from: HTMLElement, by: number): void {
    const all = cells()
    const next = all[all.indexOf(from) + by]
    if (next instanceof HTMLElement) focus(next.dataset['cell'] ?? '')
    else if (by > 0) void save()
  }

  function onKeyDown(event: KeyboardEvent): void {
    const { target } = event
    if (!(target instanceof HTMLElement) || !target.dataset['cell']) return
    if (event.key === 'Enter') {
      event.preventDefault()
      if (event.repeat) return
      if (event.ctrlKey) void save()
      else step(target, 1)
    }
    // In an empty field this goes back to the previous one.
    if (event.key === 'Backspace' && target instanceof HTMLInputElement && target.value === '') {
      event.preventDefault()
      step(target, -1)
    }
  }

  const fault = (field: string) => {
    const what = desk.faults.value.get(field)
    return what && entryText(`fault.${what}`)
  }

  return (
    <section class="part" aria-labelledby="entry-title">
      <h2 id="entry-title">{entryText('answers')}</h2>
      <p class="soft">{entryText('lead')}</p>
      <form
        ref={box}
        class="entry"
        aria-labelledby="entry-title"
        aria-busy={busy}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <div class="entry-about">
          <div class="field">
            <label for="entry-month">{entryText('month')}</label>
            <select
              id="entry-month"
              data-cell="month"
              onKeyDown={onKeyDown}
              value={desk.month.value}
              onChange={({ currentTarget }) => (desk.month.value = currentTarget.value)}
            >
              {desk.months.value.map((month) => (
                <option key={month} value={month}>
                  {formatMonth(month)}
                </option>
              ))}
            </select>
          </div>
          <div class="field entry-service">
            <label for="entry-service">{entryText('service')}</label>
            <select
              id="entry-service"
              data-cell="service"
              onKeyDown={onKeyDown}
              value={desk.service.value}
              aria-invalid={fault('service') !== undefined || undefined}
              aria-describedby={fault('service') && 'entry-service-fault'}
              onChange={({ currentTarget }) => {
                desk.service.value = currentTarget.value
                desk.mark('service', null)
              }}
            >
              <option value="">{entryText('chooseService')}</option>
              {[...hall.agencies.value.values()].map(({ id, name }) => {
                const services = form.services.filter(({ agency }) => agency === id)
                return (
                  services.length > 0 && (
                    <optgroup key={id} label={pick(name)}>
                      {services.map((one) => (
                        <option key={one.id} value={one.id}>
                          {pick(one.name)}
                        </option>
                      ))}
                    </optgroup>
                  )
                )
              })}
            </select>
            <Fault id="entry-service-fault" words={fault('service')} />
          </div>
        </div>
        <ol class="entry-digits">
          {form.questions.map(({ element, text, answers }) => {
            const digit = desk.digits.value.get(element) ?? ''
            const wrong = fault(element)
            const id = `entry-${element}`
            return (
              <li key={element} class="field entry-digit">
                <label for={id} title={text}>
                  {elementName(element, text)}
                </label>
                <input
                  id={id}
                  data-cell={element}
                  onKeyDown={onKeyDown}
                  type="text"
                  inputMode="numeric"
                  autoComplete="off"
                  maxLength={1}
                  value={digit}
                  aria-invalid={wrong !== undefined || undefined}
                  aria-describedby={`${id}-said`}
                  onFocus={({ currentTarget }) => currentTarget.select()}
                  onInput={({ currentTarget }) => {
                    if (desk.type(element, currentTarget.value.trim())) step(currentTarget, 1)
                  }}
                />
                <p
                  class={wrong ? 'entry-fault' : 'soft'}
                  id={`${id}-said`}
                  role={wrong ? 'alert' : undefined}
                >
                  {wrong ?? answers[Number(digit) - 1] ?? ''}
                </p>
              </li>
            )
          })}
        </ol>
        <div class="field">
          <label for="entry-words">{entryText('words')}</label>
          <input
            id="entry-words"
            data-cell="words"
            onKeyDown={onKeyDown}
            type="text"
            autoComplete="off"
            maxLength={MOST_WORDS}
            value={desk.words.value}
            aria-describedby="entry-words-hint"
            onInput={({ currentTarget }) => (desk.words.value = currentTarget.value)}
          />
          <p class="soft" id="entry-words-hint">
            {entryText('wordsHint')}
          </p>
        </div>
        <fieldset class="entry-profile">
          <legend>{entryText('profile')}</legend>
          {form.profile.map(({ question, text, values }) => (
            <div key={question} class="field">
              <label for={`entry-of-${question}`}>{text}</label>
              <select
                id={`entry-of-${question}`}
                value={desk.profile.value.get(question) ?? ''}
                onKeyDown={(event) => {
                  if (event.key !== 'Enter' || event.repeat) return
                  event.preventDefault()
                  void save()
                }}
                onChange={({ currentTarget }) => desk.tell(question, currentTarget.value)}
              >
                <option value="">{entryText('blank')}</option>
                {values.map((one) => (
                  <option key={one.value} value={one.value}>
                    {one.text}
                  </option>
                ))}
              </select>
            </div>
          ))}
        </fieldset>
        <ProblemLine problem={desk.problem.value} />
        <div class="entry-ends">
          <Button kind="primary" onPress={save} busy={busy}>
            {entryText('save')}
          </Button>
          <p class="entry-count figures" role="status">
            {said || entryText('count', { count: desk.count.value })}
          </p>
        </div>
      </form>
    </section>
  )
}

function Fault({ id, words }: { id: string; words: string | undefined }) {
  return (
    <p class="entry-fault" id={id} role="alert">
      {words}
    </p>
  )
}
