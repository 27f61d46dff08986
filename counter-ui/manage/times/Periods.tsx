// Periods with other weekly hours: their list, and the form of one.
import { useState } from 'preact/hooks'
import type { Period } from '../../../server/hall/times.ts'
import { Button } from '../../../screens/components/Button.tsx'
import { formatDayLabel } from '../../../screens/format.ts'
import { draft } from '../draft/draft.ts'
import { fieldWords } from '../draft/places.ts'
import { Faults, ManyField, optionsOf, TextsField } from '../form/fields.tsx'
import { ThingList } from '../form/ThingList.tsx'
import { NewThing, ThingPage } from '../form/ThingPage.tsx'
import { type FieldOf, fieldsOf } from '../form/use-fields.ts'
import { WeekField } from './spans.tsx'
import { timesText } from './texts.ts'

export function Periods() {
  const [adding, add] = useState(false)
  const plan = draft.plan.value
  if (!plan) return null
  return (
    <>
      <h2 class="thing-title">{timesText('part.periods')}</h2>
      <p class="soft">{timesText('periodsLead')}</p>
      <p class="part-ends">
        <Button icon="plus" onPress={() => add(true)}>
          {timesText('addPeriod')}
        </Button>
      </p>
      <ThingList
        list="periods"
        section="times"
        title={timesText('part.periods')}
        empty={timesText('noPeriods')}
        about={(period) => periodWords(period)}
        sorts={[{ id: 'from', words: timesText('sortDay'), by: ({ from }) => from }]}
        // Two with the same days are a fault, so the copy has none yet.
        copy={(period) => ({ ...period, from: '', to: '' })}
      />
      {adding && (
        <NewThing
          list="periods"
          section="times"
          title={timesText('addPeriod')}
          label={fieldWords('name')}
          hint={timesText('periodNameHint')}
          make={(made) => ({ ...made, from: '', to: '', hours: plan.hours })}
          onClose={() => add(false)}
        />
      )}
    </>
  )
}

function periodWords({ from, to, agencies }: Period): string {
  const plan = draft.plan.value
  const who = (agencies ?? []).map((id) => plan?.agencies.find((one) => one.id === id)?.short ?? '')
  const days =
    from === '' || to === '' ? '' : `${formatDayLabel(from)} – ${formatDayLabel(to)} ${to.slice(0, 4)}`
  return [days, ...who].filter(Boolean).join(' · ')
}

export function PeriodPage({ id }: { id: string }) {
  const field = fieldsOf('periods', id)
  const plan = draft.plan.value
  return (
    <ThingPage list="periods" id={id} section="times">
      {field && plan && (
        <>
          <TextsField {...field('name')} hint={timesText('periodNameHint')} />
          <div class="field-grid">
            <DateField {...field('from')} />
            <DateField {...field('to')} hint={timesText('periodToHint')} />
          </div>
          <WeekField {...field('hours')} hint={timesText('periodWeekHint')} />
          <ManyField
            {...field('agencies')}
            value={field('agencies').value ?? []}
            onChange={(next) => field('agencies').onChange(next.length === 0 ? undefined : next)}
            hint={timesText('periodAgenciesHint')}
            options={optionsOf(plan.agencies)}
          />
        </>
      )}
    </ThingPage>
  )
}

function DateField({ id, label, value, faults, onChange, hint }: FieldOf<string> & { hint?: string }) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        type="date"
        value={value}
        aria-describedby={`${id}-hint ${id}-faults`}
        aria-invalid={faults.length > 0 || undefined}
        onInput={({ currentTarget }) => onChange(currentTarget.value)}
      />
      <Faults id={id} list={[...new Set(faults.map(({ words }) => words))]} />
      <p class="soft" id={`${id}-hint`}>
        {hint}
      </p>
    </div>
  )
}
