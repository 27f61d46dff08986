// The start page of `/manage/`: what needs attention now, the state of the hall, and the way to every section.
import { useEffect, useState } from 'preact/hooks'
import type { ReceptionView } from '../../../server/live/reception.ts'
import { connectLive } from '../../../screens/live.ts'
import { Attention } from '../../hall/Attention.tsx'
import { OwnAccount } from '../accounts/OwnAccount.tsx'
import { OutlivedAlert } from '../accounts/Outlived.tsx'
import { DamagePart, HallState } from '../HallState.tsx'
import { Incidents } from '../Incidents.tsx'
import { RefusedAlert } from '../plan/Refused.tsx'
import { BeginHint } from '../opening/BeginHint.tsx'
import { manageText } from '../texts/index.ts'
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
  sections,
}: SectionProps & { sections: readonly Section[] }) {
  const [reception] = useState(() => connectLive<ReceptionView>({ topic: 'reception' }))
  useEffect(() => () => reception.close(), [reception])
  // What the banner asks a manager to do is placed where it is seen.
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
      <Ways sections={sections} />
    </>
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
