// The command `rehearse`: its arguments, the folder that it fills, and what it says.
import { randomBytes } from 'node:crypto'
import { existsSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { hashPassword } from '../../access/password.ts'
import { hashToken, newPassword, newToken } from '../../access/secret.ts'
import { spansOn } from '../../hall/hours.ts'
import { layOut } from '../../hall/layout.ts'
import type { Plan } from '../../hall/plan.ts'
import { officersOf } from '../../rehearsal/desk.ts'
import { devicesOf } from '../../rehearsal/life.ts'
import { rehearse } from '../../rehearsal/rehearse.ts'
import { startFault } from '../../start-fault.ts'
import { buildFacts } from '../../reports/facts/build.ts'
import { asDataDirError, DataDirError } from '../../store/errors.ts'
import { databaseFile, lockDataDir, surveyFolder } from '../../store/folder.ts'
import { grouped } from '../../store/journal/grouped.ts'
import { standingOf } from '../../settle.ts'
import { openSealing } from '../../store/journal/sealing.ts'
import { type Handle, openDatabase } from '../../store/open.ts'
import { makeStore, type Store } from '../../store/store.ts'
import { openBox } from '../../store/survey-box.ts'
import { openDayKeys } from '../../survey/keys.ts'
import { openSeals } from '../../survey/seal.ts'
import { openSurvey } from '../../survey/survey.ts'
import { dayIn, isDay, nextDay, spanOf } from '../../time-zone.ts'
import { type CommandLanguage, type ExitCode, readArguments, text, usageAnswer } from '../arguments.ts'
import { en, id, type RehearseTexts } from './texts.ts'

const languages: Readonly<Record<CommandLanguage, RehearseTexts>> = { id, en }

export const MOST_DAYS = 400
export const MOST_VISITS = 5_000
const USUAL_DAYS = 30
const USUAL_VISITS = 700
const MOST_SEED = 2 ** 32 - 1
/** How many events are written at a time. */
const GROUP = 2_000
const DAY_MS = 86_400_000

export interface Surroundings {
  readonly samplePlan: Plan
  /** The system's time, milliseconds since 1970: the days end before its day. */
  readonly now: () => number
  readonly out: (line: string) => void
  readonly err: (line: string) => void
}

interface Asked {
  readonly dataDir: string
  readonly days: number
  readonly visits: number
  readonly seed: number
  readonly from: string | null
}

/** Runs the command and returns its exit code. Throws only for bugs. */
export async function runRehearseCommand(args: readonly string[], around: Surroundings): Promise<ExitCode> {
  const read = readArguments(args, { data: text, days: text, visits: text, seed: text, from: text })
  const language = read?.language ?? 'id'
  const texts = languages[language]
  const asked = read && read.words.length === 0 ? understood(read.values) : null
  const usage = usageAnswer(read, asked !== null, texts.usage, around)
  if (usage !== null || asked === null) return usage ?? 2
  const { samplePlan: plan, err } = around
  const today = dayIn(plan.timeZone, around.now()).day
  const days =
    asked.from === null ? daysBefore(plan, today, asked.days) : daysFrom(plan, asked.from, asked.days)
  const last = days.at(-1)
  if (last === undefined || last >= today) {
    err(texts.tooLate(last ?? today, today))
    return 1
  }
  if (holdsHall(asked.dataDir)) {
    err(texts.notEmpty(asked.dataDir))
    return 1
  }
  try {
    await fill(asked, days, around, texts)
    return 0
  } catch (error) {
    const fault = asDataDirError(error, asked.dataDir)
    if (!(fault instanceof DataDirError)) throw error
    err(startFault(fault, null)[language === 'id' ? 0 : 1])
    return 1
  }
}

type Values = Readonly<Record<string, string | boolean | undefined>>

function understood(values: Values): Asked | null {
  const { data, from } = values
  const days = whole(values['days'], USUAL_DAYS, 1, MOST_DAYS)
  const visits = whole(values['visits'], USUAL_VISITS, 1, MOST_VISITS)
  const seed = whole(values['seed'], 1, 0, MOST_SEED)
  if (typeof data !== 'string' || data === '' || days === null || visits === null || seed === null)
    return null
  if (from !== undefined && !(typeof from === 'string' && /^\d{4}-\d\d-\d\d$/.test(from) && isDay(from)))
    return null
  return { dataDir: resolve(data), days, visits, seed, from: typeof from === 'string' ? from : null }
}

/** A whole number from `least` to `most`; null: it is not one. */
function whole(
  given: string | boolean | undefined,
  usual: number,
  least: number,
  most: number,
): number | null {
  if (given === undefined) return usual
  if (typeof given !== 'string' || !/^\d{1,10}$/.test(given)) return null
  const number = Number(given)
  return least <= number && number <= most ? number : null
}

/** Calendar days up to the one before `today`, of which this many have hours. */
function daysBefore(plan: Plan, today: string, count: number): string[] {
  const layout = layOut(plan)
  const days: string[] = []
  let open = 0
  for (let day = dayBefore(today); open < count && days.length < MOST_DAYS * 3; day = dayBefore(day)) {
    days.unshift(day)
    if (spansOn(layout, null, day).length > 0) open += 1
  }
  return days
}

/** Calendar days from this one on, of which this many have hours. */
function daysFrom(plan: Plan, from: string, count: number): string[] {
  const layout = layOut(plan)
  const days: string[] = []
  let open = 0
  for (let day = from; open < count && days.length < MOST_DAYS * 3; day = nextDay(day)) {
    days.push(day)
    if (spansOn(layout, null, day).length > 0) open += 1
  }
  return days
}

const dayBefore = (day: string) =>
  new Date(Date.parse(`${day}T00:00:00Z`) - DAY_MS).toISOString().slice(0, 10)

/** Whether the folder has anything of a hall: its journal, its seal, or what belongs beside it. */
function holdsHall(dataDir: string): boolean {
  if (existsSync(databaseFile(dataDir))) return true
  return existsSync(dataDir) && readdirSync(dataDir).some((name) => /^(?:antre\.|next|training)/.test(name))
}

async function fill(
  { dataDir, visits, seed }: Asked,
  days: readonly string[],
  { samplePlan: plan, out, now }: Surroundings,
  texts: RehearseTexts,
): Promise<void> {
  const began = now()
  const unlock = lockDataDir(dataDir)
  let db: Handle | undefined
  try {
    // What a power cut loses can be played again.
    db = openDatabase(dataDir, { derived: true })
    const sealing = await openSealing({ db, dataDir, isFirst: true })
    const failed = (error: unknown) => {
      throw error
    }
    const store = makeStore(db, failed, sealing)
    const first = spanOf(plan.timeZone, days[0] ?? '').startsAt
    await hire(store, plan, first)
    enrol(store, plan, first)
    const group = grouped(store, GROUP)
    const {
      visits: came,
      events,
      theatre,
    } = await rehearse({
      store: group,
      plan,
      days,
      visits,
      seed,
      survey: ({ hall, now: at }) =>
        openSurvey({
          box: openBox(dataDir, () => randomBytes(16), { careless: true }),
          keys: openDayKeys({ folder: surveyFolder(dataDir), random: randomBytes }),
          seals: openSeals(join(surveyFolder(dataDir), 'seals')),
          stored: store.surveys,
          hall,
          now: at,
          changed: () => {},
          incident: failed,
        }),
    })
    group.flush()
    const { hall } = theatre
    for (const { id: device } of devicesOf(plan)) store.access.devices.revoke(device, theatre.now())
    await sealing.start({
      standing: () => standingOf(hall, store, theatre.now),
      turned: () => {},
      failed,
    })
    await sealing.stop()
    for (const { day, fault } of buildFacts(db)) if (fault !== null) throw new Error(`${day}: ${fault}`)
    const seconds = Math.round((now() - began) / 100) / 10
    out(
      texts.filled({ dataDir, first: days[0] ?? '', last: days.at(-1) ?? '', visits: came, events, seconds }),
    )
  } finally {
    db?.close()
    unlock()
  }
}

/** The accounts of the officers, so that their names are known; nobody knows their passwords. */
async function hire({ access }: Store, { counters }: Plan, at: number): Promise<void> {
  const password = await hashPassword(newPassword(randomBytes), randomBytes)
  const common = { password, mustChange: true, until: null, at }
  access.together(() => {
    for (const { id, agency, label } of counters) {
      for (const [place, officer] of officersOf(id).entries()) {
        const name = `Petugas latihan ${label}${place === 0 ? 'A' : 'B'}`
        access.staff.add({ ...common, id: officer, username: officer, name, role: 'officer', agency })
      }
    }
  })
}

/** The devices that played, so that their names are known; they are revoked when the last day is over. */
function enrol({ access }: Store, plan: Plan, at: number): void {
  for (const device of devicesOf(plan)) {
    const [link, key] = [newToken(randomBytes), newToken(randomBytes)].map(hashToken) as [Buffer, Buffer]
    access.devices.add(device, at, { hash: link, endsAt: at + 1 })
    access.devices.enrol({ link, key, at, usedSince: at, mostKeys: 1 })
  }
}
