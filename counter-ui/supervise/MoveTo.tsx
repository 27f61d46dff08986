// To which service those who wait are moved: one of those that take visitors and that this person steers.
import { pick } from '../../screens/i18n.ts'
import { takesVisitors } from './phase.ts'
import type { ServiceAt } from './ServiceDialog.tsx'
import { superviseText } from './texts/index.ts'

interface MoveToProps {
  at: ServiceAt
  chosen: string
  onChoose: (service: string) => void
}

export function MoveTo({ at: { watch, service, view }, chosen, onChoose }: MoveToProps) {
  const { hall, me } = watch
  const all = hall.answer.value ? hall.answer.value.services : []
  const own = hall.services.value.get(service.id)?.agency
  const others = all.filter(
    ({ id, status, agency }) =>
      id !== service.id && takesVisitors(status) && (me.role === 'manager' || agency === own),
  )
  const agencies = [...hall.agencies.value.values()].filter(({ id }) =>
    others.some(({ agency }) => agency === id),
  )
  // The own agency's first: most moves are from one counter to the next.
  agencies.sort((a, b) => Number(b.id === own) - Number(a.id === own))
  const waiting = new Map(view.services.map((one) => [one.id, one.waiting]))
  return (
    <div class="field">
      <label for="move-to">{superviseText('moveTo')}</label>
      <select id="move-to" value={chosen} required onChange={(event) => onChoose(event.currentTarget.value)}>
        <option value="">{superviseText('moveChoose')}</option>
        {agencies.map(({ id: agency, name }) => (
          <optgroup key={agency} label={pick(name)}>
            {others
              .filter((one) => one.agency === agency)
              .map(({ id, name: words }) => (
                <option key={id} value={id}>
                  {pick(words)}
                  {(waiting.get(id) ?? 0) > 0 &&
                    ` (${superviseText('waiting', { count: waiting.get(id) ?? 0 })})`}
                </option>
              ))}
          </optgroup>
        ))}
      </select>
    </div>
  )
}
