// The audit's page: /audit/. Who may see it (supervisors, for what concerns their agency, and managers), a search,
// and its results.
import { useSignalEffect } from '@preact/signals'
import { useState } from 'preact/hooks'
import type { Hall } from '../../screens/hall.ts'
import type { Staff } from '../session.ts'
import { startPage } from '../start.ts'
import type { AgencyView, AgencyPerson } from '../../server/live/agency.ts'
import { language } from '../../screens/i18n.ts'
import { ProblemLine } from '../parts/ProblemLine.tsx'
import { ForOthers, ForStaff, StaffPage, usePageLive, useTitle } from '../parts/StaffPage.tsx'
import { Form } from './Form.tsx'
import { Button } from '../../screens/components/Button.tsx'
import { formatDay } from '../../screens/format.ts'
import { type Filters, type Line, type AuditRecord, readFilters, writeFilters, openRecord } from './record.ts'
import { auditText } from './texts.ts'
import '../parts/sheet.css'
import './audit.css'

function Audit({ hall }: { hall: Hall }) {
  useTitle(() => auditText('title'))
  return (
    <ForStaff hall={hall} title={auditText('signInTitle')}>
      {(me) => <SignedIn hall={hall} me={me} />}
    </ForStaff>
  )
}

function SignedIn({ hall, me }: { hall: Hall; me: Staff }) {
  const may = me.role !== 'officer'
  // Besides the hall's time it has the people, to be chosen by name.
  const live = usePageLive<AgencyView>(hall, may ? `agency:${me.agency ?? 'all'}` : 'kiosk')
  const view = live.view.value
  return (
    <StaffPage
      of="audit"
      parts="audit-parts"
      title={auditText('title')}
      live={live}
      me={me}
      links={
        <>
          <a href="/counter/">{auditText('toCounter')}</a>
          <a href="/reception/">{auditText('toReception')}</a>
          {may && <a href="/supervise/">{auditText('toSupervise')}</a>}
          {me.role === 'manager' && <a href="/manage/">{auditText('toManage')}</a>}
        </>
      }
    >
      {may ? (
        <Search hall={hall} me={me} people={view ? view.staff : []} />
      ) : (
        <ForOthers title={auditText('onlyTitle')} lead={auditText('onlyLead')} />
      )}
    </StaffPage>
  )
}

// A search and its results. The address holds the question, so that it can be sent to a colleague.
interface SearchProps {
  hall: Hall
  me: Staff
  people: readonly AgencyPerson[]
}

function Search({ hall, me, people }: SearchProps) {
  const [record] = useState(openRecord)
  const [filters, setFilters] = useState(() => readFilters(location.search))
  // At first, and again when the language changes: the sentences come from the server.
  useSignalEffect(() => {
    if (language.value !== '') void record.search(filters)
  })

  function search(wanted: Filters): void {
    setFilters(wanted)
    const query = writeFilters(wanted)
    history.replaceState(null, '', query === '' ? location.pathname : `?${query}`)
    void record.search(wanted)
  }

  return (
    <>
      <section class="part" aria-labelledby="search-title">
        <h2 id="search-title">{auditText('searchTitle')}</h2>
        <p>{me.role === 'manager' ? auditText('leadAll') : auditText('leadOwn')}</p>
        <Form
          key={writeFilters(filters)}
          hall={hall}
          me={me}
          people={people}
          filters={filters}
          record={record}
          onSearch={search}
        />
        <ProblemLine problem={record.problem.value} />
      </section>
      <Found record={record} onOnly={(only) => search({ ...filters, ...only })} />
    </>
  )
}

// The results: day by day, each line in words. Press a number, a counter or a person to narrow the search to it.

interface LinesProps {
  record: AuditRecord
  onOnly: (only: Partial<Filters>) => void
}

function Found({ record, onOnly }: LinesProps) {
  const lines = record.lines.value
  const { busy, next } = record
  const isOld = record.problem.value !== null || (busy.value && lines !== null)
  return (
    <section class={isOld ? 'part untrue' : 'part'} aria-labelledby="found-title" aria-busy={busy.value}>
      <h2 id="found-title">{auditText('found')}</h2>
      {byDay(lines ?? []).map(([day, ofDay]) => (
        <div key={day}>
          <h3 class="audit-day">{formatDay(ofDay[0]?.at ?? day)}</h3>
          <ol class="audit-lines">
            {ofDay.map((line) => (
              <One key={`${line.record} ${line.seq}`} line={line} onOnly={onOnly} />
            ))}
          </ol>
        </div>
      ))}
      <p role="status" class="soft">
        {busy.value ? auditText('searching') : lines && outcome(record, lines)}
      </p>
      {next.value !== null && <Button onPress={record.older}>{auditText('older')}</Button>}
    </section>
  )
}

function One({ line, onOnly }: { line: Line; onOnly: LinesProps['onOnly'] }) {
  const { number, counter, staff, who } = line
  return (
    <li class="audit-line">
      <time dateTime={line.at}>{language.value === 'id' ? line.time.replace(/:/g, '.') : line.time}</time>
      <div class="audit-words">
        <p>{line.what}</p>
        {line.note !== null && <p class="audit-note">{auditText('note', { note: line.note })}</p>}
        <p class="audit-about">
          {staff === null ? (
            <span>{who}</span>
          ) : (
            <Only label={auditText('onlyPerson', { who })} words={who} onPress={() => onOnly({ staff })} />
          )}
          {number !== null && (
            <Only
              label={auditText('onlyNumber', { number })}
              words={number}
              onPress={() => onOnly({ number, from: '', day: line.day })}
            />
          )}
          {counter !== null && (
            <Only
              label={auditText('onlyCounter', { counter: counter.name })}
              words={counter.name}
              onPress={() => onOnly({ counter: counter.id })}
            />
          )}
        </p>
      </div>
    </li>
  )
}

function Only({ label, words, onPress }: { label: string; words: string; onPress: () => void }) {
  return (
    <button type="button" class="audit-only" aria-label={label} title={label} onClick={onPress}>
      {words}
    </button>
  )
}

function outcome({ next, reached }: AuditRecord, lines: readonly Line[]): string {
  const day = reached.value === null ? '' : formatDay(`${reached.value}T12:00:00Z`)
  if (next.value === null) return lines.length === 0 ? auditText('none') : auditText('all')
  return lines.length === 0 ? auditText('noneYet', { day }) : auditText('reached', { day })
}

/** The lines of each day, as they come. */
function byDay(lines: readonly Line[]): [string, Line[]][] {
  const days: [string, Line[]][] = []
  for (const line of lines) {
    const last = days.at(-1)
    if (last && last[0] === line.day) last[1].push(line)
    else days.push([line.day, [line]])
  }
  return days
}

startPage(Audit)
