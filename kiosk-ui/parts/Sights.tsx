// The button that opens how the screen can be shown, and the sheet with its three choices.
import { useState } from 'preact/hooks'
import { Button } from '../../screens/components/Button.tsx'
import { Dialog } from '../../screens/components/Dialog.tsx'
import { sharedText } from '../../screens/texts/index.ts'
import { isShown, showSight, type Sight } from '../sight.ts'
import { kioskText } from '../texts/index.ts'
import { Help } from './Help.tsx'

export function Sights() {
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
            {/* A lying screen is low enough already; there the styles leave this one out. */}
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
