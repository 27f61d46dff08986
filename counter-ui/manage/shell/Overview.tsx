// The start page of `/manage/`: what needs attention now, the state of the hall, and the way to every section.
import { useEffect, useState } from 'preact/hooks'
import { Button } from '../../../screens/components/Button.tsx'
import { formatNumber } from '../../../screens/format.ts'
import { connectLive } from '../../../screens/live.ts'
import type { ReceptionView } from '../../../server/live/reception.ts'
import { Attention } from '../../hall/Attention.tsx'
import { DamagePart, HallState } from '../HallState.tsx'
import { Incidents } from '../Incidents.tsx'
import { WaitsTold } from '../WaitsTold.tsx'
import { OutlivedAlert } from '../accounts/Outlived.tsx'
import { OwnAccount } from '../accounts/OwnAccount.tsx'
import { draft } from '../draft/draft.ts'
import { draftText } from '../draft/texts.ts'
import { useBefore } from '../opening/before.ts'
import { openingText } from '../opening/texts.ts'
import type { PlanDesk } from '../plan-desk.ts'
import { RefusedAlert } from '../PlanProblem.tsx'
import { manageText } from '../texts/index.ts'
import { CloseDay } from '../times/CloseDay.tsx'
import { timesText } from '../times/texts.ts'
import type { Section, SectionProps } from './section.ts'
import { shellText } from './texts.ts'
import { pathTo } from './way.ts'

export function Overview(props: SectionProps & { sections: readonly Section[] }) {
  if (props.me.role === 'manager') return <ManagerStart {...props} />
  return (
    <>
      <section class="part">
        <h2>{manageText('onlyManagerTitle')}</h2>
        <p>{manageText(props.me.role === 'supervisor' ? 'onlySupervisorLead' : 'onlyManagerLead')}</p>
        <p class="ways">
          {props.me.role === 'supervisor' && <a href="/supervise/">{manageText('accounts.toSupervise')}</a>}
          <a href="/counter/">{manageText('accounts.toCounter')}</a>
        </p>
      </section>
      {props.me.role === 'supervisor' ? <Ways sections={props.sections} /> : <OwnAccount />}
    </>
  )
}

function ManagerStart({
  hall,
  view,
  at,
  accounts,
  plan,
  sections,
}: SectionProps & { sections: readonly Section[] }) {
  const [reception] = useState(() => connectLive<ReceptionView>({ topic: 'reception' }))
  useEffect(() => () => reception.close(), [reception])
  // What the banner asks a manager to do is placed where it can be seen.
  const clockWaits = view !== null && view.hall.clock !== 'right'
  const alerts = reception.freshness.value === 'live' ? reception.view.value : null
  return (
    <>
      <RefusedAlert />
      <OutlivedAlert hall={hall} list={accounts.list ?? []} />
      {alerts && <Attention hall={hall} printers={alerts.printers} list={alerts.attention} />}
      <DamagePart hall={view && view.hall} />
      <BeginHint />
      {clockWaits && <HallState hall={hall} view={view} />}
      <Incidents now={at} isWhole={view !== null && (view.hall.damage ?? []).length === 0} />
      {!clockWaits && <HallState hall={hall} view={view} />}
      <WaitsTold today={view && view.hall.day} />
      <DraftState />
      <Quick plan={plan} today={view && view.hall.day} />
      <Ways sections={sections} />
    </>
  )
}

/** Whether there is a draft: whose it is, what is not saved, and what must be corrected. */
function DraftState() {
  const saved = draft.saved.value
  const unsaved = draft.unsaved.value.length
  if (!saved || (saved.changedBy === null && unsaved === 0)) return null
  const faulty = saved.changedBy === null ? 0 : saved.faults.length
  return (
    <section class="part" aria-labelledby="draft-title">
      <h2 id="draft-title">{shellText('draftTitle')}</h2>
      {unsaved > 0 && <p>{shellText('draftUnsaved', { count: formatNumber(unsaved) })}</p>}
      {saved.changedBy !== null && <p>{draftText('barDraft', { name: saved.changedBy })}</p>}
      {faulty > 0 && <p>{draftText('barFaults', { count: formatNumber(faulty) })}</p>}
      <p>
        <a href={pathTo('plan')}>{draftText('toPublish')}</a>
      </p>
    </section>
  )
}

/** Quick things that a manager also does on a phone. */
function Quick({ plan, today }: { plan: PlanDesk; today: string | null }) {
  const [closing, close] = useState(false)
  const [told, tell] = useState('')
  return (
    <section class="part" aria-labelledby="quick-title">
      <h2 id="quick-title">{shellText('quickTitle')}</h2>
      <p class="part-ends">
        <a class="button button-plain button-medium" href={pathTo('counters')}>
          {shellText('quickCounter')}
        </a>
        <Button disabled={today === null || !plan.known} onPress={() => close(true)}>
          {timesText('closeDay')}
        </Button>
      </p>
      <p role="status">{told}</p>
      {closing && today !== null && (
        <CloseDay
          desk={plan}
          today={today}
          onClose={(done) => {
            close(false)
            if (done !== null) tell(done)
          }}
        />
      )}
    </section>
  )
}

function Ways({ sections }: { sections: readonly Section[] }) {
  return (
    <section class="part" aria-labelledby="ways-title">
      <h2 id="ways-title">{shellText('sectionsTitle')}</h2>
      <ul class="ways-list">
        {sections.map(({ id, title }) => (
          <li key={id}>
            <a href={pathTo(id)}>{shellText(title)}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Shown while the hall is still the one that came with the program: the manager is asked, not forced. */
function BeginHint() {
  const { before } = useBefore()
  if (!before || !before.untouched) return null
  return (
    <section class="part" aria-labelledby="begin-hint">
      <h2 id="begin-hint">{openingText('hintTitle')}</h2>
      <p>{openingText('hintLead')}</p>
      <p class="ways">
        <a href={pathTo('begin')}>{openingText('hintGo')}</a>
      </p>
    </section>
  )
}
