// The start page of `/manage/`: what needs attention now, the state of the hall, and the way to every section.
import { useEffect, useState, useRef } from 'preact/hooks'
import { Button } from '../../../screens/components/Button.tsx'
import { formatNumber, formatDay, formatTime } from '../../../screens/format.ts'
import { connectLive } from '../../../screens/live.ts'
import type { ReceptionView } from '../../../server/live/reception.ts'
import { Attention } from '../../hall/Attention.tsx'
import { DamagePart, HallState } from '../HallState.tsx'
import { fetchJson } from '../../../screens/command.ts'
import { isKey } from '../../../screens/i18n.ts'
import { Icon } from '../../../screens/icons.tsx'
import { sessionEnded } from '../../session.ts'
import { copyText } from '../copy.ts'
import { id } from '../texts/id.ts'
import { manageText } from '../texts/index.ts'
import '../incidents.css'
import { WaitsTold } from '../WaitsTold.tsx'
import { OutlivedAlert } from '../accounts/Outlived.tsx'
import { OwnAccount } from '../accounts/OwnAccount.tsx'
import { draft } from '../draft/draft.ts'
import { draftText } from '../draft/texts.ts'
import { useBefore } from '../opening/before.ts'
import { openingText } from '../opening/texts.ts'
import { type PlanDesk, RefusedAlert } from '../plan-desk.tsx'
import { CloseDay } from '../times/CloseDay.tsx'
import { timesText } from '../times/texts.ts'
import type { Section, SectionProps } from './section.ts'
import { shellText } from './texts.ts'
import { pathTo } from './way.ts'

export function Overview(props: SectionProps & { sections: readonly Section[] }) {
  if (props.me.role === 'manager') return <ManagerStart {...props} />
  return (
    <>
      <section class="part">
        <h2>{manageText('onlyManagerTitle')}</h2>
        <p>{manageText(props.me.role === 'supervisor' ? 'onlySupervisorLead' : 'onlyManagerLead')}</p>
        <p class="ways">
          {props.me.role === 'supervisor' && <a href="/supervise/">{manageText('accounts.toSupervise')}</a>}
          <a href="/counter/">{manageText('accounts.toCounter')}</a>
        </p>
      </section>
      {props.me.role === 'supervisor' ? <Ways sections={props.sections} /> : <OwnAccount />}
    </>
  )
}

function ManagerStart({
  hall,
  view,
  at,
  accounts,
  plan,
  sections,
}: SectionProps & { sections: readonly Section[] }) {
  const [reception] = useState(() => connectLive<ReceptionView>({ topic: 'reception' }))
  useEffect(() => () => reception.close(), [reception])
  // What the banner asks a manager to do is placed where it can be seen.
  const clockWaits = view !== null && view.hall.clock !== 'right'
  const alerts = reception.freshness.value === 'live' ? reception.view.value : null
  return (
    <>
      <RefusedAlert />
      <OutlivedAlert hall={hall} list={accounts.list ?? []} />
      {alerts && <Attention hall={hall} printers={alerts.printers} list={alerts.attention} />}
      <DamagePart hall={view && view.hall} />
      <BeginHint />
      {clockWaits && <HallState hall={hall} view={view} />}
      <Incidents now={at} isWhole={view !== null && (view.hall.damage ?? []).length === 0} />
      {!clockWaits && <HallState hall={hall} view={view} />}
      <WaitsTold today={view && view.hall.day} />
      <DraftState />
      <Quick plan={plan} today={view && view.hall.day} />
      <Ways sections={sections} />
    </>
  )
}

/** Whether there is a draft: whose it is, what is not saved, and what must be corrected. */
function DraftState() {
  const saved = draft.saved.value
  const unsaved = draft.unsaved.value.length
  if (!saved || (saved.changedBy === null && unsaved === 0)) return null
  const faulty = saved.changedBy === null ? 0 : saved.faults.length
  return (
    <section class="part" aria-labelledby="draft-title">
      <h2 id="draft-title">{shellText('draftTitle')}</h2>
      {unsaved > 0 && <p>{shellText('draftUnsaved', { count: formatNumber(unsaved) })}</p>}
      {saved.changedBy !== null && <p>{draftText('barDraft', { name: saved.changedBy })}</p>}
      {faulty > 0 && <p>{draftText('barFaults', { count: formatNumber(faulty) })}</p>}
      <p>
        <a href={pathTo('plan')}>{draftText('toPublish')}</a>
      </p>
    </section>
  )
}

/** Quick things that a manager also does on a phone. */
function Quick({ plan, today }: { plan: PlanDesk; today: string | null }) {
  const [closing, close] = useState(false)
  const [told, tell] = useState('')
  return (
    <section class="part" aria-labelledby="quick-title">
      <h2 id="quick-title">{shellText('quickTitle')}</h2>
      <p class="part-ends">
        <a class="button button-plain button-medium" href={pathTo('counters')}>
          {shellText('quickCounter')}
        </a>
        <Button disabled={today === null || !plan.known} onPress={() => close(true)}>
          {timesText('closeDay')}
        </Button>
      </p>
      <p role="status">{told}</p>
      {closing && today !== null && (
        <CloseDay
          desk={plan}
          today={today}
          onClose={(done) => {
            close(false)
            if (done !== null) tell(done)
          }}
        />
      )}
    </section>
  )
}

function Ways({ sections }: { sections: readonly Section[] }) {
  return (
    <section class="part" aria-labelledby="ways-title">
      <h2 id="ways-title">{shellText('sectionsTitle')}</h2>
      <ul class="ways-list">
        {sections.map(({ id, title }) => (
          <li key={id}>
            <a href={pathTo(id)}>{shellText(title)}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Shown while the hall is still the one that came with the program: the manager is asked, not forced. */
function BeginHint() {
  const { before } = useBefore()
  if (!before || !before.untouched) return null
  return (
    <section class="part" aria-labelledby="begin-hint">
      <h2 id="begin-hint">{openingText('hintTitle')}</h2>
      <p>{openingText('hintLead')}</p>
      <p class="ways">
        <a href={pathTo('begin')}>{openingText('hintGo')}</a>
      </p>
    </section>
  )
}

// What recently went wrong with the server: when, how often, and the report to forward. Empty if nothing did.

const AGAIN_MS = 60_000
/** Anything older was dealt with, or will not be: the report still has it. */
const SHOWN_DAYS = 14
const DAY_MS = 86_400_000

interface IncidentsProps {
  /** The server's time, ISO 8601; null before it is known. */
  now: string | null
  /** Whether no event is missing from the journal. */
  isWhole: boolean
}

function Incidents({ now, isWhole }: IncidentsProps) {
  const [list, setList] = useState<readonly Incident[]>([])
  useEffect(() => {
    const load = async () => {
      const outcome = await fetchJson<{ incidents: Incident[] }>('/api/incidents')
      if (outcome.ok) setList(outcome.data.incidents)
      else if (outcome.problem.status === 401) sessionEnded()
    }
    void load()
    const timer = setInterval(() => void load(), AGAIN_MS)
    return () => clearInterval(timer)
  }, [])
  const oldest = Date.parse(now ?? '') - SHOWN_DAYS * DAY_MS
  const shown = list.filter(({ last }) => Date.parse(last) >= oldest)
  return (
    <div role="status">
      {shown.length > 0 && (
        <section class="part incidents" aria-labelledby="incidents-title">
          <h2 id="incidents-title">{manageText('incidents.title')}</h2>
          <p>
            {manageText('incidents.lead')} {isWhole && manageText('incidents.nothingLost')}
          </p>
          <ul>
            {shown.map((one) => (
              <li key={`${one.id} ${one.first}`}>
                <Icon name="warning" />
                <span>
                  {meaningOf(one.kind)} <span class="soft">{whenOf(one)}</span>
                </span>
              </li>
            ))}
          </ul>
          <Report text={reportOf(list)} />
        </section>
      )}
    </div>
  )
}

function meaningOf(kind: string): string {
  const key = `incident.${kind}` as const
  return manageText(isKey(id, key) ? key : 'incident.survived')
}

function whenOf({ count, last }: Incident): string {
  const [day, time] = [formatDay(last), formatTime(last)]
  return count === 1
    ? manageText('incidents.once', { day, time })
    : manageText('incidents.often', { count: formatNumber(count), day, time })
}

function Report({ text }: { text: string }) {
  const field = useRef<HTMLTextAreaElement>(null)
  const all = useRef<HTMLDetailsElement>(null)
  const [done, setDone] = useState<'copied' | 'byHand' | null>(null)
  async function copy(): Promise<void> {
    const copied = await copyText(text)
    setDone(copied ? 'copied' : 'byHand')
    if (copied || !all.current) return
    all.current.open = true
    if (field.current) field.current.select()
  }
  return (
    <>
      <p>
        <Button onPress={copy}>{manageText('incidents.copy')}</Button>
      </p>
      {done && <p class="soft">{manageText(`incidents.${done}`)}</p>}
      <details ref={all}>
        <summary>{manageText('incidents.show')}</summary>
        <textarea
          ref={field}
          readOnly
          rows={10}
          spellcheck={false}
          aria-label={manageText('incidents.report')}
          value={text}
        />
      </details>
    </>
  )
}

// The report of what went wrong with the server, as plain text for its maintainers: the same in every language.

/** As `GET /api/incidents` has it. */
interface Incident {
  id: string
  kind: string
  /** ISO 8601. */
  first: string
  last: string
  count: number
  version: string
  what: string
  where: string[]
}

/** All of them, newest first. */
function reportOf(list: readonly Incident[]): string {
  return list
    .map(({ id, kind, first, last, count, version, what, where }) =>
      [
        `${last}  ${kind}  ${count} ×${count > 1 ? ` since ${first}` : ''}  Antre ${version}  (${id})`,
        ...(what === '' ? [] : [`  ${what}`]),
        ...where.map((line) => `    ${line}`),
      ].join('\n'),
    )
    .join('\n\n')
}
