// What the reception enters for a visitor, and the number that the visitor takes away, with its QR code.
import { useState } from 'preact/hooks'
import type { Problem } from '../../screens/command.ts'
import type { Hall } from '../../screens/hall.ts'
import { pick } from '../../screens/i18n.ts'
import { Button } from '../../screens/components/Button.tsx'
import { Dialog } from '../../screens/components/Dialog.tsx'
import { sharedText } from '../../screens/texts/shared.ts'
import { Choices } from '../parts/Choices.tsx'
import { FormEnds } from '../parts/Ends.tsx'
import { TooLong, useTooLong } from '../parts/Field.tsx'
import { ProblemLine } from '../parts/ProblemLine.tsx'
import type { ComplaintsDesk, Entered } from './desk.ts'
import { qrOf } from './Printed.tsx'
import { complaintsText } from './texts.ts'
import { dayText, grouped } from './words.ts'

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
        <p>{complaintsText('enteredText', { day: dayText(entered.due) })}</p>
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
