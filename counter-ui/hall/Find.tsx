// Finds a visit by today's number, typed: the visitor lost the slip, or asks how long it will take.
import { useRef, useState } from 'preact/hooks'
import type { ReceptionVisit } from '../../server/live/reception.ts'
import { fetchJson, type Problem } from '../../screens/command.ts'
import { sessionEnded } from '../session.ts'
import { ProblemLine } from '../parts/ProblemLine.tsx'
import { hallText } from './texts.ts'

interface FindProps {
  onFound: (visit: string) => void
  /** Another way to find one. */
  hint?: string
}

export function Find({ onFound, hint }: FindProps) {
  const [problem, setProblem] = useState<Problem | null>(null)
  const [unknown, setUnknown] = useState(false)
  const [busy, setBusy] = useState(false)
  const field = useRef<HTMLInputElement>(null)

  async function submit(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    const number = field.current ? field.current.value.trim() : ''
    if (busy || number === '') return
    setBusy(true)
    const path = `/api/reception/visits?number=${encodeURIComponent(number)}`
    const outcome = await fetchJson<{ visit: ReceptionVisit }>(path)
    setBusy(false)
    setUnknown(!outcome.ok && outcome.problem.code === 'unknown-visit')
    setProblem(outcome.ok ? null : outcome.problem)
    if (outcome.ok) {
      onFound(outcome.data.visit.id)
      if (field.current) field.current.value = ''
    } else {
      if (outcome.problem.status === 401) sessionEnded()
      if (field.current) field.current.select()
    }
  }

  return (
    <section class="part" aria-labelledby="find-title">
      <h2 id="find-title">{hallText('findTitle')}</h2>
      <form class="find" onSubmit={(event) => void submit(event)}>
        <div class="field">
          <label for="find-number">{hallText('findLabel')}</label>
          <input
            id="find-number"
            ref={field}
            type="text"
            placeholder={hallText('findHint')}
            maxLength={20}
            autoComplete="off"
            autoCapitalize="characters"
            spellcheck={false}
          />
        </div>
        <button type="submit" class="button button-plain button-medium" aria-busy={busy}>
          {hallText('find')}
        </button>
      </form>
      {hint && <p class="soft">{hint}</p>}
      <ProblemLine problem={unknown ? null : problem} text={unknown ? hallText('findNone') : undefined} />
    </section>
  )
}
