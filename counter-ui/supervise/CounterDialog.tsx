// One counter: its state, and what a supervisor can do about it.
import { useState } from 'preact/hooks'
import type { AgencyCounter } from '../../server/live/agency.ts'
import type { Problem } from '../../screens/command.ts'
import { Button } from '../../screens/components/Button.tsx'
import { Dialog } from '../../screens/components/Dialog.tsx'
import { formatNumber } from '../../screens/format.ts'
import { sharedText } from '../../screens/texts/shared.ts'
import { TooLong, useTooLong } from '../parts/Field.tsx'
import { counterName, serviceName } from '../parts/names.ts'
import { ProblemLine } from '../parts/ProblemLine.tsx'
import { figureTexts, sinceText, counterStateText } from './Rows.tsx'
import { SendForm } from './SendForm.tsx'
import { superviseText } from './texts.ts'
import { type ViewAt, type CounterDoing, order, orderPath } from './watch.ts'

interface CounterAt extends ViewAt {
  counter: AgencyCounter
}

interface CounterDialogProps extends CounterAt {
  /** The form to begin with. */
  first?: CounterDoing | undefined
  onClose: () => void
}

export function CounterDialog({ first, onClose, ...at }: CounterDialogProps) {
  const [doing, begin] = useState<CounterDoing | null>(first ?? null)
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
        <SendForm
          method="POST"
          path={orderPath('counters', counter.id, 'close')}
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
        </SendForm>
      )}
    </Dialog>
  )
}

function Overview({
  onBegin,
  onClose,
  ...at
}: CounterAt & { onBegin: (doing: CounterDoing) => void; onClose: () => void }) {
  const [problem, setProblem] = useState<Problem | null>(null)
  const { watch, counter, isTrue } = at
  const { id, current, help, staff } = counter
  const { hall } = watch
  const figures = figureTexts(counter)
  return (
    <div class="about">
      <p>
        <strong>{staff ? staff.name : superviseText('free')}</strong>
        {!current && counterStateText(at, counter) !== '' && (
          <span class="soft"> · {counterStateText(at, counter)}</span>
        )}
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
              const outcome = await order('POST', orderPath('counters', id, 'help/answer'))
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

// Placing somebody at a counter: who, and where each is now. Somebody with a visitor can't be called away, and no
// visitor loses the person who serves them.
interface FormProps {
  at: CounterAt
  onDone: () => void
  onBack: () => void
}

function Assign({ at: { watch, view, counter, isTrue }, onDone, onBack }: FormProps) {
  const [chosen, choose] = useState<string | null>(null)
  const agency = watch.hall.counters.value.get(counter.id)?.agency
  const people = view.staff.filter(
    (person) => person.agency === agency && person.username !== counter.staff?.username,
  )
  const atWork = new Map(
    view.counters.flatMap(({ id, current }) => (current && id !== counter.id ? [[id, current.number]] : [])),
  )
  const isBusy = (where: string | null) => atWork.has(where ?? '')
  const person = people.find(({ username }) => username === chosen)
  const isReady = person !== undefined && !isBusy(person.counter)
  if (counter.current) return <Busy number={counter.current.number} onBack={onBack} />
  return (
    <SendForm
      method="POST"
      path={orderPath('counters', counter.id, 'assign')}
      go={superviseText('assignGo')}
      body={() => (isReady ? { username: chosen, call: counter.current && counter.current.call } : null)}
      disabled={!isTrue || !isReady}
      onDone={onDone}
      onBack={onBack}
    >
      <p class="soft">{people.length === 0 ? superviseText('assignNone') : superviseText('assignLead')}</p>
      <fieldset class="picks">
        <legend class="visually-hidden">{superviseText('doing.assign')}</legend>
        {people.map(({ username, name, counter: where, signedIn }) => (
          <label key={username} class={isBusy(where) ? 'pick-row pick-off' : 'pick-row'}>
            <input
              type="radio"
              name="username"
              value={username}
              disabled={isBusy(where)}
              checked={chosen === username}
              onChange={() => choose(username)}
            />
            <span>{name}</span>
            <span class="soft">
              {where !== null
                ? counterName(watch.hall, where)
                : superviseText(signedIn ? 'noCounter' : 'notSignedIn')}
              {isBusy(where) && ` · ${atWork.get(where ?? '')}`}
            </span>
          </label>
        ))}
      </fieldset>
    </SendForm>
  )
}

function Busy({ number, onBack }: { number: string; onBack: () => void }) {
  return (
    <div class="about">
      <p>{superviseText('assignBusy', { number })}</p>
      <Button kind="quiet" onPress={onBack}>
        {sharedText('back')}
      </Button>
    </div>
  )
}

/** Which services of its agency a counter serves today. */
function CounterServices({ at: { watch, view, counter, isTrue }, onDone, onBack }: FormProps) {
  const [chosen, choose] = useState<readonly string[]>(counter.services)
  const agency = watch.hall.counters.value.get(counter.id)?.agency
  const services = view.services.filter(({ id }) => watch.hall.services.value.get(id)?.agency === agency)
  return (
    <SendForm
      method="PUT"
      path={orderPath('counters', counter.id, 'services')}
      go={superviseText('servicesGo')}
      // In the plan's order, whatever the order of the ticks.
      body={() => ({ services: services.map(({ id }) => id).filter((id) => chosen.includes(id)) })}
      disabled={!isTrue || chosen.length === 0}
      onDone={onDone}
      onBack={onBack}
    >
      <p class="soft">{superviseText('servicesTodayLead')}</p>
      <fieldset class="picks">
        <legend class="visually-hidden">{superviseText('doing.services')}</legend>
        {services.map(({ id, waiting }) => (
          <label key={id} class="pick-row">
            <input
              type="checkbox"
              checked={chosen.includes(id)}
              onChange={(event) =>
                choose(event.currentTarget.checked ? [...chosen, id] : chosen.filter((one) => one !== id))
              }
            />
            <span>{serviceName(watch.hall, id)}</span>
            <span class="soft figures">
              {waiting === 0 ? '' : superviseText('waiting', { count: formatNumber(waiting) })}
            </span>
          </label>
        ))}
      </fieldset>
    </SendForm>
  )
}

// A few words to the person at a counter.

/** As many characters as the server accepts. */
const MOST = 500

function MessageForm({ at: { watch, counter, isTrue }, onDone, onBack }: FormProps) {
  const { onInput, words } = useTooLong(MOST)
  return (
    <SendForm
      method="POST"
      path={orderPath('counters', counter.id, 'messages')}
      go={superviseText('messageGo')}
      body={(fields) => ({ text: String(fields.get('text')).trim() })}
      disabled={!isTrue}
      onDone={onDone}
      onBack={onBack}
    >
      <div class="field">
        <label for="message">
          {superviseText('messageLabel', { counter: counterName(watch.hall, counter.id) })}
        </label>
        <textarea
          id="message"
          name="text"
          rows={3}
          required
          onInput={onInput}
          aria-invalid={words !== '' || undefined}
          aria-errormessage="message-long"
        />
        <TooLong id="message-long" words={words} />
      </div>
    </SendForm>
  )
}
