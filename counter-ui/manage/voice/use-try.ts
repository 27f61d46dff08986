// Speaks something only in this browser, and says which voice spoke, what prevented a better one, and why nothing is
// heard. One sound at a time: a new one ends the previous one, wherever on the page it was started.
import { useEffect, useRef, useState } from 'preact/hooks'
import type { TriedAnswer } from '../../../server/http/devices/voice.ts'
import { command, type Problem } from '../../../screens/command.ts'
import { sessionEnded } from '../../session.ts'
import { manageText } from '../texts/index.ts'

/** A command may take five seconds to speak, and be queued behind announcements. */
const TRY_LIMIT_MS = 15_000

let playing: HTMLAudioElement | null = null

interface Try {
  tried: TriedAnswer | null
  problem: Problem | null
  /** In words; empty: nothing. */
  fault: string
  /** Speaks these; blank texts are left out. `chime` false: without a chime. */
  play(texts: readonly { language: string; text: string }[], chime?: boolean): Promise<void>
}

/** `onTried` is called whenever the server has answered. */
export function useTry(onTried: () => void): Try {
  const [tried, setTried] = useState<TriedAnswer | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [fault, setFault] = useState('')
  const own = useRef<HTMLAudioElement | null>(null)
  useEffect(() => () => own.current?.pause(), [])

  async function play(given: readonly { language: string; text: string }[], chime?: boolean): Promise<void> {
    playing?.pause()
    setTried(null)
    setProblem(null)
    const texts = given
      .map(({ language, text }) => ({ language, text: text.trim() }))
      .filter(({ text }) => text !== '')
    setFault(texts.length === 0 ? manageText('voice.nothing') : '')
    if (texts.length === 0) return
    const body = chime === undefined ? { texts } : { texts, chime }
    const outcome = await command<TriedAnswer>('POST', '/api/voice/try', body, { limitMs: TRY_LIMIT_MS })
    onTried()
    if (!outcome.ok) {
      if (outcome.problem.status === 401) sessionEnded()
      // The sentence for kiosks mentions their screen.
      if (outcome.problem.code === 'no-voice') setFault(manageText('voice.noSound'))
      else setProblem(outcome.problem)
      return
    }
    setTried(outcome.data)
    playing?.pause()
    const audio = new Audio(`/api/audio/${outcome.data.audio}`)
    own.current = audio
    playing = audio
    await audio.play().catch((error: unknown) => {
      // Another test ended this one.
      if (!(error instanceof DOMException && error.name === 'AbortError'))
        setFault(manageText('voice.blocked'))
    })
  }

  return { tried, problem, fault, play }
}
