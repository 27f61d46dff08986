// The supervisors' page: /supervise/. Starts the page and hands over to `Supervise`.
import { render } from 'preact'
import { loadHall } from '../../screens/hall.ts'
import { askSession } from '../session.ts'
import { startPage } from '../start.ts'
import { Supervise } from './Supervise.tsx'

startPage()
void askSession()
const page = document.getElementById('page')
if (page) render(<Supervise hall={loadHall()} />, page)
