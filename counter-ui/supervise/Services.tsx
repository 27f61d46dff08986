// The services: whether they take visitors, who waits and for how long, and how many numbers were given. A press
// shows what can be done.
import type { AgencyService } from '../../server/live/agency.ts'
import { formatDayLabel, formatNumber, formatWaited, formatTime } from '../../screens/format.ts'
import { pick } from '../../screens/i18n.ts'
import { serviceStatusText } from '../../screens/texts/services.ts'
import { serviceName } from '../parts/names.ts'
import { ByAgency } from './ByAgency.tsx'
import { superviseText } from './texts/index.ts'
import type { ViewAt } from './view-at.ts'

export function Services(at: ViewAt) {
  const { hall } = at.watch
  return (
    <section class="part" aria-labelledby="services-title">
      <h2 id="services-title">{superviseText('services')}</h2>
      {at.view.services.length === 0 && <p class="soft">{superviseText('servicesNone')}</p>}
      <ByAgency
        watch={at.watch}
        rows={at.view.services}
        agencyOf={({ id }) => hall.services.value.get(id)?.agency}
        draw={(service) => <Row key={service.id} {...at} service={service} />}
      />
    </section>
  )
}

function Row({ service, ...at }: ViewAt & { service: AgencyService }) {
  const { watch, now } = at
  const { id, status, waiting, longest, atRisk } = service
  return (
    <li>
      <button
        type="button"
        class="row"
        onClick={() => {
          watch.subject.value = { kind: 'service', id }
        }}
      >
        <span class="row-top">
          <strong class="row-name">{serviceName(watch.hall, id)}</strong>
          {status !== 'open' && <span class={`state state-${status}`}>{serviceStatusText(status)}</span>}
        </span>
        {status !== 'open' && status !== 'trial' && <span class="row-who">{phaseText(service)}</span>}
        <span class={atRisk > 0 ? 'row-now row-risk figures' : 'row-now figures'}>
          <strong>
            {waiting === 0
              ? superviseText('nobodyWaits')
              : superviseText('waiting', { count: formatNumber(waiting) })}
          </strong>
          {longest && <span>{longestText(longest, now)}</span>}
        </span>
        <span class="row-figures soft figures">
          {serviceTexts(service).map((words) => (
            <span key={words}>{words}</span>
          ))}
        </span>
      </button>
    </li>
  )
}

/** `terlama 34 menit`; empty in the first minute. */
export function longestText({ since }: NonNullable<AgencyService['longest']>, now: number): string {
  const seconds = (now - Date.parse(since)) / 1000
  return seconds < 60 ? '' : superviseText('longest', { time: formatWaited(seconds) })
}

/** Why it takes nobody, in the kiosk's words: until when, why, from which day, where instead. */
export function phaseText({ status, until, reason, expected, where }: AgencyService): string {
  const parts = [
    status === 'paused' && until !== null ? untilText(until) : '',
    status === 'soon' && expected !== null ? superviseText('soonOn', { day: formatDayLabel(expected) }) : '',
    reason ? pick(reason) : '',
    where ? pick(where) : '',
  ]
  return parts.filter((words) => words !== '').join(' · ')
}

export function serviceTexts({ openCounters, quota, taken, held, missed, atRisk }: AgencyService): string[] {
  return [
    ...(atRisk === 0 ? [] : [superviseText('atRisk', { count: formatNumber(atRisk) })]),
    openCounters === 0
      ? superviseText('desksNone')
      : superviseText('desks', { count: formatNumber(openCounters) }),
    quota === null
      ? superviseText('takenToday', { taken: formatNumber(taken) })
      : superviseText('quotaOf', { taken: formatNumber(taken), quota: formatNumber(quota) }),
    ...(held === 0 ? [] : [superviseText('held', { count: formatNumber(held) })]),
    ...(missed === 0 ? [] : [superviseText('missed', { count: formatNumber(missed) })]),
  ]
}

/** How long somebody who comes now would wait; empty if nobody knows. */
export function newcomerText({ forecast, when }: AgencyService): string {
  return forecast && when ? superviseText('newcomer', { forecast: pick(when) }) : ''
}

// Until when a service is paused: an instant, or words from the plan.

/** `sampai pukul 13.00`. The plan may have any words; an instant is shown in the hall's time. */
function untilText(until: string): string {
  const time = /^\d{4}-\d{2}-\d{2}T/.test(until) ? formatTime(until) : until
  return superviseText('until', { time })
}
