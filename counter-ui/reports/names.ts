// The names of a report's rows: things in the plan by their names at the time; times, classes and languages in words.
import type { Hall } from '../../screens/hall.ts'
import { pick } from '../../screens/i18n.ts'
import type { MissingRow, Dimension, Key } from './answers.ts'
import { formatMonth, formatShortMonth, locale } from '../../screens/format.ts'
import type { Text } from '../../server/hall/plan.ts'
import type { Label } from './chart/frame.tsx'
import { fullDay, shortDay, weekdayName } from './period.ts'
import { reportsText } from './texts/index.ts'
import { useAnswer } from '../parts/Answered.tsx'

const clock = (hour: number) => `${String(hour).padStart(2, '0')}${locale() === 'id-ID' ? '.' : ':'}00`

/** A row's name, short for an axis and long for a table. `name`: a thing's name at the time. */
export function labelOf(by: Dimension, key: Key, name: Text | null = null): Label {
  const both = (words: string): Label => ({ short: words, long: words })
  if (name) return both(pick(name))
  switch (by) {
    case 'day':
      return { short: shortDay(String(key)), long: fullDay(String(key)) }
    case 'month':
      return { short: formatShortMonth(String(key)), long: formatMonth(String(key)) }
    case 'weekday':
      return { short: weekdayName(Number(key), 'short'), long: weekdayName(Number(key)) }
    case 'hour': {
      const hour = Number(key)
      const [from, to] = [clock(hour), clock(hour + 1)]
      return { short: clock(hour), long: reportsText('hourOf', { from, to }) }
    }
    case 'class':
      return both(reportsText(key === 'priority' ? 'class.priority' : 'class.regular'))
    case 'operation':
      return both(reportsText(key === 'trial' ? 'operation.trial' : 'operation.regular'))
    case 'help':
      return both(reportsText(key === 'come-to-me' ? 'help.come-to-me' : 'help.none'))
    case 'language':
      return both(languageName(String(key)))
    default:
      return both(key === null ? reportsText('neverCalled') : String(key))
  }
}

/** The dimension within a sentence: `layanan`, `hari dalam pekan`. */
export const byWords = (by: Exclude<Dimension, 'hall'>): string => reportsText(`by.${by}`).toLowerCase()

/** `Inggris` for `en`; the code itself if the browser knows no name. */
export function languageName(code: string): string {
  try {
    return new Intl.DisplayNames([locale()], { type: 'language' }).of(code) ?? code
  } catch {
    return code
  }
}

/** The present name of an id in the plan; the id if it has left the plan. */
export function nameNow(hall: Hall, by: string, id: string): string {
  if (by === 'class' || by === 'weekday' || by === 'hour') return labelOf(by, id).long
  if (by === 'language') return languageName(id)
  const things =
    by === 'agency'
      ? hall.agencies
      : by === 'service'
        ? hall.services
        : by === 'counter'
          ? hall.counters
          : hall.zones
  const found = things.value.get(id)
  return found ? pick(found.name) : id
}

// The names of missing papers: as then, else as today, else their id.

export function requirementName(
  hall: Hall,
  { service, requirement, names }: MissingRow,
): { service: string; requirement: string } {
  const now = hall.services.value.get(service)?.requirements.find(({ id }) => id === requirement)
  return {
    service: names.service ? pick(names.service) : nameNow(hall, 'service', service),
    requirement: names.requirement ? pick(names.requirement) : now ? pick(now.name) : requirement,
  }
}

/** Where to get it: another service of the hall, or elsewhere; null: nobody said. */
export function issuerOf({ issuedByName, issuedBy, where }: MissingRow): string | null {
  if (issuedByName) return pick(issuedByName)
  return where ? pick(where) : issuedBy
}

// Marks on the time axis: openings, new counters, findings.

export const KINDS = ['opening', 'counter', 'change', 'finding', 'other'] as const

export interface Mark {
  readonly id: string
  readonly day: string
  readonly kind: string
  readonly text: string
}

export interface MarksAnswer {
  readonly marks: readonly Mark[]
}

export const MARKS = '/api/reports/marks'

/** All marks; none while they are not known. */
export function useMarks(): readonly Mark[] {
  return useAnswer<MarksAnswer>(MARKS).answer?.marks ?? []
}
