// Opening, pausing or closing a service. If people are waiting it first asks what should happen to them.
import { useState } from 'preact/hooks'
import { formatNumber } from '../../screens/format.ts'
import { pick } from '../../screens/i18n.ts'
import { serviceStatusText } from '../../screens/texts/services.ts'
import { Choices } from '../parts/Choices.tsx'
import { Field } from '../parts/Field.tsx'
import { staffText } from '../texts/index.ts'
import { type PhaseWish, phaseBody, STATUSES, takesVisitors, WAITING, wallOf } from './phase.ts'
import { SendForm } from './SendForm.tsx'
import type { ServiceAt, ServiceFormProps } from './view-at.ts'
import { superviseText } from './texts/index.ts'
import { orderPath } from './watch.ts'

/** The value of the choice that asks for free text. */
const OWN = ''
const NONE = '-'

export function PhaseForm({ at, onDone, onBack }: ServiceFormProps) {
  const { watch, service, isTrue } = at
  const [wish, setWish] = useState<PhaseWish>({ status: service.status, waiting: null, to: '' })
  /** How many more the server found: on hold, missed, behind another step, or new. */
  const [found, find] = useState(0)
  const zone = watch.hall.answer.value?.timeZone ?? 'UTC'
  const change = (part: Partial<PhaseWish>) => setWish({ ...wish, ...part })
  const owed = Math.max(found, service.waiting + service.held + service.missed)
  const waits = owed > 0
  const asksWaiting = waits && !takesVisitors(wish.status)
  const isReady = !asksWaiting || (wish.waiting !== null && (wish.waiting !== 'move' || wish.to !== ''))
  return (
    <SendForm
      method="PUT"
      path={orderPath('services', service.id, 'phase')}
      go={superviseText('statusGo')}
      body={(fields) => phaseBody(wish, fields, zone, waits)}
      disabled={!isTrue || !isReady}
      onRefused={({ code, count }) => {
        if (code === 'people-waiting') find(count ?? 1)
      }}
      onDone={onDone}
      onBack={onBack}
    >
      <Choices
        legend={superviseText('statusNow')}
        name="status"
        options={STATUSES.map((status) => ({ value: status, words: serviceStatusText(status) }))}
        value={wish.status}
        onChange={(value) => change({ status: STATUSES.find((status) => status === value) ?? wish.status })}
      />
      {asksWaiting && (
        <>
          <Choices
            legend={superviseText('waitingAsk', { count: formatNumber(owed) })}
            name="waiting"
            options={WAITING.map((what) => ({ value: what, words: superviseText(`then.${what}`) }))}
            value={wish.waiting ?? NONE}
            onChange={(value) => change({ waiting: WAITING.find((what) => what === value) ?? null })}
          />
          {wish.waiting === 'move' && <MoveTo at={at} chosen={wish.to} onChoose={(to) => change({ to })} />}
        </>
      )}
      {wish.status === 'paused' && <Pause at={at} zone={zone} />}
      {wish.status === 'soon' && (
        <div class="field">
          <label for="expected">{superviseText('expected')}</label>
          <input
            id="expected"
            name="expected"
            type="date"
            min={wallOf(at.now, zone).slice(0, 10)}
            defaultValue={service.expected ?? ''}
            aria-describedby="expected-help"
          />
          <p class="soft" id="expected-help">
            {superviseText('expectedHelp')}
          </p>
        </div>
      )}
      {(wish.status === 'elsewhere' || wish.status === 'soon') && (
        <Field
          name="where"
          label={superviseText('where')}
          maxLength={200}
          required={wish.status === 'elsewhere'}
          value={service.where ? pick(service.where) : ''}
        />
      )}
      <p class="soft">{superviseText('statusLead')}</p>
    </SendForm>
  )
}

function Pause({ at: { watch, now }, zone }: Pick<ServiceFormProps, 'at'> & { zone: string }) {
  const [reason, choose] = useState(NONE)
  const answer = watch.hall.answer.value
  const reasons = answer ? answer.reasons.pause : []
  return (
    <>
      <Choices
        legend={superviseText('reason')}
        hint={staffText('optional')}
        name="reason"
        options={[
          ...reasons.map(({ id, name }) => ({ value: id, words: pick(name) })),
          { value: OWN, words: staffText('ownWords') },
        ]}
        value={reason}
        onChange={choose}
      />
      {reason === OWN && <Field name="words" label={staffText('ownWords')} maxLength={200} required />}
      <div class="field">
        <label for="until">{superviseText('untilTime')}</label>
        <input
          id="until"
          name="until"
          type="datetime-local"
          min={wallOf(now, zone)}
          aria-describedby="until-help"
        />
        <p class="soft" id="until-help">
          {superviseText('untilHelp')}
        </p>
      </div>
    </>
  )
}

// The service to which the people waiting are moved: one that takes visitors and that this person may manage.
interface MoveToProps {
  at: ServiceAt
  chosen: string
  onChoose: (service: string) => void
}

function MoveTo({ at: { watch, service, view }, chosen, onChoose }: MoveToProps) {
  const { hall, me } = watch
  const all = hall.answer.value ? hall.answer.value.services : []
  const own = hall.services.value.get(service.id)?.agency
  const others = all.filter(
    ({ id, status, agency }) =>
      id !== service.id && takesVisitors(status) && (me.role === 'manager' || agency === own),
  )
  const agencies = [...hall.agencies.value.values()].filter(({ id }) =>
    others.some(({ agency }) => agency === id),
  )
  // Those of the same agency first: most moves are from one counter to the next.
  agencies.sort((a, b) => Number(b.id === own) - Number(a.id === own))
  const waiting = new Map(view.services.map((one) => [one.id, one.waiting]))
  return (
    <div class="field">
      <label for="move-to">{superviseText('moveTo')}</label>
      <select id="move-to" value={chosen} required onChange={(event) => onChoose(event.currentTarget.value)}>
        <option value="">{superviseText('moveChoose')}</option>
        {agencies.map(({ id: agency, name }) => (
          <optgroup key={agency} label={pick(name)}>
            {others
              .filter((one) => one.agency === agency)
              .map(({ id, name: words }) => (
                <option key={id} value={id}>
                  {pick(words)}
                  {(waiting.get(id) ?? 0) > 0 &&
                    ` (${superviseText('waiting', { count: waiting.get(id) ?? 0 })})`}
                </option>
              ))}
          </optgroup>
        ))}
      </select>
    </div>
  )
}
