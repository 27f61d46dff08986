// The whole board, of one view. It shows nothing as true while the view is stale: it dims, and the banner says so.
import { useRef } from 'preact/hooks'
import type { BoardView } from '../server/live/views.ts'
import { Banner } from '../screens/components/Banner.tsx'
import { Clock } from '../screens/components/Clock.tsx'
import type { Hall } from '../screens/hall.ts'
import { pick } from '../screens/i18n.ts'
import type { Live } from '../screens/live.ts'
import { Band, Mark } from '../screens/mark.tsx'
import { sharedText } from '../screens/texts/index.ts'
import { arrange } from './arrange.ts'
import { attend, byAttention, isNew, type Attention } from './attention.ts'
import { Hero } from './Hero.tsx'
import { Rows } from './Rows.tsx'
import { Strip } from './Strip.tsx'
import { useTurn } from './turns.ts'

export interface BoardProps {
  hall: Hall
  live: Live<BoardView>
}

export function Board({ hall, live }: BoardProps) {
  const view = live.view.value
  const freshness = live.freshness.value
  return (
    <div class={freshness === 'stale' ? 'board board-stale' : 'board'}>
      <Banner freshness={freshness} refused={live.refused.value} hall={view && view.hall} />
      <Head hall={hall} live={live} />
      <Band />
      {view && hall.answer.value ? (
        <Calls hall={hall} view={view} />
      ) : (
        <p class="connecting line">{sharedText('connecting')}</p>
      )}
    </div>
  )
}

/** The names of zone and hall in turns: both in letters that carry through the room. */
function Head({ hall, live }: BoardProps) {
  const plan = hall.answer.value
  const view = live.view.value
  const zone = view && view.zone !== null ? hall.zones.value.get(view.zone) : undefined
  const names = [...(zone ? [pick(zone.name)] : []), ...(plan ? [pick(plan.name)] : [])]
  const turn = useTurn(names.length)
  return (
    <header class="head line">
      <Mark />
      <h1 class="head-name">{names[turn] ?? ''}</h1>
      <Clock at={live.at.value} />
    </header>
  )
}

function Calls({ hall, view }: { hall: Hall; view: BoardView }) {
  const attention = useRef<Attention | null>(null)
  const lastView = useRef<BoardView | null>(null)
  const now = performance.now()
  if (lastView.current !== view) {
    attention.current = attend(attention.current, view.calls, now)
    lastView.current = view
  }
  const seen: Attention = attention.current ?? new Map()
  const { hero, rows, pages } = arrange(byAttention(seen, view.calls), view.recent)
  return (
    <>
      <main class="body">
        <Hero
          hall={hall}
          call={hero}
          isNew={hero !== null && isNew(seen, hero, now)}
          isSaid={hero !== null && view.announcement !== null && view.announcement.number === hero.number}
          withZone={view.zone === null}
        />
        <Rows hall={hall} rows={rows} pages={pages} isNew={(call) => isNew(seen, call, now)} />
      </main>
      <Strip hall={hall} view={view} />
    </>
  )
}
