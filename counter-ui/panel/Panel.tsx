// The panel of one counter: who is here, what to do next, who waits. Officers look at it for eight hours.
import { useSignalEffect } from '@preact/signals'
import { useEffect, useState } from 'preact/hooks'
import { Button } from '../../screens/components/Button.tsx'
import { Clock } from '../../screens/components/Clock.tsx'
import { useHallNow } from '../../screens/hall-now.ts'
import type { Hall } from '../../screens/hall.ts'
import { pick } from '../../screens/i18n.ts'
import { Mark } from '../../screens/mark.tsx'
import type { CounterView } from '../../server/live/counter.ts'
import { Foot } from '../parts/Foot.tsx'
import { ProblemLine } from '../parts/ProblemLine.tsx'
import { StaffBanner } from '../parts/StaffBanner.tsx'
import { counterName } from '../parts/names.ts'
import { useRefused, type Staff, myCounters } from '../session.ts'
import { staffText } from '../texts.ts'
import { Dialogs } from './dialogs/Dialogs.tsx'
import { HelpLine, Messages } from './help/HelpLine.tsx'
import { ActionButton, Actions, Primary } from './Actions.tsx'
import { Current } from './Current.tsx'
import { panelText } from './texts/index.ts'
import { Queue } from './Queue.tsx'
import { useArrivals } from './arrivals.ts'
import { alarmSign } from './help/call-for-help.ts'
import { usePanelKeys } from './panel-keys.ts'
import { problemText, undoText } from './panel-words.ts'
import { isMine, isPossible, stillMeant } from './possible-actions.ts'
import { type Workplace, makeWorkplace } from './workplace.ts'
import './Head.css'
import './Panel.css'
import './Deck.css'
import './Actions.css'

interface PanelProps {
  counter: string
  hall: Hall
  me: Staff
  /** Called to choose another counter. */
  onLeave: () => void
  /** Called when this person holds another counter and goes there. */
  onGo: (counter: string) => void
}

export function Panel({ counter, hall, me, onLeave, onGo }: PanelProps) {
  const [place] = useState(() => makeWorkplace(counter, hall, me))
  const { live, view } = place.desk
  useEffect(() => () => place.desk.close(), [place])
  usePanelKeys(place)
  useTitle(place)
  useArrivals(place)
  useClosingDialogs(place)
  useRefused(live)

  const shown = view.value
  const isTrue = live.freshness.value === 'live'
  return (
    <div class="panel">
      <StaffBanner live={live} view={shown} />
      <Head place={place} />
      {me.mustChange && <OwnPassword place={place} />}
      {shown ? (
        <div class={isTrue ? 'desk' : 'desk desk-untrue'}>
          {isMine(shown, me.username) && (
            <div class="notices">
              <HelpLine place={place} view={shown} />
              <Messages place={place} view={shown} />
            </div>
          )}
          {!isMine(shown, me.username) && me.role !== 'manager' && (
            <div class="notices">
              <Handed hall={hall} here={counter} onGo={onGo} />
            </div>
          )}
          <main class="work">
            <Current place={place} view={shown} />
            <div class="deck">
              <Actions place={place} view={shown} />
              <WordLine place={place} view={shown} />
              <Primary place={place} view={shown} />
            </div>
          </main>
          <aside class="side" aria-label={panelText('queueTitle')}>
            <Queue place={place} view={shown} />
            <Foot />
          </aside>
        </div>
      ) : (
        <main class="panel-wait">
          <span class="spinner" aria-hidden="true" />
          <p role="status">{staffText('connecting')}</p>
        </main>
      )}
      <Dialogs place={place} onLeave={onLeave} />
    </div>
  )
}

/** Asks for a new password as long as the current one was chosen by somebody else. */
function OwnPassword({ place }: { place: Workplace }) {
  return (
    <section class="panel-hint" aria-label={staffText('changePassword')}>
      <p>{staffText('mustChange')}</p>
      <Button
        kind="quiet"
        onPress={() => {
          place.dialog.value = 'password'
        }}
      >
        {staffText('changePassword')}
      </Button>
    </section>
  )
}

/** The tab says who is here, or how many wait: the panel is often behind the agency's own application. */
function useTitle(place: Workplace): void {
  useSignalEffect(() => {
    const view = place.desk.view.value
    const where = counterName(place.hall, place.desk.id)
    const isTrue = place.desk.live.freshness.value === 'live'
    const now = !view ? '' : view.current ? `${view.current.number} · ` : `(${view.waiting}) `
    document.title = `${isTrue ? now : '… '}${where} · Antre`
  })
  useEffect(
    () => () => {
      document.title = 'Antre'
    },
    [],
  )
}

/** A dialog closes when its visitor has gone: somebody who is no longer here can't be held or referred. */
function useClosingDialogs({ desk, dialog, me }: Workplace): void {
  const [opened] = useState<{ name: string | null; call: string | null }>({ name: null, call: null })
  useSignalEffect(() => {
    const name = dialog.value
    const view = desk.view.value
    if (name !== opened.name) {
      opened.name = name
      opened.call = view && view.current ? view.current.call : null
    } else if (name !== null && view && !stillMeant(name, view, me.username, opened.call)) dialog.value = null
  })
}

// The top line: which counter, in which state, who works here, the time.
function Head({ place }: { place: Workplace }) {
  const { desk, hall, me, dialog } = place
  const view = desk.view.value
  const counter = hall.counters.value.get(desk.id)
  const agency = counter && hall.agencies.value.get(counter.agency)
  return (
    <header class="head">
      <Mark />
      <h1 class="head-counter">
        {counterName(place.hall, desk.id)}
        {view && isMine(view, me.username) && <span class="head-sign">{alarmSign(view.help)}</span>}
      </h1>
      {view && (
        <span class={`state state-${view.counter.state}`}>{staffText(`counter.${view.counter.state}`)}</span>
      )}
      <p class="head-where">{agency && pick(agency.name)}</p>
      <p class="head-me">{me.name}</p>
      <Clock at={desk.live.at.value} />
      {view && isPossible('help', view, me.username) && (
        <ActionButton place={place} action="help" kind="quiet" title={panelText('help.helpTitle')}>
          {panelText('action.help')}
        </ActionButton>
      )}
      {view && isPossible('pause', view, me.username) && (
        <ActionButton place={place} action="pause" kind="quiet">
          {panelText('action.pause')}
        </ActionButton>
      )}
      <Button
        kind="quiet"
        onPress={() => {
          dialog.value = 'menu'
        }}
      >
        {staffText('menu')}
      </Button>
    </header>
  )
}

// The line above the big button: why something was refused, and what can still be undone.
function WordLine({ place, view }: { place: Workplace; view: CounterView }) {
  const { desk, dialog } = place
  const waits = waitsText(place)
  const isTrue = desk.live.freshness.value === 'live'
  // A dialog shows its own refusal.
  const problem = dialog.value === null ? desk.problem.value : null
  const refused = problem ? problemText(place.hall, problem) : undefined
  const text = !isTrue ? panelText('notTaken') : desk.nobody.value ? panelText('nobody') : (refused ?? waits)
  return (
    <div class="words">
      <ProblemLine problem={null} text={text} />
      <Undo place={place} view={view} />
    </div>
  )
}

/** That the answer is late, which press is waiting for it, or why that one was not carried out. */
function waitsText({ desk, queued: { value: queued } }: Workplace): string | undefined {
  const action = queued && panelText(`action.${queued.action}`)
  if (queued && action && queued.dropped) return panelText('notDone', { action })
  const late = desk.slow.value ? panelText('slow') : ''
  const then = action ? panelText('thenComes', { action }) : ''
  return `${late} ${then}`.trim() || undefined
}

function Undo({ place, view }: { place: Workplace; view: CounterView }) {
  const now = useHallNow(place.desk.live.at.value)
  const { undo } = view
  if (!undo || now === null || !isPossible('undo', view, place.me.username)) return null
  const seconds = Math.ceil((Date.parse(undo.until) - now) / 1000)
  if (seconds <= 0) return null
  return (
    <div class="undo">
      <ActionButton place={place} action="undo" title={undoText(undo)}>
        {panelText('action.undo')}
      </ActionButton>
      <p class="undo-words">
        {undoText(undo)} <span class="figures undo-left">{panelText('secondsLeft', { seconds })}</span>
      </p>
    </div>
  )
}

// A colleague handed over a counter, or a supervisor placed this person there: said here if nothing else tells them.

const ASK_MS = 4_000

/** `here`: the counter on the page, which itself shows whose it is. */
export function Handed({
  hall,
  here,
  onGo,
}: {
  hall: Hall
  here: string | null
  onGo: (id: string) => void
}) {
  const [mine, see] = useState<string | null>(null)
  useEffect(() => {
    const look = async () => see((await myCounters()).find((id) => id !== here) ?? null)
    const timer = setInterval(() => void look(), ASK_MS)
    void look()
    return () => clearInterval(timer)
  }, [here])
  const counter = mine === null ? undefined : hall.counters.value.get(mine)
  return (
    <div role="status">
      {counter && (
        <p class="choose-elsewhere">
          {panelText('handed', { counter: pick(counter.name) })}{' '}
          <Button onPress={() => onGo(counter.id)}>
            {panelText('chooseElsewhere', { counter: pick(counter.name) })}
          </Button>
        </p>
      )}
    </div>
  )
}
