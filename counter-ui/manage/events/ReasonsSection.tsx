// The section of the reasons that staff choose from: for a pause, a hold, a call out of order, an end.
import { useState } from 'preact/hooks'
import type { Plan } from '../../../server/hall/plan.ts'
import { Button } from '../../../screens/components/Button.tsx'
import { pick } from '../../../screens/i18n.ts'
import { newId } from '../draft/edit.ts'
import type { PlacedFault } from '../draft/faults.ts'
import { ChoiceField, Faults, NumberField, TextsField } from '../form/fields.tsx'
import { formText } from '../form/texts.ts'
import { hallFields } from '../form/use-fields.ts'
import { RowButton } from '../form/ThingRow.tsx'
import { eventText } from './texts.ts'
import '../offer/offer.css'

type Reasons = Plan['reasons']
const KINDS = ['pause', 'hold', 'call', 'finish'] as const satisfies (keyof Reasons)[]
type Kind = (typeof KINDS)[number]

/** A reason of any kind: only a pause has minutes, only an end an outcome. */
interface Reason {
  id: string
  name: Plan['name']
  minutes?: number
  outcome?: 'served' | 'incomplete'
}

export function ReasonsSection() {
  const field = hallFields()
  const [said, say] = useState('')
  if (!field) return null
  const { id, value, faults, onChange } = field('reasons')
  const taken = KINDS.flatMap((kind) => (value[kind] ?? []).map((one) => one.id))
  return (
    <div id={id} tabIndex={-1}>
      <p class="soft">{eventText('reasonsLead')}</p>
      <p role="status" class="visually-hidden">
        {said}
      </p>
      {KINDS.map((kind) => {
        const list: readonly Reason[] = value[kind] ?? []
        const write = (next: readonly Reason[]) => onChange({ ...value, [kind]: next } as Reasons)
        const own = faults.filter(({ sub }) => sub === kind || sub.startsWith(`${kind}[`))
        return (
          <section key={kind} class="part" aria-labelledby={`reasons-${kind}`}>
            <h2 id={`reasons-${kind}`}>{eventText(`kind.${kind}`)}</h2>
            <p class="soft">{eventText(`lead.${kind}`)}</p>
            <Faults
              id={`reasons-${kind}`}
              list={own.filter(({ sub }) => sub === kind).map(({ words }) => words)}
            />
            {list.length === 0 && <p>{eventText('reasonNone')}</p>}
            <ol class="reasons">
              {list.map((reason, nth) => (
                <li key={reason.id}>
                  <ReasonFields
                    kind={kind}
                    nth={nth}
                    reason={reason}
                    faults={own.filter(({ sub }) => sub.startsWith(`${kind}[${nth}]`))}
                    write={(next) => write(list.map((one, place) => (place === nth ? next : one)))}
                    move={(by) => {
                      const to = nth + by
                      if (to < 0 || to >= list.length) return
                      const others = list.filter((_, place) => place !== nth)
                      write([...others.slice(0, to), reason, ...others.slice(to)])
                      say(formText('moved', { name: pick(reason.name), place: to + 1, count: list.length }))
                    }}
                    remove={() => write(list.filter((_, place) => place !== nth))}
                  />
                </li>
              ))}
            </ol>
            <p class="part-ends">
              <Button
                icon="plus"
                label={`${eventText('addReason')}: ${eventText(`kind.${kind}`)}`}
                onPress={() =>
                  write([
                    ...list,
                    {
                      id: newId(kind, taken),
                      name: { id: '', en: '' },
                      ...(kind === 'finish' && { outcome: 'served' as const }),
                    },
                  ])
                }
              >
                {eventText('addReason')}
              </Button>
            </p>
          </section>
        )
      })}
    </div>
  )
}

interface ReasonFieldsProps {
  kind: Kind
  nth: number
  reason: Reason
  faults: readonly PlacedFault[]
  write: (reason: Reason) => void
  move: (by: number) => void
  remove: () => void
}

function ReasonFields({ kind, nth, reason, faults, write, move, remove }: ReasonFieldsProps) {
  const place = `reason-${kind}-${nth}`
  const name = pick(reason.name) || formText('noName')
  /** The faults of a part of it, `name`, with the place within that part: a language. */
  const within = (part: string): PlacedFault[] =>
    faults.flatMap((fault) => {
      const [, own = '', sub = ''] = /^\w+\[\d+\]\.?(\w*)\.?(.*)$/.exec(fault.sub) ?? []
      return own === part ? [{ ...fault, sub }] : []
    })
  return (
    <div class="fields">
      <TextsField
        id={place}
        label={eventText('reasonName', { place: nth + 1 })}
        value={reason.name}
        faults={[...within('name'), ...within('id'), ...within('')]}
        onChange={(next) => write({ ...reason, name: next })}
      />
      {kind === 'pause' && (
        <NumberField
          id={`${place}-minutes`}
          label={eventText('reasonMinutes')}
          hint={eventText('reasonMinutesHint')}
          value={reason.minutes}
          faults={within('minutes')}
          unit={eventText('minutes')}
          least={1}
          most={480}
          example={30}
          empty={undefined}
          onChange={(minutes) => {
            const { minutes: _, ...rest } = reason
            write(minutes === undefined ? rest : { ...rest, minutes })
          }}
        />
      )}
      {kind === 'finish' && (
        <ChoiceField
          id={`${place}-outcome`}
          label={eventText('outcome')}
          value={reason.outcome ?? 'served'}
          faults={within('outcome')}
          options={(['served', 'incomplete'] as const).map((value) => ({
            value,
            words: eventText(`outcome.${value}`),
          }))}
          onChange={(outcome) => write({ ...reason, outcome })}
        />
      )}
      <p class="part-ends">
        <RowButton label={eventText('upOf', { name })} onPress={() => move(-1)}>
          ↑
        </RowButton>
        <RowButton label={eventText('downOf', { name })} onPress={() => move(1)}>
          ↓
        </RowButton>
        <RowButton label={eventText('removeOf', { name })} onPress={remove}>
          {formText('remove')}
        </RowButton>
      </p>
    </div>
  )
}
