// Faults that change nothing that anybody could notice, each with the reason.

/** @typedef {{ file: string, was: string, is: string, why: string }} Equivalent `was` and `is` in one line */
/** @type {Equivalent[]} */
const equivalent = []

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
 * What is listed and stands in none of these files any more.
 * @param {readonly { file: string, was: string, is: string }[]} mutants @param {readonly string[]} files
 */
export function unmatched(mutants, files) {
  return equivalent
    .filter((known) => files.includes(known.file) && !mutants.some((mutant) => fits(known, mutant)))
    .map(({ file, was, is }) => `${file}  ${was}  →  ${is}`)
}
