// The whole page of one visit: the number, where to go now, every step, and the way to give the number back.
import type { VisitView } from '../../server/live/views.ts'
import { Banner } from '../../screens/components/Banner.tsx'
import { NumberPlate } from '../../screens/components/NumberPlate.tsx'
import { formatTime } from '../../screens/format.ts'
import type { Hall } from '../../screens/hall.ts'
import { language, pick } from '../../screens/i18n.ts'
import type { Live } from '../../screens/live.ts'
import { Mark } from '../../screens/mark.tsx'
import { sharedText } from '../../screens/texts/index.ts'
import { Cancel } from './Cancel.tsx'
import { Steps } from './Steps.tsx'
import { t } from './texts/index.ts'

export interface PageProps {
  hall: Hall
  live: Live<VisitView>
  token: string
}

export function Page({ hall, live, token }: PageProps) {
  const view = live.view.value
  const plan = hall.answer.value
  const unknown = live.refused.value === 'no-such-topic'
  const stale = live.freshness.value === 'stale' && !unknown
  return (
    <>
      <Banner
        freshness={unknown ? 'live' : live.freshness.value}
        refused={unknown ? null : live.refused.value}
        hall={view && view.hall}
      />
      <header class="head">
        <Mark />
        <span class="head-name">{plan ? pick(plan.name) : 'Antre'}</span>
        <button
          type="button"
          class="head-language"
          lang={language.value === 'id' ? 'en' : 'id'}
          onClick={() => {
            language.value = language.value === 'id' ? 'en' : 'id'
          }}
        >
          {t('otherLanguage')}
        </button>
      </header>
      <main class={stale ? 'main stale' : 'main'}>
        {unknown ? (
          <Unknown />
        ) : view && plan ? (
          <Visit hall={hall} visit={view.visit} token={token} stale={stale} />
        ) : (
          <p class="quiet">{sharedText('connecting')}</p>
        )}
        {view && !unknown && live.at.value && (
          <p class="quiet figures">{t('asOf', { time: formatTime(live.at.value) })}</p>
        )}
      </main>
    </>
  )
}

function Unknown() {
  return (
    <>
      <h1 class="title">{t('unknownTitle')}</h1>
      <p>{t('unknownHint')}</p>
    </>
  )
}

interface VisitProps {
  hall: Hall
  visit: VisitView['visit']
  token: string
  stale: boolean
}

const ENDED = ['done', 'cancelled', 'expired']

function Visit({ hall, visit, token, stale }: VisitProps) {
  const here = visit.steps.find(({ counter }) => counter !== null)
  const over = visit.steps.every(({ status }) => ENDED.includes(status))
  const serving = visit.steps.some(({ status }) => status === 'serving')
  return (
    <>
      <h1 class="title">{t('yourNumber')}</h1>
      <p class="number">
        <NumberPlate
          number={visit.number}
          size="huge"
          tone={stale || !here ? 'plain' : here.status === 'called' ? 'called' : 'serving'}
        />
      </p>
      <div role="status">
        {here && <Here hall={hall} step={here} />}
        {over && <p class="quiet">{t('over')}</p>}
      </div>
      <Steps hall={hall} steps={visit.steps} />
      {!over && !serving && !stale && <Cancel number={visit.number} token={token} />}
      <p class="source">
        <a href="/source">{sharedText('source')}</a> · <a href="/LICENSE.txt">GPL-3.0-or-later</a>
      </p>
    </>
  )
}

function Here({ hall, step }: { hall: Hall; step: VisitView['visit']['steps'][number] }) {
  const counter = hall.counters.value.get(step.counter ?? '')
  const zone = counter && hall.zones.value.get(counter.zone)
  const name = counter ? pick(counter.name) : ''
  return (
    <div class={step.status === 'called' ? 'here here-called' : 'here'}>
      <p class="here-name">
        {step.status === 'called' ? t('goTo', { counter: name }) : t('servedAt', { counter: name })}
      </p>
      {zone && <p>{pick(zone.where)}</p>}
    </div>
  )
}
