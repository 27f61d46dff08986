// The command `journal`: its arguments, and what it says when the data can't be opened.
import { DataDirError, StorageError } from '../../store/errors.ts'
import { type Handle, openDatabase, openToRead } from '../../store/open.ts'
import { readSeal } from '../../store/journal/seal.ts'
import type { JournalLanguage } from '../../audit/words/words.ts'
import { startFault } from '../../start-fault.ts'
import { isDay } from '../../time-zone.ts'
import { type ExitCode, readArguments, text, usageAnswer } from '../arguments.ts'
import { commands, type Work } from './commands.ts'
import { type CommandTexts, en, id } from './texts.ts'

const languages: Readonly<Record<JournalLanguage, CommandTexts>> = { id, en }

/** `dataDir` is the data folder if the arguments name none. */
export interface Surroundings extends Pick<Work, 'out' | 'stream' | 'err'> {
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

function openToWrite(dataDir: string) {
  const db = openDatabase(dataDir, { migrate: false })
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
