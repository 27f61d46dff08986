// The survey as its manager steers it: /surveys/. Who may see it (managers), and what stands around every section of
// it.
import { useSignalEffect } from '@preact/signals'
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Hall } from '../../screens/hall.ts'
import type { Staff } from '../session.ts'
import { startPage } from '../start.ts'
import type { KioskView } from '../../server/live/kiosk.ts'
import { Answered, forgetAnswers, useAnswer } from '../parts/Answered.tsx'
import { ForOthers, ForStaff, StaffPage, usePageLive } from '../parts/StaffPage.tsx'
import { Answers } from './Answers.tsx'
import { FollowUp } from './FollowUp.tsx'
import { Questions } from './Questions.tsx'
import { Report } from './Report.tsx'
import { surveysText } from './texts.ts'
import { VisitorWords } from './VisitorWords.tsx'
import { type Months, type SectionId, SECTIONS, followWays, hasMoved, here, pathTo } from './months.tsx'
import '../parts/sheet.css'
import './surveys.css'

function Surveys({ hall }: { hall: Hall }) {
  useEffect(() => followWays(), [])
  return (
    <ForStaff hall={hall} title={surveysText('signInTitle')}>
      {(me) => <SignedIn hall={hall} me={me} />}
    </ForStaff>
  )
}

function SignedIn({ hall, me }: { hall: Hall; me: Staff }) {
  const may = me.role === 'manager'
  const live = usePageLive<KioskView>(hall, 'kiosk')
  // Answers to one person are not for the next.
  useState(forgetAnswers)
  const { section, months } = here.value
  const title = surveysText(section ? `section.${section}` : 'noSection')
  useSignalEffect(() => {
    const { section: now } = here.value
    document.title = `${surveysText(now ? `section.${now}` : 'noSection')} · ${surveysText('title')} · Antre`
  })
  return (
    <StaffPage
      of="surveys"
      parts="surveys-parts"
      title={surveysText('title')}
      live={live}
      me={me}
      links={
        <>
          <a href="/reports/ikm/">{surveysText('toReports')}</a>
          {may && <a href="/manage/">{surveysText('toManage')}</a>}
        </>
      }
    >
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
        <ForOthers title={surveysText('onlyTitle')} lead={surveysText('onlyLead')} />
      )}
    </StaffPage>
  )
}

const PARTS = {
  questions: Questions,
  answers: Answers,
  words: VisitorWords,
  'follow-up': FollowUp,
  report: Report,
} as const

/** This year so far; in January, about which hardly anything is known, last year too. */
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

startPage(Surveys)
