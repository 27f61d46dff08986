// The survey as a tablet that stands at the exit: locked, spoken like the kiosk, ready for the next one by itself.
import { effect } from '@preact/signals'
import { render } from 'preact'
import { knowDevice } from '../../../screens/device.ts'
import { startLanguage } from '../../../screens/i18n.ts'
import { reportDevice } from '../../../screens/report.ts'
import { lockPage } from '../../lock-page.ts'
import { startSpoken } from '../../spoken/mode.ts'
import { browserOutbox, openOutbox } from '../outbox.ts'
import { surveyText } from '../texts.ts'
import { languagesOf, leave, openTerminal, TerminalContext } from './terminal.ts'
import { Tablet } from './Tablet.tsx'
import '../../../screens/base.css'
import '../../styles/glass.css'
import '../../styles/shell.css'
import '../../styles/notices.css'
import '../../styles/tiles.css'
import '../../styles/languages.css'
import '../../styles/help.css'
import '../../idle/idle.css'
import '../../styles/sight.css'
import '../../spoken/spoken.css'
import '../survey.css'
import './tablet.css'

startLanguage()
lockPage()
const device = knowDevice('survey')
const terminal = openTerminal(device, openOutbox(browserOutbox('antre.tablet')))
startSpoken({
  languages: () => languagesOf(terminal),
  isUnused: () => terminal.place.value.at === 'start',
})
reportDevice('survey', device)
effect(() => {
  document.title = `Antre – ${surveyText('title')}`
})
// The server never closes this page's live connection: the reports show whether the tablet is still enrolled.
effect(() => {
  if (device.state.value.status === 'none') leave(terminal)
})

const root = document.getElementById('app')
if (root) {
  render(
    <TerminalContext.Provider value={terminal}>
      <Tablet />
    </TerminalContext.Provider>,
    root,
  )
}
