// The visitor's own page, `/t/<token>`: where the number stands, on a phone. Small, for weak networks.
import { effect } from '@preact/signals'
import { render } from 'preact'
import '../../screens/base.css'
import './phone.css'
import type { VisitView } from '../../server/live/views.ts'
import { loadHall } from '../../screens/hall.ts'
import { language } from '../../screens/i18n.ts'
import { connectLive } from '../../screens/live.ts'
import { Page } from './Page.tsx'
import { phoneLanguage, t } from './texts/index.ts'

language.value = phoneLanguage(location.search, navigator.languages)
effect(() => {
  document.documentElement.lang = language.value
  document.title = `Antre – ${t('title')}`
})

const token = location.pathname.replace(/^\/t\//, '').replace(/\/$/, '')
const hall = loadHall()
const live = connectLive<VisitView>({
  topic: `visit:${token}`,
  onView(view) {
    if (view.hall) hall.seen(view.hall.plan)
  },
})

const root = document.getElementById('app')
if (root) render(<Page hall={hall} live={live} token={token} />, root)
