// Quotas: the daily ones of single services, and those for a day, half a day or a week that several share.
import { useState } from 'preact/hooks'
import type { Quota } from '../../../server/hall/times.ts'
import { Button } from '../../../screens/components/Button.tsx'
import { pick } from '../../../screens/i18n.ts'
import { draft } from '../draft/draft.ts'
import { fieldWords } from '../draft/places.ts'
import { ChoiceField, ManyField, NumberField, TextsField } from '../form/fields.tsx'
import { NewThing } from '../form/NewThing.tsx'
import { ThingList } from '../form/ThingList.tsx'
import { ThingPage } from '../form/ThingPage.tsx'
import { type FieldOf, fieldsOf } from '../form/use-fields.ts'
import { formatMinute } from '../../../screens/format.ts'
import { AtZeroFields } from './limits.tsx'
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
