// The sections of what people look for besides single services: the life events, services that people need together in
// an order that makes sense; and what the hall does not have, with where to go for it.
import { useState } from 'preact/hooks'
import { Button } from '../../../screens/components/Button.tsx'
import { pick } from '../../../screens/i18n.ts'
import { draft } from '../draft/draft.ts'
import { TextsField } from '../form/fields.tsx'
import { ThingList } from '../form/ThingList.tsx'
import { NewThing, ThingPage } from '../form/ThingPage.tsx'
import { fieldsOf } from '../form/use-fields.ts'
import { factsOf } from '../offer/facts.ts'
import { PickList } from '../offer/PickList.tsx'
import { serviceOptions, SourceField, WordsField } from '../offer/ServiceForm.tsx'
import type { SectionProps } from '../shell/section.ts'
import { eventText } from './texts.ts'

export function EventsSection({ id }: SectionProps) {
  const [adding, add] = useState(false)
  if (id !== null)
    return (
      <ThingPage list="bundles" id={id} section="events">
        <EventForm id={id} />
      </ThingPage>
    )
  return (
    <>
      <p class="soft">{eventText('eventsLead')}</p>
      <p class="part-ends">
        <Button icon="plus" onPress={() => add(true)}>
          {eventText('addEvent')}
        </Button>
      </p>
      <ThingList
        list="bundles"
        section="events"
        title={eventText('eventsLead')}
        empty={eventText('noEvents')}
        about={({ services }, plan) => {
          const names = services.flatMap((one) => {
            const found = factsOf(plan).services.get(one)
            return found ? [pick(found.name)] : []
          })
          return [eventText('eventServices', { count: services.length }), names.join(', ')]
            .filter(Boolean)
            .join(': ')
        }}
      />
      {adding && (
        <NewThing
          list="bundles"
          section="events"
          title={eventText('newEvent')}
          label={eventText('eventName')}
          hint={eventText('eventNameHint')}
          make={(made) => ({ ...made, services: [] })}
          onClose={() => add(false)}
        />
      )}
    </>
  )
}

function EventForm({ id }: { id: string }) {
  const field = fieldsOf('bundles', id)
  const plan = draft.plan.value
  if (!field || !plan) return null
  const services = field('services')
  return (
    <>
      <TextsField {...field('name')} hint={eventText('eventNameHint')} />
      <PickList
        {...services}
        onChange={(next) => services.onChange([...next])}
        options={serviceOptions(plan)}
        hint={eventText('eventServicesHint')}
        ordered
      />
    </>
  )
}

export function ElsewhereSection({ id }: SectionProps) {
  const [adding, add] = useState(false)
  if (id !== null)
    return (
      <ThingPage list="elsewhere" id={id} section="elsewhere">
        <ElsewhereForm id={id} />
      </ThingPage>
    )
  return (
    <>
      <p class="soft">{eventText('elsewhereLead')}</p>
      <p class="part-ends">
        <Button icon="plus" onPress={() => add(true)}>
          {eventText('addElsewhere')}
        </Button>
      </p>
      <ThingList
        list="elsewhere"
        section="elsewhere"
        title={eventText('elsewhereLead')}
        empty={eventText('noElsewhere')}
        about={({ where }) => pick(where)}
        words={({ words = [] }) => words.join(' ')}
      />
      {adding && (
        <NewThing
          list="elsewhere"
          section="elsewhere"
          title={eventText('newElsewhere')}
          label={eventText('elsewhereName')}
          hint={eventText('elsewhereNameHint')}
          make={(made) => ({ ...made, where: { id: '', en: '' } })}
          onClose={() => add(false)}
        />
      )}
    </>
  )
}

function ElsewhereForm({ id }: { id: string }) {
  const field = fieldsOf('elsewhere', id)
  const plan = draft.plan.value
  if (!field || !plan) return null
  const source = field('source')
  return (
    <>
      <TextsField {...field('name')} hint={eventText('elsewhereNameHint')} />
      <TextsField
        {...field('where')}
        label={eventText('elsewhereWhere')}
        hint={eventText('elsewhereWhereHint')}
      />
      <WordsField {...field('words')} hint={eventText('elsewhereWordsHint')} />
      <SourceField {...source} value={source.value ?? { url: null, confidence: 'official' }} />
    </>
  )
}
