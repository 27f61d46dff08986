// What was just filed: the number, large, and how to find the answer.
import { useState } from 'preact/hooks'
import type { ComplaintForm } from '../../server/http/complaints/shapes.ts'
import { BareButton } from '../../screens/components/BareButton.tsx'
import { dayText } from './days.ts'
import type { Desk, Filed } from './desk.ts'
import { complaintText } from './texts.ts'

export function FiledView({ desk, form, filed }: { desk: Desk; form: ComplaintForm; filed: Filed }) {
  const { number, token, due } = filed
  return (
    <section class="card filed">
      <p>{complaintText('number')}</p>
      <p class="number figures" role="img" aria-label={number.split('').join(' ')}>
        {`${number.slice(0, 3)} ${number.slice(3)}`}
      </p>
      <p>
        <strong>{complaintText('filedDue', { day: dayText(due) })}</strong>
      </p>
      {form.tablet ? (
        <TakeAlong token={token} hasAddress={form.address !== null} />
      ) : desk.isForgetful.value ? (
        <>
          <p>{complaintText('filedKeep')}</p>
          <p class="address">{`${location.origin}/complaint/#${token}`}</p>
        </>
      ) : (
        <p>{complaintText('filedHere')}</p>
      )}
      {form.tablet ? (
        <BareButton kind="primary" size="large" onPress={() => location.replace('/survey/')}>
          {complaintText('done')}
        </BareButton>
      ) : (
        <BareButton onPress={desk.another}>{complaintText('another')}</BareButton>
      )}
    </section>
  )
}

/** The QR code of the answer's address, if phones can reach the hall. */
function TakeAlong({ token, hasAddress }: { token: string; hasAddress: boolean }) {
  const [isBroken, setBroken] = useState(false)
  if (!hasAddress || isBroken) return <p>{complaintText('filedNoQr')}</p>
  return (
    <>
      <img
        class="qr"
        src={`/api/complaints/${token}/qr.svg`}
        alt={complaintText('filedQrAlt')}
        onError={() => setBroken(true)}
      />
      <p>{complaintText('filedQr')}</p>
    </>
  )
}
