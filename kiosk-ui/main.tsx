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
import { lockPage } from './lock-page.ts'
import { startSpoken } from './spoken/mode.ts'
import { reportDevice } from '../screens/report.ts'
import { kioskText } from './texts/index.ts'

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
