// The supervisor's own services: what still has to be confirmed, what was proposed, and the form of each.
import { useEffect, useState } from 'preact/hooks'
import { fetchJson, type Problem } from '../../../screens/command.ts'
import { Button } from '../../../screens/components/Button.tsx'
import { pick } from '../../../screens/i18n.ts'
import { press } from '../../../screens/press.ts'
import type { ProposalAnswer } from '../../../server/http/commands/proposals.ts'
import type { HallService } from '../../../server/live/hall.ts'
import type { PublishedService } from '../../../server/live/standard.ts'
import { ProblemLine } from '../../parts/ProblemLine.tsx'
import { newId } from '../draft/edit.ts'
import { pathTo } from '../shell/way.ts'
import type { SectionProps } from '../shell/section.ts'
import { changesOf, keepTyped, type Own, ownOf, readTyped, unmarked } from './own-service.ts'
import { ProposalView, useProposals } from './ProposalsSection.tsx'
import { StandardFields } from './StandardFields.tsx'
import { standardText } from './texts.ts'
import { Words } from './Attached.tsx'
import './standard.css'

export function OwnSection({ hall, me, id }: SectionProps) {
  const { list, problem, load } = useProposals()
  const services = [...hall.services.value.values()].filter((one) => one.agency === me.agency && !one.retired)
  if (id !== null) {
    const service = services.find((one) => one.id === id)
    return service ? (
      <OwnService
        key={id}
        service={service}
        user={me.username}
        languages={hall.answer.value ? hall.answer.value.languages : []}
        proposals={list.filter((one) => one.service === id)}
        changed={load}
      />
    ) : (
      <section class="part">
        <p>{standardText('gone')}</p>
        <Back />
      </section>
    )
  }
  return (
    <section class="part" aria-label={standardText('own')}>
      <p class="soft">{standardText('ownLead')}</p>
      <ProblemLine problem={problem} />
      {services.length === 0 && <p>{standardText('noOwn')}</p>}
      <ul>
        {services.map((service) => {
          const unsure = service.requirements.filter((one) => one.confirmed === false).length
          const open = list.filter((one) => one.service === service.id && one.state === 'open').length
          return (
            <li key={service.id} class="standard-line">
              <a href={pathTo('own', service.id)}>{pick(service.name)}</a>
              {unsure > 0 && (
                <span class="standard-mark">{standardText('toConfirm', { count: unsure })}</span>
              )}
              {open > 0 && <span class="soft">{standardText('openOnes', { count: open })}</span>}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

const Back = () => (
  <p class="thing-back">
    <a href={pathTo('own')}>{standardText('back')}</a>
  </p>
)

interface ServiceProps {
  readonly service: HallService
  readonly user: string
  readonly languages: readonly string[]
  readonly proposals: readonly ProposalAnswer[]
  /** A proposal was made or withdrawn. */
  readonly changed: () => Promise<void>
}

function OwnService({ service, user, languages, proposals, changed }: ServiceProps) {
  const [published, tell] = useState<PublishedService | null>(null)
  const [problem, say] = useState<Problem | null>(null)
  const path = `/api/services/${encodeURIComponent(service.id)}`
  const read = async () => {
    const answer = await fetchJson<PublishedService>(`${path}/standard`)
    if (answer.ok) tell(answer.data)
    else say(answer.problem)
  }
  // The hall's data are fetched again once the plan has changed.
  useEffect(() => void read(), [service])
  const right = async (body: { requirements: string[]; standard?: boolean }) => {
    const answer = await press(`POST`, `${path}/right`, body)
    say(answer.ok ? null : answer.problem)
    if (answer.ok) await read()
  }
  return (
    <>
      <h2 class="thing-title">{pick(service.name)}</h2>
      <ProblemLine problem={problem} />
      {published && (
        <>
          <p>
            <a href={`/layanan/${service.id}`}>{standardText('page')}</a>
          </p>
          <ToConfirm published={published} right={right} />
          <ProposalForm
            was={ownOf(published.service, published)}
            user={user}
            service={service.id}
            languages={[...new Set(['id', 'en', ...languages])]}
            changed={changed}
          />
        </>
      )}
      {proposals.length > 0 && (
        <section class="part" aria-labelledby="own-proposals">
          <h3 id="own-proposals">{standardText('proposals')}</h3>
          {proposals.map((one) => (
            <ProposalView key={one.id} proposal={one} about={null} changed={changed} mayDecide={false} />
          ))}
        </section>
      )}
      <Back />
    </>
  )
}

interface ConfirmProps {
  readonly published: PublishedService
  readonly right: (body: { requirements: string[]; standard?: boolean }) => Promise<void>
}

/** Each line that somebody of the agency must confirm. */
function ToConfirm({ published, right }: ConfirmProps) {
  const papers = published.requirements.filter((one) => !one.confirmed)
  if (papers.length === 0 && published.confirmed) return null
  return (
    <section class="part" aria-labelledby="own-check">
      <h3 id="own-check">{standardText('check')}</h3>
      <p class="soft">{standardText('checkLead')}</p>
      <ul>
        {papers.map(({ id, name }) => (
          <li key={id} class="standard-line">
            <span>{pick(name)}</span>
            <Button
              label={standardText('rightFor', { what: pick(name) })}
              onPress={() => right({ requirements: [id] })}
            >
              {standardText('right')}
            </Button>
          </li>
        ))}
        {!published.confirmed && (
          <li class="standard-line">
            <span>
              {standardText('title')}:{' '}
              {[
                ...published.procedure,
                published.time,
                published.fee,
                published.product,
                published.complaints,
              ]
                .flatMap((one) => (one ? [pick(one)] : []))
                .join(' · ')}
            </span>
            <Button
              label={standardText('rightFor', { what: standardText('title') })}
              onPress={() => right({ requirements: [], standard: true })}
            >
              {standardText('right')}
            </Button>
          </li>
        )}
      </ul>
    </section>
  )
}

interface FormProps {
  readonly was: Own
  readonly user: string
  readonly service: string
  readonly languages: readonly string[]
  readonly changed: () => Promise<void>
}

function ProposalForm({ was, user, service, languages, changed }: FormProps) {
  const [typed, type] = useState(() => readTyped(user, service))
  const [problem, say] = useState<Problem | null>(null)
  const [done, setDone] = useState<'sent' | 'nothing' | null>(null)
  const { own, wish } = typed ?? { own: was, wish: '' }
  const write = (next: Partial<Own>, words = wish) => {
    const all = { own: { ...own, ...next }, wish: words }
    setDone(null)
    type(all)
    keepTyped(user, service, all)
  }
  const send = async (event: Event) => {
    event.preventDefault()
    const changes = changesOf(was, own)
    if (Object.keys(changes).length === 0 && wish.trim() === '') return setDone('nothing')
    const answer = await press<unknown>('POST', '/api/proposals', {
      service,
      ...(Object.keys(changes).length > 0 && { changes }),
      ...(wish.trim() !== '' && { wish: wish.trim() }),
    })
    say(answer.ok ? null : answer.problem)
    if (!answer.ok) return
    keepTyped(user, service, null)
    type(null)
    setDone('sent')
    await changed()
  }
  return (
    <form class="part" aria-labelledby="own-changes" onSubmit={(event) => void send(event)} noValidate>
      <h3 id="own-changes">{standardText('changes')}</h3>
      <p class="soft">{standardText('keptHere')}</p>
      <div class="fields">
        <Words
          id="own-name"
          label={standardText('name')}
          languages={languages}
          value={own.name}
          onChange={(name) => write({ name: name ?? { id: '', en: '' } })}
        />
        <div class="field-grid">
          <Minutes
            id="own-minutes"
            label={standardText('minutes')}
            value={own.minutes}
            onChange={(minutes) => write({ minutes })}
          />
          <Minutes
            id="own-level"
            label={standardText('level')}
            value={own.level ?? 15}
            onChange={(level) => write({ level })}
          />
        </div>
        <Requirements
          papers={own.requirements}
          languages={languages}
          onChange={(requirements) => write({ requirements })}
        />
        <StandardFields
          id="own-standard"
          attach={false}
          // Whatever the agency itself writes is thereby confirmed.
          service={{ ...own, standard: own.standard && unmarked(own.standard) }}
          languages={languages}
          onChange={(standard) => write({ standard })}
        />
        <div class="field">
          <label for="own-wish">{standardText('wish')}</label>
          <textarea
            id="own-wish"
            rows={3}
            maxLength={2000}
            aria-describedby="own-wish-hint"
            value={wish}
            onInput={({ currentTarget }) => write({}, currentTarget.value)}
          />
          <p class="soft" id="own-wish-hint">
            {standardText('wishHint')}
          </p>
        </div>
      </div>
      <ProblemLine problem={problem} />
      <p role="status">{done && standardText(done)}</p>
      <p class="part-ends">
        <button type="submit" class="button button-primary button-medium">
          {standardText('send')}
        </button>
      </p>
    </form>
  )
}

interface MinutesProps {
  readonly id: string
  readonly label: string
  readonly value: number
  readonly onChange: (value: number) => void
}

function Minutes({ id, label, value, onChange }: MinutesProps) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        type="number"
        min={1}
        max={480}
        value={value}
        onInput={({ currentTarget }) => {
          if (currentTarget.value !== '') onChange(Number(currentTarget.value))
        }}
      />
    </div>
  )
}

interface RequirementsProps {
  readonly papers: Own['requirements']
  readonly languages: readonly string[]
  readonly onChange: (papers: Own['requirements']) => void
}

/** Its name in each language; who issues it stays as it is. */
function Requirements({ papers, languages, onChange }: RequirementsProps) {
  return (
    <fieldset class="texts">
      <legend>{standardText('requirements')}</legend>
      <ul class="standard-papers">
        {papers.map((paper, nth) => (
          <li key={paper.id}>
            <Words
              id={`own-paper-${paper.id}`}
              label={standardText('requirement', { place: nth + 1 })}
              languages={languages}
              value={paper.name}
              onChange={(name) =>
                onChange(
                  papers.map((one) =>
                    one === paper ? { ...unmarked(paper), name: name ?? { id: '', en: '' } } : one,
                  ),
                )
              }
            />
            <p class="standard-tools">
              <Button
                kind="quiet"
                icon="close"
                label={standardText('removeRequirement', { place: nth + 1 })}
                onPress={() => onChange(papers.filter((one) => one !== paper))}
              />
            </p>
          </li>
        ))}
      </ul>
      <Button
        icon="plus"
        onPress={() =>
          onChange([
            ...papers,
            {
              id: newId(
                'syarat',
                papers.map(({ id }) => id),
              ),
              name: { id: '', en: '' },
              issuedBy: null,
            },
          ])
        }
      >
        {standardText('addRequirement')}
      </Button>
    </fieldset>
  )
}
