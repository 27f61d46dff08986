// The page in the form that reading.ts needs: the only file of the spoken mode that examines elements.
import type { Seen, State } from './reading.ts'

/** What can be chosen. */
export const CONTROLS = 'button, a[href], input, select, textarea, [role="button"], [role="option"]'
/** Who we are and what time it is: seen on every screen, and spoken on none. */
const UNHEARD = '[aria-hidden="true"], [inert], header, svg, [data-unheard]'

/** What a person sees of an element. */
export function see(node: HTMLElement): Seen<HTMLElement> {
  const display = getComputedStyle(node).display
  const attribute = (name: string) => node.getAttribute(name)
  const states: State[] = []
  const on = attribute('aria-pressed') ?? attribute('aria-checked') ?? attribute('aria-selected')
  if (on) states.push(on === 'true' ? 'on' : 'off')
  if (node.matches(':disabled') || attribute('aria-disabled') === 'true') states.push('disabled')
  if (attribute('aria-busy') === 'true') states.push('busy')
  const more = document.getElementById(attribute('aria-describedby') ?? '')
  const parts = [...node.childNodes].flatMap((child) =>
    child instanceof HTMLElement ? see(child) : child instanceof Text ? child.data : [],
  )
  const spoken = node.querySelector<HTMLElement>('[lang]') ?? node.closest<HTMLElement>('[lang]')
  return {
    node,
    tag: node.localName,
    hidden: display === 'none' || node.matches(UNHEARD),
    control: node.matches(CONTROLS),
    number: node.matches('.plate'),
    inline: display === 'inline',
    name: attribute('aria-label'),
    language: spoken ? spoken.lang : 'id',
    states: states.includes('busy') ? ['busy'] : states,
    parts: more ? [...parts, '\n', more.textContent ?? ''] : parts,
  }
}

/** What is in front of all else: the top dialog, or the page. */
export function frontOf(): HTMLElement {
  const dialogs = document.querySelectorAll<HTMLElement>('[role="dialog"]')
  return dialogs[dialogs.length - 1] ?? document.body
}

/** Everything that announces its changes, and everything that counts down. */
export const LIVE = '[role="status"], [role="alert"], [aria-live="polite"], [aria-live="assertive"]'
export const TIMER = '[role="timer"]'
