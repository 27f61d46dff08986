// The catalogue to pick from: an agency, its services to tick, and the requirements of each line by line, with their
// source. What is picked goes into the draft.
import { useEffect, useState } from 'preact/hooks'
import { fetchJson, type Problem } from '../../../screens/command.ts'
import { Button } from '../../../screens/components/Button.tsx'
import { isKey, pick } from '../../../screens/i18n.ts'
import type { CatalogueAgency, CatalogueService } from '../../../server/halls/catalogue/shape.ts'
import type { Plan } from '../../../server/hall/plan.ts'
import { ProblemLine } from '../../parts/ProblemLine.tsx'
import { sessionEnded } from '../../session.ts'
import { draft } from '../draft/draft.ts'
import { fold } from '../shell/find.ts'
import { pathTo } from '../shell/way.ts'
import { standardText } from '../standard/texts.ts'
import { agencyOf, serviceOf, take } from './take.ts'
import { catalogueText, id as texts } from './texts.ts'
import './catalogue.css'
import { FindField } from '../form/FindField.tsx'

export function CatalogueSection() {
  const [list, setList] = useState<readonly CatalogueAgency[] | null>(null)
  const [problem, say] = useState<Problem | null>(null)
  const [typed, type] = useState('')
  useEffect(() => {
    void fetchJson<{ agencies: CatalogueAgency[] }>('/api/catalogue').then((answer) => {
      if (answer.ok) setList(answer.data.agencies)
      else if (answer.problem.status === 401) sessionEnded()
      else say(answer.problem)
    })
  }, [])
  const plan = draft.plan.value
  const asked = fold(typed)
  const shown = (list ?? []).filter((agency) => fold(wordsOf(agency)).includes(asked))
  return (
    <section class="part" aria-label={catalogueText('find')}>
      <p class="soft">{catalogueText('lead')}</p>
      <ProblemLine problem={problem} />
      <FindField id="catalogue-find" label={catalogueText('find')} value={typed} onType={type} />
      {plan &&
        list &&
        shown.map((agency) => (
          <AgencyPart key={agency.id} agency={agency} catalogue={list} plan={plan} isOpen={asked !== ''} />
        ))}
      {list && shown.length === 0 && <p>{catalogueText('nothingFound', { words: typed })}</p>}
    </section>
  )
}

function wordsOf({ name, short, services }: CatalogueAgency): string {
  const said = services.flatMap((one) => [
    pick(one.name),
    ...(one.words ?? []),
    ...one.requirements.map((paper) => pick(paper.name)),
  ])
  return [pick(name), short, ...said].join(' ')
}

interface PartProps {
  readonly agency: CatalogueAgency
  readonly catalogue: readonly CatalogueAgency[]
  readonly plan: Plan
  readonly isOpen: boolean
}

function AgencyPart({ agency, catalogue, plan, isOpen }: PartProps) {
  const there = agencyOf(plan, agency)
  const left = agency.services.filter((one) => !serviceOf(plan, there, one))
  const [unticked, untick] = useState<ReadonlySet<string>>(new Set())
  const [done, setDone] = useState<number | null>(null)
  const chosen = left.filter(({ id }) => !unticked.has(id))
  const here = agency.services.length - left.length
  const name = pick(agency.name)
  const add = () => {
    draft.edit((now) => take(now, catalogue, agency, new Set(chosen.map(({ id }) => id))))
    setDone(chosen.length)
  }
  const turn = (ids: readonly string[], isOn: boolean) => {
    const next = new Set(unticked)
    for (const id of ids) {
      if (isOn) next.delete(id)
      else next.add(id)
    }
    untick(next)
  }
  const areAll = chosen.length === left.length
  return (
    <details class="catalogue-agency" open={isOpen || done !== null}>
      <summary>
        <strong>{name}</strong>{' '}
        <span class="soft">{catalogueText('services', { count: agency.services.length })}</span>{' '}
        {here > 0 && (
          <span class="state">
            {left.length === 0 ? catalogueText('allThere') : catalogueText('someThere', { count: here })}
          </span>
        )}
      </summary>
      <p role="status">
        {done !== null && catalogueText('added', { count: done, agency: name })}{' '}
        {there && (
          <a href={pathTo('agencies', there.id)}>{catalogueText('toAgency', { agency: pick(there.name) })}</a>
        )}
      </p>
      {left.length > 1 && (
        <Button
          kind="quiet"
          onPress={() =>
            turn(
              left.map(({ id }) => id),
              !areAll,
            )
          }
        >
          {catalogueText(areAll ? 'none' : 'all')}
        </Button>
      )}
      <ul>
        {agency.services.map((service) => (
          <ServiceLine
            key={service.id}
            service={service}
            catalogue={catalogue}
            isThere={!left.includes(service)}
            isOn={chosen.includes(service)}
            onTick={(isOn) => turn([service.id], isOn)}
          />
        ))}
      </ul>
      {left.length > 0 && (
        <Button kind="primary" disabled={chosen.length === 0} onPress={add}>
          {chosen.length === 0 ? catalogueText('addNone') : catalogueText('add', { count: chosen.length })}
        </Button>
      )}
    </details>
  )
}

interface LineProps {
  readonly service: CatalogueService
  readonly catalogue: readonly CatalogueAgency[]
  readonly isThere: boolean
  readonly isOn: boolean
  readonly onTick: (isOn: boolean) => void
}

function ServiceLine({ service, catalogue, isThere, isOn, onTick }: LineProps) {
  const { name, requirements, standard = {}, source } = service
  const nameOf = (id: string) => {
    const found = catalogue.flatMap(({ services }) => services).find((one) => one.id === id)
    return found ? pick(found.name) : id
  }
  const known = [...(standard.procedure ?? []), standard.time, standard.fee, standard.product].flatMap(
    (one) => (one ? [pick(one)] : []),
  )
  const confidence = `confidence.${source.confidence}` as const
  return (
    <li class="catalogue-service">
      {isThere ? (
        <p class="catalogue-there">
          {pick(name)} <span class="state">{catalogueText('there')}</span>
        </p>
      ) : (
        <label class="tick tick-row">
          <input
            type="checkbox"
            checked={isOn}
            onChange={({ currentTarget }) => onTick(currentTarget.checked)}
          />
          <span>{pick(name)}</span>
        </label>
      )}
      <details>
        <summary>
          {catalogueText('show')}
          <span class="visually-hidden">: {pick(name)}</span>
        </summary>
        {requirements.length === 0 ? (
          <p>{catalogueText('noRequirements')}</p>
        ) : (
          <ul class="catalogue-papers" aria-label={catalogueText('requirements')}>
            {requirements.map((paper) => (
              <li key={paper.id}>
                {pick(paper.name)} <span class="standard-mark">{standardText('unconfirmed')}</span>{' '}
                {paper.issuedBy !== null && (
                  <span class="soft">{catalogueText('issuedBy', { service: nameOf(paper.issuedBy) })}</span>
                )}
              </li>
            ))}
          </ul>
        )}
        {known.length > 0 && (
          <p>
            <strong>{catalogueText('known')}:</strong> {known.join(' · ')}
          </p>
        )}
        <p class="soft">
          {catalogueText('source')}:{' '}
          {isKey(texts, confidence) ? catalogueText(confidence) : source.confidence}
          {source.url && (
            <>
              {', '}
              <span class="catalogue-url">{source.url}</span>
            </>
          )}
        </p>
      </details>
    </li>
  )
}
