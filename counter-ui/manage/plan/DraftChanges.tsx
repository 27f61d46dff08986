// What the draft changes, field by field: who wrote it and when, what it was and what it becomes; each can be undone
// separately.
import { useEffect, useState } from 'preact/hooks'
import type { ListOfKind } from '../../../server/drafts/changes.ts'
import type { Plan } from '../../../server/hall/plan.ts'
import type { DraftChanges } from '../../../server/http/commands/draft.ts'
import { fetchJson, type Problem } from '../../../screens/command.ts'
import { Button } from '../../../screens/components/Button.tsx'
import { formatNumber } from '../../../screens/format.ts'
import { pick } from '../../../screens/i18n.ts'
import { serviceStatusText } from '../../../screens/texts/services.ts'
import { ProblemLine } from '../../parts/ProblemLine.tsx'
import { sessionEnded } from '../../session.ts'
import { draft } from '../draft/draft.ts'
import { fieldWords, pathOf, type Place, thingWords, valueWords } from '../draft/places.ts'
import { draftText } from '../draft/texts.ts'
import { whenOf } from './Publish.tsx'
import { add, type Change, type ListName, put, remove, type Thing, thingsOf } from '../draft/edit.ts'
import { planText } from './texts.ts'

/** Nobody reads more at once. */
const PAGE = 30
const LONGEST = 90

/** `from`: the draft's number; when it changes, all is read again. */
export function ListOfChanges({ from, onTaken }: { from: number; onTaken: () => void }) {
  const [answer, set] = useState<DraftChanges | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [by, choose] = useState('')
  const [most, show] = useState(PAGE)
  const [said, say] = useState('')
  const plan = draft.plan.value
  useEffect(() => {
    void fetchJson<DraftChanges>('/api/plan/draft/changes').then((outcome) => {
      setProblem(outcome.ok ? null : outcome.problem)
      if (outcome.ok) set(outcome.data)
      else if (outcome.problem.status === 401) sessionEnded()
    })
  }, [from])
  if (!answer || !plan) return <ProblemLine problem={problem} />
  const { changes } = answer
  const people = [...new Set(changes.flatMap((change) => change.by ?? []))]
  const shown = by === '' ? changes : changes.filter((change) => change.by === by)
  const isUnsaved = draft.unsaved.value.length > 0

  async function take(change: DraftChange, words: string): Promise<void> {
    const base = await fetchJson<Plan>('/api/plan')
    if (!base.ok) return setProblem(base.problem)
    draft.edit(takeBack(change, base.data))
    await draft.save()
    setProblem(draft.problem.peek())
    say(planText('takenBack', { what: words }))
    onTaken()
  }

  if (changes.length === 0) return null
  return (
    <details class="draft-changes" open={changes.length <= PAGE}>
      <summary>{planText('title', { count: formatNumber(changes.length) })}</summary>
      <p class="soft">{planText('lead')}</p>
      <ProblemLine problem={problem} />
      <p role="status" class="visually-hidden">
        {said}
      </p>
      {isUnsaved && <p>{planText('unsavedFirst')}</p>}
      {people.length > 1 && (
        <div class="field">
          <label for="changes-by">{planText('byWhom')}</label>
          <select id="changes-by" value={by} onChange={({ currentTarget }) => choose(currentTarget.value)}>
            <option value="">{planText('everybody')}</option>
            {people.map((one) => (
              <option key={one} value={one}>
                {one}
              </option>
            ))}
          </select>
        </div>
      )}
      <ul class="changes">
        {shown.slice(0, most).map((change) => {
          const place = placeOf(change)
          const path = change.what === 'gone' ? null : pathOf(place)
          const words = titleOf(change, place, plan)
          return (
            <li key={`${change.kind} ${change.id} ${change.field}`}>
              <div>
                <p>
                  <strong>{path === null ? words : <a href={path}>{words}</a>}</strong>{' '}
                  <span class="state">{planText(change.what)}</span>
                </p>
                {isTold(change) && (
                  <>
                    <p>{planText('from', { value: told(change, change.before, plan) })}</p>
                    <p>{planText('to', { value: told(change, change.after, plan) })}</p>
                  </>
                )}
                <p class="soft">
                  {change.by === null || change.at === null
                    ? planText('byNobody')
                    : planText('by', { name: change.by, when: whenOf(change.at) })}
                </p>
              </div>
              <Button
                kind="quiet"
                disabled={isUnsaved}
                label={planText('takeBackOf', { what: words })}
                onPress={() => take(change, words)}
              >
                {planText('takeBack')}
              </Button>
            </li>
          )
        })}
      </ul>
      {shown.length > most && (
        <p>
          <Button kind="quiet" onPress={() => show(most + PAGE)}>
            {planText('more', { count: formatNumber(shown.length - most) })}
          </Button>
        </p>
      )}
    </details>
  )
}

const placeOf = ({ kind, id, field }: DraftChange): Place => ({
  list: listOf(kind) ?? 'hall',
  id,
  field: field ?? '',
  sub: '',
})

/** `Loket 7 · Zona`; what is gone keeps its old name. */
function titleOf(change: DraftChange, { list, id, field }: Place, plan: Plan): string {
  const order = orderOf(change)
  if (order) return planText('order', { list: draftText(`list.${order}`) })
  const { name } = (change.before ?? {}) as { name?: Plan['name'] }
  const thing =
    list === 'hall'
      ? draftText('list.hall')
      : change.what === 'gone' && name
        ? pick(name)
        : thingWords(list, id, plan)
  return field === '' ? thing : draftText('atPlace', { thing, field: fieldWords(field) })
}

/** Anything too long, or too much of a table, to be read on one line is left out. */
const UNTOLD = [
  'hours',
  'standard',
  'slip',
  'media',
  'voice',
  'board',
  'holidays',
  'days',
  'reasons',
  'logo',
  'link',
]
const isTold = (change: DraftChange): boolean =>
  change.what === 'changed' && !UNTOLD.includes(change.field ?? '') && orderOf(change) === undefined

function told({ field }: DraftChange, value: unknown, plan: Plan): string {
  if (value === null || (Array.isArray(value) && value.length === 0)) return planText('none')
  if (field === 'phase') return phaseWords(value as Plan['services'][number]['phase'], plan)
  const words = valueWords(value, plan)
  return words.length > LONGEST ? `${words.slice(0, LONGEST)} …` : words
}

function phaseWords({ status, ...rest }: Plan['services'][number]['phase'], plan: Plan): string {
  const more = Object.values(rest).flatMap((one: unknown) =>
    one === null || one === undefined ? [] : [valueWords(one, plan)],
  )
  return [serviceStatusText(status), ...more].join(', ')
}

// Undoes one change of the draft, as a function from plan to plan.

export type DraftChange = DraftChanges['changes'][number]

/** The type check compares it with the server's own table. */
const LISTS: ListOfKind = {
  agency: 'agencies',
  zone: 'zones',
  place: 'places',
  service: 'services',
  counter: 'counters',
  bundle: 'bundles',
  elsewhere: 'elsewhere',
  printer: 'printers',
  period: 'periods',
  quota: 'quotas',
}

/** The list that things of this kind are in; undefined: the hall itself. */
const listOf = (kind: DraftChange['kind']): ListName | undefined =>
  kind === 'hall' ? undefined : LISTS[kind]

/** The list whose order changed; undefined: something else did. */
function orderOf({ kind, field, before }: DraftChange): ListName | undefined {
  const list = Object.values(LISTS).find((one) => one === field)
  return kind === 'hall' && isIds(before) ? list : undefined
}

const isIds = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string')

/** Fields that are null when empty; all others are then left out. */
const NULLS = new Set(['service quota', 'service hours'])

/** `base`: the plan that the draft started from, if known: where things were. */
export function takeBack(change: DraftChange, base: Plan): Change {
  const { kind, id, what, field, before } = change
  const list = listOf(kind)
  const order = orderOf(change)
  if (order && isIds(before)) return inOrder(order, before)
  if (!list) return (plan) => withField(plan, field, before ?? undefined)
  if (what === 'added') return remove(list, [id ?? ''])
  if (what === 'gone') return putBack(list, before as Thing<ListName>, base)
  const value = before === null && !NULLS.has(`${kind} ${field}`) ? undefined : before
  return (plan) => ({
    ...plan,
    [list]: thingsOf(plan, list).map((one) => (one.id === id ? withField(one, field, value) : one)),
  })
}

/** A field by a name that came from outside. */
const withField = <T extends object>(thing: T, field: string | null, value: unknown): T =>
  field === null ? thing : put(thing, field as keyof T, value as T[keyof T])

/** What was in the list returns to its place; anything added since comes after what it now follows. */
function inOrder(list: ListName, ids: readonly string[]): Change {
  const place = new Map(ids.map((id, nth) => [id, nth]))
  return (plan) => {
    let last = -1
    const keys = new Map(
      thingsOf(plan, list).map((one) => {
        last = place.get(one.id) ?? last
        return [one.id, last]
      }),
    )
    const sorted = [...thingsOf(plan, list)].sort(
      (one, other) => (keys.get(one.id) ?? 0) - (keys.get(other.id) ?? 0),
    )
    return { ...plan, [list]: sorted }
  }
}

/** After the nearest of those that came before it and still exist. */
function putBack(list: ListName, thing: Thing<ListName>, base: Plan): Change {
  return (plan) => {
    const stood = thingsOf(base, list).map(({ id }) => id)
    const there = new Set(thingsOf(plan, list).map(({ id }) => id))
    if (there.has(thing.id)) return plan
    const before = stood
      .slice(0, Math.max(0, stood.indexOf(thing.id)))
      .filter((id) => there.has(id))
      .at(-1)
    return before === undefined && stood.includes(thing.id)
      ? { ...plan, [list]: [thing, ...thingsOf(plan, list)] }
      : add(list, [thing], before)(plan)
  }
}
