// When and where a file or an announcement is shown; for an announcement its text, for a picture how long.
import { useState } from 'preact/hooks'
import type { MediaFile, MediaLine, Schedule } from '../../../server/hall/equipment.ts'
import type { Problem } from '../../../screens/command.ts'
import { Dialog } from '../../../screens/components/Dialog.tsx'
import { formatDayLabel, formatNumber } from '../../../screens/format.ts'
import type { Hall } from '../../../screens/hall.ts'
import { language, pick } from '../../../screens/i18n.ts'
import { lookUp } from '../../../screens/look-up.ts'
import { ProblemLine } from '../../parts/ProblemLine.tsx'
import { FormEnds } from '../../parts/Ends.tsx'
import { PlanProblem } from '../plan-desk.tsx'
import { manageText } from '../texts/index.ts'

const MOST_TEXT = 300

interface DialogProps {
  hall: Hall
  title: string
  /** What it is now; `text` only for an announcement, `file` only for a file. */
  item: Schedule & Partial<Pick<MediaFile, 'seconds'> & MediaLine>
  isLine: boolean
  languages: readonly string[]
  /** Null: it is saved. */
  save: (item: Schedule & Partial<MediaLine & MediaFile>) => Promise<Problem | null>
  onClose: () => void
}

export function ScheduleDialog({ hall, title, item, isLine, languages, save, onClose }: DialogProps) {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [fault, setFault] = useState('')
  const names = new Intl.DisplayNames([language.value], { type: 'language' })

  async function submit(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    if (busy || !(event.currentTarget instanceof HTMLFormElement)) return
    const fields = new FormData(event.currentTarget)
    const said = (name: string) => String(fields.get(name) ?? '').trim()
    const hours = { from: said('hours-from'), to: said('hours-to') }
    if ((hours.from === '') !== (hours.to === '')) return setFault(manageText('media.hoursBoth'))
    const days = fields.getAll('day').map(Number)
    const zones = fields.getAll('zone').map(String)
    setFault('')
    setBusy(true)
    const texts = Object.fromEntries(languages.map((code) => [code, said(`text-${code}`)]))
    const refused = await save({
      ...(isLine ? { text: texts as MediaLine['text'] } : {}),
      ...(said('seconds') === '' ? {} : { seconds: Number(said('seconds')) }),
      ...(said('from') === '' ? {} : { from: said('from') }),
      ...(said('to') === '' ? {} : { to: said('to') }),
      ...(days.length === 0 ? {} : { days }),
      ...(hours.from === '' ? {} : { hours }),
      ...(zones.length === 0 ? {} : { zones }),
    })
    setBusy(false)
    setProblem(refused)
    if (!refused) onClose()
  }

  return (
    <Dialog title={title} onClose={onClose}>
      <form class="fields" onSubmit={(event) => void submit(event)}>
        {isLine &&
          languages.map((code) => (
            <div class="field" key={code}>
              <label for={`media-text-${code}`}>
                {manageText('media.text', { language: names.of(code) ?? code })}
              </label>
              <input
                id={`media-text-${code}`}
                name={`text-${code}`}
                required
                maxLength={MOST_TEXT}
                defaultValue={item.text ? lookUp(item.text, code) : ''}
                dir="auto"
                aria-describedby="media-text-hint"
              />
            </div>
          ))}
        {isLine && (
          <p class="soft" id="media-text-hint">
            {manageText('media.textHint')}
          </p>
        )}
        {!isLine && (
          <div class="field">
            <label for="media-seconds">{manageText('media.seconds')}</label>
            <input
              id="media-seconds"
              name="seconds"
              type="number"
              min={3}
              max={600}
              defaultValue={item.seconds === undefined ? '' : String(item.seconds)}
              aria-describedby="media-seconds-hint"
            />
            <p class="soft" id="media-seconds-hint">
              {manageText('media.secondsHint')}
            </p>
          </div>
        )}
        <p class="soft">{manageText('media.anyHint')}</p>
        <div class="media-pair">
          <Field name="from" type="date" label={manageText('media.from')} value={item.from} />
          <Field name="to" type="date" label={manageText('media.to')} value={item.to} />
          <Field
            name="hours-from"
            type="time"
            label={manageText('media.hoursFrom')}
            value={item.hours?.from}
          />
          <Field name="hours-to" type="time" label={manageText('media.hoursTo')} value={item.hours?.to} />
        </div>
        <Ticks
          legend={manageText('media.days')}
          name="day"
          options={WEEKDAYS.map((day) => ({ value: String(day), words: weekdayName(day) }))}
          chosen={(item.days ?? []).map(String)}
        />
        <Ticks
          legend={manageText('media.zones')}
          name="zone"
          options={[...hall.zones.value.values()].map(({ id, name }) => ({ value: id, words: pick(name) }))}
          chosen={item.zones ?? []}
        />
        <ProblemLine problem={null} text={fault || undefined} />
        <PlanProblem problem={problem} typed />
        <FormEnds busy={busy} onBack={onClose}>
          {manageText('media.save')}
        </FormEnds>
      </form>
    </Dialog>
  )
}

interface FieldProps {
  name: string
  type: 'date' | 'time'
  label: string
  value: string | undefined
}

function Field({ name, type, label, value }: FieldProps) {
  return (
    <div class="field">
      <label for={`media-${name}`}>{label}</label>
      <input id={`media-${name}`} name={name} type={type} defaultValue={value ?? ''} />
    </div>
  )
}

interface TicksProps {
  legend: string
  name: string
  options: readonly { value: string; words: string }[]
  chosen: readonly string[]
}

function Ticks({ legend, name, options, chosen }: TicksProps) {
  return (
    <fieldset class="choices">
      <legend>{legend}</legend>
      {options.map(({ value, words }) => (
        <label key={value} class="chip">
          <input type="checkbox" name={name} value={value} defaultChecked={chosen.includes(value)} />
          <span>{words}</span>
        </label>
      ))}
    </fieldset>
  )
}

// A schedule in words: `1 Des – 24 Des · Sen, Sel · 08.00–12.00 · Lantai 2`.
const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const

/** The name of an ISO weekday: 1 January 2024 was a Monday. */
function weekdayName(day: number, width: 'short' | 'long' = 'short'): string {
  return new Intl.DateTimeFormat(language.value, { weekday: width, timeZone: 'UTC' }).format(
    Date.UTC(2024, 0, day),
  )
}

export function scheduleWords(hall: Hall, schedule: Schedule & Pick<MediaFile, 'seconds'>): string {
  const { from, to, days, hours, zones, seconds } = schedule
  const clock = (time: string) => (language.value === 'id' ? time.replace(':', '.') : time)
  const parts = [
    from === undefined ? '' : manageText('media.since', { day: formatDayLabel(from) }),
    to === undefined ? '' : manageText('media.until', { day: formatDayLabel(to) }),
    days ? days.map((day) => weekdayName(day)).join(', ') : '',
    hours ? `${clock(hours.from)}–${clock(hours.to)}` : '',
    zones ? zones.map((id) => pick(hall.zones.value.get(id)?.name ?? { id, en: id })).join(', ') : '',
  ].filter((part) => part !== '')
  const when = parts.length > 0 ? parts : [manageText('media.always')]
  return [...when, ...(seconds ? [manageText('media.stands', { count: formatNumber(seconds) })] : [])].join(
    ' · ',
  )
}
