// The panel of a counter: /counter/. Starts the page and hands over to `App`.
import { render } from 'preact'
import { loadHall } from '../screens/hall.ts'
import { App } from './panel/App.tsx'
import { askSession } from './session.ts'
import { startPage } from './start.ts'

startPage()
void askSession()
const page = document.getElementById('page')
if (page) render(<App hall={loadHall()} />, page)
