// One day with hours of its own, or one holiday: its name, when the hall is open, and which agencies.
import { useEffect, useRef } from 'preact/hooks'
import type { Span } from '../../../server/hall/plan.ts'
import { Button } from '../../../screens/components/Button.tsx'
import { Choices } from '../../parts/Choices.tsx'
import { draft } from '../draft/draft.ts'
import { fieldWords } from '../draft/places.ts'
import { ManyField, optionsOf, TextField, TextsField } from '../form/fields.tsx'
import type { FieldOf } from '../form/use-fields.ts'
import { formText } from '../form/texts.ts'
import { cameFrom, go, here, pathTo } from '../shell/way.ts'
import { type DayList, dayFields, longDay, removeDay } from './days.ts'
import { SpansField } from './spans.tsx'
import { timesText } from './texts.ts'

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
        {longDay(day)}
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
