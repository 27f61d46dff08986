// The kiosk: where a visitor takes a number by touch.
import { effect, untracked } from '@preact/signals'
import { render } from 'preact'
import '../screens/base.css'
import './kiosk.css'
import { startLanguage } from '../screens/i18n.ts'
import { App } from './App.tsx'
import { KioskContext, endVisit, languagesOf, openKiosk, recoverNumber } from './kiosk.ts'
import { keepNumber, keptNumber } from './kept.ts'
import { startScans } from './kiosk-scans.ts'
import { startSpoken } from './spoken/mode.ts'
import { reportDevice } from '../screens/report.ts'
import { kioskText } from './texts/index.ts'

// No way out of the page: no menu, no selection, no zoom, nothing dragged away or dropped in, no browser shortcuts,
// no way back. What a page cannot block (Ctrl+W, Ctrl+N, Alt+F4) the browser's kiosk mode does: docs/kiosk.md.
const NEVER = ['contextmenu', 'dragstart', 'dragover', 'drop', 'gesturestart', 'auxclick'] as const

/** Keys that a browser or its system would use itself. */
const FOREIGN = /^(F\d|ContextMenu|Browser|Launch|Print|Help)/

startLanguage()
lockPage()
const kiosk = openKiosk()
startScans(kiosk)
startSpoken({
  languages: () => languagesOf(kiosk),
  isUnused: () => kiosk.trip.place.value.at === 'start' && !kiosk.trip.chosen.value.length,
})
reportDevice('kiosk', kiosk.device)
effect(() => {
  document.title = `Antre – ${kioskText('title')}`
})
// The number on the screen is kept until it leaves the screen.
const kept = keptNumber()
if (kept) kiosk.trip.go({ at: 'number', taken: kept })
void recoverNumber(kiosk)
effect(() => {
  const place = kiosk.trip.place.value
  keepNumber(place.at === 'number' ? place.taken : null)
})
// The server closes the live connection of a kiosk that it no longer knows.
effect(() => {
  if (kiosk.live.refused.value === 'not-allowed') kiosk.device.check()
})
// What somebody chose at a kiosk that has been revoked is not shown to the visitor who comes after its next
// enrolment.
effect(() => {
  if (kiosk.device.state.value.status !== 'none') return
  untracked(() => {
    if (kiosk.trip.place.value.at !== 'number') endVisit(kiosk)
  })
})

const root = document.getElementById('app')
if (root) {
  render(
    <KioskContext.Provider value={kiosk}>
      <App />
    </KioskContext.Provider>,
    root,
  )
}

/** Locks the page for good. */
function lockPage(): void {
  const prevent = (event: Event) => event.preventDefault()
  for (const name of NEVER) addEventListener(name, prevent)
  addEventListener('selectstart', (event) => {
    // Inside a field the caret moves by selecting.
    if (!(event.target instanceof HTMLInputElement)) event.preventDefault()
  })
  addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || FOREIGN.test(event.key)) event.preventDefault()
  })
  // Two fingers zoom on a touch screen, Ctrl and the wheel on a trackpad or a mouse.
  const preventZoom = (event: Event) => {
    const fingers = 'touches' in event ? (event as TouchEvent).touches.length : 0
    const wheelZoom = 'ctrlKey' in event && (event as WheelEvent).ctrlKey
    if ((fingers > 1 || wheelZoom) && event.cancelable) event.preventDefault()
  }
  addEventListener('touchmove', preventZoom, { passive: false })
  addEventListener('wheel', preventZoom, { passive: false })
  holdHistory()
}

/** Going back leads here again. Browsers skip a history entry made without a touch, so each touch checks. */
function holdHistory(): void {
  const hold = () => {
    if (history.state !== 'held') history.pushState('held', '')
  }
  addEventListener('popstate', hold)
  addEventListener('click', hold, true)
}
