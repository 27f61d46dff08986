// Rows in the plan's order; of all agencies, under the name of each.
import type { ComponentChildren } from 'preact'
import { pick } from '../../screens/i18n.ts'
import { ALL, type Watch } from './watch.ts'

interface ByAgencyProps<R> {
  watch: Watch
  rows: readonly R[]
  agencyOf: (row: R) => string | null | undefined
  draw: (row: R) => ComponentChildren
}

export function ByAgency<R>({ watch, rows, agencyOf, draw }: ByAgencyProps<R>) {
  if (watch.agency !== ALL) return <ul class="rows">{rows.map(draw)}</ul>
  const groups = [...watch.hall.agencies.value.values()].map(({ id, name }) => {
    return { id, name: pick(name), own: rows.filter((row) => agencyOf(row) === id) }
  })
  return (
    <>
      {groups
        .filter(({ own }) => own.length > 0)
        .map(({ id, name, own }) => (
          <div key={id} class="rows-of">
            <h3>{name}</h3>
            <ul class="rows">{own.map(draw)}</ul>
          </div>
        ))}
    </>
  )
}
