// The manager's page: /manage/. Starts the page and hands over to `Manage`.
import { render } from 'preact'
import { loadHall } from '../../screens/hall.ts'
import { askSession } from '../session.ts'
import { startPage } from '../start.ts'
import { Manage } from './Manage.tsx'

startPage()
void askSession()
const page = document.getElementById('page')
if (page) render(<Manage hall={loadHall()} />, page)
