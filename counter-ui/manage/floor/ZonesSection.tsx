// Where people wait: the sections of the waiting zones and of other places, each with its list and the form of one.
import { useState } from 'preact/hooks'
import type { Direction } from '../../../server/hall/equipment.ts'
import type { Plan, Zone, Place } from '../../../server/hall/plan.ts'
import { Button } from '../../../screens/components/Button.tsx'
import { pick } from '../../../screens/i18n.ts'
import { draft } from '../draft/draft.ts'
import { changeOf, put } from '../draft/edit.ts'
import { ChoiceField, type Option, TextsField, NumberField } from '../form/fields.tsx'
import { type Before, ThingList } from '../form/ThingList.tsx'
import { NewThing, ThingPage } from '../form/ThingPage.tsx'
import { formText } from '../form/texts.ts'
import { type FieldOf, fieldsOf } from '../form/use-fields.ts'
import type { SectionProps } from '../shell/section.ts'
import { floorText } from './texts.ts'

export function ZonesSection({ id }: SectionProps) {
  const [adding, add] = useState(false)
  if (id !== null)
    return (
      <ThingPage list="zones" id={id} section="zones">
        <ZoneForm id={id} />
      </ThingPage>
    )
  return (
    <>
      <p class="soft">{floorText('zonesLead')}</p>
      <p class="part-ends">
        <Button icon="plus" onPress={() => add(true)}>
          {floorText('addZone')}
        </Button>
      </p>
      <ThingList
        list="zones"
        section="zones"
        title={floorText('zonesLead')}
        empty={floorText('noZones')}
        about={(zone, plan) =>
          [pick(zone.where), floorText('zoneCounters', { count: countersIn(plan, [zone]).length })]
            .filter(Boolean)
            .join(' · ')
        }
        // A copy has its own sound until somebody says otherwise.
        copy={(zone) => ({ ...zone, sound: '' })}
        warn={(chosen, plan, before) => <Leaving chosen={chosen} plan={plan} before={before} />}
      />
      {adding && (
        <NewThing
          list="zones"
          section="zones"
          title={floorText('newZone')}
          label={floorText('zoneName')}
          hint={floorText('zoneNameHint')}
          make={(made) => ({ ...made, sound: made.id, where: { id: '', en: '' } })}
          onClose={() => add(false)}
        />
      )}
    </>
  )
}

const countersIn = (plan: Plan, zones: readonly Zone[]) =>
  plan.counters.filter(({ zone }) => zones.some(({ id }) => id === zone))

function ZoneForm({ id }: { id: string }) {
  const field = fieldsOf('zones', id)
  const plan = draft.plan.value
  if (!field || !plan) return null
  return (
    <>
      <TextsField {...field('name')} hint={floorText('zoneNameHint')} />
      <TextsField {...field('where')} hint={floorText('whereHint')} />
      <SoundField id={id} field={field('sound')} zones={plan.zones} />
      <ArrowsFields id={id} field={field('arrows')} zones={plan.zones} />
    </>
  )
}

/** Which zones share a sound: the group has the id of one of them, which nobody needs to know. */
function SoundField({ id, field, zones }: { id: string; field: FieldOf<string>; zones: readonly Zone[] }) {
  const others = zones.filter((zone) => zone.id !== id)
  const groups = [...new Set(others.map(({ sound }) => sound))].filter((sound) => sound !== '')
  const isShared = groups.includes(field.value)
  const own = groups.includes(id) ? `${id}-own`.slice(-64) : id
  const options: Option[] = [
    { value: isShared || field.value === '' ? own : field.value, words: floorText('soundOwn') },
    ...groups.map((sound) => ({
      value: sound,
      words: floorText('soundWith', {
        zones: others
          .filter((zone) => zone.sound === sound)
          .map(({ name }) => pick(name) || formText('noName'))
          .join(', '),
      }),
    })),
  ]
  return <ChoiceField {...field} hint={floorText('soundHint')} options={options} />
}

const directions = [
  'left',
  'right',
  'ahead',
  'ahead-left',
  'ahead-right',
  'back',
  'upstairs',
  'downstairs',
] as const satisfies Direction[]

interface ArrowsProps {
  id: string
  field: FieldOf<Zone['arrows']>
  zones: readonly Zone[]
}

/** The way to this zone from each board. */
function ArrowsFields({ id, field, zones }: ArrowsProps) {
  const arrows = new Map(Object.entries(field.value ?? {}))
  const boards = [
    { board: 'all', words: floorText('arrowsAll') },
    ...zones
      .filter((zone) => zone.id !== id)
      .map((zone) => ({ board: zone.id, words: pick(zone.name) || formText('noName') })),
  ]
  const choose = (board: string, direction: Direction | '') => {
    const next = new Map(arrows)
    if (direction === '') next.delete(board)
    else next.set(board, direction)
    field.onChange(next.size > 0 ? Object.fromEntries(next) : undefined)
  }
  return (
    <fieldset class="texts" id={field.id} tabIndex={-1}>
      <legend>{floorText('arrowsTitle')}</legend>
      <p class="soft">{floorText('arrowsHint')}</p>
      <div class="field-grid">
        {boards.map(({ board, words }) => (
          <ChoiceField<Direction | ''>
            key={board}
            id={`${field.id}-${board}`}
            label={floorText('arrowsFrom', { zone: words })}
            value={arrows.get(board) ?? ''}
            faults={field.faults.filter(({ sub }) => sub === board)}
            onChange={(direction) => choose(board, direction)}
            none={floorText('arrowNone')}
            options={directions.map((one) => ({ value: one, words: floorText(`arrow.${one}`) }))}
          />
        ))}
      </div>
    </fieldset>
  )
}

/** What deleting zones means, and where their counters go. */
function Leaving({ chosen, plan, before }: { chosen: readonly Zone[]; plan: Plan; before: Before }) {
  const [to, choose] = useState('')
  const counters = countersIn(plan, chosen)
  const left = plan.zones.filter((zone) => !chosen.includes(zone))
  before.current =
    to === ''
      ? null
      : changeOf(
          'counters',
          counters.map(({ id }) => id),
          (counter) => put(counter, 'zone', to),
        )
  return (
    <>
      {counters.length > 0 && (
        <ChoiceField
          id="zone-move"
          label={floorText('zoneMove', { count: counters.length })}
          value={to}
          faults={[]}
          onChange={choose}
          none={floorText('zoneMoveNone')}
          options={left.map(({ id, name }) => ({ value: id, words: pick(name) || formText('noName') }))}
        />
      )}
      <p>{floorText('zoneWarn')}</p>
      <p>{floorText('zoneDevices')}</p>
    </>
  )
}

// The section of other places where people wait: how far away they are, so that people there are asked to come near in
// time.

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
