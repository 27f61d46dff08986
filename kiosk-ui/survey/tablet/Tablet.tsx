// Which screen the tablet shows: it invites while nobody is there, then the service, the questions, thanks.
import type { ComponentChildren } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { HallAgency, HallService } from '../../../server/live/hall.ts'
import type { Problem } from '../../../screens/command.ts'
import { Button } from '../../../screens/components/Button.tsx'
import { Face, SCORES } from '../../../screens/faces.tsx'
import { pick } from '../../../screens/i18n.ts'
import { Icon } from '../../../screens/icons.tsx'
import { Mark } from '../../../screens/mark.tsx'
import { useIdle } from '../../idle-times.ts'
import { lettersOf } from '../../parts/letters.ts'
import { StillThere } from '../../parts/StillThere.tsx'
import { AskLanguage } from '../../spoken/Spoken.tsx'
import { patient, spoken } from '../../spoken/state.ts'
import { Asking } from '../Asking.tsx'
import { isBlank } from '../ballot.ts'
import { inviteIn, languageName, surveyText } from '../texts.ts'
import { Shell, State } from './Shell.tsx'
import { finish, languagesOf, leave, offered, type Place, rate, useTerminal } from './terminal.ts'

export function Tablet() {
  const terminal = useTerminal()
  const place = terminal.place.value
  const state = terminal.device.state.value
  if (state.status === 'none') return <Enrol problem={state.problem} />
  const begun = place.at !== 'start' || spoken.value !== 'off'
  const ballot = terminal.ballot.value
  // At the end it sends by itself, and thanks end by themselves.
  const asks = begun && place.at !== 'thanks' && !(ballot?.where.at === 'enough' && !isBlank(ballot))
  return (
    <Invite begun={begun}>
      <Screen place={place} />
      <AskLanguage codes={languagesOf(terminal)} nameOf={languageName} />
      {asks && (
        // Answers of somebody who left half-way are not sent: they did not reach the end.
        <StillThere
          title={surveyText('stillThere')}
          hint={(seconds) => surveyText('stillThereHint', { seconds })}
          stay={surveyText('stay')}
          onEnd={() => leave(terminal)}
        />
      )}
    </Invite>
  )
}

function Screen({ place }: { place: Place }) {
  switch (place.at) {
    case 'start':
      return <Agencies />
    case 'agency':
      return <Services agency={place.agency} />
    case 'asking':
      return <Questions service={place.service} />
    case 'thanks':
      return <Thanks place={place} />
  }
}

/** Choosing takes as long as reading a list of offices. */
const QUIET = { quiet: 45, warning: 0 }
/** The second tap of a double tap, the other fingers of a hand. */
const SHIELD_MS = 500

// Between two people it asks how things were, in every language; a touch anywhere begins, and presses nothing else.
// `begun`: somebody is using it.
function Invite({ begun, children }: { begun: boolean; children: ComponentChildren }) {
  const terminal = useTerminal()
  const [state, become] = useState<'asleep' | 'waking' | 'awake'>('asleep')
  useEffect(() => {
    if (begun) become('awake')
    // The person who was here is gone.
    else become((now) => (now === 'awake' ? 'asleep' : now))
  }, [begun])
  useEffect(() => {
    if (state !== 'waking') return undefined
    const timer = setTimeout(() => become('awake'), SHIELD_MS)
    return () => clearTimeout(timer)
  }, [state])
  useIdle(
    QUIET,
    () => {
      if (begun) return
      leave(terminal)
      become('asleep')
    },
    String(begun),
  )
  if (state === 'asleep' && !begun) return <Attract onWake={() => become('waking')} />
  return (
    <>
      {children}
      {state === 'waking' && <div class="shield" aria-hidden="true" />}
    </>
  )
}

function Attract({ onWake }: { onWake: () => void }) {
  const terminal = useTerminal()
  useEffect(() => {
    // Also by a key; the listener is on the page, so that the key presses nothing on the next screen.
    const onKey = (event: KeyboardEvent) => {
      event.preventDefault()
      onWake()
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [])
  const plan = terminal.hall.answer.value
  const words = languagesOf(terminal).flatMap((code) => {
    const said = inviteIn(code)
    return said ? [{ code, ...said }] : []
  })
  return (
    <div class="attract">
      <State />
      <main class="attract-words">
        <Mark />
        {plan && <p>{pick(plan.name)}</p>}
        <h1 class="attract-name">
          {words.map(({ code, invite }) => (
            <span key={code} lang={code}>
              {invite}
            </span>
          ))}
        </h1>
        <div class="attract-faces" aria-hidden="true">
          {SCORES.map((score) => (
            <Face key={score} score={score} />
          ))}
        </div>
        <p class="attract-promise">
          {words.map(({ code, promise }) => (
            <span key={code} lang={code}>
              {promise}
            </span>
          ))}
        </p>
        <button type="button" class="attract-touch" onClick={onWake}>
          {words.map(({ code, touch }) => (
            <span key={code} lang={code}>
              {touch}
            </span>
          ))}
        </button>
      </main>
    </div>
  )
}

function Agencies() {
  const terminal = useTerminal()
  const { hall, form, place } = terminal
  const all = offered(terminal)
  const isReady = hall.answer.value !== null && form.value !== null
  return (
    <Shell name="start" heading={surveyText('chooseAgency')}>
      {!isReady && <p class="hint">{surveyText('loading')}</p>}
      {isReady && all.length === 0 && <p class="hint">{surveyText('nothing')}</p>}
      {isReady && (
        <ul class="tiles tiles-two">
          {all.map(({ agency, services }) => (
            <li key={agency.id}>
              <AgencyTile
                agency={agency}
                onPress={() => {
                  const [only, another] = services
                  if (only && !another) rate(terminal, only.id)
                  else place.value = { at: 'agency', agency: agency.id }
                }}
              />
            </li>
          ))}
        </ul>
      )}
    </Shell>
  )
}

function AgencyTile({ agency, onPress }: { agency: HallAgency; onPress: () => void }) {
  const { id, name, short, monogram, logo } = agency
  return (
    <button type="button" class="tile" onClick={onPress}>
      <span class="monogram" aria-hidden="true">
        {logo ? <img src={`/api/agencies/${id}/logo?${logo}`} alt="" /> : (monogram ?? lettersOf(short))}
      </span>
      <span class="tile-words">
        <span class="tile-name">{short}</span>
        {pick(name) !== short && <span class="tile-more">{pick(name)}</span>}
      </span>
      <Onwards />
    </button>
  )
}

function Onwards() {
  return (
    <span class="tile-mark" aria-hidden="true">
      <Icon name="arrow-right" />
    </span>
  )
}

function Services({ agency }: { agency: string }) {
  const terminal = useTerminal()
  const found = offered(terminal).find((one) => one.agency.id === agency)
  const services: readonly HallService[] = found ? found.services : []
  return (
    <Shell
      name="agency"
      heading={surveyText('chooseService')}
      over={found && pick(found.agency.name)}
      onBack={() => leave(terminal)}
    >
      <ul class="tiles">
        {services.map(({ id, name }) => (
          <li key={id}>
            <button type="button" class="tile" onClick={() => rate(terminal, id)}>
              <span class="tile-words">
                <span class="tile-name">{pick(name)}</span>
              </span>
              <Onwards />
            </button>
          </li>
        ))}
      </ul>
    </Shell>
  )
}

function Questions({ service: id }: { service: string }) {
  const terminal = useTerminal()
  const { hall, ballot, form, place } = terminal
  const service = hall.services.value.get(id)
  if (!ballot.value || !form.value) return null
  return (
    <Asking
      form={form.value}
      service={service ? pick(service.name) : ''}
      ballot={ballot.value}
      change={(next) => {
        ballot.value = next
      }}
      Screen={Shell}
      onSend={() => finish(terminal)}
      onLeave={() => {
        const several = offered(terminal).some(
          ({ agency, services }) => agency.id === service?.agency && services.length > 1,
        )
        ballot.value = null
        if (service && several) place.value = { at: 'agency', agency: service.agency }
        else leave(terminal)
      }}
    />
  )
}

/** Long enough to be read, or heard; then the next one may begin. */
const THANKS = { quiet: 0, warning: 8 }

function Thanks({ place: { sent } }: { place: Extract<Place, { at: 'thanks' }> }) {
  const terminal = useTerminal()
  useIdle(patient(THANKS), () => leave(terminal), '')
  // Without a connection, too, nobody is kept waiting.
  const isKept = sent ? sent.is === 'kept' : terminal.live.freshness.value === 'stale'
  return (
    <Shell
      name="thanks"
      heading={surveyText('thanks')}
      actions={
        <Button kind="primary" size="huge" onPress={() => leave(terminal)}>
          {surveyText('finish')}
        </Button>
      }
    >
      <p class="lead" role="status">
        {sent?.is === 'refused' && `${surveyText('refused')}: ${sent.problem.detail}`}
        {isKept ? surveyText('keptTablet') : sent?.is === 'sent' && surveyText('thanksHint')}
      </p>
    </Shell>
  )
}

// What a tablet shows that is not enrolled, or no longer is, and how to change that.
function Enrol({ problem }: { problem: Problem | null }) {
  const { device } = useTerminal()
  return (
    <Shell name="enrol" heading={surveyText('enrolTitle')}>
      {problem && (
        <div class="problem" role="alert">
          <h2 class="problem-title">{problem.title}</h2>
          <p>{problem.detail}</p>
        </div>
      )}
      <ol class="steps-how">
        <li>{surveyText('enrolStep1', { address: `${location.origin}/manage/` })}</li>
        <li>{surveyText('enrolStep2')}</li>
        <li>{surveyText('enrolStep3')}</li>
      </ol>
      <Button size="large" icon="refresh" onPress={() => device.check()}>
        {surveyText('again')}
      </Button>
    </Shell>
  )
}
