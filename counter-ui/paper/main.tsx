// The page of emergency numbers: /paper/. Starts the page and hands over to `Paper`.
import { render } from 'preact'
import { loadHall } from '../../screens/hall.ts'
import { askSession } from '../session.ts'
import { startPage } from '../start.ts'
import { Paper } from './Paper.tsx'

startPage()
void askSession()
const page = document.getElementById('page')
if (page) render(<Paper hall={loadHall()} />, page)
