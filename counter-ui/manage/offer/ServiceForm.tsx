// The form of one service.
import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import type { Plan, Service } from '../../../server/hall/plan.ts'
import { isKey, pick } from '../../../screens/i18n.ts'
import { draft } from '../draft/draft.ts'
import {
  ChoiceField,
  Faults,
  NumberField,
  type Option,
  optionsOf,
  planLanguages,
  TextField,
  TextsField,
} from '../form/fields.tsx'
import { formText } from '../form/texts.ts'
import { type FieldOf, fieldsOf } from '../form/use-fields.ts'
import { here, pathTo } from '../shell/way.ts'
import { missingOf, StandardFields } from '../standard/StandardFields.tsx'
import { AtZeroFields, LastTicketField } from '../times/Quotas.tsx'
import { timesText } from '../times/texts.ts'
import { moveServices } from '../draft/edit.ts'
import { factsOf, freePrefixes, prefixesOf, prefixHolders } from './facts.ts'
import { PhaseField } from './PhaseField.tsx'
import { RowButton } from '../form/ThingRow.tsx'
import { PickList } from './PickList.tsx'
import { RequirementsField } from './RequirementsField.tsx'
import { id as texts, offerText } from './texts.ts'

export function ServiceForm({ id }: { id: string }) {
  const field = fieldsOf('services', id)
  const plan = draft.plan.value
  if (!field || !plan) return null
  const agency = field('agency')
  return (
    <>
      <TextsField {...field('name')} hint={offerText('serviceNameHint')} />
      <ChoiceField
        {...agency}
        hint={[offerText('agencyHint'), agency.value !== '' && offerText('agencyMoved')]
          .filter(Boolean)
          .join(' ')}
        options={optionsOf(plan.agencies)}
        onChange={(next) => draft.edit(moveServices([id], next))}
      />
      <PrefixField id={id} field={field('prefix')} agency={agency.value} plan={plan} />
      <PhaseField {...field('phase')} />
      <Served id={id} agency={agency.value} plan={plan} />
      <RequirementsField {...field('requirements')} />
      <PickList
        {...field('after')}
        onChange={(after) => field('after').onChange([...after])}
        hint={offerText('afterHint')}
        options={serviceOptions(plan, id)}
      />
      <div class="field-grid">
        <NumberField
          {...field('minutes')}
          hint={offerText('minutesHint')}
          unit={offerText('minutes')}
          least={0.5}
          most={480}
          parts
          example={10}
        />
        <NumberField
          {...field('level')}
          hint={offerText('levelHint')}
          unit={offerText('minutes')}
          least={1}
          most={480}
          example={15}
          empty={undefined}
        />
        <NumberField
          {...field('quota')}
          hint={offerText('quotaHint')}
          unit={offerText('quotaUnit')}
          least={1}
          most={100_000}
          example={40}
          empty={null}
        />
      </div>
      {field('quota').value !== null && <AtZeroFields field={field('atZero')} />}
      <details class="rarely" open={field('lastTicket').value !== undefined}>
        <summary>{field('lastTicket').label}</summary>
        <LastTicketField {...field('lastTicket')} label={timesText('lastOfService')} />
      </details>
      <StandardField id={id} plan={plan} />
      <ChoiceField<'investment' | ''>
        {...field('tags')}
        value={field('tags').value?.[0] ?? ''}
        onChange={(tag) => field('tags').onChange(tag === '' ? undefined : [tag])}
        hint={offerText('tagsHint')}
        none={offerText('tagNone')}
        options={[{ value: 'investment', words: offerText('tagInvestment') }]}
      />
      <ChoiceField<'yes' | ''>
        {...field('documents')}
        value={field('documents').value === true ? 'yes' : ''}
        onChange={(said) => field('documents').onChange(said === '' ? undefined : true)}
        hint={offerText('documentsHint')}
        none={offerText('documentsNone')}
        options={[{ value: 'yes', words: offerText('documentsYes') }]}
      />
      <WordsField {...field('words')} hint={offerText('wordsHint')} />
      <SourceField {...field('source')} />
    </>
  )
}

/** The six components that are published; folded, as the form is long. */
function StandardField({ id, plan }: { id: string; plan: Plan }) {
  const field = fieldsOf('services', id)
  const service = factsOf(plan).services.get(id)
  if (!field || !service) return null
  const { id: place, label, faults, onChange } = field('standard')
  const missing = missingOf(service).length
  return (
    <details class="rarely" open={faults.length > 0 || here.value.field === place}>
      <summary>
        {label}
        {missing > 0 && <span class="state">{offerText('standardMissing', { count: missing })}</span>}
      </summary>
      <StandardFields
        id={place}
        service={service}
        languages={planLanguages()}
        onChange={onChange}
        faults={faults}
      />
    </details>
  )
}

/** All services but one, with their agency. */
export function serviceOptions(plan: Plan, but: string | null = null): Option[] {
  const { agencies } = factsOf(plan)
  return plan.services.flatMap(({ id, name, agency }) =>
    id === but
      ? []
      : [{ value: id, words: pick(name) || formText('noName'), group: agencies.get(agency)?.short ?? '' }],
  )
}

interface PrefixFieldProps {
  id: string
  field: FieldOf<string>
  agency: string
  plan: Plan
}

/** Says, while letters are typed, which services share the count, or who already has the letters. */
function PrefixField({ id, field, agency, plan }: PrefixFieldProps) {
  const { value } = field
  const { agencies } = factsOf(plan)
  const holder = prefixHolders({ ...plan, services: plan.services.filter((one) => one.id !== id) }).get(value)
  const isForeign = holder !== undefined && holder !== agency
  const others = plan.services.filter(
    (one) => one.id !== id && one.prefix === value && one.agency === agency && value !== '',
  )
  const offered = [...new Set([...prefixesOf(plan, agency).slice(0, 3), ...freePrefixes(plan, 3)])].filter(
    (one) => one !== value,
  )
  const own = new Set(prefixesOf(plan, agency))
  const taken = isForeign
    ? [
        {
          list: 'services' as const,
          id,
          field: 'prefix',
          sub: '',
          code: 'prefix-shared',
          words: offerText('prefixTaken', { agency: agencies.get(holder)?.short ?? '' }),
        },
      ]
    : field.faults.filter(({ code }) => code !== 'prefix-shared' || value === '')
  return (
    <div>
      <TextField
        {...field}
        faults={taken}
        code
        size={2}
        hint={
          others.length > 0
            ? offerText('prefixWith', {
                services: others
                  .slice(0, 3)
                  .map(({ name }) => pick(name))
                  .join(', '),
              })
            : offerText('prefixHint')
        }
      />
      {(value === '' || isForeign) && (
        <p class="part-ends">
          {offered.map((prefix) => (
            <RowButton
              key={prefix}
              label={`${offerText(own.has(prefix) ? 'prefixOwn' : 'prefixFree')}: ${prefix}`}
              onPress={() => field.onChange(prefix)}
            >
              {offerText('prefixUse', { prefix })}
            </RowButton>
          ))}
        </p>
      )}
    </div>
  )
}

/** The counters that serve it, or that could. */
function Served({ id, agency, plan }: { id: string; agency: string; plan: Plan }) {
  const facts = factsOf(plan)
  const served = facts.countersFor.get(id) ?? []
  const own = facts.countersOf.get(agency) ?? []
  if (agency === '') return null
  const shown = served.length > 0 ? served : own
  return (
    <div>
      <p>
        {served.length > 0 ? (
          <strong>{offerText('servedAt')}</strong>
        ) : (
          offerText(own.length > 0 ? 'counterless' : 'counterlessNone')
        )}
      </p>
      <p class="own-things">
        {shown.map((counter) => (
          <a key={counter.id} href={pathTo('counters', counter.id, 'f-services')}>
            {pick(counter.name) || formText('noName')}
          </a>
        ))}
      </p>
    </div>
  )
}

/** Words for the search with commas between them. */
export function WordsField(props: FieldOf<string[] | undefined> & { hint: ComponentChildren }) {
  const { value = [], onChange, faults } = props
  const [typed, type] = useState<string | null>(null)
  const wordsIn = (text: string) => [
    ...new Set(
      text
        .split(',')
        .map((word) => word.trim())
        .filter(Boolean),
    ),
  ]
  // The text as typed, including trailing commas, until something else changes the words.
  const shown = typed !== null && wordsIn(typed).join() === value.join() ? typed : value.join(', ')
  return (
    <TextField
      {...props}
      faults={faults}
      value={shown}
      onChange={(text) => {
        type(text)
        const next = wordsIn(text)
        onChange(next.length > 0 ? next : undefined)
      }}
    />
  )
}

const CONFIDENCES = [
  'official',
  'official-bali',
  'official-other-office',
  'official-old',
  'press-quoting-official',
  'press',
  'secondary',
  'inferred',
] as const

/** Where its facts come from. */
export function SourceField({ id, label, value, faults, onChange }: FieldOf<Service['source']>) {
  const within = (part: string) => faults.filter(({ sub }) => sub === part)
  const { confidence } = value
  const key = `confidence.${confidence}`
  const options = CONFIDENCES.map((one) => ({ value: one as string, words: offerText(`confidence.${one}`) }))
  return (
    <details class="rarely" id={id} open={faults.length > 0}>
      <summary>{label}</summary>
      <Faults id={id} list={faults.filter(({ sub }) => sub === '').map(({ words }) => words)} />
      <TextField
        id={`${id}-url`}
        label={offerText('sourceUrl')}
        hint={offerText('sourceUrlHint')}
        value={value.url ?? ''}
        faults={within('url')}
        onChange={(url) => onChange({ ...value, url: url || null })}
      />
      <ChoiceField
        id={`${id}-confidence`}
        label={offerText('sourceConfidence')}
        value={confidence}
        faults={within('confidence')}
        onChange={(next) => onChange({ ...value, confidence: next })}
        options={
          confidence === '' || isKey(texts, key)
            ? options
            : [...options, { value: confidence, words: confidence }]
        }
      />
      <TextField
        id={`${id}-note`}
        label={offerText('sourceNote')}
        value={value.note ?? ''}
        faults={within('note')}
        onChange={(note) => {
          const { note: _, ...rest } = value
          onChange(note === '' ? rest : { ...rest, note })
        }}
      />
    </details>
  )
}
