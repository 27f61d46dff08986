// The small sign over a desk: the counter, its state, and the number that is called or is there.
import type { BoardCall, BoardView } from '../server/live/board.ts'
import { NumberPlate } from '../screens/components/NumberPlate.tsx'
import type { Hall } from '../screens/hall.ts'
import { pick } from '../screens/i18n.ts'
import { PAUSE_SIGN, Drawing } from '../screens/drawing.tsx'
import { isClosed, OwnWords, PlanWords } from './parts.tsx'
import { LONG_COUNTER, PauseReason, untilWords } from './Strip.tsx'

export interface SignProps {
  hall: Hall
  view: BoardView
  counter: string
  call: BoardCall | null
  isFresh: boolean
}

export function Sign({ hall, view, counter: id, call, isFresh }: SignProps) {
  const counter = hall.counters.value.get(id)
  const standing = view.counters.filter((one) => one.id === id)[0]
  const pause = view.paused.filter((one) => one.counter === id)[0]
  if (!counter || !standing) return <NoSuchPlace hall={hall} />
  const agency = hall.agencies.value.get(counter.agency)
  return (
    <main class={`sign sign-${call ? call.status : standing.state} ${isFresh ? 'sweep' : ''}`}>
      <h1 class={`sign-counter ${pick(counter.name).length > LONG_COUNTER ? 'sign-counter-long' : ''}`}>
        <PlanWords text={counter.name} />
      </h1>
      {call ? (
        <NumberPlate
          number={call.number}
          tone={call.status === 'called' ? 'called' : 'serving'}
          size="huge"
        />
      ) : (
        <p class="sign-state">
          <OwnWords
            text={
              standing.state === 'open'
                ? isClosed(view)
                  ? 'closed'
                  : 'waitTitle'
                : standing.state === 'paused'
                  ? 'paused'
                  : 'counterClosed'
            }
          />
        </p>
      )}
      <p class="line sign-words">
        {call && (
          <OwnWords text={call.status !== 'called' ? 'serving' : call.comeToMe ? 'comes' : 'called'} />
        )}
        {!call && pause && (
          <>
            <Drawing path={PAUSE_SIGN} />
            <span class="card-label">
              <PauseReason hall={hall} pause={pause} />
            </span>
            <span>{untilWords(pause)}</span>
          </>
        )}
        {!call && !pause && agency && <PlanWords text={agency.name} />}
      </p>
    </main>
  )
}

/** A hall that is still being set up has no place yet. */
export function NoSuchPlace({ hall }: { hall: Hall }) {
  return (
    <main class="connecting line">
      <OwnWords text={hall.counters.value.size > 0 ? 'noSuchPlace' : 'preparing'} />
    </main>
  )
}
