// The supervisors' page: /supervise/. Who may see it, and how: a supervisor sees their own agency, a manager chooses
// one or all.
import { useEffect, useState } from 'preact/hooks'
import type { Hall } from '../../screens/hall.ts'
import { type Staff, useRefused } from '../session.ts'
import { startPage } from '../start.ts'
import type { Problem } from '../../screens/command.ts'
import { pick } from '../../screens/i18n.ts'
import { Look } from '../parts/Look.tsx'
import { ProblemLine } from '../parts/ProblemLine.tsx'
import { StaffBanner } from '../parts/StaffBanner.tsx'
import { PageHead, ForStaff, useTitle } from '../parts/StaffPage.tsx'
import { remember, remembered } from '../preferences.ts'
import { OnlySupervisors } from './OnlySupervisors.tsx'
import { Sheets, SoundChoice } from './Sheets.tsx'
import { superviseText } from './texts.ts'
import { ALL, openWatch } from './watch.ts'
import '../parts/sheet.css'
import './supervise.css'
import './urgent.css'
import './sheet-rows.css'
import '../parts/SignIn.css'

function Supervise({ hall }: { hall: Hall }) {
  useTitle(() => superviseText('title'))
  return (
    <ForStaff hall={hall} title={superviseText('signInTitle')}>
      {(me) => (me.role === 'officer' ? <OnlySupervisors me={me} /> : <SignedIn hall={hall} me={me} />)}
    </ForStaff>
  )
}

/**
 * A supervisor's own agency; for the manager the one that the address names, else the last one viewed, if the plan
 * still has it.
 */
function firstAgency(hall: Hall, me: Staff): string {
  if (me.agency !== null) return me.agency
  const last = new URLSearchParams(location.search).get('agency') ?? remembered('agency')
  return last !== null && hall.agencies.value.has(last) ? last : ALL
}

function SignedIn({ hall, me }: { hall: Hall; me: Staff }) {
  const [watch, setWatch] = useState(() => openWatch(hall, me, firstAgency(hall, me)))
  useEffect(() => () => watch.close(), [watch])
  useRefused(watch.live)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [looking, look] = useState(false)
  const { live, agency } = watch
  const view = live.view.value
  const own = hall.agencies.value.get(me.agency ?? '')

  function choose(next: string): void {
    remember('agency', next)
    setWatch(openWatch(hall, me, next))
  }

  return (
    <div class="supervise">
      <StaffBanner live={live} view={view} />
      <PageHead title={superviseText('title')} at={live.at.value} me={me} onMenu={() => look(true)}>
        {own ? (
          <span class="head-agency">{pick(own.name)}</span>
        ) : (
          <Agencies hall={hall} chosen={agency} onChoose={choose} />
        )}
        <a href="/counter/">{superviseText('toCounter')}</a>
        <a href="/reception/">{superviseText('toReception')}</a>
        <a href="/monitor/">{superviseText('toMonitor')}</a>
        <a href="/audit/">{superviseText('toAudit')}</a>
        {own && <a href="/manage/own/">{superviseText('toOwn')}</a>}
      </PageHead>
      <main>
        <ProblemLine problem={problem} />
        {view ? <Sheets key={agency} watch={watch} view={view} /> : <Wait />}
      </main>
      {looking && (
        <Look me={me} onClose={() => look(false)} onProblem={setProblem}>
          <p class="menu-ways">
            <a href="/counter/">{superviseText('toCounter')}</a>
            <a href="/reception/">{superviseText('toReception')}</a>
            <a href="/monitor/">{superviseText('toMonitor')}</a>
            <a href="/audit/">{superviseText('toAudit')}</a>
            {own && <a href="/manage/own/">{superviseText('toOwn')}</a>}
          </p>
          <SoundChoice />
        </Look>
      )}
    </div>
  )
}

function Wait() {
  return (
    <p class="supervise-wait" role="status">
      <span class="spinner" aria-hidden="true" /> {superviseText('connecting')}
    </p>
  )
}

// The manager's choice: one agency, or all of them.
interface AgenciesProps {
  hall: Hall
  chosen: string
  onChoose: (agency: string) => void
}

function Agencies({ hall, chosen, onChoose }: AgenciesProps) {
  return (
    <div class="field head-agency">
      <label class="visually-hidden" for="agency">
        {superviseText('chooseAgency')}
      </label>
      <select id="agency" value={chosen} onChange={(event) => onChoose(event.currentTarget.value)}>
        <option value={ALL}>{superviseText('allAgencies')}</option>
        {[...hall.agencies.value.values()].map(({ id, name }) => (
          <option key={id} value={id}>
            {pick(name)}
          </option>
        ))}
      </select>
    </div>
  )
}

startPage(Supervise)
