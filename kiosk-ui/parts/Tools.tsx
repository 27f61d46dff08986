// The lowest row of every screen: back, start over, how the screen is shown, languages. Always at the same place.
import type { ComponentChildren } from 'preact'
import { Button } from '../../screens/components/Button.tsx'
import { sharedText } from '../../screens/texts/index.ts'
import { endVisit, useKiosk } from '../kiosk.ts'
import { SpokenButton } from '../spoken/Spoken.tsx'
import { kioskText } from '../texts/index.ts'
import { LanguageChoice } from './LanguageChoice.tsx'
import { Sights } from './Sights.tsx'

export interface ToolsProps {
  onBack?: () => void
  onStartOver?: () => void
  /** Words at the left of a screen that leads nowhere back. */
  children?: ComponentChildren
}

/** What most screens have below: the way back, and the way out. */
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
