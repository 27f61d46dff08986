// Visitors who only ask take no number: one tap counts one. The last tap can be undone for a minute.
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { type Outcome, fetchJson, type Problem } from '../../screens/command.ts'
import { Button } from '../../screens/components/Button.tsx'
import { formatNumber } from '../../screens/format.ts'
import { press, SAME_PRESS_MS } from '../../screens/press.ts'
import { ProblemLine } from '../parts/ProblemLine.tsx'
import { sessionEnded } from '../session.ts'
import { receptionText } from './texts/index.ts'
import './only-asked.css'

const PATH = '/api/reception/asked'
const UNDO_MS = 60_000

interface Today {
  day: string
  count: number
}

/** `day`: the hall's; null while it is not known. The count is fetched again when the day changes. */
export function OnlyAsked({ day }: { day: string | null }) {
  const [count, setCount] = useState<number | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [canUndo, letUndo] = useState(false)
  const [taps, setTaps] = useState(0)
  const part = useRef<HTMLElement>(null)
  const lastTap = useRef(-Infinity)
  /** Answers may overtake each other: an older one is ignored. */
  const sent = useRef(0)

  async function hear(request: Promise<Outcome<Today>>): Promise<boolean> {
    const nth = (sent.current += 1)
    const outcome = await request
    if (!outcome.ok && outcome.problem.status === 401) sessionEnded()
    if (!outcome.ok) setProblem(outcome.problem)
    else if (nth === sent.current) {
      setProblem(null)
      setCount(outcome.data.count)
    }
    return outcome.ok
  }

  useEffect(() => {
    if (day === null) return
    letUndo(false)
    void hear(fetchJson<Today>(PATH))
  }, [day])

  useEffect(() => {
    if (!canUndo) return
    const timer = setTimeout(() => letUndo(false), UNDO_MS)
    return () => clearTimeout(timer)
  }, [canUndo, taps])

  /**
   * Two people are two taps. A second tap within 400 ms, or a key held down, counts as the same one, as everywhere
   * here: people counted one by one come more slowly than that.
   */
  function tap(): void {
    const now = performance.now()
    const isSame = now - lastTap.current < SAME_PRESS_MS
    lastTap.current = now
    if (isSame) return
    void hear(press<Today>('POST', PATH)).then((done) => {
      if (!done) return
      setTaps((before) => before + 1)
      letUndo(true)
    })
  }

  async function undo(): Promise<void> {
    if (await hear(press<Today>('DELETE', PATH))) letUndo(false)
  }

  return (
    <section ref={part} class="part only-asked" aria-label={receptionText('asked')}>
      <div class="only-asked-row">
        <Button onPress={tap} size="large">
          {receptionText('asked')}
        </Button>
        <p role="status" class="only-asked-count figures">
          {count !== null && receptionText('askedCount', { count: formatNumber(count) })}
        </p>
        {canUndo && <Undo onPress={undo} part={part} />}
      </div>
      <p class="soft">{receptionText('askedLead')}</p>
      <ProblemLine problem={problem} />
    </section>
  )
}

/** If it goes while it has the keyboard focus, the focus moves to the first button of the part. */
function Undo({ onPress, part }: { onPress: () => Promise<void>; part: { current: HTMLElement | null } }) {
  const place = useRef<HTMLSpanElement>(null)
  useLayoutEffect(() => {
    const own = place.current
    return () => {
      if (!own || !own.contains(document.activeElement) || !part.current) return
      const first = part.current.querySelector('button')
      if (first) first.focus()
    }
  }, [])
  return (
    <span ref={place}>
      <Button kind="quiet" label={receptionText('askedUndoLast')} onPress={onPress}>
        {receptionText('askedUndo')}
      </Button>
    </span>
  )
}
