// The survey on a visitor's own phone: from the page of the number, with the rights in its address, or from the poster in
// the hall, where this browser may know the visit.
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { VisitView } from '../../server/live/visit.ts'
import { fetchJson, type Problem } from '../../screens/command.ts'
import { Button } from '../../screens/components/Button.tsx'
import { language, pick } from '../../screens/i18n.ts'
import { Mark } from '../../screens/mark.tsx'
import { sharedText } from '../../screens/texts/shared.ts'
import { Asking, type ScreenProps } from './Asking.tsx'
import { beginBallot, type Ballot, bodyOf, isBlank, type OwnForm } from './ballot.ts'
import type { Outbox, Sent } from './outbox.ts'
import { surveyText } from './texts.ts'

interface VisitorProps {
  outbox: Outbox
  /** The rights in the address; empty: the page was opened from the poster. */
  rights: readonly string[]
  /** The visit that this browser knows, by its token; null if none. */
  visit: string | null
}

/** The server's answer: forms by their right, in the order of the visit; or why there is none. */
interface Found {
  readonly forms: ReadonlyMap<string, OwnForm>
  readonly why: 'used' | 'not-yet' | 'poster' | Problem | null
}

export function Visitor({ outbox, rights, visit }: VisitorProps) {
  const spoken = language.value
  const [found, find] = useState<Found | null>(null)
  const [open, setOpen] = useState<string | null>(null)
  const [ballot, setBallot] = useState<Ballot | null>(null)
  const [sent, setSent] = useState<Sent | null>(null)
  const [done, setDone] = useState<readonly string[]>([])
  const [tries, setTries] = useState(0)

  useEffect(() => {
    let isOld = false
    void look(rights, visit, spoken).then((now) => {
      if (isOld) return
      find(now)
      const [only, another] = [...now.forms.keys()]
      if (only !== undefined && another === undefined) begin(only, now)
    })
    return () => {
      isOld = true
    }
  }, [rights.join(), visit, spoken, tries])

  function begin(right: string, { forms }: Found): void {
    const form = forms.get(right)
    if (!form) return
    setOpen(right)
    setSent(null)
    // A change of language keeps the ballot.
    setBallot((now) => (open === right && now) || beginBallot(form))
  }

  const form = (open !== null && found?.forms.get(open)) || null

  async function send(): Promise<void> {
    if (!form || !ballot || open === null) return
    const body = { right: open, ...bodyOf(ballot, form) }
    setDone([...done, open])
    setBallot(null)
    setSent(await outbox.put(body))
  }

  // Somebody who closes the page at the end has answered, from the moment the end is shown.
  const atEnd = ballot !== null && ballot.where.at === 'enough' && !isBlank(ballot)
  useLayoutEffect(() => {
    if (!atEnd) return undefined
    const leave = () => void send()
    addEventListener('pagehide', leave)
    return () => removeEventListener('pagehide', leave)
  })

  if (!found) return <Loading />
  if (form && ballot) {
    return (
      <Asking
        form={form}
        service={pick(form.name)}
        ballot={ballot}
        change={setBallot}
        Screen={Screen}
        onSend={send}
        onLeave={() => {
          setBallot(null)
          setOpen(null)
        }}
      />
    )
  }
  const left = [...found.forms].filter(([right]) => !done.includes(right))
  const others = left.map(([right, { name }]) => (
    <li key={right}>
      <Button size="large" icon="arrow-right" onPress={() => begin(right, found)}>
        {pick(name)}
      </Button>
    </li>
  ))
  if (open !== null && done.includes(open)) {
    return (
      <Screen name={`thanks-${open}`} heading={surveyText('thanks')}>
        <p role="status">{sent && sentText(sent)}</p>
        {others.length > 0 && <h2 class="others">{surveyText('others')}</h2>}
        <ul class="ways-on">{others}</ul>
        <Links visit={visit} />
      </Screen>
    )
  }
  if (others.length > 0) {
    return (
      <Screen name="choose" heading={surveyText('choose')}>
        <p class="hint">{surveyText('promise')}</p>
        <ul class="ways-on">{others}</ul>
        <Links visit={visit} />
      </Screen>
    )
  }
  return <Without found={found} visit={visit} again={() => setTries(tries + 1)} />
}

export function Loading() {
  return <Screen name="loading" heading={surveyText('loading')} />
}

function sentText(sent: Sent): string {
  if (sent.is === 'refused') return `${surveyText('refused')}: ${sent.problem.detail}`
  return surveyText(sent.is === 'kept' ? 'keptPhone' : 'thanksHint')
}

/** Nothing can be rated: why, and what to do instead. */
function Without({
  found: { why },
  visit,
  again,
}: {
  found: Found
  visit: string | null
  again: () => void
}) {
  if (why === null || why === 'used') {
    return (
      <Screen name="used" heading={surveyText('thanks')}>
        <p>{surveyText(rightsGiven() ? 'used' : 'posterDone')}</p>
        <Links visit={visit} />
      </Screen>
    )
  }
  if (why === 'not-yet' || why === 'poster') {
    return (
      <Screen name="poster" heading={surveyText('posterTitle')}>
        <p class="lead">{surveyText('posterLead')}</p>
        <p>{surveyText(why === 'poster' ? 'posterScan' : 'posterNotYet')}</p>
        {why === 'poster' && <p>{surveyText('posterTablet')}</p>}
        <Links visit={why === 'poster' ? null : visit} />
      </Screen>
    )
  }
  return (
    <Screen name="problem" heading={why.title}>
      <p role="alert">{why.detail}</p>
      <div class="actions">
        <Button kind="primary" size="large" icon="refresh" onPress={again}>
          {surveyText('again')}
        </Button>
      </div>
      <Links visit={visit} />
    </Screen>
  )
}

function Links({ visit }: { visit: string | null }) {
  const query = `?lang=${language.value}`
  return (
    <p class="links">
      {visit !== null && <a href={`/t/${visit}${query}`}>{surveyText('toNumber')}</a>}
      <a href={`/complaint/${query}`}>{surveyText('complaint')}</a>
    </p>
  )
}

const rightsGiven = () => location.hash.length > 1

/** Asks the server for the forms of these rights, or of this visit's. */
async function look(rights: readonly string[], visit: string | null, spoken: string): Promise<Found> {
  const forms = new Map<string, OwnForm>()
  const none = (why: Found['why']): Found => ({ forms, why })
  let asked = rights
  if (asked.length === 0) {
    if (visit === null) return none('poster')
    const outcome = await fetchJson<VisitView>(`/api/visits/${encodeURIComponent(visit)}`)
    if (!outcome.ok) return none(outcome.problem.status === 404 ? 'poster' : outcome.problem)
    const { surveys = [], steps } = outcome.data.visit
    const isOver = steps.every(({ status }) => ['done', 'cancelled', 'expired'].includes(status))
    if (surveys.length === 0) return none(isOver ? 'used' : 'not-yet')
    asked = surveys.map(({ right }) => right)
  }
  const outcomes = await Promise.all(
    asked.map(async (right) => {
      const outcome = await fetchJson<OwnForm>(`/api/surveys/${encodeURIComponent(right)}?lang=${spoken}`)
      return { right, outcome }
    }),
  )
  let why: Found['why'] = 'used'
  for (const { right, outcome } of outcomes) {
    if (outcome.ok) forms.set(right, outcome.data)
    else if (outcome.problem.status !== 404) why = outcome.problem
  }
  return none(why)
}

// The phone's frame of a screen.
function Screen({ name, heading, over, onBack, actions, children }: ScreenProps) {
  const title = useRef<HTMLHeadingElement>(null)
  useLayoutEffect(() => {
    scrollTo(0, 0)
    title.current?.focus({ preventScroll: true })
  }, [name])
  const other = language.value === 'id' ? 'en' : 'id'
  return (
    <>
      <header class="head">
        <Mark />
        <span class="head-name">{surveyText('title')}</span>
        <a
          class="head-link"
          href={`?lang=${other}${location.hash}`}
          lang={other}
          hreflang={other}
          onClick={(event) => {
            event.preventDefault()
            language.value = other
            history.replaceState(null, '', `?lang=${other}${location.hash}`)
          }}
        >
          {surveyText('otherLanguage')}
        </a>
      </header>
      <main class="main">
        {over && <p class="over">{over}</p>}
        <h1 class="heading" tabIndex={-1} ref={title}>
          {heading}
        </h1>
        {children}
        {actions && <div class="actions">{actions}</div>}
        {onBack && (
          <Button kind="quiet" icon="arrow-left" keys="Escape" onPress={onBack}>
            {sharedText('back')}
          </Button>
        )}
      </main>
      <footer class="foot">
        <a href="/source">{sharedText('source')}</a> · <a href="/LICENSE.txt">GPL-3.0-or-later</a>
      </footer>
    </>
  )
}
