// The page's sheets. Wide: side by side, with what needs attention on the left. Narrow: one at a time, so that nothing
// arriving in one moves what a finger is over in another.
import { useEffect, useState, useRef } from 'preact/hooks'
import { formatNumber } from '../../screens/format.ts'
import { useHallNow } from '../../screens/hall-now.ts'
import type { AgencyPerson, AgencyView } from '../../server/live/agency.ts'
import { Find } from '../hall/Find.tsx'
import { Foot } from '../parts/Foot.tsx'
import { ProblemLine } from '../parts/ProblemLine.tsx'
import { counterName } from '../parts/names.ts'
import { Counters, Services } from './Rows.tsx'
import { Subjects } from './Subjects.tsx'
import { Urgent, alertsOf, helpsOf } from './Urgent.tsx'
import { playTone } from '../parts/tone.ts'
import { remember, remembered } from '../preferences.ts'
import { superviseText } from './texts.ts'
import { type ViewAt, ALL, type Watch } from './watch.ts'

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
        <Urgent {...at} helps={helps} alerts={alerts} />
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

/** The people: who is signed in and where; those who have not come yet are folded away. */
function People({ watch, view }: ViewAt) {
  const here = view.staff.filter(({ signedIn, counter }) => signedIn || counter !== null)
  const away = view.staff.filter(({ signedIn, counter }) => !signedIn && counter === null)
  const row = (person: AgencyPerson) => (
    <li key={person.username} class="person">
      <span>{person.name}</span>
      <span class="soft">
        {person.role === 'officer' ? '' : `${superviseText(`role.${person.role}`)} · `}
        {person.counter === null ? superviseText('noCounter') : counterName(watch.hall, person.counter)}
      </span>
    </li>
  )
  return (
    <section class="part" aria-labelledby="people-title">
      <h2 id="people-title">{superviseText('people')}</h2>
      {view.staff.length === 0 && <p class="soft">{superviseText('peopleNone')}</p>}
      {view.staff.length > 0 && here.length === 0 && <p class="soft">{superviseText('peopleNobody')}</p>}
      {here.length > 0 && <ul>{here.map(row)}</ul>}
      {away.length > 0 && (
        <details>
          <summary>{superviseText('peopleAway', { count: formatNumber(away.length) })}</summary>
          <ul class="people-away">
            {away.map(({ username, name }) => (
              <li key={username}>{name}</li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

// The sound of a call for help: off until this browser's user wants it, and only for calls that nobody has answered.

const isOn = () => remembered('help-sound') === 'on'

/** Sounds when a new call comes. */
function useHelpSound(open: readonly { id: string }[]): void {
  const known = useRef<ReadonlySet<string>>(new Set())
  const ids = open.map(({ id }) => id)
  useEffect(() => {
    const isNew = ids.some((id) => !known.current.has(id))
    known.current = new Set(ids)
    if (isNew && isOn()) playTone()
  }, [ids.join(' ')])
}

/** Whether it sounds, in the menu; ticking it plays it once. */
export function SoundChoice() {
  const [on, setOn] = useState(isOn)
  return (
    <label class="tick tick-row">
      <input
        type="checkbox"
        checked={on}
        onChange={(event) => {
          const { checked } = event.currentTarget
          remember('help-sound', checked ? 'on' : null)
          setOn(checked)
          if (checked) playTone()
        }}
      />
      <span>{superviseText('sound')}</span>
    </label>
  )
}
