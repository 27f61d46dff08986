// Pictures and muted videos in turn, one at a time. Besides the one being shown only the next picture is loaded; a
// video releases its decoder when its turn is over, as many televisions have only one.
import { useEffect, useRef, useState } from 'preact/hooks'
import { signal } from '@preact/signals'
import { command } from '../../screens/command.ts'
import type { BoardView } from '../../server/live/board.ts'

/** How long to wait after something did not load. */
const AGAIN_MS = 5_000
/** A video that does not move for this long is given up for this turn. */
const STALL_MS = 12_000

/** The current turn, kept when the media move to another place of the board. */
let lastShown = ''

/** `still`: a call needs everybody's attention. */
export function Media({ items, still }: { items: readonly MediaItem[]; still: boolean }) {
  const [, turn] = useState('')
  const at = Math.max(
    0,
    items.findIndex(({ id }) => id === lastShown),
  )
  const now = items[at]
  const next = items[(at + 1) % items.length]
  if (!now || !next) return null
  lastShown = now.id
  const isAlone = next === now
  const isEnded = () => turn((lastShown = next.id))
  const loaded = isAlone || next.kind === 'video' ? [now] : [now, next]
  return (
    <div class={`media ${still ? 'media-still' : ''}`} aria-hidden="true">
      {loaded.map((item) => (
        <Turn
          key={item.id}
          item={item}
          isNow={item === now}
          isAlone={isAlone}
          still={still}
          onEnd={isEnded}
        />
      ))}
    </div>
  )
}

interface TurnProps {
  item: MediaItem
  isNow: boolean
  isAlone: boolean
  still: boolean
  onEnd: () => void
}

function Turn({ item: { id, kind, seconds }, isNow, isAlone, still, onEnd }: TurnProps) {
  const [ready, setReady] = useState(false)
  const [tries, setTries] = useState(0)
  const [broken, setBroken] = useState(false)
  useEffect(() => {
    if (!broken) return undefined
    if (tries > 0) fail(id)
    const timer = setTimeout(() => {
      setBroken(false)
      setTries(tries + 1)
    }, AGAIN_MS)
    return () => clearTimeout(timer)
  }, [broken])
  useEffect(() => {
    if (!isNow || still || kind === 'video') return undefined
    const timer = setTimeout(onEnd, seconds * 1000)
    return () => clearTimeout(timer)
  }, [isNow, still])
  const shared = {
    class: `media-item ${isNow && ready ? 'media-now' : ''}`,
    src: addressOf(id),
    onError: () => setBroken(true),
  }
  if (kind === 'picture') return <img key={tries} alt="" {...shared} onLoad={() => setReady(true)} />
  return (
    <Film
      key={tries}
      {...shared}
      still={still}
      isAlone={isAlone}
      onEnd={onEnd}
      onReady={() => setReady(true)}
    />
  )
}

interface FilmProps {
  class: string
  src: string
  still: boolean
  isAlone: boolean
  onEnd: () => void
  onReady: () => void
  onError: () => void
}

function Film({ class: look, src, still, isAlone, onEnd, onReady, onError }: FilmProps) {
  const video = useRef<HTMLVideoElement>(null)
  useEffect(() => {
    const film = video.current
    return () => {
      if (!film) return
      film.pause()
      film.removeAttribute('src')
      film.load()
    }
  }, [])
  useEffect(() => {
    const film = video.current
    if (!film) return undefined
    if (still) {
      film.pause()
      return undefined
    }
    // Browsers let only muted videos begin by themselves.
    film.muted = true
    const begun: Promise<void> | undefined = film.play()
    if (begun) begun.catch(() => undefined)
    let before = -1
    const timer = setInterval(() => {
      if (film.currentTime === before) onEnd()
      before = film.currentTime
    }, STALL_MS)
    return () => clearInterval(timer)
  }, [still, isAlone])
  return (
    <video
      ref={video}
      class={look}
      src={src}
      muted
      playsInline
      loop={isAlone}
      onEnded={onEnd}
      onPlaying={onReady}
      onError={() => video.current && video.current.error && onError()}
    />
  )
}

// What this display could not show. Only a file that the server has and delivers counts as broken: on a bad network
// nothing does. The server names it to the manager; here it is left out until its content changes.

type MediaItem = BoardView['media'][number]

/** More than one view ever names; a board runs for weeks. */
const MOST = 100
const failed = signal<readonly string[]>([])

/** Those of these that can be shown. */
export function usable(items: readonly MediaItem[]): MediaItem[] {
  return items.filter(({ id }) => failed.value.indexOf(id) < 0)
}

const addressOf = (id: string) => `/api/media/${id}`

/** Call it for a file that failed twice. */
function fail(id: string): void {
  const has = (answer: { ok: boolean }) => {
    if (!answer.ok || failed.value.indexOf(id) >= 0) return
    failed.value = failed.value.concat(id).slice(-MOST)
    void command('POST', `${addressOf(id)}/failed`, {})
  }
  fetch(addressOf(id), { method: 'HEAD', cache: 'no-store' }).then(has, () => undefined)
}
