// One part of the record in its order: the events of an opened day, with the lines of the access log in between.
// Names come with events, so a part is always read from its opening; a slice at a time, so that tickets can come in
// between.
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { AccessLine, AccessLog } from '../access/log.ts'
import type { Recorded } from '../hall/event.ts'
import type { JournalReader } from '../store/journal/read.ts'
import type { Part, Span } from './parts.ts'
import { type People, cut } from './people.ts'
import { type AuditLine, type Place, type Question, end } from './question.ts'
import type { AuditTexts } from './texts/id.ts'
import { type About, Abouts } from './words/about.ts'
import { type Teller, makeTeller } from './words/words.ts'

/** Events between two turns of the loop: about two milliseconds. */
const SLICE = 200

export interface Ground {
  readonly journal: Pick<JournalReader, 'events' | 'leadingTo'>
  readonly log: Pick<AccessLog, 'read'>
  readonly people: People
  readonly texts: AuditTexts
  /** A text that somebody typed; null if it was erased. */
  readonly note: (id: string) => string | null
  /** Names of the plan as it is now, for lines of the access log. */
  readonly printer: (id: string) => string
  readonly clock: Clock
}

/** A line with its place in the record. */
export interface Placed {
  readonly line: AuditLine
  readonly place: Place
}

/** What was found in a slice, oldest first, and how many events were examined. */
interface Slice {
  readonly found: readonly Placed[]
  readonly looked: number
}

/** Finds what matches the question in a part, up to the place `before`. */
export async function* run(
  ground: Ground,
  question: Question,
  part: Part,
  span: Span,
  before: Place,
): AsyncGenerator<Slice> {
  const { journal, log, texts, people, printer, clock } = ground
  const teller = makeTeller(question.language, (id) => people.name(`staff:${id}`) ?? id)
  const abouts = new Abouts(teller.names)
  for (const recorded of journal.leadingTo(part.from)) abouts.of(teller.learn(recorded))
  let found: Placed[] = []
  let looked = 0

  function* slice(): Generator<Slice> {
    yield { found, looked }
    found = []
    looked = 0
  }
  const takeLine = (line: AccessLine) => {
    if (asksForLine(question, line, people))
      found.push({
        line: tellAccess(line, { texts, people, printer, clock }),
        place: { event: line.after + 1, log: line.seq },
      })
  }
  const takeEvent = (read: Recorded) => {
    const recorded = teller.learn(read)
    const about = abouts.of(recorded)
    const number = about.visit === null ? null : teller.names.number(about.visit)
    if (!asksForEvent(question, recorded, { ...about, number }, people)) return
    const counter = about.counter
    found.push({
      line: {
        record: 'journal',
        seq: recorded.seq,
        at: recorded.at,
        day: recorded.day,
        time: teller.names.second(recorded.at),
        who: whoDid(recorded, teller, people),
        staff: people.username(recorded.by),
        what: teller.what(recorded),
        note: notesOf(recorded, ground.note),
        number,
        counter: counter === null ? null : { id: counter, name: teller.names.counter(counter) },
      },
      place: { event: recorded.seq, log: end.log },
    })
  }

  const lines = log.read({
    ...span,
    from: part.logFrom,
    to: Math.min(part.logTo, before.event),
    before: before.log,
  })
  let line = lines.next()
  for (const recorded of journal.events(part.from, Math.min(part.to, before.event))) {
    for (; !line.done && line.value.after < recorded.seq; line = lines.next()) takeLine(line.value)
    takeEvent(recorded)
    looked += 1
    if (looked < SLICE) continue
    yield* slice()
    await nextTurn()
  }
  for (; !line.done; line = lines.next()) {
    takeLine(line.value)
    looked += 1
    if (looked < SLICE) continue
    yield* slice()
    await nextTurn()
  }
  yield* slice()
}

function whoDid({ by }: Recorded, teller: Teller, people: People): string {
  return people.name(by) ?? teller.who(by)
}

/** What was typed with an event. Notes are found by their ids, whatever the field is called. */
function notesOf({ event }: Recorded, note: Ground['note']): string | null {
  // A note on an undone action is shown with that action.
  if (event.type === 'undone') return null
  const ids = Object.values(event).flatMap((value: unknown) => {
    if (typeof value === 'string') return value
    return typeof value === 'object' && value !== null && 'note' in value ? value.note : []
  })
  const texts = ids.map((id) => (typeof id === 'string' ? note(id) : null)).filter((text) => text !== null)
  return texts.length === 0 ? null : [...new Set(texts)].join(' · ')
}

// A line of the access log in words.

/** The hall's day and wall clock at an instant, milliseconds since 1970. */
export type Clock = (at: number) => { readonly day: string; readonly time: string }

interface Known {
  readonly texts: AuditTexts
  readonly people: People
  readonly printer: (id: string) => string
  readonly clock: Clock
}

function tellAccess(line: AccessLine, { texts, people, printer, clock }: Known): AuditLine {
  const { seq, at, by, action, about, detail } = line
  const told = { about: nameOf(about), self: about === by, detail }
  return {
    record: 'access',
    seq,
    at,
    ...clock(at),
    who: isOther(by) ? texts.others[by] : nameOf(by),
    staff: people.username(by),
    what: texts.actions[action](told),
    note: null,
    number: null,
    counter: null,
  }

  function nameOf(id: string | null): string {
    if (id === null) return ''
    const [kind, key] = cut(id)
    if (kind === 'media') return key
    return kind === 'printer' ? texts.printer(printer(key)) : (people.name(id) ?? id)
  }
}

function isOther(by: AccessLine['by']): by is keyof AuditTexts['others'] {
  return !by.includes(':')
}

// Whether a line matches the question.

/** `about`: what the event is about, with the number of its visit. */
function asksForEvent(
  { number, counter, staff, device, agency }: Question,
  { by }: Pick<Recorded, 'by'>,
  about: About & { readonly number: string | null },
  people: People,
): boolean {
  return (
    (number === null || about.number === number) &&
    (counter === null || about.counter === counter) &&
    (staff === null || by === `staff:${staff}` || about.staff.includes(staff)) &&
    (device === null || by === `device:${device}`) &&
    (agency === null || concerns(agency, about) || people.agency(by) === agency)
  )
}

function asksForLine(
  { number, counter, staff, device, agency }: Question,
  line: AccessLine,
  people: People,
): boolean {
  return (
    number === null &&
    counter === null &&
    (staff === null || isOf(line, `staff:${staff}`)) &&
    (device === null || isOf(line, `device:${device}`)) &&
    (agency === null || line.agency === agency || people.agency(line.by) === agency)
  )
}

function isOf({ by, about }: AccessLine, id: string): boolean {
  return by === id || about === id
}

function concerns(agency: string, { agencies }: About): boolean {
  return agencies === 'hall' || agencies.includes(agency)
}
