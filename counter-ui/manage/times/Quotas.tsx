// Quotas: the daily ones of single services, and those for a day, half a day or a week that several share.
import { useState } from 'preact/hooks'
import type { Quota, AtZero, LastTicket } from '../../../server/hall/times.ts'
import { Button } from '../../../screens/components/Button.tsx'
import { pick } from '../../../screens/i18n.ts'
import { draft } from '../draft/draft.ts'
import { fieldWords } from '../draft/places.ts'
import { ChoiceField, ManyField, NumberField, TextsField, OptionalTextsField } from '../form/fields.tsx'
import { ThingList } from '../form/ThingList.tsx'
import { NewThing, ThingPage } from '../form/ThingPage.tsx'
import { type FieldOf, fieldsOf } from '../form/use-fields.ts'
import { formatMinute } from '../../../screens/format.ts'
import { timesText } from './texts.ts'

const NOON = 720
const PERS = ['day', 'half-day', 'week'] as const

export function Quotas() {
  const [adding, add] = useState(false)
  const plan = draft.plan.value
  if (!plan) return null
  const own = plan.services.filter(({ quota }) => quota !== null)
  return (
    <>
      <h2 class="thing-title">{timesText('part.quotas')}</h2>
      <p class="soft">{timesText('quotasLead')}</p>
      <p class="part-ends">
        <Button icon="plus" onPress={() => add(true)}>
          {timesText('addQuota')}
        </Button>
      </p>
      <ThingList
        list="quotas"
        section="times"
        title={timesText('part.quotas')}
        empty={timesText('noQuotas')}
        about={({ most, per, services }) =>
          timesText('quotaAbout', { most, per: timesText(`per.${per}`), count: services.length })
        }
      />
      {own.length > 0 && (
        <section class="part" aria-labelledby="own-quotas">
          <h3 id="own-quotas">{timesText('ownQuotas')}</h3>
          <ul>
            {own.map(({ id, name, quota }) => (
              <li key={id}>
                {pick(name)}: {timesText('quotaOwn', { most: quota ?? 0 })}
              </li>
            ))}
          </ul>
        </section>
      )}
      {adding && (
        <NewThing
          list="quotas"
          section="times"
          title={timesText('addQuota')}
          label={fieldWords('name')}
          hint={timesText('quotaNameHint')}
          make={(made) => ({ ...made, services: [], per: 'day', most: 20 })}
          onClose={() => add(false)}
        />
      )}
    </>
  )
}

export function QuotaPage({ id }: { id: string }) {
  const field = fieldsOf('quotas', id)
  const plan = draft.plan.value
  return (
    <ThingPage list="quotas" id={id} section="times">
      {field && plan && (
        <>
          <TextsField {...field('name')} hint={timesText('quotaNameHint')} />
          <ManyField
            {...field('services')}
            hint={timesText('quotaServicesHint')}
            options={plan.services.map(({ id: service, name, agency }) => ({
              value: service,
              words: pick(name),
              group: plan.agencies.find((one) => one.id === agency)?.short ?? '',
            }))}
          />
          <NumberField
            {...field('most')}
            hint={timesText('quotaMostHint')}
            unit={timesText('numbers')}
            least={1}
            most={100_000}
            example={40}
          />
          <ChoiceField<Quota['per']>
            {...field('per')}
            options={PERS.map((per) => ({ value: per, words: timesText(`per.${per}`) }))}
          />
          {field('per').value === 'half-day' && <SplitField field={field('splitAt')} />}
          <AtZeroFields field={field('atZero')} />
        </>
      )}
    </ThingPage>
  )
}

/** Where the second half of the day begins: at a quarter of an hour of the day. */
function SplitField({ field }: { field: FieldOf<number | undefined> }) {
  const minutes = Array.from({ length: 95 }, (_, nth) => (nth + 1) * 15).filter(
    (minute) => minute >= 360 && minute <= 1200,
  )
  return (
    <ChoiceField
      {...field}
      label={timesText('split')}
      value={String(field.value ?? NOON)}
      onChange={(minute) => field.onChange(Number(minute) === NOON ? undefined : Number(minute))}
      options={minutes.map((minute) => ({ value: String(minute), words: formatMinute(minute) }))}
    />
  )
}

// When numbers stop, for the hall and for one service: the last one before closing, and what is said when a quota is
// used up.

/** When numbers stop before the hours end. */
export function LastTicketField({ id, label, value, faults, onChange }: FieldOf<LastTicket | undefined>) {
  const change = (next: LastTicket) =>
    onChange(next.minutes === undefined && next.capacity !== true ? undefined : next)
  return (
    <fieldset class="texts" id={id} tabIndex={-1}>
      <legend>{label}</legend>
      <NumberField
        id={`${id}-minutes`}
        label={timesText('lastMinutes')}
        value={value?.minutes}
        faults={faults}
        onChange={(minutes) => {
          const { minutes: _, ...rest } = value ?? {}
          change(minutes === undefined ? rest : { ...rest, minutes })
        }}
        hint={timesText('lastMinutesHint')}
        unit={timesText('minutes')}
        least={0}
        most={480}
        example={30}
        empty={undefined}
      />
      <label class="tick">
        <input
          type="checkbox"
          checked={value?.capacity === true}
          onChange={({ currentTarget }) => {
            const { capacity: _, ...rest } = value ?? {}
            change(currentTarget.checked ? { ...rest, capacity: true } : rest)
          }}
        />
        <span>{timesText('lastCapacity')}</span>
      </label>
      <p class="soft">{timesText('lastCapacityHint')}</p>
    </fieldset>
  )
}

/** What is said when nothing is left. */
export function AtZeroFields({ field }: { field: FieldOf<AtZero | undefined> }) {
  const { id, label, value, faults, onChange } = field
  const answer = value ? value.answer : 'come-back'
  const change = (next: AtZero) => onChange(next.answer === 'come-back' && !next.say ? undefined : next)
  return (
    <>
      <ChoiceField<AtZero['answer']>
        id={id}
        label={label}
        value={answer}
        faults={[]}
        onChange={(next) => change({ ...value, answer: next })}
        hint={timesText('atZeroHint')}
        options={(['come-back', 'reception'] as const).map((one) => ({
          value: one,
          words: timesText(`atZero.${one}`),
        }))}
      />
      <OptionalTextsField
        id={`${id}-say`}
        label={timesText('atZeroSay')}
        value={value?.say}
        faults={faults}
        onChange={(say) => change(say ? { answer, say } : { answer })}
        hint={timesText('atZeroSayHint')}
      />
    </>
  )
}
