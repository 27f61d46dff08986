// The number, as large as the screen allows, until the visitor has it: on paper, noted, or scanned.
import { useState } from 'preact/hooks'
import { Button } from '../../screens/components/Button.tsx'
import { NumberPlate } from '../../screens/components/NumberPlate.tsx'
import { press } from '../../screens/press.ts'
import { TO_NOTE, TO_TAKE, useIdle } from '../idle-times.ts'
import { insist } from '../ticket.ts'
import { endVisit, paperOf, useKiosk } from '../kiosk.ts'
import { Shell } from '../parts/Shell.tsx'
import { SlipWords, TakenSteps } from '../parts/TakenSteps.tsx'
import { useVisit, isHeld, slipStand } from '../slip.ts'
import { patient } from '../spoken/state.ts'
import type { Taken } from '../kept.ts'
import { kioskText } from '../texts/index.ts'

export function YourNumber({ taken }: { taken: Taken }) {
  const kiosk = useKiosk()
  const { token } = taken.visit
  const live = useVisit(token)
  const view = live && live.view.value
  const visit = view ? view.visit : taken.visit
  // An answer to *print again* is newer than the view, until the next view comes.
  const [asked, ask] = useState<{ slip: Taken['slip']; over: unknown } | null>(null)
  const slip = asked && asked.over === view ? asked.slip : view ? view.visit.slip : taken.slip
  const held = isHeld(slip)
  const stand = slipStand(slip)
  const left = useIdle(patient(held ? TO_TAKE : TO_NOTE), () => endVisit(kiosk), stand)

  function noted(): void {
    // The visitor has the number, whatever happens to the network: the server must be told, but the visitor need not
    // wait.
    void insist(`/api/visits/${token}/noted`, {})
    endVisit(kiosk)
  }

  async function printAgain(): Promise<void> {
    const outcome = await press<Pick<Taken, 'slip'>>('POST', `/api/visits/${token}/slip`, {})
    if (outcome.ok) ask({ slip: outcome.data.slip, over: view })
  }

  return (
    <Shell
      name="number"
      heading={kioskText('yourNumber')}
      actions={
        <>
          <SlipWords slip={slip} ends={held || left === null ? null : { number: visit.number }} />
          {stand === 'failed' && paperOf(kiosk) === 'gives' && (
            <Button size="large" icon="printer" onPress={printAgain}>
              {kioskText('printAgain')}
            </Button>
          )}
          <Button kind="primary" size="huge" icon="check" onPress={held ? () => endVisit(kiosk) : noted}>
            {held ? kioskText('finish') : kioskText('noted')}
            {left !== null && (
              <span class="seconds figures" role="timer">
                {kioskText('secondsLeft', { seconds: left })}
              </span>
            )}
          </Button>
        </>
      }
    >
      <div class={`number number-${visit.number.length}`}>
        <NumberPlate number={visit.number} size="huge" />
        <p class="number-flags">
          {visit.priority && <span class="chip chip-strong">{kioskText('priorityTaken')}</span>}
          {kiosk.trip.comeToMe.value && <span class="chip chip-strong">{kioskText('comeToMeTaken')}</span>}
        </p>
        {visit.url !== null && <PhoneCode token={token} only={stand === 'screen' || stand === 'failed'} />}
        {visit.steps.length > 1 && <p class="hint">{kioskText('oneNumber')}</p>}
      </div>
      <TakenSteps
        steps={visit.steps}
        missing={kiosk.trip.missing.value}
        fresh={!live || live.freshness.value !== 'stale'}
      />
    </Shell>
  )
}

/** The link to the phone page, for visitors who want to walk around; `only`: no slip came out. */
function PhoneCode({ token, only }: { token: string; only: boolean }) {
  return (
    <figure class={only ? 'phone-code phone-code-only' : 'phone-code'}>
      <img src={`/api/visits/${token}/qr.svg`} alt="" />
      <figcaption>{kioskText('scan')}</figcaption>
    </figure>
  )
}
