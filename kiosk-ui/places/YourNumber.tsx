// The number, as large as the glass allows, until it is noted, the slip is taken, or the time is over.
import { useEffect, useState } from 'preact/hooks'
import type { VisitView } from '../../server/live/views.ts'
import { Button } from '../../screens/components/Button.tsx'
import { NumberPlate } from '../../screens/components/NumberPlate.tsx'
import { command } from '../../screens/command.ts'
import { connectLive, type Live } from '../../screens/live.ts'
import { endVisit, useKiosk } from '../kiosk.ts'
import { useIdle } from '../idle.ts'
import { Shell } from '../parts/Shell.tsx'
import { TakenSteps } from '../parts/TakenSteps.tsx'
import type { Taken } from '../ticket.ts'
import { t } from '../texts/index.ts'

/** Time to write four characters down, or to take a slip out of a slot. */
const TO_NOTE = { quiet: 0, warning: 60 }
const TO_TAKE = { quiet: 0, warning: 20 }

export function YourNumber({ taken }: { taken: Taken }) {
  const kiosk = useKiosk()
  const view = useVisit(taken.visit.token)
  const visit = view ? view.visit : taken.visit
  const slip = view ? view.visit.slip.status : taken.slip.status
  const mustNote = slip === 'none' || slip === 'failed'
  const left = useIdle(mustNote ? TO_NOTE : TO_TAKE, () => endVisit(kiosk), slip)

  async function noted(): Promise<void> {
    // Sent on its way, the visitor need not wait for it: the number stands either way.
    void command('POST', `/api/visits/${taken.visit.token}/noted`, {})
    endVisit(kiosk)
  }

  return (
    <Shell
      name="number"
      heading={t('yourNumber')}
      actions={
        <>
          <div class="slip" role="status">
            <p class="slip-words">{slipText(slip)}</p>
            {slip === 'none' && <p class="hint">{t('noteHint')}</p>}
          </div>
          <Button kind="primary" size="huge" icon="check" onPress={mustNote ? noted : () => endVisit(kiosk)}>
            {mustNote ? t('noted') : t('finish')}
            {left !== null && <span class="seconds figures">{t('secondsLeft', { seconds: left })}</span>}
          </Button>
        </>
      }
    >
      <div class={`number number-${visit.number.length}`}>
        <NumberPlate number={visit.number} size="huge" />
        <p class="number-flags">
          {visit.priority && <span class="chip chip-strong">{t('priorityTaken')}</span>}
          {kiosk.trip.comeToMe.value && <span class="chip chip-strong">{t('comeToMeTaken')}</span>}
        </p>
        {visit.steps.length > 1 && <p class="hint">{t('oneNumber')}</p>}
      </div>
      <TakenSteps steps={visit.steps} />
    </Shell>
  )
}

function slipText(slip: VisitView['visit']['slip']['status']): string {
  if (slip === 'queued') return t('printing')
  if (slip === 'printed') return t('printed')
  return slip === 'failed' ? t('noteFailed') : t('note')
}

/** The visit as it goes on while its number is shown: the slip comes out, people before are called. */
function useVisit(token: string): VisitView | null {
  const [live, setLive] = useState<Live<VisitView> | null>(null)
  useEffect(() => {
    const connection = connectLive<VisitView>({ topic: `visit:${token}` })
    setLive(connection)
    return () => connection.close()
  }, [token])
  return live && live.view.value
}
