// The survey as its manager steers it: /surveys/. Starts the page and hands over to `Surveys`.
import { render } from 'preact'
import { loadHall } from '../../screens/hall.ts'
import { askSession } from '../session.ts'
import { startPage } from '../start.ts'
import { Surveys } from './Surveys.tsx'

startPage()
void askSession()
const page = document.getElementById('page')
if (page) render(<Surveys hall={loadHall()} />, page)
