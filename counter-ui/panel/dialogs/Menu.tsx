// Everything that is not done with every visitor: closing, another counter, appearance, the password, signing out.
import { useState } from 'preact/hooks'
import type { Problem } from '../../../screens/command.ts'
import { Button } from '../../../screens/components/Button.tsx'
import { Dialog } from '../../../screens/components/Dialog.tsx'
import { sharedText } from '../../../screens/texts/shared.ts'
import { isMine, isPossible } from '../possible-actions.ts'
import { ProblemLine } from '../../parts/ProblemLine.tsx'
import { signOut } from '../../session.ts'
import { panelText } from '../texts/index.ts'
import { staffText } from '../../texts/index.ts'
import type { Workplace } from '../workplace.ts'
import { Appearance } from '../../parts/Appearance.tsx'

export function Menu({ place, onLeave }: { place: Workplace; onLeave: () => void }) {
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
