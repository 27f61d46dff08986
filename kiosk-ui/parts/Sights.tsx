// The button that opens the display options, and the sheet with its three choices.
import { useState } from 'preact/hooks'
import { Button } from '../../screens/components/Button.tsx'
import { Dialog } from '../../screens/components/Dialog.tsx'
import { sharedText } from '../../screens/texts/shared.ts'
import { type Sight, isShown, showSight } from '../sight.ts'
import { Help } from './Help.tsx'

/** `text`: the words of the screen it stands on. */
export function Sights({ text }: { text: (key: 'sight' | 'largeText' | 'contrast' | 'low') => string }) {
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
        {text('sight')}
      </Button>
      {open && (
        <Dialog title={text('sight')} onClose={close}>
          <div class="dialog-actions">
            {choice('text', text('largeText'))}
            {choice('contrast', text('contrast'))}
            {/* A landscape screen is low enough already; there the styles leave this one out. */}
            <div class="sight-low">{choice('reach', text('low'))}</div>
            <Button kind="primary" size="huge" onPress={close}>
              {sharedText('close')}
            </Button>
          </div>
        </Dialog>
      )}
    </>
  )
}
