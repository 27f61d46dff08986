// The frame of every screen: who we are at the top, the actions at the bottom within reach, the rest between; and the
// lowest row, always in the same place: back, start over, display options, languages.
import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { Banner } from '../../screens/components/Banner.tsx'
import { Clock } from '../../screens/components/Clock.tsx'
import { pick } from '../../screens/i18n.ts'
import { Icon } from '../../screens/icons.tsx'
import { Band, Mark } from '../../screens/mark.tsx'
import { useKiosk, paperOf, endVisit, languagesOf } from '../kiosk.ts'
import { SpokenLine, SpokenButton } from '../spoken/Spoken.tsx'
import { kioskText, languageName } from '../texts/index.ts'
import { Button } from '../../screens/components/Button.tsx'
import { sharedText } from '../../screens/texts/shared.ts'
import { LanguageChoice, Sights } from './Sights.tsx'

export interface ShellProps {
  /** The screen's name: when it changes, reading starts again at the top. */
  name: string
  /** The heading; it gets the focus, so that a screen reader begins with it. */
  heading: string
  /** The part above the tools: the one primary button, and what belongs to it. */
  actions?: ComponentChildren
  tools?: ToolsProps
  children: ComponentChildren
}

/** Screens whose actions are beside the content in landscape. */
const RAIL = ['search', 'check', 'number', 'scanned']

export function Shell({ name, heading, actions, tools, children }: ShellProps) {
  const { hall, live } = useKiosk()
  const main = useRef<HTMLElement>(null)
  // During the render, not after it: a quick key already belongs to the new screen.
  useLayoutEffect(() => {
    const node = main.current
    if (!node) return
    node.scrollTop = 0
    const title = node.querySelector('h1')
    if (title) title.focus({ preventScroll: true })
  }, [name])
  const plan = hall.answer.value
  const view = live.view.value
  return (
    <div class={`shell shell-${name}${RAIL.includes(name) ? ' shell-rail' : ''}`}>
      <SpokenLine />
      <Banner freshness={live.freshness.value} refused={live.refused.value} hall={view && view.hall} />
      <header class="head">
        <Mark />
        <span class="head-name">{plan ? pick(plan.name) : kioskText('title')}</span>
        <Clock at={live.at.value} day />
      </header>
      <Band />
      <main class="main" ref={main}>
        <h1 class="heading" tabIndex={-1}>
          {heading}
        </h1>
        {(name === 'start' || name === 'check') && <NoPaper />}
        {children}
      </main>
      {actions && <div class="actions">{actions}</div>}
      {tools && <Tools {...tools} />}
    </div>
  )
}

// Said before a tap that would lead nowhere: this kiosk's own printer can't print now. Only staff need to know why.
function NoPaper() {
  if (paperOf(useKiosk()) !== 'empty') return null
  return (
    <p class="no-paper" role="status">
      <Icon name="printer" />
      <span>{kioskText('noPaper')}</span>
    </p>
  )
}

interface ToolsProps {
  onBack?: () => void
  onStartOver?: () => void
  /** Text at the left of a screen that has no way back. */
  children?: ComponentChildren
}

/** What most screens have at the bottom: the way back, and the way out. */
export function useWayBack(): ToolsProps {
  const kiosk = useKiosk()
  return { onBack: () => kiosk.trip.back(), onStartOver: () => endVisit(kiosk) }
}

function Tools({ onBack, onStartOver, children }: ToolsProps) {
  return (
    <footer class="tools">
      {onBack && (
        <Button icon="arrow-left" size="large" keys="Escape" onPress={onBack}>
          {sharedText('back')}
        </Button>
      )}
      {onStartOver && (
        <Button icon="home" size="large" kind="quiet" onPress={onStartOver}>
          {kioskText('startOver')}
        </Button>
      )}
      <div class="tools-words">{children}</div>
      <Sights text={kioskText} />
      {!children && <HallLanguages />}
      <SpokenButton />
    </footer>
  )
}

/** The languages of the hall. */
export function HallLanguages({ large = false }: { large?: boolean }) {
  const codes = languagesOf(useKiosk())
  return <LanguageChoice codes={codes} nameOf={languageName} label={kioskText('languages')} large={large} />
}
