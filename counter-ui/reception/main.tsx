// The reception's page: /reception/. Who may see it, and its parts: giving a number, finding one, whom to look after.
import { useSignalEffect } from '@preact/signals'
import { useEffect, useState, useLayoutEffect, useRef } from 'preact/hooks'
import type { Hall } from '../../screens/hall.ts'
import { session, type Staff, sessionEnded, useRefused } from '../session.ts'
import { startPage } from '../start.ts'
import { type Problem, type Outcome, fetchJson } from '../../screens/command.ts'
import { StaffBanner } from '../parts/StaffBanner.tsx'
import { ScanWord } from '../../screens/scan-word.tsx'
import { Attention, isForReception } from '../hall/Attention.tsx'
import { Foot } from '../parts/Foot.tsx'
import { Find } from '../hall/Find.tsx'
import { Look } from '../parts/Look.tsx'
import { ProblemLine } from '../parts/ProblemLine.tsx'
import { PageHead, ForStaff } from '../parts/StaffPage.tsx'
import { Alarms, unanswered, LookAfter } from './LookAfter.tsx'
import { openReceptionDesk, type ScanFault, type Scans, startScans } from './reception-desk.ts'
import { Issue } from './Issue.tsx'
import { Button } from '../../screens/components/Button.tsx'
import { formatNumber } from '../../screens/format.ts'
import { press, SAME_PRESS_MS } from '../../screens/press.ts'
import { receptionText } from './texts.ts'
import './only-asked.css'
import { VisitCard } from './VisitCard.tsx'
import '../parts/sheet.css'
import './reception.css'

function Reception({ hall }: { hall: Hall }) {
  const [scans] = useState(startScans)
  useEffect(() => scans.stop, [scans])
  const { why, nth } = scans.moment.value
  return (
    <>
      <Page hall={hall} scans={scans} />
      <ScanWord
        text={why === null ? '' : receptionText(`moment.${why}`)}
        nth={nth}
        onOver={scans.momentOver}
      />
    </>
  )
}

function Page({ hall, scans }: { hall: Hall; scans: Scans }) {
  useSignalEffect(() => {
    if (session.value.state !== 'in') document.title = `${receptionText('title')} · Antre`
  })
  return (
    <ForStaff hall={hall} title={receptionText('signInTitle')}>
      {(me) => <SignedIn hall={hall} me={me} scans={scans} />}
    </ForStaff>
  )
}

function SignedIn({ hall, me, scans }: { hall: Hall; me: Staff; scans: Scans }) {
  const [desk] = useState(() => openReceptionDesk(hall))
  useEffect(() => () => desk.close(), [desk])
  useEffect(
    () =>
      scans.listen((visit) => {
        desk.shown.value = visit
      }),
    [desk, scans],
  )
  // Visible on the page's tab from another window.
  useSignalEffect(() => {
    const waiting = unanswered(desk.live.view.value) > 0
    document.title = `${waiting ? receptionText('titleAlarm') : receptionText('title')} · Antre`
  })
  useRefused(desk.live)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [looking, look] = useState(false)
  const { live, shown } = desk
  const view = live.view.value
  const isTrue = live.freshness.value === 'live'
  return (
    <div class="reception">
      <StaffBanner live={live} view={view} />
      <PageHead title={receptionText('title')} at={live.at.value} me={me} onMenu={() => look(true)}>
        <a href="/counter/">{receptionText('toCounter')}</a>
        <a href="/paper/">{receptionText('toPaper')}</a>
        <a href="/complaints/">{receptionText('toComplaints')}</a>
        <a href="/survey-entry/">{receptionText('toSurvey')}</a>
      </PageHead>
      <main class="reception-parts">
        <div class="reception-alarms">{view && <Alarms desk={desk} list={view.alarms} />}</div>
        <div class="reception-give">
          <Issue desk={desk} />
          <OnlyAsked day={view ? view.hall.day : null} />
        </div>
        <div class="reception-visit">
          <ProblemLine problem={problem} />
          <ScanLine fault={scans.fault.value} />
          {shown.value !== null && <VisitCard key={shown.value} desk={desk} id={shown.value} />}
        </div>
        <div class={isTrue ? 'reception-see' : 'reception-see untrue'}>
          <Find
            hint={receptionText('scanHint')}
            onFound={(visit) => {
              shown.value = visit
            }}
          />
          {view ? (
            <>
              <Attention hall={hall} printers={view.printers} list={view.attention.filter(isForReception)} />
              <ProblemLine problem={desk.problem.value} />
              <LookAfter desk={desk} kind="not-taken" rows={view.notTaken} count={view.notTakenCount} />
              <LookAfter desk={desk} kind="come-to-me" rows={view.comeToMe} count={view.comeToMeCount} />
            </>
          ) : (
            <p role="status">{receptionText('connecting')}</p>
          )}
          <Foot />
        </div>
      </main>
      {looking && <Look me={me} onClose={() => look(false)} onProblem={setProblem} />}
    </div>
  )
}

/** Why a scan found nothing. */
function ScanLine({ fault }: { fault: ScanFault | null }) {
  const known = typeof fault === 'string'
  return (
    <ProblemLine problem={known ? null : fault} text={known ? receptionText(`scan.${fault}`) : undefined} />
  )
}

// Visitors who only ask take no number: one tap counts one. The last tap can be undone for a minute.

const PATH = '/api/reception/asked'
const UNDO_MS = 60_000

interface Today {
  day: string
  count: number
}

/** `day`: the hall's; null while it is not known. The count is fetched again when the day changes. */
function OnlyAsked({ day }: { day: string | null }) {
  const [count, setCount] = useState<number | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [canUndo, letUndo] = useState(false)
  const [taps, setTaps] = useState(0)
  const part = useRef<HTMLElement>(null)
  const lastTap = useRef(-Infinity)
  /** Answers may overtake each other: an older one is ignored. */
  const sent = useRef(0)

  async function hear(request: Promise<Outcome<Today>>): Promise<boolean> {
    const nth = (sent.current += 1)
    const outcome = await request
    if (!outcome.ok && outcome.problem.status === 401) sessionEnded()
    if (!outcome.ok) setProblem(outcome.problem)
    else if (nth === sent.current) {
      setProblem(null)
      setCount(outcome.data.count)
    }
    return outcome.ok
  }

  useEffect(() => {
    if (day === null) return
    letUndo(false)
    void hear(fetchJson<Today>(PATH))
  }, [day])

  useEffect(() => {
    if (!canUndo) return
    const timer = setTimeout(() => letUndo(false), UNDO_MS)
    return () => clearTimeout(timer)
  }, [canUndo, taps])

  /**
   * Two people are two taps. A second tap within 400 ms, or a key held down, counts as the same one, as everywhere
   * here: people counted one by one come more slowly than that.
   */
  function tap(): void {
    const now = performance.now()
    const isSame = now - lastTap.current < SAME_PRESS_MS
    lastTap.current = now
    if (isSame) return
    void hear(press<Today>('POST', PATH)).then((done) => {
      if (!done) return
      setTaps((before) => before + 1)
      letUndo(true)
    })
  }

  async function undo(): Promise<void> {
    if (await hear(press<Today>('DELETE', PATH))) letUndo(false)
  }

  return (
    <section ref={part} class="part only-asked" aria-label={receptionText('asked')}>
      <div class="only-asked-row">
        <Button onPress={tap} size="large">
          {receptionText('asked')}
        </Button>
        <p role="status" class="only-asked-count figures">
          {count !== null && receptionText('askedCount', { count: formatNumber(count) })}
        </p>
        {canUndo && <Undo onPress={undo} part={part} />}
      </div>
      <p class="soft">{receptionText('askedLead')}</p>
      <ProblemLine problem={problem} />
    </section>
  )
}

/** If it goes while it has the keyboard focus, the focus moves to the first button of the part. */
function Undo({ onPress, part }: { onPress: () => Promise<void>; part: { current: HTMLElement | null } }) {
  const place = useRef<HTMLSpanElement>(null)
  useLayoutEffect(() => {
    const own = place.current
    return () => {
      if (!own || !own.contains(document.activeElement) || !part.current) return
      const first = part.current.querySelector('button')
      if (first) first.focus()
    }
  }, [])
  return (
    <span ref={place}>
      <Button kind="quiet" label={receptionText('askedUndoLast')} onPress={onPress}>
        {receptionText('askedUndo')}
      </Button>
    </span>
  )
}

startPage(Reception)
