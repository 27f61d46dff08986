// The section of spreadsheets: the plan as a file, and a file read back into the draft once it has been checked.
import { useState } from 'preact/hooks'
import type { ImportAnswer } from '../../../server/http/commands/sheets.ts'
import type { PlanKind } from '../../../server/sheets/kind-names.ts'
import type { Problem } from '../../../screens/command.ts'
import { Button } from '../../../screens/components/Button.tsx'
import { formatNumber } from '../../../screens/format.ts'
import { Choices } from '../../parts/Field.tsx'
import { ProblemLine } from '../../parts/ProblemLine.tsx'
import { sessionEnded } from '../../session.ts'
import { draft } from '../draft/draft.ts'
import { pathTo } from '../shell/way.ts'
import {
  ChangeList,
  countWords,
  SaidList,
  chosenFile,
  type Chosen,
  LIMIT_MS,
  sendFile,
  type Sent,
  inOurLanguage,
  meantFor,
} from './check-file.tsx'
import { sheetText } from './texts.ts'
import './sheets.css'

/** In the order of the sheets. */
const kinds = [
  'hall',
  'agency',
  'zone',
  'service',
  'requirement',
  'standard',
  'counter',
  'bundle',
  'elsewhere',
  'reason',
  'period',
  'day',
  'holiday',
  'quota',
] as const satisfies readonly PlanKind[]

export function SheetsSection() {
  return (
    <>
      <Fetch />
      <Send />
    </>
  )
}

function Fetch() {
  const hasDraft = draft.saved.value !== null && draft.saved.value.changedBy !== null
  const [which, choose] = useState<'draft' | 'live'>('draft')
  const [kind, setKind] = useState<PlanKind>('service')
  const query = `${inOurLanguage()}${hasDraft && which === 'draft' ? '&draft=1' : ''}`
  const draftOnly = hasDraft && which === 'draft' ? '?draft=1' : ''
  return (
    <section class="part" aria-labelledby="sheets-fetch">
      <h2 id="sheets-fetch">{sheetText('fetchTitle')}</h2>
      <p class="soft">{sheetText('fetchLead')}</p>
      {hasDraft && (
        <Choices
          legend={sheetText('which')}
          name="sheets-which"
          options={[
            { value: 'draft', words: sheetText('draft') },
            { value: 'live', words: sheetText('live') },
          ]}
          value={which}
          onChange={choose}
        />
      )}
      <p>
        <a class="button button-primary button-medium" href={`/api/plan.xlsx?${query}`} download>
          {sheetText('xlsx')}
        </a>
      </p>
      <div class="sheet-one">
        <div class="field">
          <label for="sheets-kind">{sheetText('kindLabel')}</label>
          <select
            id="sheets-kind"
            value={kind}
            onChange={(event) => setKind(kinds[event.currentTarget.selectedIndex] ?? kind)}
          >
            {kinds.map((one) => (
              <option key={one} value={one}>
                {sheetText(`kind.${one}`)}
              </option>
            ))}
          </select>
        </div>
        <a class="button button-plain button-medium" href={`/api/plan.csv?kind=${kind}&${query}`} download>
          {sheetText('csv')}
        </a>
        <a class="button button-plain button-medium" href={`/api/plan.json${draftOnly}`} download>
          {sheetText('json')}
        </a>
      </div>
      <p class="soft">{sheetText('jsonMeans')}</p>
    </section>
  )
}

interface Looked {
  readonly file: Chosen
  readonly answer: ImportAnswer
  readonly chosen: ReadonlyMap<string, string>
}

function Send() {
  const [looked, setLooked] = useState<Looked | null>(null)
  const [reading, setReading] = useState('')
  const [taken, setTaken] = useState('')
  const [fault, setFault] = useState('')
  const [problem, setProblem] = useState<Problem | null>(null)
  const unsaved = draft.unsaved.value.length

  async function send(
    file: Chosen,
    chosen: ReadonlyMap<string, string>,
    more: string,
  ): Promise<Sent<ImportAnswer>> {
    const answers = [...chosen].map(([row, id]) => `${row}=${id}`).join(',')
    const choose = answers === '' ? '' : `&choose=${encodeURIComponent(answers)}`
    const outcome = await sendFile<ImportAnswer>(`/api/plan/import?${inOurLanguage()}${choose}${more}`, file)
    setProblem(outcome.ok ? null : outcome.problem)
    if (!outcome.ok && outcome.problem.status === 401) sessionEnded()
    return outcome
  }
  async function look(file: Chosen, chosen: ReadonlyMap<string, string>): Promise<void> {
    setReading(file.name)
    setTaken('')
    const outcome = await send(file, chosen, '')
    setReading('')
    setLooked(outcome.ok ? { file, answer: outcome.data, chosen } : null)
  }
  async function choose(input: HTMLInputElement): Promise<void> {
    const file = await chosenFile(input)
    // Not disabled meanwhile: that would take the focus from keyboard users.
    if (file === null || reading !== '') return
    setFault(typeof file === 'string' ? file : '')
    setProblem(null)
    setLooked(null)
    if (typeof file !== 'string') await look(file, new Map())
  }
  async function take({ file, answer: { from, base }, chosen }: Looked): Promise<void> {
    const done = await send(file, chosen, `&take=1&from=${from}&base=${base}${meantFor(LIMIT_MS)}`)
    await draft.load()
    if (done.ok) {
      setLooked(null)
      setTaken(file.name)
    } else if (done.problem.code === 'plan-changed') {
      // A colleague changed the draft meanwhile: first show what the file would change now.
      await look(file, chosen)
      setProblem(done.problem)
    }
  }

  return (
    <section class="part" aria-labelledby="sheets-send">
      <h2 id="sheets-send">{sheetText('sendTitle')}</h2>
      <p class="soft">{sheetText('sendLead')}</p>
      {unsaved > 0 && <p class="manage-hint">{sheetText('unsaved', { count: formatNumber(unsaved) })}</p>}
      <div class="field">
        <label for="sheets-file">{sheetText('file')}</label>
        <input
          id="sheets-file"
          type="file"
          accept=".xlsx,.xlsm,.csv,.json"
          onChange={(event) => void choose(event.currentTarget)}
        />
      </div>
      <p role="status" class="done">
        {reading !== '' && sheetText('reading', { name: reading })}
        {taken !== '' && (
          <>
            {sheetText('taken', { name: taken })} <a href={pathTo('plan')}>{sheetText('toPlan')}</a>
          </>
        )}
      </p>
      <ProblemLine problem={problem} text={fault || undefined} />
      {looked && (
        <Result
          looked={looked}
          onChoose={(row, id) => {
            const chosen = new Map([...looked.chosen, [row, id] as const])
            setLooked({ ...looked, chosen })
            void look(looked.file, chosen)
          }}
          onTake={() => take(looked)}
        />
      )}
    </section>
  )
}

interface ResultProps {
  looked: Looked
  onChoose: (row: string, id: string) => void
  onTake: () => Promise<void>
}

function Result({ looked: { file, answer, chosen }, onChoose, onTake }: ResultProps) {
  const { changes, faults, notes } = answer
  const blocking = faults.filter(({ blocks }) => blocks)
  const others = faults.filter(({ blocks }) => !blocks)
  const gone = changes.filter(({ what }) => what === 'gone').length
  return (
    <div class="sheet-result">
      <h3 tabIndex={-1}>{sheetText('resultTitle', { name: file.name })}</h3>
      <p role="status">{countWords(changes)}</p>
      {blocking.length > 0 && (
        <section aria-labelledby="sheets-blocked" class="sheet-blocked">
          <h4 id="sheets-blocked">{sheetText('blockedTitle')}</h4>
          <p>{sheetText('blockedLead')}</p>
          <SaidList list={blocking} chosen={chosen} onChoose={onChoose} />
        </section>
      )}
      {changes.length > 0 && blocking.length === 0 && (
        <>
          {gone > 0 && <p class="manage-hint">{sheetText('takeGone', { count: formatNumber(gone) })}</p>}
          <p>
            <Button kind="primary" onPress={onTake}>
              {sheetText('take')}
            </Button>
          </p>
        </>
      )}
      {changes.length > 0 && (
        <section aria-labelledby="sheets-changes">
          <h4 id="sheets-changes">{sheetText('changesTitle')}</h4>
          <ChangeList changes={changes} />
        </section>
      )}
      {others.length > 0 && (
        <section aria-labelledby="sheets-faults">
          <h4 id="sheets-faults">{sheetText('faultsTitle')}</h4>
          <p class="soft">{sheetText('faultsLead')}</p>
          <SaidList list={others} />
        </section>
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
