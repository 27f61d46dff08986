// What a page of staff does when its live connection is refused.
import { useSignalEffect } from '@preact/signals'
import type { Live } from '../../screens/live.ts'
import { askSession } from '../session.ts'

/** If the connection is refused, asks who is signed in: the session may have ended, or be another person’s by now. */
export function useRefused({ refused }: Pick<Live<unknown>, 'refused'>): void {
  useSignalEffect(() => {
    if (refused.value === 'not-allowed') void askSession()
  })
}
