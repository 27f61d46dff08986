// The person's position among the items of the place, seen as a focus ring and heard; and what changes around it.
import { changeOf, dialogOf, entryOf, isDue, phraseOf, type Sentence } from './phrases.ts'
import { itemsOf, wordsOf, type Item } from './reading.ts'
import { frontOf, LIVE, see, TIMER } from './see.ts'
import { add, say } from './voice.ts'

type Here = Item<HTMLElement>

let items: Here[] = []
let at = 0
/** The place and its words; changes when another is entered. */
let place = ''
/** Where the person was before a dialog opened. */
let before: { place: string; node: HTMLElement } | null = null
let said = new Set<string>()

export const isDialog = () => frontOf() !== document.body

/** Everything is new to the person: the next look enters the place. */
export function forgetPlace(): void {
  place = ''
  before = null
}

/** Call it when anything on the page has changed. `first` is said before the place that is entered. */
export function look(first: readonly Sentence[] = []): void {
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
export function go(by: number): void {
  at = Math.min(items.length - 1, Math.max(0, at + by))
  ring()
  const here = items[at]
  if (here) say(phraseOf(here))
}

/** Chooses what can be chosen; anything else is said again. */
export function choose(): void {
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
