// Large text: an attribute on <html> that `tokens.css` reads, gone with the visitor who asked for it.
import { signal } from '@preact/signals'

export const largeText = signal(false)

export function showLargeText(on: boolean): void {
  largeText.value = on
  if (on) document.documentElement.dataset.text = 'large'
  else delete document.documentElement.dataset.text
}
