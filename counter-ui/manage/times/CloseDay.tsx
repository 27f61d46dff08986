// Closing the hall today, tomorrow or on another day at short notice: a power cut, a ceremony. It takes effect at
// once, without the draft, so that it takes only a minute on a phone; a draft being worked on keeps it.
import { useState } from 'preact/hooks'
import type { SingleDay, Span } from '../../../server/hall/times.ts'
import type { Problem } from '../../../screens/command.ts'
import { Dialog } from '../../../screens/components/Dialog.tsx'
import { formatDayLabel } from '../../../screens/format.ts'
import { Choices } from '../../parts/Field.tsx'
import { FormEnds } from '../../parts/Ends.tsx'
import { ProblemLine } from '../../parts/ProblemLine.tsx'
import { draft } from '../draft/draft.ts'
import { type PlanDesk, usePlanPart } from '../plan-desk.tsx'
import { dayAfter, sorted } from './days.ts'
import { SpansField, spansWords } from './spans.tsx'
import { en, id, timesText } from './texts.ts'

interface CloseDayProps {
  desk: PlanDesk
  /** The hall's day, `2026-11-24`. */
  today: string
  /** What was done, in words; null: nothing. */
  onClose: (done: string | null) => void
}

export function CloseDay({ desk, today, onClose }: CloseDayProps) {
  const part = usePlanPart(desk, 'days', true)
  const [when, setWhen] = useState<'today' | 'tomorrow' | 'other'>('today')
  const [other, setOther] = useState(dayAfter(today, 2))
  const [how, setHow] = useState<'closed' | 'hours'>('closed')
  const [spans, setSpans] = useState<Span[]>([{ from: 480, to: 720 }])
  const [why, setWhy] = useState('')
  const [problem, setProblem] = useState<Problem | null>(null)
  const [busy, setBusy] = useState(false)
  const day = when === 'today' ? today : when === 'tomorrow' ? dayAfter(today, 1) : other
  const isReady = day >= today && (how === 'closed' || spans.length > 0)

  async function submit(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    if (busy || !isReady) return
    setBusy(true)
    const words = why.trim()
    const name = words === '' ? { id: id.closeUnnamed, en: en.closeUnnamed } : { id: words, en: words }
    const languages = desk.known ? desk.known.plan.languages : []
    const one: SingleDay = {
      day,
      name: { ...Object.fromEntries(languages.map((code) => [code, name.id])), ...name },
      spans: how === 'closed' ? [] : spans,
    }
    const found = await part.save((plan) =>
      sorted([...(plan.days ?? []).filter((old) => old.day !== day), one]),
    )
    setBusy(false)
    setProblem(found)
    if (found) return
    void draft.load()
    onClose(timesText('closeDone', { day: formatDayLabel(day), hours: spansWords(one.spans) }))
  }

  return (
    <Dialog title={timesText('closeDay')} onClose={() => onClose(null)}>
      <form class="fields" onSubmit={(event) => void submit(event)}>
        <Choices
          legend={timesText('closeWhen')}
          name="close-when"
          value={when}
          options={(['today', 'tomorrow', 'other'] as const).map((value) => ({
            value,
            words: timesText(`when.${value}`),
          }))}
          onChange={setWhen}
        />
        {when === 'other' && (
          <div class="field">
            <label for="close-day">{timesText('date')}</label>
            <input
              id="close-day"
              type="date"
              min={today}
              value={other}
              onInput={({ currentTarget }) => setOther(currentTarget.value)}
            />
          </div>
        )}
        <Choices
          legend={timesText('closeHow')}
          name="close-how"
          value={how}
          options={(['closed', 'hours'] as const).map((value) => ({
            value,
            words: timesText(`how.${value}`),
          }))}
          onChange={setHow}
        />
        {how === 'hours' && (
          <SpansField
            id="close-hours"
            label={timesText('openFrom')}
            value={spans}
            faults={[]}
            onChange={setSpans}
          />
        )}
        <div class="field">
          <label for="close-why">{timesText('closeWhy')}</label>
          <input
            id="close-why"
            type="text"
            maxLength={80}
            autoComplete="off"
            value={why}
            aria-describedby="close-why-hint"
            onInput={({ currentTarget }) => setWhy(currentTarget.value)}
          />
          <p class="soft" id="close-why-hint">
            {timesText('closeWhyHint')}
          </p>
        </div>
        <p>{timesText('closeMeans')}</p>
        <ProblemLine problem={problem} />
        <FormEnds busy={busy} disabled={!isReady} onBack={() => onClose(null)}>
          {timesText('closeGo')}
        </FormEnds>
      </form>
    </Dialog>
  )
}
