// The lowest row of every screen: back, start over, display options, languages. Always in the same place.
import type { ComponentChildren } from 'preact'
import { Button } from '../../screens/components/Button.tsx'
import { sharedText } from '../../screens/texts/shared.ts'
import { endVisit, languagesOf, useKiosk } from '../kiosk.ts'
import { SpokenButton } from '../spoken/Spoken.tsx'
import { kioskText, languageName } from '../texts/index.ts'
import { LanguageChoice, Sights } from './Sights.tsx'

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
