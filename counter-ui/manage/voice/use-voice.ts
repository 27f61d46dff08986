// How the voice stands, asked again while the page is open: files are put right while the manager looks.
import { useEffect, useState } from 'preact/hooks'
import type { VoiceAnswer } from '../../../server/http/devices/voice.ts'
import { fetchJson, type Problem } from '../../../screens/command.ts'
import { sessionEnded } from '../../session.ts'
import type { KnownPlan } from '../plan.ts'

const AGAIN_MS = 10_000

export interface KnownVoice {
  /** Null before the first answer. */
  voice: VoiceAnswer | null
  problem: Problem | null
  load(): Promise<void>
}

/** `known`: the plan as the page knows it; with another one the voice is asked at once. */
export function useVoice(known: KnownPlan | null): KnownVoice {
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
