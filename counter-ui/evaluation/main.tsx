// The evaluation pack: /evaluation/. Starts the page and hands over to `Evaluation`.
import { render } from 'preact'
import { loadHall } from '../../screens/hall.ts'
import { askSession } from '../session.ts'
import { startPage } from '../start.ts'
import { Evaluation } from './Evaluation.tsx'

startPage()
void askSession()
const page = document.getElementById('page')
if (page) render(<Evaluation hall={loadHall()} />, page)
