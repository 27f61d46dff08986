// Ready to open? Every point as the server computes it: what must be done first, each with a link. It can be printed.
import { useEffect, useState } from 'preact/hooks'
import type { ReadinessItem } from '../../../server/readiness/readiness.ts'
import type { Static } from 'typebox'
import { fetchJson, type Problem } from '../../../screens/command.ts'
import { Button } from '../../../screens/components/Button.tsx'
import { formatNumber, formatTime } from '../../../screens/format.ts'
import { press } from '../../../screens/press.ts'
import { Icon } from '../../../screens/icons.tsx'
import { ProblemLine } from '../../parts/ProblemLine.tsx'
import { sessionEnded } from '../../session.ts'
import type { SectionProps } from '../shell/section.ts'
import { FieldFindings } from './FieldFindings.tsx'
import { openingText } from './texts.ts'
import './opening.css'

type Item = Static<typeof ReadinessItem>

interface Readiness {
  ready: boolean
  items: Item[]
}

/** Somebody who has just fixed something looks here again; milliseconds. */
const EVERY = 15_000
/** A year of a large hall is some hundred megabytes. */
const LONGEST_COPY = 120_000
const levels = ['must', 'should', 'ready'] as const

export function ReadySection({ at, view }: SectionProps) {
  const [found, setFound] = useState<{ at: string | null; readiness: Readiness } | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)

  async function load(): Promise<void> {
    const outcome = await fetchJson<Readiness>('/api/readiness')
    if (outcome.ok) {
      setFound({ at, readiness: outcome.data })
      setProblem(null)
    } else if (outcome.problem.status === 401) sessionEnded()
    else setProblem(outcome.problem)
  }
  const plan = view ? view.hall.plan : 0
  useEffect(() => {
    void load()
    const timer = setInterval(() => void load(), EVERY)
    return () => clearInterval(timer)
  }, [plan])

  const items = found ? found.readiness.items : []
  const musts = items.filter(({ level }) => level === 'must').length
  const sum = found && (
    <p class={`ready-sum ready-sum-${found.readiness.ready ? 'yes' : 'no'}`} role="status">
      <Icon name={found.readiness.ready ? 'check' : 'warning'} />
      <span>
        {found.readiness.ready
          ? openingText('readyYes')
          : openingText('readyNo', { count: formatNumber(musts) })}
      </span>
      {found.at !== null && (
        <span class="soft ready-at">{openingText('checkedAt', { time: formatTime(found.at) })}</span>
      )}
    </p>
  )
  return (
    <div class="part ready">
      <div class="part-head">
        {sum}
        <div class="part-ends ready-ends">
          <Button icon="refresh" onPress={load}>
            {openingText('refresh')}
          </Button>
          <Button icon="printer" onPress={() => window.print()}>
            {openingText('print')}
          </Button>
        </div>
      </div>
      <ProblemLine problem={problem} />
      {found && levels.map((level) => <Level key={level} level={level} items={items} onCopied={load} />)}
      <FieldFindings />
    </div>
  )
}

/** The one point that can be fixed right here. */
function Copy({ onCopied }: { onCopied: () => Promise<void> }) {
  const [problem, setProblem] = useState<Problem | null>(null)
  async function copy(): Promise<void> {
    const outcome = await press('POST', '/api/copies', {}, { limitMs: LONGEST_COPY })
    if (outcome.ok) return onCopied()
    if (outcome.problem.status === 401) sessionEnded()
    else setProblem(outcome.problem)
  }
  return (
    <span class="ready-ends">
      <Button onPress={copy}>{openingText('copy')}</Button>
      <ProblemLine problem={problem} />
    </span>
  )
}

interface LevelProps {
  level: (typeof levels)[number]
  items: readonly Item[]
  onCopied: () => Promise<void>
}

function Level({ level, items, onCopied }: LevelProps) {
  const own = items.filter((one) => one.level === level)
  return (
    <section class={`ready-level ready-${level}`} aria-labelledby={`ready-${level}`}>
      <h2 id={`ready-${level}`}>
        {openingText(`level.${level}`)} <span class="ready-count">{formatNumber(own.length)}</span>
      </h2>
      {level !== 'ready' && <p class="soft">{openingText(`levelMeans.${level}`)}</p>}
      {own.length === 0 && <p>{openingText('levelNone')}</p>}
      <ul class="ready-list">
        {own.map(({ code, detail, todo, href }) => (
          <li key={code} class="ready-item">
            <Icon name={level === 'ready' ? 'check' : 'warning'} />
            <span class="ready-words">
              <span>{detail}</span>
              {todo !== '' && <span class="soft">{todo}</span>}
            </span>
            {code === 'no-copy' && todo !== '' && <Copy onCopied={onCopied} />}
            {code !== 'no-copy' && todo !== '' && (
              <a class="ready-way" href={href} aria-label={`${openingText('toPlace')}: ${detail}`}>
                {openingText('toPlace')}
              </a>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
