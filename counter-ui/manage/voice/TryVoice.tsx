// Sentences that are said here and nowhere else: how it sounds, who spoke, and why not a better voice.
import { useEffect, useRef, useState } from 'preact/hooks'
import type { TriedAnswer, VoiceAnswer } from '../../../server/http/voice.ts'
import { command, type Problem } from '../../../screens/command.ts'
import { Button } from '../../../screens/components/Button.tsx'
import { formatNumber } from '../../../screens/format.ts'
import { ProblemLine } from '../../parts/ProblemLine.tsx'
import { sessionEnded } from '../../session.ts'
import { Trouble } from './States.tsx'
import { v } from './texts/index.ts'
import { insteadText, voiceText } from './words.ts'

/** A command that speaks may take five seconds, and stand behind announcements. */
const TRY_LIMIT_MS = 15_000

interface TryProps {
  languages: VoiceAnswer['languages']
  nameOf: (language: string) => string
  onTried: () => void
}

export function TryVoice({ languages, nameOf, onTried }: TryProps) {
  /** What was typed, by language; what was not is the sample. */
  const [typed, type] = useState<Readonly<Record<string, string>>>({})
  const [tried, setTried] = useState<TriedAnswer | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [fault, setFault] = useState('')
  const sound = useRef<HTMLAudioElement | null>(null)
  useEffect(() => () => sound.current?.pause(), [])

  async function play(): Promise<void> {
    sound.current?.pause()
    setTried(null)
    setProblem(null)
    const texts = languages
      .map(({ language, sample }) => ({ language, text: (typed[language] ?? sample).trim() }))
      .filter(({ text }) => text !== '')
    setFault(texts.length === 0 ? v('nothing') : '')
    if (texts.length === 0) return
    const outcome = await command<TriedAnswer>('POST', '/api/voice/try', { texts }, { limitMs: TRY_LIMIT_MS })
    onTried()
    if (!outcome.ok) {
      if (outcome.problem.status === 401) sessionEnded()
      // The sentence for kiosks speaks of their screen.
      if (outcome.problem.code === 'no-voice') setFault(v('noSound'))
      else setProblem(outcome.problem)
      return
    }
    setTried(outcome.data)
    const audio = new Audio(`/api/audio/${outcome.data.audio}`)
    sound.current = audio
    await audio.play().catch((error: unknown) => {
      // Another try ended this one.
      if (!(error instanceof DOMException && error.name === 'AbortError')) setFault(v('blocked'))
    })
  }

  return (
    <div class="fields voice-try">
      <h3>{v('tryTitle')}</h3>
      <p class="soft">{v('tryLead')}</p>
      {languages.map(({ language, sample }) => (
        <div class="field" key={language}>
          <label for={`voice-${language}`}>{v('sentence', { language: nameOf(language) })}</label>
          <textarea
            class="slip-lines"
            id={`voice-${language}`}
            rows={2}
            maxLength={300}
            value={typed[language] ?? sample}
            onInput={(event) => type({ ...typed, [language]: event.currentTarget.value })}
          />
        </div>
      ))}
      <div class="dialog-ends">
        <Button icon="speaker" onPress={play}>
          {v('play')}
        </Button>
      </div>
      <ProblemLine problem={problem} text={fault === '' ? undefined : fault} />
      <div role="status">
        {tried && (
          <>
            <p class="done">
              {v('playing', { seconds: formatNumber(Math.round(tried.seconds)), by: voiceText(tried.by) })}
            </p>
            {tried.faults.map((one) => (
              <Trouble key={`${one.by} ${one.detail}`} words={insteadText(one)} />
            ))}
          </>
        )}
      </div>
    </div>
  )
}
