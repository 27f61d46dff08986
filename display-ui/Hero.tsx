// One call, as large as a person at the far end of the room needs it.
import type { Direction } from '../server/hall/equipment.ts'
import type { Text } from '../server/hall/plan.ts'
import type { BoardCall } from '../server/live/board.ts'
import { NumberPlate } from '../screens/components/NumberPlate.tsx'
import type { Hall } from '../screens/hall.ts'
import { pick } from '../screens/i18n.ts'
import { SPEAKER, Drawing } from '../screens/drawing.tsx'
import { LONG_COUNTER } from './Strip.tsx'
import { wayTo, Way } from './Way.tsx'
import { pickSecond, second } from './languages.ts'
import { boardAlso, boardText } from './texts/index.ts'
import { PlanWords } from './Words.tsx'

export interface HeroProps {
  hall: Hall
  call: BoardCall
  /** It came to stand here just now. */
  isFresh: boolean
  /** Its announcement is being played. */
  isSaid: boolean
  /** For a board of several zones, where "counter 3" alone does not say where to go. */
  withZone: boolean
  /** The zone in which the board hangs, null for the whole hall. */
  place: string | null
  /** Banners leave room for one line about the place. */
  isTight: boolean
}

/** Longer names than two lines hold give way to the short one. */
const LONG_NAME = 56
/** As much of a place as one line holds. */
const ONE_LINE = 30

export function Hero({ hall, call, isFresh, isSaid, withZone, place: from, isTight }: HeroProps) {
  const counter = hall.counters.value.get(call.counter)
  const agency = hall.agencies.value.get(call.agency)
  const way = wayTo(hall, call, from)
  const isCalled = call.status === 'called'
  const comes = isCalled && call.comeToMe
  const place = isCalled && !comes ? placeOf(hall, call, withZone, way, isTight) : null
  const other = comes ? boardAlso('comes') : isCalled ? place && pickSecond(place) : boardAlso('serving')
  const isFull = isTight || (place !== null && pick(place).length > ONE_LINE)
  return (
    <section
      key={`${call.id} ${call.calls}`}
      class={`hero hero-${call.number.length} ${isCalled ? 'hero-called' : ''} ${isFull ? 'hero-full' : ''} ${isFresh ? 'sweep' : ''}`}
    >
      <div class="hero-call">
        <NumberPlate number={call.number} tone={isCalled ? 'called' : 'serving'} size="huge" />
        {counter && (
          <p class={`hero-counter ${pick(counter.name).length > LONG_COUNTER ? 'hero-counter-long' : ''}`}>
            {way && <Way to={way} />}
            <PlanWords text={counter.name} />
            {isSaid && <Drawing path={SPEAKER} />}
          </p>
        )}
      </div>
      <p class="line hero-agency">
        <span class="first">
          {comes
            ? boardText('comes')
            : place
              ? pick(place)
              : agency && `${boardText('serving')} · ${agency.short}`}
        </span>
      </p>
      {other !== null && (
        <p class="also hero-also" lang={second.value || undefined}>
          {other}
        </p>
      )}
    </section>
  )
}

/** Whose counter it is, and where in the house. The arrow leads there; without one the plan's own words do. */
function placeOf(
  hall: Hall,
  call: BoardCall,
  withZone: boolean,
  way: Direction | null,
  isTight: boolean,
): Text | null {
  const agency = hall.agencies.value.get(call.agency)
  if (!agency) return null
  const zone = hall.zones.value.get(call.zone)
  const whole = withZone && zone ? prefixed(`${agency.short} · `, way ? zone.name : zone.where) : agency.name
  if (!isTight && pick(whole).length <= LONG_NAME) return whole
  // The arrow says the way; without one the plan's words do, and the agency is on the slip.
  return withZone && zone && !way ? zone.where : { id: agency.short, en: agency.short }
}

function prefixed(prefix: string, text: Text): Text {
  const all: Record<string, string> = {}
  Object.keys(text).forEach(
    (code) => (all[code] = code === 'ban' ? '' : prefix + String(Reflect.get(text, code))),
  )
  return { ...all, id: prefix + text.id, en: prefix + text.en }
}
