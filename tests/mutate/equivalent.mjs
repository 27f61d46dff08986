// Faults that change nothing that anybody could notice, each with the reason.

/** @typedef {{ file: string, was: string, is: string, why: string }} Equivalent `was` and `is` in one line */
/** @type {Equivalent[]} */
const equivalent = [
  {
    file: 'server/hall/counter/refer.ts',
    was: 'sent.slice(0, place)',
    is: 'sent',
    why: 'Each two of them are then put in order twice: it only matters where papers and plan together would make a circle, and which of them gives way is as good either way.',
  },
  {
    file: 'server/hall/counter/refer.ts',
    was: '!isEnded(other) && other.id !== step.id',
    is: '!isEnded(other) || other.id !== step.id',
    why: 'What is put after a step that has ended begins to wait in the same moment.',
  },
  {
    file: 'server/hall/credit.ts',
    was: 'at === 0',
    is: 'false',
    why: 'The first place is taken out either way; this one is quicker in a long line.',
  },
  {
    file: 'server/hall/plan-faults/plan-faults.ts',
    was: 'shape.length >= MOST_FAULTS',
    is: 'shape.length > MOST_FAULTS',
    why: 'Those of the shape come first, and no more than that are told: it spares the rest of the work.',
  },
  {
    file: 'server/hall/plan-faults/plan-faults.ts',
    was: 'shape.length >= MOST_FAULTS',
    is: 'false',
    why: 'As above.',
  },
  {
    file: 'server/hall/visit/slip.ts',
    was: 'printers.find(({ reception }) => reception)',
    is: 'printers.findLast(({ reception }) => reception)',
    why: 'A plan with two printers for the reception is refused: there is at most one to find.',
  },
  {
    file: 'server/hall/visit/standing.ts',
    was: 'false',
    is: 'true',
    why: 'Who arrives now has no credit at either rate, and a tie goes to the earlier arrival in both classes.',
  },
  {
    file: 'server/live/context.ts',
    was: 'ms !== written.ms',
    is: 'true',
    why: 'What was written a moment ago is only written again.',
  },
  {
    file: 'server/access/bounded-map.ts',
    was: 'oldest !== undefined',
    is: 'true',
    why: 'Where there is no oldest, nothing is deleted: no key is undefined.',
  },
  {
    file: 'server/access/accounts.ts',
    was: 'agencies .flatMap((agency) => wanted(agency, names)) .filter(({ username }) => access.staff.byUsername(username) === null)',
    is: 'agencies .flatMap((agency) => wanted(agency, names))',
    why: 'A name that is taken is refused as it is added; it only spares the hash of a password that nobody gets.',
  },
  {
    file: 'server/access/password.ts',
    was: 'error === null',
    is: 'true',
    why: 'Without a hash the next line throws, which is the same no.',
  },
  {
    file: 'server/access/devices.ts',
    was: 'seen.size > 0',
    is: 'seen.size >= 0',
    why: 'Of no device nothing is written.',
  },
  {
    file: 'server/access/outlived.ts',
    was: 'openAccountsOf(access, access.isGone).filter(({ id }) => signedIn.has(id))',
    is: 'openAccountsOf(access, access.isGone)',
    why: 'Of a person without a session none is ended.',
  },
]

/** @param {string} text */
const oneLine = (text) => text.replaceAll(/\s+/g, ' ')

/** @param {Equivalent} known @param {{ file: string, was: string, is: string }} mutant */
const fits = (known, { file, was, is }) =>
  known.file === file && known.was === oneLine(was) && known.is === oneLine(is)

/** @param {{ file: string, was: string, is: string }} mutant */
export function isEquivalent(mutant) {
  return equivalent.some((known) => fits(known, mutant))
}

/**
 * What is listed but is no longer in any of these files. @param {readonly { file: string, was: string, is: string }[]}
 * mutants @param {readonly string[]} files
 */
export function unmatched(mutants, files) {
  return equivalent
    .filter((known) => files.includes(known.file) && !mutants.some((mutant) => fits(known, mutant)))
    .map(({ file, was, is }) => `${file}  ${was}  →  ${is}`)
}
