// Calls in a holiday at once, from the start page, on a phone too: the day and its name go straight into the plan in force.
import { useState } from 'preact/hooks'
import type { Problem } from '../../screens/command.ts'
import { Dialog } from '../../screens/components/Dialog.tsx'
import { formatDayLabel } from '../../screens/format.ts'
import { FormEnds } from '../parts/Ends.tsx'
import { Field } from '../parts/Field.tsx'
import { DoneDialog } from './accounts/DoneDialog.tsx'
import { PlanProblem } from './PlanProblem.tsx'
import { type PlanDesk, usePlanPart } from './plan-desk.ts'
import { shellText } from './shell/texts.ts'
import '../parts/dialogs.css'

/** `today`: the hall's day, `2026-11-24`. */
export function CallHoliday({
  desk,
  today,
  onClose,
}: {
  desk: PlanDesk
  today: string
  onClose: () => void
}) {
  const [day, setDay] = useState(today)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [busy, setBusy] = useState(false)
  const [done, setDone] = useState(false)
  const part = usePlanPart(desk, 'holidays', true)
  const known = desk.known?.plan.holidays.find((one) => one.day === day)

  async function submit(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    const form = event.currentTarget
    if (busy || !(form instanceof HTMLFormElement)) return
    const given = new FormData(form)
    const name = { id: String(given.get('name-id')).trim(), en: String(given.get('name-en')).trim() }
    setBusy(true)
    const refused = await part.save(({ holidays, languages }) => {
      const others = languages.filter((code) => code !== 'id' && code !== 'en')
      const full = { ...name, ...Object.fromEntries(others.map((code) => [code, name.id])) }
      return [...holidays.filter((one) => one.day !== day), { day, name: full }]
    })
    setBusy(false)
    setProblem(refused)
    setDone(!refused)
  }

  if (done)
    return (
      <DoneDialog onClose={onClose}>
        <p role="status">{shellText('holidayDone', { day: formatDayLabel(day) })}</p>
      </DoneDialog>
    )
  return (
    <Dialog title={shellText('holiday')} onClose={onClose}>
      <form class="fields" onSubmit={(event) => void submit(event)}>
        <div class="field">
          <label for="holiday-day">{shellText('holidayDay')}</label>
          <input
            id="holiday-day"
            type="date"
            required
            min={today}
            value={day}
            onInput={({ currentTarget }) => setDay(currentTarget.value)}
          />
        </div>
        <p role="status">{known && shellText('holidayKnown', { name: known.name.id })}</p>
        <Field name="name-id" label={shellText('holidayName')} hint={shellText('holidayHint')} required />
        <Field name="name-en" label={shellText('holidayNameEn')} required />
        <p>{shellText('holidayMeans')}</p>
        <PlanProblem problem={problem} typed />
        <FormEnds busy={busy} disabled={day === '' || !desk.known} onBack={onClose}>
          {shellText('holidayGo')}
        </FormEnds>
      </form>
    </Dialog>
  )
}
