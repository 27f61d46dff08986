// A search and what it finds. The address says what is looked for, so that it can be sent to a colleague.
import { useSignalEffect } from '@preact/signals'
import { useState } from 'preact/hooks'
import type { AgencyPerson } from '../../server/live/agency.ts'
import type { Hall } from '../../screens/hall.ts'
import { language } from '../../screens/i18n.ts'
import { ProblemLine } from '../parts/ProblemLine.tsx'
import type { Staff } from '../session.ts'
import { type Filters, readFilters, writeFilters } from './filters.ts'
import { Form } from './Form.tsx'
import { Lines } from './Lines.tsx'
import { openRecord } from './record.ts'
import { auditText } from './texts/index.ts'

interface SearchProps {
  hall: Hall
  me: Staff
  people: readonly AgencyPerson[]
}

export function Search({ hall, me, people }: SearchProps) {
  const [record] = useState(openRecord)
  const [filters, setFilters] = useState(() => readFilters(location.search))
  // At first, and again in another language: the sentences are the server's.
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
      <Lines record={record} onOnly={(only) => search({ ...filters, ...only })} />
    </>
  )
}
