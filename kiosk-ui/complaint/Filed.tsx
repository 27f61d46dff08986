// The complaints that this phone has filed: the one filed just now with its number, and all of them with how far each
// has come and its answers.
import { useState } from 'preact/hooks'
import type { ComplaintForm, OwnComplaint } from '../../server/http/complaints/shapes.ts'
import { BareButton } from '../../screens/components/BareButton.tsx'
import { fullDay } from '../../screens/full-day.ts'
import type { Desk, Filed, Own } from './desk.ts'
import { complaintText } from './texts.ts'
import { formatDay } from '../../screens/format.ts'
import { pick } from '../../screens/i18n.ts'

export function FiledView({ desk, form, filed }: { desk: Desk; form: ComplaintForm; filed: Filed }) {
  const { number, token, due } = filed
  return (
    <section class="card filed">
      <p>{complaintText('number')}</p>
      <p class="number figures" role="img" aria-label={number.split('').join(' ')}>
        {`${number.slice(0, 3)} ${number.slice(3)}`}
      </p>
      <p>
        <strong>{complaintText('filedDue', { day: fullDay(due) })}</strong>
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

// The complaints of this phone, each with how far it has come and its answers.

export function OwnList({ desk, form }: { desk: Desk; form: ComplaintForm }) {
  const own = desk.own.value
  if (own.length === 0) return null
  return (
    <section aria-labelledby="own">
      <h2 class="subtitle" id="own">
        {complaintText('own')}
      </h2>
      <ul class="own">
        {own.map((one) => (
          <li key={one.token} class={one.known && one.known.state === 'answered' ? 'card answered' : 'card'}>
            <OwnCard desk={desk} form={form} one={one} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function OwnCard({ desk, one: { token, known } }: { desk: Desk; form: ComplaintForm; one: Own }) {
  const [isAsked, setAsked] = useState(false)
  if (!known) return <p role="status">{complaintText('asking')}</p>
  const { number, state, about, day, answers, erased } = known
  const name = about.service || about.agency
  return (
    <>
      <p class="own-head">
        <b class="figures">{`${number.slice(0, 3)} ${number.slice(3)}`}</b>
        <span class={`state state-${state}`} role="status">
          {complaintText(`state.${state}`)}
        </span>
      </p>
      <p>{name ? pick(name) : complaintText('hall')}</p>
      <p class="quiet">{complaintText('from', { day: fullDay(day) })}</p>
      <Promise known={known} />
      {answers.map((answer) => (
        <div class="answer" key={answer.at}>
          <p class="quiet">{complaintText('answerAt', { day: formatDay(answer.at) })}</p>
          <p class="typed" dir="auto">
            {answer.text}
          </p>
        </div>
      ))}
      {erased && <p class="quiet">{complaintText('erased')}</p>}
      {isAsked ? (
        <div class="sure">
          <p>{complaintText('forgetSure')}</p>
          <BareButton kind="danger" onPress={() => desk.drop(token)}>
            {complaintText('forgetYes')}
          </BareButton>
          <BareButton onPress={() => setAsked(false)}>{complaintText('keep')}</BareButton>
        </div>
      ) : (
        <BareButton kind="quiet" onPress={() => setAsked(true)}>
          {complaintText('forget')}
        </BareButton>
      )}
    </>
  )
}

function Promise({ known: { state, due, late, answers, erased } }: { known: OwnComplaint }) {
  if (state === 'received' || state === 'taken') {
    const day = fullDay(due)
    return <p class={late ? 'wrong' : ''}>{complaintText(late ? 'answerLate' : 'answerBy', { day })}</p>
  }
  return state === 'closed' && answers.length === 0 && !erased ? <p>{complaintText('unanswered')}</p> : null
}
