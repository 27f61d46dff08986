// What the manager changes about a finding. Only touched fields are sent, with the version that was seen: what
// somebody else changes meanwhile is merged, and where both changed the same field, the newest value is shown and
// nothing typed is lost.
import { useEffect, useState } from 'preact/hooks'
import { fetchJson } from '../../screens/command.ts'
import type { Hall } from '../../screens/hall.ts'
import { pick } from '../../screens/i18n.ts'
import { ProblemLine } from '../parts/ProblemLine.tsx'
import type { Finding, FindingsDesk } from './desk.ts'
import { Pick, sources, states } from './List.tsx'
import { findingsText } from './texts.ts'

interface Props {
  hall: Hall
  desk: FindingsDesk
  finding: Finding
}

type Touched = Partial<
  Record<
    'what' | 'where' | 'source' | 'state' | 'owner' | 'due' | 'expected' | 'done' | 'agency' | 'visitedOn',
    string
  >
>
/** These are removed if empty; the others are words, which may be empty. */
const NULLABLE: readonly string[] = ['owner', 'due', 'expected', 'done', 'agency', 'visitedOn']

export function Steer({ hall, desk, finding }: Props) {
  const [touched, setTouched] = useState<Touched>({})
  const [said, say] = useState('')
  const [fault, setFault] = useState<string | undefined>()
  const [busy, setBusy] = useState(false)
  const people = usePeople()
  const is: Required<Touched> = {
    what: finding.words,
    where: finding.whereWords,
    source: finding.source,
    state: finding.state,
    owner: finding.owner ?? '',
    due: finding.due ?? '',
    expected: finding.expected ?? '',
    done: finding.done ?? '',
    agency: finding.agency ?? '',
    visitedOn: finding.visitedOn ?? '',
    ...touched,
  }
  const touch = (name: keyof Touched) => (value: string) => {
    setTouched({ ...touched, [name]: value })
    say('')
  }

  async function save(event: Event): Promise<void> {
    event.preventDefault()
    if (busy || Object.keys(touched).length === 0) return
    setBusy(true)
    const body = Object.fromEntries(
      Object.entries(touched).map(([name, value]) => [
        name,
        value.trim() === '' && NULLABLE.includes(name) ? null : value.trim(),
      ]),
    )
    const outcome = await desk.change(finding.id, { ...body, seen: finding.version })
    setBusy(false)
    if ('id' in outcome) {
      setTouched({})
      setFault(undefined)
      say(findingsText('saved'))
    } else {
      setFault(outcome.detail || outcome.title)
      // What was typed stays, beside the current value.
      if (outcome.code === 'finding-changed') void desk.openOne(finding.id)
    }
  }

  const text = (name: 'what' | 'where' | 'done', rows: number) => (
    <div class="field findings-wide">
      <label for={`steer-${name}`}>{findingsText(name)}</label>
      <textarea
        id={`steer-${name}`}
        rows={rows}
        maxLength={name === 'where' ? 300 : 2000}
        value={is[name]}
        onInput={({ currentTarget }) => touch(name)(currentTarget.value)}
      />
    </div>
  )
  const day = (name: 'due' | 'expected' | 'visitedOn') => (
    <div class="field">
      <label for={`steer-${name}`}>{findingsText(name)}</label>
      <input
        id={`steer-${name}`}
        type="date"
        value={is[name]}
        onInput={({ currentTarget }) => touch(name)(currentTarget.value)}
      />
    </div>
  )
  const agencies = [...hall.agencies.value.values()].map(({ id, name }) => [id, pick(name)] as const)
  return (
    <form
      class="findings-steer findings-acts"
      aria-labelledby="finding-steer"
      onSubmit={(event) => void save(event)}
    >
      <h3 id="finding-steer">{findingsText('steer')}</h3>
      <div class="findings-fields">
        <Pick
          label={findingsText('state')}
          value={is.state}
          onPick={touch('state')}
          options={states.map((one) => [one, findingsText(`state.${one}`)] as const)}
        />
        <Pick
          label={findingsText('source')}
          value={is.source}
          onPick={touch('source')}
          options={sources.map((one) => [one, findingsText(`source.${one}`)] as const)}
        />
        <div class="field">
          <label for="steer-owner">{findingsText('owner')}</label>
          <input
            id="steer-owner"
            list="steer-owners"
            maxLength={100}
            autoComplete="off"
            value={is.owner}
            aria-describedby="steer-owner-hint"
            onInput={({ currentTarget }) => touch('owner')(currentTarget.value)}
          />
          <datalist id="steer-owners">
            {people.map(({ username, name }) => (
              <option key={username} value={username}>
                {name}
              </option>
            ))}
          </datalist>
          <p class="soft" id="steer-owner-hint">
            {findingsText('ownerHint')}
          </p>
        </div>
        <Pick
          label={findingsText('agency')}
          value={is.agency}
          onPick={touch('agency')}
          options={[['', '–'], ...agencies]}
        />
        {day('due')}
        {day('expected')}
        {day('visitedOn')}
        {text('done', 2)}
        {text('what', 2)}
        {text('where', 1)}
      </div>
      <p class="done" role="status">
        {said}
      </p>
      <ProblemLine problem={null} text={fault} />
      <button
        type="submit"
        class="button button-primary button-medium"
        disabled={busy || Object.keys(touched).length === 0}
      >
        {findingsText('save')}
      </button>
    </form>
  )
}

/** The people a finding can be assigned to; empty until the server says. */
function usePeople(): { username: string; name: string }[] {
  const [people, setPeople] = useState<{ username: string; name: string; disabled?: boolean }[]>([])
  useEffect(
    () =>
      void fetchJson<{ staff: typeof people }>('/api/staff').then((outcome) => {
        if (outcome.ok) setPeople(outcome.data.staff)
      }),
    [],
  )
  return people.filter(({ disabled }) => disabled !== true)
}
