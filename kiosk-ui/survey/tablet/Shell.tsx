// The tablet's frame of a screen: who we are at the top, actions and tools at the bottom within reach.
import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { fetchJson } from '../../../screens/command.ts'
import { BannerLine, Banner } from '../../../screens/components/Banner.tsx'
import { Button } from '../../../screens/components/Button.tsx'
import { language, pick } from '../../../screens/i18n.ts'
import { Band, Mark } from '../../../screens/mark.tsx'
import { sharedText } from '../../../screens/texts/shared.ts'
import { LanguageChoice, Sights } from '../../parts/Sights.tsx'
import { SpokenButton, SpokenLine } from '../../spoken/Spoken.tsx'
import type { ScreenProps } from '../Asking.tsx'
import { languageName, surveyText } from '../texts.ts'
import { languagesOf, leave, useTerminal } from './terminal.ts'

/** Screens whose actions are beside the content in landscape. */
const RAIL = ['enough', 'words', 'profile', 'thanks']

export function Shell({ name, heading, over, onBack, actions, children }: ScreenProps) {
  const terminal = useTerminal()
  const main = useRef<HTMLElement>(null)
  // During the render, not after it: a quick key already belongs to the new screen.
  useLayoutEffect(() => {
    const node = main.current
    if (!node) return
    node.scrollTop = 0
    node.querySelector('h1')?.focus({ preventScroll: true })
  }, [name])
  const plan = terminal.hall.answer.value
  return (
    <div class={`shell shell-${name}${RAIL.includes(name) ? ' shell-rail' : ''}`}>
      <SpokenLine />
      <State />
      <header class="head">
        <Mark />
        <span class="head-name">{plan ? pick(plan.name) : surveyText('title')}</span>
        <ComplaintLink />
      </header>
      <Band />
      <main class="main" ref={main}>
        {over && <p class="over">{over}</p>}
        <h1 class="heading" tabIndex={-1}>
          {heading}
        </h1>
        {children}
      </main>
      {actions && <div class="actions">{actions}</div>}
      <footer class="tools">
        {onBack && (
          <Button icon="arrow-left" size="large" keys="Escape" onPress={onBack}>
            {sharedText('back')}
          </Button>
        )}
        {name !== 'start' && (
          <Button icon="home" size="large" kind="quiet" onPress={() => leave(terminal)}>
            {surveyText('startOver')}
          </Button>
        )}
        <div class="tools-words" />
        <Sights text={surveyText} />
        <LanguageChoice codes={languagesOf(terminal)} nameOf={languageName} label={surveyText('languages')} />
        <SpokenButton />
      </footer>
    </div>
  )
}

/** Leaves this page only for one that exists: a browser's own error page has no way back. */
function ComplaintLink() {
  const { live } = useTerminal()
  if (live.freshness.value === 'stale') return null
  const address = `/complaint/?lang=${language.value}`
  async function go(event: Event): Promise<void> {
    event.preventDefault()
    const outcome = await fetchJson('/api/health', { limitMs: 3_000 })
    if (outcome.ok) location.assign(address)
  }
  return (
    <a class="head-complaint" href={address} onClick={(event) => void go(event)}>
      {surveyText('complaint')}
    </a>
  )
}

/** Anything unusual: shown quietly if it makes no difference to the person here, such as a lost connection. */
export function State({ children }: { children?: ComponentChildren }) {
  const { live, outbox } = useTerminal()
  const view = live.view.value
  const isOffline = live.freshness.value === 'stale'
  const count = outbox.waiting.value
  return (
    <Banner
      freshness={isOffline ? 'live' : live.freshness.value}
      refused={live.refused.value}
      hall={isOffline ? null : view && view.hall}
    >
      {isOffline && (
        <BannerLine
          tone="notice"
          text={[surveyText('offline'), ...(count > 0 ? [surveyText('waiting', { count })] : [])].join(' ')}
        />
      )}
      {children}
    </Banner>
  )
}
