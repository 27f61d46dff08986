// What is wrong in the voice's form, each at its field: found here before anything is sent, or by the server.
import { Icon } from '../../../screens/icons.tsx'
import type { Problem } from '../../../screens/command.ts'
import { type Draft, filledQuiet, filledWords, timeOf } from './draft.ts'

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
