// The open dialog of a page that follows an agency, and the one about the slips that nobody took.
import { useState, useEffect } from 'preact/hooks'
import type { Problem } from '../../screens/command.ts'
import { Button } from '../../screens/components/Button.tsx'
import { Dialog } from '../../screens/components/Dialog.tsx'
import { formatNumber } from '../../screens/format.ts'
import { sharedText } from '../../screens/texts/shared.ts'
import { slipFaultText } from '../hall/texts.ts'
import { ProblemLine } from '../parts/ProblemLine.tsx'
import { serviceName, counterName } from '../parts/names.ts'
import { CounterDialog } from './CounterDialog.tsx'
import { ServiceDialog } from './ServiceDialog.tsx'
import type { ReceptionVisit, ReceptionVisitView } from '../../server/live/reception.ts'
import { isKey } from '../../screens/i18n.ts'
import { connectLive } from '../../screens/live.ts'
import { stepStatusText } from '../../screens/texts/steps.ts'
import { earlierDay } from '../parts/hall-day.ts'
import { Field } from '../parts/Field.tsx'
import { SendForm } from './SendForm.tsx'
import { superviseText, id as texts } from './texts.ts'
import { type ViewAt, order } from './watch.ts'
import '../parts/dialogs.css'
import './sheet-dialogs.css'

/**
 * The open dialog: about a counter, a service, a visit, or the slips that nobody took. It shows the live view, and
 * closes by itself when its subject has left the plan.
 */
export function Subjects(at: ViewAt) {
  const { subject } = at.watch
  const shown = subject.value
  const close = () => {
    subject.value = null
  }
  if (!shown) return null
  if (shown.kind === 'slips') return <SlipsDialog {...at} onClose={close} />
  if (shown.kind === 'visit') return <VisitSteps key={shown.id} {...at} id={shown.id} onClose={close} />
  if (shown.kind === 'counter') {
    const counter = at.view.counters.find(({ id }) => id === shown.id)
    if (!counter) return null
    return <CounterDialog key={shown.id} {...at} counter={counter} first={shown.doing} onClose={close} />
  }
  const service = at.view.services.find(({ id }) => id === shown.id)
  if (!service) return null
  return <ServiceDialog key={shown.id} {...at} service={service} first={shown.doing} onClose={close} />
}

// The slips that nobody took, of visitors for this agency: what happened, and how to settle it.
function SlipsDialog({ watch, view, isTrue, onClose }: ViewAt & { onClose: () => void }) {
  const [problem, setProblem] = useState<Problem | null>(null)
  const { notTaken, notTakenCount } = view
  async function settle(visit: string, how: 'noted' | 'print'): Promise<void> {
    const outcome = await order('POST', `/api/reception/visits/${encodeURIComponent(visit)}/${how}`)
    setProblem(outcome.ok ? null : outcome.problem)
  }
  return (
    <Dialog title={superviseText('slipsTitle')} onClose={onClose}>
      <div class="about">
        <p class="soft">{superviseText(notTaken.length === 0 ? 'slipsNone' : 'slipsLead')}</p>
        <ProblemLine problem={problem} text={isTrue ? undefined : superviseText('offline')} />
        <ul>
          {notTaken.map(({ id, number, slip, steps }) => (
            <li key={id} class="slip">
              <p>
                <strong class="figures">{number}</strong>{' '}
                {steps.map((step) => serviceName(watch.hall, step.service)).join(', ')}
              </p>
              <p class="soft">
                {slip.status === 'failed'
                  ? superviseText('slipFailed', { why: slipFaultText(slip.why) })
                  : superviseText('slipQueued')}
              </p>
              <p class="dialog-ends">
                <Button
                  disabled={!isTrue}
                  label={superviseText('notedNumber', { number })}
                  onPress={() => settle(id, 'noted')}
                >
                  {superviseText('noted')}
                </Button>
                <Button
                  disabled={!isTrue}
                  label={superviseText('printNumber', { number })}
                  onPress={() => settle(id, 'print')}
                >
                  {superviseText('print')}
                </Button>
              </p>
            </li>
          ))}
        </ul>
        {notTakenCount > notTaken.length && (
          <p class="soft">
            {superviseText('more', { count: formatNumber(notTakenCount - notTaken.length) })}
          </p>
        )}
        <Button kind="quiet" onPress={onClose}>
          {sharedText('close')}
        </Button>
      </div>
    </Dialog>
  )
}

// One visit: its steps, and reopening what ended by mistake.

type Step = ReceptionVisit['steps'][number]

const ENDED: readonly string[] = ['done', 'cancelled', 'expired']

function VisitSteps({ watch, id, onClose }: ViewAt & { id: string; onClose: () => void }) {
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
