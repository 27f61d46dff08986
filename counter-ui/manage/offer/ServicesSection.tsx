// The section of the services: their list with what can be done to many at once, and the form of one.
import { useState } from 'preact/hooks'
import type { Plan, Service, Phase } from '../../../server/hall/plan.ts'
import { Button } from '../../../screens/components/Button.tsx'
import { formatNumber } from '../../../screens/format.ts'
import { pick } from '../../../screens/i18n.ts'
import { serviceStatusText } from '../../../screens/texts/services.ts'
import { draft } from '../draft/draft.ts'
import { ThingList } from '../form/ThingList.tsx'
import { NewThing, ThingPage } from '../form/ThingPage.tsx'
import type { SectionProps } from '../shell/section.ts'
import { Dialog } from '../../../screens/components/Dialog.tsx'
import { Choices } from '../../parts/Field.tsx'
import { AskEnds } from '../../parts/Ends.tsx'
import { type Change, setOf, moveServices } from '../draft/edit.ts'
import { fieldWords } from '../draft/places.ts'
import { ChoiceField, NumberField, optionsOf, TextField } from '../form/fields.tsx'
import { PhaseField } from './PhaseField.tsx'
import { offerText } from './texts.ts'
import { factsOf } from './facts.ts'
import { ServiceForm } from './ServiceForm.tsx'

export function ServicesSection({ id, view }: SectionProps) {
  const [adding, add] = useState(false)
  const [changing, change] = useState<readonly Service[] | null>(null)
  const plan = draft.plan.value
  if (id !== null)
    return (
      <ThingPage list="services" id={id} section="services">
        <ServiceForm id={id} />
      </ThingPage>
    )
  const waiting = new Map((view ? view.services : []).map((one) => [one.id, one.waiting]))
  // With one agency there is nothing to choose.
  const [only, another] = plan ? plan.agencies : []
  return (
    <>
      <p class="soft">{offerText('servicesLead')}</p>
      <p class="part-ends">
        <Button icon="plus" onPress={() => add(true)}>
          {offerText('addService')}
        </Button>
      </p>
      <ThingList
        list="services"
        section="services"
        title={offerText('servicesLead')}
        empty={offerText('noServices')}
        about={aboutService}
        words={({ words = [], prefix }) => [prefix, ...words].join(' ')}
        sorts={[
          { id: 'name', words: offerText('sortName'), by: ({ name }) => pick(name) },
          { id: 'agency', words: offerText('sortAgency'), by: shortOf },
          { id: 'prefix', words: offerText('sortPrefix'), by: ({ prefix }) => prefix },
          { id: 'phase', words: offerText('sortPhase'), by: ({ phase }) => serviceStatusText(phase.status) },
          { id: 'minutes', words: offerText('sortMinutes'), by: ({ minutes }) => minutes },
        ]}
        actions={(chosen) => <Button onPress={() => change(chosen)}>{offerText('change')}</Button>}
        warn={(chosen, now) => <Leaving chosen={chosen} plan={now} waiting={waiting} />}
      />
      {adding && (
        <NewThing
          list="services"
          section="services"
          title={offerText('newService')}
          label={offerText('serviceName')}
          hint={offerText('serviceNameHint')}
          make={(made) => ({
            ...made,
            agency: only && !another ? only.id : '',
            prefix: '',
            phase: { status: 'open' },
            minutes: 10,
            quota: null,
            hours: null,
            after: [],
            requirements: [],
            source: { url: null, confidence: 'official' },
          })}
          onClose={() => add(false)}
        />
      )}
      {changing && <ChangeMany chosen={changing} onClose={() => change(null)} />}
    </>
  )
}

const shortOf = ({ agency }: Service, plan: Plan): string => factsOf(plan).agencies.get(agency)?.short ?? ''

/** `Dukcapil · A · Buka · 10 menit · 3 syarat`. */
function aboutService(service: Service, plan: Plan): string {
  const { phase, prefix, minutes, quota, requirements, id } = service
  const takes = phase.status === 'open' || phase.status === 'trial'
  return [
    shortOf(service, plan) || offerText('noAgency'),
    prefix || offerText('noPrefix'),
    serviceStatusText(phase.status),
    offerText('minutesOf', { minutes: formatNumber(minutes) }),
    quota !== null && offerText('quotaOf', { quota: formatNumber(quota) }),
    requirements.length > 0 && offerText('papersOf', { count: requirements.length }),
    takes && !factsOf(plan).countersFor.has(id) && offerText('noCounter'),
  ]
    .filter(Boolean)
    .join(' · ')
}

interface LeavingProps {
  chosen: readonly Service[]
  plan: Plan
  waiting: ReadonlyMap<string, number>
}

/** Who is waiting for services that would go, and what else names them. */
function Leaving({ chosen, plan, waiting }: LeavingProps) {
  const ids = new Set(chosen.map(({ id }) => id))
  const wait = chosen.filter(({ id }) => (waiting.get(id) ?? 0) > 0)
  const names = [
    ...plan.counters.filter(({ services }) => services.some((one) => ids.has(one))),
    ...plan.bundles.filter(({ services }) => services.some((one) => ids.has(one))),
  ].map(({ name }) => pick(name))
  return (
    <>
      {wait.map(({ id, name }) => (
        <p key={id}>
          <strong>{offerText('waitingNow', { service: pick(name), count: waiting.get(id) ?? 0 })}</strong>
        </p>
      ))}
      {names.length > 0 && <p>{offerText('usedBy', { names: names.join(', ') })}</p>}
    </>
  )
}

// One field of many services at once.

const WHATS = ['phase', 'agency', 'minutes', 'prefix', 'level', 'quota'] as const
type What = (typeof WHATS)[number]

function ChangeMany({ chosen, onClose }: { chosen: readonly Service[]; onClose: () => void }) {
  const [what, choose] = useState<What>('phase')
  const [phase, setPhase] = useState<Phase>({ status: 'open' })
  const [agency, setAgency] = useState('')
  const [prefix, setPrefix] = useState('')
  const [minutes, setMinutes] = useState<number | undefined>(undefined)
  const [level, setLevel] = useState<number | undefined>(undefined)
  const [quota, setQuota] = useState<number | null>(null)
  const plan = draft.plan.value
  if (!plan) return null
  const ids = chosen.map(({ id }) => id)
  const change = changeNow()
  const shared = { faults: [], label: fieldWords(what), id: `many-${what}` }
  return (
    <Dialog title={offerText('changeTitle', { count: chosen.length })} onClose={onClose}>
      <div class="fields">
        <Choices
          legend={offerText('changeWhat')}
          name="what"
          value={what}
          options={WHATS.map((value) => ({ value, words: fieldWords(value) }))}
          onChange={choose}
        />
        {what === 'phase' && <PhaseField {...shared} value={phase} onChange={setPhase} />}
        {what === 'agency' && (
          <>
            <ChoiceField {...shared} value={agency} onChange={setAgency} options={optionsOf(plan.agencies)} />
            <p class="soft">{offerText('changeAgency')}</p>
          </>
        )}
        {what === 'prefix' && (
          <TextField
            {...shared}
            value={prefix}
            onChange={setPrefix}
            code
            size={2}
            hint={offerText('prefixHint')}
          />
        )}
        {what === 'minutes' && (
          <NumberField
            {...shared}
            value={minutes}
            onChange={setMinutes}
            hint={offerText('minutesHint')}
            unit={offerText('minutes')}
            least={0.5}
            most={480}
            parts
            example={10}
          />
        )}
        {what === 'level' && (
          <NumberField
            {...shared}
            value={level}
            onChange={setLevel}
            hint={offerText('levelHint')}
            unit={offerText('minutes')}
            least={1}
            most={480}
            example={15}
            empty={undefined}
          />
        )}
        {what === 'quota' && (
          <NumberField
            {...shared}
            value={quota}
            onChange={setQuota}
            hint={offerText('quotaHint')}
            unit={offerText('quotaUnit')}
            least={1}
            most={100_000}
            example={40}
            empty={null}
          />
        )}
        <AskEnds
          disabled={change === null}
          onGo={() => {
            if (change) draft.edit(change)
            onClose()
            return Promise.resolve()
          }}
          onBack={onClose}
        >
          {offerText('apply')}
        </AskEnds>
      </div>
    </Dialog>
  )

  /** Null until everything it needs is filled in. */
  function changeNow(): Change | null {
    switch (what) {
      case 'phase':
        return setOf('services', ids, 'phase', phase)
      case 'agency':
        return agency === '' ? null : moveServices(ids, agency)
      case 'prefix':
        return prefix === '' ? null : setOf('services', ids, 'prefix', prefix)
      case 'minutes':
        return minutes === undefined ? null : setOf('services', ids, 'minutes', minutes)
      case 'level':
        return setOf('services', ids, 'level', level)
      case 'quota':
        return setOf('services', ids, 'quota', quota)
    }
  }
}
