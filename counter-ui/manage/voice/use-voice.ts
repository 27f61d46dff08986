// How the voice stands, asked again while the page is open: files are put right while the manager looks.
import { useEffect, useState } from 'preact/hooks'
import type { VoiceAnswer } from '../../../server/http/voice.ts'
import { fetchJson, type Problem } from '../../../screens/command.ts'
import { sessionEnded } from '../../session.ts'

const AGAIN_MS = 10_000

export interface KnownVoice {
  /** Null before the first answer. */
  voice: VoiceAnswer | null
  problem: Problem | null
  load(): Promise<void>
}

/** `planSeq`: the number of the plan; another one means that it changed. */
export function useVoice(planSeq: number): KnownVoice {
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
  }, [planSeq])
  return { voice, problem, load }
}
