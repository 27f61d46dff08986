// The voice of the calls: who speaks each language, what keeps a better voice from it, a try, and how it shall be.
import { useEffect, useState } from 'preact/hooks'
import type { VoiceAnswer } from '../../../server/http/devices/voice.ts'
import { type Problem, fetchJson } from '../../../screens/command.ts'
import { language } from '../../../screens/i18n.ts'
import { ProblemLine } from '../../parts/ProblemLine.tsx'
import { sessionEnded } from '../../session.ts'
import type { PlanDesk, KnownPlan } from '../plan-desk.ts'
import { manageText } from '../texts/index.ts'
import { ClipsState, CommandState, LastFailure } from './States.tsx'
import { TryVoice } from './TryVoice.tsx'
import { voiceText } from './voice-words.ts'
import { VoiceForm } from './VoiceForm.tsx'
import './voice.css'

interface VoiceProps {
  desk: PlanDesk
  /** Whether the page is connected. */
  isTrue: boolean
}

export function Voice({ desk, isTrue }: VoiceProps) {
  const { voice, problem, load } = useVoice(desk.known)
  const names = new Intl.DisplayNames([language.value], { type: 'language' })
  const nameOf = (code: string) => names.of(code) ?? code

  return (
    <section class="part" aria-labelledby="voice-title">
      <h2 id="voice-title">{manageText('voice.title')}</h2>
      <p class="soft">{manageText('voice.lead')}</p>
      <ProblemLine problem={problem} />
      {voice && (
        <>
          <LastFailure failed={voice.failed} />
          <dl class="states">
            {voice.languages.map(({ language: code, by }) => (
              <div class="voice-state" key={code}>
                <dt>{nameOf(code)}</dt>
                <dd>
                  <strong>{voiceText(by)}</strong>
                </dd>
              </div>
            ))}
            {voice.clips && <ClipsState clips={voice.clips} />}
            {voice.command && <CommandState command={voice.command} />}
          </dl>
          <TryVoice languages={voice.languages} nameOf={nameOf} onTried={() => void load()} />
          {desk.known && (
            <VoiceForm desk={desk} plan={desk.known.plan} isTrue={isTrue} there={voice} nameOf={nameOf} />
          )}
        </>
      )}
    </section>
  )
}

// How the voice stands, asked again while the page is open: files are put right while the manager looks.
const AGAIN_MS = 10_000

interface KnownVoice {
  /** Null before the first answer. */
  voice: VoiceAnswer | null
  problem: Problem | null
  load(): Promise<void>
}

/** `known`: the plan as the page knows it; with another one the voice is asked at once. */
function useVoice(known: KnownPlan | null): KnownVoice {
  const [voice, setVoice] = useState<VoiceAnswer | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)

  async function load(): Promise<void> {
    const outcome = await fetchJson<VoiceAnswer>('/api/voice')
    if (outcome.ok) setVoice(outcome.data)
    else if (outcome.problem.status === 401) sessionEnded()
    setProblem(outcome.ok ? null : outcome.problem)
  }

  useEffect(() => {
    void load()
    const timer = setInterval(() => void load(), AGAIN_MS)
    return () => clearInterval(timer)
  }, [known])
  return { voice, problem, load }
}
