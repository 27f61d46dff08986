// The command `journal`: its arguments, and what it says when the data can't be opened.
import { DataDirError, StorageError } from '../../store/errors.ts'
import { type Handle, openDatabase } from '../../store/open.ts'
import { readSeal } from '../../store/journal/seal.ts'
import type { JournalLanguage } from '../../audit/words/words.ts'
import { startFault } from '../../start-fault.ts'
import { type ExitCode, readArguments, text, usageAnswer } from '../arguments.ts'
import { commands, type Work } from './commands.ts'
import { type CommandTexts, en, id } from './texts.ts'

const languages: Readonly<Record<JournalLanguage, CommandTexts>> = { id, en }

/** `dataDir` is the data folder if the arguments name none. */
export interface Surroundings extends Pick<Work, 'out' | 'err'> {
  readonly dataDir: string
}

/** Runs the command and returns its exit code. Throws only for bugs. */
export function runJournalCommand(args: readonly string[], around: Surroundings): ExitCode {
  const asked = parse(args)
  const language = asked?.language ?? 'id'
  const texts = languages[language]
  const usage = usageAnswer(asked, asked?.command !== undefined, texts.usage, around)
  if (usage !== null || !asked?.command) return usage ?? 2
  const { command, day } = asked
  const dataDir = asked.dataDir ?? around.dataDir
  let db: Handle | undefined
  try {
    const work = { ...around, texts, language, day, dataDir, sealed: readSeal(dataDir) }
    if ('onFolder' in command) return command.onFolder(work)
    db = openDatabase(dataDir, { readonly: !command.writes, migrate: false })
    return command.run(db, work)
  } catch (error) {
    if (error instanceof DataDirError) around.err(cannotOpen(error, asked.name, language))
    else if (error instanceof StorageError) around.err(texts.unreadable(error.message))
    else throw error
    return 1
  } finally {
    db?.close()
  }
}

/** If damage keeps the file from being opened, that is what `check` found. */
function cannotOpen(error: DataDirError, command: string, language: JournalLanguage): string {
  return command === 'check' && error.code === 'corrupt'
    ? languages[language].findings.damaged(null, error.message)
    : startFault(error, null)[language === 'id' ? 0 : 1]
}

function parse(args: readonly string[]) {
  const asked = readArguments(args, { data: text })
  if (asked === null) return null
  const { values, words, language, help } = asked
  const length = words[0] === 'facts' ? 2 : 1
  const name = words.slice(0, length).join(' ')
  const command = commands.get(name)
  const [day, ...more] = words.slice(length)
  const understood = command && more.length === 0 && (command.takesDay || day === undefined)
  return { dataDir: values.data, language, help, name, day, command: understood ? command : undefined }
}
