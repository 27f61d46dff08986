// Opening, pausing or closing a service. If people are waiting it first asks what should happen to them.
import { useState } from 'preact/hooks'
import { formatNumber } from '../../screens/format.ts'
import { pick } from '../../screens/i18n.ts'
import { serviceStatusText } from '../../screens/texts/services.ts'
import { Choices, Field } from '../parts/Field.tsx'
import { staffText } from '../texts.ts'
import type { ServiceStatus } from '../../server/hall/plan.ts'
import { SendForm } from './SendForm.tsx'
import { superviseText } from './texts.ts'
import { type ServiceAt, type ServiceFormProps, orderPath } from './watch.ts'

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

// A service's status while it is being set: the form's content, and the body that is sent.

const STATUSES = ['open', 'trial', 'paused', 'soon', 'elsewhere'] as const satisfies ServiceStatus[]

/** What happens to the people waiting. */
const WAITING = ['serve', 'move', 'end'] as const
type Waiting = (typeof WAITING)[number]

interface PhaseWish {
  status: ServiceStatus
  /** What happens to the people waiting; null while nobody has chosen. */
  waiting: Waiting | null
  /** The service that they wait for instead. */
  to: string
}

/** Whether a service with this status takes visitors. */
function takesVisitors(status: ServiceStatus): boolean {
  return status === 'open' || status === 'trial'
}

/** What to send, from the choice and the fields; null until somebody has said what happens to the people waiting. */
export function phaseBody(
  { status, waiting, to }: PhaseWish,
  fields: FormData,
  timeZone: string,
  somebodyWaits: boolean,
): Record<string, string> | null {
  const said = (name: string) => String(fields.get(name) ?? '').trim()
  const body: Record<string, string> = { status }
  const add = (name: 'reason' | 'until' | 'expected' | 'where', value: string) => {
    if (value !== '') body[name] = value
  }
  if (status === 'paused') {
    add('reason', said('reason') || said('words'))
    const until = said('until')
    if (until !== '') add('until', instantOf(until, timeZone))
  }
  if (status === 'soon') add('expected', said('expected'))
  if (status === 'elsewhere' || status === 'soon') add('where', said('where'))
  if (takesVisitors(status) || !somebodyWaits) return body
  if (waiting === null || (waiting === 'move' && to === '')) return null
  body['waiting'] = waiting
  if (waiting === 'move') body['to'] = to
  return body
}

// Converts between the hall's wall clock and the server's instants.

/** The wall clock of `timeZone` at an instant (milliseconds since 1970), as if it were UTC. */
function wallAt(instant: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(instant)
  const part = (type: string) => Number(parts.find((one) => one.type === type)?.value)
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'))
}

/** The instant, ISO 8601 in UTC, at which the hall's clocks show `2026-11-24T13:00`. */
export function instantOf(wall: string, timeZone: string): string {
  const wanted = Date.parse(`${wall.slice(0, 16)}:00Z`)
  // Once more, for a clock change between the guess and the instant.
  let instant = wanted
  for (let time = 0; time < 2; time += 1) instant -= wallAt(instant, timeZone) - wanted
  return new Date(instant).toISOString()
}

/** What the hall's clocks show at an instant (milliseconds since 1970), in the form of a date and time field. */
export function wallOf(instant: number, timeZone: string): string {
  return new Date(wallAt(instant, timeZone)).toISOString().slice(0, 16)
}
