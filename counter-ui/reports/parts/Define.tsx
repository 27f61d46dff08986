// A figure’s name that says what it means when pressed.
import { useState } from 'preact/hooks'
import { Button } from '../../../screens/components/Button.tsx'
import { Dialog } from '../../../screens/components/Dialog.tsx'
import { sharedText } from '../../../screens/texts/shared.ts'
import { type Figure, figureText } from '../texts/figures.ts'
import { reportsText } from '../texts/index.ts'

interface DefineProps {
  figure: Figure
  /** Used instead of its name if that says more, or less. */
  words?: string
}

export function Define({ figure, words }: DefineProps) {
  const [isOpen, open] = useState(false)
  const name = figureText(`name.${figure}`)
  return (
    <>
      <button
        type="button"
        class="define"
        aria-haspopup="dialog"
        title={reportsText('define', { name })}
        onClick={() => open(true)}
      >
        {words ?? name}
      </button>
      <span class="only-printed">{words ?? name}</span>
      {isOpen && (
        <Dialog title={name} onClose={() => open(false)}>
          <div class="define-words">
            <p>{figureText(`mean.${figure}`)}</p>
            <p class="soft">{figureText('tooFew')}</p>
            <Button kind="primary" onPress={() => open(false)}>
              {sharedText('back')}
            </Button>
          </div>
        </Dialog>
      )}
    </>
  )
}
