// The page for complaints, `/complaint/`: on a visitor's phone, from a poster, and on the tablet at the exit. Whose hall it
// is, what can be written, what was filed, and on a phone the answers to what it filed. What opens an answer stands behind
// the `#` of the address, which no browser sends.
import { render } from 'preact'
import { effect } from '@preact/signals'
import { useEffect, useRef, useState } from 'preact/hooks'
import '../../screens/tokens.css'
import '../../screens/components/components.css'
import '../../screens/ground.css'
import '../visitor/visitor.css'
import './complaint.css'
import { language, startLanguage, pick } from '../../screens/i18n.ts'
import { Mark } from '../../screens/mark.tsx'
import { sharedText } from '../../screens/texts/shared.ts'
import { type IdleTimes, useIdle } from '../idle-times.ts'
import { StillThere } from '../parts/StillThere.tsx'
import { Rehearses } from '../visitor/Rehearses.tsx'
import { type Desk, openDesk } from './desk.ts'
import { FiledView, OwnList } from './Filed.tsx'
import { complaintText } from './texts.ts'
import { Write } from './Write.tsx'

/** Time to think about what to write. */
const WRITING: IdleTimes = { quiet: 90, warning: 30 }
/** Time to note the number or scan its code. */
const SHOWN: IdleTimes = { quiet: 0, warning: 60 }

function ComplaintPage({ desk }: { desk: Desk }) {
  const form = desk.form.value
  return (
    <>
      <Rehearses text={complaintText('rehearsal')} />
      <Head desk={desk} />
      <main class="main">
        {form === null ? (
          <p role="status" class="quiet">
            {complaintText(desk.isWaiting.value ? 'offline' : 'loading')}
          </p>
        ) : (
          <Body desk={desk} />
        )}
      </main>
      {form && form.tablet ? (
        <TabletClock desk={desk} />
      ) : (
        <footer class="foot">
          <a href="/source">{sharedText('source')}</a> · <a href="/LICENSE.txt">GPL-3.0-or-later</a>
        </footer>
      )}
    </>
  )
}

function Body({ desk }: { desk: Desk }) {
  const form = desk.form.value
  const filed = desk.filed.value
  const top = useRef<HTMLHeadingElement>(null)
  const [isFirst, setFirst] = useState(true)
  useEffect(() => {
    // Screen readers announce what became of it.
    if (!isFirst && top.current) top.current.focus()
    setFirst(false)
  }, [filed])
  if (form === null) return null
  const title = complaintText(filed ? 'filedTitle' : 'title')
  return (
    <>
      <h1 class="title" tabIndex={-1} ref={top}>
        {title}
      </h1>
      {filed ? <FiledView desk={desk} form={form} filed={filed} /> : null}
      {!form.tablet && <OwnList desk={desk} form={form} />}
      {!filed && form.sp4n !== 'instead' && <Write desk={desk} form={form} />}
      {form.sp4n === 'instead' && (
        <section class="card">
          <p>{complaintText('sp4nInstead')}</p>
          <p>{complaintText('sp4nHow')}</p>
        </section>
      )}
      {!form.tablet && <Ask desk={desk} />}
    </>
  )
}

function Head({ desk }: { desk: Desk }) {
  const form = desk.form.value
  const other = language.value === 'id' ? 'en' : 'id'
  const [isLarge, setLarge] = useState(false)
  useEffect(() => {
    document.documentElement.classList.toggle('large', isLarge)
    document.documentElement.classList.toggle('tablet', form !== null && form.tablet)
  }, [isLarge, form])
  return (
    <header class="head">
      <Mark />
      <span class="head-name">{form ? pick(form.name) : 'Antre'}</span>
      {form && form.tablet && (
        <a class="head-link" href="/survey/">
          {complaintText('back')}
        </a>
      )}
      <button class="head-link" type="button" aria-pressed={isLarge} onClick={() => setLarge(!isLarge)}>
        {complaintText('larger')}
      </button>
      <button class="head-link" type="button" lang={other} onClick={() => (language.value = other)}>
        {complaintText('otherLanguage')}
      </button>
    </header>
  )
}

/** Following one that was filed by another phone, a tablet or the reception. */
function Ask({ desk }: { desk: Desk }) {
  const [typed, setTyped] = useState('')
  const asked = desk.asked.value
  return (
    <form
      class="ask"
      onSubmit={(event) => {
        event.preventDefault()
        void desk.ask(typed).then(() => {
          if (desk.asked.value === 'none') setTyped('')
        })
      }}
    >
      <h2 class="subtitle">{complaintText('ask')}</h2>
      <label class="field">
        <span>{complaintText('askLabel')}</span>
        <input
          type="text"
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          maxLength={300}
          value={typed}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
      </label>
      <p role="alert" class="wrong">
        {asked === 'none' ? '' : complaintText(`asked.${asked}`)}
      </p>
      <button class="button button-plain button-medium" type="submit" disabled={typed.trim() === ''}>
        {complaintText('askGo')}
      </button>
    </form>
  )
}

/** At a tablet the next visitor finds nothing of the previous one's. */
function TabletClock({ desk }: { desk: Desk }) {
  return desk.filed.value ? (
    <Closes />
  ) : (
    <StillThere
      times={WRITING}
      title={complaintText('stillThere')}
      hint={(count) => complaintText('stillHint', { count })}
      stay={complaintText('stillYes')}
      onEnd={toStart}
    />
  )
}

function Closes() {
  const left = useIdle(SHOWN, toStart, '')
  return <footer class="foot closes">{left !== null && complaintText('closes', { count: left })}</footer>
}

/** Where a tablet goes once nobody is there. */
const toStart = () => location.replace('/survey/')

startLanguage()
const desk = openDesk()
effect(() => {
  document.title = language.value === '' ? '' : `${complaintText('title')} · Antre`
})
// A tablet's next visitor must not get back to what the previous one saw.
addEventListener('pageshow', (event) => {
  if (event.persisted) location.reload()
})
const root = document.getElementById('app')
if (root) render(<ComplaintPage desk={desk} />, root)
