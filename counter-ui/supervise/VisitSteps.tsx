// One visit: its steps, and reopening what ended by mistake.
import { useEffect, useState } from 'preact/hooks'
import type { ReceptionVisit, ReceptionVisitView } from '../../server/live/reception.ts'
import { Button } from '../../screens/components/Button.tsx'
import { Dialog } from '../../screens/components/Dialog.tsx'
import { formatNumber } from '../../screens/format.ts'
import { isKey } from '../../screens/i18n.ts'
import { connectLive } from '../../screens/live.ts'
import { sharedText } from '../../screens/texts/shared.ts'
import { stepStatusText } from '../../screens/texts/steps.ts'
import { counterName, serviceName } from '../parts/names.ts'
import { earlierDay } from '../parts/of-day.ts'
import { Field } from '../parts/Field.tsx'
import { SendForm } from './SendForm.tsx'
import { superviseText } from './texts/index.ts'
import { id as texts } from './texts/id.ts'
import type { ViewAt } from './view-at.ts'

type Step = ReceptionVisit['steps'][number]

const ENDED: readonly string[] = ['done', 'cancelled', 'expired']

export function VisitSteps({ watch, id, onClose }: ViewAt & { id: string; onClose: () => void }) {
  const [live] = useState(() => connectLive<ReceptionVisitView>({ topic: `reception:${id}` }))
  useEffect(() => () => live.close(), [live])
  const [reopening, reopen] = useState<Step | null>(null)
  const view = live.view.value
  const isTrue = live.freshness.value === 'live'
  const gone = live.refused.value !== null
  const title = view ? superviseText('visitTitle', { number: view.visit.number }) : superviseText('findPart')
  const { hall, me } = watch
  const waits = (service: string) =>
    view?.visit.steps.some((one) => one.service === service && !ENDED.includes(one.status)) === true
  const mayReopen = ({ status, service }: Step) =>
    (status === 'done' || status === 'cancelled') &&
    !waits(service) &&
    (me.role === 'manager' || hall.services.value.get(service)?.agency === me.agency)

  return (
    <Dialog title={title} onClose={onClose}>
      {reopening ? (
        <SendForm
          method="POST"
          path={`/api/reception/visits/${encodeURIComponent(id)}/steps/${encodeURIComponent(reopening.id)}/reopen`}
          go={superviseText('reopen')}
          body={(fields) => ({
            reason: String(fields.get('reason')).trim(),
            ...(view && { moves: view.visit.moves }),
          })}
          disabled={!isTrue}
          onDone={() => reopen(null)}
          onBack={() => reopen(null)}
        >
          <p>{superviseText('reopenLead', { service: serviceName(hall, reopening.service) })}</p>
          <Field name="reason" label={superviseText('reopenReason')} maxLength={200} required />
        </SendForm>
      ) : (
        <div class={isTrue ? 'about' : 'about untrue'}>
          {gone && <p>{superviseText('visitGone')}</p>}
          {!view && !gone && <p role="status">{superviseText('connecting')}</p>}
          {view && !gone && (
            <>
              <Marks visit={view.visit} today={view.hall.day} />
              <ol class="steps">
                {view.visit.steps.map((step) => (
                  <li key={step.id}>
                    <span>{serviceName(hall, step.service)}</span>
                    <span class="soft">{stepText(watch, step)}</span>
                    {mayReopen(step) && (
                      <Button
                        disabled={!isTrue}
                        label={superviseText('reopenStep', { service: serviceName(hall, step.service) })}
                        onPress={() => reopen(step)}
                      >
                        {superviseText('reopen')}
                      </Button>
                    )}
                  </li>
                ))}
              </ol>
              {!isTrue && <p class="soft">{superviseText('offline')}</p>}
            </>
          )}
          <Button kind="quiet" onPress={onClose}>
            {sharedText('close')}
          </Button>
        </div>
      )}
    </Dialog>
  )
}

function Marks({ visit: { priority, comeToMe, day }, today }: { visit: ReceptionVisit; today: string }) {
  const earlier = earlierDay(day, today)
  const of = earlier === null ? [] : [superviseText('ofDay', { day: earlier })]
  const marks = [
    ...of,
    ...(priority ? [superviseText('priority')] : []),
    ...(comeToMe ? [superviseText('comeToMe')] : []),
  ]
  return marks.length === 0 ? null : <p class="soft">{marks.join(' · ')}</p>
}

/** `Dipanggil, Loket 3`, `Menunggu · 4 di depannya`, `Selesai dilayani`. */
function stepText(
  { hall }: ViewAt['watch'],
  { status, outcome, counter, ahead, openCounters }: Step,
): string {
  const key = `outcome.${outcome ?? ''}` as const
  const isKnown = status === 'done' && isKey(texts, key)
  const words = [isKnown ? superviseText(key) : stepStatusText(status)]
  if (counter !== null) words.push(counterName(hall, counter))
  if (status === 'waiting' && ahead !== null) {
    if (ahead > 0) words.push(superviseText('ahead', { count: formatNumber(ahead) }))
    if (openCounters === 0) words.push(superviseText('nobodyOpen'))
    else if (ahead === 0) words.push(superviseText('aheadNone'))
  }
  return words.join(' · ')
}
