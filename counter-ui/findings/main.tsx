// The page of findings: /findings/. Who may see it, and its parts: the list, one finding, noting one, facilities,
// evaluators' visits.
import { useSignalEffect } from '@preact/signals'
import { useEffect, useState } from 'preact/hooks'
import type { Hall } from '../../screens/hall.ts'
import type { Staff } from '../session.ts'
import { startPage } from '../start.ts'
import type { KioskView } from '../../server/live/kiosk.ts'
import { language } from '../../screens/i18n.ts'
import { Icon } from '../../screens/icons.tsx'
import { type FindingsDesk, openFindingsDesk } from './desk.ts'
import { Detail } from './Detail.tsx'
import { Facilities } from './Facilities.tsx'
import { List } from './List.tsx'
import { NoteByTaps } from './NoteByTaps.tsx'
import { SinceVisit, Visits } from './Visits.tsx'
import { findingsText } from './texts.ts'
import { followAddress, hrefOf, way } from './way.ts'
import { Write } from './Write.tsx'
import { ForStaff, StaffPage, useBack, usePageLive, useTitle } from '../parts/StaffPage.tsx'
import '../parts/sheet.css'
import './findings.css'

function Findings({ hall }: { hall: Hall }) {
  const [desk] = useState(openFindingsDesk)
  useEffect(followAddress, [])
  useTitle(() => findingsText('title'))
  return (
    <ForStaff hall={hall} title={findingsText('signInTitle')}>
      {(me) => <SignedIn hall={hall} desk={desk} me={me} />}
    </ForStaff>
  )
}

function SignedIn({ hall, desk, me }: { hall: Hall; desk: FindingsDesk; me: Staff }) {
  const live = usePageLive<KioskView>(hall, 'kiosk')
  useBack(live, () => desk.again(way.peek()))
  // Also when the language changes, as the server names places and subjects.
  useSignalEffect(() => {
    void language.value
    void desk.loadForm()
  })
  const { at } = way.value
  return (
    <StaffPage
      of="findings"
      parts="findings-parts"
      title={findingsText('title')}
      live={live}
      me={me}
      problem={desk.problem.value}
      links={
        <>
          <a href="/counter/">{findingsText('toCounter')}</a>
          <a href="/reception/">{findingsText('toReception')}</a>
        </>
      }
    >
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
      <Part hall={hall} desk={desk} me={me} />
    </StaffPage>
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

startPage(Findings)
