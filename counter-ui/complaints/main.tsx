// The page on which staff answer complaints: /complaints/. Who may see it, and its parts: the list, the complaint
// that is open, what the reception enters.
import { useEffect, useState } from 'preact/hooks'
import type { Hall } from '../../screens/hall.ts'
import type { Staff } from '../session.ts'
import { startPage } from '../start.ts'
import type { KioskView } from '../../server/live/kiosk.ts'
import { type ComplaintsDesk, openComplaintsDesk } from './desk.ts'
import { Enter, PrintedPoster, PrintedSlip } from './Enter.tsx'
import { formatDayLabel } from '../../screens/format.ts'
import { Button } from '../../screens/components/Button.tsx'
import { Choices } from '../parts/Field.tsx'
import type { StaffComplaint } from '../../server/http/complaints/shapes.ts'
import { complaintsText } from './texts.ts'
import { aboutText, agencyText, grouped, leftText, stateText } from './words.ts'
import { One } from './One.tsx'
import { ForStaff, StaffPage, usePageLive, useTitle } from '../parts/StaffPage.tsx'
import '../parts/sheet.css'
import './complaints.css'
import './print.css'

function Complaints({ hall }: { hall: Hall }) {
  const [desk] = useState(openComplaintsDesk)
  useTitle(() => complaintsText('title'))
  return (
    <ForStaff hall={hall} title={complaintsText('signInTitle')}>
      {(me) => <SignedIn hall={hall} desk={desk} me={me} />}
    </ForStaff>
  )
}

function SignedIn({ hall, desk, me }: { hall: Hall; desk: ComplaintsDesk; me: Staff }) {
  const live = usePageLive<KioskView>(hall, 'kiosk')
  useEffect(() => desk.follow(), [desk])
  const [entering, enter] = useState(false)
  const [isPoster, printPoster] = useState(false)
  const open = desk.open.value
  const entered = desk.entered.value
  return (
    <>
      <StaffPage
        of={entered || isPoster ? 'complaints is-behind' : 'complaints'}
        parts={open ? 'complaints-parts has-open' : 'complaints-parts'}
        title={complaintsText('title')}
        live={live}
        me={me}
        problem={desk.problem.value}
        links={me.role !== 'officer' && <a href="/reports/complaints/">{complaintsText('toReports')}</a>}
      >
        <div class="complaints-said">
          {desk.isStale.value && <p class="complaints-late">{complaintsText('stale')}</p>}
          <p class="complaints-done" role="status">
            {desk.said.value}
          </p>
        </div>
        {desk.listed.value ? (
          <>
            <List desk={desk} onEnter={() => enter(true)} onPoster={() => printPoster(true)} />
            <One key={open ? open.id : ''} desk={desk} hall={hall} me={me} />
          </>
        ) : (
          <p role="status">{complaintsText('connecting')}</p>
        )}
        {entering && <Enter desk={desk} hall={hall} onClose={() => enter(false)} />}
      </StaffPage>
      {entered && <PrintedSlip hall={hall} entered={entered} />}
      {isPoster && <PrintedPoster hall={hall} onDone={() => printPoster(false)} />}
    </>
  )
}

// The list: what has to be answered, the most urgent first, or what is done; and finding one by its number.

interface ListProps {
  desk: ComplaintsDesk
  onEnter: () => void
  onPoster: () => void
}

function List({ desk, onEnter, onPoster }: ListProps) {
  const listed = desk.listed.value
  if (!listed) return null
  const { open, due, late, complaints, next } = listed
  const show = desk.show.value
  return (
    <section class="part complaints-list" aria-labelledby="list-title">
      <h2 id="list-title">{complaintsText('listTitle')}</h2>
      <div class="complaints-ends">
        <Button kind="primary" onPress={onEnter}>
          {complaintsText('enter')}
        </Button>
        <Button onPress={onPoster}>{complaintsText('printPoster')}</Button>
      </div>
      <Choices
        legend={complaintsText('listTitle')}
        name="show"
        value={show}
        options={[
          { value: 'open', words: complaintsText('open', { count: open }) },
          { value: 'done', words: complaintsText('done') },
        ]}
        onChange={(wanted) => void desk.choose(wanted)}
      />
      {late > 0 && <p class="complaints-late">{complaintsText('lateCount', { count: late })}</p>}
      {due > 0 && <p>{complaintsText('dueCount', { count: due })}</p>}
      {complaints.length === 0 && (
        <p class="soft">{complaintsText(show === 'open' ? 'noneOpen' : 'noneDone')}</p>
      )}
      <ul class="complaints-rows">
        {complaints.map((one) => (
          <Row key={one.id} desk={desk} one={one} />
        ))}
      </ul>
      {next !== null && (
        <>
          {show === 'open' && (
            <p class="soft">{complaintsText('shown', { count: complaints.length, all: open })}</p>
          )}
          <Button onPress={() => desk.load(true)}>
            {complaintsText(show === 'open' ? 'moreOpen' : 'more')}
          </Button>
        </>
      )}
      <Find desk={desk} />
    </section>
  )
}

function Row({ desk, one }: { desk: ComplaintsDesk; one: StaffComplaint }) {
  const open = desk.open.value
  const left = leftText(one)
  return (
    <li>
      <button
        type="button"
        class={one.late ? 'complaints-row is-late' : 'complaints-row'}
        aria-current={open !== null && open.id === one.id}
        onClick={() => desk.select(one)}
      >
        <span class="complaints-row-head">
          <b class="figures">{grouped(one.number)}</b>
          <span>{left || formatDayLabel(one.day)}</span>
        </span>
        <span>{aboutText(one)}</span>
        <span class="soft">
          {agencyText(one)} · {stateText(one)}
        </span>
        {one.words !== null && (
          <span class="complaints-first" dir="auto">
            {one.words.slice(0, 120)}
          </span>
        )}
      </button>
    </li>
  )
}

function Find({ desk }: { desk: ComplaintsDesk }) {
  const [number, setNumber] = useState('')
  return (
    <form
      class="find"
      onSubmit={(event) => {
        event.preventDefault()
        void desk.find(number)
      }}
    >
      <div class="field">
        <label for="find-number">{complaintsText('find')}</label>
        <input
          id="find-number"
          type="text"
          inputMode="numeric"
          autocomplete="off"
          maxLength={12}
          value={number}
          onInput={(event) => setNumber(event.currentTarget.value)}
        />
      </div>
      <button class="button button-plain button-medium" type="submit" disabled={!/\d/.test(number)}>
        {complaintsText('findGo')}
      </button>
    </form>
  )
}

startPage(Complaints)
