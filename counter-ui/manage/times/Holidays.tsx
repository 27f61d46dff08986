// The holidays of a year, offered with their source, and ticked one by one; nothing is ticked in advance.
import { useEffect, useState } from 'preact/hooks'
import type { HolidayYear } from '../../../server/halls/holidays/holidays.ts'
import { fetchJson, type Problem } from '../../../screens/command.ts'
import { pick } from '../../../screens/i18n.ts'
import { Icon } from '../../../screens/icons.tsx'
import { Choices } from '../../parts/Field.tsx'
import { ProblemLine } from '../../parts/ProblemLine.tsx'
import { sessionEnded } from '../../session.ts'
import { draft } from '../draft/draft.ts'
import { go, pathTo } from '../shell/way.ts'
import { fullDay } from '../../../screens/full-day.ts'
import { putDay, removeDay } from './days.ts'
import { timesText } from './texts.ts'

export function Holidays({ today }: { today: string }) {
  const now = Number(today.slice(0, 4)) || new Date().getFullYear()
  const [year, setYear] = useState(now)
  const [list, setList] = useState<HolidayYear | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const plan = draft.plan.value
  useEffect(() => {
    let isOver = false
    setList(null)
    void fetchJson<HolidayYear>(`/api/catalogue/holidays?year=${year}`).then((outcome) => {
      if (isOver) return
      setProblem(outcome.ok ? null : outcome.problem)
      if (outcome.ok) setList(outcome.data)
      else if (outcome.problem.status === 401) sessionEnded()
    })
    return () => {
      isOver = true
    }
  }, [year])
  if (!plan) return null
  const offered = new Set((list ? list.holidays : []).map(({ day }) => day))
  const others = plan.holidays.filter(({ day }) => day.startsWith(`${year}-`) && !offered.has(day))
  return (
    <section class="part" aria-labelledby="times-holidays">
      <h2 id="times-holidays">{timesText('part.holidays')}</h2>
      <p class="soft">{timesText('holidaysLead')}</p>
      <Choices
        legend={timesText('year')}
        name="holiday-year"
        value={String(year)}
        options={[now, now + 1].map((one) => ({ value: String(one), words: String(one) }))}
        onChange={(next) => setYear(Number(next))}
      />
      <ProblemLine problem={problem} />
      {list && (
        <>
          {list.decree === null ? (
            <p role="status" class="holidays-missing">
              <Icon name="warning" />
              <span>{timesText('noDecree', { year: list.year })}</span>
            </p>
          ) : (
            <p class="soft">{timesText('decree', { decree: list.decree })}</p>
          )}
          <ul class="holidays">
            {list.holidays.map((one) => (
              <Offered key={one.day} one={one} isChosen={plan.holidays.some(({ day }) => day === one.day)} />
            ))}
            {others.map(({ day, name }) => (
              <li key={day}>
                <label class="tick tick-row">
                  <input type="checkbox" checked onChange={() => removeDay('holidays', day)} />
                  <span>
                    <strong>{fullDay(day)}</strong> <span>{pick(name)}</span>{' '}
                    <span class="state">{timesText('ownHoliday')}</span>
                  </span>
                </label>
              </li>
            ))}
          </ul>
          <AddHoliday year={year} />
        </>
      )}
    </section>
  )
}

function Offered({ one, isChosen }: { one: HolidayYear['holidays'][number]; isChosen: boolean }) {
  const { day, name, kind, basis, source } = one
  return (
    <li>
      <label class="tick tick-row">
        <input
          type="checkbox"
          checked={isChosen}
          onChange={({ currentTarget }) => {
            if (currentTarget.checked) putDay('holidays', { day, name, kind, source })
            else removeDay('holidays', day)
          }}
        />
        <span>
          <strong>{fullDay(day)}</strong> <span>{pick(name)}</span>{' '}
          {kind !== 'national' && <span class="state">{timesText(`offered.${kind}`)}</span>}{' '}
          {basis === 'computed' && (
            <span class="soft">
              {timesText('computed')} {source}
            </span>
          )}
        </span>
      </label>
      {isChosen && (
        <a href={pathTo('times', day)}>
          {timesText('details')}
          <span class="visually-hidden"> {fullDay(day)}</span>
        </a>
      )}
    </li>
  )
}

/** A holiday that is not in the list. */
function AddHoliday({ year }: { year: number }) {
  const [day, setDay] = useState('')
  const isFit = day.startsWith(`${year}-`)
  function submit(event: SubmitEvent): void {
    event.preventDefault()
    if (!isFit) return
    putDay('holidays', { day, name: { id: '', en: '' } })
    go(pathTo('times', day))
  }
  return (
    <form class="things-head" onSubmit={submit}>
      <div class="field">
        <label for="add-holiday">{timesText('otherHoliday')}</label>
        <input
          id="add-holiday"
          type="date"
          min={`${year}-01-01`}
          max={`${year}-12-31`}
          value={day}
          onInput={({ currentTarget }) => setDay(currentTarget.value)}
        />
      </div>
      <p class="part-ends times-add">
        <button type="submit" class="button button-plain button-medium" disabled={!isFit}>
          <Icon name="plus" />
          <span class="button-words">{timesText('addHoliday')}</span>
        </button>
      </p>
    </form>
  )
}
