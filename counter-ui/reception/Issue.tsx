// Giving a number at the desk. A double press is one number: the key stays the same until the server has answered.
import { useRef, useState } from 'preact/hooks'
import type { Problem } from '../../screens/command.ts'
import { press } from '../../screens/press.ts'
import { language } from '../../screens/i18n.ts'
import { serviceName } from '../parts/names.ts'
import { ProblemLine } from '../parts/ProblemLine.tsx'
import { Submit } from '../parts/Field.tsx'
import { ServicePick, whyClosed, whyHallClosed } from '../pick/ServicePick.tsx'
import { sessionEnded } from '../session.ts'
import type { ReceptionDesk } from './reception-desk.ts'
import { offersPriority, sameKey } from './giving.ts'
import { receptionText } from './texts.ts'
import { Tick } from './VisitActions.tsx'
import './issue.css'

interface Wish {
  services: readonly string[]
  priority: boolean
  comeToMe: boolean
  language: string
}

export function Issue({ desk }: { desk: ReceptionDesk }) {
  const { hall, live, kiosk } = desk
  const languages = hall.answer.value ? hall.answer.value.languages : []
  const nothing: Wish = { services: [], priority: false, comeToMe: false, language: languages[0] ?? 'id' }
  const [wish, setWish] = useState(nothing)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [busy, setBusy] = useState(false)
  /** Pressed again because no answer came, it is the same number. */
  const key = useRef(sameKey())
  const closed = whyHallClosed(kiosk.view.value)
  /** Services whose quota is used up, but for which the plan lets the reception still give a number. */
  const over = (kiosk.view.value?.services ?? [])
    .filter(({ id, overQuota }) => overQuota && wish.services.includes(id))
    .map(({ id }) => serviceName(hall, id))
  const isTrue = live.freshness.value === 'live' && kiosk.freshness.value === 'live'
  const change = (part: Partial<Wish>) => {
    setWish({ ...wish, ...part })
    setProblem(null)
  }

  async function submit(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    if (busy || !isTrue || wish.services.length === 0) return
    setBusy(true)
    const body = over.length > 0 ? { ...wish, overQuota: true } : wish
    const outcome = await press<{ visit: { id: string } }>('POST', '/api/visits', body, {
      key: key.current.of(body),
    })
    setBusy(false)
    key.current.heard(outcome)
    setProblem(outcome.ok ? null : outcome.problem)
    if (!outcome.ok) {
      if (outcome.problem.status === 401) sessionEnded()
      return
    }
    setWish(nothing)
    desk.shown.value = outcome.data.visit.id
  }

  const names = new Intl.DisplayNames([language.value], { type: 'language' })
  return (
    <form class="part issue" aria-labelledby="issue-title" onSubmit={(event) => void submit(event)}>
      <h2 id="issue-title">{receptionText('issueTitle')}</h2>
      {closed !== null && <p role="status">{closed}</p>}
      <ServicePick
        hall={hall}
        kiosk={kiosk}
        chosen={wish.services}
        onChange={(services) => change({ services })}
        whyNot={(service, live) => (live?.overQuota ? null : whyClosed(service, live))}
      />
      {over.length > 0 && <p role="status">{receptionText('overQuota', { services: over.join(', ') })}</p>}
      <div class="issue-marks">
        {offersPriority(hall) && (
          <Tick
            words={receptionText('priority')}
            help={receptionText('priorityHelp')}
            checked={wish.priority}
            onChange={(priority) => change({ priority })}
          />
        )}
        <Tick
          words={receptionText('comeToMe')}
          help={receptionText('comeToMeHelp')}
          checked={wish.comeToMe}
          onChange={(comeToMe) => change({ comeToMe })}
        />
      </div>
      <div class="issue-end">
        <div class="field">
          <label for="issue-language">{receptionText('visitorLanguage')}</label>
          <select
            id="issue-language"
            value={wish.language}
            onChange={(event) => change({ language: event.currentTarget.value })}
          >
            {languages.map((code) => (
              <option key={code} value={code}>
                {names.of(code) ?? code}
              </option>
            ))}
          </select>
        </div>
        <Submit busy={busy} disabled={!isTrue || closed !== null || wish.services.length === 0} large>
          {receptionText('issue')}
        </Submit>
      </div>
      <ProblemLine
        problem={problem && problem.about === undefined ? problem : null}
        text={
          !isTrue && live.view.value ? receptionText('offline') : problem ? refused(desk, problem) : undefined
        }
      />
    </form>
  )
}

/** Which of the services is in the way, and why. */
function refused({ hall }: ReceptionDesk, { about, detail, title }: Problem): string {
  return receptionText('refusedService', { service: serviceName(hall, about ?? ''), why: detail || title })
}
