// The head of a board: what it is about and which hall this is, in turns, and the hall's clock. All in letters
// legible across the room; above them Balinese letters if the plan has them.
import type { Text } from '../server/hall/plan.ts'
import { Clock } from '../screens/components/Clock.tsx'
import { formatDay } from '../screens/format.ts'
import { useHallNow } from '../screens/hall-now.ts'
import type { Hall } from '../screens/hall.ts'
import { language, pick } from '../screens/i18n.ts'
import { Mark } from '../screens/mark.tsx'
import { aksara, pickSecond, second } from './languages.ts'
import type { BoardLayout } from './layout.ts'
import { inParts, type Part } from './media/chunks.ts'
import { room } from './shape.ts'
import { pageNow } from './turns.ts'

export function Head({ hall, layout, at }: { hall: Hall; layout: BoardLayout; at: string | null }) {
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
