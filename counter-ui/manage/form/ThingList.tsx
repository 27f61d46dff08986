// A long but quick list of things in the plan: search, sort, select and change many at once, duplicate, delete, put in
// order by keys or by dragging.
import type { ComponentChildren } from 'preact'
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { Plan, Text } from '../../../server/hall/plan.ts'
import { Button } from '../../../screens/components/Button.tsx'
import { Dialog } from '../../../screens/components/Dialog.tsx'
import { formatNumber } from '../../../screens/format.ts'
import { pick } from '../../../screens/i18n.ts'
import { AskEnds } from '../../parts/Ends.tsx'
import { draft } from '../draft/draft.ts'
import {
  add,
  type Change,
  idFor,
  type ListName,
  move,
  moveTo,
  remove,
  type Thing,
  thingsOf,
} from '../draft/edit.ts'
import { faultsAt } from '../draft/faults.ts'
import { fold } from '../shell/find.ts'
import { cameFrom } from '../shell/way.ts'
import { formText } from './texts.ts'
import { type RowActs, Row, useDrag } from './ThingRow.tsx'
import { FindField } from './FindField.tsx'

export interface ListProps<L extends ListName> {
  list: L
  /** The section whose address the things have. */
  section: string
  /** The list's name, for people who can't see it. */
  title: string
  /** Beside each name: where it is, what it serves. */
  about: (thing: Thing<L>, plan: Plan) => string
  /** More words by which the search finds it, besides name and `about`. */
  words?: (thing: Thing<L>, plan: Plan) => string
  /** Orders other than the plan's. */
  sorts?: readonly { id: string; words: string; by: (thing: Thing<L>, plan: Plan) => string | number }[]
  /** What can be done with the selected ones, besides deleting them. */
  actions?: (chosen: readonly Thing<L>[], clear: () => void) => ComponentChildren
  /** The fields in which a copy differs, besides its id and name. */
  copy?: (thing: Thing<L>, plan: Plan) => Thing<L>
  /** What deleting these means, in words, shown before it is done. */
  warn?: (chosen: readonly Thing<L>[], plan: Plan, before: Before) => ComponentChildren
  /** What it says while it is empty. */
  empty: string
}

/** Any change to the plan before things are deleted from it. */
export interface Before {
  current: Change | null
}

export function ThingList<L extends ListName>(props: ListProps<L>) {
  const { list, section, title, about, words, sorts = [], actions, warn, empty, copy } = props
  const plan = draft.plan.value
  const [typed, type] = useState('')
  const [sort, sortBy] = useState('plan')
  const [chosen, choose] = useState<ReadonlySet<string>>(new Set())
  const [leaving, leave] = useState<readonly Thing<L>[]>([])
  const [news, tell] = useState('')
  const all = useRef<HTMLUListElement>(null)
  const before: Before = useRef<Change | null>(null)
  useReturn(all, section)
  const things = plan ? thingsOf(plan, list) : []
  const known = draft.saved.value
  const saved = useMemo(
    () => new Map((known ? thingsOf(known.plan, list) : []).map((one) => [one.id, one])),
    [known && known.plan],
  )
  const asked = fold(typed).split(' ').filter(Boolean)
  // The text that the search looks at, made once for each thing and plan: with hundreds, a keystroke must not wait for
  // it.
  const texts = useMemo(() => new Map<string, string>(), [plan])
  const textOf = (thing: Thing<L>, from: Plan): string => {
    const known = texts.get(thing.id)
    if (known !== undefined) return known
    const names = Object.values(thing.name).join(' ')
    const made = ` ${fold(`${names} ${about(thing, from)} ${words ? words(thing, from) : ''}`)}`
    texts.set(thing.id, made)
    return made
  }
  const shown = useMemo(() => {
    if (!plan) return []
    const by = sorts.find(({ id }) => id === sort)
    const found = things.filter((thing) => {
      if (asked.length === 0) return true
      const text = textOf(thing, plan)
      return asked.every((word) => text.includes(` ${word}`))
    })
    return by ? [...found].sort((one, other) => compare(by.by(one, plan), by.by(other, plan))) : found
  }, [plan, typed, sort])
  const picked = things.filter(({ id }) => chosen.has(id))
  const clear = () => choose(new Set())
  const areAll = shown.length > 0 && shown.every(({ id }) => chosen.has(id))
  const isOwnOrder = sort === 'plan' && asked.length === 0

  function turn(id: string, isOn: boolean): void {
    choose((old) => {
      const next = new Set(old)
      if (isOn) next.add(id)
      else next.delete(id)
      return next
    })
  }
  function moveBy(id: string, by: number): void {
    draft.edit(move(list, id, by))
    const after = draft.plan.value
    const now = after ? thingsOf(after, list) : []
    const place = now.findIndex((one) => one.id === id)
    const thing = now[place]
    if (thing) tell(formText('moved', { name: nameOf(thing), place: place + 1, count: now.length }))
  }
  function duplicate(thing: Thing<L>): void {
    if (!plan) return
    const name = Object.fromEntries(
      Object.entries(thing.name).map(([code, text]) => [code, text && formText('copyName', { name: text })]),
    ) as Text
    const made = { ...(copy ? copy(thing, plan) : thing), id: idFor(plan, list, pick(name)), name }
    draft.edit(add(list, [made as Thing<L>], thing.id))
  }
  // Always the same object, so that a row that did not change is not redrawn.
  const acts = useRef<RowActs>({ section, turn, moveBy, duplicate: () => {}, leave: () => {} }).current
  acts.turn = turn
  acts.moveBy = moveBy
  acts.duplicate = (id) => things.filter((one) => one.id === id).forEach(duplicate)
  acts.leave = (id) => leave(things.filter((one) => one.id === id))
  useDrag(all, (id, to) => draft.edit(moveTo(list, id, to)))
  if (!plan) return null

  return (
    <section class="part things" aria-label={title}>
      {things.length > 0 && (
        <div class="things-head">
          <FindField id="things-find" label={formText('find')} value={typed} onType={type} />
          {sorts.length > 0 && (
            <div class="field">
              <label for="things-sort">{formText('sort')}</label>
              <select
                id="things-sort"
                value={sort}
                onChange={({ currentTarget }) => sortBy(currentTarget.value)}
              >
                <option value="plan">{formText('sort.plan')}</option>
                {sorts.map((one) => (
                  <option key={one.id} value={one.id}>
                    {one.words}
                  </option>
                ))}
              </select>
            </div>
          )}
        </div>
      )}
      {things.length > 0 && (
        <div class="things-all">
          <label class="tick">
            <input
              type="checkbox"
              checked={areAll}
              disabled={shown.length === 0}
              onChange={({ currentTarget }) => {
                const ids = shown.map(({ id }) => id)
                const rest = [...chosen].filter((id) => !ids.includes(id))
                choose(new Set(currentTarget.checked ? [...rest, ...ids] : rest))
              }}
            />
            <span>{formText('selectAll')}</span>
          </label>
          <span class="soft" role="status">
            {shown.length < things.length &&
              formText('shown', { shown: formatNumber(shown.length), count: formatNumber(things.length) })}
          </span>
        </div>
      )}
      {picked.length > 0 && (
        <div class="things-chosen" role="group" aria-label={formText('selected', { count: picked.length })}>
          <strong>{formText('selected', { count: formatNumber(picked.length) })}</strong>
          {actions && actions(picked, clear)}
          <Button kind="danger" onPress={() => leave(picked)}>
            {formText('remove')}
          </Button>
          <Button kind="quiet" onPress={clear}>
            {formText('unselect')}
          </Button>
        </div>
      )}
      <p role="status" class="visually-hidden">
        {news}
      </p>
      {things.length === 0 && <p>{empty}</p>}
      {things.length > 0 && shown.length === 0 && <p>{formText('nothingFound')}</p>}
      {/* By a class rather than in each row: all of them would be redrawn at the first letter of a search. */}
      <ul class={isOwnOrder ? 'things-rows' : 'things-rows things-sorted'} ref={all}>
        {shown.map((thing) => (
          <Row
            key={thing.id}
            id={thing.id}
            name={nameOf(thing)}
            about={about(thing, plan)}
            state={stateOf(saved.get(thing.id), thing)}
            isFaulty={faultsAt(list, thing.id, '').length > 0}
            isChosen={chosen.has(thing.id)}
            acts={acts}
          />
        ))}
      </ul>
      {leaving.length > 0 && (
        <Dialog
          title={
            leaving.length === 1 && leaving[0]
              ? formText('removeOne', { name: nameOf(leaving[0]) })
              : formText('removeTitle', { count: leaving.length })
          }
          onClose={() => leave([])}
        >
          <div class="fields">
            {warn && warn(leaving, plan, before)}
            <p>{formText('removeAsk')}</p>
            <AskEnds
              danger
              onGo={() => {
                const ids = leaving.map(({ id }) => id)
                if (before.current) draft.edit(before.current)
                before.current = null
                draft.edit(remove(list, ids))
                choose(new Set([...chosen].filter((id) => !ids.includes(id))))
                leave([])
                return Promise.resolve()
              }}
              onBack={() => leave([])}
            >
              {formText('remove')}
            </AskEnds>
          </div>
        </Dialog>
      )}
    </section>
  )
}

const nameOf = ({ name }: { name: Text }): string => pick(name) || formText('noName')

const compare = (one: string | number, other: string | number): number =>
  typeof one === 'number' && typeof other === 'number'
    ? one - other
    : String(one).localeCompare(String(other), undefined, { numeric: true })

/** Whether it is new or changed since the last save; empty if neither. */
const stateOf = (was: object | undefined, thing: object): string =>
  !was ? formText('isNew') : was === thing ? '' : formText('isChanged')

/** Somebody who comes back from a thing to its list finds the focus where they left it. */
function useReturn(all: { current: HTMLElement | null }, section: string): void {
  useEffect(() => {
    const from = cameFrom.value
    if (!from || from.section !== section || from.id === null) return
    const row = all.current?.querySelector<HTMLElement>(`[data-id="${CSS.escape(from.id)}"] a`)
    if (!row) return
    row.scrollIntoView({ block: 'center' })
    row.focus({ preventScroll: true })
  }, [])
}
