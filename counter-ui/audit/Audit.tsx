// Who may see the audit: supervisors, for what concerns their agency, and managers.
import { useSignalEffect } from '@preact/signals'
import { useEffect, useState } from 'preact/hooks'
import type { AgencyView } from '../../server/live/agency.ts'
import type { Problem } from '../../screens/command.ts'
import { StaffBanner } from '../staff-banner/StaffBanner.tsx'
import type { Hall } from '../../screens/hall.ts'
import { connectLive } from '../../screens/live.ts'
import { Foot } from '../parts/Foot.tsx'
import { Look } from '../parts/Look.tsx'
import { PageHead } from '../parts/PageHead.tsx'
import { ProblemLine } from '../parts/ProblemLine.tsx'
import { Connecting, SignIn } from '../parts/SignIn.tsx'
import { askSession, session, type Staff } from '../session.ts'
import { Search } from './Search.tsx'
import { auditText } from './texts/index.ts'
import '../parts/sheet.css'
import './audit.css'

export function Audit({ hall }: { hall: Hall }) {
  useSignalEffect(() => {
    document.title = `${auditText('title')} · Antre`
  })
  const who = session.value
  if (who.state === 'out') return <SignIn hall={hall} title={auditText('signInTitle')} />
  if (who.state === 'asking' || !hall.answer.value) return <Connecting />
  return <SignedIn key={who.staff.username} hall={hall} me={who.staff} />
}

function SignedIn({ hall, me }: { hall: Hall; me: Staff }) {
  const may = me.role !== 'officer'
  // Besides the hall's time it brings the people, to be chosen by their names.
  const [live] = useState(() =>
    connectLive<AgencyView>({
      topic: may ? `agency:${me.agency ?? 'all'}` : 'kiosk',
      onView: (view) => hall.seen(view.hall.plan),
    }),
  )
  useEffect(() => () => live.close(), [live])
  useSignalEffect(() => {
    if (live.refused.value === 'not-allowed') void askSession()
  })
  const [problem, setProblem] = useState<Problem | null>(null)
  const [looking, look] = useState(false)
  const view = live.view.value
  return (
    <div class="audit">
      <StaffBanner live={live} view={view} />
      <PageHead title={auditText('title')} at={live.at.value} me={me} onMenu={() => look(true)}>
        <a href="/counter/">{auditText('toCounter')}</a>
        <a href="/reception/">{auditText('toReception')}</a>
        {may && <a href="/supervise/">{auditText('toSupervise')}</a>}
        {me.role === 'manager' && <a href="/manage/">{auditText('toManage')}</a>}
      </PageHead>
      <main class="audit-parts">
        <ProblemLine problem={problem} />
        {may ? (
          <Search hall={hall} me={me} people={view ? view.staff : []} />
        ) : (
          <section class="part">
            <h2>{auditText('onlyTitle')}</h2>
            <p>{auditText('onlyLead')}</p>
          </section>
        )}
        <Foot />
      </main>
      {looking && <Look me={me} onClose={() => look(false)} onProblem={setProblem} />}
    </div>
  )
}
