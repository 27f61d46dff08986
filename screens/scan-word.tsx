// What is said about a scan that shows nothing: over everything on the page, dialogs too, and gone by itself. The
// element is always there, so that screen readers announce what appears in it.
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'
import { Icon } from './icons.tsx'
import './scan-word.css'

/** Long enough to look up from the scanner and read a sentence twice. */
const SHOWN_MS = 12_000

export interface ScanWordProps {
  /** Empty: nothing to say. */
  text: string
  /** Counts the scans: the same words said again are shown again. */
  nth: number
  onOver: () => void
}

export function ScanWord({ text, nth, onOver }: ScanWordProps) {
  const line = useRef<HTMLDivElement>(null)
  // A dialog silences all behind it; this is in front of it.
  useLayoutEffect(() => {
    const node = line.current
    if (!node || !text) return
    node.removeAttribute('inert')
    node.removeAttribute('aria-hidden')
  }, [text, nth])
  useEffect(() => {
    if (!text) return undefined
    const timer = setTimeout(onOver, SHOWN_MS)
    return () => clearTimeout(timer)
  }, [text, nth])
  return (
    <div class="scan-word" role="status" ref={line}>
      {text && (
        <p key={nth} class="scan-word-text">
          <Icon name="warning" />
          <span>{text}</span>
        </p>
      )}
    </div>
  )
}
