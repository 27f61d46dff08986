// The spoken mode: begins with its key, with an arrow if nobody has begun, or with a touch of the corner; ends with
// the visit. Without it the same arrows move the focus, so that every place works by keyboard.
import { effect } from '@preact/signals'
import {
  changeOf,
  dialogOf,
  entryOf,
  isDue,
  phraseOf,
  type Sentence,
  itemsOf,
  wordsOf,
  type Item,
} from './reading.ts'
import { frontOf, LIVE, see, TIMER, CONTROLS } from './see.ts'
import { add, say, changeSpeed, changeVolume, forget } from './voice.ts'
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

// The person's position among the items of the place, seen as a focus ring and heard; and what changes around it.

type Here = Item<HTMLElement>

let items: Here[] = []
let at = 0
/** The place and its words; changes when another is entered. */
let place = ''
/** Where the person was before a dialog opened. */
let before: { place: string; node: HTMLElement } | null = null
let said = new Set<string>()

const isDialog = () => frontOf() !== document.body

/** Everything is new to the person: the next look enters the place. */
function forgetPlace(): void {
  place = ''
  before = null
}

/** Call it when anything on the page has changed. `first` is said before the place that is entered. */
function look(first: readonly Sentence[] = []): void {
  const front = frontOf()
  const old = items[at]
  items = itemsOf(see(front)) as Here[]
  const heading = items.find(({ kind }) => kind === 'heading')
  const now = `${isDialog()} ${heading ? heading.text : ''}`
  const fresh = changed(front, now !== place)
  if (now !== place) return enter(now, fresh, first)
  const found = items.findIndex(({ node }) => node === old?.node)
  at = found < 0 ? Math.min(at, items.length - 1) : found
  const here = items[at]
  // The item is gone: the next best takes its place.
  if (here && found < 0) go(0)
  else if (here && old && String(here.states) !== String(old.states)) say(changeOf(here))
  add(fresh.map((text) => ({ text, language: document.documentElement.lang })))
}

function enter(now: string, live: readonly string[], first: readonly Sentence[]): void {
  const back = before
  if (isDialog() && !before && place) before = { place, node: document.activeElement as HTMLElement }
  else if (!isDialog()) before = null
  place = now
  const returned = back && back.place === now ? items.findIndex(({ node }) => node === back.node) : -1
  if (returned >= 0) {
    at = returned
    return go(0)
  }
  at = items.findIndex(({ kind }) => kind === (isDialog() ? 'control' : 'heading'))
  if (at < 0) at = 0
  ring()
  say([...first, ...(isDialog() ? dialogOf(items) : entryOf(items, live, document.documentElement.lang))])
}

/** What announces itself and has not been said yet; a countdown only now and then. */
function changed(front: HTMLElement, all: boolean): string[] {
  const words = (selector: string) =>
    [...front.querySelectorAll<HTMLElement>(selector)]
      // Text hidden only by its surroundings does not say so itself.
      .filter((node) => !node.closest('[hidden]'))
      .map((node) => wordsOf(see(node)))
      .filter(Boolean)
  const live = [...words(LIVE), ...words(TIMER).filter((text) => !all && isDue(text))]
  const fresh = live.filter((text) => all || !said.has(text))
  said = new Set(live)
  return fresh
}

/** Moves by this many items, not beyond the ends, and says the new one; 0 repeats it. */
function go(by: number): void {
  at = Math.min(items.length - 1, Math.max(0, at + by))
  ring()
  const here = items[at]
  if (here) say(phraseOf(here))
}

/** Chooses what can be chosen; anything else is said again. */
function choose(): void {
  const here = items[at]
  if (!here) return
  if (here.kind === 'control' && !here.states.includes('disabled')) here.node.click()
  else go(0)
}

function ring(): void {
  const node = items[at]?.node
  if (!node) return
  if (node.tabIndex < 0) node.tabIndex = -1
  node.focus()
}
