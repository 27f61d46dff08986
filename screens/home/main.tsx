// The first page, /, which leads to the others.
import '../base.css'
import { render } from 'preact'
import type { KioskView } from '../../server/live/kiosk.ts'
import { loadHall } from '../hall.ts'
import { startLanguage } from '../i18n.ts'
import { connectLive } from '../live.ts'
import { showTheme } from '../theme.ts'
import { Home } from './Home.tsx'

startLanguage()
showTheme('system')
const hall = loadHall()
const live = connectLive<KioskView>({ topic: 'kiosk', onView: (view) => hall.seen(view.hall.plan) })
const page = document.getElementById('page')
if (page) render(<Home hall={hall} live={live} />, page)
