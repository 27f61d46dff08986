// The keyboard of the panel, one listener for the page, and what touches must not disturb. It never acts behind a
// dialog, and never twice for a key held down.
import { useEffect } from 'preact/hooks'
import type { CounterView } from '../../server/live/counter.ts'
import { documentsHere, sayDocuments } from './desk.ts'
import { primaryOf } from './possible-actions.ts'
import { isForeign, meaningOf, type Focus } from './keys.ts'
import { keys } from './settings/options.ts'
import type { Workplace } from './workplace.ts'

/** Listens while the panel is on the page. */
export function usePanelKeys(place: Workplace): void {
  useEffect(() => {
    function press(event: KeyboardEvent): void {
      const focus = focusOf(event.target)
      // A held Enter would press the focused button again and again, a held space would scroll.
      if (event.repeat && focus !== 'text' && (event.key === 'Enter' || event.key === ' ')) {
        event.preventDefault()
      }
      if (isAlarm(event, focus)) {
        event.preventDefault()
        return event.repeat ? undefined : place.pressAlarm()
      }
      const view = place.desk.view.value
      if (!view || place.dialog.value !== null || event.defaultPrevented) return
      if (moveInQueue(event)) return event.preventDefault()
      const meaning = isForeign(event, focus) ? null : meaningOf(event, keys.value)
      if (meaning === null) return countDocuments(event, focus, view)
      event.preventDefault()
      if (meaning === 'queue') return focusQueue()
      if (meaning === 'alarm') return
      const action = meaning === 'big' ? primaryOf(view, place.me.username) : meaning
      if (action !== null) place.act(action, `key ${event.key}`)
    }
    /** A digit that has no other meaning says how many documents are handed over. */
    function countDocuments(event: KeyboardEvent, focus: Focus, view: CounterView): void {
      if (/^\d$/.test(event.key) && !isForeign(event, focus) && documentsHere(place.hall, view) !== null)
        sayDocuments(view, Number(event.key))
    }
    function click({ target, detail }: MouseEvent): void {
      if (!(target instanceof Element)) return
      // What a hand pressed does not keep the focus, and no dialog returns it, so that the keys keep their meaning.
      const button = target.closest('button')
      if (detail > 0 && button && !button.closest('.dialog')) button.blur()
      // Three touches of the counter's name are the silent alarm too: not a button, so that nobody sees one.
      if (target.closest('.head-counter')) place.touchAlarm()
    }
    addEventListener('keydown', press)
    // Before the button's own listener, which may open the dialog that remembers what had the focus.
    addEventListener('click', click, true)
    return () => {
      removeEventListener('keydown', press)
      removeEventListener('click', click, true)
    }
  }, [place])
}

function focusOf(target: EventTarget | null): Focus {
  if (!(target instanceof Element)) return 'page'
  if (target.closest('input, textarea, select, [contenteditable]')) return 'text'
  return target.closest('button, a[href], summary') ? 'button' : 'page'
}

/** The alarm's key, which works behind a dialog and in a field too, unless it types something there. */
function isAlarm(event: KeyboardEvent, focus: Focus): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return false
  return meaningOf(event, keys.value) === 'alarm' && (focus !== 'text' || event.key.length > 1)
}

function rows(within: ParentNode = document): HTMLElement[] {
  return Array.from(within.querySelectorAll<HTMLElement>('.side .row-button:not([disabled]):not(.row-why)'))
}

/** From list to list in a circle: to the first row that can be chosen in the list after the focused one. */
function focusQueue(): void {
  const lists = Array.from(document.querySelectorAll('.side section')).filter((list) => rows(list).length > 0)
  const now = lists.findIndex((list) => list.contains(document.activeElement))
  const next = lists[(now + 1) % lists.length]
  if (next) rows(next)[0]?.focus()
}

/**
 * In the lists: up and down go from row to row, left asks why, Escape goes back to the work. Returns whether it did
 * so.
 */
function moveInQueue(event: KeyboardEvent): boolean {
  const all = rows()
  const now = all.findIndex((row) => row === document.activeElement)
  if (now < 0) return false
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (step !== 0) all[now + step]?.focus()
  else if (event.key === 'ArrowLeft') all[now]?.parentElement?.querySelector<HTMLElement>('.row-why')?.click()
  else if (event.key === 'Escape') all[now]?.blur()
  else return false
  return true
}
