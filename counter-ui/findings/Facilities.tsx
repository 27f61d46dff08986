// The facilities: what is there, what is missing and when it should come. The manager sets this; for others it is a
// list.
import { useEffect, useState } from 'preact/hooks'
import { Button } from '../../screens/components/Button.tsx'
import { language } from '../../screens/i18n.ts'
import { dayWords } from '../parts/hall-day.ts'
import type { Facility, FindingsDesk } from './desk.ts'
import { findingsText } from './texts.ts'
import { hrefOf } from './way.ts'

const standings = ['unknown', 'there', 'lacking', 'not-needed'] as const

export function Facilities({ desk, isManager }: { desk: FindingsDesk; isManager: boolean }) {
  useEffect(() => void desk.loadFacilities(), [desk])
  const all = desk.facilities.value
  if (!all) return <p role="status">{findingsText('connecting')}</p>
  return (
    <section class="part" aria-labelledby="facilities-title">
      <div class="findings-head">
        <h2 id="facilities-title">{findingsText('way.facilities')}</h2>
        <Button icon="printer" onPress={() => window.print()}>
          {findingsText('print')}
        </Button>
      </div>
      <p class="soft">{findingsText('facilitiesLead')}</p>
      {([true, false] as const).map((vulnerable) => (
        <section key={String(vulnerable)} class="findings-section">
          <h3>{findingsText(vulnerable ? 'vulnerable' : 'general')}</h3>
          <ul class="findings-facilities">
            {all
              .filter((one) => one.vulnerable === vulnerable)
              .map((one) => (
                <Line key={one.id} facility={one} desk={desk} isManager={isManager} />
              ))}
          </ul>
        </section>
      ))}
      {isManager && <Another desk={desk} />}
    </section>
  )
}

function Line({ facility, desk, isManager }: { facility: Facility; desk: FindingsDesk; isManager: boolean }) {
  const [busy, setBusy] = useState(false)
  const name = language.value === 'en' ? facility.name.en : facility.name.id
  const set = async (body: object) => {
    setBusy(true)
    await desk.setFacility(facility.id, body)
    setBusy(false)
  }
  return (
    <li class={`facility-${facility.state}`}>
      <span class="facility-name">{name}</span>
      {isManager ? (
        <select
          class="facility-state"
          aria-label={findingsText('facilityState', { name })}
          value={facility.state}
          disabled={busy}
          onChange={({ currentTarget }) => void set({ state: currentTarget.value })}
        >
          {standings.map((one) => (
            <option key={one} value={one}>
              {findingsText(`facility.${one}`)}
            </option>
          ))}
        </select>
      ) : (
        <span class="state">{findingsText(`facility.${facility.state}`)}</span>
      )}
      {facility.state === 'lacking' && isManager && (
        <input
          type="date"
          aria-label={findingsText('facilityExpected', { name })}
          value={facility.expected ?? ''}
          disabled={busy}
          onChange={({ currentTarget }) =>
            void set({ expected: currentTarget.value === '' ? null : currentTarget.value })
          }
        />
      )}
      {facility.state === 'lacking' && !isManager && facility.expected !== null && (
        <span class="soft">{findingsText('expectedOn', { day: dayWords(facility.expected) })}</span>
      )}
      {facility.finding !== null && (
        <a
          href={hrefOf({ at: 'finding', id: facility.finding })}
          aria-label={`${findingsText('toFinding')}: ${name}`}
        >
          {findingsText('toFinding')}
        </a>
      )}
    </li>
  )
}

function Another({ desk }: { desk: FindingsDesk }) {
  const [name, setName] = useState('')
  const send = async (event: Event) => {
    event.preventDefault()
    if (name.trim() !== '' && (await desk.addFacility(name.trim()))) setName('')
  }
  return (
    <form
      class="find findings-acts"
      aria-label={findingsText('addFacility')}
      onSubmit={(event) => void send(event)}
    >
      <div class="field">
        <label for="facility-name">{findingsText('facilityName')}</label>
        <input
          id="facility-name"
          maxLength={80}
          autoComplete="off"
          value={name}
          onInput={({ currentTarget }) => setName(currentTarget.value)}
        />
      </div>
      <button type="submit" class="button button-plain button-medium" disabled={name.trim() === ''}>
        {findingsText('add')}
      </button>
    </form>
  )
}
