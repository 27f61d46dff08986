// The people: who is signed in and where; folded away, who has not come yet.
import type { AgencyPerson } from '../../server/live/agency.ts'
import { formatNumber } from '../../screens/format.ts'
import { counterName } from '../parts/names.ts'
import { superviseText } from './texts/index.ts'
import type { ViewAt } from './view-at.ts'

export function People({ watch, view }: ViewAt) {
  const here = view.staff.filter(({ signedIn, counter }) => signedIn || counter !== null)
  const away = view.staff.filter(({ signedIn, counter }) => !signedIn && counter === null)
  const row = (person: AgencyPerson) => (
    <li key={person.username} class="person">
      <span>{person.name}</span>
      <span class="soft">
        {person.role === 'officer' ? '' : `${superviseText(`role.${person.role}`)} · `}
        {person.counter === null ? superviseText('noCounter') : counterName(watch.hall, person.counter)}
      </span>
    </li>
  )
  return (
    <section class="part" aria-labelledby="people-title">
      <h2 id="people-title">{superviseText('people')}</h2>
      {view.staff.length === 0 && <p class="soft">{superviseText('peopleNone')}</p>}
      {view.staff.length > 0 && here.length === 0 && <p class="soft">{superviseText('peopleNobody')}</p>}
      {here.length > 0 && <ul>{here.map(row)}</ul>}
      {away.length > 0 && (
        <details>
          <summary>{superviseText('peopleAway', { count: formatNumber(away.length) })}</summary>
          <ul class="people-away">
            {away.map(({ username, name }) => (
              <li key={username}>{name}</li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}
