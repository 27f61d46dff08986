// The form of one counter, and adding several at once.
import { useState, useEffect, useMemo } from 'preact/hooks'
import type { AgencyCounter, AgencyView } from '../../../server/live/agency.ts'
import { Button } from '../../../screens/components/Button.tsx'
import { Confirm, FormEnds } from '../../parts/Ends.tsx'
import { draft } from '../draft/draft.ts'
import { changeOf, add, idFor } from '../draft/edit.ts'
import {
  ChoiceField,
  ManyField,
  optionsOf,
  TextField,
  TextsField,
  Faults,
  NumberField,
} from '../form/fields.tsx'
import { fieldsOf } from '../form/use-fields.ts'
import { connectLive } from '../../../screens/live.ts'
import { floorText, en, id } from './texts.ts'
import type { Counter, Plan } from '../../../server/hall/plan.ts'
import { Dialog } from '../../../screens/components/Dialog.tsx'
import '../../parts/dialogs.css'

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

// Adds several counters at once: from which number, how many, of which agency, in which zone, with which services.

/** As many as one dialog makes. */
const MOST = 50

export function AddCounters({ onClose }: { onClose: () => void }) {
  const plan = draft.plan.value
  const [first, setFirst] = useState(() => (plan ? nextLabel(plan) : '1'))
  const [count, setCount] = useState(1)
  const [agency, setAgency] = useState('')
  const [zone, setZone] = useState(() => (plan && plan.zones.length === 1 ? (plan.zones[0]?.id ?? '') : ''))
  const [services, setServices] = useState<string[]>([])
  if (!plan) return null
  const labels = labelsFrom(first, count)
  const taken = labels.filter((label) => plan.counters.some((one) => one.label === label))
  const own = plan.services.filter((one) => one.agency === agency)
  const willBe = { first: nameOf(labels[0] ?? ''), last: nameOf(labels.at(-1) ?? '') }

  function submit(event: SubmitEvent): void {
    event.preventDefault()
    if (!plan || labels.length === 0 || taken.length > 0) return
    draft.edit(add('counters', newCounters(plan, labels, { agency, zone, services })))
    onClose()
  }

  return (
    <Dialog title={floorText('newCounters')} onClose={onClose}>
      <form class="fields" onSubmit={submit}>
        <TextField
          id="add-first"
          label={floorText('firstLabel')}
          value={first}
          faults={[]}
          onChange={setFirst}
          hint={floorText('firstLabelHint')}
          size={8}
        />
        <NumberField
          id="add-count"
          label={floorText('howMany')}
          value={count}
          faults={[]}
          onChange={setCount}
          unit={floorText('countersUnit')}
          least={1}
          most={MOST}
          example={10}
        />
        <p role="status">
          {labels.length > 1 && floorText('willBe', willBe)}
          {labels.length === 1 && floorText('willBeOne', willBe)}
        </p>
        <div role="alert">
          <Faults
            id="add"
            list={taken.length > 0 ? [floorText('labelsTaken', { labels: taken.join(', ') })] : []}
          />
        </div>
        <ChoiceField
          id="add-agency"
          label={floorText('sortAgency')}
          value={agency}
          faults={[]}
          onChange={(next) => {
            setAgency(next)
            setServices(plan.services.filter((one) => one.agency === next).map((one) => one.id))
          }}
          options={optionsOf(plan.agencies)}
        />
        <ChoiceField
          id="add-zone"
          label={floorText('sortZone')}
          value={zone}
          faults={[]}
          onChange={setZone}
          options={optionsOf(plan.zones)}
        />
        {agency !== '' && (
          <ManyField
            id="add-services"
            label={floorText('servicesHint')}
            value={services}
            faults={[]}
            onChange={setServices}
            options={optionsOf(own)}
          />
        )}
        <FormEnds busy={false} disabled={labels.length === 0 || taken.length > 0} onBack={onClose}>
          {floorText('addCounters')}
        </FormEnds>
      </form>
    </Dialog>
  )
}

const nameOf = (label: string): string => floorText('counterName', { label })

/** The number after the highest one that a counter has. */
function nextLabel({ counters }: Plan): string {
  const numbers = counters.map(({ label }) => Number(label)).filter(Number.isInteger)
  return String(Math.max(0, ...numbers) + 1)
}

/** `11`, `12`, …; with letters only the one typed, or `A1`, `A2`, …; empty if there is no number to count from. */
export function labelsFrom(first: string, count: number): string[] {
  const label = first.trim()
  if (label === '') return []
  if (count === 1) return [label]
  const [, before = '', number] = /^(.*?)(\d+)$/.exec(label) ?? []
  if (number === undefined) return []
  return Array.from({ length: count }, (_, nth) => {
    const next = String(Number(number) + nth).padStart(number.length, '0')
    return `${before}${next}`
  })
}

/** Counters with these labels, each with an id of its own, named in all the plan's languages. */
export function newCounters(
  plan: Plan,
  labels: readonly string[],
  rest: Pick<Counter, 'agency' | 'zone' | 'services'>,
): Counter[] {
  return labels.map((label) => {
    const named = (text: string) => text.replace('{label}', label)
    const others = plan.languages.filter((code) => code !== 'id' && code !== 'en')
    const name = {
      id: named(id.counterName),
      en: named(en.counterName),
      ...Object.fromEntries(others.map((code) => [code, named(id.counterName)])),
    }
    return { id: idFor(plan, 'counters', name.id), label, name, ...rest }
  })
}
