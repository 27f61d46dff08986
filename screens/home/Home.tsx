// The hall's name and the ways to its pages.
import { useSignalEffect } from '@preact/signals'
import type { KioskView } from '../../server/live/kiosk-view.ts'
import { Banner } from '../components/Banner.tsx'
import { Button } from '../components/Button.tsx'
import { Clock } from '../components/Clock.tsx'
import type { Hall } from '../hall.ts'
import { language, pick } from '../i18n.ts'
import { Icon } from '../icons.tsx'
import type { Live } from '../live.ts'
import { Band, Mark } from '../mark.tsx'
import { sharedText } from '../texts/index.ts'
import { t } from './texts/index.ts'
import './home.css'

const WAYS = [
  { path: '/kiosk/', icon: 'ticket', name: 'kiosk', lead: 'kioskLead' },
  { path: '/display/', icon: 'people', name: 'display', lead: 'displayLead' },
  { path: '/counter/', icon: 'speaker', name: 'counter', lead: 'counterLead' },
  { path: '/reception/', icon: 'door', name: 'reception', lead: 'receptionLead' },
  { path: '/supervise/', icon: 'office', name: 'supervise', lead: 'superviseLead' },
  { path: '/audit/', icon: 'search', name: 'audit', lead: 'auditLead' },
  { path: '/manage/', icon: 'key', name: 'manage', lead: 'manageLead' },
] as const

export function Home({ hall, live }: { hall: Hall; live: Live<KioskView> }) {
  const answer = hall.answer.value
  const view = live.view.value
  const name = answer ? pick(answer.name) : 'Antre'
  const other = language.value === 'en' ? 'id' : 'en'
  useSignalEffect(() => {
    document.title = hall.answer.value ? `Antre · ${pick(hall.answer.value.name)}` : 'Antre'
  })
  return (
    <div class="home-page">
      <Banner freshness={live.freshness.value} refused={live.refused.value} hall={view && view.hall} />
      <div class="home">
        <header class="home-head">
          <Mark />
          <div>
            <h1>{name}</h1>
            <p class="home-address">{answer && pick(answer.address)}</p>
          </div>
        </header>
        <Band />
        <main>
          <ul class="ways">
            {WAYS.map(({ path, icon, name, lead }) => (
              <li key={path}>
                <a class="way" href={language.value === 'id' ? path : `${path}?lang=${language.value}`}>
                  <Icon name={icon} />
                  <span class="way-name">{t(name)}</span>
                  <span class="way-lead">{t(lead)}</span>
                </a>
              </li>
            ))}
          </ul>
        </main>
        <footer class="home-foot">
          <Clock at={live.at.value} day />
          <span class="home-licence">
            <a href="/source">{sharedText('source')}</a> · <a href="/LICENSE.txt">GPL-3.0-or-later</a>
          </span>
          <Button
            kind="quiet"
            icon="globe"
            onPress={() => {
              language.value = other
            }}
          >
            <span lang={other}>{t('otherLanguage')}</span>
          </Button>
        </footer>
      </div>
    </div>
  )
}
