// A dialog goes when what it is about has gone: nobody holds or refers somebody who is not here any more.
import { useSignalEffect } from '@preact/signals'
import { useState } from 'preact/hooks'
import { stillMeant } from '../desk/still-meant.ts'
import type { Workplace } from '../workplace.ts'

export function useClosingDialogs({ desk, dialog, me }: Workplace): void {
  const [opened] = useState<{ name: string | null; call: string | null }>({ name: null, call: null })
  useSignalEffect(() => {
    const name = dialog.value
    const view = desk.view.value
    if (name !== opened.name) {
      opened.name = name
      opened.call = view && view.current ? view.current.call : null
    } else if (name !== null && view && !stillMeant(name, view, me.username, opened.call)) dialog.value = null
  })
}
