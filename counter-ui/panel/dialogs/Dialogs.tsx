// The dialog that is open over the panel, if any.
import { useState } from 'preact/hooks'
import type { CounterView } from '../../../server/live/counter.ts'
import { Dialog } from '../../../screens/components/Dialog.tsx'
import { panelText } from '../texts/index.ts'
import { PasswordForm } from '../../parts/PasswordForm.tsx'
import { Settings } from '../settings/Settings.tsx'
import { staffText } from '../../texts/index.ts'
import type { Workplace } from '../workplace.ts'
import { Call } from './Call.tsx'
import { Choices } from '../../parts/Choices.tsx'
import { FinishReason, Incomplete } from './Finish.tsx'
import { Menu } from './Menu.tsx'
import { OrderForm } from './OrderForm.tsx'
import { Hold, Pause } from './Pause.tsx'
import { Refer } from './Refer.tsx'
import { Serve } from './Serve.tsx'
import '../../parts/dialogs.css'

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

/** Changing one's own password, as a dialog. */
function Password({ onClose }: { onClose: () => void }) {
  return (
    <Dialog title={staffText('changePassword')} onClose={onClose}>
      <PasswordForm onClose={onClose} />
    </Dialog>
  )
}

/** Handing over the counter, with any visitor there, to a colleague who holds none. */
function HandOver({ place, view }: { place: Workplace; view: CounterView }) {
  const [to, choose] = useState('')
  const { colleagues, current } = view
  const isThere = colleagues.some(({ username }) => username === to)
  return (
    <OrderForm
      place={place}
      title={panelText('action.hand-over')}
      go={panelText('handOverGo')}
      disabled={!isThere}
      order={() => isThere && { path: 'hand-over', body: { username: to } }}
    >
      <p>{current ? panelText('handOverWith', { number: current.number }) : panelText('handOverLead')}</p>
      <Choices
        legend={panelText('handOverTo')}
        name="to"
        options={colleagues.map(({ username, name }) => ({ value: username, words: name }))}
        value={to}
        onChange={choose}
      />
    </OrderForm>
  )
}
