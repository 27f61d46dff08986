// The kiosk: where a visitor takes a number by touch. It shows the current place of the visitor's trip, unless the
// kiosk itself is not ready.
import { effect, untracked } from '@preact/signals'
import { render } from 'preact'
import '../screens/base.css'
import './kiosk.css'
import { startLanguage } from '../screens/i18n.ts'
import type { Problem } from '../screens/command.ts'
import { Button } from '../screens/components/Button.tsx'
import { ScanWord } from '../screens/scan-word.tsx'
import { Idle, StillThere } from './idle/Idle.tsx'
import { languagesOf, useKiosk, KioskContext, endVisit, openKiosk, recoverNumber } from './kiosk.ts'
import { scanTrouble, scanTroubleOver, startScans } from './kiosk-scans.ts'
import { Shell } from './parts/Shell.tsx'
import { Check } from './places/Check.tsx'
import { LifeEvent, LifeEvents } from './places/LifeEvents.tsx'
import { Scanned } from './places/Scanned.tsx'
import { Agencies, Agency, Wanted } from './places/Services.tsx'
import { Start } from './places/Start.tsx'
import { YourNumber } from './places/YourNumber.tsx'
import { Search } from './search/Search.tsx'
import { AskLanguage } from './spoken/Spoken.tsx'
import { spoken } from './spoken/state.ts'
import { kioskText, languageName } from './texts/index.ts'
import type { Place } from './trip.ts'
import { keepNumber, keptNumber } from './kept.ts'
import { lockPage } from './lock-page.ts'
import { startSpoken } from './spoken/mode.ts'
import { reportDevice } from '../screens/report.ts'

function App() {
  return (
    <>
      <Glass />
      <Scans />
    </>
  )
}

function Scans() {
  const { word, nth } = scanTrouble.value
  return <ScanWord text={word === null ? '' : kioskText(`scan.${word}`)} nth={nth} onOver={scanTroubleOver} />
}

function Glass() {
  const kiosk = useKiosk()
  const { device, trip } = kiosk
  const place = trip.place.value
  const state = device.state.value
  // A number that was taken is shown whatever happens to the kiosk.
  if (state.status === 'none' && place.at !== 'number') return <Enrol problem={state.problem} />
  const begun = place.at !== 'start' || trip.chosen.value.length > 0 || spoken.value !== 'off'
  return (
    <Idle begun={begun}>
      <Screen place={place} />
      <AskLanguage codes={languagesOf(kiosk)} nameOf={languageName} />
      {begun && place.at !== 'number' && <StillThere />}
    </Idle>
  )
}

function Screen({ place }: { place: Place }) {
  switch (place.at) {
    case 'start':
      return <Start />
    case 'events':
      return <LifeEvents />
    case 'event':
      return <LifeEvent bundle={place.bundle} />
    case 'agencies':
      return <Agencies />
    case 'agency':
      return <Agency agency={place.agency} />
    case 'wanted':
      return <Wanted />
    case 'search':
      return <Search />
    case 'check':
      return <Check />
    case 'number':
      return <YourNumber taken={place.taken} />
    case 'scanned':
      return <Scanned key={place.token} token={place.token} />
  }
}

// What a kiosk that is not enrolled shows: why it gives no numbers, and how to change that.
function Enrol({ problem }: { problem: Problem | null }) {
  const { device } = useKiosk()
  return (
    <Shell name="enrol" heading={kioskText('enrolTitle')} tools={{}}>
      {problem && (
        <div class="problem" role="alert">
          <h2 class="problem-title">{problem.title}</h2>
          <p>{problem.detail}</p>
        </div>
      )}
      <p class="lead">{kioskText('enrolWhy')}</p>
      <ol class="steps-how">
        <li>{kioskText('enrolStep1', { address: `${location.origin}/manage/` })}</li>
        <li>{kioskText('enrolStep2')}</li>
        <li>{kioskText('enrolStep3')}</li>
      </ol>
      <Button size="large" icon="refresh" onPress={() => device.check()}>
        {kioskText('enrolAgain')}
      </Button>
    </Shell>
  )
}

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
