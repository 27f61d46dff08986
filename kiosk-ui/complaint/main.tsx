// The page for complaints, `/complaint/`: on a visitor's phone, from a poster, and on the tablet at the exit. What
// opens an answer comes after the `#` of its address, which no browser sends.
import { render } from 'preact'
import '../../screens/tokens.css'
import '../../screens/components/components.css'
import '../../screens/ground.css'
import '../visitor/visitor.css'
import './complaint.css'
import { effect } from '@preact/signals'
import { language, startLanguage } from '../../screens/i18n.ts'
import { ComplaintPage } from './ComplaintPage.tsx'
import { openDesk } from './desk.ts'
import { complaintText } from './texts.ts'

startLanguage()
const desk = openDesk()
effect(() => {
  document.title = language.value === '' ? '' : `${complaintText('title')} · Antre`
})
// A tablet's next visitor must not get back to what the previous one saw.
addEventListener('pageshow', (event) => {
  if (event.persisted) location.reload()
})
const root = document.getElementById('app')
if (root) render(<ComplaintPage desk={desk} />, root)
