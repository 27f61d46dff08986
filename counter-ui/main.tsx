// The panel of a counter: /counter/. Which of its three screens is shown: signing in, choosing a counter, or the
// panel of the counter.
import { signal } from '@preact/signals'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Hall } from '../screens/hall.ts'
import type { Counter } from '../server/hall/plan.ts'
import type { Problem } from '../screens/command.ts'
import { press } from '../screens/press.ts'
import { pick } from '../screens/i18n.ts'
import { Mark } from '../screens/mark.tsx'
import { remembered, remember } from './preferences.ts'
import { sessionEnded, signOut, type Staff, session } from './session.ts'
import { panelText } from './panel/texts/index.ts'
import { staffText } from './texts.ts'
import { Button } from '../screens/components/Button.tsx'
import { Foot } from './parts/Foot.tsx'
import { ProblemLine } from './parts/ProblemLine.tsx'
import './panel/ChooseCounter.css'
import { Handed, Panel } from './panel/Panel.tsx'
import { Connecting, SignIn } from './parts/SignIn.tsx'
import { startPage } from './start.ts'

/** This browser's counter, null while one is being chosen. */
const chosen = signal<string | null>(remembered('counter'))

function choose(counter: string | null): void {
  if (counter !== null) remember('counter', counter)
  chosen.value = counter
}

/** The chosen counter, if the hall still has it and this person may work there. */
function ownCounter(hall: Hall, me: Staff): string | null {
  const counter = chosen.value === null ? undefined : hall.counters.value.get(chosen.value)
  return counter && (me.role === 'manager' || me.agency === counter.agency) ? counter.id : null
}

function App({ hall }: { hall: Hall }) {
  const who = session.value
  if (who.state === 'out') return <SignIn hall={hall} title={panelText('signInTitle')} />
  if (who.state === 'asking' || !hall.answer.value) return <Connecting />
  const counter = ownCounter(hall, who.staff)
  if (counter === null) return <ChooseCounter hall={hall} me={who.staff} onChoose={choose} />
  return (
    <Panel
      key={counter}
      counter={counter}
      hall={hall}
      me={who.staff}
      onLeave={() => choose(null)}
      onGo={choose}
    />
  )
}

// Choosing a counter of one's own agency (a manager: any) and opening it in one press.

interface ChooseProps {
  hall: Hall
  me: Staff
  onChoose: (counter: string) => void
}

function ChooseCounter({ hall, me, onChoose }: ChooseProps) {
  const [problem, setProblem] = useState<Problem | null>(null)
  const [opening, setOpening] = useState<string | null>(null)
  const list = useRef<HTMLDivElement>(null)
  const last = remembered('counter')
  // The server names the counter that this person still holds: one press leads there.
  const elsewhere = hall.counters.value.get(
    problem && problem.code === 'already-at-counter' ? (problem.about ?? '') : '',
  )
  const counters = hall.answer.value ? hall.answer.value.counters : []
  const own = counters.filter(({ agency }) => me.role === 'manager' || agency === me.agency)
  const agencies = [...hall.agencies.value.values()].filter(({ id }) =>
    own.some(({ agency }) => agency === id),
  )
  useEffect(() => {
    const first =
      list.current?.querySelector<HTMLElement>('[data-last]') ?? list.current?.querySelector('button')
    first?.focus()
  }, [])

  async function open(id: string): Promise<void> {
    if (opening !== null) return
    setOpening(id)
    setProblem(null)
    const outcome = await press('POST', `/api/counters/${id}/open`)
    setOpening(null)
    if (outcome.ok) onChoose(id)
    else if (outcome.problem.status === 401) sessionEnded()
    else setProblem(outcome.problem)
  }

  return (
    <div class="choose">
      <header class="choose-head">
        <Mark />
        <h1>{panelText('chooseTitle')}</h1>
        <span class="choose-me">{me.name}</span>
        <Button kind="quiet" onPress={async () => setProblem(await signOut())}>
          {staffText('signOut')}
        </Button>
      </header>
      <main ref={list}>
        {me.role === 'manager' && own.length === 0 ? (
          <p>
            {panelText('chooseNoneYet')} <a href="/manage/counters/">{panelText('chooseToCounters')}</a>
          </p>
        ) : (
          <ProblemLine problem={problem} text={own.length === 0 ? panelText('chooseNone') : undefined} />
        )}
        {elsewhere && (
          <p class="choose-elsewhere">
            <Button onPress={() => onChoose(elsewhere.id)}>
              {panelText('chooseElsewhere', { counter: pick(elsewhere.name) })}
            </Button>
          </p>
        )}
        {!elsewhere && me.role !== 'manager' && <Handed hall={hall} here={null} onGo={onChoose} />}
        {agencies.map((agency) => (
          <section class="choose-agency" key={agency.id}>
            <h2>{pick(agency.name)}</h2>
            <ul class="choose-list">
              {own
                .filter((counter) => counter.agency === agency.id)
                .map((counter) => (
                  <li key={counter.id}>
                    <Choice
                      hall={hall}
                      counter={counter}
                      last={counter.id === last}
                      busy={opening === counter.id}
                      onPress={() => void open(counter.id)}
                    />
                  </li>
                ))}
            </ul>
          </section>
        ))}
      </main>
      <Foot />
    </div>
  )
}

interface ChoiceProps {
  hall: Hall
  counter: Counter
  last: boolean
  busy: boolean
  onPress: () => void
}

function Choice({ hall, counter, last, busy, onPress }: ChoiceProps) {
  const zone = hall.zones.value.get(counter.zone)
  const services = counter.services.flatMap((id) => hall.services.value.get(id) ?? [])
  return (
    <button type="button" class="choice" onClick={onPress} aria-busy={busy} data-last={last ? '' : undefined}>
      <span class="choice-label">{pick(counter.name)}</span>
      <span class="choice-services">{services.map(({ name }) => pick(name)).join(' · ')}</span>
      <span class="soft">{last ? panelText('chooseLast') : zone ? pick(zone.name) : ''}</span>
    </button>
  )
}

startPage(App)
