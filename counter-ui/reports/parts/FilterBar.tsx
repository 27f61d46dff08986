// Choosing what the figures are about: agencies, services, counters, zones, class, language, weekdays, hours. The
// chosen ones are shown as chips.
import { useState } from 'preact/hooks'
import type { Text } from '../../../server/hall/plan.ts'
import type { Hall } from '../../../screens/hall.ts'
import { pick } from '../../../screens/i18n.ts'
import { Icon } from '../../../screens/icons.tsx'
import type { Staff } from '../../session.ts'
import { languageName, labelOf, nameNow } from '../names.ts'
import { reportsText } from '../texts/index.ts'
import { type FilterName, type Filters, filterNames, go, here } from '../way.ts'

interface FilterBarProps {
  hall: Hall
  me: Staff
  names: readonly FilterName[]
}

export function FilterBar({ hall, me, names }: FilterBarProps) {
  const { filters } = here.value
  const [isOpen, open] = useState(false)
  const set = (name: FilterName, ids: readonly string[]) => {
    const { [name]: _, ...others } = filters
    go({ filters: ids.length === 0 ? others : { ...others, [name]: ids } })
  }
  const chosen = names.flatMap((name) => (filters[name] ?? []).map((id) => ({ name, id })))
  return (
    <div class="filters">
      <div class="filters-now">
        <button type="button" class="quick" aria-expanded={isOpen} onClick={() => open(!isOpen)}>
          <Icon name="search" /> {reportsText('filter')}
        </button>
        {chosen.length === 0 && !isOpen && <span class="soft">{reportsText('filter.all')}</span>}
        {chosen.map(({ name, id }) => (
          <button
            key={`${name} ${id}`}
            type="button"
            class="filter-chip"
            aria-label={reportsText('filter.remove', { name: nameNow(hall, name, id) })}
            onClick={() =>
              set(
                name,
                (filters[name] ?? []).filter((one) => one !== id),
              )
            }
          >
            <span class="soft">{reportsText(`by.${name}`)}</span> {nameNow(hall, name, id)}{' '}
            <Icon name="close" />
          </button>
        ))}
        {chosen.length > 1 && (
          <button type="button" class="quick" onClick={() => go({ filters: {} })}>
            {reportsText('filter.clear')}
          </button>
        )}
      </div>
      {isOpen && (
        <div class="filters-fields">
          {names
            .filter((name) => name !== 'agency' || me.agency === null)
            .map((name) => (
              <div class="field" key={name}>
                <label for={`filter-${name}`}>{reportsText(`by.${name}`)}</label>
                <select
                  id={`filter-${name}`}
                  value=""
                  onChange={({ currentTarget }) => {
                    const { value } = currentTarget
                    if (value === '') return
                    set(name, [...(filters[name] ?? []), value])
                    currentTarget.value = ''
                  }}
                >
                  <option value="">
                    {reportsText((filters[name] ?? []).length > 0 ? 'filter.add' : 'filter.any')}
                  </option>
                  {choices(hall, me, name, filters).map(({ id, words }) => (
                    <option key={id} value={id} disabled={(filters[name] ?? []).includes(id)}>
                      {words}
                    </option>
                  ))}
                </select>
              </div>
            ))}
        </div>
      )}
    </div>
  )
}

/** The choices: those of one’s own agency, and of the agencies already chosen. */
function choices(
  hall: Hall,
  me: Staff,
  name: FilterName,
  { agency }: Filters,
): { id: string; words: string }[] {
  const answer = hall.answer.value
  if (!answer) return []
  const isMine = (of: string) => (me.agency === null ? !agency || agency.includes(of) : of === me.agency)
  const named = ({ id, name: words }: { id: string; name: Text }) => ({ id, words: pick(words) })
  switch (name) {
    case 'agency':
      return answer.agencies.map(named)
    case 'service':
      return answer.services.filter((one) => isMine(one.agency)).map(named)
    case 'counter':
      return answer.counters.filter((one) => isMine(one.agency)).map(named)
    case 'zone':
      return answer.zones.map(named)
    case 'class':
      return (['regular', 'priority'] as const).map((id) => ({ id, words: labelOf('class', id).long }))
    case 'language':
      return answer.languages.map((id) => ({ id, words: languageName(id) }))
    case 'weekday':
      return placesUpTo(1, 7).map((id) => ({ id, words: labelOf('weekday', id).long }))
    case 'hour':
      return placesUpTo(0, 23).map((id) => ({ id, words: labelOf('hour', id).long }))
  }
}

const placesUpTo = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, index) => String(first + index))

/** The filters in words, one line per kind, for the head of a printed page. */
export function filterWords(hall: Hall, filters: Filters): string[] {
  return filterNames.flatMap((name) => {
    const ids = filters[name]
    return ids ? [`${reportsText(`by.${name}`)}: ${ids.map((id) => nameNow(hall, name, id)).join(', ')}`] : []
  })
}
