// The voice of a rehearsal: in each sound one announcement after the other, most of them heard. And its printer:
// nearly every slip comes out, and visitors who get none note the number or ask the reception.
import { answeredIn } from '../hall/sound/sound.ts'
import { holdsNumber } from '../hall/visit.ts'
import { between } from '../training/random.ts'
import { KIOSKS, PRINTER, RECEPTION } from './people.ts'
import type { Stage } from './stage.ts'

/** Chime, Indonesian and English take about this long; then the speaker has three seconds to say that it was heard. */
const SAID_SECONDS = 11
const SILENT_SECONDS = SAID_SECONDS + 3
/** How many announcements no speaker confirms, and how many slips do not come out. */
const UNHEARD = 0.03
const NO_SLIP = 0.02

/** The display that speaks for a sound. */
export const speakerOf = (sound: string) => `latihan-layar-${sound}`

/** Announces from now on. */
export function keepSound(stage: Stage): void {
  const { hall, give } = stage
  const random = stage.chance('sound')
  const busy = new Set<string>()

  async function say(sound: string): Promise<void> {
    if (busy.has(sound)) return
    if (answeredIn(hall, sound).length > 0) await give({ type: 'skip-answered', sound }, 'system:voice')
    const [first] = hall.sounds.get(sound) ?? []
    const announcement = first === undefined ? undefined : hall.announcements.get(first)
    if (!announcement) return
    if (announcement.status !== 'pending') return
    busy.add(sound)
    const { id, number, call } = announcement
    const speaker = speakerOf(sound)
    const at = hall.layout.counters.get(call?.counter ?? '')?.name['id'] ?? ''
    const text = `Nomor antrean ${number}, silakan ke ${at}.`
    const start = { type: 'start-announcement', announcement: id, speaker, audio: null, text } as const
    await give({ ...start, also: [], quiet: false }, 'system:voice')
    const isHeard = random() >= UNHEARD
    stage.in(isHeard ? SAID_SECONDS : SILENT_SECONDS, async () => {
      if (isHeard)
        await give(
          { type: 'hear-announcement', announcement: id, device: speaker, zone: null },
          `device:${speaker}`,
        )
      else await give({ type: 'give-up-announcement', announcement: id }, 'system:voice')
      busy.delete(sound)
      await say(sound)
    })
  }

  stage.follow(({ event }) => {
    if (event.type !== 'called' && event.type !== 'recalled') return
    const sound = hall.announcements.get(event.announcement)?.sound
    if (sound !== undefined) stage.in(0, () => say(sound))
  })
}

/** Prints from now on. */
export function keepPrinter(stage: Stage): void {
  const { hall, give } = stage
  const random = stage.chance('slips')

  async function print(visit: string): Promise<void> {
    if (random() >= NO_SLIP) {
      await give({ type: 'confirm-slip', visit }, 'system:slip')
      return
    }
    const why = random() < 0.6 ? 'paper-out' : 'timeout'
    await give({ type: 'fail-slip', visit, printer: PRINTER, why }, 'system:slip')
    const chance = random()
    const help = async () => {
      const found = hall.visits.get(visit)
      if (!found || holdsNumber(found)) return
      if (chance < 0.7) await give({ type: 'note-number', visit }, `device:${KIOSKS[0]}`)
      else await give({ type: 'ask-slip', visit, printer: PRINTER }, RECEPTION)
    }
    if (chance < 0.9) stage.in(chance < 0.7 ? between(random, 5, 30) : between(random, 60, 600), help)
  }

  stage.follow(({ event }) => {
    const isAsked = event.type === 'slip-asked' || (event.type === 'visit-taken' && event.printer !== null)
    if (isAsked) stage.in(between(random, 1.5, 4), () => print(event.visit))
  })
}
