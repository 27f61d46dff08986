// The monitor: /monitor/. Starts the page and hands over to `Monitor`.
import { render } from 'preact'
import { loadHall } from '../../screens/hall.ts'
import { askSession } from '../session.ts'
import { startPage } from '../start.ts'
import { Monitor } from './Monitor.tsx'

startPage()
void askSession()
const page = document.getElementById('page')
if (page) render(<Monitor hall={loadHall()} />, page)
