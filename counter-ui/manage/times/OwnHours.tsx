// On one page, the hours of agencies, services and counters that differ from those of what they belong to.
import { useState } from 'preact/hooks'
import type { Week } from '../../../server/hall/plan.ts'
import { Button } from '../../../screens/components/Button.tsx'
import { pick } from '../../../screens/i18n.ts'
import { draft } from '../draft/draft.ts'
import { setOf } from '../draft/edit.ts'
import { ownHoursId } from '../draft/places.ts'
import { ChoiceField } from '../form/fields.tsx'
import { formText } from '../form/texts.ts'
import { fieldsOf } from '../form/use-fields.ts'
import { WeekField } from './spans.tsx'
import { timesText } from './texts.ts'

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
