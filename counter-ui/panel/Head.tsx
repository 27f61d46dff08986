// The top line: which counter, in which state, who works here, the time.
import { Clock } from '../../screens/components/Clock.tsx'
import { Button } from '../../screens/components/Button.tsx'
import { pick } from '../../screens/i18n.ts'
import { Mark } from '../../screens/mark.tsx'
import { isMine, isPossible } from './possible-actions.ts'
import { alarmSign } from './help/call-for-help.ts'
import { panelText } from './texts/index.ts'
import { staffText } from '../texts/index.ts'
import type { Workplace } from './workplace.ts'
import { counterName } from '../parts/names.ts'
import { ActionButton } from './ActionButton.tsx'
import './Head.css'

export function Head({ place }: { place: Workplace }) {
  const { desk, hall, me, dialog } = place
  const view = desk.view.value
  const counter = hall.counters.value.get(desk.id)
  const agency = counter && hall.agencies.value.get(counter.agency)
  return (
    <header class="head">
      <Mark />
      <h1 class="head-counter">
        {counterName(place.hall, desk.id)}
        {view && isMine(view, me.username) && <span class="head-sign">{alarmSign(view.help)}</span>}
      </h1>
      {view && (
        <span class={`state state-${view.counter.state}`}>{staffText(`counter.${view.counter.state}`)}</span>
      )}
      <p class="head-where">{agency && pick(agency.name)}</p>
      <p class="head-me">{me.name}</p>
      <Clock at={desk.live.at.value} />
      {view && isPossible('help', view, me.username) && (
        <ActionButton place={place} action="help" kind="quiet" title={panelText('help.helpTitle')}>
          {panelText('action.help')}
        </ActionButton>
      )}
      {view && isPossible('pause', view, me.username) && (
        <ActionButton place={place} action="pause" kind="quiet">
          {panelText('action.pause')}
        </ActionButton>
      )}
      <Button
        kind="quiet"
        onPress={() => {
          dialog.value = 'menu'
        }}
      >
        {staffText('menu')}
      </Button>
    </header>
  )
}
