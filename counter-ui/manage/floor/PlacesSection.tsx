// The section of other places where people wait: how far away they are, so that people there are asked to come near in
// time.
import { useState } from 'preact/hooks'
import type { Place, Zone } from '../../../server/hall/plan.ts'
import { Button } from '../../../screens/components/Button.tsx'
import { pick } from '../../../screens/i18n.ts'
import { draft } from '../draft/draft.ts'
import { NumberField, TextsField } from '../form/fields.tsx'
import { ThingList } from '../form/ThingList.tsx'
import { NewThing, ThingPage } from '../form/ThingPage.tsx'
import { formText } from '../form/texts.ts'
import { type FieldOf, fieldsOf } from '../form/use-fields.ts'
import type { SectionProps } from '../shell/section.ts'
import { floorText } from './texts.ts'

/** Minutes of a new place, and how many there can be at most. */
const USUAL = 5
const MOST = 60

export function PlacesSection({ id }: SectionProps) {
  const [adding, add] = useState(false)
  if (id !== null)
    return (
      <ThingPage list="places" id={id} section="places">
        <PlaceForm id={id} />
      </ThingPage>
    )
  return (
    <>
      <p class="soft">{floorText('placesLead')}</p>
      <p class="part-ends">
        <Button icon="plus" onPress={() => add(true)}>
          {floorText('addPlace')}
        </Button>
      </p>
      <ThingList
        list="places"
        section="places"
        title={floorText('placesLead')}
        empty={floorText('noPlaces')}
        about={({ minutes }) => floorText('placeMinutes', { minutes })}
      />
      {adding && (
        <NewThing
          list="places"
          section="places"
          title={floorText('newPlace')}
          label={floorText('placeName')}
          hint={floorText('placeNameHint')}
          make={(made) => ({ ...made, minutes: USUAL })}
          onClose={() => add(false)}
        />
      )}
    </>
  )
}

function PlaceForm({ id }: { id: string }) {
  const field = fieldsOf('places', id)
  const plan = draft.plan.value
  if (!field || !plan) return null
  return (
    <>
      <TextsField {...field('name')} hint={floorText('placeNameHint')} />
      <NumberField
        {...field('minutes')}
        label={floorText('walk')}
        hint={floorText('walkHint')}
        unit={floorText('minutes')}
        least={1}
        most={MOST}
        example={5}
      />
      <WaysFields field={field('zones')} zones={plan.zones} />
    </>
  )
}

/** Zones that are nearer or farther. */
function WaysFields({ field, zones }: { field: FieldOf<Place['zones']>; zones: readonly Zone[] }) {
  const minutes = new Map(Object.entries(field.value ?? {}))
  const change = (zone: string, value: number | undefined) => {
    const next = new Map(minutes)
    if (value === undefined) next.delete(zone)
    else next.set(zone, value)
    field.onChange(next.size > 0 ? Object.fromEntries(next) : undefined)
  }
  return (
    <fieldset class="texts" id={field.id} tabIndex={-1}>
      <legend>{floorText('waysTitle')}</legend>
      <p class="soft">{floorText('waysHint')}</p>
      <div class="field-grid">
        {zones.map(({ id, name }) => (
          <NumberField<number | undefined>
            key={id}
            id={`${field.id}-${id}`}
            label={pick(name) || formText('noName')}
            value={minutes.get(id)}
            empty={undefined}
            faults={field.faults.filter(({ sub }) => sub === id)}
            onChange={(value) => change(id, value)}
            unit={floorText('minutes')}
            least={1}
            most={MOST}
            example={5}
          />
        ))}
      </div>
    </fieldset>
  )
}
