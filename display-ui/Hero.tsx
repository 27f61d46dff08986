// One call, as large as a person at the far end of the room needs it.
import type { Direction } from '../server/hall/equipment.ts'
import type { Text } from '../server/hall/plan.ts'
import type { BoardCall } from '../server/live/board.ts'
import { NumberPlate } from '../screens/components/NumberPlate.tsx'
import type { Hall } from '../screens/hall.ts'
import { pick } from '../screens/i18n.ts'
import { SPEAKER, Drawing } from '../screens/drawing.tsx'
import {
  ALSO,
  em,
  LEADING,
  LEAST,
  LINE,
  linesOf,
  NUMBER,
  numberEm,
  PLATE,
  type Size,
  partNow,
} from './fit.ts'
import { wayTo, Way, Both } from './parts.tsx'
import { pickSecond, boardAlso, boardText } from './texts.ts'

export interface HeroProps {
  hall: Hall
  call: BoardCall
  /** Whether it has only just appeared here. */
  isFresh: boolean
  /** Whether its announcement is being played. */
  isSaid: boolean
  /** For a board of several zones, where "counter 3" alone does not say where to go. */
  withZone: boolean
  /** The zone in which the board hangs, null for the whole hall. */
  place: string | null
  /** Of its field. */
  size: Size
}

/** The counter's font size. */
const COUNTER = 12
/** An arrow or a loudspeaker beside the counter, in em of it. */
const ICON = 1.15

export function Hero({ hall, call, isFresh, isSaid, withZone, place: from, size }: HeroProps) {
  const { number, status } = call
  const width = size.width - 4
  const counter = hall.counters.value.get(call.counter)
  const way = wayTo(hall, call, from)
  const isCalled = status === 'called'
  const name = counter ? pick(counter.name) : ''
  const desk = deskOf(name, counter ? counter.label : '', way ? ICON : 0, width)
  // If banners leave little room, the place gets one line.
  let left = size.height - NUMBER * 1.1 - desk.height - 1.4
  const most = left > 2 * LINE * LEADING ? 2 : 1
  const { said, other } = placeOf(hall, call, withZone, way, (text) => linesOf(text, width / LINE) <= most)
  const { text: first, type } = partNow(said, { width, height: Math.min(left, most * LINE * LEADING) }, LEAST)
  left -= linesOf(first, width / type) * type * LEADING
  const isBoth = other !== null && left > ALSO * 1.2 && em(other) * ALSO < width
  left -= isBoth ? ALSO * 1.2 : 0
  const beside = counter && desk.text === name ? pickSecond(counter.name) : null
  const speaker = ICON * desk.type
  const isBeside = beside !== null && desk.width + speaker + em(` ${beside}`) * ALSO + 3 < width
  const large = Math.min(26, NUMBER + Math.max(0, left) / 1.1, width / (numberEm(number) + PLATE))
  return (
    <section
      key={`${call.id} ${call.calls}`}
      class={`hero ${isCalled ? 'hero-called' : ''} ${isFresh ? 'sweep' : ''}`}
      style={{ height: `${size.height}vmin`, fontSize: `${large}vmin` }}
    >
      <div class="hero-call">
        <NumberPlate number={number} tone={isCalled ? 'called' : 'serving'} size="huge" />
        {counter && (
          <p class="hero-counter" style={{ fontSize: `${desk.type}vmin` }}>
            <Way to={way} />
            <Both first={desk.text} other={isBeside ? beside : null} />
            {isSaid && desk.width + speaker < width && <Drawing path={SPEAKER} />}
          </p>
        )}
      </div>
      <p class="hero-agency" style={{ fontSize: `${type}vmin` }}>
        <span class="first">{first}</span>
      </p>
      {isBoth && <p class="also">{other}</p>}
    </section>
  )
}

interface Desk {
  text: string
  type: number
  width: number
  height: number
}

/** The counter's name in one line; otherwise a word above it, the name in two lines, or its number. */
function deskOf(name: string, label: string, icon: number, width: number): Desk {
  const wide = (text: string) => em(text, 750) + icon
  const desk = (text: string, type: number, lines = 1) => ({
    text,
    type,
    width: wide(text) * type,
    height: lines * type * LEADING,
  })
  const type = Math.min(COUNTER, width / wide(name))
  if (type >= LINE) return desk(name, type)
  if (label.length < 4 && linesOf(name, width / LINE - icon, 750) === 2) return desk(name, LINE, 2)
  return desk(label, Math.min(COUNTER, width / wide(label)))
}

/**
 * Whose counter it is, and where in the building: as much as `fits`, and in small letters below it the rest, or the
 * same in the second language. The arrow leads there; without one the plan's own words do.
 */
function placeOf(
  hall: Hall,
  call: BoardCall,
  withZone: boolean,
  way: Direction | null,
  fits: (text: string) => boolean,
): { said: string; other: string | null } {
  const agency = hall.agencies.value.get(call.agency)
  const zone = withZone ? hall.zones.value.get(call.zone) : undefined
  const short = agency ? agency.short : ''
  if (call.status !== 'called') {
    const serving = `${boardText('serving')} · ${short}`
    return { said: fits(serving) ? serving : boardText('serving'), other: boardAlso('serving') }
  }
  if (call.comeToMe) return { said: boardText('comes'), other: boardAlso('comes') }
  const where: Text | null = zone ? (way ? zone.name : zone.where) : agency ? agency.name : null
  if (!where) return { said: short, other: null }
  const whole = pick(where)
  const both = zone ? `${short} · ${whole}` : whole
  if (fits(both)) return { said: both, other: pickSecond(where) }
  // The arrow shows the way; without one the plan's words do, and the agency is on the slip.
  return zone && !way && fits(whole)
    ? { said: whole, other: pickSecond(where) }
    : { said: short, other: whole }
}
