// Noting one in one's own words; here the manager says if evaluators found it, and on which visit.
import { useEffect, useState } from 'preact/hooks'
import type { Hall } from '../../screens/hall.ts'
import { pick } from '../../screens/i18n.ts'
import { dayWords } from '../parts/hall-day.ts'
import type { FindingsDesk, Place } from './desk.ts'
import { Pick, sources } from './List.tsx'
import { findingsText } from './texts.ts'
import { go, hrefOf } from './way.ts'

interface Props {
  hall: Hall
  desk: FindingsDesk
  isManager: boolean
  /** The visit that raised it. */
  visit: string | null
}

export function Write({ hall, desk, isManager, visit }: Props) {
  const [what, setWhat] = useState('')
  const [where, setWhere] = useState('')
  const [place, setPlace] = useState('')
  const [source, setSource] = useState('')
  const [chosen, choose] = useState(visit ?? '')
  const [busy, setBusy] = useState(false)
  useEffect(() => {
    if (isManager) void desk.loadVisits()
  }, [isManager, desk])
  const visits = desk.visits.value ?? []
  const left = visits.find(({ id }) => id === chosen)
  const form = desk.form.value

  async function send(event: Event): Promise<void> {
    event.preventDefault()
    if (busy || what.trim() === '') return
    setBusy(true)
    const made = await desk.note({
      what: what.trim(),
      ...(where.trim() !== '' && { where: where.trim() }),
      ...(place !== '' && { place: placeOf(place) }),
      ...(left ? { source: left.source, visitedOn: left.day } : source !== '' && { source }),
    })
    setBusy(false)
    if (made) go({ at: 'finding', id: made.id })
  }

  const named = (kind: Place['kind'], list: readonly { id: string; name: string }[]) =>
    list.map(({ id, name }) => [`${kind}/${id}`, name] as const)
  const places = [
    ['', findingsText('noWhere')] as const,
    ...named(
      'zone',
      [...hall.zones.value.values()].map(({ id, name }) => ({ id, name: pick(name) })),
    ),
    ...named('part', form ? form.parts : []),
    ...named(
      'counter',
      [...hall.counters.value.values()].map(({ id, name }) => ({ id, name: pick(name) })),
    ),
  ]
  const offered = isManager ? sources : (['trial', 'staff', 'visitor'] as const)
  return (
    <form class="part" aria-labelledby="write-title" onSubmit={(event) => void send(event)}>
      <p class="findings-back">
        <a href={hrefOf({ at: 'list' })}>{findingsText('backToList')}</a>
      </p>
      <h2 id="write-title">{findingsText('formTitle')}</h2>
      <div class="findings-fields">
        <div class="field findings-wide">
          <label for="write-what">{findingsText('what')}</label>
          <textarea
            id="write-what"
            rows={3}
            maxLength={2000}
            required
            value={what}
            onInput={({ currentTarget }) => setWhat(currentTarget.value)}
          />
        </div>
        <Pick label={findingsText('place')} value={place} onPick={setPlace} options={places} />
        <div class="field">
          <label for="write-where">{findingsText('where')}</label>
          <input
            id="write-where"
            maxLength={300}
            autoComplete="off"
            value={where}
            aria-describedby="write-where-hint"
            onInput={({ currentTarget }) => setWhere(currentTarget.value)}
          />
          <p class="soft" id="write-where-hint">
            {findingsText('whereHint')}
          </p>
        </div>
        {isManager && (
          <Pick
            label={findingsText('visitedOn')}
            value={chosen}
            onPick={choose}
            options={[
              ['', '–'],
              ...visits.map(({ id, day, who }) => [id, `${dayWords(day)} · ${who}`] as const),
            ]}
          />
        )}
        {!left && (
          <Pick
            label={findingsText('source')}
            value={source}
            onPick={setSource}
            options={[['', '–'], ...offered.map((one) => [one, findingsText(`source.${one}`)] as const)]}
          />
        )}
      </div>
      <button type="submit" class="button button-primary button-large" disabled={busy || what.trim() === ''}>
        {findingsText('note')}
      </button>
    </form>
  )
}

function placeOf(chosen: string): Place {
  const at = chosen.indexOf('/')
  const kind = (['zone', 'counter', 'part'] as const).find((one) => one === chosen.slice(0, at)) ?? 'part'
  return { kind, id: chosen.slice(at + 1) }
}
