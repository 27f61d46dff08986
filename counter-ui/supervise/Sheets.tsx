// The page's sheets. Wide: beside each other, with what needs somebody at the left. Narrow: one at a time, so that
// nothing that comes in one moves what a finger is over in another.
import { useEffect, useState } from 'preact/hooks'
import type { AgencyView } from '../../server/live/agency.ts'
import { formatNumber } from '../../screens/format.ts'
import { useHallNow } from '../../screens/hall-now.ts'
import { Find } from '../parts/Find.tsx'
import { Foot } from '../parts/Foot.tsx'
import { ProblemLine } from '../parts/ProblemLine.tsx'
import { Attention } from './Attention.tsx'
import { alertsOf, helpsOf } from './alerts.ts'
import { Counters } from './Counters.tsx'
import { People } from './People.tsx'
import { Services } from './Services.tsx'
import { Subjects } from './Subjects.tsx'
import { useHelpSound } from './sound.tsx'
import { superviseText } from './texts/index.ts'
import { ALL, type Watch } from './watch.ts'

const PARTS = ['attention', 'counters', 'services', 'people'] as const
type Part = (typeof PARTS)[number]

/** Waits are told in minutes. */
const TICK_MS = 5_000

export function Sheets({ watch, view }: { watch: Watch; view: AgencyView }) {
  const [part, show] = useState<Part>('attention')
  const isTrue = watch.live.freshness.value === 'live'
  const now = useHallNow(watch.live.at.value, TICK_MS) ?? 0
  const helps = helpsOf(view)
  const alerts = alertsOf(view, now)
  const open = helps.filter(({ answeredBy }) => answeredBy === null)
  const count = open.length + alerts.length
  useHelpSound(open)
  useEffect(() => {
    document.title = `${count > 0 ? `(${count}) ` : ''}${superviseText('title')} · Antre`
  })
  const at = { watch, view, now, isTrue }
  const sheet = (name: Part) => (part === name ? 'sheet sheet-shown' : 'sheet')
  return (
    <div
      class={['sheets', ...(watch.agency === ALL ? ['sheets-all'] : []), ...(isTrue ? [] : ['untrue'])].join(
        ' ',
      )}
    >
      <nav class="sheets-choice" aria-label={superviseText('parts')}>
        {PARTS.map((name) => (
          <button key={name} type="button" aria-pressed={part === name} onClick={() => show(name)}>
            {superviseText(name === 'attention' ? 'attentionShort' : name)}
            {name === 'attention' && count > 0 && <span class="count figures">{formatNumber(count)}</span>}
          </button>
        ))}
      </nav>
      <div class={`${sheet('attention')} sheet-attention`}>
        <ProblemLine problem={watch.problem.value} text={isTrue ? undefined : superviseText('offline')} />
        <Attention {...at} helps={helps} alerts={alerts} />
      </div>
      <div class={`${sheet('counters')} sheet-counters`}>
        <Counters {...at} />
      </div>
      <div class={`${sheet('services')} sheet-services`}>
        <Services {...at} />
      </div>
      <div class={`${sheet('people')} sheet-people`}>
        <Find
          onFound={(id) => {
            watch.subject.value = { kind: 'visit', id }
          }}
        />
        <People {...at} />
        <Foot />
      </div>
      <Subjects {...at} />
    </div>
  )
}
