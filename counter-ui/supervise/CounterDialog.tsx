// One counter: how it stands, and what a supervisor can do about it.
import { useState } from 'preact/hooks'
import type { AgencyCounter } from '../../server/live/agency.ts'
import type { Problem } from '../../screens/command.ts'
import { Button } from '../../screens/components/Button.tsx'
import { Dialog } from '../../screens/components/Dialog.tsx'
import { sharedText } from '../../screens/texts/index.ts'
import { counterName, serviceName } from '../parts/names.ts'
import { ProblemLine } from '../parts/ProblemLine.tsx'
import { Assign } from './Assign.tsx'
import { figureTexts, sinceText, stateText } from './Counters.tsx'
import { CounterServices } from './CounterServices.tsx'
import { MessageForm } from './MessageForm.tsx'
import { Order } from './Order.tsx'
import { superviseText } from './texts/index.ts'
import type { ViewAt } from './view-at.ts'
import { order, pathOf } from './watch.ts'

export interface CounterAt extends ViewAt {
  counter: AgencyCounter
}

type Doing = 'assign' | 'services' | 'message' | 'close'

export function CounterDialog({ onClose, ...at }: CounterAt & { onClose: () => void }) {
  const [doing, begin] = useState<Doing | null>(null)
  const { watch, counter } = at
  const name = counterName(watch.hall, counter.id)
  const back = () => begin(null)
  const forms = { at, onDone: onClose, onBack: back }
  return (
    <Dialog title={doing ? `${name}\u00a0· ${superviseText(`doing.${doing}`)}` : name} onClose={onClose}>
      {doing === null && <Overview {...at} onBegin={begin} onClose={onClose} />}
      {doing === 'assign' && <Assign {...forms} />}
      {doing === 'services' && <CounterServices {...forms} />}
      {doing === 'message' && <MessageForm {...forms} />}
      {doing === 'close' && (
        <Order
          method="POST"
          path={pathOf('counters', counter.id, 'close')}
          go={superviseText('doing.close')}
          body={() => ({ call: counter.current && counter.current.call })}
          disabled={!at.isTrue}
          onDone={onClose}
          onBack={back}
        >
          <p>
            {counter.current
              ? superviseText('closeAskBusy', { counter: name, number: counter.current.number })
              : superviseText('closeAsk', { counter: name })}
          </p>
        </Order>
      )}
    </Dialog>
  )
}

function Overview({
  onBegin,
  onClose,
  ...at
}: CounterAt & { onBegin: (doing: Doing) => void; onClose: () => void }) {
  const [problem, setProblem] = useState<Problem | null>(null)
  const { watch, counter, isTrue } = at
  const { id, current, help, staff } = counter
  const { hall } = watch
  const figures = figureTexts(counter)
  return (
    <div class="about">
      <p>
        <strong>{staff ? staff.name : superviseText('free')}</strong>
        {!current && stateText(at, counter) !== '' && <span class="soft"> · {stateText(at, counter)}</span>}
      </p>
      {current && (
        <p class="about-now">
          <span class={`plate plate-small plate-${current.status}`}>{current.number}</span>
          <span>
            {serviceName(hall, current.service)} · {sinceText(current, at)}
          </span>
        </p>
      )}
      {figures.length > 0 && <p class="soft figures">{figures.join(' · ')}</p>}
      <p class="soft">
        {superviseText('counterServices', {
          list: counter.services.map((one) => serviceName(hall, one)).join(', '),
        })}
      </p>
      <ProblemLine problem={problem} text={isTrue ? undefined : superviseText('offline')} />
      <div class="menu">
        {help && help.answeredBy === null && (
          <Button
            kind="primary"
            disabled={!isTrue}
            onPress={async () => {
              const outcome = await order('POST', pathOf('counters', id, 'help/answer'))
              setProblem(outcome.ok ? null : outcome.problem)
            }}
          >
            {superviseText(help.alarm ? 'alarm' : 'help')}: {superviseText('answer')}
          </Button>
        )}
        {current && (
          <Button
            onPress={() => {
              watch.subject.value = { kind: 'visit', id: current.visit }
            }}
          >
            {superviseText('showVisit', { number: current.number })}
          </Button>
        )}
        <Button disabled={!isTrue} onPress={() => onBegin('message')}>
          {superviseText('doing.message')}
        </Button>
        <Button disabled={!isTrue} onPress={() => onBegin('assign')}>
          {superviseText('doing.assign')}
        </Button>
        <Button disabled={!isTrue} onPress={() => onBegin('services')}>
          {superviseText('doing.services')}
        </Button>
        {counter.state !== 'closed' && (
          <Button kind="danger" disabled={!isTrue} onPress={() => onBegin('close')}>
            {superviseText('doing.close')}
          </Button>
        )}
        <Button kind="quiet" onPress={onClose}>
          {sharedText('back')}
        </Button>
      </div>
    </div>
  )
}
