// The board on the television: who is called where, and the zone's voice where this display is its speaker.
import { effect, signal, untracked } from '@preact/signals'
import { render } from 'preact'
import './old-televisions.ts'
import '../screens/base.css'
import './display.css'
import type { BoardView } from '../server/live/views.ts'
import { knowDevice } from '../screens/device.ts'
import { loadHall } from '../screens/hall.ts'
import { startLanguage } from '../screens/i18n.ts'
import { connectLive, type Live } from '../screens/live.ts'
import { sharedText } from '../screens/texts/index.ts'
import { browserSpeakerIo } from './audio.ts'
import { Board } from './Board.tsx'
import { SoundButton } from './SoundButton.tsx'
import { createSpeaker } from './speaker.ts'
import { t } from './texts/index.ts'
import { boardTopic } from './topic.ts'

startLanguage()
const hall = loadHall()
const device = knowDevice('display')
const speaker = createSpeaker(browserSpeakerIo())
const live = signal<Live<BoardView> | null>(null)

function follow(id: string | null, zone: string | null): void {
  if (live.value) live.value.close()
  live.value = connectLive<BoardView>({
    topic: boardTopic(zone, location.search),
    onView(view) {
      hall.seen(view.hall.plan)
      speaker.follow(view.announcement, id)
    },
  })
}

// A display that nobody enrolled is a mute board: the same facts hang on the wall.
effect(() => {
  const state = device.state.value
  untracked(() => {
    if (state.status === 'enrolled') follow(state.device.id, state.device.zone)
    if (state.status === 'none') follow(null, null)
  })
})
// The server closes the connection of a display that it no longer knows.
effect(() => {
  if (live.value && live.value.refused.value === 'not-allowed') device.check()
})
effect(() => {
  document.title = `Antre – ${t('title')}`
})

function App() {
  const state = device.state.value
  return (
    <>
      {live.value ? (
        <Board hall={hall} live={live.value} />
      ) : (
        <p class="connecting line">{sharedText('connecting')}</p>
      )}
      {state.status === 'none' && state.problem && (
        <div class="problem" role="alert">
          <p class="line">{state.problem.title}</p>
          <p class="problem-words">{state.problem.detail}</p>
        </div>
      )}
      {speaker.blocked.value && <SoundButton onPress={() => speaker.unlock()} />}
    </>
  )
}

const root = document.getElementById('app')
if (root) render(<App />, root)
