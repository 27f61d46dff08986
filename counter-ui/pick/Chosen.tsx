// The services that were chosen, each to be taken away by a press.
import type { Hall } from '../../screens/hall.ts'
import { Icon } from '../../screens/icons.tsx'
import { serviceName } from '../parts/names.ts'
import { staffText } from '../texts/index.ts'

interface ChosenProps {
  hall: Hall
  chosen: readonly string[]
  onRemove: (id: string) => void
}

export function Chosen({ hall, chosen, onRemove }: ChosenProps) {
  if (chosen.length === 0) return null
  return (
    <ol class="chosen" aria-label={staffText('pick.chosen')}>
      {chosen.map((id) => (
        <li key={id}>
          <button
            type="button"
            class="chosen-one"
            aria-label={staffText('pick.remove', { service: serviceName(hall, id) })}
            onClick={() => onRemove(id)}
          >
            <span>{serviceName(hall, id)}</span>
            <Icon name="close" />
          </button>
        </li>
      ))}
    </ol>
  )
}
