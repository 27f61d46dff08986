// What recently went wrong with the server: when, how often, and the report to forward. Empty if nothing did.
import { useEffect, useRef, useState } from 'preact/hooks'
import { fetchJson } from '../../screens/command.ts'
import { Button } from '../../screens/components/Button.tsx'
import { formatDay, formatNumber, formatTime } from '../../screens/format.ts'
import { isKey } from '../../screens/i18n.ts'
import { Icon } from '../../screens/icons.tsx'
import { sessionEnded } from '../session.ts'
import { copyText } from './copy.ts'
import { id } from './texts/id.ts'
import { manageText } from './texts/index.ts'
import './incidents.css'

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

export function Incidents({ now, isWhole }: IncidentsProps) {
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
