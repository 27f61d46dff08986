// The frame of a page of staff: who may come in, the banner, the head with the personal menu, what went wrong, the
// foot; and the live connection that brings the hall's time and what the hall says about itself.
import { untracked, useSignalEffect } from '@preact/signals'
import { type ComponentChildren, Fragment } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { KioskView } from '../../server/live/kiosk.ts'
import type { Problem } from '../../screens/command.ts'
import type { Hall } from '../../screens/hall.ts'
import { connectLive, type Live } from '../../screens/live.ts'
import { type Staff, session, useRefused } from '../session.ts'
import { Foot } from './Foot.tsx'
import { Look } from './Look.tsx'
import { Button } from '../../screens/components/Button.tsx'
import { Clock } from '../../screens/components/Clock.tsx'
import { Mark } from '../../screens/mark.tsx'
import { staffText } from '../texts.ts'
import './PageHead.css'
import { ProblemLine } from './ProblemLine.tsx'
import { Connecting, SignIn } from './SignIn.tsx'
import { StaffBanner } from './StaffBanner.tsx'

interface HallView {
  readonly hall: KioskView['hall']
}

/** What the tab of the page is called, in the language shown. */
export function useTitle(title: () => string): void {
  useSignalEffect(() => {
    document.title = `${title()} · Antre`
  })
}

interface ForStaffProps {
  hall: Hall
  /** The title above the sign-in form. */
  title: string
  children: (me: Staff) => ComponentChildren
}

/** The page of the person signed in, a new one for each person; until then the sign-in form. */
export function ForStaff({ hall, title, children }: ForStaffProps) {
  const who = session.value
  if (who.state === 'out') return <SignIn hall={hall} title={title} />
  if (who.state === 'asking' || !hall.answer.value) return <Connecting />
  return <Fragment key={who.staff.username}>{children(who.staff)}</Fragment>
}

/** The page's connection to a topic, which ends with the page. */
export function usePageLive<View extends HallView>(hall: Hall, topic: string): Live<View> {
  const [live] = useState(() => connectLive<View>({ topic, onView: (view) => hall.seen(view.hall.plan) }))
  useEffect(() => () => live.close(), [live])
  useRefused(live)
  return live
}

/** Once the connection is there again: for what could not be asked meanwhile, so that nobody has to load the page again. */
export function useBack({ freshness }: Pick<Live<unknown>, 'freshness'>, back: () => void): void {
  const isAway = useRef(false)
  useSignalEffect(() => {
    const isLive = freshness.value === 'live'
    if (isLive && isAway.current) untracked(back)
    isAway.current = !isLive
  })
}

interface StaffPageProps {
  /** The class of the page, and of its content. */
  of: string
  parts?: string
  title: string
  live: Live<HallView>
  me: Staff
  /** In the head: links to other pages, and anything else. */
  links: ComponentChildren
  /** More entries of the personal menu. */
  menu?: ComponentChildren
  /** What went wrong on the page itself; `text` in the page's own words. */
  problem?: Problem | null
  text?: string | undefined
  children: ComponentChildren
}

/** The page of somebody who is signed in. */
export function StaffPage({
  of,
  parts,
  title,
  live,
  me,
  links,
  menu,
  problem,
  text,
  children,
}: StaffPageProps) {
  const [refusal, setRefusal] = useState<Problem | null>(null)
  const [looking, look] = useState(false)
  return (
    <div class={of}>
      <StaffBanner live={live} view={live.view.value} />
      <PageHead title={title} at={live.at.value} me={me} onMenu={() => look(true)}>
        {links}
      </PageHead>
      <main class={parts}>
        <ProblemLine problem={refusal ?? problem ?? null} text={text} />
        {children}
        <Foot />
      </main>
      {looking && (
        <Look me={me} onClose={() => look(false)} onProblem={setRefusal}>
          {menu}
        </Look>
      )}
    </div>
  )
}

/** Instead of a page that is for others: whom it is for. */
export function ForOthers({ title, lead }: { title: string; lead: string }) {
  return (
    <section class="part">
      <h2>{title}</h2>
      <p>{lead}</p>
    </section>
  )
}

// The top line of the pages other than a counter's panel: what this is, the hall's time, links to other pages, the
// menu.

interface PageHeadProps {
  title: string
  /** A live connection's `at`. */
  at: string | null
  me: Staff
  onMenu: () => void
  /** Between the clock and the person: links, a choice. */
  children?: ComponentChildren
}

export function PageHead({ title, at, me, onMenu, children }: PageHeadProps) {
  return (
    <header class="page-head">
      <Mark />
      <h1>{title}</h1>
      <Clock at={at} />
      <div class="page-head-ways">
        {children}
        <span class="page-head-me">{me.name}</span>
      </div>
      <Button kind="quiet" onPress={onMenu}>
        {staffText('menu')}
      </Button>
    </header>
  )
}
