// Single days and the holidays that were chosen: their list by date, adding one, and the page of one.
import { useState, useEffect, useRef } from 'preact/hooks'
import { Button } from '../../../screens/components/Button.tsx'
import { pick } from '../../../screens/i18n.ts'
import { Icon } from '../../../screens/icons.tsx'
import { draft } from '../draft/draft.ts'
import { faultsAt } from '../draft/faults.ts'
import { formText } from '../form/texts.ts'
import { go, pathTo, cameFrom, here } from '../shell/way.ts'
import { fullDay } from '../../../screens/full-day.ts'
import { type DayList, daysOf, putDay, removeDay, sorted, dayFields } from './days.ts'
import { spansWords, SpansField } from './spans.tsx'
import { timesText } from './texts.ts'
import type { Span } from '../../../server/hall/plan.ts'
import { Choices } from '../../parts/Field.tsx'
import { fieldWords } from '../draft/places.ts'
import { ManyField, optionsOf, TextField, TextsField } from '../form/fields.tsx'
import type { FieldOf } from '../form/use-fields.ts'

export function Days({ today }: { today: string }) {
  const [all, showAll] = useState(false)
  const plan = draft.plan.value
  if (!plan) return null
  const list = sorted([
    ...daysOf(plan, 'days').map((one) => ({ ...one, list: 'days' as DayList })),
    ...daysOf(plan, 'holidays').map((one) => ({ ...one, list: 'holidays' as DayList })),
  ])
  const past = list.filter(({ day }) => day < today)
  const shown = all ? list : list.filter(({ day }) => day >= today)
  return (
    <section class="part" aria-labelledby="times-days">
      <h2 id="times-days">{timesText('part.days')}</h2>
      <p class="soft">{timesText('daysLead')}</p>
      <AddDay today={today} />
      {shown.length === 0 && <p>{timesText('noDays')}</p>}
      <ul class="times-rows">
        {shown.map(({ list: kind, day, name, spans, open }) => (
          <li key={`${kind} ${day}`} class="things-row">
            <span class="things-words">
              <a href={pathTo('times', day)}>
                <strong>{fullDay(day)}</strong>
              </a>
              <span>{pick(name)}</span>
              {faultsAt(kind, day, '').length > 0 && (
                <span class="things-fault">
                  <Icon name="warning" />
                  <span>{formText('hasFaults')}</span>
                </span>
              )}
              <span class="soft things-about">
                {timesText(kind === 'days' ? 'kind.day' : 'kind.holiday')} · {hoursWords(kind, spans, open)}
              </span>
            </span>
            <Button
              kind="quiet"
              label={formText('removeOf', { name: fullDay(day) })}
              onPress={() => removeDay(kind, day)}
            >
              {formText('remove')}
            </Button>
          </li>
        ))}
      </ul>
      {past.length > 0 && !all && (
        <Button kind="quiet" onPress={() => showAll(true)}>
          {timesText('showPast', { count: past.length })}
        </Button>
      )}
    </section>
  )
}

/** When the hall is open on such a day, and which agencies. */
function hoursWords(
  kind: DayList,
  spans: readonly { from: number; to: number }[] | undefined,
  open: readonly string[] | undefined,
): string {
  const plan = draft.plan.value
  const who = (open ?? [])
    .map((id) => plan?.agencies.find((one) => one.id === id)?.short ?? '')
    .filter(Boolean)
  const isClosed = kind === 'days' || who.length === 0
  const hours = spans ? spansWords(spans) : timesText(isClosed ? 'closed' : 'usualHours')
  return who.length === 0 ? hours : timesText('onlyOpen', { hours, agencies: who.join(', ') })
}

function AddDay({ today }: { today: string }) {
  const [day, setDay] = useState('')
  const plan = draft.plan.value
  if (!plan) return null
  const isThere = daysOf(plan, 'days').some((one) => one.day === day)
  const weekday = day === '' ? 1 : new Date(`${day}T00:00:00Z`).getUTCDay() || 7
  const usual = day === '' ? [] : plan.hours[weekday as 1]

  function submit(event: SubmitEvent): void {
    event.preventDefault()
    if (day === '') return
    if (!isThere) {
      const spans = usual.length > 0 ? usual.slice(0, 1) : [{ from: 480, to: 720 }]
      putDay('days', { day, name: { id: '', en: '' }, spans })
    }
    setDay('')
    go(pathTo('times', day))
  }
  return (
    <form class="things-head" onSubmit={submit}>
      <div class="field">
        <label for="add-day">{timesText('date')}</label>
        <input
          id="add-day"
          type="date"
          min={today || undefined}
          value={day}
          onInput={({ currentTarget }) => setDay(currentTarget.value)}
        />
      </div>
      <p class="part-ends times-add">
        <button type="submit" class="button button-plain button-medium" disabled={day === ''}>
          <Icon name="plus" />
          <span class="button-words">{timesText('addDay')}</span>
        </button>
      </p>
    </form>
  )
}

// One day with hours of its own, or one holiday: its name, when the hall is open, and which agencies.

export function DayPage({ day }: { day: string }) {
  const head = useRef<HTMLHeadingElement>(null)
  const single = dayFields('days', day)
  const holiday = dayFields('holidays', day)
  useEffect(() => {
    if (cameFrom.value && here.value.field === null) head.current?.focus({ preventScroll: true })
  }, [day])
  return (
    <>
      <h2 class="thing-title" ref={head} tabIndex={-1}>
        {fullDay(day)}
      </h2>
      {!single && !holiday && (
        <section class="part">
          <p>{formText('notThere')}</p>
        </section>
      )}
      {single && (
        <section class="part" aria-label={timesText('kind.day')}>
          {holiday && <p>{timesText('dayBeforeHoliday')}</p>}
          <div class="fields">
            <TextsField {...single('name')} label={fieldWords('name')} hint={timesText('dayNameHint')} />
            <SpansField {...single('spans')} label={fieldWords('spans')} hint={timesText('daySpansHint')} />
            <OpenField field={single('open')} />
            <Gone list="days" day={day} />
          </div>
        </section>
      )}
      {holiday && !single && (
        <section class="part" aria-label={timesText('kind.holiday')}>
          <div class="fields">
            <TextsField {...holiday('name')} label={fieldWords('name')} hint={timesText('holidayNameHint')} />
            <HalfField field={holiday('spans')} />
            <OpenField field={holiday('open')} />
            <TextField
              {...holiday('source')}
              label={fieldWords('source')}
              value={holiday('source').value ?? ''}
              onChange={(text) => holiday('source').onChange(text === '' ? undefined : text)}
              hint={timesText('sourceHint')}
            />
            <Gone list="holidays" day={day} />
          </div>
        </section>
      )}
      <p class="thing-back">
        <a href={pathTo('times', 'days')}>{formText('backToList')}</a>
      </p>
    </>
  )
}

function Gone({ list, day }: { list: DayList; day: string }) {
  return (
    <p class="part-ends">
      <Button
        kind="danger"
        onPress={() => {
          removeDay(list, day)
          go(pathTo('times', 'days'))
        }}
      >
        {timesText(list === 'days' ? 'removeDay' : 'removeHoliday')}
      </Button>
    </p>
  )
}

/** Closed all day, or half a holiday. */
function HalfField({ field }: { field: FieldOf<Span[] | undefined> }) {
  const { value, onChange } = field
  return (
    <>
      <Choices
        legend={timesText('holidayHow')}
        name="holiday-how"
        value={value ? 'half' : 'whole'}
        options={[
          { value: 'whole', words: timesText('holiday.whole') },
          { value: 'half', words: timesText('holiday.half') },
        ]}
        onChange={(next) => onChange(next === 'half' ? [{ from: 480, to: 720 }] : undefined)}
      />
      {value && <SpansField {...field} value={value} label={fieldWords('spans')} onChange={onChange} />}
    </>
  )
}

/** Which agencies are open on the day; none ticked: all, or on a holiday none. */
function OpenField({ field }: { field: FieldOf<string[] | undefined> }) {
  const plan = draft.plan.value
  if (!plan) return null
  return (
    <ManyField
      {...field}
      label={fieldWords('open')}
      value={field.value ?? []}
      onChange={(next) => field.onChange(next.length === 0 ? undefined : next)}
      hint={timesText('openHint')}
      options={optionsOf(plan.agencies)}
    />
  )
}
