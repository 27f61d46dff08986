// The form of one counter, and above it what is happening there now; closing a counter takes effect at once, whatever
// the draft says.
import { useState, useEffect, useMemo } from 'preact/hooks'
import type { AgencyCounter, AgencyView } from '../../../server/live/agency.ts'
import { Button } from '../../../screens/components/Button.tsx'
import { Confirm } from '../../parts/Ends.tsx'
import { draft } from '../draft/draft.ts'
import { changeOf } from '../draft/edit.ts'
import { ChoiceField, ManyField, optionsOf, TextField, TextsField } from '../form/fields.tsx'
import { fieldsOf } from '../form/use-fields.ts'
import { connectLive } from '../../../screens/live.ts'
import { floorText } from './texts.ts'

/** `now`: null if the hall does not have it (yet), or nothing is known. */
export function CounterForm({ id, now }: { id: string; now: AgencyCounter | null }) {
  const field = fieldsOf('counters', id)
  const plan = draft.plan.value
  if (!field || !plan) return null
  const agency = field('agency').value
  const own = plan.services.filter((service) => service.agency === agency)
  return (
    <>
      {now && <Now counter={now} />}
      <TextField {...field('label')} hint={floorText('labelHint')} size={8} />
      <TextsField {...field('name')} hint={floorText('nameHint')} />
      <ChoiceField
        {...field('agency')}
        hint={floorText('agencyHint')}
        options={optionsOf(plan.agencies)}
        onChange={(next) =>
          draft.edit(
            // It could not serve the previous agency's services.
            changeOf('counters', [id], (counter, { services }) => ({
              ...counter,
              agency: next,
              services: counter.services.filter((one) =>
                services.some((service) => service.id === one && service.agency === next),
              ),
            })),
          )
        }
      />
      <ChoiceField {...field('zone')} options={optionsOf(plan.zones)} />
      {agency === '' ? (
        <p class="soft">{floorText('servicesNoAgency')}</p>
      ) : (
        <ManyField {...field('services')} hint={floorText('servicesHint')} options={optionsOf(own)} />
      )}
    </>
  )
}

function Now({ counter }: { counter: AgencyCounter }) {
  const [asked, ask] = useState(false)
  const { id, staff, current, state } = counter
  return (
    <div class="counter-now">
      <p role="status">
        <strong>{floorText('now')}:</strong> {nowWords(counter)}
      </p>
      {state !== 'closed' && <Button onPress={() => ask(true)}>{floorText('close')}</Button>}
      {asked && (
        <Confirm
          title={floorText('close')}
          text={
            current
              ? floorText('closeAskBusy', { number: current.number })
              : floorText('closeAsk', { name: staff ? staff.name : '' })
          }
          go={floorText('close')}
          method="POST"
          path={`/api/counters/${encodeURIComponent(id)}/close`}
          body={{ call: current && current.call }}
          onClose={() => ask(false)}
        />
      )}
    </div>
  )
}

// What is happening at the counters now, besides what the draft says about them.

/** The counters of the hall by id; null while that is not known, or may be out of date. */
export function useCountersNow(): ReadonlyMap<string, AgencyCounter> | null {
  const [live] = useState(() => connectLive<AgencyView>({ topic: 'agency:all' }))
  useEffect(() => () => live.close(), [live])
  const view = live.freshness.value === 'live' ? live.view.value : null
  return useMemo(() => view && new Map(view.counters.map((one) => [one.id, one])), [view])
}

/** `Ni Luh melayani A012`; only the state if nobody is there. */
function nowWords({ state, staff, current }: AgencyCounter): string {
  if (!staff) return floorText(`state.${state}`)
  if (!current) return floorText('nowOpen', { name: staff.name })
  const words = { name: staff.name, number: current.number }
  return floorText(current.status === 'serving' ? 'nowServing' : 'nowCalled', words)
}
