// Two taps: what is missing, and where. The second one notes it; a photo and words may follow.
import { useEffect, useRef, useState } from 'preact/hooks'
import { Button } from '../../screens/components/Button.tsx'
import type { Hall } from '../../screens/hall.ts'
import { pick } from '../../screens/i18n.ts'
import { Icon } from '../../screens/icons.tsx'
import { ProblemLine } from '../parts/ProblemLine.tsx'
import { myCounters, type Staff } from '../session.ts'
import { AddFile } from './Evidence.tsx'
import type { Finding, FindingsDesk, Named, Place } from './desk.ts'
import { findingsText } from './texts.ts'
import { go, hrefOf } from './way.ts'
import './note.css'

interface Props {
  hall: Hall
  desk: FindingsDesk
  me: Staff
}

export function NoteByTaps({ hall, desk, me }: Props) {
  const [what, choose] = useState<Named | null>(null)
  const [made, setMade] = useState<Finding | null>(null)
  const [own, setOwn] = useState<string[]>([])
  useEffect(() => void myCounters().then(setOwn), [])
  const form = desk.form.value
  if (made) {
    const again = () => {
      setMade(null)
      choose(null)
    }
    return <NotedNow desk={desk} finding={made} onAgain={again} />
  }
  if (!form) return <p role="status">{findingsText('connecting')}</p>
  if (what === null)
    return (
      <Step title={findingsText('whatTitle')}>
        <ul class="findings-taps">
          {form.subjects.map((one) => (
            <li key={one.id}>
              <button type="button" class="findings-tap" onClick={() => choose(one)}>
                {one.name}
              </button>
            </li>
          ))}
        </ul>
        <p>
          <a href={hrefOf({ at: 'write', visit: null })}>{findingsText('inWords')}</a>
        </p>
      </Step>
    )
  // In the current language, in case it changes meanwhile.
  const name = form.subjects.find(({ id }) => id === what.id)?.name ?? what.name
  return (
    <Where
      hall={hall}
      me={me}
      own={own}
      parts={form.parts}
      what={name}
      onBack={() => choose(null)}
      onChosen={async (place) => {
        const noted = await desk.note({ subject: what.id, ...(place && { place }) })
        setMade(noted)
        // The reason is above all these buttons.
        if (!noted) window.scrollTo(0, 0)
      }}
    />
  )
}

/** A step whose title gets the focus, so that it is read out and Tab goes on from there. */
function Step({ title, children }: { title: string; children: preact.ComponentChildren }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <section class="part findings-step">
      <h2 ref={heading} tabIndex={-1}>
        {title}
      </h2>
      {children}
    </section>
  )
}

interface WhereProps {
  hall: Hall
  me: Staff
  own: readonly string[]
  parts: readonly Named[]
  what: string
  onBack: () => void
  onChosen: (place: Place | null) => Promise<void>
}

function Where({ hall, me, own, parts, what, onBack, onChosen }: WhereProps) {
  const [busy, setBusy] = useState(false)
  const tap = (place: Place | null) => async () => {
    if (busy) return
    setBusy(true)
    await onChosen(place)
    setBusy(false)
  }
  const counters = [...hall.counters.value.values()].sort(
    (a, b) => Number(b.agency === me.agency) - Number(a.agency === me.agency),
  )
  const places = (kind: Place['kind'], list: readonly Named[]) => (
    <ul class={kind === 'counter' ? 'findings-taps findings-taps-small' : 'findings-taps'}>
      {list.map(({ id, name }) => (
        <li key={id}>
          <button type="button" class="findings-tap" disabled={busy} onClick={tap({ kind, id })}>
            {name}
          </button>
        </li>
      ))}
    </ul>
  )
  const mine = counters.filter(({ id }) => own.includes(id))
  const zones = [...hall.zones.value.values()].map(({ id, name }) => ({ id, name: pick(name) }))
  return (
    <Step key="where" title={findingsText('whereTitle')}>
      <p class="findings-chosen">
        <span>{findingsText('chosen', { what })}</span>
        <Button kind="quiet" icon="arrow-left" onPress={onBack}>
          {findingsText('otherWhat')}
        </Button>
      </p>
      <p role="status" class="soft">
        {busy && findingsText('noting')}
      </p>
      {mine.map(({ id, name }) => (
        <button
          key={id}
          type="button"
          class="findings-tap findings-own"
          disabled={busy}
          onClick={tap({ kind: 'counter', id })}
        >
          {findingsText('ownCounter', { name: pick(name) })}
        </button>
      ))}
      <h3>{findingsText('zones')}</h3>
      {places('zone', zones)}
      <h3>{findingsText('parts')}</h3>
      {places('part', parts)}
      <h3>{findingsText('counters')}</h3>
      {places(
        'counter',
        counters.filter(({ id }) => !own.includes(id)).map(({ id, name }) => ({ id, name: pick(name) })),
      )}
      <Button disabled={busy} onPress={tap(null)}>
        {findingsText('noWhere')}
      </Button>
    </Step>
  )
}

interface NotedProps {
  desk: FindingsDesk
  finding: Finding
  onAgain: () => void
}

/** It is noted: everything that follows is optional. */
function NotedNow({ desk, finding, onAgain }: NotedProps) {
  const [words, setWords] = useState('')
  const [said, say] = useState('')
  const [fault, setFault] = useState<string | undefined>()
  async function save(body: object, done: string): Promise<boolean> {
    const outcome = await desk.change(finding.id, body)
    const isDone = 'id' in outcome
    setFault(isDone ? undefined : outcome.detail || outcome.title)
    say(isDone ? done : '')
    return isDone
  }
  const saveWords = async (event: Event) => {
    event.preventDefault()
    if (words.trim() !== '') await save({ what: words.trim() }, findingsText('wordsSaved'))
  }
  return (
    <Step key="noted" title={findingsText('noted', { number: finding.number })}>
      <p class="findings-noted">
        <Icon name="check" />
        <strong>
          {finding.what}
          {finding.where !== '' && ` – ${finding.where}`}
        </strong>
      </p>
      <p class="soft">{findingsText('optional')}</p>
      <AddFile desk={desk} id={finding.id} isPhoto />
      <form class="fields" onSubmit={(event) => void saveWords(event)}>
        <div class="field">
          <label for="noted-words">{findingsText('addWords')}</label>
          <textarea
            id="noted-words"
            rows={2}
            maxLength={2000}
            value={words}
            onInput={({ currentTarget }) => setWords(currentTarget.value)}
          />
        </div>
        <button type="submit" class="button button-plain button-medium" disabled={words.trim() === ''}>
          {findingsText('save')}
        </button>
      </form>
      <p class="done" role="status">
        {said}
      </p>
      <ProblemLine problem={null} text={fault} />
      <div class="findings-ends">
        <Button kind="primary" icon="plus" onPress={onAgain}>
          {findingsText('another')}
        </Button>
        <a class="button button-plain button-medium" href={hrefOf({ at: 'finding', id: finding.id })}>
          {findingsText('open')}
        </a>
        <Button
          kind="quiet"
          onPress={async () => {
            if (await save({ state: 'dropped' }, findingsText('undone'))) go({ at: 'list' })
          }}
        >
          {findingsText('undo')}
        </Button>
      </div>
    </Step>
  )
}
