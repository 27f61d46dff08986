// Single days and chosen holidays: their list by date, and adding one.
import { useState } from 'preact/hooks'
import { Button } from '../../../screens/components/Button.tsx'
import { pick } from '../../../screens/i18n.ts'
import { Icon } from '../../../screens/icons.tsx'
import { draft } from '../draft/draft.ts'
import { faultsAt } from '../draft/faults.ts'
import { formText } from '../form/texts.ts'
import { go, pathTo } from '../shell/way.ts'
import { type DayList, daysOf, longDay, putDay, removeDay, sorted } from './days.ts'
import { spansWords } from './spans.tsx'
import { timesText } from './texts.ts'

export function Days({ today }: { today: string }) {
  const [all, showAll] = useState(false)
  const plan = draft.plan.value
  if (!plan) return null
  const list = sorted([
    ...daysOf(plan, 'days').map((one) => ({ ...one, list: 'days' as DayList })),
    ...daysOf(plan, 'holidays').map((one) => ({ ...one, list: 'holidays' as DayList })),
  ])
  const past = list.filter(({ day }) => day < today)
  const shown = all ? list : list.filter(({ day }) => day >= today)
  return (
    <section class="part" aria-labelledby="times-days">
      <h2 id="times-days">{timesText('part.days')}</h2>
      <p class="soft">{timesText('daysLead')}</p>
      <AddDay today={today} />
      {shown.length === 0 && <p>{timesText('noDays')}</p>}
      <ul class="times-rows">
        {shown.map(({ list: kind, day, name, spans, open }) => (
          <li key={`${kind} ${day}`} class="things-row">
            <span class="things-words">
              <a href={pathTo('times', day)}>
                <strong>{longDay(day)}</strong>
              </a>
              <span>{pick(name)}</span>
              {faultsAt(kind, day, '').length > 0 && (
                <span class="things-fault">
                  <Icon name="warning" />
                  <span>{formText('hasFaults')}</span>
                </span>
              )}
              <span class="soft things-about">
                {timesText(kind === 'days' ? 'kind.day' : 'kind.holiday')} · {hoursWords(kind, spans, open)}
              </span>
            </span>
            <Button
              kind="quiet"
              label={formText('removeOf', { name: longDay(day) })}
              onPress={() => removeDay(kind, day)}
            >
              {formText('remove')}
            </Button>
          </li>
        ))}
      </ul>
      {past.length > 0 && !all && (
        <Button kind="quiet" onPress={() => showAll(true)}>
          {timesText('showPast', { count: past.length })}
        </Button>
      )}
    </section>
  )
}

/** When the hall is open on such a day, and which agencies. */
function hoursWords(
  kind: DayList,
  spans: readonly { from: number; to: number }[] | undefined,
  open: readonly string[] | undefined,
): string {
  const plan = draft.plan.value
  const who = (open ?? [])
    .map((id) => plan?.agencies.find((one) => one.id === id)?.short ?? '')
    .filter(Boolean)
  const isClosed = kind === 'days' || who.length === 0
  const hours = spans ? spansWords(spans) : timesText(isClosed ? 'closed' : 'usualHours')
  return who.length === 0 ? hours : timesText('onlyOpen', { hours, agencies: who.join(', ') })
}

function AddDay({ today }: { today: string }) {
  const [day, setDay] = useState('')
  const plan = draft.plan.value
  if (!plan) return null
  const isThere = daysOf(plan, 'days').some((one) => one.day === day)
  const weekday = day === '' ? 1 : new Date(`${day}T00:00:00Z`).getUTCDay() || 7
  const usual = day === '' ? [] : plan.hours[weekday as 1]

  function submit(event: SubmitEvent): void {
    event.preventDefault()
    if (day === '') return
    if (!isThere) {
      const spans = usual.length > 0 ? usual.slice(0, 1) : [{ from: 480, to: 720 }]
      putDay('days', { day, name: { id: '', en: '' }, spans })
    }
    setDay('')
    go(pathTo('times', day))
  }
  return (
    <form class="things-head" onSubmit={submit}>
      <div class="field">
        <label for="add-day">{timesText('date')}</label>
        <input
          id="add-day"
          type="date"
          min={today || undefined}
          value={day}
          onInput={({ currentTarget }) => setDay(currentTarget.value)}
        />
      </div>
      <p class="part-ends times-add">
        <button type="submit" class="button button-plain button-medium" disabled={day === ''}>
          <Icon name="plus" />
          <span class="button-words">{timesText('addDay')}</span>
        </button>
      </p>
    </form>
  )
}
