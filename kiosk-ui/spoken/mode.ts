// The spoken mode: begins with its key, with an arrow if nobody has begun, or with a touch of the corner; ends with
// the visit. Without it the same arrows move the focus, so that every place works by keyboard.
import { effect } from '@preact/signals'
import { choose, forgetPlace, go, isDialog, look } from './cursor.ts'
import type { Sentence } from './phrases.ts'
import { CONTROLS, frontOf } from './see.ts'
import { changeSpeed, changeVolume, forget, say } from './voice.ts'
import { spoken } from './state.ts'
import { spokenText } from './texts.ts'
import { lookUp } from '../../screens/look-up.ts'

/** Changes that come together are handled together, ms. */
const TOGETHER_MS = 80
/** An arrow held this long leads back, ms. */
const HELD_MS = 800

/** Keys that act like another one. */
const SAME: Readonly<Record<string, string>> = {
  ArrowRight: 'ArrowDown',
  ArrowLeft: 'ArrowUp',
  ' ': 'Enter',
  Backspace: 'Escape',
  '?': 'F1',
}

const own = (text: string): Sentence[] => [{ text, language: document.documentElement.lang }]

/** What the spoken mode needs from the screen that it speaks for. */
export interface Listening {
  /** Codes of the languages to choose from. */
  languages(): readonly string[]
  /** Whether nobody has begun. */
  isUnused(): boolean
}

let screen: Listening = { languages: () => [], isUnused: () => false }

/** Listens for the keys from now on. */
export function startSpoken(listening: Listening): void {
  screen = listening
  let timer = 0
  let held = 0
  let help: Sentence[] = []
  const lookNow = () => {
    clearTimeout(timer)
    timer = 0
    look(spoken.value === 'on' ? help.splice(0) : [])
  }
  const soon = () => {
    clearTimeout(timer)
    timer = window.setTimeout(lookNow, TOGETHER_MS)
  }
  const observer = new MutationObserver(soon)

  effect(() => {
    document.documentElement.toggleAttribute('data-spoken', spoken.value !== 'off')
    if (spoken.value === 'off') {
      observer.disconnect()
      clearTimeout(timer)
      timer = 0
      forgetPlace()
      forget()
    } else {
      if (spoken.value === 'on') help = own(spokenText('help'))
      observer.observe(document.body, {
        subtree: true,
        childList: true,
        characterData: true,
        attributes: true,
        attributeFilter: ['aria-pressed', 'aria-busy', 'disabled', 'aria-checked', 'inert'],
      })
      soon()
    }
  })

  const tune = (change: (by: number) => void, by: number) => () => {
    change(by)
    go(0)
  }
  const acts: Readonly<Record<string, () => void>> = {
    ArrowDown: () => go(1),
    ArrowUp: () => go(-1),
    Enter: choose,
    Escape: () => leave() || go(0),
    F1: () => say(own(spokenText('help'))),
    F2: () => go(0),
    F3: tune(changeSpeed, -1),
    F4: tune(changeSpeed, 1),
    PageDown: tune(changeVolume, -1),
    PageUp: tune(changeVolume, 1),
  }

  function onKey(event: KeyboardEvent): void {
    const key = lookUp(SAME, event.key) ?? event.key
    const act = lookUp(acts, key)
    const field = document.activeElement
    const isLong = field instanceof HTMLTextAreaElement
    const typing =
      (isLong || field instanceof HTMLInputElement) &&
      // For people who can see, arrows move within a text of several lines; by ear they lead out of it.
      (event.key.length === 1 ||
        event.key === 'Backspace' ||
        (isLong && key !== 'Escape' && spoken.value === 'off'))
    if (!act || typing || event.ctrlKey || event.altKey) return
    const by = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0
    if (spoken.value === 'off') {
      const idle = screen.isUnused() && !document.activeElement?.matches(CONTROLS)
      if (key === 'F1' || (by && idle)) speakOn()
      else if (by) step(by)
      else if (key !== 'Escape' || !leave()) return
    } else if (event.key !== 'ArrowLeft' || !event.repeat) {
      held = event.timeStamp
      // A quick key means the place as it is now, not the one that was left.
      if (timer) lookNow()
      if (!event.repeat || by) act()
    } else if (event.timeStamp - held > HELD_MS) {
      held = Infinity
      leave()
    }
    event.preventDefault()
  }

  addEventListener('keydown', onKey, true)
}

/** Begins to speak: first asking which language, if nobody has chosen anything yet. */
export function speakOn(): void {
  spoken.value = screen.languages().length > 1 && screen.isUnused() ? 'asks' : 'on'
}

/** Says goodbye and falls silent, if it spoke. */
export function speakNoMore(): void {
  if (spoken.value === 'off') return
  const bye = own(spokenText('bye'))
  spoken.value = 'off'
  say(bye)
}

/** Goes back by a control that says Escape presses it; dialogs handle theirs. False if there is none. */
function leave(): boolean {
  const way = frontOf().querySelector<HTMLElement>('[aria-keyshortcuts="Escape"]')
  if (way) way.click()
  return way !== null || isDialog()
}

/** The next or previous control from the focus, for people who can see. */
function step(by: number): void {
  const all = [...frontOf().querySelectorAll<HTMLElement>(CONTROLS)].filter(
    (node) => !node.closest(':disabled, [inert]'),
  )
  const from = all.indexOf(document.activeElement as HTMLElement)
  all[Math.max(0, from + by)]?.focus()
}
