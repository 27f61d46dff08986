// The panel of one counter: who is here, what to do next, who waits. Officers look at it for eight hours.
import { useSignalEffect } from '@preact/signals'
import { useEffect, useState } from 'preact/hooks'
import { Button } from '../../screens/components/Button.tsx'
import type { Hall } from '../../screens/hall.ts'
import { isMine, stillMeant } from './possible-actions.ts'
import { Dialogs } from './dialogs/Dialogs.tsx'
import { HelpLine, Messages } from './help/HelpLine.tsx'
import { useArrivals } from './arrivals.ts'
import { panelText } from './texts/index.ts'
import { type Staff, askSession } from '../session.ts'
import { staffText } from '../texts/index.ts'
import { type Workplace, makeWorkplace } from './workplace.ts'
import { Actions, Primary } from './Actions.tsx'
import { Current } from './Current.tsx'
import { Foot } from '../parts/Foot.tsx'
import { Handed } from './Handed.tsx'
import { Head } from './Head.tsx'
import { counterName } from '../parts/names.ts'
import { usePanelKeys } from './panel-keys.ts'
import { Queue } from './Queue.tsx'
import { StaffBanner } from '../parts/StaffBanner.tsx'
import { WordLine } from './WordLine.tsx'
import './Panel.css'
import './Deck.css'
import './Actions.css'

interface PanelProps {
  counter: string
  hall: Hall
  me: Staff
  /** Another counter is to be chosen. */
  onLeave: () => void
  /** This person holds another one, and goes there. */
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
  useSignalEffect(() => {
    if (live.refused.value === 'not-allowed') void askSession()
  })

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

/** Asks for an own password while the one in use was given by somebody else. */
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

/** The tab says who is here, or how many wait: the panel often stands behind the agency's own application. */
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

/** A dialog goes when what it is about has gone: nobody holds or refers somebody who is not here any more. */
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
