// Display options for visitors who need them: large text, strong contrast, controls within low reach. Each is an
// attribute on <html> that the styles read, and it ends with the visitor who asked for it.
import { signal, type Signal } from '@preact/signals'

/** In the order of the buttons; the attribute is `data-text="large"` and so on. */
export const SIGHTS = { text: 'large', contrast: 'high', reach: 'low' } as const
export type Sight = keyof typeof SIGHTS

const shown: Record<Sight, Signal<boolean>> = {
  text: signal(false),
  contrast: signal(false),
  reach: signal(false),
}

export function isShown(sight: Sight): boolean {
  return shown[sight].value
}

export function showSight(sight: Sight, on: boolean): void {
  shown[sight].value = on
  const root = document.documentElement
  if (on) root.setAttribute(`data-${sight}`, SIGHTS[sight])
  else root.removeAttribute(`data-${sight}`)
}

/** How the next visitor finds it. */
export function showPlainly(): void {
  for (const sight of Object.keys(SIGHTS) as Sight[]) showSight(sight, false)
}
