// For printing: the slip that a visitor takes away, and the poster that leads to the page. They are not on the screen.
import { useEffect, useState } from 'preact/hooks'
import type { ComplaintForm } from '../../server/http/complaints/shapes.ts'
import { fetchJson } from '../../screens/command.ts'
import type { Hall } from '../../screens/hall.ts'
import { pick } from '../../screens/i18n.ts'
import type { Entered } from './desk.ts'
import { complaintsText } from './texts.ts'
import { dayText, grouped } from './words.ts'

/** The picture of an answer's address. */
export const qrOf = ({ token }: Entered): string => `/api/complaints/${token}/qr.svg`

const nameOf = (hall: Hall) => (hall.answer.value ? pick(hall.answer.value.name) : '')

/** Without a QR code if phones cannot reach the hall. */
export function PrintedSlip({ hall, entered }: { hall: Hall; entered: Entered }) {
  const [isBroken, setBroken] = useState(false)
  return (
    <div class="complaints-print complaints-slip">
      <p>{nameOf(hall)}</p>
      <h2>{complaintsText('slipTitle')}</h2>
      <p class="complaints-number">{grouped(entered.number)}</p>
      <p>{complaintsText('slipDue', { day: dayText(entered.due) })}</p>
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
