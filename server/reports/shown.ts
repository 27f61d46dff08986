// The public figures (`/api/angka` and the page `/angka/`): computed once a minute, however many people look.
import type { Hall } from '../hall/hall.ts'
import type { PublicAnswer, PublicIkm } from './question.ts'
import type { Reporter } from './reporter.ts'

export interface PublicFigures {
  /** Whether the plan lets everybody see them. */
  isOpen(): boolean
  /** Whether they are at hand without computing. */
  isFresh(): boolean
  /** `PublicAnswer` as JSON. Rejects if it can't be computed now. */
  text(): Promise<string>
  /** Null: it can't be computed now. */
  answer(): Promise<PublicAnswer | null>
}

/** How long everybody gets the same, milliseconds. */
const KEPT_MS = 60_000

interface Ground {
  readonly reporter: Pick<Reporter, 'ask'>
  readonly hall: Pick<Hall, 'day' | 'layout'>
  /** From the latest report of the survey that the public may read; null: there is none. */
  readonly ikm: () => PublicIkm | null
  /** The hall's time, milliseconds since 1970. */
  readonly now: () => number
}

export function keepPublicFigures({ reporter, hall, ikm, now }: Ground): PublicFigures {
  let shown: { readonly at: number; readonly day: string; readonly text: string } | null = null

  const fresh = () =>
    shown !== null && shown.day === hall.day && Math.abs(now() - shown.at) < KEPT_MS ? shown.text : null

  async function computed(): Promise<string> {
    const known = fresh()
    if (known !== null) return known
    const [at, today] = [now(), hall.day]
    // Even if this asker left, the next one wants it too.
    const said = await reporter.ask({ of: 'public', today, from: today, to: today, filters: {}, now: at }, 0)
    if (!('text' in said)) throw new Error('no public figures')
    shown = { at, day: today, text: said.text }
    return said.text
  }

  /** What was withdrawn is gone at once, though everything else may be a minute old. */
  const text = async () => `${(await computed()).slice(0, -1)},"ikm":${JSON.stringify(ikm())}}`

  return {
    isOpen: () => hall.layout.base.reports?.public === true,
    isFresh: () => fresh() !== null,
    text,
    answer: async () => {
      try {
        return JSON.parse(await text()) as PublicAnswer
      } catch {
        // Told to the log by the keeper of the process.
        return null
      }
    },
  }
}
