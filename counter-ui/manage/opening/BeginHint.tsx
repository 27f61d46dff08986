// On the start page while the hall is still the one that came with the program: the manager is asked, not forced.
import { useBefore } from './before.ts'
import { pathTo } from '../shell/way.ts'
import { openingText } from './texts.ts'

export function BeginHint() {
  const { before } = useBefore()
  if (!before || !before.untouched) return null
  return (
    <section class="part" aria-labelledby="begin-hint">
      <h2 id="begin-hint">{openingText('hintTitle')}</h2>
      <p>{openingText('hintLead')}</p>
      <p class="ways">
        <a href={pathTo('begin')}>{openingText('hintGo')}</a>
      </p>
    </section>
  )
}
