// The page on which staff answer complaints: /complaints/. Starts the page and hands over to `Complaints`.
import { render } from 'preact'
import { loadHall } from '../../screens/hall.ts'
import { askSession } from '../session.ts'
import { startPage } from '../start.ts'
import { Complaints } from './Complaints.tsx'

startPage()
void askSession()
const page = document.getElementById('page')
if (page) render(<Complaints hall={loadHall()} />, page)
