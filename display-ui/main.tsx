// The board on the television: who is called where, and the zone's voice where this display is its speaker.
import { effect, signal, untracked } from '@preact/signals'
import { render } from 'preact'
import './old-televisions.ts'
import './ground.css'
import '../screens/dark.css'
import './display.css'
import type { Device } from '../server/access/devices.ts'
import type { BoardView } from '../server/live/board.ts'
import { knowDevice } from '../screens/device.ts'
import { loadHall } from '../screens/hall.ts'
import { startLanguage } from '../screens/i18n.ts'
import { connectLive, type Live } from '../screens/live.ts'
import { reportDevice } from '../screens/report.ts'
import { sharedText } from '../screens/texts/index.ts'
import { browserSpeakerIo } from './audio.ts'
import { Board } from './Board.tsx'
import { isNight } from './Closed.tsx'
import { Unknown } from './Unknown.tsx'
import { SoundButton } from './SoundButton.tsx'
import { hallLanguages, isAlone } from './languages.ts'
import { browserJoinIo, join, wantsCode } from './join.ts'
import { layoutOf, topicOf, type BoardLayout } from './layout.ts'
import { memoryMb } from './memory.ts'
import { watchShape } from './shape.ts'
import { askBrowser, soundState } from './sound-state.ts'
import { createSpeaker } from './speaker.ts'
import { boardText } from './texts/index.ts'
import { browserUpkeepIo, fitGlass } from './weeks/browser.ts'
import { startUpkeep } from './weeks/upkeep.ts'

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
/** The code that makes it a display, from when it knows that it is none. */
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
  // A zone's board hangs in that zone; another one where the device stands.
  const own = layout.kind === 'zone' ? layout.of[0] : null
  shown.value = { live, layout, place: own || (device && device.zone) }
}

// A display that nobody enrolled is a mute board: the same facts hang on the wall.
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
        <p class="connecting line">{sharedText('connecting')}</p>
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
