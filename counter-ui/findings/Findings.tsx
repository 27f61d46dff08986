// Who may see the page of findings, and its parts: the list, one finding, noting one, facilities, evaluators' visits.
import { useSignalEffect } from '@preact/signals'
import { useEffect, useState } from 'preact/hooks'
import type { KioskView } from '../../server/live/kiosk.ts'
import type { Problem } from '../../screens/command.ts'
import type { Hall } from '../../screens/hall.ts'
import { language } from '../../screens/i18n.ts'
import { Icon } from '../../screens/icons.tsx'
import { connectLive } from '../../screens/live.ts'
import { Foot } from '../parts/Foot.tsx'
import { Look } from '../parts/Look.tsx'
import { PageHead } from '../parts/PageHead.tsx'
import { ProblemLine } from '../parts/ProblemLine.tsx'
import { Connecting, SignIn } from '../parts/SignIn.tsx'
import { StaffBanner } from '../parts/StaffBanner.tsx'
import { session, type Staff } from '../session.ts'
import { type FindingsDesk, openFindingsDesk } from './desk.ts'
import { Detail } from './Detail.tsx'
import { Facilities } from './Facilities.tsx'
import { List } from './List.tsx'
import { NoteByTaps } from './NoteByTaps.tsx'
import { SinceVisit, Visits } from './Visits.tsx'
import { findingsText } from './texts.ts'
import { followAddress, hrefOf, way } from './way.ts'
import { Write } from './Write.tsx'
import '../parts/sheet.css'
import './findings.css'

export function Findings({ hall }: { hall: Hall }) {
  const [desk] = useState(openFindingsDesk)
  useEffect(followAddress, [])
  useSignalEffect(() => {
    document.title = `${findingsText('title')} · Antre`
  })
  const who = session.value
  if (who.state === 'out') return <SignIn hall={hall} title={findingsText('signInTitle')} />
  if (who.state === 'asking' || !hall.answer.value) return <Connecting />
  return <SignedIn key={who.staff.username} hall={hall} desk={desk} me={who.staff} />
}

function SignedIn({ hall, desk, me }: { hall: Hall; desk: FindingsDesk; me: Staff }) {
  // It brings the hall's time and what the hall says of itself.
  const [live] = useState(() =>
    connectLive<KioskView>({ topic: 'kiosk', onView: (view) => hall.seen(view.hall.plan) }),
  )
  useEffect(() => () => live.close(), [live])
  // Also when the language changes: the server names places and subjects.
  useSignalEffect(() => {
    void language.value
    void desk.loadForm()
  })
  const [problem, setProblem] = useState<Problem | null>(null)
  const [looking, look] = useState(false)
  const { at } = way.value
  return (
    <div class="findings">
      <StaffBanner live={live} view={live.view.value} />
      <PageHead title={findingsText('title')} at={live.at.value} me={me} onMenu={() => look(true)}>
        <a href="/counter/">{findingsText('toCounter')}</a>
        <a href="/reception/">{findingsText('toReception')}</a>
      </PageHead>
      <main class="findings-parts">
        <div class="findings-ways">
          <nav aria-label={findingsText('ways')}>
            <ul>
              {(['list', 'facilities', 'visits'] as const).map((part) => (
                <li key={part}>
                  <a href={hrefOf({ at: part })} aria-current={part === at ? 'page' : undefined}>
                    {findingsText(`way.${part}`)}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
          {at !== 'note' && (
            <a class="button button-primary button-large" href={hrefOf({ at: 'note' })}>
              <Icon name="plus" />
              <span>{findingsText('note')}</span>
            </a>
          )}
        </div>
        <ProblemLine problem={problem ?? desk.problem.value} />
        <Part hall={hall} desk={desk} me={me} />
        <Foot />
      </main>
      {looking && <Look me={me} onClose={() => look(false)} onProblem={setProblem} />}
    </div>
  )
}

function Part({ hall, desk, me }: { hall: Hall; desk: FindingsDesk; me: Staff }) {
  const to = way.value
  const isManager = me.role === 'manager'
  if (to.at === 'note') return <NoteByTaps hall={hall} desk={desk} me={me} />
  if (to.at === 'write')
    return <Write key={to.visit} hall={hall} desk={desk} isManager={isManager} visit={to.visit} />
  if (to.at === 'finding')
    return <Detail key={to.id} id={to.id} hall={hall} desk={desk} isManager={isManager} />
  if (to.at === 'facilities') return <Facilities desk={desk} isManager={isManager} />
  if (to.at === 'visits') return <Visits desk={desk} isManager={isManager} />
  if (to.at === 'since') return <SinceVisit key={to.id} id={to.id} desk={desk} isManager={isManager} />
  return <List hall={hall} desk={desk} />
}
