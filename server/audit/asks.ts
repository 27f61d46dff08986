// Whether a line matches the question.
import type { AccessLine } from '../access/log.ts'
import type { Recorded } from '../hall/event.ts'
import type { About } from './words/about.ts'
import type { People } from './people.ts'
import type { Question } from './question.ts'

/** `about` is what the event is about, with the number of its visit. */
export function asksForEvent(
  { number, counter, staff, device, agency }: Question,
  { by }: Pick<Recorded, 'by'>,
  about: About & { readonly number: string | null },
  people: People,
): boolean {
  return (
    (number === null || about.number === number) &&
    (counter === null || about.counter === counter) &&
    (staff === null || by === `staff:${staff}` || about.staff.includes(staff)) &&
    (device === null || by === `device:${device}`) &&
    (agency === null || concerns(agency, about) || people.agency(by) === agency)
  )
}

export function asksForLine(
  { number, counter, staff, device, agency }: Question,
  line: AccessLine,
  people: People,
): boolean {
  return (
    number === null &&
    counter === null &&
    (staff === null || isOf(line, `staff:${staff}`)) &&
    (device === null || isOf(line, `device:${device}`)) &&
    (agency === null || line.agency === agency || people.agency(line.by) === agency)
  )
}

function isOf({ by, about }: AccessLine, id: string): boolean {
  return by === id || about === id
}

function concerns(agency: string, { agencies }: About): boolean {
  return agencies === 'hall' || agencies.includes(agency)
}
