// Who may see the manager's page, and its parts one below the other.
import { useSignalEffect } from '@preact/signals'
import { useEffect, useState } from 'preact/hooks'
import type { ReceptionView } from '../../server/live/reception.ts'
import type { KioskView } from '../../server/live/kiosk.ts'
import type { Problem } from '../../screens/command.ts'
import { DamagePart, HallState } from './HallState.tsx'
import { StaffBanner } from '../parts/StaffBanner.tsx'
import { Button } from '../../screens/components/Button.tsx'
import { Clock } from '../../screens/components/Clock.tsx'
import type { Hall } from '../../screens/hall.ts'
import { connectLive } from '../../screens/live.ts'
import { Band, Mark } from '../../screens/mark.tsx'
import { Attention } from '../hall/Attention.tsx'
import { Foot } from '../parts/Foot.tsx'
import { ProblemLine } from '../parts/ProblemLine.tsx'
import { Connecting, SignIn } from '../parts/SignIn.tsx'
import { session, signOut, type Staff } from '../session.ts'
import { manageText } from './texts/index.ts'
import { staffText } from '../texts/index.ts'
import { Accounts } from './accounts/Accounts.tsx'
import { OutlivedAlert } from './accounts/Outlived.tsx'
import { OwnAccount } from './accounts/OwnAccount.tsx'
import { useAccounts } from './accounts/use-accounts.ts'
import { Devices } from './Devices.tsx'
import { Equipment } from './Equipment.tsx'
import { Incidents } from './Incidents.tsx'
import { Media } from './media/Media.tsx'
import { PlanPart } from './plan/PlanPart.tsx'
import { usePlan } from './plan-desk.ts'
import { Printers } from './printers/Printers.tsx'
import { printerStateText } from './printers/printer-words.ts'
import { Slip } from './Slip.tsx'
import { SoundChecks } from './SoundChecks.tsx'
import { useDevices } from './use-devices.ts'
import { Voice } from './voice/Voice.tsx'
import './manage.css'
import './devices.css'

export function Manage({ hall }: { hall: Hall }) {
  useSignalEffect(() => {
    document.title = `${manageText('title')} · Antre`
  })
  const who = session.value
  if (who.state === 'out') return <SignIn hall={hall} title={manageText('signInTitle')} />
  if (who.state === 'asking' || !hall.answer.value) return <Connecting />
  return <SignedIn hall={hall} me={who.staff} />
}

function SignedIn({ hall, me }: { hall: Hall; me: Staff }) {
  const [live] = useState(() =>
    connectLive<KioskView>({ topic: 'kiosk', onView: (view) => hall.seen(view.hall.plan) }),
  )
  useEffect(() => () => live.close(), [live])
  const [problem, setProblem] = useState<Problem | null>(null)
  const view = live.view.value
  const accounts = useAccounts(me.role !== 'officer')
  return (
    <>
      <StaffBanner live={live} view={view} />
      <div class="manage">
        <header class="manage-head">
          <Mark />
          <h1>{manageText('title')}</h1>
          <Clock at={live.at.value} day />
          {me.role !== 'officer' && <a href="/audit/">{manageText('toAudit')}</a>}
          <span>{me.name}</span>
          <Button onPress={async () => setProblem(await signOut())}>{staffText('signOut')}</Button>
        </header>
        <Band />
        <main>
          <ProblemLine problem={problem} />
          {me.mustChange && <p class="manage-hint">{staffText('mustChange')}</p>}
          {me.role === 'manager' && <OutlivedAlert hall={hall} list={accounts.list ?? []} />}
          {me.role === 'manager' ? (
            <ManagerParts
              hall={hall}
              view={view}
              at={live.at.value}
              isTrue={live.freshness.value === 'live'}
            />
          ) : (
            <Ways me={me} />
          )}
          {me.role !== 'officer' && <Accounts hall={hall} me={me} known={accounts} />}
          <OwnAccount />
        </main>
        <Foot />
      </div>
    </>
  )
}

/** For people who are not managers: where their work is. */
function Ways({ me }: { me: Staff }) {
  return (
    <section class="part">
      <h2>{manageText('onlyManagerTitle')}</h2>
      <p>{manageText(me.role === 'supervisor' ? 'onlySupervisorLead' : 'onlyManagerLead')}</p>
      <p class="ways">
        {me.role === 'supervisor' && <a href="/supervise/">{manageText('accounts.toSupervise')}</a>}
        <a href="/counter/">{manageText('accounts.toCounter')}</a>
      </p>
    </section>
  )
}

interface PartsProps {
  hall: Hall
  view: KioskView | null
  /** The server's time, ISO 8601; null before it is known. */
  at: string | null
  /** Whether the page is connected. */
  isTrue: boolean
}

function ManagerParts({ hall, view, at, isTrue }: PartsProps) {
  const [reception] = useState(() => connectLive<ReceptionView>({ topic: 'reception' }))
  useEffect(() => () => reception.close(), [reception])
  const devices = useDevices()
  const plan = usePlan(view ? view.hall.plan : 0)
  // What the banner asks a manager to do is placed where it is seen.
  const clockWaits = view !== null && view.hall.clock !== 'right'
  const alerts = reception.freshness.value === 'live' ? reception.view.value : null
  const printerOf = (kiosk: string) => {
    const printer = view && view.printers.find(({ kiosks }) => kiosks.includes(kiosk))
    return printer
      ? manageText('printers.printerOf', { state: printerStateText(printer) })
      : manageText('printers.printerNone')
  }
  return (
    <>
      {alerts && <Attention hall={hall} printers={alerts.printers} list={alerts.attention} />}
      <DamagePart hall={view && view.hall} />
      {clockWaits && <HallState hall={hall} view={view} />}
      <Incidents now={at} isWhole={view !== null && (view.hall.damage ?? []).length === 0} />
      {!clockWaits && <HallState hall={hall} view={view} />}
      <Devices hall={hall} known={devices} printerOf={printerOf} />
      <Equipment hall={hall} zones={devices.zones} />
      <SoundChecks hall={hall} />
      <Printers hall={hall} devices={devices.list ?? []} desk={plan} />
      <PlanPart hall={hall} plan={view ? view.hall.plan : 0} />
      <Slip desk={plan} />
      <Media hall={hall} desk={plan} />
      <Voice desk={plan} isTrue={isTrue} />
    </>
  )
}
