// The section of the agencies: their list, and the form of one with what belongs to it.
import { useState } from 'preact/hooks'
import type { Agency, Plan } from '../../../server/hall/plan.ts'
import { Button } from '../../../screens/components/Button.tsx'
import { pick } from '../../../screens/i18n.ts'
import type { Account } from '../accounts/account.ts'
import { draft } from '../draft/draft.ts'
import { TextField, TextsField } from '../form/fields.tsx'
import { type Before, ThingList } from '../form/ThingList.tsx'
import { NewThing, ThingPage } from '../form/ThingPage.tsx'
import { formText } from '../form/texts.ts'
import { fieldsOf } from '../form/use-fields.ts'
import { LogoField } from '../hall/LogoField.tsx'
import type { SectionProps } from '../shell/section.ts'
import { pathTo } from '../shell/way.ts'
import { removeOwn } from '../draft/edit.ts'
import { factsOf } from './facts.ts'
import { offerText } from './texts.ts'
import './offer.css'

/** The size of a logo, an emblem on a tile, that the plan takes. */
const KIOSK = { wide: 240, most: 16_000 }

export function AgenciesSection({ id, accounts }: SectionProps) {
  const [adding, add] = useState(false)
  if (id !== null)
    return (
      <ThingPage list="agencies" id={id} section="agencies">
        <AgencyForm id={id} />
      </ThingPage>
    )
  return (
    <>
      <p class="soft">{offerText('agenciesLead')}</p>
      <p class="part-ends">
        <Button icon="plus" onPress={() => add(true)}>
          {offerText('addAgency')}
        </Button>
        <a class="button button-plain button-medium" href={pathTo('catalogue')}>
          {offerText('fromCatalogue')}
        </a>
      </p>
      <ThingList
        list="agencies"
        section="agencies"
        title={offerText('agenciesLead')}
        empty={offerText('noAgencies')}
        about={(agency, plan) => [agency.short, hasWords(agency, plan)].filter(Boolean).join(' · ')}
        sorts={[
          { id: 'name', words: offerText('sortName'), by: ({ name }) => pick(name) },
          {
            id: 'services',
            words: offerText('sortServices'),
            by: ({ id: agency }, plan) => -(factsOf(plan).servicesOf.get(agency) ?? []).length,
          },
        ]}
        warn={(chosen, plan, before) => (
          <Leaving chosen={chosen} plan={plan} before={before} accounts={accounts.list ?? []} />
        )}
      />
      {adding && (
        <NewThing
          list="agencies"
          section="agencies"
          title={offerText('newAgency')}
          label={offerText('agencyName')}
          hint={offerText('agencyNameHint')}
          make={(made) => ({ ...made, short: pick(made.name).length <= 16 ? pick(made.name) : '' })}
          onClose={() => add(false)}
        />
      )}
    </>
  )
}

function hasWords({ id }: Agency, plan: Plan): string {
  const { servicesOf, countersOf } = factsOf(plan)
  return offerText('agencyHas', {
    services: (servicesOf.get(id) ?? []).length,
    counters: (countersOf.get(id) ?? []).length,
  })
}

function AgencyForm({ id }: { id: string }) {
  const field = fieldsOf('agencies', id)
  const plan = draft.plan.value
  if (!field || !plan) return null
  const monogram = field('monogram')
  const { servicesOf, countersOf } = factsOf(plan)
  const [services, counters] = [servicesOf.get(id) ?? [], countersOf.get(id) ?? []]
  return (
    <>
      <TextsField {...field('name')} hint={offerText('agencyNameHint')} />
      <TextField {...field('short')} hint={offerText('shortHint')} size={16} />
      <TextField
        {...monogram}
        value={monogram.value ?? ''}
        onChange={(next) => monogram.onChange(next === '' ? undefined : next)}
        hint={offerText('monogramHint')}
        size={3}
      />
      <LogoField {...field('logo')} hint={offerText('agencyLogoHint')} room={KIOSK} />
      <div>
        <p>
          <strong>{offerText('agencyNext')}</strong>
        </p>
        <p class="own-things">
          {services.map((one) => (
            <a key={one.id} href={pathTo('services', one.id)}>
              {pick(one.name) || formText('noName')}
            </a>
          ))}
          {counters.map((one) => (
            <a key={one.id} href={pathTo('counters', one.id)}>
              {pick(one.name) || formText('noName')}
            </a>
          ))}
        </p>
      </div>
    </>
  )
}

interface LeavingProps {
  chosen: readonly Agency[]
  plan: Plan
  before: Before
  accounts: readonly Account[]
}

const MOST_NAMES = 5

/** What deleting agencies means for what belongs to them, and for their people. */
function Leaving({ chosen, plan, before, accounts }: LeavingProps) {
  const [takesAlong, take] = useState(true)
  const ids = chosen.map(({ id }) => id)
  const { servicesOf, countersOf } = factsOf(plan)
  const services = ids.flatMap((id) => servicesOf.get(id) ?? []).length
  const counters = ids.flatMap((id) => countersOf.get(id) ?? []).length
  before.current = takesAlong && services + counters > 0 ? removeOwn(ids) : null
  const people = accounts.filter(
    ({ agency, disabled }) => !disabled && agency !== null && ids.includes(agency),
  )
  const names = people
    .slice(0, MOST_NAMES)
    .map(({ name }) => name)
    .join(', ')
  return (
    <>
      {services + counters > 0 && (
        <div>
          <label class="tick">
            <input
              type="checkbox"
              checked={takesAlong}
              onChange={({ currentTarget }) => take(currentTarget.checked)}
            />
            <span>{offerText('alsoOwn', { services, counters })}</span>
          </label>
          {!takesAlong && <p class="soft">{offerText('alsoOwnNot')}</p>}
        </div>
      )}
      {people.length > 0 && (
        <p>
          {offerText('agencyAccounts', {
            count: people.length,
            names:
              people.length > MOST_NAMES
                ? offerText('agencyAccountsMore', { names, count: people.length - MOST_NAMES })
                : names,
          })}
        </p>
      )}
    </>
  )
}
