// The page where paper forms of the survey are typed: /survey-entry/. Starts the page and hands over to `SurveyEntry`.
import { render } from 'preact'
import { loadHall } from '../../screens/hall.ts'
import { askSession } from '../session.ts'
import { startPage } from '../start.ts'
import { SurveyEntry } from './SurveyEntry.tsx'

startPage()
void askSession()
const page = document.getElementById('page')
if (page) render(<SurveyEntry hall={loadHall()} />, page)
