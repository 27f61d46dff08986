// The kiosk: where a visitor takes a number by touch.
import { effect, untracked } from '@preact/signals'
import { render } from 'preact'
import '../screens/base.css'
import './kiosk.css'
import { startLanguage } from '../screens/i18n.ts'
import { App } from './App.tsx'
import { endVisit, KioskContext, openKiosk } from './kiosk.ts'
import { lockPage } from './lock.ts'
import { reportKiosk } from './report.ts'
import { t } from './texts/index.ts'

startLanguage()
lockPage()
const kiosk = openKiosk()
reportKiosk(kiosk.device)
effect(() => {
  document.title = `Antre – ${t('title')}`
})
// The server closes the live connection of a kiosk that it no longer knows.
effect(() => {
  if (kiosk.live.refused.value === 'not-allowed') kiosk.device.check()
})
// What somebody chose at a kiosk that is none any more is not shown to whoever comes after its enrolment.
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
