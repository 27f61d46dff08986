// Converts the plan's voice to a form's fields, and back. Untouched fields are not kept here: they stay as in the
// plan, even if a colleague changes it meanwhile.
import { Icon } from '../../../screens/icons.tsx'
import type { Problem } from '../../../screens/command.ts'
import type { Plan } from '../../../server/hall/plan.ts'
import type { VoiceRules } from '../../../server/hall/equipment.ts'
import { formatMinute } from '../../../screens/format.ts'

/** Languages that can be spoken, in the order in which they are offered. */
export const SPOKEN = ['id', 'en'] as const
export type Spoken = (typeof SPOKEN)[number]

/** A row keeps its key while others come and go. */
export interface QuietRow {
  key: number
  /** Times of day as people write them, see `timeOf`. */
  from: string
  to: string
}

export interface WordRow {
  key: number
  written: string
  spoken: Readonly<Partial<Record<Spoken, string>>>
}

export interface Draft {
  languages: readonly Spoken[]
  times: 1 | 2
  chime: boolean
  quiet: readonly QuietRow[]
  words: readonly WordRow[]
  /** A set of clips; empty: none. */
  clips: string
  /** A command's words; none: no command. */
  argv: readonly string[]
  /** The languages that the command speaks. */
  speaks: readonly Spoken[]
}

export type Edits = Readonly<Partial<Draft>>

let lastKey = 0
/** A key that no row has. */
export function newRowKey(): number {
  return (lastKey += 1)
}

/** What the plan says, with defaults for what it leaves out. */
export function draftOf({ languages, voice = {} }: Pick<Plan, 'languages' | 'voice'>): Draft {
  const own = voice.languages ?? languages
  return {
    languages: own.flatMap((code) => SPOKEN.filter((spoken) => spoken === code)),
    times: voice.times ?? 1,
    chime: voice.chime ?? true,
    quiet: (voice.quiet ?? []).map(({ from, to }) => ({
      key: newRowKey(),
      from: writtenTime(from),
      to: writtenTime(to),
    })),
    words: (voice.pronounce ?? []).map((row) => ({ key: newRowKey(), ...row })),
    clips: voice.clips ?? '',
    argv: voice.command ? voice.command.argv : [],
    speaks: voice.command ? voice.command.languages : [],
  }
}

/** `07:30` from `7.30`, `07:30`, `0730` or `7`; null if it is no time of day. */
export function timeOf(written: string): string | null {
  const [, hour = '', minute = '00'] = /^(\d{1,2})(?:[.:]?(\d{2}))?$/.exec(written.trim()) ?? []
  if (hour === '' || Number(hour) > 23 || Number(minute) > 59) return null
  return `${hour.padStart(2, '0')}:${minute}`
}

/** A time of the plan as it is written in the page's language. */
function writtenTime(time: string): string {
  const [hours, minutes] = time.split(':')
  return formatMinute(Number(hours) * 60 + Number(minutes))
}

/** Empty rows do not count. */
const filledQuiet = (rows: readonly QuietRow[]): QuietRow[] =>
  rows.filter(({ from, to }) => from.trim() !== '' || to.trim() !== '')

const filledWords = (rows: readonly WordRow[]): WordRow[] =>
  rows.filter(({ written, spoken }) => written.trim() !== '' || Object.keys(spokenIn(spoken)).length > 0)

/**
 * The plan's voice with these changes to what it says (`planned`). What was not touched, or was put back, stays as it
 * is, including what the form does not show.
 */
export function rulesOf(voice: VoiceRules | undefined, planned: Draft, edits: Edits): VoiceRules {
  const { languages, times, chime, quiet, words, clips, argv, speaks } = edits
  const made: VoiceRules = { ...voice }
  if (languages && languages.join() !== planned.languages.join()) made.languages = [...languages]
  if (times && times !== planned.times) made.times = times
  if (chime !== undefined && chime !== planned.chime) made.chime = chime
  if (quiet && filledQuiet(quiet).length + planned.quiet.length > 0) {
    made.quiet = filledQuiet(quiet).map(({ from, to }) => ({
      from: timeOf(from) ?? from,
      to: timeOf(to) ?? to,
    }))
  }
  if (words && filledWords(words).length + planned.words.length > 0) {
    made.pronounce = filledWords(words).map(({ written, spoken }) => ({
      written: written.trim(),
      spoken: spokenIn(spoken),
    }))
  }
  if (clips !== undefined && clips !== planned.clips) {
    delete made.clips
    if (clips !== '') made.clips = clips
  }
  if (argv || speaks) {
    delete made.command
    const now = { ...planned, ...edits }
    if (now.argv.length > 0) made.command = { argv: [...now.argv], languages: [...now.speaks] }
  }
  return made
}

function spokenIn(spoken: WordRow['spoken']): { id?: string; en?: string } {
  const said: { id?: string; en?: string } = {}
  for (const language of SPOKEN) {
    const text = (spoken[language] ?? '').trim()
    if (text !== '') said[language] = text
  }
  return said
}

// What is wrong in the voice's form, each at its field: found here before anything is sent, or by the server.

/** Where something is wrong: a field, or the row with this key. */
export type Place = 'languages' | 'clips' | 'command' | `quiet ${number}` | `words ${number}`

/** What the page itself finds wrong, as the keys of its texts. */
type DraftFault =
  | 'timesMissing'
  | 'timesWrong'
  | 'timesSame'
  | 'wordMissing'
  | 'spokenMissing'
  | 'wordTwice'
  | 'speaksMissing'

/** What is wrong before anything is sent. */
export function draftFaults({ quiet, words, argv, speaks }: Draft): Map<Place, DraftFault> {
  const faults = new Map<Place, DraftFault>()
  for (const { key, from, to } of filledQuiet(quiet)) {
    if (from.trim() === '' || to.trim() === '') faults.set(`quiet ${key}`, 'timesMissing')
    else if (timeOf(from) === null || timeOf(to) === null) faults.set(`quiet ${key}`, 'timesWrong')
    else if (timeOf(from) === timeOf(to)) faults.set(`quiet ${key}`, 'timesSame')
  }
  const known = new Set<string>()
  for (const { key, written, spoken } of filledWords(words)) {
    const word = written.trim()
    const isSaid = Object.values(spoken).some((text) => text.trim() !== '')
    if (word === '') faults.set(`words ${key}`, 'wordMissing')
    else if (known.has(word)) faults.set(`words ${key}`, 'wordTwice')
    else if (!isSaid) faults.set(`words ${key}`, 'spokenMissing')
    known.add(word)
  }
  if (argv.length > 0 && speaks.length === 0) faults.set('command', 'speaksMissing')
  return faults
}

/** The server's faults by field, and those that belong to no field here. */
export function placed(
  faults: NonNullable<Problem['faults']>,
  draft: Draft,
): { here: Map<Place, string>; elsewhere: NonNullable<Problem['faults']> } {
  const here = new Map<Place, string>()
  const elsewhere = faults.filter(({ at, detail }) => {
    const place = placeOf(at, draft)
    if (place) here.set(place, detail)
    return !place
  })
  return { here, elsewhere }
}

function placeOf(at: string, { quiet, words }: Draft): Place | null {
  const [, field, nth] = /^voice\.(languages|clips|command|quiet|pronounce)(?:\[(\d+)\])?/.exec(at) ?? []
  if (field === 'languages' || field === 'clips' || field === 'command') return field
  const isQuiet = field === 'quiet'
  const row = (isQuiet ? filledQuiet(quiet) : field ? filledWords(words) : [])[Number(nth)]
  return row ? `${isQuiet ? 'quiet' : 'words'} ${row.key}` : null
}

// What is wrong with a field, in words under it.

/** What is wrong at a place; undefined: nothing. */
export type FaultAt = (place: Place) => string | undefined

export function FieldFault({ id, fault }: { id: string; fault: string | undefined }) {
  return (
    <p class="voice-fault" id={id}>
      {fault !== undefined && (
        <>
          <Icon name="warning" />
          <span>{fault}</span>
        </>
      )}
    </p>
  )
}
