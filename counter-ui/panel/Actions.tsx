// What can be done: the one big next action; and everything else, with a visitor at the counter or without. Each is a
// button with its key and its place, locked, without looking so, while a press would still be part of the last one.
import type { ComponentChildren } from 'preact'
import type { CounterView } from '../../server/live/counter.ts'
import { isSamePress, MOST_DOCUMENTS, documentsHere, sayDocuments } from './desk.ts'
import { type Keyed, keyText, keyedOf } from './keys.ts'
import { type Action, type PrimaryAction, isMine, isPossible, primaryOf } from './possible-actions.ts'
import { keys } from './settings/options.ts'
import { panelText } from './texts/index.ts'
import type { Workplace } from './workplace.ts'

const WITH_VISITOR: readonly Action[] = [
  'recall',
  'miss',
  'put-back',
  'hold',
  'refer',
  'incomplete',
  'finish-reason',
  'hand-over',
]
const WITH_NOBODY: readonly Action[] = ['call', 'serve', 'hand-over']

export function Actions({ place, view }: { place: Workplace; view: CounterView }) {
  const { hall, me } = place
  if (!isMine(view, me.username)) return null
  const hasReasons = hall.answer.value !== null && hall.answer.value.reasons.finish.length > 0
  const offered = (view.current ? WITH_VISITOR : WITH_NOBODY).filter(
    (action) => action !== 'finish-reason' || hasReasons,
  )
  return (
    <div
      class={view.current ? 'actions' : 'actions actions-few'}
      role="group"
      aria-label={panelText('actionsTitle')}
    >
      {offered.map((action) => {
        const isAlone = action === 'hand-over' && view.colleagues.length === 0
        const follows = action === 'miss' && isNotLast(place, view)
        return (
          <ActionButton
            key={action}
            place={place}
            action={action}
            disabled={!isPossible(action, view, me.username)}
            title={isAlone ? panelText('handOverNobody') : undefined}
          >
            {panelText(`action.${action}`)}
            {follows && <span class="action-more"> {panelText('secondFollows')}</span>}
          </ActionButton>
        )
      })}
    </div>
  )
}

/** Whether the plan gives a second call to a visitor who does not come now. */
const isNotLast = ({ hall }: Workplace, { current }: CounterView): boolean =>
  current !== null &&
  !current.secondCall &&
  hall.answer.value !== null &&
  hall.answer.value.secondCallSeconds !== null

/** The one big next action: open, call next, start, finish. Always the same place, always the same keys. */
export function Primary({ place, view }: { place: Workplace; view: CounterView }) {
  const action = primaryOf(view, place.me.username)
  if (action === null) return null
  return (
    <>
      <Documents place={place} view={view} />
      <div class="primary">
        <ActionButton
          place={place}
          action={action}
          kind="primary"
          size="huge"
          disabled={!isPossible(action, view, place.me.username)}
        >
          {words(action, view)}
        </ActionButton>
      </div>
    </>
  )
}

/** How many documents finishing will note: set by a digit key or a touch. */
function Documents({ place, view }: { place: Workplace; view: CounterView }) {
  const count = documentsHere(place.hall, view)
  if (count === null) return null
  const step = (sign: string, by: number) => (
    <button
      type="button"
      class="button button-plain button-medium"
      aria-label={`${panelText('documents')} ${sign}1`}
      disabled={count + by < 0 || count + by > MOST_DOCUMENTS}
      onClick={() => sayDocuments(view, count + by)}
    >
      {sign}
    </button>
  )
  return (
    <div class="documents" role="group" aria-label={panelText('documents')}>
      <span>{panelText('documents')}</span>
      <kbd class="key" aria-hidden="true">
        0–9
      </kbd>
      {step('−', -1)}
      <output class="figures">{count}</output>
      {step('+', 1)}
    </div>
  )
}

function words(action: PrimaryAction, { counter }: CounterView): string {
  if (action === 'open') return counter.state === 'paused' ? panelText('resume') : panelText('action.open')
  return panelText(`action.${action}`)
}

interface ActionButtonProps {
  place: Workplace
  action: Action
  kind?: 'primary' | 'plain' | 'quiet'
  size?: 'medium' | 'huge'
  disabled?: boolean
  /** A longer label, if its text is not enough. */
  title?: string
  children: ComponentChildren
}

export function ActionButton(props: ActionButtonProps) {
  const { place, action, kind = 'plain', size = 'medium', disabled = false, title } = props
  const { desk } = place
  const keyed = keyedOf(action)

  function press(): void {
    if (!isLocked(place)) place.act(action, 'pointer')
  }

  const busy = desk.busy.value === action
  return (
    <button
      type="button"
      class={`button button-${kind} button-${size} action`}
      onClick={press}
      disabled={disabled || desk.live.freshness.value !== 'live'}
      aria-busy={busy}
      aria-disabled={isLocked(place) || undefined}
      aria-keyshortcuts={keyed ? shortcut(keys.value[keyed][0]) : undefined}
      title={title}
    >
      {busy && <span class="spinner" aria-hidden="true" />}
      <span class="action-words">{props.children}</span>
      {keyed && <Key of={keyed} />}
    </button>
  )
}

const shortcut = (name: string | undefined) => (name === ' ' ? 'Space' : name)

/** The key for something, as drawn on a button or beside a title; nothing if it has none. */
export function Key({ of }: { of: Keyed }) {
  const name = keys.value[of][0]
  if (name === undefined) return null
  return (
    <kbd class="key" aria-hidden="true">
      {keyText(name)}
    </kbd>
  )
}

/** Whether a click now would be the second half of a double click, or come while a command is under way. */
export function isLocked({ desk }: Workplace): boolean {
  return desk.busy.value !== null || isSamePress(desk.settling.value, 'pointer')
}
