// The survey on a visitor's own phone, `/survey/`: by the rights in the address, or from the poster in the hall. To an
// enrolled tablet the server sends the page of `tablet/` instead.
import { effect } from '@preact/signals'
import { render } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import '../../screens/tokens.css'
import '../../screens/components/components.css'
import '../../screens/ground.css'
import '../visitor/visitor.css'
import './survey.css'
import './phone.css'
import { language, startLanguage } from '../../screens/i18n.ts'
import { keptVisit } from '../phone/visit-kept.ts'
import { Rehearses } from '../visitor/Rehearses.tsx'
import { openOutbox, browserOutbox } from './outbox.ts'
import { surveyText } from './texts.ts'
import { Visitor } from './Visitor.tsx'

/** A visit has at most as many services as the contract allows for one number. */
const MOST_RIGHTS = 8

const outbox = openOutbox(browserOutbox('antre.voices'))

function rightsInAddress(): string[] {
  return location.hash
    .slice(1)
    .split(',')
    .filter((right) => /^[\w-]{8,100}$/.test(right))
    .slice(0, MOST_RIGHTS)
}

function Phone() {
  const [rights, setRights] = useState(rightsInAddress)
  useEffect(() => {
    const look = () => setRights(rightsInAddress())
    addEventListener('hashchange', look)
    addEventListener('online', outbox.flush)
    return () => {
      removeEventListener('hashchange', look)
      removeEventListener('online', outbox.flush)
    }
  }, [])
  return (
    <>
      <Rehearses text={surveyText('rehearsal')} />
      <Visitor key={rights.join()} outbox={outbox} rights={rights} visit={keptVisit()} />
    </>
  )
}

startLanguage()
// The poster is for everybody: it speaks as the phone does.
if (!/[?&]lang=/.test(location.search) && /^en\b/.test(navigator.language)) language.value = 'en'
effect(() => {
  document.title = `Antre – ${surveyText('title')}`
})
const root = document.getElementById('app')
if (root) render(<Phone />, root)
