// A list that does not move under a finger: what is new comes at its end, and what is over stays in its place for a
// moment, and for as long as somebody touches the list.
import { useRef } from 'preact/hooks'

export interface Kept<T> {
  readonly entry: T
  /** Since when it is over, milliseconds; null while it lasts. */
  readonly goneAt: number | null
}

/** How long what is over is still shown, milliseconds. */
const STAYS = 4_000

/** The list after `entries` came at the instant `at` (milliseconds). `touched`: nothing may leave now. */
export function steady<T extends { id: string }>(
  before: readonly Kept<T>[],
  entries: readonly T[],
  at: number,
  touched: boolean,
): Kept<T>[] {
  const coming = new Map(entries.map((entry) => [entry.id, entry]))
  const kept = before.flatMap((one): Kept<T>[] => {
    const entry = coming.get(one.entry.id)
    if (entry && coming.delete(entry.id)) return [{ entry, goneAt: null }]
    const goneAt = one.goneAt ?? at
    return touched || at - goneAt < STAYS ? [{ entry: one.entry, goneAt }] : []
  })
  return [...kept, ...[...coming.values()].map((entry) => ({ entry, goneAt: null }))]
}

/** The same for a component that draws itself anew every few seconds; `hand` goes on the element that holds the list. */
export function useSteady<T extends { id: string }>(entries: readonly T[]) {
  const list = useRef<readonly Kept<T>[]>([])
  const touched = useRef(false)
  list.current = steady(list.current, entries, performance.now(), touched.current)
  const hand = {
    onPointerEnter: () => void (touched.current = true),
    onPointerLeave: () => void (touched.current = false),
    onPointerCancel: () => void (touched.current = false),
  }
  return { list: list.current, hand }
}
