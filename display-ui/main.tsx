// The board on the television: who is called where, and the zone's voice if this display is its speaker.
import { effect, signal, untracked } from '@preact/signals'
import { render } from 'preact'
import type { Device } from '../server/access/devices.ts'
import type { BoardView } from '../server/live/board.ts'
import type { Problem } from '../screens/command.ts'
import { knowDevice } from '../screens/device.ts'
import { SPEAKER, Drawing } from '../screens/drawing.tsx'
import { loadHall } from '../screens/hall.ts'
import { startLanguage } from '../screens/i18n.ts'
import { type Live, connectLive } from '../screens/live.ts'
import { reportDevice } from '../screens/report.ts'
import { standingText } from '../screens/texts/standing.ts'
import { Board } from './Board.tsx'
import { isNight } from './parts.tsx'
import { browserJoinIo, join, wantsCode } from './join.ts'
import { type BoardLayout, layoutOf, topicOf } from './layout.ts'
import { watchShape } from './fit.ts'
import { browserSpeakerIo, askBrowser, soundState, createSpeaker } from './speaker.ts'
import { hallLanguages, isAlone, boardText } from './texts.ts'
import { browserUpkeepIo, fitGlass, startUpkeep } from './upkeep.ts'
import './old-televisions.ts'
import './ground.css'
import '../screens/dark.css'
import './display.css'

startLanguage()
watchShape()
fitGlass(location.search)
const hall = loadHall()
const device = knowDevice('display')
const speaker = createSpeaker(browserSpeakerIo())
const shown = signal<{ live: Live<BoardView>; layout: BoardLayout; place: string | null } | null>(null)
reportDevice('display', device, () => ({
  sound: soundState.value,
  memoryMb: memoryMb(),
}))
/** The code that makes it a display, once it knows that it is not one. */
const code = signal<ReturnType<typeof join> | null>(null)
isAlone.value = /[?&]lang=/.test(location.search)

function follow(device: Device | null): void {
  if (shown.value) shown.value.live.close()
  const layout = layoutOf(device, location.search)
  const live = connectLive<BoardView>({
    topic: topicOf(layout),
    onView(view) {
      hall.seen(view.hall.plan)
      speaker.follow(view.announcement, device && device.id)
    },
  })
  // A zone's board hangs in that zone; any other where the device is.
  const own = layout.kind === 'zone' ? layout.of[0] : null
  shown.value = { live, layout, place: own || (device && device.zone) }
}

// A display that is not enrolled is a mute board: the same facts hang on the wall.
effect(() => {
  const state = device.state.value
  untracked(() => {
    if (state.status === 'enrolled') {
      follow(state.device)
      askBrowser()
    }
    if (state.status !== 'none') return
    follow(null)
    if (!code.value && wantsCode(location.search)) code.value = join(browserJoinIo)
  })
})
// The server closes the connection of a display that it no longer knows.
effect(() => {
  if (shown.value && shown.value.live.refused.value === 'not-allowed') device.check()
})
effect(() => {
  if (hall.answer.value) hallLanguages.value = hall.answer.value.languages
})
effect(() => {
  document.title = `Antre – ${boardText('title')}`
})

function App() {
  const state = device.state.value
  const problem = state.status === 'none' ? state.problem : null
  const ownCode = state.status === 'none' && code.value ? code.value.value : null
  const isBlocked = state.status === 'enrolled' && soundState.value === 'blocked'
  return (
    <>
      {shown.value ? (
        <Board hall={hall} {...shown.value} isNoted={isBlocked || problem !== null || ownCode !== null} />
      ) : (
        <p class="connecting line">{standingText('connecting')}</p>
      )}
      <Unknown problem={problem} code={ownCode} />
      {isBlocked && <SoundButton onPress={() => speaker.unlock()} />}
    </>
  )
}

startUpkeep(() => {
  if (!shown.value) return null
  const { freshness, view } = shown.value.live
  return { freshness: freshness.value, night: view.value !== null && isNight(view.value) }
}, browserUpkeepIo)

const root = document.getElementById('app')
if (root) render(<App />, root)

// If the browser forbids sound until somebody touches the screen: one plain button, reachable by a remote too.
function SoundButton({ onPress }: { onPress: () => void }) {
  return (
    <button type="button" class="sound line" ref={takeFocus} onClick={onPress}>
      <Drawing path={SPEAKER} />
      <span>{boardText('soundOn')}</span>
    </button>
  )
}

/** Not a function of the component: as the same one it is called once. */
function takeFocus(button: HTMLElement | null): void {
  if (button) button.focus()
}

// At the foot of a board that is not enrolled: the code that makes it a display, and why its link did not. It covers
// only the foot; who is called can still be read.
function Unknown({ problem, code }: { problem: Problem | null; code: string | null }) {
  return (
    <>
      {(problem || code !== null) && (
        <div class={problem ? 'problem' : 'problem join'} role={problem ? 'alert' : 'status'}>
          {code !== null && <p class="line join-code">{code}</p>}
          <p class="problem-words">
            {problem && <strong>{problem.title}. </strong>}
            {code === null ? problem && problem.detail : boardText('join')}
          </p>
        </div>
      )}
    </>
  )
}

// How much of the browser's memory this page takes: only Chromium says, and rounds it.
interface Telling extends Performance {
  /** Not in the standard. */
  memory?: { usedJSHeapSize: number }
}

/** In MB (a million bytes); `undefined` if the browser does not say. */
function memoryMb(): number | undefined {
  const { memory } = performance as Telling
  return memory && Math.round(memory.usedJSHeapSize / 1e6)
}
