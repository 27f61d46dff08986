// The training: staff practise with made-up visitors. It begins with one press, the slider sets how many come, and it
// ends by itself.
import { useEffect, useState } from 'preact/hooks'
import { fetchJson, type Problem } from '../../../screens/command.ts'
import { Button } from '../../../screens/components/Button.tsx'
import { formatNumber, formatTime } from '../../../screens/format.ts'
import { press } from '../../../screens/press.ts'
import { after } from '../../../screens/timer.ts'
import { Choices } from '../../parts/Field.tsx'
import { ProblemLine } from '../../parts/ProblemLine.tsx'
import { sessionEnded } from '../../session.ts'
import type { SectionProps } from '../shell/section.ts'
import { openingText } from './texts.ts'
import './opening.css'

/** The answer of `GET /api/training`. */
interface Training {
  on: { until: string; pace: number; seed: number } | null
  latest: string | null
}

const lengths = ['15', '30', '60', '120'] as const
/** Visitors per hour on the slider. */
const MOST = 120
const STEP = 5
const USUAL = 30
/** A slider being moved is reported once it rests; milliseconds. */
const REST = 400
/** The server restarts: keep asking until it has switched. */
const LOOK_EVERY = 500
const LONGEST = 20_000

export function TrainingSection({ view }: SectionProps) {
  const [known, setKnown] = useState<Training | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [pace, setPace] = useState(USUAL)
  const [minutes, setMinutes] = useState<(typeof lengths)[number]>('30')
  const [turning, setTurning] = useState(false)

  function refused(found: Problem): void {
    if (found.status === 401) sessionEnded()
    else setProblem(found)
  }
  async function load(): Promise<Training | null> {
    const outcome = await fetchJson<Training>('/api/training')
    if (!outcome.ok) {
      refused(outcome.problem)
      return null
    }
    setKnown(outcome.data)
    if (outcome.data.on) setPace(outcome.data.on.pace)
    return outcome.data
  }
  const training = view ? (view.hall.training ?? '') : ''
  useEffect(() => void load(), [training])

  /** Keeps asking until the training is on, or over. */
  async function waitFor(isOn: boolean): Promise<void> {
    const now = await load()
    if (now && (now.on !== null) === isOn) {
      setProblem(null)
      setTurning(false)
    } else after(LOOK_EVERY, () => void waitFor(isOn))
  }
  async function turn(method: 'POST' | 'DELETE', body?: object): Promise<void> {
    setProblem(null)
    const outcome = await press(method, '/api/training', body, { limitMs: LONGEST })
    if (!outcome.ok) return refused(outcome.problem)
    setTurning(true)
    await waitFor(method === 'POST')
  }

  if (!known) return <ProblemLine problem={problem} />
  const { on, latest } = known
  return (
    <section class="part" aria-labelledby="training-title">
      <h2 id="training-title">{openingText(on ? 'trainingOn' : 'trainingOff')}</h2>
      <p>{on ? openingText('trainingUntil', { time: formatTime(on.until) }) : openingText('trainingLead')}</p>
      {!on && <p class="soft">{openingText('trainingStays')}</p>}
      <Pace pace={pace} isOn={on !== null} onPace={setPace} onProblem={refused} />
      {!on && (
        <Choices
          legend={openingText('trainingLength')}
          name="minutes"
          value={minutes}
          options={lengths.map((value) => ({
            value,
            words: openingText('trainingMinutes', { count: value }),
          }))}
          onChange={setMinutes}
        />
      )}
      {!on && latest === null && <p>{openingText('trainingHours')}</p>}
      {turning && <p role="status">{openingText('turning')}</p>}
      <ProblemLine problem={turning ? null : problem} />
      {on ? (
        <Button kind="danger" disabled={turning} onPress={() => turn('DELETE')}>
          {openingText('trainingEnd')}
        </Button>
      ) : (
        <Button
          kind="primary"
          disabled={turning || latest === null}
          onPress={() => turn('POST', { pace, minutes: Number(minutes) })}
        >
          {openingText('trainingGo')}
        </Button>
      )}
    </section>
  )
}

interface PaceProps {
  pace: number
  isOn: boolean
  onPace: (pace: number) => void
  onProblem: (problem: Problem) => void
}

function Pace({ pace, isOn, onPace, onProblem }: PaceProps) {
  const [moved, move] = useState<number | null>(null)
  useEffect(() => {
    if (moved === null || !isOn) return
    return after(REST, () => {
      void press('PUT', '/api/training', { pace: moved }).then((outcome) => {
        if (!outcome.ok) onProblem(outcome.problem)
      })
    })
  }, [moved, isOn])
  const words = pace === 0 ? openingText('paceNone') : openingText('pace', { count: formatNumber(pace) })
  return (
    <div class="field training-pace">
      <label for="training-pace">{openingText('paceTitle')}</label>
      <input
        id="training-pace"
        type="range"
        min={0}
        max={MOST}
        step={STEP}
        value={pace}
        aria-valuetext={words}
        onInput={({ currentTarget }) => {
          onPace(Number(currentTarget.value))
          move(Number(currentTarget.value))
        }}
      />
      <output for="training-pace">{words}</output>
    </div>
  )
}
