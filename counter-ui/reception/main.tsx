// The reception's page: /reception/. Starts the page and hands over to `Reception`.
import { render } from 'preact'
import { loadHall } from '../../screens/hall.ts'
import { askSession } from '../session.ts'
import { startPage } from '../start.ts'
import { Reception } from './Reception.tsx'

startPage()
void askSession()
const page = document.getElementById('page')
if (page) render(<Reception hall={loadHall()} />, page)
