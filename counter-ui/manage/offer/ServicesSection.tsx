// The section of the services: their list with what can be done to many at once, and the form of one.
import { useState } from 'preact/hooks'
import type { Plan, Service } from '../../../server/hall/plan.ts'
import { Button } from '../../../screens/components/Button.tsx'
import { formatNumber } from '../../../screens/format.ts'
import { pick } from '../../../screens/i18n.ts'
import { serviceStatusText } from '../../../screens/texts/services.ts'
import { draft } from '../draft/draft.ts'
import { NewThing } from '../form/NewThing.tsx'
import { ThingList } from '../form/ThingList.tsx'
import { ThingPage } from '../form/ThingPage.tsx'
import type { SectionProps } from '../shell/section.ts'
import { ChangeMany } from './ChangeMany.tsx'
import { factsOf } from './facts.ts'
import { ServiceForm } from './ServiceForm.tsx'
import { offerText } from './texts.ts'

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
