// The simulator: /simulator/. Who may simulate (managers), what is tried, what came of it, all that was tried, and
// what nobody can tell this way.
import { useEffect, useState } from 'preact/hooks'
import type { Hall } from '../../screens/hall.ts'
import type { Staff } from '../session.ts'
import { startPage } from '../start.ts'
import type { AgencyView } from '../../server/live/agency.ts'
import type { Change } from '../../server/simulator/change.ts'
import type { Live } from '../../screens/live.ts'
import { hallDayAt } from '../parts/hall-day.ts'
import { ForOthers, ForStaff, StaffPage, useBack, usePageLive, useTitle } from '../parts/StaffPage.tsx'
import { Form } from './Form.tsx'
import { Result } from './Result.tsx'
import { changeOf, draftOf, emptyDraft, isUnderWay, openRuns } from './runs.ts'
import { Tried } from './Tried.tsx'
import { simulatorText } from './texts.ts'
import '../parts/sheet.css'
import './simulator.css'

function Simulator({ hall }: { hall: Hall }) {
  useTitle(() => simulatorText('title'))
  return (
    <ForStaff hall={hall} title={simulatorText('signInTitle')}>
      {(me) => <SignedIn hall={hall} me={me} />}
    </ForStaff>
  )
}

function SignedIn({ hall, me }: { hall: Hall; me: Staff }) {
  const may = me.role === 'manager'
  const live = usePageLive<AgencyView>(hall, may ? 'agency:all' : 'kiosk')
  const at = live.at.value
  return (
    <StaffPage
      of="simulator"
      parts="sim-parts"
      title={simulatorText('title')}
      live={live}
      me={me}
      links={
        <>
          <a href="/monitor/">{simulatorText('toMonitor')}</a>
          {may && <a href="/manage/">{simulatorText('toManage')}</a>}
        </>
      }
    >
      {may ? (
        at !== null && <Desk hall={hall} live={live} latest={dayBefore(at)} />
      ) : (
        <ForOthers title={simulatorText('onlyTitle')} lead={simulatorText('onlyLead')} />
      )}
    </StaffPage>
  )
}

/** Yesterday, by the hall's clock: `2026-11-24`. */
const dayBefore = (at: string) => hallDayAt(Date.parse(at) - 86_400_000) ?? at.slice(0, 10)

const LIMITS = ['come', 'gone', 'refused', 'pace', 'people', 'paper', 'few'] as const

function Desk({ hall, live, latest }: { hall: Hall; live: Live<unknown>; latest: string }) {
  const [runs] = useState(openRuns)
  useBack(live, runs.again)
  useEffect(() => runs.stop, [runs])
  const [draft, setDraft] = useState(() => emptyDraft(latest, latest))
  const [busy, setBusy] = useState(false)
  const list = runs.list.value ?? []
  const shown = list.find(({ id }) => id === runs.chosen.value) ?? list.find(({ would }) => would !== null)

  async function run(from: string, to: string, change: Change): Promise<void> {
    setBusy(true)
    await runs.begin({ from, to, change })
    setBusy(false)
  }

  return (
    <>
      <div class="sim-desk">
        <Form
          hall={hall}
          runs={runs}
          draft={draft}
          latest={latest}
          change={setDraft}
          busy={busy}
          onRun={() => run(draft.from, draft.to, changeOf(draft))}
        />
        <Result
          hall={hall}
          runs={runs}
          run={shown ?? list.find(isUnderWay)}
          onTry={(change) => {
            const { from, to } = shown ?? draft
            setDraft(draftOf(from, to, change))
            void run(from, to, change)
          }}
        />
      </div>
      <Tried
        hall={hall}
        runs={runs}
        shown={shown}
        onUse={({ from, to, change }) => {
          setDraft(draftOf(from, to, change))
          document.getElementById('sim-form-title')?.scrollIntoView({ block: 'nearest' })
        }}
      />
      <section class="part" aria-labelledby="sim-limits-title">
        <h2 id="sim-limits-title">{simulatorText('limitsTitle')}</h2>
        <ul class="sim-limits">
          {LIMITS.map((limit) => (
            <li key={limit}>{simulatorText(`limits.${limit}`)}</li>
          ))}
        </ul>
      </section>
    </>
  )
}

startPage(Simulator)
