// What the visitor needs at the services that were chosen, to be said before the way there is made.
import type { Hall } from '../../screens/hall.ts'
import { pick } from '../../screens/i18n.ts'
import { panelText } from '../panel/texts/index.ts'

export function Needs({ hall, services }: { hall: Hall; services: readonly string[] }) {
  const asked = services.flatMap((id) => hall.services.value.get(id) ?? [])
  if (asked.length === 0) return null
  return (
    <section class="to-bring">
      <h3>{panelText('needsTitle')}</h3>
      <ul>
        {asked.map(({ id, name, requirements }) => (
          <li key={id}>
            {asked.length > 1 && <strong>{pick(name)}: </strong>}
            {requirements.length === 0
              ? panelText('needsNothing')
              : requirements.map((one) => pick(one.name)).join('; ')}
          </li>
        ))}
      </ul>
    </section>
  )
}
