// What the visitors of a rehearsal think: some of those served say so some minutes later, with their right, through
// the survey's own code. Their scores depend on the service, the element and how long they had waited.
import type { Recorded } from '../hall/event.ts'
import { NINE } from '../survey/stored.ts'
import type { Survey } from '../survey/survey.ts'
import { profileQuestions } from '../survey/questions.ts'
import { around, between, pick, randomFor } from '../training/random.ts'
import type { Stage } from './stage.ts'

/**
 * One in three answers; most of these only the three questions of the short form, some with words or with who they
 * are.
 */
const ANSWERS = 0.34
const WHOLE_FORM = 0.45
const WITH_WORDS = 0.08
const WITH_PROFILE = 0.35
/** Of an element that is asked, this share is left blank. */
const BLANK = 0.03
/** What part of a point a quarter of an hour of waiting costs. */
const PER_QUARTER = 0.12

/** How the elements compare in most halls. */
const USUAL: Readonly<Record<(typeof NINE)[number], number>> = {
  persyaratan: 3.3,
  prosedur: 3.25,
  waktu: 3.15,
  biaya: 3.75,
  produk: 3.35,
  kompetensi: 3.35,
  perilaku: 3.45,
  pengaduan: 3.2,
  sarana: 3.1,
}

const CONTENT = [
  'Petugasnya ramah, terima kasih.',
  'Cepat dan jelas, tidak perlu ke mana-mana lagi.',
  'Semoga pelayanannya tetap seperti ini.',
  'Sekali datang dua urusan selesai.',
  'Suksma, petugasnya sabar menjelaskan.',
]
const DISCONTENT = [
  'Antreannya lama, kursinya kurang.',
  'Ruang tunggunya panas, mohon ditambah AC.',
  'Syaratnya baru diberitahu di loket.',
  'Tidak ada ruang untuk menyusui.',
  'Tempat parkirnya sempit.',
  'Layar di zona belakang kurang terbaca.',
]

interface Due {
  readonly at: number
  readonly visit: string
  readonly service: string
  readonly waitedMs: number
}

/** Lets visitors answer from now on. None of it is planned on the stage, so that the journal is the same without it. */
export function keepSurvey(stage: Stage, survey: Survey, seed: number): void {
  const { hall } = stage
  const random = stage.chance('survey')
  const due: Due[] = []
  /**
   * The questions of the short form; made-up visitors have nothing to hide, and their seed should decide everything.
   */
  let turn = 0
  const offsets = new Map<string, number>()

  /** How much better or worse than usual a service is, the same on every day. */
  function offsetOf(service: string): number {
    const known = offsets.get(service) ?? between(randomFor(seed, `survey ${service}`), -0.45, 0.25)
    offsets.set(service, known)
    return known
  }

  function score(element: (typeof NINE)[number], service: string, waitedMs: number): number {
    const waited = element === 'waktu' || element === 'sarana' ? (waitedMs / 900_000) * PER_QUARTER : 0
    const mood = USUAL[element] + offsetOf(service) - waited
    // Lognormal around 1, so that a few are far from it.
    return Math.min(4, Math.max(1, Math.round(mood * around(random, 1, 0.16))))
  }

  function say({ visit: id, service, waitedMs }: Due): void {
    const visit = hall.visits.get(id)
    const own = visit && survey.rightsFor(visit).find((one) => one.service === service)
    if (!own) return
    const from = (turn % 3) * 3
    turn += 1
    const short = NINE.slice(from, from + 3)
    const asked = random() < WHOLE_FORM ? NINE : NINE.filter((element) => short.includes(element))
    const scores = Object.fromEntries(
      asked.flatMap((element) =>
        random() < BLANK ? [] : [[element, score(element, service, waitedMs)] as const],
      ),
    )
    const values = Object.values(scores)
    if (values.length === 0) return
    const mean = values.reduce((sum, one) => sum + one, 0) / values.length
    const words = random() < WITH_WORDS ? (pick(random, mean < 3.2 ? DISCONTENT : CONTENT) ?? null) : null
    const profile = random() < WITH_PROFILE ? profileOf() : null
    survey.answer(own.right, { scores, words, profile, once: null })
  }

  function profileOf(): Record<string, string> {
    return Object.fromEntries(
      profileQuestions.flatMap(({ question, values }) => {
        const value = random() < 0.15 ? undefined : pick<{ value: string }>(random, values)?.value
        return value === undefined ? [] : [[question, value] as const]
      }),
    )
  }

  stage.follow((recorded: Recorded) => {
    while ((due[0]?.at ?? Infinity) <= recorded.at) {
      const [first] = due.splice(0, 1)
      if (first) say(first)
    }
    survey.committed([recorded])
    const { event, at } = recorded
    if (event.type !== 'finished' || random() >= ANSWERS) return
    const visit = hall.visits.get(event.visit)
    const step = visit?.steps.find(({ id }) => id === event.step)
    if (!visit || !step) return
    const { service, waitedMs } = step
    due.push({ at: at + between(random, 60, 1_500) * 1_000, visit: visit.id, service, waitedMs })
    due.sort((a, b) => a.at - b.at)
  })
}
