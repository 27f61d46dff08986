// The dialog that is open over the panel, if any.
import { useState } from 'preact/hooks'
import type { CounterView } from '../../../server/live/counter.ts'
import { Dialog } from '../../../screens/components/Dialog.tsx'
import { panelText } from '../texts/index.ts'
import { PasswordForm } from '../../parts/PasswordForm.tsx'
import { Settings } from '../settings/Settings.tsx'
import { staffText } from '../../texts.ts'
import type { Workplace } from '../workplace.ts'
import { Choices } from '../../parts/Field.tsx'
import { FinishReason, Incomplete } from './Finish.tsx'
import type { Problem } from '../../../screens/command.ts'
import { Button } from '../../../screens/components/Button.tsx'
import { sharedText } from '../../../screens/texts/shared.ts'
import { isMine, isPossible } from '../possible-actions.ts'
import { ProblemLine } from '../../parts/ProblemLine.tsx'
import { signOut } from '../../session.ts'
import { Appearance } from '../../parts/Look.tsx'
import { OrderForm } from './OrderForm.tsx'
import { Hold, Pause } from './Pause.tsx'
import { Refer } from './Refer.tsx'
import { Call, Serve } from './Call.tsx'
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

// Everything that is not done with every visitor: closing, another counter, appearance, the password, signing out.

function Menu({ place, onLeave }: { place: Workplace; onLeave: () => void }) {
  const { desk, dialog, me } = place
  const [problem, setProblem] = useState<Problem | null>(null)
  const [leaving, askToLeave] = useState(false)
  const view = desk.view.value
  const here = view && view.current && isMine(view, me.username) ? view.current.number : null

  function close(): void {
    desk.forgive()
    dialog.value = null
  }

  /** An officer holds one counter at a time, so the old one closes; a manager may hold several. */
  async function changeCounter(): Promise<void> {
    const leaves = view !== null && me.role !== 'manager' && isMine(view, me.username)
    if (!leaves || (await desk.send({ path: 'close' }, 'form'))) onLeave()
    else setProblem(desk.problem.value)
  }

  /** Leaving a visitor at the counter takes a second press, as nobody else will end that visit. */
  async function leave(): Promise<void> {
    if (here !== null && !leaving) askToLeave(true)
    else setProblem(await signOut())
  }

  async function closeCounter(): Promise<void> {
    if (await desk.send({ path: 'close' }, 'form')) close()
    else setProblem(desk.problem.value)
  }

  return (
    <Dialog title={me.name} onClose={close}>
      <div class="menu">
        <Button disabled={!view || !isPossible('close', view, me.username)} onPress={closeCounter}>
          {panelText('action.close')}
        </Button>
        {here !== null && <p class="soft">{panelText('stillHere', { number: here })}</p>}
        <Button disabled={view !== null && view.current !== null} onPress={changeCounter}>
          {panelText('chooseOther')}
        </Button>
        <Button
          onPress={() => {
            dialog.value = 'settings'
          }}
        >
          {panelText('settings.title')}
        </Button>
        <Button
          onPress={() => {
            dialog.value = 'password'
          }}
        >
          {staffText('changePassword')}
        </Button>
        <a class="button button-plain button-medium" href="/findings/#note" target="_blank">
          {staffText('noteFinding')}
        </a>
        <a class="button button-plain button-medium" href="/manage/account/" target="_blank">
          {staffText('ownAccount')}
        </a>
        {leaving && here !== null && (
          <p class="now-alert" role="alert">
            {panelText('leavesHere', { number: here })}
          </p>
        )}
        <Button onPress={leave}>
          {leaving && here !== null ? panelText('signOutStill') : staffText('signOut')}
        </Button>
        <ProblemLine problem={problem} />
        <Appearance />
        <Button kind="quiet" onPress={close}>
          {sharedText('back')}
        </Button>
      </div>
    </Dialog>
  )
}
