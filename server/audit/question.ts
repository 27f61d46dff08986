// What the audit is asked, and what it answers: lines of the journal and of the access log, as one record.

export type Language = 'id' | 'en'

/** What to look for; null: anything. All of it must match. */
export interface Question {
  /** A queue number, as on the slip. */
  readonly number: string | null
  /** Ids. */
  readonly counter: string | null
  readonly staff: string | null
  readonly device: string | null
  /** First and last day, `2026-11-24`; null: open-ended. */
  readonly from: string | null
  readonly to: string | null
  /** Only what concerns this agency; null: all. */
  readonly agency: string | null
  readonly language: Language
}

/** One line of the record. */
export interface AuditLine {
  readonly record: 'journal' | 'access'
  /** Its place in its record, without gaps. */
  readonly seq: number
  /** Milliseconds since 1970, and the hall's day and wall clock then, `08:04:20`. */
  readonly at: number
  readonly day: string
  readonly time: string
  /** Who did it, in words, and their user name if it is a member of the staff. */
  readonly who: string
  readonly staff: string | null
  /** What happened, as a sentence. */
  readonly what: string
  /** What somebody typed with it, as long as it is kept. */
  readonly note: string | null
  readonly number: string | null
  /** Id and name; null if it is not about a counter. */
  readonly counter: { readonly id: string; readonly name: string } | null
}

/** A place in the record: everything before the event `event`, and before the line `log` among those after it. */
export interface Place {
  readonly event: number
  readonly log: number
}

export const end: Place = { event: Number.MAX_SAFE_INTEGER, log: Number.MAX_SAFE_INTEGER }

/** `1234`, or `1235.17` for a place among the lines of the access log. */
export function writePlace({ event, log }: Place): string {
  return log === end.log ? String(event) : `${event}.${log}`
}

/** Reads a place that `writePlace` wrote; the end if there is none. */
export function readPlace(text: string | undefined): Place {
  const [event, log] = (text ?? '').split('.')
  return { event: event ? Number(event) : end.event, log: log ? Number(log) : end.log }
}
