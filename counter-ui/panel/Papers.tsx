// The papers that the service requires, to be ticked off while the visitor lays them on the desk. The dialog about
// missing papers starts with those left blank.
import { signal } from '@preact/signals'
import { pick } from '../../screens/i18n.ts'
import { Icon } from '../../screens/icons.tsx'
import { panelText } from './texts/index.ts'
import type { Visit, Workplace } from './workplace.ts'
import './Papers.css'

/** The papers that are there, for one call: the next visitor starts with nothing ticked. */
const ticked = signal<{ readonly call: string; readonly ids: readonly string[] }>({ call: '', ids: [] })

/** The papers that were ticked off for this visitor; empty: nobody has begun to. */
export function papersThere({ call }: Pick<Visit, 'call'>): readonly string[] {
  return ticked.value.call === call ? ticked.value.ids : []
}

export function Papers({ place, current }: { place: Workplace; current: Visit }) {
  const requirements = place.hall.services.value.get(current.service)?.requirements ?? []
  if (requirements.length === 0) return null
  const there = papersThere(current)

  function toggle(id: string): void {
    const others = there.filter((one) => one !== id)
    ticked.value = { call: current.call, ids: others.length < there.length ? others : [...there, id] }
  }

  return (
    <div class="fact papers-here" role="group" aria-label={panelText('papers')}>
      <h3>
        {panelText('papers')}
        {there.length > 0 &&
          ` – ${panelText('papersThere', { there: there.length, all: requirements.length })}`}
      </h3>
      {requirements.map(({ id, name, confirmed }) => {
        const isThere = there.indexOf(id) >= 0
        return (
          <button
            key={id}
            type="button"
            role="checkbox"
            class="paper"
            aria-checked={isThere}
            onClick={() => toggle(id)}
          >
            <span class="paper-box">{isThere && <Icon name="check" />}</span>
            {pick(name)}
            {confirmed === false && ` (${panelText('notConfirmed')})`}
          </button>
        )
      })}
    </div>
  )
}
