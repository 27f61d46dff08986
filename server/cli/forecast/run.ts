// The command `forecast`: its arguments, the files that it reads and writes, and what it says.
import { readFileSync, writeFileSync } from 'node:fs'
import { evaluate, type Recorded, type ToldVisit } from '../../forecast/evaluate/evaluate.ts'
import { type Read, readCounters, readVisits } from '../../forecast/evaluate/read.ts'
import { measureNear } from '../../forecast/generated/near.ts'
import { measure } from '../../forecast/generated/measure.ts'
import { type CommandLanguage, type ExitCode, readArguments, text, usageAnswer } from '../arguments.ts'
import { en, type ForecastTexts, id } from './texts.ts'

const languages: Readonly<Record<CommandLanguage, ForecastTexts>> = { id, en }

interface Surroundings {
  readonly out: (line: string) => void
  readonly err: (line: string) => void
}

const options = { days: text, seed: text, counters: text, train: text, 'train-counters': text, each: text }

/**
 * Runs the command and returns its exit code. Anything wrong with a file goes to `err`, the result to `out`: one line
 * of JSON.
 */
export function runForecastCommand(args: readonly string[], around: Surroundings): ExitCode {
  const read = readArguments(args, options)
  const texts = languages[read?.language ?? 'id']
  const [verb, visits, ...more] = read?.words ?? []
  if (verb === 'generated' || verb === 'near') return generated(read, texts, around, verb)
  const { counters, train, 'train-counters': trainCounters, each } = read?.values ?? {}
  const isUnderstood =
    verb === 'evaluate' &&
    isFile(visits) &&
    more.length === 0 &&
    isFile(counters) &&
    (train === undefined) === (trainCounters === undefined)
  const usage = usageAnswer(read, isUnderstood, texts.usage, around)
  if (usage !== null || !isFile(visits) || !isFile(counters)) return usage ?? 2
  const files = new Files(texts, around.err)
  const record = files.recorded(visits, counters)
  const before = isFile(train) && isFile(trainCounters) ? files.recorded(train, trainCounters) : null
  if (record === null || files.failed) return 1
  const { told, score } = evaluate(record, before)
  if (isFile(each) && !files.write(each, csvOf(told))) return 1
  around.out(JSON.stringify(score))
  return 0
}

/**
 * On made-up days of halls that it has not seen: how right the forecast is, or (`near`) whether people are asked to
 * come near in time.
 */
function generated(
  read: ReturnType<typeof readArguments<typeof options>>,
  texts: ForecastTexts,
  around: Surroundings,
  verb: 'generated' | 'near',
): ExitCode {
  const { days = verb === 'near' ? '30' : '300', seed = '1', ...files } = read?.values ?? {}
  const isUnderstood =
    read?.words.length === 1 &&
    Object.values(files).every((file) => file === undefined) &&
    isCount(days, 10_000) &&
    isCount(seed, 1_000_000)
  const usage = usageAnswer(read, isUnderstood, texts.usage, around)
  if (usage !== null) return usage
  const order = { days: Number(days), seed: Number(seed), draws: 60 }
  const said = (counted: number) => around.err(texts.played(counted))
  const found =
    verb === 'near'
      ? measureNear({ ...order, teach: 6, every: 1 }, said)
      : measure({ ...order, every: 3 }, said)
  around.out(JSON.stringify(found))
  return 0
}

const isCount = (given: unknown, most: number) =>
  typeof given === 'string' && /^[1-9]\d*$/.test(given) && Number(given) <= most

function isFile(given: unknown): given is string {
  return typeof given === 'string' && given !== ''
}

/** Reads and writes, and reports what went wrong, so that one run names what is wrong with all files. */
class Files {
  failed = false
  private readonly texts: ForecastTexts
  private readonly err: (line: string) => void

  constructor(texts: ForecastTexts, err: (line: string) => void) {
    this.texts = texts
    this.err = err
  }

  recorded(visits: string, counters: string): Recorded | null {
    const found = { visits: this.rows(visits, readVisits), counters: this.rows(counters, readCounters) }
    return found.visits && found.counters ? { visits: found.visits, counters: found.counters } : null
  }

  write(file: string, content: string): boolean {
    try {
      writeFileSync(file, content)
      return true
    } catch (error) {
      return this.fails(this.texts.notWritten(file, codeOf(error)))
    }
  }

  private rows<Row>(file: string, read: (bytes: Uint8Array) => Read<Row>): readonly Row[] | null {
    let bytes: Uint8Array
    try {
      bytes = readFileSync(file)
    } catch (error) {
      this.fails(this.texts.notRead(file, codeOf(error)))
      return null
    }
    const { rows, faults } = read(bytes)
    for (const fault of faults) this.fails(this.texts.fault(file, fault))
    return rows
  }

  private fails(line: string): false {
    this.failed = true
    this.err(line)
    return false
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error)
}

function csvOf(told: readonly ToldVisit[]): string {
  const head = 'hall,day,service,number,lowMinutes,highMinutes,minutes'
  const rows = told.map(({ visit: { hall, day, service, number }, told }) =>
    [hall, day, service, number, told?.low ?? '', told?.high ?? '', told?.minutes ?? '']
      .map(cellOf)
      .join(','),
  )
  return `${[head, ...rows].join('\n')}\n`
}

function cellOf(value: string | number): string {
  const text = String(value)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
