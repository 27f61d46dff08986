// The manager's page: /manage/. Who may see it, its head, and the section that the address names.
import { useSignalEffect } from '@preact/signals'
import { useEffect, useLayoutEffect, useState } from 'preact/hooks'
import type { Hall } from '../../screens/hall.ts'
import { session, signOut, type Staff } from '../session.ts'
import { startPage } from '../start.ts'
import type { KioskView } from '../../server/live/kiosk.ts'
import type { Problem } from '../../screens/command.ts'
import { Button } from '../../screens/components/Button.tsx'
import { Clock } from '../../screens/components/Clock.tsx'
import { Band, Mark } from '../../screens/mark.tsx'
import { Foot } from '../parts/Foot.tsx'
import { ProblemLine } from '../parts/ProblemLine.tsx'
import { StaffBanner } from '../parts/StaffBanner.tsx'
import { ForStaff, usePageLive } from '../parts/StaffPage.tsx'
import { staffText } from '../texts.ts'
import { useAccounts } from './accounts/account.ts'
import { draft } from './draft/draft.ts'
import { usePlan } from './plan-desk.tsx'
import { Search, useSearchKeys } from './shell/Search.tsx'
import { sectionsFor } from './shell/sections.tsx'
import { Menu, Place } from './shell/Shell.tsx'
import { shellText } from './shell/texts.ts'
import { followWays, pathTo } from './shell/way.ts'
import { manageText } from './texts/index.ts'
import './manage.css'
import './devices.css'

function Manage({ hall }: { hall: Hall }) {
  useSignalEffect(() => {
    if (session.value.state !== 'in') document.title = `${manageText('title')} · Antre`
  })
  return (
    <ForStaff hall={hall} title={manageText('signInTitle')}>
      {(me) => <SignedIn hall={hall} me={me} />}
    </ForStaff>
  )
}

function SignedIn({ hall, me }: { hall: Hall; me: Staff }) {
  const live = usePageLive<KioskView>(hall, 'kiosk')
  useLayoutEffect(followWays, [])
  const [problem, setProblem] = useState<Problem | null>(null)
  const [isSearching, search] = useState(false)
  const view = live.view.value
  const accounts = useAccounts(me.role !== 'officer')
  const plan = usePlan(me.role === 'manager', view ? view.hall.plan : 0)
  useEffect(() => (me.role === 'manager' ? draft.follow(me.username) : undefined), [me.role, me.username])
  // A new draft starts from what was published.
  useEffect(() => {
    if (view && draft.saved.peek()) draft.load()
  }, [view && view.hall.plan])
  const sections = sectionsFor(me.role)
  const hasMenu = me.role !== 'officer'
  useSearchKeys(() => search(hasMenu))
  return (
    <>
      <a class="skip" href="#content">
        {shellText('toMain')}
      </a>
      <StaffBanner live={live} view={view} />
      <div class="manage">
        <header class="manage-head">
          <Mark />
          <a class="manage-name" href={pathTo('')}>
            {manageText('title')}
          </a>
          <Clock at={live.at.value} day />
          {hasMenu && (
            <Button icon="search" keys="/ Control+K" onPress={() => search(true)}>
              {shellText('search')}
            </Button>
          )}
          <a class="button button-plain button-medium" href="/findings/#note" target="_blank">
            {staffText('noteFinding')}
          </a>
          <span class="manage-me">{me.name}</span>
          <Button onPress={async () => setProblem(await signOut())}>{staffText('signOut')}</Button>
        </header>
        <Band />
        <div class={hasMenu ? 'manage-body' : undefined}>
          {hasMenu && <Menu sections={sections} />}
          <main id="content" tabIndex={-1}>
            <ProblemLine problem={problem} />
            {me.mustChange && (
              <p class="manage-hint">
                {staffText('mustChange')}{' '}
                {hasMenu && <a href={pathTo('account')}>{shellText('changePassword')}</a>}
              </p>
            )}
            <Place
              hall={hall}
              me={me}
              view={view}
              at={live.at.value}
              isTrue={live.freshness.value === 'live'}
              accounts={accounts}
              plan={plan}
            />
          </main>
        </div>
        <Foot />
      </div>
      {isSearching && (
        <Search
          sections={sections}
          plan={draft.plan.value}
          accounts={accounts.list ?? []}
          onClose={() => search(false)}
        />
      )}
    </>
  )
}

startPage(Manage)
