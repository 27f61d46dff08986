// Who came to evaluate, and what has become of things since.
import { useSignalEffect } from '@preact/signals'
import { useEffect, useState } from 'preact/hooks'
import { Button } from '../../screens/components/Button.tsx'
import { formatNumber } from '../../screens/format.ts'
import { language } from '../../screens/i18n.ts'
import { dayWords } from '../parts/hall-day.ts'
import type { FindingsDesk } from './desk.ts'
import { Lines, Pick, sources } from './List.tsx'
import { findingsText } from './texts.ts'
import { hrefOf } from './way.ts'

export function Visits({ desk, isManager }: { desk: FindingsDesk; isManager: boolean }) {
  useEffect(() => void desk.loadVisits(), [desk])
  const visits = desk.visits.value
  if (!visits) return <p role="status">{findingsText('connecting')}</p>
  return (
    <section class="part" aria-labelledby="visits-title">
      <h2 id="visits-title">{findingsText('way.visits')}</h2>
      <p class="soft">{findingsText('visitsLead')}</p>
      {visits.length === 0 && <p>{findingsText('noVisits')}</p>}
      <ul class="findings-visits">
        {visits.map(({ id, day, source, who, findings, unfinished }) => (
          <li key={id}>
            <span class="findings-what">
              <strong>
                {dayWords(day)} · {who}
              </strong>
              <span class="soft">
                {findingsText(`source.${source}`)} ·{' '}
                {findingsText('visitLeft', {
                  count: formatNumber(findings),
                  unfinished: formatNumber(unfinished),
                })}
              </span>
            </span>
            <a
              href={hrefOf({ at: 'since', id })}
              aria-label={`${findingsText('since')}: ${dayWords(day)}, ${who}`}
            >
              {findingsText('since')}
            </a>
            {isManager && (
              <a
                href={hrefOf({ at: 'write', visit: id })}
                aria-label={`${findingsText('noteHere')}: ${dayWords(day)}, ${who}`}
              >
                {findingsText('noteHere')}
              </a>
            )}
          </li>
        ))}
      </ul>
      {isManager && <AddVisit desk={desk} />}
    </section>
  )
}

function AddVisit({ desk }: { desk: FindingsDesk }) {
  const [day, setDay] = useState('')
  const [who, setWho] = useState('')
  const [source, setSource] = useState<string>('ministry')
  const send = async (event: Event) => {
    event.preventDefault()
    if (day === '' || who.trim() === '') return
    if (await desk.addVisit({ day, who: who.trim(), source })) setWho('')
  }
  return (
    <form class="findings-acts" aria-labelledby="add-visit" onSubmit={(event) => void send(event)}>
      <h3 id="add-visit">{findingsText('addVisit')}</h3>
      <div class="findings-fields">
        <div class="field">
          <label for="visit-day">{findingsText('visitDay')}</label>
          <input
            id="visit-day"
            type="date"
            required
            value={day}
            onInput={({ currentTarget }) => setDay(currentTarget.value)}
          />
        </div>
        <Pick
          label={findingsText('visitSource')}
          value={source}
          onPick={setSource}
          options={sources.slice(0, 3).map((one) => [one, findingsText(`source.${one}`)] as const)}
        />
        <div class="field">
          <label for="visit-who">{findingsText('visitWho')}</label>
          <input
            id="visit-who"
            maxLength={200}
            required
            autoComplete="off"
            value={who}
            onInput={({ currentTarget }) => setWho(currentTarget.value)}
          />
        </div>
      </div>
      <button
        type="submit"
        class="button button-primary button-medium"
        disabled={day === '' || who.trim() === ''}
      >
        {findingsText('addVisit')}
      </button>
    </form>
  )
}

const kinds = ['left', 'open', 'done', 'noted', 'dropped'] as const

/** What has become of things since one of these visits. */
export function SinceVisit({ id, desk, isManager }: { id: string; desk: FindingsDesk; isManager: boolean }) {
  useSignalEffect(() => {
    void language.value
    void desk.openSince(id)
  })
  const since = desk.since.value
  const back = (
    <p class="findings-back">
      <a href={hrefOf({ at: 'visits' })}>{findingsText('back')}</a>
    </p>
  )
  if (since === undefined)
    return (
      <section class="part">
        {back}
        <p role="status">{findingsText('noVisits')}</p>
      </section>
    )
  if (!since) return <p role="status">{findingsText('connecting')}</p>
  const { day, who } = since.visit
  return (
    <section class="part" aria-labelledby="since-title">
      {back}
      <div class="findings-head">
        <h2 id="since-title">{findingsText('sinceTitle', { who, day: dayWords(day) })}</h2>
        <Button icon="printer" onPress={() => window.print()}>
          {findingsText('print')}
        </Button>
      </div>
      {isManager && (
        <p class="findings-acts">
          <a href={hrefOf({ at: 'write', visit: since.visit.id })}>{findingsText('noteHere')}</a>
        </p>
      )}
      {kinds.map((kind) => (
        <section key={kind} class="findings-section">
          <h3>
            {findingsText(`since.${kind}`)} <span class="soft">{formatNumber(since[kind].length)}</span>
          </h3>
          {since[kind].length === 0 ? (
            <p class="soft">{findingsText('sinceNone')}</p>
          ) : (
            <Lines findings={since[kind]} />
          )}
        </section>
      ))}
    </section>
  )
}
