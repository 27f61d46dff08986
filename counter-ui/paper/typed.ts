// What people type in a hurry, turned into what the server reads: times, numbers of slips, words of a service.

/** `0915`, `915`, `9.15`, `9:15`, `9` and `09.15` are `09:15` and `09:00`; empty: nothing noted; null: not a time. */
export function timeTyped(typed: string): string | '' | null {
  const plain = typed.trim()
  if (plain === '') return ''
  const [, hours = '', minutes = '0'] =
    /^(\d{1,2})[.:, ]?(\d{2})$/.exec(plain) ?? /^(\d{1,2})$/.exec(plain) ?? []
  if (hours === '' || Number(hours) > 23 || Number(minutes) > 59) return null
  return `${hours.padStart(2, '0')}:${minutes.padStart(2, '0')}`
}

export interface SlipTyped {
  readonly sheet: number
  readonly slip: number
  readonly check: number
}

/**
 * A slip's number with its check digit: `012074`, `DAR012-07-4`, or only `074` on the sheet that is being entered
 * (`current`; null: none yet). Null if it is not one.
 */
export function slipTyped(typed: string, current: number | null): SlipTyped | null {
  const plain = typed
    .toUpperCase()
    .replace(/[\s.·-]/g, '')
    .replace(/^[A-Z]{1,3}/, '')
  const [, sheet = '', slip = '', check = ''] = /^(\d{0,6})(\d{2})(\d)$/.exec(plain) ?? []
  if (slip === '' || (sheet === '' && current === null)) return null
  return { sheet: sheet === '' ? Number(current) : Number(sheet), slip: Number(slip), check: Number(check) }
}

/** The whole number as the server reads it, `012-07-4`. */
export function slipWhole({ sheet, slip, check }: SlipTyped): string {
  return `${String(sheet).padStart(3, '0')}-${String(slip).padStart(2, '0')}-${check}`
}

/** Finds things by their words: each typed word must begin one of them. */
export function matching<T>(things: readonly T[], wordsOf: (thing: T) => string, typed: string): T[] {
  const asked = wordsIn(typed)
  return things.filter((thing) => {
    const words = wordsIn(wordsOf(thing))
    return asked.every((start) => words.some((word) => word.indexOf(start) === 0))
  })
}

function wordsIn(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
}
