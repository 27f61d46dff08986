// The section for what people ask for but the hall does not have, with where to go for it.
import { useState } from 'preact/hooks'
import { Button } from '../../../screens/components/Button.tsx'
import { pick } from '../../../screens/i18n.ts'
import { draft } from '../draft/draft.ts'
import { TextsField } from '../form/fields.tsx'
import { ThingList } from '../form/ThingList.tsx'
import { NewThing, ThingPage } from '../form/ThingPage.tsx'
import { fieldsOf } from '../form/use-fields.ts'
import { SourceField, WordsField } from '../offer/ServiceForm.tsx'
import type { SectionProps } from '../shell/section.ts'
import { eventText } from './texts.ts'

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
