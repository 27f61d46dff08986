// The reports' page: /reports/. Starts the page and hands over to `Reports`.
import { render } from 'preact'
import { loadHall } from '../../screens/hall.ts'
import { askSession } from '../session.ts'
import { startPage } from '../start.ts'
import { Reports } from './Reports.tsx'

startPage()
void askSession()
const page = document.getElementById('page')
if (page) render(<Reports hall={loadHall()} />, page)
