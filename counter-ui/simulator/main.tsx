// The simulator: /simulator/. Starts the page and hands over to `Simulator`.
import { render } from 'preact'
import { loadHall } from '../../screens/hall.ts'
import { askSession } from '../session.ts'
import { startPage } from '../start.ts'
import { Simulator } from './Simulator.tsx'

startPage()
void askSession()
const page = document.getElementById('page')
if (page) render(<Simulator hall={loadHall()} />, page)
