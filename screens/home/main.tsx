// The first page, /: the hall's name and links to the others.
import { render } from 'preact'
import { useSignalEffect } from '@preact/signals'
import { useEffect, useState } from 'preact/hooks'
import '../base.css'
import type { KioskView } from '../../server/live/kiosk.ts'
import { loadHall, type Hall } from '../hall.ts'
import { startLanguage, language, pick } from '../i18n.ts'
import { connectLive, type Live } from '../live.ts'
import { showTheme } from '../theme.ts'
import { Banner } from '../components/Banner.tsx'
import { Button } from '../components/Button.tsx'
import { Clock } from '../components/Clock.tsx'
import { fetchJson } from '../command.ts'
import { Drawing } from '../drawing.tsx'
import { Icon } from '../icons.tsx'
import { Band, Mark } from '../mark.tsx'
import { sharedText } from '../texts/shared.ts'
import { homeText } from './texts.ts'
import './home.css'

const DOOR = 'M5.5 21V3h13v18M3 21h18m-6-9.5v1.5'
const PAPER = 'M6 3h9l4 4v14H6zM9.5 9h4m-4 4h6m-6 4h6'
const FORM = 'M6 3h12v18H6zM9 8.5l1 1 2-2.2m-3 7 1 1 2-2.2M14.5 8.5h1m-1 6h1'
const BARS = 'M3.5 20h17M6.5 16.5v-5m5.5 5v-10m5.5 10v-7'
const SCISSORS =
  'M6 3.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5zm0 12a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5zM8 7.5 20.5 18M8 16.5 20.5 6'
const FLAG = 'M6 21V4m0 0h11l-2.5 4 2.5 4H6'
const CHART = 'M4 20.5h16M6.5 17v-5m5.5 5V5m5.5 12V9'
const CHECKS = 'M3.5 6.5 5 8l3-3.5M3.5 13l1.5 1.5L8 11M3.5 19.5 5 21l3-3.5M11.5 6.5h9m-9 6.5h9m-9 6.5h9'
const BINDER = 'M5 3.5h14v17H5zM9 3.5v17M12 8.5h4m-4 4h4'
const AGAIN = 'M4 12a8 8 0 1 1 2.5 5.8M4 12V6m0 6h6m2-4v4.5l3 2'
const SPEECH = 'M4 4.5h16v11.5h-9.5L6 20v-4H4zM8 8.5h8m-8 3.5h5'
const KEY = 'M8 11.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9zm3.2 1.3L20.5 3.5m-5 5 3 3'

const WAYS = [
  { to: '/kiosk/', icon: 'ticket', name: 'kiosk' },
  { to: '/display/', icon: 'people', name: 'display' },
  { to: '/layanan/', path: PAPER, name: 'layanan' },
  { to: '/counter/', icon: 'speaker', name: 'counter' },
  { to: '/reception/', path: DOOR, name: 'reception' },
  { to: '/paper/', path: SCISSORS, name: 'paper' },
  { to: '/survey-entry/', path: FORM, name: 'surveyEntry' },
  { to: '/findings/', path: FLAG, name: 'findings' },
  { to: '/supervise/', icon: 'office', name: 'supervise' },
  { to: '/monitor/', path: BARS, name: 'monitor' },
  { to: '/complaints/', path: SPEECH, name: 'complaints' },
  { to: '/reports/', path: CHART, name: 'reports' },
  { to: '/surveys/', path: CHECKS, name: 'surveys' },
  { to: '/evaluation/', path: BINDER, name: 'evaluation' },
  { to: '/simulator/', path: AGAIN, name: 'simulator' },
  { to: '/audit/', icon: 'search', name: 'audit' },
  { to: '/manage/', path: KEY, name: 'manage' },
] as const

/** What waits for an answer in the agency of the person signed in here; nothing for anybody else. */
function Urgent() {
  const [counts, setCounts] = useState({ late: 0, due: 0 })
  useEffect(() => {
    void fetchJson<{ late: number; due: number }>('/api/complaints/counts').then((outcome) => {
      if (outcome.ok) setCounts(outcome.data)
    })
  }, [])
  const { late, due } = counts
  if (late === 0 && due === 0) return null
  const words = [
    late > 0 && homeText('complaints.late', { count: late }),
    due > 0 && homeText('complaints.due', { count: due }),
  ]
  return <strong class={late > 0 ? 'way-late' : 'way-due'}>{words.filter(Boolean).join(', ')}</strong>
}

function Home({ hall, live }: { hall: Hall; live: Live<KioskView> }) {
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
            {WAYS.map(({ to, name, ...look }) => (
              <li key={to}>
                <a class="way" href={language.value === 'id' ? to : `${to}?lang=${language.value}`}>
                  {'icon' in look ? <Icon name={look.icon} /> : <Drawing path={look.path} />}
                  <span class="way-name">{homeText(name)}</span>
                  <span class="way-lead">{homeText(`lead.${name}`)}</span>
                  {name === 'complaints' && <Urgent />}
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
            <span lang={other}>{homeText('otherLanguage')}</span>
          </Button>
        </footer>
      </div>
    </div>
  )
}

startLanguage()
showTheme('system')
const hall = loadHall()
const live = connectLive<KioskView>({ topic: 'kiosk', onView: (view) => hall.seen(view.hall.plan) })
const page = document.getElementById('page')
if (page) render(<Home hall={hall} live={live} />, page)
