// The list: what has to be answered, the most urgent first, or what is done; and finding one by its number.
import { useState } from 'preact/hooks'
import { formatDayLabel } from '../../screens/format.ts'
import { Button } from '../../screens/components/Button.tsx'
import { Choices } from '../parts/Field.tsx'
import type { StaffComplaint } from '../../server/http/complaints/shapes.ts'
import type { ComplaintsDesk } from './desk.ts'
import { complaintsText } from './texts.ts'
import { aboutText, agencyText, grouped, leftText, stateText } from './words.ts'

interface ListProps {
  desk: ComplaintsDesk
  onEnter: () => void
  onPoster: () => void
}

export function List({ desk, onEnter, onPoster }: ListProps) {
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
