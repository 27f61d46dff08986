// The command `journal`: its arguments, what it says when the data can't be opened, and what it does.
import type { Recorded } from '../../hall/event.ts'
import type { Hall } from '../../hall/hall.ts'
import { fold } from '../../hall/rules.ts'
import { buildDay, overDay } from '../../reports/facts/build.ts'
import { DataDirError, StorageError } from '../../store/errors.ts'
import { beginAnew } from '../../store/folder.ts'
import { checkJournal } from '../../store/journal/check.ts'
import { type JournalReader, makeReader } from '../../store/journal/read.ts'
import { type Handle, openDatabase, openToRead } from '../../store/open.ts'
import { readSeal, type Sealed } from '../../store/journal/seal.ts'
import { type JournalLanguage, makeWords } from '../../audit/words/words.ts'
import { startFault } from '../../start-fault.ts'
import { readFacts } from '../../store/tables/facts.ts'
import { isDay } from '../../time-zone.ts'
import { type ExitCode, readArguments, text, usageAnswer } from '../arguments.ts'
import { type CommandTexts, en, id } from './texts.ts'

const languages: Readonly<Record<JournalLanguage, CommandTexts>> = { id, en }

/** `dataDir` is the data folder if the arguments name none. */
interface Surroundings extends Pick<Work, 'out' | 'stream' | 'err'> {
  readonly dataDir: string
}

/** Runs the command and returns its exit code. Throws only for bugs. */
export async function runJournalCommand(args: readonly string[], around: Surroundings): Promise<ExitCode> {
  const asked = parse(args)
  const language = asked?.language ?? 'id'
  const texts = languages[language]
  const usage = usageAnswer(asked, asked?.command !== undefined, texts.usage, around)
  if (usage !== null || !asked?.command) return usage ?? 2
  const { command, day, from, to } = asked
  const dataDir = asked.dataDir ?? around.dataDir
  let opened: { readonly db: Handle; close(): void } | undefined
  try {
    const work = { ...around, texts, language, day, from, to, dataDir, sealed: readSeal(dataDir) }
    if ('onFolder' in command) return command.onFolder(work)
    opened = command.writes ? openToWrite(dataDir) : openToRead(dataDir)
    return await command.run(opened.db, work)
  } catch (error) {
    if (error instanceof DataDirError) around.err(cannotOpen(error, asked.name, language))
    else if (error instanceof StorageError) around.err(texts.unreadable(error.message))
    else throw error
    return 1
  } finally {
    opened?.close()
  }
}

/** For facts alone: a server beside us may not have to wait until they are on the disk. */
function openToWrite(dataDir: string) {
  const db = openDatabase(dataDir, { migrate: false, derived: true })
  return { db, close: () => void db.close() }
}

/** If the file is too damaged to open, that is what `check` found. */
function cannotOpen(error: DataDirError, command: string, language: JournalLanguage): string {
  return command === 'check' && error.code === 'corrupt'
    ? languages[language].findings.damaged(null, error.message)
    : startFault(error, null)[language === 'id' ? 0 : 1]
}

function parse(args: readonly string[]) {
  const asked = readArguments(args, { data: text, from: text, to: text })
  if (asked === null) return null
  const { values, words, language, help } = asked
  const length = words[0] === 'facts' ? 2 : 1
  const name = words.slice(0, length).join(' ')
  const command = commands.get(name)
  const [day, ...more] = words.slice(length)
  const { data: dataDir, from, to } = values
  const takesSpan = command !== undefined && 'takesSpan' in command
  const isSpan = takesSpan ? isDayOrNone(from) && isDayOrNone(to) : from === undefined && to === undefined
  const understood = command && more.length === 0 && isSpan && (command.takesDay || day === undefined)
  return { dataDir, language, help, name, day, from, to, command: understood ? command : undefined }
}

const isDayOrNone = (text: string | undefined) =>
  text === undefined || (/^\d{4}-\d\d-\d\d$/.test(text) && isDay(text))

// What it does: each function returns its exit code.

interface Work {
  readonly texts: CommandTexts
  readonly language: JournalLanguage
  readonly dataDir: string
  /** The seal as it was before the database was opened. */
  readonly sealed: Sealed
  /** The day that was asked for. */
  readonly day: string | undefined
  /** The first and the last day to print; undefined: from the first, to the last. */
  readonly from: string | undefined
  readonly to: string | undefined
  /** Takes text for standard output, and resolves when it may go on. */
  readonly stream: (text: string) => Promise<void>
  /** Takes a line for standard output. */
  readonly out: (line: string) => void
  /** Takes a line for standard error. */
  readonly err: (line: string) => void
}

type Command =
  | {
      readonly writes: boolean
      readonly takesDay: boolean
      /** Whether it takes a first and a last day. */
      readonly takesSpan?: true
      /** @throws StorageError (or rejects with one) */
      readonly run: (db: Handle, work: Work) => ExitCode | Promise<ExitCode>
    }
  | {
      readonly takesDay: false
      /** What is done to the folder while no server uses it and the database is not open. @throws DataDirError */
      readonly onFolder: (work: Work) => ExitCode
    }

/** By the words that ask for it. */
const commands: ReadonlyMap<string, Command> = new Map<string, Command>([
  ['print', { writes: false, takesDay: true, run: print }],
  ['days', { writes: false, takesDay: false, run: days }],
  ['export', { writes: false, takesDay: false, takesSpan: true, run: exportAll }],
  ['check', { writes: false, takesDay: false, run: check }],
  ['facts rebuild', { writes: true, takesDay: true, run: rebuild }],
  ['begin-anew', { takesDay: false, onFolder: anew }],
])

function print(db: Handle, { texts, language, day: asked, out, err }: Work): ExitCode {
  const journal = makeReader(db)
  const day = asked ?? journal.days().at(-1)?.day
  if (day === undefined) {
    err(texts.noDayYet)
    return 0
  }
  const tell = makeWords(language)
  let told = 0
  for (const recorded of journal.eventsOfDayLabel(day)) {
    out(tell(recorded))
    told++
  }
  if (told > 0) return 0
  err(texts.noSuchDay(day))
  return 1
}

function days(db: Handle, { texts, out, err }: Work): ExitCode {
  const journal = makeReader(db)
  const openings = journal.days()
  const end = journal.lastSeq()
  for (const [index, { day, seq }] of openings.entries()) {
    const last = (openings[index + 1]?.seq ?? end + 1) - 1
    out(texts.day(day, last - seq + 1, seq, last))
  }
  if (openings.length === 0) err(texts.noDayYet)
  return 0
}

/** How much text is handed on at a time, in characters: most lines are short, but a plan of 300 kB is one line too. */
const CHUNK = 65_536

/** All events as they were recorded, one JSON line each, for people who compute with them. */
async function exportAll(db: Handle, work: Work): Promise<ExitCode> {
  const journal = makeReader(db)
  let lines = ''
  for (const recorded of eventsOf(journal, work)) {
    lines += `${JSON.stringify(recorded)}\n`
    if (lines.length < CHUNK) continue
    await work.stream(lines)
    lines = ''
  }
  await work.stream(lines)
  return 0
}

/** Only those that were there at the beginning, so that this ends even beside a server that writes. */
function* eventsOf(journal: JournalReader, { from, to }: Pick<Work, 'from' | 'to'>): Generator<Recorded> {
  const end = journal.lastSeq() + 1
  if (from === undefined && to === undefined) return yield* journal.events(0, end)
  const openings = journal.days()
  for (const [index, { day, seq }] of openings.entries()) {
    if ((from === undefined || from <= day) && (to === undefined || day <= to))
      yield* journal.events(seq, openings[index + 1]?.seq ?? end)
  }
}

function check(db: Handle, { texts, out, sealed }: Work): ExitCode {
  let found = 0
  for (const { code, seq, detail } of checkJournal(db, { fold: foldDay, sealed })) {
    out(texts.findings[code](seq, detail))
    found++
  }
  if (found > 0) {
    out(texts.found(found))
    return 1
  }
  const journal = makeReader(db)
  if (sealed.is === 'none') out(texts.noSeal)
  const days = new Set(journal.days().map(({ day }) => day))
  out(texts.allWell(journal.lastSeq(), days.size))
  return 0
}

function rebuild(db: Handle, { texts, out, err, day: only }: Work): ExitCode {
  const journal = makeReader(db)
  const known = [...new Set([...journal.days().map(({ day }) => day), ...journal.paperDays()])].sort()
  if (only !== undefined && !known.includes(only)) {
    err(texts.noSuchDay(only))
    return 1
  }
  for (const day of only === undefined ? known : [only]) {
    // In short transactions, so that a server running beside us hardly waits.
    const due = overDay(journal, day)
    const fault = due && buildDay(db, journal, due)
    if (fault !== null) {
      err(texts.doesNotFold(day, fault))
      return 1
    }
    out(due ? texts.rebuilt(day, readFacts(db, day).length) : texts.stillOpen(day))
  }
  return 0
}

function anew({ dataDir, texts, out }: Work): ExitCode {
  const { files, folder } = beginAnew(dataDir, new Date())
  out(files.length === 0 ? texts.nothingAside : texts.aside(files.length, folder))
  return 0
}

/** Folds a day from its opening on. @throws Error when the events do not fit together */
function foldDay(events: readonly Recorded[]): Hall {
  const first = events[0]?.event
  if (first?.type !== 'day-opened') throw new Error(`${first?.type ?? '–'}, day-opened`)
  return fold(events, first.plan)
}
