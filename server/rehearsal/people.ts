// The visitors of a rehearsal: they take a number at a kiosk or the reception, wait, and sometimes lose patience; whoever
// is called comes to the desk, late or never.
import { isRefusal } from '../hall/refusal.ts'
import { isEnded, type Visit } from '../hall/visit.ts'
import { around, between } from '../training/random.ts'
import type { MadeUp, Visitors } from '../training/visitors.ts'
import type { Stage } from './stage.ts'

export const RECEPTION = 'staff:latihan-resepsionis'
/** The kiosk with the rehearsal's printer, and one without. */
export const KIOSKS = ['latihan-kios-1', 'latihan-kios-2'] as const
export const PRINTER = 'latihan'

/** One in ten takes the number at the reception; one in forty goes straight to a desk. */
const AT_RECEPTION = 0.1
const STRAIGHT = 1 / 40
/** Minutes after which half of those never called lose patience. */
const PATIENCE = 85
/** What they do then: cancel on the phone, or just go; the others stay. */
const CANCELS = 0.4
const GOES = 0.85
/** One in sixty says on the phone that it will be late. */
const LATE = 1 / 60
/** Of those who are there, one in twenty-five does not hear the call, and one in fifteen needs a recall. */
const DEAF = 1 / 25
const SLOW = 1 / 15

export interface People {
  /** Somebody comes in. */
  come(): Promise<void>
  /** Seconds until the visitor is at the desk; null: nobody comes. */
  comesIn(visit: string): number | null
  /** The visitor is at the desk now, so the next call will be answered. */
  isBack(visit: string): void
}

interface Ground {
  readonly stage: Stage
  readonly visitors: Visitors
  /** Somebody without a number is served at a free desk; false: none is free. */
  readonly seat: (made: MadeUp) => Promise<boolean>
}

export function makePeople({ stage, visitors, seat }: Ground): People {
  const { hall, give } = stage
  const random = stage.chance('people')
  /** Who is no longer in the hall, and who will certainly be at the desk with the next call. */
  const gone = new Set<string>()
  const back = new Set<string>()

  const visitOf = (id: string) => hall.visits.get(id)
  const waitsStill = (visit: Visit | undefined): visit is Visit =>
    visit !== undefined &&
    visit.steps.every(({ calls }) => calls === 0) &&
    visit.steps.some(({ status }) => status === 'waiting')

  async function loses(id: string): Promise<void> {
    if (!waitsStill(visitOf(id))) return
    const chance = random()
    if (chance < CANCELS) await give({ type: 'cancel-visit', visit: id }, `visitor:${id}`)
    else if (chance < GOES) gone.add(id)
  }

  async function isLate(id: string): Promise<void> {
    if (waitsStill(visitOf(id))) await give({ type: 'delay-visit', visit: id }, `visitor:${id}`)
  }

  return {
    async come() {
      const made = visitors.next(hall.layout)
      if (!made) return
      if (random() < STRAIGHT && (await seat(made))) return
      const atReception = random() < AT_RECEPTION
      const kiosk = KIOSKS[random() < 0.6 ? 0 : 1]
      const printer =
        !atReception && kiosk === KIOSKS[0] && hall.layout.printers.has(PRINTER) ? PRINTER : null
      const by = atReception ? RECEPTION : (`device:${kiosk}` as const)
      const visit = stage.newId()
      const command = { type: 'take-visit', ...made, visit, token: stage.newToken(), printer } as const
      let answer = await give(command, by)
      // Sent to the reception when a quota is used up: some get a number there.
      if (isRefusal(answer) && answer.refused === 'quota-reached' && random() < 0.3)
        answer = await give({ ...command, printer: null, overQuota: true }, RECEPTION)
      if (isRefusal(answer)) return
      stage.in(around(random, PATIENCE, 0.5) * 60, () => loses(visit))
      if (random() < LATE) stage.in(between(random, 120, 1_800), () => isLate(visit))
    },

    comesIn(id) {
      const visit = visitOf(id)
      if (!visit || visit.steps.every(isEnded)) return null
      if (back.delete(id)) return between(random, 3, 15)
      if (gone.has(id)) return null
      // Once served somewhere, people listen.
      const isKnown = visit.steps.some(({ status }) => status === 'done')
      if (random() < (isKnown ? DEAF / 3 : DEAF)) return null
      if (random() < SLOW) return between(random, 45, 110)
      return Math.min(around(random, visit.comeToMe ? 30 : 16, 0.5), 40)
    },

    isBack(id) {
      gone.delete(id)
      back.add(id)
    },
  }
}
