// Hours that differ from the usual: for a period, and those of agencies, services and counters.
import { useState } from 'preact/hooks'
import type { Period } from '../../../server/hall/times.ts'
import { Button } from '../../../screens/components/Button.tsx'
import { formatDayLabel } from '../../../screens/format.ts'
import { draft } from '../draft/draft.ts'
import { fieldWords, ownHoursId } from '../draft/places.ts'
import { Faults, ManyField, optionsOf, TextsField, ChoiceField } from '../form/fields.tsx'
import { ThingList } from '../form/ThingList.tsx'
import { NewThing, ThingPage } from '../form/ThingPage.tsx'
import { type FieldOf, fieldsOf } from '../form/use-fields.ts'
import { WeekField } from './spans.tsx'
import { timesText } from './texts.ts'
import type { Week } from '../../../server/hall/plan.ts'
import { pick } from '../../../screens/i18n.ts'
import { setOf } from '../draft/edit.ts'
import { formText } from '../form/texts.ts'

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

// On one page, the hours of agencies, services and counters that differ from those of what they belong to.

const LISTS = ['agencies', 'services', 'counters'] as const
type List = (typeof LISTS)[number]

export function OwnHours() {
  const [adding, add] = useState<List | null>(null)
  const plan = draft.plan.value
  if (!plan) return null
  return (
    <section class="part" aria-labelledby="times-own">
      <h2 id="times-own">{timesText('part.own')}</h2>
      <p class="soft">{timesText('ownLead')}</p>
      {LISTS.map((list) => {
        const own = plan[list].filter(({ hours }) => hours)
        const others = plan[list].filter(({ hours }) => !hours)
        return (
          <div key={list} class="own-list">
            <h3>{timesText(`own.${list}`)}</h3>
            {own.length === 0 && <p class="soft">{timesText('ownNone')}</p>}
            {own.map(({ id }) => (
              <Own key={id} list={list} id={id} />
            ))}
            {adding === list ? (
              <ChoiceField
                id={`own-add-${list}`}
                label={timesText('ownChoose')}
                value=""
                faults={[]}
                onChange={(id) => {
                  if (id === '') return
                  draft.edit(setOf(list, [id], 'hours', plan.hours as Week))
                  add(null)
                }}
                options={others.map(({ id, name }) => ({
                  value: id,
                  words: pick(name) || formText('noName'),
                }))}
              />
            ) : (
              <Button kind="quiet" icon="plus" onPress={() => add(list)}>
                {timesText('ownAdd')}
                <span class="visually-hidden"> ({timesText(`own.${list}`)})</span>
              </Button>
            )}
          </div>
        )
      })}
    </section>
  )
}

function Own({ list, id }: { list: List; id: string }) {
  const plan = draft.plan.value
  const field = fieldsOf(list, id)?.('hours')
  const thing = plan && plan[list].find((one) => one.id === id)
  if (!field || !thing || !field.value) return null
  const name = pick(thing.name) || formText('noName')
  return (
    <div class="own">
      <WeekField
        id={ownHoursId(list, id)}
        label={name}
        value={field.value}
        faults={field.faults}
        onChange={field.onChange}
      />
      <Button
        kind="quiet"
        label={`${timesText('ownRemove')}: ${name}`}
        onPress={() =>
          draft.edit(setOf(list, [id], 'hours', list === 'services' ? (null as never) : undefined))
        }
      >
        {timesText('ownRemove')}
      </Button>
    </div>
  )
}
