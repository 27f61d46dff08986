// The slip did not come out, and nobody is called who may not hold the number: the visitor says so here.
import type { ComponentChildren } from 'preact'
import { Icon } from '../../screens/icons.tsx'
import { phoneText } from './texts/index.ts'

/** `kept` is the button; without it the staff must be asked. */
export function SlipNotice({ kept }: { kept: ComponentChildren }) {
  return (
    <section class="notice">
      <p class="notice-title">
        <Icon name="ticket" /> <b>{phoneText('slipTitle')}</b>
      </p>
      <p>{phoneText(kept ? 'slipHint' : 'slipAsk')}</p>
      {kept}
    </section>
  )
}
