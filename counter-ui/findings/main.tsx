// The page of findings: /findings/. Starts the page and hands over to `Findings`.
import { render } from 'preact'
import { loadHall } from '../../screens/hall.ts'
import { askSession } from '../session.ts'
import { startPage } from '../start.ts'
import { Findings } from './Findings.tsx'

startPage()
void askSession()
const page = document.getElementById('page')
if (page) render(<Findings hall={loadHall()} />, page)
