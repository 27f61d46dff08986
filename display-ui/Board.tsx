// The whole screen, from one view. While the view is stale it shows nothing as true: it dims, and the banner says so.
import { useEffect, useRef, useState } from 'preact/hooks'
import { Banner } from '../screens/components/Banner.tsx'
import { Clock } from '../screens/components/Clock.tsx'
import { formatDay } from '../screens/format.ts'
import { useHallNow } from '../screens/hall-now.ts'
import type { Hall } from '../screens/hall.ts'
import { language, pick } from '../screens/i18n.ts'
import type { Live } from '../screens/live.ts'
import { Band, Mark } from '../screens/mark.tsx'
import { standingText } from '../screens/texts/standing.ts'
import type { Text } from '../server/hall/plan.ts'
import type { BoardCall, BoardView } from '../server/live/board.ts'
import { Empty, isClosed, isNight, pageNow } from './parts.tsx'
import { Corridor } from './Corridor.tsx'
import { Hero } from './Hero.tsx'
import { Rows } from './Rows.tsx'
import { NoSuchPlace, Sign } from './Sign.tsx'
import { Strip } from './Strip.tsx'
import { arrange } from './arrange.ts'
import { type Attention, attend, byAttention, isFresh, isNew, largeOf, nextTurn } from './attention.ts'
import { measure, middle, type Told, toldOf, room, type Part, inParts } from './fit.ts'
import { besideLarge, needOf, widest } from './grids.ts'
import { aksara, pickSecond, second } from './texts.ts'
import { type BoardLayout, narrow, spansZones } from './layout.ts'
import { Media, usable } from './media/Media.tsx'

interface BoardProps {
  hall: Hall
  live: Live<BoardView>
  layout: BoardLayout
  /** The zone in which the screen hangs; null: it is for the whole hall. */
  place: string | null
  /** Whether a card covers its foot. */
  isNoted: boolean
}

export function Board({ hall, live, layout, place, isNoted }: BoardProps) {
  const whole = live.view.value
  const plan = hall.answer.value
  const view = whole && plan && narrow(whole, layout, plan)
  const night = view && isNight(view) ? ' board-night' : ''
  // The screen's zone has left the plan.
  const isLost = live.refused.value === 'no-such-topic'
  const stale = live.freshness.value === 'stale' ? ' board-stale' : ''
  const told = toldOf(live.freshness.value, live.refused.value, whole && whole.hall, isNoted)
  const less = `${told.above > 1 ? ' board-told-2' : ''}${isNoted ? ' board-noted' : ''}`
  return (
    <div class={`board board-${layout.kind}${night}${stale}${less}`}>
      {!isLost && (
        <Banner freshness={live.freshness.value} refused={live.refused.value} hall={whole && whole.hall} />
      )}
      {layout.kind !== 'counter' && <Head hall={hall} layout={layout} at={live.at.value} />}
      {layout.kind !== 'counter' && <Band />}
      {isLost ? (
        <NoSuchPlace hall={hall} />
      ) : view ? (
        <Calls hall={hall} view={view} layout={layout} place={place} told={told} />
      ) : (
        <p class="connecting line">{standingText('connecting')}</p>
      )}
    </div>
  )
}

interface CallsProps extends Omit<BoardProps, 'live' | 'isNoted'> {
  told: Told
  view: BoardView
}

/** The width of a field that holds a notice in two languages, in vmin. */
const WIDE = 80

function Calls({ hall, view, layout, place, told }: CallsProps) {
  const attention = useRef<Attention | null>(null)
  const size = middle.value
  const now = performance.now()
  const { missed, recent, announcement } = view
  const first: { number: string }[] = announcement ? [announcement] : []
  const said = first.concat((announcement && announcement.also) || []).map(({ number }) => number)
  // Calls that no display announces are large for a fixed time.
  const saying = announcement && { id: announcement.speaker === null ? '' : announcement.id, numbers: said }
  const seen = attend(attention.current, view.calls, now, saying)
  attention.current = seen
  useRedrawIn(nextTurn(seen, now))
  const calls = byAttention(seen, view.calls)
  const large = largeOf(seen, calls, now)
  const fresh = large !== null && isFresh(seen, large, now)
  const isNewNow = (call: BoardCall) => isNew(seen, call, now)
  if (view.counters.length === 0) return <NoSuchPlace hall={hall} />
  if (layout.kind === 'counter') {
    return <Sign hall={hall} view={view} counter={layout.of[0] || ''} call={large} isFresh={fresh} />
  }
  const items = isNight(view) ? [] : usable(view.media)
  const media = items.length > 0 ? <Media items={items} still={fresh || Boolean(said[0])} /> : null
  /** `width`: that of the field. Beside many rows or below a banner a long notice has no room in two languages: the foot shows both. */
  const nobody = (width: number) => (
    <section
      class={`hero hero-${media ? 'media' : view.notice && (told.above || width < WIDE) ? 'empty tight' : 'empty'}`}
    >
      {media || <Empty view={view} />}
    </section>
  )
  if (layout.kind === 'corridor') {
    return calls[0] || missed[0] ? (
      <Corridor hall={hall} calls={calls} missed={missed} recent={recent} place={place} isNew={isNewNow} />
    ) : (
      <>
        <main class="body">{nobody(size.width)}</main>
        {view.lines.length > 0 && <Strip hall={hall} view={view} />}
      </>
    )
  }
  const others = calls.filter((call) => call !== large)
  const withZone = spansZones(layout)
  const from = withZone ? place : undefined
  const beside = large && hasRoom(others, missed) && media
  // A visitor who is being served has found the counter: beside media such rows only fill what is left.
  const filling = beside ? others.filter((call) => !isCalled(call)).concat(recent) : recent
  const found = beside ? others.filter(isCalled) : others
  const must = widest(hall, found.concat(missed), from) || widest(hall, recent.slice(0, 1), from)
  const { grids, sharesOf } = besideLarge(large, size, must)
  const rest = { missed, recent: filling.filter((call) => needOf(hall, call, from) <= must) }
  const arranged = beside
    ? arrange(found, rest, [{ ...grids[0], lines: ROWS_BESIDE, marked: ROWS_BESIDE }])
    : arrange(calls, rest, grids, large)
  const isAlone = !beside && !(arranged.pages[0] || [])[0]
  const [heroSize, rowsSize] = sharesOf(arranged.grid, isAlone)
  // Two banners take its room; out of hours nobody need be told that nobody is waiting.
  const hasStrip =
    (told.above < 2 || told.isNoted) && !(isClosed(view) && view.lines.length + view.paused.length === 0)
  return (
    <>
      <main class="body" ref={(node) => measure(node)}>
        {large ? (
          <Hero
            hall={hall}
            call={large}
            isFresh={fresh}
            isSaid={said.indexOf(large.number) >= 0}
            withZone={withZone}
            place={place}
            size={heroSize}
          />
        ) : (
          nobody(heroSize.width)
        )}
        <Rows
          hall={hall}
          {...arranged}
          size={rowsSize}
          isNew={isNewNow}
          said={said}
          place={from}
          below={beside}
        />
      </main>
      {hasStrip && <Strip hall={hall} view={view} />}
    </>
  )
}

// Whether there is room for media beside the calls: numbers that people must find come first.

/** Beside media there are this many rows, so that every number that somebody must find waits for one page at most. */
const ROWS_BESIDE = 2
const MOST_FOUND = 3

const isCalled = ({ status }: BoardCall) => status === 'called'

/** `others`: the calls beside the large one; `missed`: visitors who must still find their number. */
export function hasRoom(others: readonly BoardCall[], missed: readonly BoardCall[]): boolean {
  const called = others.filter(isCalled).length
  return called < ROWS_BESIDE && called + missed.length <= MOST_FOUND
}

// A part of the board that changes with time alone, without a new view.

/** Draws again after this many milliseconds, when the next call may become large or one has moved long enough. */
function useRedrawIn(ms: number | null): void {
  const [, redraw] = useState(0)
  useEffect(() => {
    if (ms === null) return undefined
    const timer = setTimeout(() => redraw((count) => count + 1), ms + 10)
    return () => clearTimeout(timer)
  })
}

// The head of a board: what it shows and which hall this is, in turns, and the hall's clock. All in letters legible
// across the room; above them Balinese letters if the plan has them.
function Head({ hall, layout, at }: { hall: Hall; layout: BoardLayout; at: string | null }) {
  const names = namesOf(hall, layout).reduce<Named[]>((all, name) => {
    const parts = inParts(pick(name), pickSecond(name), MOST, room.value.small)
    return all.concat(parts.map((part) => ({ ...part, name })))
  }, [])
  const today = useHallNow(at, 60_000)
  const part = names[pageNow(names.length + (today === null ? 0 : 1))]
  const balinese = part ? aksara(part.name) : null
  const other = part ? part.other : null
  return (
    <header class="head line">
      <Mark />
      <div class="head-words">
        {balinese !== null && (
          <p class="head-aksara" lang="ban">
            {balinese}
          </p>
        )}
        <h1 class="head-name">{part ? part.first : today === null ? '' : formatDay(today)}</h1>
        {other !== null && balinese === null && (
          <p class="also" lang={second.value || undefined}>
            {other}
          </p>
        )}
      </div>
      <Clock at={at} />
    </header>
  )
}

/** As much of a name as fits beside the clock. */
const MOST = 32

interface Named extends Part {
  name: Text
}

/** An agency's name; its short one if the long one would be cut off. */
function shortened({ name, short }: { name: Text; short?: string }): Text {
  return short && pick(name).length > MOST ? { ...name, [language.value]: short } : name
}

/** Its own place first, the hall's last. */
function namesOf(hall: Hall, { kind, of }: BoardLayout): Text[] {
  const plan = hall.answer.value
  if (!plan) return []
  const places = kind === 'agency' ? hall.agencies : kind === 'counter' ? hall.counters : hall.zones
  const named: ReadonlyMap<string, { name: Text; short?: string }> = places.value
  const own: Text[] = []
  of.forEach((id) => {
    const place = named.get(id)
    if (place) own.push(shortened(place))
  })
  return [...own, plan.name]
}
