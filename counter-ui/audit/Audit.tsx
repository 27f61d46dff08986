// Who may see the audit (supervisors, for what concerns their agency, and managers), a search, and its results.
import { useSignalEffect } from '@preact/signals'
import { useState } from 'preact/hooks'
import type { AgencyView, AgencyPerson } from '../../server/live/agency.ts'
import type { Hall } from '../../screens/hall.ts'
import { language } from '../../screens/i18n.ts'
import { ProblemLine } from '../parts/ProblemLine.tsx'
import { ForOthers, ForStaff, StaffPage, usePageLive } from '../parts/StaffPage.tsx'
import type { Staff } from '../session.ts'
import { Form } from './Form.tsx'
import { Found } from './Found.tsx'
import { type Filters, readFilters, writeFilters, openRecord } from './record.ts'
import { auditText } from './texts.ts'
import '../parts/sheet.css'
import './audit.css'

export function Audit({ hall }: { hall: Hall }) {
  useSignalEffect(() => {
    document.title = `${auditText('title')} · Antre`
  })
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
