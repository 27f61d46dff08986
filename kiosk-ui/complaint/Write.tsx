// The form: what it is about, what happened, and what becomes of it, said before it is sent.
import { useId, useState } from 'preact/hooks'
import type { ComplaintForm } from '../../server/http/complaints/shapes.ts'
import { BareButton } from '../../screens/components/BareButton.tsx'
import { formatNumber } from '../../screens/format.ts'
import { pick } from '../../screens/i18n.ts'
import { type Desk, MOST_WORDS } from './desk.ts'
import { fullDay } from '../../screens/full-day.ts'
import { complaintText } from './texts.ts'

/** From this many letters on, the form says how many are left. */
const NEARLY = 500

export function Write({ desk, form }: { desk: Desk; form: ComplaintForm }) {
  const [isEmpty, setEmpty] = useState(false)
  const area = useId()
  const words = desk.words.value
  const left = MOST_WORDS - Array.from(words).length
  const problem = desk.problem.value
  const said = isEmpty
    ? complaintText('empty')
    : left < 0
      ? complaintText('tooLong', { count: formatNumber(-left) })
      : problem === null
        ? ''
        : problem.status === 429
          ? complaintText('tooMany')
          : `${problem.title}. ${problem.detail}`

  async function send(): Promise<void> {
    setEmpty(words.trim() === '')
    if (words.trim() === '' || left < 0) {
      const field = document.getElementById(area)
      if (field) field.focus()
      return
    }
    await desk.send()
  }

  return (
    <form
      class="card"
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <p>{complaintText('lead')}</p>
      {form.sp4n === 'beside' && <p class="beside">{complaintText('sp4nBeside')}</p>}
      <label class="field">
        <span>{complaintText('about')}</span>
        <select value={desk.about.value} onChange={(event) => (desk.about.value = event.currentTarget.value)}>
          <option value="">{complaintText('aboutHall')}</option>
          {form.agencies.map((agency) => (
            <optgroup key={agency.id} label={pick(agency.name)}>
              <option value={`agency:${agency.id}`}>
                {complaintText('aboutAgency', { agency: pick(agency.name) })}
              </option>
              {agency.services.map((service) => (
                <option key={service.id} value={`service:${service.id}`}>
                  {pick(service.name)}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </label>
      <label class="field" for={area}>
        <span>{complaintText('words')}</span>
        <span class="quiet">{complaintText('wordsHint')}</span>
        <textarea
          id={area}
          rows={6}
          dir="auto"
          autocomplete="off"
          aria-describedby={`${area}-said`}
          aria-invalid={said !== '' && problem === null}
          value={words}
          onInput={(event) => {
            setEmpty(false)
            desk.problem.value = null
            desk.type(event.currentTarget.value)
          }}
        />
      </label>
      {left >= 0 && left < NEARLY && (
        <p class="quiet">{complaintText('left', { count: formatNumber(left) })}</p>
      )}
      <p role="alert" class="wrong" id={`${area}-said`}>
        {said}
      </p>
      <h2 class="subtitle">{complaintText('whatNext')}</h2>
      <ul class="next">
        <li>
          <strong>{complaintText('nextWhen', { day: fullDay(form.until) })}</strong>
        </li>
        <li>{complaintText(form.tablet ? 'nextHowTablet' : 'nextHow')}</li>
        <li>{complaintText('nextWho')}</li>
        <li>{complaintText('nextErase', { count: formatNumber(form.eraseAfterDays) })}</li>
      </ul>
      <BareButton kind="primary" size="large" onPress={send}>
        {complaintText(problem ? 'sendAgain' : 'send')}
      </BareButton>
    </form>
  )
}
