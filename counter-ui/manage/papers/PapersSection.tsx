// The section of the papers: what services ask visitors to bring, each paper once; to search, merge, confirm, and
// require in more services.
import { memo } from 'preact/compat'
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { Button } from '../../../screens/components/Button.tsx'
import { Dialog } from '../../../screens/components/Dialog.tsx'
import { formatNumber } from '../../../screens/format.ts'
import { pick } from '../../../screens/i18n.ts'
import { Choices } from '../../parts/Field.tsx'
import { AskEnds } from '../../parts/Ends.tsx'
import { draft } from '../draft/draft.ts'
import type { Change } from '../draft/edit.ts'
import { formText } from '../form/texts.ts'
import { PickList } from '../offer/PickList.tsx'
import { issuerWords } from '../offer/RequirementsField.tsx'
import { serviceOptions } from '../offer/ServiceForm.tsx'
import { fold } from '../shell/find.ts'
import type { SectionProps } from '../shell/section.ts'
import { cameFrom, pathTo } from '../shell/way.ts'
import { PaperForm } from './PaperForm.tsx'
import { askIn, confirmIn, dropPapers, mergePapers, type Paper, papersOf } from './papers.ts'
import { paperText } from './texts.ts'
import '../form/form.css'
import { FindField } from '../form/FindField.tsx'

const SHOWS = ['all', 'unconfirmed', 'shared', 'alike'] as const
type Show = (typeof SHOWS)[number]
type Asked = 'merge' | 'addTo' | 'confirm' | 'remove'

export function PapersSection({ id }: SectionProps) {
  const plan = draft.plan.value
  const papers = useMemo(() => (plan ? papersOf(plan) : []), [plan])
  const [typed, type] = useState('')
  const [show, choose] = useState<Show>('all')
  const [chosen, select] = useState<ReadonlySet<string>>(new Set())
  const [asked, ask] = useState<Asked | null>(null)
  const rows = useRef<HTMLUListElement>(null)
  useEffect(() => {
    // Somebody who comes back from a paper finds the focus where they left it.
    const from = cameFrom.value
    const row =
      from?.section === 'papers' && from.id !== null
        ? rows.current?.querySelector<HTMLElement>(`[data-id="${CSS.escape(from.id)}"] a`)
        : null
    if (row) row.focus()
  }, [id])
  const alike = useMemo(() => alikeIn(papers), [papers])
  // Always the same function, so that a row that did not change is not redrawn.
  const turn = useRef((paper: string, isOn: boolean) =>
    select((old) => {
      const next = new Set(old)
      if (isOn) next.add(paper)
      else next.delete(paper)
      return next
    }),
  ).current
  if (!plan) return null
  if (id !== null)
    return <PaperForm id={id} paper={papers.find((one) => one.id === id) ?? null} plan={plan} />
  const words = fold(typed).split(' ').filter(Boolean)
  const shown = papers.filter(
    (paper) =>
      (show === 'all' ||
        (show === 'unconfirmed' && paper.unconfirmed.length > 0) ||
        (show === 'shared' && paper.services.length > 1) ||
        (show === 'alike' && alike.has(paper.id))) &&
      words.every((word) =>
        fold(`${Object.values(paper.name).join(' ')} ${issuerWords(paper, plan)}`).includes(word),
      ),
  )
  // Papers with similar names, side by side.
  if (show === 'alike') shown.sort((one, other) => likeness(one).localeCompare(likeness(other)))
  const picked = papers.filter((paper) => chosen.has(paper.id))
  const close = (change?: Change) => {
    if (change) {
      draft.edit(change)
      select(new Set())
    }
    ask(null)
  }
  return (
    <>
      <p class="soft">{paperText('lead')}</p>
      <section class="part things" aria-label={paperText('list')}>
        <div class="things-head">
          <FindField id="papers-find" label={paperText('find')} value={typed} onType={type} />
        </div>
        <Choices
          legend={paperText('show')}
          name="show"
          value={show}
          options={SHOWS.map((value) => ({ value, words: paperText(`show.${value}`) }))}
          onChange={choose}
        />
        <p class="soft" role="status">
          {shown.length < papers.length &&
            paperText('shown', { shown: formatNumber(shown.length), count: formatNumber(papers.length) })}
        </p>
        {picked.length > 0 && (
          <div class="things-chosen" role="group" aria-label={paperText('chosen', { count: picked.length })}>
            <strong>{paperText('chosen', { count: formatNumber(picked.length) })}</strong>
            {picked.length > 1 && <Button onPress={() => ask('merge')}>{paperText('merge')}</Button>}
            <Button onPress={() => ask('addTo')}>{paperText('addTo')}</Button>
            <Button onPress={() => ask('confirm')}>{paperText('confirm')}</Button>
            <Button kind="danger" onPress={() => ask('remove')}>
              {paperText('remove')}
            </Button>
            <Button kind="quiet" onPress={() => select(new Set())}>
              {paperText('unselect')}
            </Button>
          </div>
        )}
        {papers.length === 0 && <p>{paperText('empty')}</p>}
        {papers.length > 0 && shown.length === 0 && <p>{formText('nothingFound')}</p>}
        <ul class="things-rows" ref={rows}>
          {shown.map((paper) => (
            <Row
              key={paper.id}
              id={paper.id}
              name={pick(paper.name) || formText('noName')}
              about={[paperText('usedBy', { count: paper.services.length }), issuerWords(paper, plan)]
                .filter(Boolean)
                .join(' · ')}
              state={[
                paper.unconfirmed.length > 0 && paperText('open', { count: paper.unconfirmed.length }),
                paper.differs && paperText('differs'),
              ]
                .filter(Boolean)
                .join(' · ')}
              isChosen={chosen.has(paper.id)}
              turn={turn}
            />
          ))}
        </ul>
      </section>
      {asked === 'merge' && <Merge papers={picked} onClose={close} />}
      {asked === 'addTo' && <AddTo papers={picked} onClose={close} />}
      {asked === 'confirm' && (
        <Ask
          title={paperText('confirmTitleMany', { count: picked.length })}
          text={paperText('confirmAsk')}
          go={paperText('confirm')}
          onClose={close}
          change={(plan) =>
            picked.reduce((next, paper) => confirmIn(paper.id, paper.services, true)(next), plan)
          }
        />
      )}
      {asked === 'remove' && (
        <Ask
          danger
          title={paperText('removeTitle', { count: picked.length })}
          text={paperText('removeAsk')}
          go={paperText('remove')}
          onClose={close}
          change={dropPapers(picked.map((paper) => paper.id))}
        />
      )}
    </>
  )
}

/** What makes two names similar: the same words, ignoring order, small words and anything in brackets. */
function likeness({ name }: Paper): string {
  const own = fold(pick(name).replace(/\(.*?\)/g, ' '))
  const words = own
    .split(' ')
    .filter((word) => word.length > 2 && !['dan', 'atau', 'yang', 'the', 'and'].includes(word))
  return [...new Set(words)].sort().join(' ') || own
}

/** Papers with a name similar to another's: perhaps the same. */
function alikeIn(papers: readonly Paper[]): ReadonlySet<string> {
  const groups = new Map<string, string[]>()
  for (const paper of papers) {
    const key = likeness(paper)
    groups.set(key, [...(groups.get(key) ?? []), paper.id])
  }
  return new Set([...groups.values()].flatMap((ids) => (ids.length > 1 ? ids : [])))
}

interface RowProps {
  id: string
  name: string
  about: string
  state: string
  isChosen: boolean
  turn: (id: string, isOn: boolean) => void
}

const Row = memo(function Row({ id, name, about, state, isChosen, turn }: RowProps) {
  return (
    <li class="things-row" data-id={id}>
      <input
        type="checkbox"
        class="things-tick"
        aria-label={paperText('select', { name })}
        checked={isChosen}
        onChange={({ currentTarget }) => turn(id, currentTarget.checked)}
      />
      <span class="things-words">
        <a href={pathTo('papers', id)}>
          <strong>{name}</strong>
        </a>
        {state && <span class="state">{state}</span>}
        <span class="soft things-about">{about}</span>
      </span>
    </li>
  )
})

interface ManyProps {
  papers: readonly Paper[]
  /** Called with a change to make it. */
  onClose: (change?: Change) => void
}

function Merge({ papers, onClose }: ManyProps) {
  const [into, choose] = useState(papers[0]?.id ?? '')
  const kept = papers.find(({ id }) => id === into)
  return (
    <Dialog title={paperText('mergeTitle', { count: papers.length })} onClose={() => onClose()}>
      <div class="fields">
        <Choices
          legend={paperText('mergeInto')}
          name="into"
          value={into}
          options={papers.map(({ id, name }) => ({ value: id, words: pick(name) || formText('noName') }))}
          onChange={choose}
        />
        <p>{paperText('mergeLead')}</p>
        <AskEnds
          disabled={!kept}
          onGo={() => {
            const others = papers.map(({ id }) => id)
            if (kept) onClose(mergePapers(kept, others))
            return Promise.resolve()
          }}
          onBack={() => onClose()}
        >
          {paperText('mergeGo')}
        </AskEnds>
      </div>
    </Dialog>
  )
}

function AddTo({ papers, onClose }: ManyProps) {
  const [services, choose] = useState<readonly string[]>([])
  const plan = draft.plan.value
  if (!plan) return null
  return (
    <Dialog title={paperText('addToTitle', { count: papers.length })} onClose={() => onClose()}>
      <div class="fields">
        <PickList
          id="add-to"
          label={paperText('services')}
          value={services}
          faults={[]}
          onChange={choose}
          options={serviceOptions(plan)}
          hint={paperText('servicesHint')}
        />
        <AskEnds
          disabled={services.length === 0}
          onGo={() => {
            onClose((plan) =>
              papers.reduce((next, paper) => askIn(paper, [...paper.services, ...services])(next), plan),
            )
            return Promise.resolve()
          }}
          onBack={() => onClose()}
        >
          {paperText('addToGo')}
        </AskEnds>
      </div>
    </Dialog>
  )
}

interface AskProps {
  title: string
  text: string
  go: string
  danger?: boolean
  change: Change
  onClose: (change?: Change) => void
}

function Ask({ title, text, go, danger = false, change, onClose }: AskProps) {
  return (
    <Dialog title={title} onClose={() => onClose()}>
      <div class="fields">
        <p>{text}</p>
        <AskEnds
          danger={danger}
          onGo={() => {
            onClose(change)
            return Promise.resolve()
          }}
          onBack={() => onClose()}
        >
          {go}
        </AskEnds>
      </div>
    </Dialog>
  )
}
