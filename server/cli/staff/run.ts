// The command `staff`: its arguments, and what it says when the data can't be opened.
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { openAccess } from '../../access/access.ts'
import { asDataDirError, DataDirError } from '../../store/errors.ts'
import { databaseFile } from '../../store/folder.ts'
import { type Handle, openDatabase } from '../../store/open.ts'
import { accessTables } from '../../store/tables/access.ts'
import { startFault } from '../../start-fault.ts'
import { type CommandLanguage, type ExitCode, readArguments, text, usageAnswer } from '../arguments.ts'
import { commands, type Work } from './commands.ts'
import { type StaffTexts, en, id } from './texts.ts'

const languages: Readonly<Record<CommandLanguage, StaffTexts>> = { id, en }

/** `dataDir` is the data folder if the arguments name none. */
export type Surroundings = Pick<Work, 'dataDir' | 'samplePlan' | 'out' | 'err'>

/** Runs the command and returns its exit code. Throws only for bugs. */
export async function runStaffCommand(args: readonly string[], around: Surroundings): Promise<ExitCode> {
  const asked = parse(args)
  const texts = languages[asked?.language ?? 'id']
  const usage = usageAnswer(asked, asked?.command !== undefined, texts.usage, around)
  if (usage !== null || !asked?.command) return usage ?? 2
  const dataDir = asked.dataDir ?? around.dataDir
  let db: Handle | undefined
  try {
    // Accounts may be made before the first start; everything else needs existing accounts.
    const isFirst = asked.command.mayBeFirst === true && !existsSync(databaseFile(dataDir))
    db = openDatabase(dataDir, { migrate: isFirst })
    const access = openAccess({ stored: accessTables(db), now: Date.now, random: randomBytes })
    return await asked.command.run({ ...around, dataDir, db, access, texts, username: asked.username })
  } catch (error) {
    const fault = asDataDirError(error, dataDir)
    if (!(fault instanceof DataDirError)) throw error
    around.err(startFault(fault, null)[texts === id ? 0 : 1])
    return 1
  } finally {
    db?.close()
  }
}

function parse(args: readonly string[]) {
  const asked = readArguments(args, { data: text })
  if (asked === null) return null
  const { values, words, language, help } = asked
  const [name = '', username = '', ...more] = words
  const command = commands.get(name)
  const understood = command && more.length === 0 && command.takesUsername === (username !== '')
  return { dataDir: values.data, language, help, username, command: understood ? command : undefined }
}
