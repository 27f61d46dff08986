// A hall of one's own instead of the open one, or the opening day after a rehearsal: it first says what goes and what
// stays, and asks for the password again.
import { useEffect, useState } from 'preact/hooks'
import { fetchJson, type Problem } from '../../../screens/command.ts'
import { formatNumber } from '../../../screens/format.ts'
import { press } from '../../../screens/press.ts'
import { after } from '../../../screens/timer.ts'
import { Field, Submit } from '../../parts/Field.tsx'
import { ProblemLine } from '../../parts/ProblemLine.tsx'
import { sessionEnded } from '../../session.ts'
import type { SectionProps } from '../shell/section.ts'
import { type BeforeBegin, useBefore } from './before.ts'
import { openingText } from './texts.ts'
import './opening.css'

const beginnings = ['empty', 'sample', 'draft', 'plan'] as const
type From = (typeof beginnings)[number]
const zones = ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'] as const
/** So many numbers are named; the others are counted. */
const MOST_NAMED = 20
/** The server makes the whole new hall before it answers. Milliseconds. */
const LONGEST = 30_000
const LOOK_EVERY = 500

export function BeginSection({ hall }: SectionProps) {
  const { before, problem, load } = useBefore()
  const [chosen, choose] = useState<From | null>(null)
  const [ends, setEnds] = useState(false)
  const [accounts, keep] = useState(false)
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<Problem | null>(null)
  const [left, setLeft] = useState<string | null>(null)
  useNewHall(left)
  if (!before) return <ProblemLine problem={problem} />
  const from = chosen ?? (before.untouched ? 'empty' : 'plan')
  const isNamed = from === 'empty' || from === 'sample'
  const timeZone = hall.answer.value ? hall.answer.value.timeZone : zones[0]

  async function send(event: SubmitEvent, seen: BeforeBegin): Promise<void> {
    event.preventDefault()
    const form = event.currentTarget
    if (busy || !(form instanceof HTMLFormElement)) return
    const typed = new FormData(form)
    setBusy(true)
    const outcome = await press<{ aside: string }>(
      'POST',
      '/api/hall/begin',
      {
        from,
        ...(isNamed && { name: String(typed.get('name')), timeZone: String(typed.get('zone')) }),
        ...(from === 'draft' && { accounts: accounts ? 'keep' : 'close' }),
        ends: ends ? seen.inHall : [],
        hall: seen.hall,
        password: String(typed.get('password')),
      },
      { limitMs: LONGEST },
    )
    setBusy(false)
    if (outcome.ok) return setLeft(seen.hall)
    if (outcome.problem.status === 401 && outcome.problem.code !== 'bad-credentials') return sessionEnded()
    setRefused(outcome.problem)
    setEnds(false)
    void load()
  }

  if (left !== null)
    return (
      <section class="part">
        <p role="status">{openingText('starting')}</p>
      </section>
    )
  return (
    <form class="part begin" onSubmit={(event) => send(event, before)}>
      <fieldset class="begin-from">
        <legend>
          <h2>{openingText('from')}</h2>
        </legend>
        {beginnings.map((one) => {
          const isMissing = one === 'draft' && !before.goes.draft
          return (
            <div key={one} class="begin-choice">
              <input
                type="radio"
                id={`from-${one}`}
                name="from"
                value={one}
                aria-describedby={`from-${one}-means`}
                checked={one === from}
                disabled={isMissing}
                onChange={() => choose(one)}
              />
              <span class="begin-words">
                <label for={`from-${one}`}>{openingText(`from.${one}`)}</label>
                <span class="soft" id={`from-${one}-means`}>
                  {openingText(isMissing ? 'noDraft' : `fromMeans.${one}`)}
                </span>
              </span>
            </div>
          )
        })}
      </fieldset>
      {isNamed && (
        <div class="fields begin-fields">
          <Field
            name="name"
            label={openingText('name')}
            hint={openingText('nameHint')}
            required
            maxLength={100}
          />
          <div class="field">
            <label for="begin-zone">{openingText('timeZone')}</label>
            <select id="begin-zone" name="zone">
              {zones.map((zone) => (
                <option key={zone} value={zone} selected={zone === timeZone}>
                  {openingText(`zone.${zone}`)}
                </option>
              ))}
            </select>
          </div>
        </div>
      )}
      {from === 'draft' && (
        <label class="tick">
          <input type="checkbox" checked={accounts} onChange={() => keep(!accounts)} />
          <span>{openingText('keepAccounts')}</span>
        </label>
      )}
      <GoesAndStays
        from={from}
        before={before}
        accountsStay={from === 'plan' || (from === 'draft' && accounts)}
      />
      {before.inHall.length > 0 && (
        <div class="begin-people">
          <p>{whoIsThere(before.inHall)}</p>
          <label class="tick">
            <input type="checkbox" required checked={ends} onChange={() => setEnds(!ends)} />
            <span>{openingText('ends')}</span>
          </label>
        </div>
      )}
      <div class="fields begin-fields">
        <Field
          name="password"
          label={openingText('password')}
          hint={openingText('passwordHint')}
          autoComplete="current-password"
          secret
          required
        />
      </div>
      <ProblemLine problem={refused ?? problem} />
      <Submit busy={busy}>{openingText(from === 'plan' ? 'goAsk.plan' : 'goAsk.own')}</Submit>
    </form>
  )
}

function whoIsThere(numbers: readonly string[]): string {
  const named = numbers.slice(0, MOST_NAMED).join(', ')
  const more = numbers.length - MOST_NAMED
  return openingText('inHall', {
    count: formatNumber(numbers.length),
    numbers: more > 0 ? openingText('inHallAnd', { numbers: named, count: formatNumber(more) }) : named,
  })
}

interface GoesProps {
  from: From
  before: BeforeBegin
  accountsStay: boolean
}

function GoesAndStays({ from, before: { goes, stays }, accountsStay }: GoesProps) {
  const count = (key: Parameters<typeof openingText>[0], of: number) =>
    of === 0 ? [] : [openingText(key as 'staysDevices', { count: formatNumber(of) })]
  const draft = goes.draft && from !== 'draft'
  return (
    <div class="begin-both">
      <section aria-labelledby="begin-goes">
        <h3 id="begin-goes">{openingText('goesTitle')}</h3>
        <p class="soft">{openingText('goesMeans')}</p>
        <List
          lines={[
            openingText('goesJournal', { days: formatNumber(goes.days), events: formatNumber(goes.events) }),
            ...(from === 'plan' ? [] : [openingText('goesPlan')]),
            ...(draft && from !== 'plan' ? [openingText('goesDraft')] : []),
            ...(accountsStay ? [] : count('goesAccounts', goes.accounts)),
          ]}
        />
      </section>
      <section aria-labelledby="begin-stays">
        <h3 id="begin-stays">{openingText('staysTitle')}</h3>
        <List
          lines={[
            ...(from === 'plan' ? [openingText('staysPlan')] : []),
            ...(draft && from === 'plan' ? [openingText('staysDraft')] : []),
            ...count('staysManagers', stays.managers),
            ...(accountsStay ? count('staysAccounts', goes.accounts) : []),
            ...count('staysDevices', stays.devices),
            ...count('staysPrinters', stays.printers),
            ...count('staysMedia', stays.media),
          ]}
        />
      </section>
    </div>
  )
}

function List({ lines }: { lines: readonly string[] }) {
  return (
    <ul class="begin-list">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}

/** Waits for the hall that takes the place of `left`, and reloads the page, as all it knows is about the old one. */
function useNewHall(left: string | null): void {
  useEffect(() => {
    if (left === null) return
    let gone = false
    async function look(): Promise<void> {
      const outcome = await fetchJson<BeforeBegin>('/api/hall/begin', { limitMs: LOOK_EVERY * 4 })
      if (gone) return
      if (outcome.ok && outcome.data.hall !== left) location.assign('/manage/')
      else after(LOOK_EVERY, () => void look())
    }
    void look()
    return () => {
      gone = true
    }
  }, [left])
}
