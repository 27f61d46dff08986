// The dialog that is open over the panel, if any.
import type { Workplace } from '../workplace.ts'
import { Call } from './Call.tsx'
import { FinishReason } from './FinishReason.tsx'
import { HandOver } from './HandOver.tsx'
import { Hold } from './Hold.tsx'
import { Incomplete } from './Incomplete.tsx'
import { Menu } from './Menu.tsx'
import { Password } from './Password.tsx'
import { Pause } from './Pause.tsx'
import { Refer } from './Refer.tsx'
import { Serve } from './Serve.tsx'
import { Settings } from '../settings/Settings.tsx'
import './dialogs.css'

export function Dialogs({ place, onLeave }: { place: Workplace; onLeave: () => void }) {
  const view = place.desk.view.value
  const current = view && view.current
  const close = () => {
    place.dialog.value = null
  }
  switch (place.dialog.value) {
    case 'hold':
      return current && <Hold place={place} current={current} />
    case 'refer':
      return current && <Refer place={place} current={current} />
    case 'incomplete':
      return current && <Incomplete place={place} current={current} />
    case 'finish-reason':
      return current && <FinishReason place={place} current={current} />
    case 'call':
      return <Call place={place} />
    case 'serve':
      return <Serve place={place} />
    case 'hand-over':
      return view && <HandOver place={place} view={view} />
    case 'pause':
      return <Pause place={place} />
    case 'menu':
      return <Menu place={place} onLeave={onLeave} />
    case 'password':
      return <Password onClose={close} />
    case 'settings':
      return <Settings onClose={close} />
    case null:
      return null
    default:
      return place.dialog.value satisfies never
  }
}
