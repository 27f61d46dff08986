// The form for the plan's voice. What is typed stays until it is saved or discarded: while the plan changes behind
// it, when it is refused, and without a connection.
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Problem } from '../../../screens/command.ts'
import { Button } from '../../../screens/components/Button.tsx'
import type { Plan } from '../../../server/hall/plan.ts'
import type { VoiceAnswer } from '../../../server/http/devices/voice.ts'
import { Choices, Submit } from '../../parts/Field.tsx'
import { ProblemLine } from '../../parts/ProblemLine.tsx'
import { PlanProblem, type PlanDesk, usePlanPart } from '../plan-desk.tsx'
import { manageText } from '../texts/index.ts'
import {
  type FaultAt,
  FieldFault,
  type Place,
  draftFaults,
  placed,
  type Draft,
  type Edits,
  type QuietRow,
  type Spoken,
  draftOf,
  newRowKey,
  rulesOf,
} from './draft.tsx'
import { Sources } from './Sources.tsx'
import { RowList, WordRows } from './WordRows.tsx'

interface FormProps {
  desk: PlanDesk
  plan: Plan
  /** Whether the page is connected. */
  isTrue: boolean
  there: Pick<VoiceAnswer, 'sets' | 'allowed'>
  nameOf: (language: string) => string
}

export function VoiceForm({ desk, plan, isTrue, there, nameOf }: FormProps) {
  // What is typed is laid over the newest plan, and the person is told of a change, so this is the plan they have
  // seen.
  const part = usePlanPart(desk, 'voice', false)
  const [planned, setPlanned] = useState<Draft>(() => draftOf(plan))
  useEffect(() => setPlanned(draftOf(plan)), [plan])
  const [edits, setEdits] = useState<Edits>({})
  /** The plan's voice when the first change was made here. */
  const [before, setBefore] = useState<string | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [faults, setFaults] = useState<ReadonlyMap<Place, string>>(new Map())
  const [saved, setSaved] = useState(false)
  const [busy, setBusy] = useState(false)
  const sending = useRef(false)
  const form = useRef<HTMLFormElement>(null)

  const draft: Draft = { ...planned, ...edits }
  const now = JSON.stringify(plan.voice ?? {})
  const rules = rulesOf(plan.voice, planned, edits)
  const isChanged = JSON.stringify(rules) !== now
  const byOther = isChanged && before !== null && before !== now
  const faultAt = (place: Place) => faults.get(place)

  function edit(more: Edits): void {
    if (before === null) setBefore(now)
    setEdits((old) => ({ ...old, ...more }))
    setSaved(false)
  }
  function forget(): void {
    setEdits({})
    setBefore(null)
    setProblem(null)
    setFaults(new Map())
  }
  /** Shows what is wrong, and goes to the first of it. */
  function show(found: ReadonlyMap<Place, string>): void {
    setFaults(found)
    requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
  }

  async function submit(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    if (sending.current || !isTrue || !isChanged) return
    setProblem(null)
    const found = draftFaults(draft)
    show(new Map([...found].map(([place, fault]) => [place, manageText(`voice.${fault}`)])))
    if (found.size > 0) return
    sending.current = true
    setBusy(true)
    const refused = await part.save(() => rules)
    sending.current = false
    setBusy(false)
    setSaved(!refused)
    if (!refused) return forget()
    const { here, elsewhere } = placed(refused.faults ?? [], draft)
    show(here)
    setProblem(here.size > 0 && elsewhere.length === 0 ? null : { ...refused, faults: elsewhere })
  }

  const refused = problem?.code === 'plan-changed'
  const note =
    !isTrue && isChanged
      ? manageText('voice.offline')
      : faults.size > 0
        ? manageText('voice.lookAgain')
        : undefined

  return (
    <form class="fields voice-form" ref={form} noValidate onSubmit={(event) => void submit(event)}>
      <h3>{manageText('voice.formTitle')}</h3>
      <p class="soft">{manageText('voice.formLead')}</p>
      <Manner draft={draft} nameOf={nameOf} faultAt={faultAt} onEdit={edit} />
      <QuietRows rows={draft.quiet} faultAt={faultAt} onChange={(quiet) => edit({ quiet })} />
      <WordRows
        rows={draft.words}
        languages={draft.languages}
        nameOf={nameOf}
        faultAt={faultAt}
        onChange={(words) => edit({ words })}
      />
      <Sources draft={draft} there={there} nameOf={nameOf} faultAt={faultAt} onEdit={edit} />
      {byOther && !refused && <p class="manage-hint">{manageText('voice.byOther')}</p>}
      <PlanProblem problem={problem} typed />
      <div class="dialog-ends">
        <ProblemLine problem={null} text={note} />
        <p class="done" role="status">
          {saved && !isChanged && manageText('voice.saved')}
        </p>
        <Submit busy={busy} disabled={!isTrue || !isChanged}>
          {manageText('voice.save')}
        </Submit>
        {isChanged && (
          <Button kind="quiet" onPress={forget}>
            {manageText('voice.giveUp')}
          </Button>
        )}
      </div>
    </form>
  )
}

// How calls are announced: in which languages and in which order, how often, and whether there is a chime.
interface MannerProps {
  draft: Draft
  nameOf: (language: string) => string
  faultAt: FaultAt
  onEdit: (edits: Edits) => void
}

/** The usual choices; a plan written by hand may have another order, which is offered as well. */
const OFFERED: readonly (readonly Spoken[])[] = [['id'], ['id', 'en']]

function Manner({ draft, nameOf, faultAt, onEdit }: MannerProps) {
  const asOne = (languages: readonly Spoken[]) => languages.join()
  const isOffered = OFFERED.some((one) => asOne(one) === asOne(draft.languages))
  const choices = isOffered ? OFFERED : [...OFFERED, draft.languages]
  const named = (languages: readonly Spoken[]) => languages.map(nameOf).join(manageText('voice.inTurn'))
  return (
    <>
      <Choices
        legend={manageText('voice.languages')}
        name="voice-languages"
        options={choices.map((one) => ({ value: asOne(one), words: named(one) }))}
        value={asOne(draft.languages)}
        onChange={(value) =>
          onEdit({ languages: choices.find((one) => asOne(one) === value) ?? draft.languages })
        }
      />
      <FieldFault id="voice-languages-fault" fault={faultAt('languages')} />
      <Choices
        legend={manageText('voice.times')}
        name="voice-times"
        options={[
          { value: '1', words: manageText('voice.once') },
          { value: '2', words: manageText('voice.twice') },
        ]}
        value={String(draft.times)}
        onChange={(value) => onEdit({ times: value === '2' ? 2 : 1 })}
      />
      <label class="tick tick-row">
        <input
          type="checkbox"
          checked={draft.chime}
          onChange={(event) => onEdit({ chime: event.currentTarget.checked })}
        />
        <span>
          {manageText('voice.chime')}
          <span class="soft tick-more">{manageText('voice.chimeHelp')}</span>
        </span>
      </label>
    </>
  )
}

// The hours without sound: a row for each, from and to.
interface QuietProps {
  rows: readonly QuietRow[]
  faultAt: FaultAt
  onChange: (rows: readonly QuietRow[]) => void
}

/** As many as a plan accepts. */
const MOST = 20
const ENDS = ['from', 'to'] as const

function QuietRows({ rows, faultAt, onChange }: QuietProps) {
  return (
    <RowList
      legend={manageText('voice.quiet')}
      help={manageText('voice.quietHelp')}
      add={manageText('voice.addQuiet')}
      rows={rows}
      most={MOST}
      made={() => ({ key: newRowKey(), from: '', to: '' })}
      removeLabel={(_, nth) => manageText('voice.removeRow', { nth: String(nth + 1) })}
      onChange={onChange}
      fields={(row, nth, change) => {
        const fault = faultAt(`quiet ${row.key}`)
        return (
          <>
            {ENDS.map((end) => (
              <div class="field" key={end}>
                <label for={`quiet-${end}-${row.key}`}>{manageText(`voice.${end}`)}</label>
                <input
                  id={`quiet-${end}-${row.key}`}
                  type="text"
                  inputMode="decimal"
                  autoComplete="off"
                  maxLength={10}
                  placeholder={manageText(end === 'from' ? 'voice.fromLike' : 'voice.toLike')}
                  value={row[end]}
                  aria-invalid={fault !== undefined}
                  aria-describedby={`quiet-fault-${row.key}`}
                  onInput={(event) => change(nth, { ...row, [end]: event.currentTarget.value })}
                />
              </div>
            ))}
            <FieldFault id={`quiet-fault-${row.key}`} fault={fault} />
          </>
        )
      }}
    />
  )
}
