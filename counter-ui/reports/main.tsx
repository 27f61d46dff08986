// The reports' page: /reports/. Who may see it, what stands around every section (head, menu, period, filters, the
// head of a printed page), and the section itself.
import { useSignalEffect } from '@preact/signals'
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Hall } from '../../screens/hall.ts'
import type { Staff } from '../session.ts'
import { startPage } from '../start.ts'
import type { Problem } from '../../screens/command.ts'
import { formatDay, formatTime } from '../../screens/format.ts'
import { language, pick } from '../../screens/i18n.ts'
import type { KioskView } from '../../server/live/kiosk.ts'
import { Foot } from '../parts/Foot.tsx'
import { Look } from '../parts/Look.tsx'
import { ProblemLine } from '../parts/ProblemLine.tsx'
import { StaffBanner } from '../parts/StaffBanner.tsx'
import '../parts/sheet.css'
import { PERIODS, type PeriodsAnswer } from './answers.ts'
import { type Asked, forgetAnswers, useAnswer } from '../parts/Answered.tsx'
import { PageHead, ForStaff, usePageLive } from '../parts/StaffPage.tsx'
import { FilterBar, filterWords } from './parts/FilterBar.tsx'
import { MonthsBar, PeriodBar } from './parts/PeriodBar.tsx'
import { Answered, type Section } from './section.tsx'
import './parts/bars.css'
import './parts/figures.css'
import './parts/tables.css'
import { comparedWith, periodWords, usualMonths, usualPeriod, wholeMonths } from './period.ts'
import './reports.css'
import { sectionsFor } from './sections.tsx'
import './sections/sections.css'
// After all that it changes.
import './print.css'
import { reportsText } from './texts/index.ts'
import { filtersOf, followWays, go, hasMoved, here, pathTo } from './way.ts'

function Reports({ hall }: { hall: Hall }) {
  useEffect(() => followWays(), [])
  return (
    <ForStaff hall={hall} title={reportsText('signInTitle')}>
      {(me) => <SignedIn hall={hall} me={me} />}
    </ForStaff>
  )
}

function SignedIn({ hall, me }: { hall: Hall; me: Staff }) {
  const live = usePageLive<KioskView>(hall, 'kiosk')
  // Answers to one person are not for the next.
  useState(forgetAnswers)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [looking, look] = useState(false)
  const periods = useAnswer<PeriodsAnswer>(PERIODS)
  const sections = sectionsFor(me, periods.answer?.officers ?? false)
  const way = here.value
  const section =
    sections.find(({ id }) => id === way.section) ?? (way.section === '' ? sections[0] : undefined)
  const title = section ? reportsText(`section.${section.id}`) : reportsText('noSection')
  useSignalEffect(() => {
    document.title = `${title} · ${reportsText('title')} · Antre`
  })
  return (
    <div class="reports">
      <a class="skip" href="#report">
        {reportsText('skip')}
      </a>
      <StaffBanner live={live} view={live.view.value} />
      <PageHead title={reportsText('title')} at={live.at.value} me={me} onMenu={() => look(true)}>
        {me.role !== 'officer' && <a href="/supervise/">{reportsText('toSupervise')}</a>}
        {me.role === 'manager' && <a href="/manage/">{reportsText('toManage')}</a>}
        {me.role === 'officer' && <a href="/counter/">{reportsText('toCounter')}</a>}
      </PageHead>
      <div class="reports-body">
        <Menu sections={sections} current={section} />
        <main id="report" class="reports-main" tabIndex={-1}>
          <ProblemLine problem={problem} />
          {section ? (
            <Place key={section.id} section={section} hall={hall} me={me} title={title} periods={periods} />
          ) : (
            <section class="part">
              <h2 class="reports-title">{title}</h2>
              <p>{reportsText('noSectionLead')}</p>
            </section>
          )}
          <Foot />
        </main>
      </div>
      {looking && <Look me={me} onClose={() => look(false)} onProblem={setProblem} />}
    </div>
  )
}

/** The sections as links that keep period and filters; on a phone as one choice. */
function Menu({ sections, current }: { sections: readonly Section[]; current: Section | undefined }) {
  const way = here.value
  return (
    <nav class="reports-menu not-printed" aria-label={reportsText('menu')}>
      <ul>
        {sections.map(({ id }) => (
          <li key={id}>
            <a
              href={pathTo({ ...way, section: id, view: {} })}
              aria-current={id === current?.id ? 'page' : undefined}
            >
              {reportsText(`section.${id}`)}
            </a>
          </li>
        ))}
      </ul>
      <label class="reports-menu-choice">
        <span class="visually-hidden">{reportsText('menu')}</span>
        <select onChange={({ currentTarget }) => go({ section: currentTarget.value, view: {} })}>
          {sections.map(({ id }) => (
            <option key={id} value={id} selected={id === current?.id}>
              {reportsText(`section.${id}`)}
            </option>
          ))}
        </select>
      </label>
    </nav>
  )
}

interface PlaceProps {
  section: Section
  hall: Hall
  me: Staff
  title: string
  periods: Asked<PeriodsAnswer>
}

function Place({ section, hall, me, title, periods }: PlaceProps) {
  const head = useRef<HTMLHeadingElement>(null)
  // Following a link begins at the top of its target.
  useLayoutEffect(() => {
    if (!hasMoved.peek()) return
    window.scrollTo(0, 0)
    head.current?.focus({ preventScroll: true })
  }, [])
  const { Part } = section
  return (
    <>
      <h2 class="reports-title" tabIndex={-1} ref={head}>
        {title}
      </h2>
      <Answered asked={periods}>
        {({ today, firstDay, lastDay }) => {
          const asked = here.value.period
          const period = section.wholeMonths
            ? wholeMonths(asked ?? usualMonths(today))
            : (asked ?? usualPeriod(today))
          const { compare, view } = here.value
          const filters = filtersOf(here.value.filters, section.filters)
          const other = section.compares && compare !== null ? comparedWith(period, compare) : null
          return (
            <>
              {section.hasPeriod && (
                <div class="part reports-bars not-printed">
                  {section.wholeMonths ? (
                    <MonthsBar period={period} today={today} firstDay={firstDay} />
                  ) : (
                    <PeriodBar
                      period={period}
                      today={today}
                      firstDay={firstDay}
                      compares={section.compares}
                    />
                  )}
                  {section.filters.length > 0 && <FilterBar hall={hall} me={me} names={section.filters} />}
                </div>
              )}
              <PrintHead
                title={title}
                hall={pick(hall.answer.value?.name ?? { id: '', en: '' })}
                period={
                  section.hasPeriod
                    ? [
                        periodWords(period),
                        ...(other ? [reportsText('comparedWith', { period: periodWords(other) })] : []),
                      ].join(' · ')
                    : null
                }
                filters={filterWords(hall, filters)}
                printed={(day, time) => reportsText('printed', { day, time })}
              />
              {section.hasPeriod && period.from > lastDay ? (
                <p class="part">{reportsText('future')}</p>
              ) : section.hasPeriod && period.to < firstDay ? (
                <p class="part">{reportsText('beforeFirst', { day: formatDay(`${firstDay}T12:00:00Z`) })}</p>
              ) : (
                <Part
                  key={language.value}
                  hall={hall}
                  me={me}
                  period={period}
                  other={other}
                  filters={filters}
                  view={view}
                  today={today}
                />
              )}
            </>
          )
        }}
      </Answered>
    </>
  )
}

interface PrintHeadProps {
  title: string
  hall: string
  /** The period in words; null: the section has none. */
  period: string | null
  /** The filters in words. */
  filters: readonly string[]
  printed: (day: string, time: string) => string
}

/** The head of a printed report, in full on the first page: the hall, days and filters, and when it was printed. */
function PrintHead({ title, hall, period, filters, printed }: PrintHeadProps) {
  const line = [title, hall, period, ...filters].filter((part) => part !== null).join(' · ')
  useEffect(() => lineOnEachPage(line), [line])
  const now = Date.now()
  return (
    <div class="print-head">
      <p class="print-hall">{hall}</p>
      {period !== null && <p>{period}</p>}
      {filters.length > 0 && <p>{filters.join(' · ')}</p>}
      <p class="soft">{printed(formatDay(now), formatTime(now))}</p>
    </div>
  )
}

/** More letters than this do not fit into the margin of A4. */
const MOST = 120

/** Puts a line into the upper margin of all pages but the first; returns how to remove it. */
function lineOnEachPage(line: string): () => void {
  // The page’s policy forbids style elements, but not a style sheet made by a script.
  if (!('adoptedStyleSheets' in document)) return () => undefined
  const cut = line.length > MOST ? `${line.slice(0, MOST)}…` : line
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(
    `@page { @top-left { content: ${JSON.stringify(cut)}; font: 8pt sans-serif; white-space: nowrap } }` +
      '@page :first { @top-left { content: none } }',
  )
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
  return () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet)
  }
}

startPage(Reports)
