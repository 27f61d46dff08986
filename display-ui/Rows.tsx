// The other calls: who is called as well, who is being served, who was called before.
import type { BoardCall } from '../server/live/views.ts'
import { NumberPlate } from '../screens/components/NumberPlate.tsx'
import type { Hall } from '../screens/hall.ts'
import type { Arrangement } from './arrange.ts'
import { t } from './texts/index.ts'
import { useTurn } from './turns.ts'

export interface RowsProps {
  hall: Hall
  rows: Arrangement['rows']
  pages: Arrangement['pages']
  isNew: (call: BoardCall) => boolean
}

export function Rows({ hall, rows, pages, isNew }: RowsProps) {
  const page = pages[useTurn(pages.length)] ?? []
  if (page.length === 0) return null
  return (
    <section class={`rows rows-${rows}`}>
      <p class="line rows-head" aria-hidden="true">
        <span>{t('number')}</span>
        <span>{t('counter')}</span>
      </p>
      <ul class="rows-list">
        {page.map((call) => (
          <Row key={`${call.id} ${call.calls}`} hall={hall} call={call} isNew={isNew(call)} />
        ))}
      </ul>
    </section>
  )
}

function Row({ hall, call, isNew }: { hall: Hall; call: BoardCall; isNew: boolean }) {
  const counter = hall.counters.value.get(call.counter)
  const isNow = call.status === 'called' || call.status === 'serving'
  const tone = call.status === 'called' ? 'called' : call.status === 'serving' ? 'serving' : 'plain'
  return (
    <li class={`row ${isNow ? '' : 'row-past'} ${isNew ? 'pulse' : ''}`}>
      <NumberPlate number={call.number} tone={tone} />
      <span class="row-counter">{counter ? counter.label : ''}</span>
    </li>
  )
}
