// The caller of a request: one browser may be a signed-in person, an enrolled kiosk, an enrolled display, a survey tablet, or several
// of these (the links of the first run are opened side by side), or nobody.
import type { Device } from './devices.ts'
import type { Staff } from './staff.ts'

export interface Who {
  readonly staff: Staff | null
  /** Signed in with a one-time password, and may only choose a new one: to everybody else, not `staff`. */
  readonly newcomer: Staff | null
  readonly kiosk: Device | null
  readonly display: Device | null
  readonly survey: Device | null
}

/** No credentials at all. One shared object, so that it costs nothing. */
export const nobody: Who = Object.freeze({
  staff: null,
  newcomer: null,
  kiosk: null,
  display: null,
  survey: null,
})

export const staffCookie = 'antre_staff'
export const deviceCookie = 'antre_device'

const tokenLength = 43
/** Separates the keys of a browser that is several devices. */
const separator = '.'
/** The length of a cookie with one key, with two, or with three. */
const lengths = [1, 2, 3].map((keys) => keys * (tokenLength + separator.length) - separator.length)

/**
 * The value of one of our cookies in a `Cookie` header, null if there is none that could be ours. Every request
 * passes here, and our values need no decoding, so this looks for one name instead of parsing them all.
 */
export function readCookie(header: string, name: string): string | null {
  let at = header.indexOf(name)
  while (at !== -1) {
    const from = at + name.length
    if ((at === 0 || header[at - 1] === ' ' || header[at - 1] === ';') && header[from] === '=') {
      const end = header.indexOf(';', from)
      const value = end === -1 ? header.slice(from + 1) : header.slice(from + 1, end)
      return lengths.includes(value.length) ? value : null
    }
    at = header.indexOf(name, from)
  }
  return null
}

/** The keys in the value of a device cookie: one for each kind that the browser is. */
export function deviceKeys(value: string | null): string[] {
  return value === null ? [] : value.split(separator)
}

/** The value of the device cookie that holds these keys. */
export function joinKeys(keys: readonly string[]): string {
  return keys.join(separator)
}

/** Whether this person may act at the counters of `agency` and see its queue. */
export function mayActFor(staff: Staff, agency: string): boolean {
  return staff.role === 'manager' || staff.agency === agency
}
