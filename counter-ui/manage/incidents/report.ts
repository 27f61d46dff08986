// The report of what went wrong with the server, as plain text for whoever looks after it: the same in every language.

/** As `GET /api/incidents` has it. */
export interface Incident {
  id: string
  kind: string
  /** ISO 8601. */
  first: string
  last: string
  count: number
  version: string
  what: string
  where: string[]
}

/** All of them, newest first. */
export function reportOf(list: readonly Incident[]): string {
  return list
    .map(({ id, kind, first, last, count, version, what, where }) =>
      [
        `${last}  ${kind}  ${count} ×${count > 1 ? ` since ${first}` : ''}  Antre ${version}  (${id})`,
        ...(what === '' ? [] : [`  ${what}`]),
        ...where.map((line) => `    ${line}`),
      ].join('\n'),
    )
    .join('\n\n')
}
