// A number whose code was held in front of the scanner: its state, a copy on paper, and a way to give it back.
import { useState } from 'preact/hooks'
import { Button } from '../../screens/components/Button.tsx'
import { Dialog } from '../../screens/components/Dialog.tsx'
import { NumberPlate } from '../../screens/components/NumberPlate.tsx'
import type { Problem } from '../../screens/command.ts'
import { press } from '../../screens/press.ts'
import { formatDayLabel } from '../../screens/format.ts'
import type { VisitView } from '../../server/live/visit.ts'
import { useVisit } from '../slip.ts'
import { endVisit, paperOf, useKiosk, whyNoNumbers } from '../kiosk.ts'
import { openingWords } from '../parts/Opening.tsx'
import { Shell, useWayBack } from '../parts/Shell.tsx'
import { SlipWords, TakenSteps } from '../parts/TakenSteps.tsx'
import { kioskText } from '../texts/index.ts'

export function Scanned({ token }: { token: string }) {
  const live = useVisit(token || 'none')
  const view = live && live.view.value
  const tools = useWayBack()
  if (view && live) return <Found token={token} view={view} fresh={live.freshness.value !== 'stale'} />
  const unknown = live !== null && live.refused.value === 'no-such-topic'
  return (
    <Shell name="scanned" heading={unknown ? kioskText('unknown') : kioskText('yourVisit')} tools={tools}>
      <p class="lead" role="status">
        {unknown ? kioskText('unknownHint') : kioskText('looking')}
      </p>
    </Shell>
  )
}

function Found({ token, view, fresh }: { token: string; view: VisitView; fresh: boolean }) {
  const kiosk = useKiosk()
  const tools = useWayBack()
  const [copied, copy] = useState(false)
  const [sure, ask] = useState(false)
  const [problem, refuse] = useState<Problem | null>(null)
  const { visit, hall } = view
  const old = hall !== undefined && visit.day !== hall.day
  const going = visit.steps.some(({ status }) => !['done', 'cancelled', 'expired'].includes(status))

  async function post(what: 'slip' | 'cancel'): Promise<void> {
    const outcome = await press('POST', `/api/visits/${token}/${what}`, {})
    refuse(outcome.ok ? null : outcome.problem)
    if (what === 'slip') copy(outcome.ok)
    else ask(false)
  }

  const over = old ? kioskText('old', { day: formatDayLabel(visit.day) }) : going ? '' : kioskText('ended')
  return (
    <Shell
      name="scanned"
      heading={kioskText('yourVisit')}
      tools={tools}
      actions={
        <>
          {over && (
            <p class="slip slip-words" role="status">
              {over} {whyNoNumbers(kiosk) === 'hall' ? openingWords(kiosk) : kioskText('takeNew')}
            </p>
          )}
          {!over && copied && <SlipWords slip={visit.slip} />}
          {!over && !copied && paperOf(kiosk) === 'gives' && (
            <Button size="huge" icon="printer" onPress={() => post('slip')}>
              {kioskText('copy')}
            </Button>
          )}
          {!over && !copied && (
            <Button size="large" onPress={() => ask(true)}>
              {kioskText('giveBack')}
            </Button>
          )}
          <Button kind="primary" size="huge" icon="check" onPress={() => endVisit(kiosk)}>
            {kioskText('finish')}
          </Button>
        </>
      }
    >
      {problem && (
        <div class="problem" role="alert">
          <h2 class="problem-title">{problem.title}</h2>
          <p>{problem.detail}</p>
        </div>
      )}
      <div class={`number number-${visit.number.length}`}>
        <NumberPlate number={visit.number} size="huge" />
      </div>
      <TakenSteps steps={visit.steps} fresh={fresh} />
      {sure && (
        <Dialog title={kioskText('giveBackSure', { number: visit.number })} onClose={() => ask(false)}>
          <div class="dialog-actions">
            <Button kind="primary" size="huge" onPress={() => ask(false)}>
              {kioskText('giveBackNo')}
            </Button>
            <Button kind="danger" size="huge" onPress={() => post('cancel')}>
              {kioskText('giveBackYes')}
            </Button>
          </div>
        </Dialog>
      )}
    </Shell>
  )
}
