// What becomes of what is typed: at the foot of every form of the plan, whether it is saved, with the buttons to save
// and to discard it; above the form, what a colleague wrote in the same fields.
import { useEffect, useState } from 'preact/hooks'
import { Button } from '../../../screens/components/Button.tsx'
import { Dialog } from '../../../screens/components/Dialog.tsx'
import { formatNumber, formatTime } from '../../../screens/format.ts'
import { Icon } from '../../../screens/icons.tsx'
import { AskEnds } from '../../parts/Ends.tsx'
import { ProblemLine } from '../../parts/ProblemLine.tsx'
import { here, pathTo } from '../shell/way.ts'
import { manageText } from '../texts/index.ts'
import { draft } from './draft.ts'
import { faults } from './faults.ts'
import { pathOf, placeOfPath, placeWords, valueWords } from './places.ts'
import { draftText } from './texts.ts'
import './draft.css'

export function DraftBar() {
  const [asked, ask] = useState(false)
  const count = draft.unsaved.value.length
  const saved = draft.saved.value
  const joined = draft.joined.value
  const isOpen = draft.conflicts.value.length > 0
  useSaveKey()
  if (!saved) return <ProblemLine problem={draft.problem.value} />
  const faulty = faults.value.length
  const hasDraft = saved.changedBy !== null
  return (
    <>
      <div class="draft-bar">
        <p role="status" class={count > 0 ? 'draft-words draft-unsaved' : 'draft-words'}>
          <Icon name={count > 0 ? 'warning' : 'check'} />
          <span>
            {words()}
            {joined !== null && ` ${draftText('joined', { name: joined })}`}
          </span>
        </p>
        <ProblemLine problem={draft.problem.value} text={isOpen ? draftText('decideFirst') : undefined} />
        <p class="draft-ends">
          {count > 0 && (
            <>
              <Button
                kind="primary"
                keys="Control+S"
                busy={draft.isSaving.value}
                disabled={isOpen}
                onPress={() => draft.save()}
              >
                {draftText('save')}
              </Button>
              <Button kind="quiet" onPress={() => ask(true)}>
                {draftText('discard')}
              </Button>
            </>
          )}
          {hasDraft && faulty > 0 && (
            <a href={pathTo('plan', null, 'faults')} class="draft-faulty">
              {draftText('barFaults', { count: formatNumber(faulty) })}
            </a>
          )}
          {hasDraft && count === 0 && faulty === 0 && <a href={pathTo('plan')}>{draftText('toPublish')}</a>}
        </p>
      </div>
      {asked && (
        <Dialog title={draftText('discard')} onClose={() => ask(false)}>
          <div class="fields">
            <p>{draftText('discardAsk', { count: formatNumber(count) })}</p>
            <AskEnds
              danger
              onGo={() => {
                draft.discard()
                ask(false)
                return Promise.resolve()
              }}
              onBack={() => ask(false)}
            >
              {draftText('discardGo')}
            </AskEnds>
          </div>
        </Dialog>
      )}
    </>
  )

  function words(): string {
    if (draft.isSaving.value) return draftText('barSaving')
    if (count > 0)
      return draftText(draft.isKept.value ? 'barUnsaved' : 'barUnkept', { count: formatNumber(count) })
    const at = draft.savedAt.value
    if (at !== null) return draftText('barSaved', { time: formatTime(at) })
    if (hasDraft) return draftText('barDraft', { name: saved?.changedBy ?? '' })
    return draftText('barNone')
  }
}

/** Ctrl+S saves the draft, not the page. */
function useSaveKey(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 's') return
      event.preventDefault()
      if (draft.unsaved.value.length > 0) void draft.save()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
}

/** Fields that a colleague changed too: above the form, as nothing is saved until these are decided. */
export function Conflicts() {
  const plan = draft.plan.value
  const saved = draft.saved.value
  const list = draft.conflicts.value
  if (!plan || !saved || list.length === 0) return null
  const by = saved.changedBy
  return (
    <section class="part conflicts" aria-labelledby="conflicts-title">
      <h2 id="conflicts-title">{draftText('conflictsTitle')}</h2>
      <p role="alert">
        {by === null ? draftText('conflictsLead') : draftText('conflictsLeadBy', { name: by })}
      </p>
      <ul>
        {list.map((conflict) => {
          const place = placeOfPath(conflict.path)
          const path = pathOf(place)
          const title = placeWords(place, plan)
          return (
            <li key={conflict.path.join(' ')}>
              <p>
                <strong>{path === null ? title : <a href={path}>{title}</a>}</strong>
              </p>
              <p>{draftText('mine', { value: valueWords(conflict.mine, plan) })}</p>
              <p>{draftText('theirs', { value: valueWords(conflict.theirs, plan) })}</p>
              <p class="part-ends">
                <Button
                  label={`${draftText('takeMine')}: ${title}`}
                  onPress={() => draft.decide(conflict, 'mine')}
                >
                  {draftText('takeMine')}
                </Button>
                <Button
                  label={`${draftText('takeTheirs')}: ${title}`}
                  onPress={() => draft.decide(conflict, 'theirs')}
                >
                  {draftText('takeTheirs')}
                </Button>
              </p>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

/** The faults of the saved draft in words, each with a link to its field. */
export function FaultList() {
  const saved = draft.saved.value
  const list = faults.value
  const { field } = here.value
  if (!saved || list.length === 0) return null
  return (
    <details class="draft-faults" open={field === 'faults' || list.length <= 5}>
      <summary id="faults" tabIndex={-1}>
        {manageText('plan.faults', { count: formatNumber(list.length) })}
      </summary>
      <ul>
        {list.map((fault, nth) => {
          const path = pathOf(fault)
          const title = placeWords(fault, saved.plan)
          return (
            <li key={nth}>
              {path === null ? <strong>{title}</strong> : <a href={path}>{title}</a>} {fault.words}
            </li>
          )
        })}
      </ul>
    </details>
  )
}
