// The section of the times: the weekly hours and the last number, a day that is closed at short notice, and links to
// the rest: periods, single days, holidays, hours of their own, quotas, the calendar.
import { useState } from 'preact/hooks'
import { Button } from '../../../screens/components/Button.tsx'
import { draft } from '../draft/draft.ts'
import { hallFields } from '../form/use-fields.ts'
import { here, pathTo } from '../shell/way.ts'
import type { SectionProps } from '../shell/section.ts'
import { Calendar } from './Calendar.tsx'
import { CloseDay } from './CloseDay.tsx'
import { DayPage, Days } from './Days.tsx'
import { Holidays } from './Holidays.tsx'
import { OwnHours, PeriodPage, Periods } from './Periods.tsx'
import { LastTicketField, QuotaPage, Quotas } from './Quotas.tsx'
import { WeekField } from './spans.tsx'
import { timesText } from './texts.ts'

const PARTS = ['days', 'holidays', 'periods', 'own', 'quotas', 'calendar'] as const
type Part = (typeof PARTS)[number]
const isPart = (id: string): id is Part => PARTS.some((part) => part === id)

export function TimesSection(props: SectionProps) {
  const { id, view } = props
  const plan = draft.plan.value
  if (!plan) return null
  const today = view ? view.hall.day : ''
  if (id === null) return <Overview {...props} today={today} />
  return (
    <>
      <Parts open={isPart(id) ? id : null} />
      {isPart(id) ? <Opened part={id} today={today} /> : <Thing id={id} />}
    </>
  )
}

function Opened({ part, today }: { part: Part; today: string }) {
  if (part === 'days') return <Days today={today} />
  if (part === 'holidays') return <Holidays today={today} />
  if (part === 'periods') return <Periods />
  if (part === 'own') return <OwnHours />
  return part === 'quotas' ? <Quotas /> : <Calendar today={today} />
}

/** A day by its date; else a period or a quota by its id. */
function Thing({ id }: { id: string }) {
  if (/^\d{4}-\d\d-\d\d$/.test(id)) return <DayPage day={id} />
  const isQuota = (draft.plan.value?.quotas ?? []).some((one) => one.id === id)
  return isQuota ? <QuotaPage id={id} /> : <PeriodPage id={id} />
}

/** The parts of the section, each with how many things it has. */
function Parts({ open }: { open: Part | null }) {
  const plan = draft.plan.value
  if (!plan) return null
  const own = [...plan.agencies, ...plan.services, ...plan.counters].filter(({ hours }) => hours)
  const counts: Readonly<Record<Part, number | null>> = {
    days: (plan.days ?? []).length + plan.holidays.length,
    holidays: null,
    periods: (plan.periods ?? []).length,
    own: own.length,
    quotas: (plan.quotas ?? []).length + plan.services.filter(({ quota }) => quota !== null).length,
    calendar: null,
  }
  return (
    <nav class="times-parts" aria-label={timesText('parts')}>
      <ul>
        <li>
          <a href={pathTo('times')} aria-current={here.value.id === null ? 'page' : undefined}>
            {timesText('part.week')}
          </a>
        </li>
        {PARTS.map((part) => (
          <li key={part}>
            <a href={pathTo('times', part)} aria-current={part === open ? 'page' : undefined}>
              {timesText(`part.${part}`)}
              {counts[part] !== null && <span class="soft"> {counts[part]}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Overview({ plan: desk, today, isTrue }: SectionProps & { today: string }) {
  const [closing, close] = useState(false)
  const [told, tell] = useState('')
  const field = hallFields()
  if (!field) return null
  return (
    <>
      <Parts open={null} />
      <section class="part" aria-labelledby="times-now">
        <h2 id="times-now">{timesText('now')}</h2>
        <p>{timesText('nowLead')}</p>
        <p class="part-ends">
          <Button disabled={!isTrue || !desk.known || today === ''} onPress={() => close(true)}>
            {timesText('closeDay')}
          </Button>
        </p>
        <p role="status">{told}</p>
        {closing && (
          <CloseDay
            desk={desk}
            today={today}
            onClose={(done) => {
              close(false)
              if (done !== null) tell(done)
            }}
          />
        )}
      </section>
      <section class="part" aria-labelledby="times-week">
        <h2 id="times-week">{timesText('part.week')}</h2>
        <div class="fields">
          <WeekField {...field('hours')} hint={timesText('weekHint')} />
          <LastTicketField {...field('lastTicket')} />
        </div>
      </section>
    </>
  )
}
