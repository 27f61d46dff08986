// Who may steer the survey (managers), and what stands around every section of it.
import { useSignalEffect } from '@preact/signals'
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { KioskView } from '../../server/live/kiosk.ts'
import type { Problem } from '../../screens/command.ts'
import type { Hall } from '../../screens/hall.ts'
import { connectLive } from '../../screens/live.ts'
import { Foot } from '../parts/Foot.tsx'
import { Look } from '../parts/Look.tsx'
import { PageHead } from '../parts/PageHead.tsx'
import { ProblemLine } from '../parts/ProblemLine.tsx'
import { Connecting, SignIn } from '../parts/SignIn.tsx'
import { StaffBanner } from '../parts/StaffBanner.tsx'
import { forgetAnswers, useAnswer } from '../reports/ask.ts'
import { type Staff, session } from '../session.ts'
import { Answers } from './Answers.tsx'
import { Answered } from './asked.tsx'
import { FollowUp } from './FollowUp.tsx'
import { Questions } from './Questions.tsx'
import { Report } from './Report.tsx'
import { surveysText } from './texts/index.ts'
import { VisitorWords } from './VisitorWords.tsx'
import { type Months, type SectionId, SECTIONS, followWays, hasMoved, here, pathTo } from './way.ts'
import '../parts/sheet.css'
import './surveys.css'

export function Surveys({ hall }: { hall: Hall }) {
  const who = session.value
  useEffect(() => followWays(), [])
  if (who.state === 'out') return <SignIn hall={hall} title={surveysText('signInTitle')} />
  if (who.state === 'asking' || !hall.answer.value) return <Connecting />
  return <SignedIn key={who.staff.username} hall={hall} me={who.staff} />
}

function SignedIn({ hall, me }: { hall: Hall; me: Staff }) {
  const may = me.role === 'manager'
  const [live] = useState(() =>
    connectLive<KioskView>({ topic: 'kiosk', onView: (view) => hall.seen(view.hall.plan) }),
  )
  useEffect(() => () => live.close(), [live])
  // What one person was answered is not for the next.
  useState(forgetAnswers)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [looking, look] = useState(false)
  const { section, months } = here.value
  const title = surveysText(section ? `section.${section}` : 'noSection')
  useSignalEffect(() => {
    const { section: now } = here.value
    document.title = `${surveysText(now ? `section.${now}` : 'noSection')} · ${surveysText('title')} · Antre`
  })
  return (
    <div class="surveys">
      <StaffBanner live={live} view={live.view.value} />
      <PageHead title={surveysText('title')} at={live.at.value} me={me} onMenu={() => look(true)}>
        <a href="/reports/ikm/">{surveysText('toReports')}</a>
        {may && <a href="/manage/">{surveysText('toManage')}</a>}
      </PageHead>
      <main class="surveys-parts">
        <ProblemLine problem={problem} />
        {may ? (
          <>
            <nav class="surveys-menu not-printed" aria-label={surveysText('menu')}>
              {SECTIONS.map((id) => (
                <a key={id} href={pathTo(id, months)} aria-current={id === section ? 'page' : undefined}>
                  {surveysText(`section.${id}`)}
                </a>
              ))}
            </nav>
            <Place key={section} section={section} title={title} months={months} hall={hall} />
          </>
        ) : (
          <section class="part">
            <h2>{surveysText('onlyTitle')}</h2>
            <p>{surveysText('onlyLead')}</p>
          </section>
        )}
        <Foot />
      </main>
      {looking && <Look me={me} onClose={() => look(false)} onProblem={setProblem} />}
    </div>
  )
}

const PARTS = {
  questions: Questions,
  answers: Answers,
  words: VisitorWords,
  'follow-up': FollowUp,
  report: Report,
} as const

/** This year so far; in January, of which hardly anything is known, the last one too. */
function usualMonths(now: string): Months {
  const [year, month] = now.split('-').map(Number)
  return { from: `${month === 1 ? (year ?? 0) - 1 : year}-01`, to: now }
}

interface PlaceProps {
  section: SectionId | null
  title: string
  months: Months | null
  hall: Hall
}

function Place({ section, title, months, hall }: PlaceProps) {
  const head = useRef<HTMLHeadingElement>(null)
  useLayoutEffect(() => {
    if (!hasMoved.peek()) return
    window.scrollTo(0, 0)
    head.current?.focus({ preventScroll: true })
  }, [])
  const asked = useAnswer<{ today: string; firstDay: string }>('/api/reports/periods')
  const Part = section && PARTS[section]
  return (
    <>
      <h2 class="surveys-title not-printed" tabIndex={-1} ref={head}>
        {title}
      </h2>
      {Part ? (
        <Answered asked={asked}>
          {({ today, firstDay }) => {
            const now = today.slice(0, 7)
            return (
              <Part
                hall={hall}
                months={months ?? usualMonths(now)}
                first={firstDay.slice(0, 7)}
                now={now}
                today={today}
              />
            )
          }}
        </Answered>
      ) : (
        <p class="part">{surveysText('noSectionLead')}</p>
      )}
    </>
  )
}
