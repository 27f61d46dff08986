// The section of the counters: their list with what can be done to many at once, and the form of one.
import { useState } from 'preact/hooks'
import type { AgencyCounter } from '../../../server/live/agency.ts'
import type { Counter, Plan } from '../../../server/hall/plan.ts'
import { Button } from '../../../screens/components/Button.tsx'
import { Dialog } from '../../../screens/components/Dialog.tsx'
import { pick } from '../../../screens/i18n.ts'
import { Choices } from '../../parts/Field.tsx'
import { AskEnds } from '../../parts/Ends.tsx'
import { draft } from '../draft/draft.ts'
import { changeOf, put } from '../draft/edit.ts'
import { draftText } from '../draft/texts.ts'
import { ChoiceField, ManyField, optionsOf } from '../form/fields.tsx'
import { ThingList } from '../form/ThingList.tsx'
import { ThingPage } from '../form/ThingPage.tsx'
import type { SectionProps } from '../shell/section.ts'
import { AddCounters, CounterForm, useCountersNow } from './CounterForm.tsx'
import { floorText } from './texts.ts'

export function CountersSection({ id }: SectionProps) {
  const now = useCountersNow()
  const [adding, add] = useState(false)
  const [changing, change] = useState<{ what: 'zone' | 'services'; chosen: readonly Counter[] } | null>(null)
  if (id !== null)
    return (
      <ThingPage list="counters" id={id} section="counters">
        <CounterForm id={id} now={now && (now.get(id) ?? null)} />
      </ThingPage>
    )
  const state = (counter: Counter) => {
    const one = now && now.get(counter.id)
    return one ? floorText(`state.${one.state}`) : ''
  }
  return (
    <>
      <p class="soft">{floorText('countersLead')}</p>
      <p class="part-ends">
        <Button icon="plus" onPress={() => add(true)}>
          {floorText('addCounters')}
        </Button>
      </p>
      <ThingList
        list="counters"
        section="counters"
        title={floorText('countersLead')}
        empty={floorText('noCounters')}
        about={(counter, plan) =>
          [
            agencyOf(counter, plan),
            zoneOf(counter, plan),
            counter.services.length === 0
              ? floorText('noServices')
              : floorText('services', { count: counter.services.length }),
            state(counter),
          ]
            .filter(Boolean)
            .join(' · ')
        }
        words={(counter) => counter.label}
        sorts={[
          { id: 'label', words: floorText('sortLabel'), by: ({ label }) => label },
          { id: 'agency', words: floorText('sortAgency'), by: agencyOf },
          { id: 'zone', words: floorText('sortZone'), by: zoneOf },
        ]}
        // Two counters with the same number are a fault, so the copy has none yet.
        copy={(counter) => ({ ...counter, label: '' })}
        actions={(chosen) => (
          <>
            <Button onPress={() => change({ what: 'zone', chosen })}>{floorText('changeZone')}</Button>
            <Button onPress={() => change({ what: 'services', chosen })}>
              {floorText('changeServices')}
            </Button>
          </>
        )}
        warn={(chosen) => <Busy chosen={chosen} now={now} />}
      />
      {adding && <AddCounters onClose={() => add(false)} />}
      {changing && changing.what === 'zone' && (
        <ZoneOfMany chosen={changing.chosen} onClose={() => change(null)} />
      )}
      {changing && changing.what === 'services' && (
        <ServicesOfMany chosen={changing.chosen} onClose={() => change(null)} />
      )}
    </>
  )
}

const agencyOf = ({ agency }: Counter, { agencies }: Plan): string =>
  agencies.find(({ id }) => id === agency)?.short ?? ''

function zoneOf({ zone }: Counter, { zones }: Plan): string {
  const found = zones.find(({ id }) => id === zone)
  return found ? pick(found.name) : ''
}

/** Who is working at the counters that would go, and with which number. */
function Busy({
  chosen,
  now,
}: {
  chosen: readonly Counter[]
  now: ReadonlyMap<string, AgencyCounter> | null
}) {
  const busy = chosen.flatMap((counter) => {
    const one = now && now.get(counter.id)
    if (!one || !one.staff) return []
    const words = { counter: pick(counter.name), name: one.staff.name }
    return one.current
      ? [floorText('busyWarn', { ...words, number: one.current.number })]
      : [floorText('openWarn', words)]
  })
  return (
    <>
      {busy.map((words) => (
        <p key={words}>
          <strong>{words}</strong>
        </p>
      ))}
    </>
  )
}

interface ManyProps {
  chosen: readonly Counter[]
  onClose: () => void
}

const idsOf = (chosen: readonly Counter[]) => chosen.map(({ id }) => id)

function ZoneOfMany({ chosen, onClose }: ManyProps) {
  const [zone, choose] = useState('')
  const plan = draft.plan.value
  if (!plan) return null
  return (
    <Dialog
      title={floorText('changeFor', { what: floorText('changeZone'), count: chosen.length })}
      onClose={onClose}
    >
      <div class="fields">
        <ChoiceField
          id="many-zone"
          label={floorText('sortZone')}
          value={zone}
          faults={[]}
          onChange={choose}
          options={optionsOf(plan.zones)}
        />
        <AskEnds
          disabled={zone === ''}
          onGo={() => {
            draft.edit(changeOf('counters', idsOf(chosen), (counter) => put(counter, 'zone', zone)))
            onClose()
            return Promise.resolve()
          }}
          onBack={onClose}
        >
          {floorText('apply')}
        </AskEnds>
      </div>
    </Dialog>
  )
}

type Mode = 'add' | 'take' | 'only'

function ServicesOfMany({ chosen, onClose }: ManyProps) {
  const [mode, choose] = useState<Mode>('add')
  const [services, setServices] = useState<string[]>([])
  const plan = draft.plan.value
  if (!plan) return null
  const agencies = new Set(chosen.map(({ agency }) => agency))
  const changed = (own: string[]): string[] => {
    if (mode === 'only') return services
    const rest = own.filter((id) => !services.includes(id))
    return mode === 'add' ? [...rest, ...services] : rest
  }
  return (
    <Dialog
      title={floorText('changeFor', { what: floorText('changeServices'), count: chosen.length })}
      onClose={onClose}
    >
      <div class="fields">
        {agencies.size > 1 ? (
          <p role="alert">{floorText('manyAgencies')}</p>
        ) : (
          <>
            <Choices
              legend={floorText('servicesMode')}
              name="mode"
              value={mode}
              options={(['add', 'take', 'only'] as const).map((value) => ({
                value,
                words: floorText(`mode.${value}`),
              }))}
              onChange={choose}
            />
            <ManyField
              id="many-services"
              label={draftText('field.services')}
              value={services}
              faults={[]}
              onChange={setServices}
              options={optionsOf(plan.services.filter(({ agency }) => agencies.has(agency)))}
            />
          </>
        )}
        <AskEnds
          disabled={agencies.size > 1 || (services.length === 0 && mode !== 'only')}
          onGo={() => {
            draft.edit(
              changeOf('counters', idsOf(chosen), (counter) =>
                put(counter, 'services', changed(counter.services)),
              ),
            )
            onClose()
            return Promise.resolve()
          }}
          onBack={onClose}
        >
          {floorText('apply')}
        </AskEnds>
      </div>
    </Dialog>
  )
}
