// A list to choose from. A long one draws first what fits on the glass, and the rest with the pictures that follow, a few
// at a time: a slow PC shows the new screen, and takes the next tap, without waiting for what nobody sees yet.
import type { ComponentChild } from 'preact'
import { useEffect, useMemo, useState } from 'preact/hooks'
import { spoken } from '../spoken/state.ts'

/** More than fit on an upright screen of 32 inches. */
const AT_FIRST = 16
const THEN = 12

interface TilesProps {
  ids: readonly string[]
  /** Draws one. Called again only when the ids change: what else a tile shows it reads from signals. */
  tile: (id: string) => ComponentChild
}

export function Tiles({ ids, tile }: TilesProps) {
  // Who listens is told how many there are.
  const [shown, show] = useState(spoken.value === 'off' ? AT_FIRST : Infinity)
  const isAll = shown >= ids.length
  useEffect(() => {
    if (isAll) return undefined
    let timer = 0
    const frame = requestAnimationFrame(() => {
      timer = window.setTimeout(() => show(shown + THEN))
    })
    return () => {
      cancelAnimationFrame(frame)
      clearTimeout(timer)
    }
  }, [shown, isAll])
  const list = useMemo(
    () => ids.slice(0, shown).map((id) => <li key={id}>{tile(id)}</li>),
    [ids.join(' '), shown],
  )
  return <ul class="tiles">{list}</ul>
}
