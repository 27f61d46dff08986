// One paper: what it is called, who issues it, which services ask for it, and where it is confirmed.
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Plan } from '../../../server/hall/plan.ts'
import { Button } from '../../../screens/components/Button.tsx'
import { pick } from '../../../screens/i18n.ts'
import { Choices } from '../../parts/Field.tsx'
import { draft } from '../draft/draft.ts'
import { faults, type PlacedFault } from '../draft/faults.ts'
import { fieldWords } from '../draft/places.ts'
import { ChoiceField, Faults, OptionalTextsField, TextsField } from '../form/fields.tsx'
import { formText } from '../form/texts.ts'
import { factsOf } from '../offer/facts.ts'
import { PickList } from '../offer/PickList.tsx'
import { serviceOptions } from '../offer/ServiceForm.tsx'
import { cameFrom, here, pathTo } from '../shell/way.ts'
import { askIn, confirmIn, type Paper, type PaperFacts, writePaper } from './papers.ts'
import { paperText } from './texts.ts'
import '../offer/offer.css'

type Issuer = 'nobody' | 'service' | 'where'

interface PaperFormProps {
  id: string
  /** Null: no service requires it. */
  paper: Paper | null
  plan: Plan
}

export function PaperForm({ id, paper, plan }: PaperFormProps) {
  const head = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (cameFrom.value && here.value.field === null) head.current?.focus({ preventScroll: true })
  }, [id, paper === null])
  if (!paper)
    return (
      <section class="part">
        <h2 ref={head} tabIndex={-1}>
          {paperText('notThere')}
        </h2>
        <p>{paperText('notThereLead')}</p>
        <p>
          <a href={pathTo('papers')}>{formText('backToList')}</a>
        </p>
      </section>
    )
  const { name, issuedBy, where } = paper
  const facts: PaperFacts = { name, issuedBy, ...(where && { where }) }
  const write = (next: PaperFacts) => draft.edit(writePaper(id, next))
  const wrong = faultsOf(id)
  const { services } = factsOf(plan)
  return (
    <>
      <h2 class="thing-title" ref={head} tabIndex={-1}>
        {pick(name) || formText('noName')}
      </h2>
      <section class="part">
        <div class="fields">
          {paper.differs && (
            <div role="note">
              <p>{paperText('differsLead')}</p>
              <p class="part-ends">
                <Button onPress={() => write(facts)}>{paperText('same')}</Button>
              </p>
            </div>
          )}
          <TextsField
            id="f-name"
            label={fieldWords('name')}
            value={name}
            faults={wrong('name')}
            hint={paperText('nameHint')}
            onChange={(next) => write({ ...facts, name: next })}
          />
          <IssuerField key={id} paper={paper} plan={plan} write={write} wrong={wrong} />
          <PickList
            id="f-services"
            label={paperText('services')}
            value={paper.services}
            faults={[]}
            onChange={(next) => {
              // Without any service it would not exist.
              if (next.length > 0) draft.edit(askIn(paper, next))
            }}
            options={serviceOptions(plan)}
            hint={paperText('servicesHint')}
          />
          <fieldset class="many">
            <legend>{paperText('confirmTitle')}</legend>
            <p class="soft">{paperText('confirmHint')}</p>
            <div class="many-list">
              {paper.services.map((service) => {
                const found = services.get(service)
                return (
                  <label key={service} class="tick tick-row">
                    <input
                      type="checkbox"
                      checked={!paper.unconfirmed.includes(service)}
                      onChange={({ currentTarget }) =>
                        draft.edit(confirmIn(id, [service], currentTarget.checked))
                      }
                    />
                    <span>{found ? pick(found.name) || formText('noName') : formText('gone')}</span>
                  </label>
                )
              })}
            </div>
            {paper.unconfirmed.length > 1 && (
              <p class="part-ends">
                <Button onPress={() => draft.edit(confirmIn(id, paper.services, true))}>
                  {paperText('confirmAll')}
                </Button>
              </p>
            )}
          </fieldset>
        </div>
      </section>
      <p class="thing-back">
        <a href={pathTo('papers')}>{formText('backToList')}</a>
      </p>
    </>
  )
}

interface IssuerFieldProps {
  paper: Paper
  plan: Plan
  write: (facts: PaperFacts) => void
  wrong: (part: string) => PlacedFault[]
}

function IssuerField({ paper: { name, issuedBy, where }, plan, write, wrong }: IssuerFieldProps) {
  const [chosen, choose] = useState<Issuer>(issuedBy !== null ? 'service' : where ? 'where' : 'nobody')
  const turn = (next: Issuer) => {
    choose(next)
    // The other one is removed right away; this one waits until somebody says which.
    if (next === 'nobody') write({ name, issuedBy: null })
    else if (next === 'service' && where) write({ name, issuedBy })
    else if (next === 'where' && issuedBy !== null) write({ name, issuedBy: null, ...(where && { where }) })
  }
  return (
    <div class="fields" id="f-issuedBy" tabIndex={-1}>
      <div>
        <Choices
          legend={paperText('issuer')}
          name="issuer"
          value={chosen}
          options={(['nobody', 'service', 'where'] as const).map((value) => ({
            value,
            words: paperText(`issuer.${value}`),
          }))}
          onChange={turn}
        />
        <p class="soft">{paperText('issuerHint')}</p>
        {chosen !== 'service' && <Faults id="f-issuer" list={wrong('issuedBy').map(({ words }) => words)} />}
      </div>
      {chosen === 'service' && (
        <ChoiceField
          id="f-issuer-service"
          label={paperText('issuerService')}
          value={issuedBy ?? ''}
          faults={wrong('issuedBy')}
          onChange={(service) => write({ name, issuedBy: service })}
          options={serviceOptions(plan).map(({ value, words, group }) => ({
            value,
            words: group ? `${words} · ${group}` : words,
          }))}
        />
      )}
      {chosen === 'where' && (
        <OptionalTextsField
          id="f-issuer-where"
          label={paperText('where')}
          value={where}
          faults={wrong('where')}
          hint={paperText('whereHint')}
          onChange={(next) => write({ name, issuedBy: null, ...(next && { where: next }) })}
        />
      )}
    </div>
  )
}

/** The faults of a paper in any service that requires it, by its part; each sentence once. */
function faultsOf(id: string): (part: string) => PlacedFault[] {
  const saved = draft.saved.value
  const services = new Map((saved ? saved.plan.services : []).map((one) => [one.id, one]))
  const own = faults.value.flatMap((fault) => {
    if (fault.list !== 'services' || fault.field !== 'requirements') return []
    const [, nth, part = '', sub = ''] = /^\[(\d+)\]\.?(\w*)\.?(.*)$/.exec(fault.sub) ?? []
    const service = services.get(fault.id ?? '')
    const requirement = service && nth !== undefined ? service.requirements[Number(nth)] : undefined
    return requirement && requirement.id === id ? [{ ...fault, part, sub }] : []
  })
  return (part) => {
    const found = own.filter((fault) => fault.part === part)
    return found.filter((fault, nth) => found.findIndex(({ words }) => words === fault.words) === nth)
  }
}
