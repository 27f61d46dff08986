// Ready to open? Every point as the server computes it: what must be done first, each with a link. It can be printed.
import { useEffect, useState } from 'preact/hooks'
import type { Static } from 'typebox'
import type { ReadinessItem } from '../../../server/readiness/readiness.ts'
import { fetchJson, type Problem } from '../../../screens/command.ts'
import { Button } from '../../../screens/components/Button.tsx'
import { formatNumber, formatTime, formatDayLabel } from '../../../screens/format.ts'
import { press } from '../../../screens/press.ts'
import { Icon } from '../../../screens/icons.tsx'
import { ProblemLine } from '../../parts/ProblemLine.tsx'
import { sessionEnded } from '../../session.ts'
import type { SectionProps } from '../shell/section.ts'
import { language } from '../../../screens/i18n.ts'
import type { FacilityAnswer } from '../../../server/http/findings/facilities.ts'
import type { FindingAnswer } from '../../../server/http/findings/shapes.ts'
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

// Open findings by source, the overdue first, and the facilities still to come: the same list as `/findings/`, to
// which each line leads.

type Source = FindingAnswer['source']
interface Listed {
  findings: FindingAnswer[]
  total: number
  today: string
  counts: { source: Source; open: number; overdue: number }[]
}

/** How many lines to show before the whole list is the better place. */
const MOST = 12

function FieldFindings() {
  const [source, choose] = useState<Source | null>(null)
  const [listed, setListed] = useState<Listed | null>(null)
  const [facilities, setFacilities] = useState<FacilityAnswer[]>([])
  const spoken = language.value
  useEffect(() => {
    // A late answer is about another source or language.
    let isAsked = true
    const asked = source === null ? '' : `&source=${source}`
    void fetchJson<Listed>(`/api/findings?state=unfinished${asked}`).then((outcome) => {
      if (isAsked && outcome.ok) setListed(outcome.data)
    })
    void fetchJson<{ facilities: FacilityAnswer[] }>('/api/findings/facilities').then((outcome) => {
      if (isAsked && outcome.ok) setFacilities(outcome.data.facilities)
    })
    return () => void (isAsked = false)
  }, [source, spoken])
  if (!listed) return null
  const found = [...listed.findings].sort((a, b) => Number(b.overdue) - Number(a.overdue)).slice(0, MOST)
  return (
    <>
      <section class="ready-level" aria-labelledby="ready-field">
        <h2 id="ready-field">{openingText('fieldTitle')}</h2>
        <div class="ready-sources">
          <Button pressed={source === null} onPress={() => choose(null)}>
            {openingText('fieldAll')}
          </Button>
          {listed.counts
            .filter(({ open }) => open > 0)
            .map(({ source: one, open, overdue }) => (
              <Button key={one} pressed={source === one} onPress={() => choose(one)}>
                {openingText(overdue > 0 ? 'fieldCountLate' : 'fieldCount', {
                  source: openingText(`from.${one}`),
                  open: formatNumber(open),
                  overdue: formatNumber(overdue),
                })}
              </Button>
            ))}
        </div>
        {found.length === 0 && <p>{openingText('fieldNone')}</p>}
        <ul class="ready-list">
          {found.map((one) => (
            <li key={one.id} class="ready-item">
              <Icon name={one.overdue ? 'warning' : 'clock'} />
              <span class="ready-words">
                <a href={`/findings/#finding=${one.id}`}>
                  {one.what}
                  {one.where !== '' && ` – ${one.where}`}
                </a>
                <span class="soft">{one.ownerName ?? openingText('fieldNobody')}</span>
              </span>
              {one.due !== null && (
                <span class={one.overdue ? 'ready-late' : 'soft'}>
                  {openingText(one.overdue ? 'fieldLate' : 'fieldDue', { day: dayOf(one.due, listed.today) })}
                </span>
              )}
            </li>
          ))}
        </ul>
        {listed.total > found.length && (
          <p>
            <a href={`/findings/?state=unfinished${source === null ? '' : `&source=${source}`}`}>
              {openingText('fieldMore', { count: formatNumber(listed.total) })}
            </a>
          </p>
        )}
      </section>
      <Awaited facilities={facilities.filter(({ state }) => state === 'lacking')} today={listed.today} />
    </>
  )
}

/** What vulnerable visitors need comes first, sorted by day; anything without a day is last. */
export function inOrder<One extends Pick<FacilityAnswer, 'vulnerable' | 'expected'>>(
  facilities: readonly One[],
): One[] {
  const day = ({ expected }: One) => expected ?? '9'
  return facilities.toSorted(
    (a, b) => Number(b.vulnerable) - Number(a.vulnerable) || (day(a) < day(b) ? -1 : day(a) > day(b) ? 1 : 0),
  )
}

function Awaited({ facilities, today }: { facilities: readonly FacilityAnswer[]; today: string }) {
  return (
    <section class="ready-level" aria-labelledby="ready-facilities">
      <h2 id="ready-facilities">{openingText('facilitiesTitle')}</h2>
      {facilities.length === 0 && <p>{openingText('facilitiesNone')}</p>}
      <ul class="ready-list">
        {inOrder(facilities).map(({ id, name, expected, finding }) => {
          const isLate = expected !== null && expected < today
          return (
            <li key={id} class="ready-item">
              <Icon name={isLate ? 'warning' : 'clock'} />
              <span class="ready-words">
                <a href={finding === null ? '/findings/#facilities' : `/findings/#finding=${finding}`}>
                  {language.value === 'en' ? name.en : name.id}
                </a>
              </span>
              <span class={isLate ? 'ready-late' : 'soft'}>
                {expected === null
                  ? openingText('facilityNoDay')
                  : openingText(isLate ? 'facilityLate' : 'facilityExpected', {
                      day: dayOf(expected, today),
                    })}
              </span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

/** With the year if it is another one. */
function dayOf(label: string, today: string): string {
  const year = label.slice(0, 4)
  return year === today.slice(0, 4) ? formatDayLabel(label) : `${formatDayLabel(label)} ${year}`
}
