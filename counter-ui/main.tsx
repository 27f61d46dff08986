// The panel of a counter: /counter/. Which of its three screens is shown: signing in, choosing a counter, or the
// panel of the counter.
import { render } from 'preact'
import { signal } from '@preact/signals'
import { loadHall, type Hall } from '../screens/hall.ts'
import { ChooseCounter } from './panel/ChooseCounter.tsx'
import { Panel } from './panel/Panel.tsx'
import { Connecting, SignIn } from './parts/SignIn.tsx'
import { remember, remembered } from './preferences.ts'
import { session, type Staff, askSession } from './session.ts'
import { panelText } from './panel/texts/index.ts'
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

startPage()
void askSession()
const page = document.getElementById('page')
if (page) render(<App hall={loadHall()} />, page)
