// The page's sheets. Wide: side by side, with what needs somebody on the left. Narrow: one at a time, so that nothing
// that comes in one moves what a finger is over in another.
import { useEffect, useState } from 'preact/hooks'
import type { Problem } from '../../screens/command.ts'
import { Button } from '../../screens/components/Button.tsx'
import { Dialog } from '../../screens/components/Dialog.tsx'
import { formatNumber } from '../../screens/format.ts'
import { useHallNow } from '../../screens/hall-now.ts'
import { sharedText } from '../../screens/texts/shared.ts'
import type { AgencyPerson, AgencyView } from '../../server/live/agency.ts'
import { Find } from '../hall/Find.tsx'
import { slipFaultText } from '../hall/slip-fault.ts'
import { Foot } from '../parts/Foot.tsx'
import { ProblemLine } from '../parts/ProblemLine.tsx'
import { counterName, serviceName } from '../parts/names.ts'
import { CounterDialog } from './CounterDialog.tsx'
import { Counters } from './Counters.tsx'
import { ServiceDialog } from './ServiceDialog.tsx'
import { Services } from './Services.tsx'
import { Urgent } from './Urgent.tsx'
import { VisitSteps } from './VisitSteps.tsx'
import { alertsOf, helpsOf } from './alerts.ts'
import { useHelpSound } from './sound.tsx'
import { superviseText } from './texts/index.ts'
import type { ViewAt } from './view-at.ts'
import { ALL, type Watch, order } from './watch.ts'
import '../parts/dialogs.css'

const PARTS = ['attention', 'counters', 'services', 'people'] as const
type Part = (typeof PARTS)[number]

/** Waits are told in minutes. */
const TICK_MS = 5_000

export function Sheets({ watch, view }: { watch: Watch; view: AgencyView }) {
  const [part, show] = useState<Part>('attention')
  const isTrue = watch.live.freshness.value === 'live'
  const now = useHallNow(watch.live.at.value, TICK_MS) ?? 0
  const helps = helpsOf(view)
  const alerts = alertsOf(view, now)
  const open = helps.filter(({ answeredBy }) => answeredBy === null)
  const count = open.length + alerts.length
  useHelpSound(open)
  useEffect(() => {
    document.title = `${count > 0 ? `(${count}) ` : ''}${superviseText('title')} · Antre`
  })
  const at = { watch, view, now, isTrue }
  const sheet = (name: Part) => (part === name ? 'sheet sheet-shown' : 'sheet')
  return (
    <div
      class={['sheets', ...(watch.agency === ALL ? ['sheets-all'] : []), ...(isTrue ? [] : ['untrue'])].join(
        ' ',
      )}
    >
      <nav class="sheets-choice" aria-label={superviseText('parts')}>
        {PARTS.map((name) => (
          <button key={name} type="button" aria-pressed={part === name} onClick={() => show(name)}>
            {superviseText(name === 'attention' ? 'attentionShort' : name)}
            {name === 'attention' && count > 0 && <span class="count figures">{formatNumber(count)}</span>}
          </button>
        ))}
      </nav>
      <div class={`${sheet('attention')} sheet-attention`}>
        <ProblemLine problem={watch.problem.value} text={isTrue ? undefined : superviseText('offline')} />
        <Urgent {...at} helps={helps} alerts={alerts} />
      </div>
      <div class={`${sheet('counters')} sheet-counters`}>
        <Counters {...at} />
      </div>
      <div class={`${sheet('services')} sheet-services`}>
        <Services {...at} />
      </div>
      <div class={`${sheet('people')} sheet-people`}>
        <Find
          onFound={(id) => {
            watch.subject.value = { kind: 'visit', id }
          }}
        />
        <People {...at} />
        <Foot />
      </div>
      <Subjects {...at} />
    </div>
  )
}

/**
 * The open dialog: about a counter, a service, a visit, or the slips that nobody took. It shows the live view, and
 * closes by itself when its subject has left the plan.
 */
function Subjects(at: ViewAt) {
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
    return counter ? <CounterDialog key={shown.id} {...at} counter={counter} onClose={close} /> : null
  }
  const service = at.view.services.find(({ id }) => id === shown.id)
  return service ? <ServiceDialog key={shown.id} {...at} service={service} onClose={close} /> : null
}

/** The people: who is signed in and where; those who have not come yet are folded away. */
function People({ watch, view }: ViewAt) {
  const here = view.staff.filter(({ signedIn, counter }) => signedIn || counter !== null)
  const away = view.staff.filter(({ signedIn, counter }) => !signedIn && counter === null)
  const row = (person: AgencyPerson) => (
    <li key={person.username} class="person">
      <span>{person.name}</span>
      <span class="soft">
        {person.role === 'officer' ? '' : `${superviseText(`role.${person.role}`)} · `}
        {person.counter === null ? superviseText('noCounter') : counterName(watch.hall, person.counter)}
      </span>
    </li>
  )
  return (
    <section class="part" aria-labelledby="people-title">
      <h2 id="people-title">{superviseText('people')}</h2>
      {view.staff.length === 0 && <p class="soft">{superviseText('peopleNone')}</p>}
      {view.staff.length > 0 && here.length === 0 && <p class="soft">{superviseText('peopleNobody')}</p>}
      {here.length > 0 && <ul>{here.map(row)}</ul>}
      {away.length > 0 && (
        <details>
          <summary>{superviseText('peopleAway', { count: formatNumber(away.length) })}</summary>
          <ul class="people-away">
            {away.map(({ username, name }) => (
              <li key={username}>{name}</li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
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
