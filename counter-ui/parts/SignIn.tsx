// Signing in to the pages for staff: name and password, and what the server says if they are wrong. With a one-time
// password, a new one is chosen here before anything else.
import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Problem } from '../../screens/command.ts'
import { formatTime } from '../../screens/format.ts'
import type { Hall } from '../../screens/hall.ts'
import { language, pick } from '../../screens/i18n.ts'
import { Icon } from '../../screens/icons.tsx'
import { Band, Mark } from '../../screens/mark.tsx'
import { type Ended as Ending, type Newcomer, session, signIn, signOut } from '../session.ts'
import { chooseLanguage, LANGUAGES } from '../start.ts'
import { staffText } from '../texts.ts'
import { Field, Submit } from './Field.tsx'
import { Foot } from './Foot.tsx'
import { PasswordForm } from './PasswordForm.tsx'
import { ProblemLine } from './ProblemLine.tsx'
import './SignIn.css'

export function SignIn({ hall, title }: { hall: Hall; title: string }) {
  const who = session.value
  const newcomer = who.state === 'out' ? who.newcomer : undefined
  return (
    <Door hall={hall} title={newcomer ? staffText('firstTitle') : title}>
      {newcomer ? (
        <FirstPassword newcomer={newcomer} />
      ) : (
        <SignInForm ended={who.state === 'out' ? who.ended : undefined} />
      )}
    </Door>
  )
}

function SignInForm({ ended }: { ended?: Ending | undefined }) {
  const [problem, setProblem] = useState<Problem | null>(null)
  const [busy, setBusy] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  // With the first render: later it would take the next key from a field that has the focus by then.
  useLayoutEffect(() => {
    form.current?.querySelector('input')?.focus()
  }, [])

  async function submit(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    if (busy || !form.current) return
    const given = new FormData(form.current)
    setBusy(true)
    const refused = await signIn(String(given.get('username')), String(given.get('password')))
    if (!refused) return
    setBusy(false)
    setProblem(refused)
    form.current.querySelector<HTMLInputElement>('[name=password]')?.select()
  }

  return (
    <>
      {ended && <Ended ended={ended} />}
      <form class="fields" ref={form} onSubmit={(event) => void submit(event)}>
        <Field name="username" label={staffText('username')} autoComplete="username" required plain />
        <Field
          name="password"
          label={staffText('password')}
          autoComplete="current-password"
          required
          secret
        />
        <ProblemLine problem={problem} />
        <Submit busy={busy} large>
          {staffText('signIn')}
        </Submit>
      </form>
      <p class="soft">{staffText('signInHelp')}</p>
    </>
  )
}

function FirstPassword({ newcomer: { staff, password } }: { newcomer: Newcomer }) {
  const [problem, setProblem] = useState<Problem | null>(null)
  const all = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    all.current?.querySelector('input')?.focus()
  }, [])
  return (
    <div class="fields" ref={all}>
      <p>{staffText('firstLead', { name: staff.name })}</p>
      <PasswordForm
        current={password}
        closeWords={staffText('signOut')}
        onClose={async () => setProblem(await signOut())}
      />
      <ProblemLine problem={problem} />
    </div>
  )
}

function Door({ hall, title, children }: { hall: Hall; title: string; children: ComponentChildren }) {
  const answer = hall.answer.value
  return (
    <div class="door">
      <main class="door-card">
        <header class="door-head">
          <Mark />
          <p>{answer ? pick(answer.name) : 'Antre'}</p>
        </header>
        <Band />
        <h1 class="door-title">{title}</h1>
        {children}
        <p class="door-languages" role="group" aria-label={staffText('languageTitle')}>
          {LANGUAGES.map(({ value, words }) => (
            <button
              key={value}
              type="button"
              class="button button-quiet"
              lang={value}
              aria-pressed={language.value === value}
              onClick={() => chooseLanguage(value)}
            >
              {words}
            </button>
          ))}
        </p>
      </main>
      <Foot />
    </div>
  )
}

/** Shown while it is not yet known who is signed in. */
export function Connecting() {
  return (
    <div class="door">
      <main class="door-wait">
        <span class="spinner" aria-hidden="true" />
        <p role="status">{staffText('connecting')}</p>
      </main>
    </div>
  )
}

/** Above the form: why the session in this browser is over, and who ended it. */
function Ended({ ended: { why, by, at } }: { ended: Ending }) {
  // Nobody has closed such an account yet, so there is nobody to name.
  const text = why === 'agency-gone' && by === null ? 'endedWithAgency' : (`ended.${why}` as const)
  return (
    <p class="door-ended" role="status">
      <Icon name="clock" />
      <span>{staffText(text, { name: by ?? staffText('endedBySomebody'), time: formatTime(at) })}</span>
    </p>
  )
}
