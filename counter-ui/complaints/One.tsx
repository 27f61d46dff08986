// The open complaint: what was written, what was done, the answer being typed, and what else can be done with it.
import { useEffect, useRef, useState } from 'preact/hooks'
import { formatDay, formatTime } from '../../screens/format.ts'
import type { Hall } from '../../screens/hall.ts'
import { isKey, pick } from '../../screens/i18n.ts'
import { Button } from '../../screens/components/Button.tsx'
import type { StaffComplaint } from '../../server/http/complaints/shapes.ts'
import { TooLong, useTooLong, Submit } from '../parts/Field.tsx'
import type { Staff } from '../session.ts'
import type { ComplaintsDesk } from './desk.ts'
import { CloseDialog, FindingDialog, ForwardDialog, ReopenDialog } from './dialogs.tsx'
import { complaintsText, texts } from './texts.ts'
import { fullDay } from '../../screens/full-day.ts'
import { aboutText, agencyText, grouped, leftText, stateText } from './words.ts'

const MOST_WORDS = 5_000

interface OneProps {
  desk: ComplaintsDesk
  hall: Hall
  me: Staff
}

type Asked = 'forward' | 'close' | 'reopen' | 'finding' | null

export function One({ desk, hall, me }: OneProps) {
  const one = desk.open.value
  const title = useRef<HTMLHeadingElement>(null)
  const [asked, ask] = useState<Asked>(null)
  useEffect(() => {
    if (one && title.current) title.current.focus({ preventScroll: false })
  }, [])
  if (!one) {
    return (
      <section class="part complaints-one">
        <p class="soft">{complaintsText('choose')}</p>
      </section>
    )
  }
  // An existing problem belongs to an earlier press.
  const open = (what: Asked) => {
    desk.problem.value = null
    ask(what)
  }
  const isMine = me.agency === null || me.agency === one.agency
  const isOpen = one.state === 'received' || one.state === 'taken'
  const mayClose = me.role !== 'officer' || one.answeredOn !== null
  const number = grouped(one.number)
  return (
    <section class="part complaints-one" aria-labelledby="one-title">
      <div class="complaints-back">
        <Button kind="quiet" onPress={() => desk.select(null)}>
          {complaintsText('backToList')}
        </Button>
      </div>
      <h2 id="one-title" tabIndex={-1} ref={title}>
        {complaintsText('heading', { number })}
      </h2>
      <p class={one.late ? 'complaints-late' : 'complaints-state'}>
        {[stateText(one), leftText(one)].filter((words) => words !== '').join(' · ')}
      </p>
      {one.gone && <p class="complaints-late">{complaintsText('gone')}</p>}
      <About one={one} />
      {one.words !== null && (
        <>
          <h3>{complaintsText('words')}</h3>
          <blockquote class="complaints-typed" dir="auto">
            {one.words}
          </blockquote>
        </>
      )}
      {one.erased && <p>{complaintsText('erased')}</p>}
      {!isMine && <p>{complaintsText('others', { agency: agencyText(one) })}</p>}
      <History one={one} hall={hall} />
      {isMine && !one.erased && one.state !== 'closed' && <Answer desk={desk} one={one} />}
      {isMine && (
        <div class="complaints-ends">
          {isOpen && !one.mine && <Button onPress={desk.take}>{complaintsText('take')}</Button>}
          {isOpen && <Button onPress={() => open('forward')}>{complaintsText('forward')}</Button>}
          {one.state !== 'closed' && mayClose && (
            <Button onPress={() => open('close')}>{complaintsText('close')}</Button>
          )}
          {!isOpen && !one.erased && (
            <Button onPress={() => open('reopen')}>{complaintsText('reopen')}</Button>
          )}
          {!one.erased && <Button onPress={() => ask('finding')}>{complaintsText('finding')}</Button>}
          <Button onPress={() => print()}>{complaintsText('print')}</Button>
        </div>
      )}
      {asked === 'forward' && <ForwardDialog desk={desk} hall={hall} one={one} onClose={() => ask(null)} />}
      {asked === 'close' && <CloseDialog desk={desk} one={one} onClose={() => ask(null)} />}
      {asked === 'reopen' && <ReopenDialog desk={desk} one={one} onClose={() => ask(null)} />}
      {asked === 'finding' && <FindingDialog desk={desk} one={one} onClose={() => ask(null)} />}
    </section>
  )
}

function About({ one }: { one: StaffComplaint }) {
  return (
    <dl class="complaints-about">
      <dt>{complaintsText('about')}</dt>
      <dd>
        {aboutText(one)}
        {one.about.service && ` (${agencyText(one)})`}
      </dd>
      <dt>{complaintsText('came')}</dt>
      <dd>
        {formatDay(one.at)}, {formatTime(one.at)}, {complaintsText(`channel.${one.channel}`)}
        {one.language !== 'id' && ` · ${complaintsText('language')}: ${one.language}`}
      </dd>
      <dt>{complaintsText('promised')}</dt>
      <dd>{fullDay(one.due)}</dd>
      {one.answeredOn !== null && (
        <>
          <dt>{complaintsText('answeredIn')}</dt>
          <dd>
            {one.days === 0
              ? complaintsText('answeredSame', { day: fullDay(one.answeredOn) })
              : complaintsText('answeredDays', { day: fullDay(one.answeredOn), count: one.days })}
          </dd>
        </>
      )}
    </dl>
  )
}

function History({ one, hall }: { one: StaffComplaint; hall: Hall }) {
  if (one.history.length < 2) return null
  return (
    <>
      <h3>{complaintsText('history')}</h3>
      <ol class="complaints-history">
        {one.history.map((step) => (
          <li key={`${step.at} ${step.kind}`}>
            <span class="soft figures">
              {formatDay(step.at)}, {formatTime(step.at)}
            </span>
            <span>{stepText(step, hall)}</span>
            {step.text !== null && (
              <span class="complaints-typed" dir="auto">
                {step.text}
              </span>
            )}
          </li>
        ))}
      </ol>
    </>
  )
}

function stepText({ kind, by, to, reason }: StaffComplaint['history'][number], hall: Hall): string {
  const who = by ?? complaintsText('somebody')
  if (kind === 'forwarded') {
    const agency = to === null ? undefined : hall.agencies.value.get(to)
    const name = to === null ? complaintsText('toManagers') : agency ? pick(agency.name) : to
    return complaintsText('did.forwarded', { to: name, who })
  }
  if (kind === 'closed') {
    const key = `reason.${reason ?? ''}` as const
    return complaintsText('did.closed', { who, reason: isKey(texts, key) ? complaintsText(key) : '–' })
  }
  if (kind === 'taken' || kind === 'answered' || kind === 'reopened')
    return complaintsText(`did.${kind}`, { who })
  return complaintsText(`did.${kind}`)
}

function Answer({ desk, one }: { desk: ComplaintsDesk; one: StaffComplaint }) {
  const [busy, setBusy] = useState(false)
  const long = useTooLong(MOST_WORDS)
  const text = desk.typed.value.get(one.id) ?? ''
  async function send(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    if (busy) return
    setBusy(true)
    await desk.answer()
    setBusy(false)
  }
  return (
    <form class="fields complaints-answer" onSubmit={send}>
      <div class="field">
        <label for="answer">{complaintsText('answer')}</label>
        <textarea
          id="answer"
          rows={5}
          dir="auto"
          aria-describedby="answer-hint"
          aria-errormessage="answer-long"
          aria-invalid={long.words !== '' || undefined}
          value={text}
          onInput={(event) => {
            long.onInput(event)
            desk.type(one.id, event.currentTarget.value)
          }}
        />
        <TooLong id="answer-long" words={long.words} />
        <p class="soft" id="answer-hint">
          {complaintsText('answerHint')}
        </p>
      </div>
      <Submit busy={busy} disabled={text.trim() === ''}>
        {complaintsText(one.answeredOn === null ? 'answerGo' : 'answerAgain')}
      </Submit>
    </form>
  )
}
