// A line of the access log in words.
import type { AccessLine } from '../access/log.ts'
import { cut, type People } from './people.ts'
import type { AuditLine } from './question.ts'
import type { AuditTexts } from './texts/texts.ts'

/** The hall's day and wall clock at an instant, milliseconds since 1970. */
export type Clock = (at: number) => { readonly day: string; readonly time: string }

interface Known {
  readonly texts: AuditTexts
  readonly people: People
  readonly printer: (id: string) => string
  readonly clock: Clock
}

export function tellAccess(line: AccessLine, { texts, people, printer, clock }: Known): AuditLine {
  const { seq, at, by, action, about, detail } = line
  const told = { about: nameOf(about), self: about === by, detail }
  return {
    record: 'access',
    seq,
    at,
    ...clock(at),
    who: isOther(by) ? texts.others[by] : nameOf(by),
    staff: people.username(by),
    what: texts.actions[action](told),
    note: null,
    number: null,
    counter: null,
  }

  function nameOf(id: string | null): string {
    if (id === null) return ''
    const [kind, key] = cut(id)
    if (kind === 'media') return key
    return kind === 'printer' ? texts.printer(printer(key)) : (people.name(id) ?? id)
  }
}

function isOther(by: AccessLine['by']): by is keyof AuditTexts['others'] {
  return !by.includes(':')
}
