// What the agencies propose, for the manager: the open ones first, each with before and after.
import { useState, useEffect } from 'preact/hooks'
import { pick } from '../../../screens/i18n.ts'
import type { ProposalAnswer } from '../../../server/http/commands/proposals.ts'
import { ProblemLine } from '../../parts/ProblemLine.tsx'
import type { SectionProps } from '../shell/section.ts'
import { type Problem, fetchJson } from '../../../screens/command.ts'
import { Button } from '../../../screens/components/Button.tsx'
import { formatDay, formatTime } from '../../../screens/format.ts'
import { lookUp } from '../../../screens/look-up.ts'
import { press } from '../../../screens/press.ts'
import type { Requirement, Text } from '../../../server/hall/plan.ts'
import type { Standard } from '../../../server/hall/standard.ts'
import { draft } from '../draft/draft.ts'
import { pathTo } from '../shell/way.ts'
import { standardText } from './texts.ts'
import { sessionEnded } from '../../session.ts'
import './standard.css'

export function ProposalsSection({ hall }: SectionProps) {
  const { list, isKnown, problem, load } = useProposals()
  const open = list.filter(({ state }) => state === 'open')
  const decided = list.filter(({ state }) => state !== 'open')
  const aboutOf = ({ agency, service }: ProposalAnswer) => {
    const office = hall.agencies.value.get(agency)
    const own = service === null ? undefined : hall.services.value.get(service)
    return [own && pick(own.name), office && pick(office.name)].filter(Boolean).join(', ') || agency
  }
  const view = (proposal: ProposalAnswer) => (
    <ProposalView key={proposal.id} proposal={proposal} about={aboutOf(proposal)} changed={load} mayDecide />
  )
  return (
    <>
      <section class="part" aria-label={standardText('proposals')}>
        <p class="soft">{standardText('proposalsLead')}</p>
        <ProblemLine problem={problem} />
        {isKnown && open.length === 0 && <p>{standardText('noProposals')}</p>}
        {open.map(view)}
      </section>
      {decided.length > 0 && (
        <section class="part">
          <details>
            <summary>{standardText('older')}</summary>
            {decided.map(view)}
          </details>
        </section>
      )}
    </>
  )
}

// One proposal with what it changes, before and after: for the agency, which can withdraw it, and for the manager, who
// decides.

interface Props {
  readonly proposal: ProposalAnswer
  /** Agency and service; null if the page already says so. */
  readonly about: string | null
  readonly changed: () => Promise<void>
  readonly mayDecide: boolean
}

export function ProposalView({ proposal, about, changed, mayDecide }: Props) {
  const { id, by, at, state, wish, moved, gone, note, decidedBy, changes, before } = proposal
  const [words, write] = useState('')
  const [problem, say] = useState<Problem | null>(null)
  const act = async (what: 'confirm' | 'refuse' | 'withdraw') => {
    const said = words.trim()
    const answer = await press(
      'POST',
      `/api/proposals/${encodeURIComponent(id)}/${what}`,
      said === '' || what === 'withdraw' ? {} : { note: said },
    )
    say(answer.ok ? null : answer.problem)
    if (answer.ok && what === 'confirm') await draft.load()
    if (answer.ok || answer.problem.status === 409) await changed()
  }
  const fields = Object.keys(changes)
  return (
    <article class="proposal" aria-label={about ?? standardText('proposals')}>
      <p>
        {about && (
          <>
            <strong>{about}</strong>{' '}
          </>
        )}
        <span class="standard-mark">{standardText(`state.${state}`)}</span>{' '}
        <span class="soft">{standardText('by', { name: by ?? '–', at: whenText(at) })}</span>
      </p>
      {fields.length > 0 && (
        <table>
          <thead>
            <tr>
              <th scope="col">{standardText('field')}</th>
              <th scope="col">{standardText('before')}</th>
              <th scope="col">{standardText('after')}</th>
            </tr>
          </thead>
          <tbody>
            {fields.map((field) => (
              <tr key={field}>
                <th scope="row">
                  {fieldText(field)}
                  {moved.includes(field) && <span class="soft"> {standardText('moved')}</span>}
                </th>
                <td>{valueText(lookUp(before, field))}</td>
                <td>{valueText(lookUp(changes, field))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {wish && (
        <p>
          <strong>{standardText('wish')}:</strong> {wish}
        </p>
      )}
      {gone && <p role="note">{standardText('goneAbout')}</p>}
      {state !== 'open' && (
        <p class="soft">
          {decidedBy && standardText('decidedBy', { name: decidedBy })}
          {note && `: ${note}`}
          {mayDecide && state === 'confirmed' && fields.length > 0 && (
            <>
              {' '}
              <a href={pathTo('plan')}>{standardText('toDraft')}</a>
            </>
          )}
        </p>
      )}
      <ProblemLine problem={problem} />
      {state === 'open' && mayDecide && (
        <>
          <div class="field">
            <label for={`note-${id}`}>{standardText('note')}</label>
            <textarea
              id={`note-${id}`}
              rows={2}
              maxLength={1000}
              value={words}
              onInput={({ currentTarget }) => write(currentTarget.value)}
            />
          </div>
          <p class="part-ends">
            <Button kind="primary" disabled={gone} onPress={() => act('confirm')}>
              {standardText('confirm')}
            </Button>
            <Button disabled={words.trim() === ''} onPress={() => act('refuse')}>
              {standardText('refuse')}
            </Button>
          </p>
        </>
      )}
      {state === 'open' && !mayDecide && (
        <p class="part-ends">
          <Button onPress={() => act('withdraw')}>{standardText('withdraw')}</Button>
        </p>
      )}
    </article>
  )
}

const whenText = (at: string | null) => (at === null ? '–' : `${formatDay(at)}, ${formatTime(at)}`)

const known = {
  name: 'name',
  minutes: 'minutes',
  level: 'level',
  requirements: 'requirements',
  standard: 'title',
} as const

function fieldText(field: string): string {
  const key = lookUp(known, field)
  return key === undefined ? field : standardText(key)
}

/** A proposal's value as a person reads it, one thing per line. */
export function valueText(value: unknown): string {
  if (value === null || value === undefined) return standardText('empty')
  if (typeof value === 'number' || typeof value === 'string') return String(value)
  if (Array.isArray(value)) {
    const lines = (value as (Requirement | string)[]).map(
      (one) => `• ${typeof one === 'string' ? one : textOf(one.name)}`,
    )
    return lines.length === 0 ? standardText('empty') : lines.join('\n')
  }
  if (isText(value)) return textOf(value)
  return standardWords(value as Standard)
}

const isText = (value: object): value is Text =>
  typeof lookUp(value as Record<string, unknown>, 'id') === 'string' &&
  typeof lookUp(value as Record<string, unknown>, 'en') === 'string'

/** In both languages, as the manager confirms both. */
function textOf(text: Text): string {
  const { id, en } = text
  return id === en ? pick(text) : `${id} / ${en}`
}

function standardWords(standard: Standard): string {
  const { procedure = [], decree, reviewed, nothingNeeded, heard } = standard
  const single = (['time', 'fee', 'product', 'complaints'] as const).flatMap((part) => {
    const words = standard[part]
    return words ? [`${standardText(part)}: ${textOf(words)}`] : []
  })
  const lines = [
    ...(nothingNeeded ? [standardText('nothingNeeded')] : []),
    ...(procedure.length > 0
      ? [
          `${standardText('procedure')}:\n${procedure.map((step, nth) => `${nth + 1}. ${textOf(step)}`).join('\n')}`,
        ]
      : []),
    ...single,
    ...(decree ? [`${standardText('decreeNumber')}: ${decree.number}, ${decree.day}`] : []),
    ...(reviewed ? [`${standardText('reviewed')}: ${reviewed}`] : []),
    ...(heard ? [`${standardText('heard')}: ${textOf(heard)}`] : []),
  ]
  return lines.length === 0 ? standardText('empty') : lines.join('\n')
}

// The proposals that the person may see, read when the section opens and after each change.

/** A colleague's proposal is not an event of the hall, so nothing pushes it. */
const AGAIN_MS = 30_000

export interface KnownProposals {
  readonly list: readonly ProposalAnswer[]
  /** Whether they have been read at all. */
  readonly isKnown: boolean
  readonly problem: Problem | null
  readonly load: () => Promise<void>
}

export function useProposals(): KnownProposals {
  const [list, setList] = useState<readonly ProposalAnswer[] | null>(null)
  const [problem, say] = useState<Problem | null>(null)
  const load = async () => {
    const answer = await fetchJson<{ proposals: ProposalAnswer[] }>('/api/proposals')
    if (answer.ok) setList(answer.data.proposals)
    else if (answer.problem.status === 401) sessionEnded()
    say(answer.ok ? null : answer.problem)
  }
  useEffect(() => {
    void load()
    const timer = setInterval(() => document.hidden || void load(), AGAIN_MS)
    return () => clearInterval(timer)
  }, [])
  return { list: list ?? [], isKnown: list !== null, problem, load }
}
