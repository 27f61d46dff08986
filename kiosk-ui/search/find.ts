// What a visitor is looking for, letter by letter, and what the server found. Forgotten with the visitor.
import { signal, type ReadonlySignal } from '@preact/signals'
import type { Elsewhere } from '../../server/hall/plan.ts'
import { fetchJson, type Outcome } from '../../screens/command.ts'
import { type After, after } from '../../screens/timer.ts'

/** As much as the server reads. */
export const MOST_TYPED = 64
/** One letter says nothing yet. */
export const LEAST_TYPED = 2

/** What the server found. */
export interface Found {
  /** Service ids, the best fit first. */
  readonly services: readonly string[]
  /** What the hall does not have, and where to go for it; `elsewhereFirst`: that fits better than any service. */
  readonly elsewhere: readonly Pick<Elsewhere, 'id' | 'name' | 'where'>[]
  readonly elsewhereFirst: boolean
}

export interface Find {
  text: ReadonlySignal<string>
  /** Null while nothing was asked or answered yet. */
  found: ReadonlySignal<Found | null>
  /** The last question had no answer. */
  silent: ReadonlySignal<boolean>
  /** Sets what is typed and asks for it in the language, as soon as the visitor stops typing. */
  write(text: string, language: string): void
  /** Forgets what was typed and found. */
  forget(): void
}

export interface FindIo {
  ask(text: string, language: string): Promise<Outcome<Found>>
  /** Returns how to cancel it. */
  after: After
}

/** Quick enough to feel live, slow enough to ask once for a word. */
const REST_MS = 150

const browserFindIo: FindIo = {
  ask: (text, language) =>
    fetchJson(`/api/search?q=${encodeURIComponent(text)}&language=${language}`, { limitMs: 3_000 }),
  after,
}

export function createFind(io: FindIo = browserFindIo): Find {
  const text = signal('')
  const found = signal<Found | null>(null)
  const silent = signal(false)
  let callOff = () => {}
  /** Counts changes: an answer to anything but the last is too late. */
  let turn = 0

  async function ask(asked: string, language: string): Promise<void> {
    const mine = turn
    const outcome = await io.ask(asked, language)
    if (mine !== turn) return
    silent.value = !outcome.ok
    found.value = outcome.ok ? outcome.data : null
  }

  function write(typed: string, language: string): void {
    callOff()
    turn += 1
    text.value = typed.slice(0, MOST_TYPED)
    const asked = text.value.trim()
    if (asked.length >= LEAST_TYPED) callOff = io.after(REST_MS, () => void ask(asked, language))
    else {
      found.value = null
      silent.value = false
    }
  }

  return { text, found, silent, write, forget: () => write('', '') }
}
