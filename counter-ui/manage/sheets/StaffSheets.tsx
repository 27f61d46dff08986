// The list of staff as a spreadsheet: downloaded, checked when it comes back, and its accounts made and changed, with
// a slip for each first password.
import { useState, useEffect } from 'preact/hooks'
import { render } from 'preact'
import type { PasswordSlip, StaffImport } from '../../../server/http/people/staff-sheets.ts'
import type { Problem } from '../../../screens/command.ts'
import { Button } from '../../../screens/components/Button.tsx'
import { formatNumber, formatDay } from '../../../screens/format.ts'
import type { Hall } from '../../../screens/hall.ts'
import { pick } from '../../../screens/i18n.ts'
import { ProblemLine } from '../../parts/ProblemLine.tsx'
import { sessionEnded } from '../../session.ts'
import {
  ChangeList,
  countWords,
  SaidList,
  chosenFile,
  type Chosen,
  sendFile,
  type Sent,
  inOurLanguage,
  meantFor,
} from './check-file.tsx'
import { Dialog } from '../../../screens/components/Dialog.tsx'
import { sheetText } from './texts.ts'
import './sheets.css'

/** Two hundred passwords take a slow PC a while. */
const LIMIT_MS = 120_000

interface Looked {
  readonly file: Chosen
  readonly answer: StaffImport
}

export function StaffSheets({ hall, onDone }: { hall: Hall; onDone: () => void }) {
  const [looked, setLooked] = useState<Looked | null>(null)
  const [slips, setSlips] = useState<readonly PasswordSlip[]>([])
  const [reading, setReading] = useState('')
  const [taken, setTaken] = useState('')
  const [fault, setFault] = useState('')
  const [problem, setProblem] = useState<Problem | null>(null)
  const own = inOurLanguage()

  async function send(file: Chosen, more: string, limitMs?: number): Promise<Sent<StaffImport>> {
    const outcome = await sendFile<StaffImport>(`/api/staff/import?${own}${more}`, file, limitMs)
    setProblem(outcome.ok ? null : outcome.problem)
    if (!outcome.ok && outcome.problem.status === 401) sessionEnded()
    return outcome
  }
  async function choose(input: HTMLInputElement): Promise<void> {
    const file = await chosenFile(input)
    // Not disabled meanwhile: that would take the focus from keyboard users.
    if (file === null || reading !== '') return
    setFault(typeof file === 'string' ? file : '')
    setProblem(null)
    setLooked(null)
    setTaken('')
    if (typeof file === 'string') return
    setReading(file.name)
    const outcome = await send(file, '')
    setReading('')
    setLooked(outcome.ok ? { file, answer: outcome.data } : null)
  }
  async function take({ file }: Looked, again: boolean): Promise<void> {
    const outcome = await send(file, `&take=1${again ? '&again=1' : ''}${meantFor(LIMIT_MS)}`, LIMIT_MS)
    onDone()
    if (!outcome.ok) return
    setLooked(null)
    setTaken(file.name)
    setSlips(outcome.data.slips)
  }

  return (
    <section class="part" aria-labelledby="staff-sheets">
      <h2 id="staff-sheets">{sheetText('staffTitle')}</h2>
      <p class="soft">{sheetText('staffLead')}</p>
      <p>
        <a class="button button-plain button-medium" href={`/api/staff.xlsx?${own}`} download>
          {sheetText('staffXlsx')}
        </a>
      </p>
      <div class="field">
        <label for="staff-file">{sheetText('staffFile')}</label>
        <input
          id="staff-file"
          type="file"
          accept=".xlsx,.xlsm,.csv"
          onChange={(event) => void choose(event.currentTarget)}
        />
      </div>
      <p role="status" class="done">
        {reading !== '' && sheetText('reading', { name: reading })}
        {taken !== '' && sheetText('staffDone', { name: taken })}
      </p>
      <ProblemLine problem={problem} text={fault || undefined} />
      {looked && <Result looked={looked} onTake={(again) => take(looked, again)} />}
      {slips.length > 0 && <PasswordSlips hall={hall} slips={slips} onClose={() => setSlips([])} />}
    </section>
  )
}

interface ResultProps {
  looked: Looked
  onTake: (again: boolean) => Promise<void>
}

function Result({ looked: { file, answer }, onTake }: ResultProps) {
  const { changes, faults, notes, waiting } = answer
  const [again, setAgain] = useState(false)
  const isBlocked = faults.some(({ blocks }) => blocks)
  return (
    <div class="sheet-result">
      <h3>{sheetText('resultTitle', { name: file.name })}</h3>
      <p role="status">{changes.length === 0 ? sheetText('staffNothing') : countWords(changes)}</p>
      {faults.length > 0 && (
        <section aria-labelledby="staff-blocked" class="sheet-blocked">
          <h4 id="staff-blocked">{sheetText('blockedTitle')}</h4>
          <p>{sheetText('blockedLead')}</p>
          <SaidList list={faults} />
        </section>
      )}
      {changes.length > 0 && <ChangeList changes={changes} />}
      {waiting > 0 && !isBlocked && (
        <label class="tick tick-row">
          <input
            type="checkbox"
            checked={again}
            onChange={(event) => setAgain(event.currentTarget.checked)}
          />
          <span>
            {sheetText('staffAgain', { count: formatNumber(waiting) })}
            <span class="soft tick-more">{sheetText('staffAgainMeans')}</span>
          </span>
        </label>
      )}
      {(changes.length > 0 || again) && !isBlocked && (
        <p>
          <Button kind="primary" onPress={() => onTake(again)}>
            {sheetText('staffTake')}
          </Button>
        </p>
      )}
      {notes.length > 0 && (
        <details class="sheet-changes">
          <summary>{sheetText('notesTitle')}</summary>
          <SaidList list={notes} />
        </details>
      )}
    </div>
  )
}

// First passwords on paper: three to a sheet of A4, each on a fold of its own, so that, cut apart and folded, nobody
// sees another's. They exist only on this page, as long as it is open; only a button closes it.

interface SlipsProps {
  hall: Hall
  slips: readonly PasswordSlip[]
  onClose: () => void
}

function PasswordSlips({ hall, slips, onClose }: SlipsProps) {
  const [isPrinted, setPrinted] = useState(false)
  const [asks, ask] = useState(false)
  usePaper(hall, slips)
  const count = formatNumber(slips.length)
  return (
    <Dialog title={sheetText('slipsTitle', { count })}>
      <div class="fields">
        <p>{sheetText('slipsLead')}</p>
        <ul class="slip-list">
          {slips.map(({ username, name, password }) => (
            <li key={username}>
              <span>
                <strong>{name}</strong> <span class="soft">{username}</span>
              </span>
              <code>{password}</code>
            </li>
          ))}
        </ul>
        <p role="status">{asks && sheetText('slipsCloseAsk')}</p>
        <div class="dialog-ends">
          <Button
            kind="primary"
            icon="printer"
            onPress={() => {
              setPrinted(true)
              ask(false)
              print()
            }}
          >
            {sheetText('slipsPrint')}
          </Button>
          <Button onPress={() => (isPrinted || asks ? onClose() : ask(true))}>
            {sheetText(asks ? 'slipsCloseAnyway' : 'slipsClose')}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}

/** The sheets are beside the page, where only the printer sees them. */
function usePaper(hall: Hall, slips: readonly PasswordSlip[]): void {
  useEffect(() => {
    const paper = document.createElement('div')
    paper.className = 'password-slips'
    document.body.append(paper)
    render(<Paper hall={hall} slips={slips} />, paper)
    return () => {
      render(null, paper)
      paper.remove()
    }
  }, [slips])
}

function Paper({ hall, slips }: Omit<SlipsProps, 'onClose'>) {
  const hallName = hall.answer.value?.name
  const agencyWords = (id: string) => {
    const agency = hall.agencies.value.get(id)
    return agency ? pick(agency.name) : id
  }
  return (
    <>
      {slips.map(({ username, name, agency, password, until }) => (
        <article key={username} class="password-slip">
          <p class="password-slip-hall">
            {hallName && pick(hallName)}
            {agency !== null && ` · ${agencyWords(agency)}`}
          </p>
          <h2>{sheetText('slipTitle')}</h2>
          <p class="password-slip-name">{sheetText('slipFor', { name })}</p>
          <dl>
            <dt>{sheetText('slipUsername')}</dt>
            <dd>{username}</dd>
            <dt>{sheetText('slipPassword')}</dt>
            <dd>{password}</dd>
          </dl>
          <p>{sheetText('slipOpen', { url: `${location.origin}/counter/` })}</p>
          <p>{sheetText('slipUntil', { day: formatDay(until) })}</p>
        </article>
      ))}
    </>
  )
}
