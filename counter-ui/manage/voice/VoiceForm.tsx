// The form of the plan's voice. What is typed stays until it is saved or given up: while the plan changes behind it, when
// it is refused, and without a connection, which takes nothing.
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Plan } from '../../../server/hall/plan.ts'
import type { VoiceAnswer } from '../../../server/http/devices/voice.ts'
import type { Problem } from '../../../screens/command.ts'
import { Button } from '../../../screens/components/Button.tsx'
import { ProblemLine } from '../../parts/ProblemLine.tsx'
import { Submit } from '../../parts/Submit.tsx'
import { type PlanDesk, usePlanPart } from '../plan-desk.ts'
import { PlanProblem } from '../PlanProblem.tsx'
import { draftFaults, type Place, placed } from './draft-faults.ts'
import { type Draft, draftOf, type Edits, rulesOf } from './draft.ts'
import { Manner } from './Manner.tsx'
import { QuietRows } from './QuietRows.tsx'
import { Sources } from './Sources.tsx'
import { manageText } from '../texts/index.ts'
import { WordRows } from './WordRows.tsx'

interface FormProps {
  desk: PlanDesk
  plan: Plan
  /** Whether the page is connected. */
  isTrue: boolean
  there: Pick<VoiceAnswer, 'sets' | 'allowed'>
  nameOf: (language: string) => string
}

export function VoiceForm({ desk, plan, isTrue, there, nameOf }: FormProps) {
  // What is typed lies over the newest plan, and who types is told of a change: that is the plan they have seen.
  const part = usePlanPart(desk, 'voice', false)
  const [planned, setPlanned] = useState<Draft>(() => draftOf(plan))
  useEffect(() => setPlanned(draftOf(plan)), [plan])
  const [edits, setEdits] = useState<Edits>({})
  /** The plan's voice when the first thing was changed here. */
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
