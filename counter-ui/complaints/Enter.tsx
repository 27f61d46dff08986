// What the reception enters for a visitor, and the number that the visitor takes away, with its QR code.
import { useState, useEffect } from 'preact/hooks'
import { type Problem, fetchJson } from '../../screens/command.ts'
import type { Hall } from '../../screens/hall.ts'
import { pick } from '../../screens/i18n.ts'
import { Button } from '../../screens/components/Button.tsx'
import { Dialog } from '../../screens/components/Dialog.tsx'
import { sharedText } from '../../screens/texts/shared.ts'
import { FormEnds } from '../parts/Ends.tsx'
import { Choices, TooLong, useTooLong } from '../parts/Field.tsx'
import { ProblemLine } from '../parts/ProblemLine.tsx'
import type { ComplaintsDesk, Entered } from './desk.ts'
import type { ComplaintForm } from '../../server/http/complaints/shapes.ts'
import { complaintsText } from './texts.ts'
import { fullDay } from '../../screens/full-day.ts'
import { grouped } from './words.ts'

interface EnterProps {
  desk: ComplaintsDesk
  hall: Hall
  onClose: () => void
}

const MOST_WORDS = 5_000
const ways = ['reception', 'letter', 'call', 'message'] as const
type Way = (typeof ways)[number]

export function Enter({ desk, hall, onClose }: EnterProps) {
  const close = () => {
    desk.entered.value = null
    onClose()
  }
  const entered = desk.entered.value
  return entered ? (
    <Given entered={entered} onClose={close} />
  ) : (
    <Form desk={desk} hall={hall} onClose={close} />
  )
}

function Form({ desk, hall, onClose }: EnterProps) {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const long = useTooLong(MOST_WORDS)
  const entry = desk.entry.value
  async function submit(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    if (busy) return
    setBusy(true)
    setProblem(await desk.enter())
    setBusy(false)
  }
  const services = [...hall.services.value.values()]
  return (
    <Dialog title={complaintsText('enterTitle')} onClose={onClose}>
      <form class="fields" onSubmit={submit}>
        <p>{complaintsText('enterLead')}</p>
        <Choices<Way>
          legend={complaintsText('enterChannel')}
          name="channel"
          value={ways.find((way) => way === entry.channel) ?? 'reception'}
          options={ways.map((value) => ({ value, words: complaintsText(`by.${value}`) }))}
          onChange={(channel) => (desk.entry.value = { ...entry, channel })}
        />
        <div class="field">
          <label for="enter-about">{complaintsText('enterAbout')}</label>
          <select
            id="enter-about"
            value={entry.about}
            onChange={(event) => (desk.entry.value = { ...entry, about: event.currentTarget.value })}
          >
            <option value="">{complaintsText('hall')}</option>
            {[...hall.agencies.value.values()].map((agency) => (
              <optgroup key={agency.id} label={pick(agency.name)}>
                <option value={`agency:${agency.id}`}>
                  {complaintsText('generally', { agency: pick(agency.name) })}
                </option>
                {services
                  .filter((service) => service.agency === agency.id)
                  .map((service) => (
                    <option key={service.id} value={`service:${service.id}`}>
                      {pick(service.name)}
                    </option>
                  ))}
              </optgroup>
            ))}
          </select>
        </div>
        <div class="field">
          <label for="enter-words">{complaintsText('enterWords')}</label>
          <textarea
            id="enter-words"
            rows={5}
            dir="auto"
            value={entry.words}
            onInput={(event) => {
              long.onInput(event)
              desk.entry.value = { ...desk.entry.value, words: event.currentTarget.value }
            }}
          />
          <TooLong id="enter-long" words={long.words} />
        </div>
        <ProblemLine problem={problem} />
        <FormEnds busy={busy} disabled={entry.words.trim() === ''} onBack={onClose}>
          {complaintsText('enterGo')}
        </FormEnds>
      </form>
    </Dialog>
  )
}

function Given({ entered, onClose }: { entered: Entered; onClose: () => void }) {
  const [isBroken, setBroken] = useState(false)
  return (
    <Dialog title={complaintsText('enteredTitle')} onClose={onClose}>
      <div class="fields complaints-given">
        <p>{complaintsText('enteredNumber')}</p>
        <p class="complaints-number figures">{grouped(entered.number)}</p>
        <p>{complaintsText('enteredText', { day: fullDay(entered.due) })}</p>
        {isBroken ? (
          <p class="soft">{complaintsText('enteredNoQr')}</p>
        ) : (
          <img
            class="complaints-qr"
            src={qrOf(entered)}
            alt={complaintsText('enteredQr')}
            onError={() => setBroken(true)}
          />
        )}
        <div class="dialog-ends">
          <Button kind="primary" onPress={() => print()}>
            {complaintsText('enteredPrint')}
          </Button>
          <Button kind="quiet" onPress={onClose}>
            {sharedText('close')}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}

// For printing: the slip that a visitor takes away, and the poster that leads to the page. They are not on the screen.

/** The picture of an answer's address. */
const qrOf = ({ token }: Entered): string => `/api/complaints/${token}/qr.svg`

const nameOf = (hall: Hall) => (hall.answer.value ? pick(hall.answer.value.name) : '')

/** Without a QR code if phones cannot reach the hall. */
export function PrintedSlip({ hall, entered }: { hall: Hall; entered: Entered }) {
  const [isBroken, setBroken] = useState(false)
  return (
    <div class="complaints-print complaints-slip">
      <p>{nameOf(hall)}</p>
      <h2>{complaintsText('slipTitle')}</h2>
      <p class="complaints-number">{grouped(entered.number)}</p>
      <p>{complaintsText('slipDue', { day: fullDay(entered.due) })}</p>
      {!isBroken && <img src={qrOf(entered)} alt="" onError={() => setBroken(true)} />}
      <p>{complaintsText(isBroken ? 'slipAsk' : 'enteredQrText')}</p>
    </div>
  )
}

/** Prints itself once its content is complete, and is then done. */
export function PrintedPoster({ hall, onDone }: { hall: Hall; onDone: () => void }) {
  const [form, setForm] = useState<ComplaintForm | null>(null)
  const [isDrawn, setDrawn] = useState(false)
  useEffect(() => {
    void fetchJson<ComplaintForm>('/api/complaints/form').then((outcome) => {
      if (outcome.ok) setForm(outcome.data)
      else onDone()
    })
  }, [])
  useEffect(() => {
    if (!form || !(isDrawn || form.address === null)) return
    print()
    onDone()
  }, [form, isDrawn])
  if (!form) return null
  return (
    <div class="complaints-print complaints-poster">
      <p>{nameOf(hall)}</p>
      <h2>{complaintsText('posterTitle')}</h2>
      <p>{complaintsText('posterLead')}</p>
      {form.address !== null && (
        <>
          <img
            src="/api/complaints/qr.svg"
            alt=""
            onLoad={() => setDrawn(true)}
            onError={() => setDrawn(true)}
          />
          <p>{form.address}</p>
          <p>{complaintsText('posterHow', { count: form.days })}</p>
        </>
      )}
      <p>{complaintsText('posterElse')}</p>
      {form.sp4n !== null && <p>{complaintsText('posterSp4n')}</p>}
    </div>
  )
}
