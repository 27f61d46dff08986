// The lowest row of every screen: back, start over, display options, languages. Always in the same place.
import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { Button } from '../../screens/components/Button.tsx'
import { Dialog } from '../../screens/components/Dialog.tsx'
import { sharedText } from '../../screens/texts/shared.ts'
import { endVisit, useKiosk } from '../kiosk.ts'
import { type Sight, isShown, showSight } from '../sight.ts'
import { SpokenButton } from '../spoken/Spoken.tsx'
import { kioskText } from '../texts/index.ts'
import { Help } from './Help.tsx'
import { LanguageChoice } from './LanguageChoice.tsx'

export interface ToolsProps {
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

export function Tools({ onBack, onStartOver, children }: ToolsProps) {
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
      <Sights />
      {!children && <LanguageChoice />}
      <SpokenButton />
    </footer>
  )
}

// The button that opens the display options, and the sheet with its three choices.
function Sights() {
  const [open, show] = useState(false)
  const choice = (sight: Sight, words: string) => (
    <Help on={isShown(sight)} words={words} onPress={() => showSight(sight, !isShown(sight))} />
  )
  const close = () => show(false)
  return (
    <>
      <Button size="large" onPress={() => show(true)}>
        <span class="sight-mark" aria-hidden="true">
          Aa
        </span>{' '}
        {kioskText('sight')}
      </Button>
      {open && (
        <Dialog title={kioskText('sight')} onClose={close}>
          <div class="dialog-actions">
            {choice('text', kioskText('largeText'))}
            {choice('contrast', kioskText('contrast'))}
            {/* A landscape screen is low enough already; there the styles leave this one out. */}
            <div class="sight-low">{choice('reach', kioskText('low'))}</div>
            <Button kind="primary" size="huge" onPress={close}>
              {sharedText('close')}
            </Button>
          </div>
        </Dialog>
      )}
    </>
  )
}
