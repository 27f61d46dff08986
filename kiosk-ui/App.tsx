// Which screen the kiosk shows: the place of the visitor's trip, unless the kiosk itself is not ready.
import { Idle } from './idle/Idle.tsx'
import { useKiosk } from './kiosk.ts'
import { StillThere } from './parts/StillThere.tsx'
import { Agencies } from './places/Agencies.tsx'
import { Check } from './places/Check.tsx'
import { Enrol } from './places/Enrol.tsx'
import { LifeEvent } from './places/LifeEvent.tsx'
import { LifeEvents } from './places/LifeEvents.tsx'
import { Scanned } from './places/Scanned.tsx'
import { Agency, Wanted } from './places/Services.tsx'
import { Start } from './places/Start.tsx'
import { YourNumber } from './places/YourNumber.tsx'
import { Search } from './search/Search.tsx'
import { ScanWord } from '../screens/scan-word.tsx'
import { scanTrouble, scanTroubleOver } from './scan.ts'
import { AskLanguage } from './spoken/Spoken.tsx'
import { spoken } from './spoken/state.ts'
import type { Place } from './trip.ts'
import { kioskText } from './texts/index.ts'

export function App() {
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
  const { device, trip } = useKiosk()
  const place = trip.place.value
  const state = device.state.value
  // A number that was taken is shown whatever became of the kiosk.
  if (state.status === 'none' && place.at !== 'number') return <Enrol problem={state.problem} />
  const begun = place.at !== 'start' || trip.chosen.value.length > 0 || spoken.value !== 'off'
  return (
    <Idle begun={begun}>
      <Screen place={place} />
      <AskLanguage />
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
