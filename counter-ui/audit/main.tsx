// The audit's page: /audit/. Starts the page and hands over to `Audit`.
import { render } from 'preact'
import { loadHall } from '../../screens/hall.ts'
import { askSession } from '../session.ts'
import { startPage } from '../start.ts'
import { Audit } from './Audit.tsx'

startPage()
void askSession()
const page = document.getElementById('page')
if (page) render(<Audit hall={loadHall()} />, page)
