// The list: filtered by source, state, owner, agency and what is overdue; each line leads to its finding.
import { useSignalEffect } from '@preact/signals'
import { useId, useState } from 'preact/hooks'
import { Button } from '../../screens/components/Button.tsx'
import { formatNumber } from '../../screens/format.ts'
import type { Hall } from '../../screens/hall.ts'
import { language, pick } from '../../screens/i18n.ts'
import { dayWords } from '../parts/hall-day.ts'
import type { Finding, FindingsDesk } from './desk.ts'
import { findingsText } from './texts.ts'
import { filter, type Filter, filterBy, hrefOf, noFilter, queryOf } from './way.ts'

export const sources = ['ministry', 'ombudsman', 'trial', 'visitor', 'staff', 'survey'] as const
export const states = ['open', 'working', 'done', 'dropped'] as const

export function List({ hall, desk }: { hall: Hall; desk: FindingsDesk }) {
  // Whenever it is shown: what was changed in between may no longer pass the filter.
  useSignalEffect(() => {
    void language.value
    void filter.value
    void desk.load()
  })
  const list = desk.list.value
  const isFiltered = queryOf(filter.value).toString() !== ''
  return (
    <section class="part" aria-labelledby="findings-list">
      <div class="findings-head">
        <h2 id="findings-list">
          {list
            ? findingsText(list.total === 1 ? 'countOne' : 'count', { count: formatNumber(list.total) })
            : findingsText('connecting')}
        </h2>
        <Button icon="printer" onPress={() => window.print()}>
          {findingsText('print')}
        </Button>
      </div>
      <FilterFields hall={hall} owners={list ? list.owners : []} />
      {list && list.findings.length === 0 && (
        <p class="findings-none">
          <span>{findingsText(isFiltered ? 'noneFit' : 'none')}</span>
          {isFiltered && (
            <Button kind="quiet" onPress={() => filterBy(noFilter)}>
              {findingsText('allAgain')}
            </Button>
          )}
        </p>
      )}
      {list && list.findings.length > 0 && <Lines findings={list.findings} />}
      {list?.more && <MoreLines desk={desk} />}
    </section>
  )
}

function MoreLines({ desk }: { desk: FindingsDesk }) {
  const [busy, setBusy] = useState(false)
  return (
    <Button
      disabled={busy}
      onPress={async () => {
        setBusy(true)
        await desk.more()
        setBusy(false)
      }}
    >
      {findingsText('more')}
    </Button>
  )
}

/** Findings, one per line; also used for what became of a visit's findings. */
export function Lines({ findings }: { findings: readonly Finding[] }) {
  return (
    <ul class="findings-lines">
      {findings.map((one) => (
        <li key={one.id} class={one.overdue ? 'findings-late' : ''}>
          <a href={hrefOf({ at: 'finding', id: one.id })}>
            <span class="findings-number">{one.number}</span>
            <span class="findings-what">
              <strong>{one.what}</strong>
              {one.where !== '' && <span class="soft">{one.where}</span>}
            </span>
            <span class="findings-marks">
              <State of={one} />
              <span class="soft">{findingsText(`source.${one.source}`)}</span>
              {one.due !== null && one.state !== 'done' && one.state !== 'dropped' && (
                <span class={one.overdue ? 'findings-due' : 'soft'}>
                  {one.overdue && `${findingsText('overdue')} · `}
                  {findingsText('dueOn', { day: dayWords(one.due) })}
                </span>
              )}
              {one.expected !== null && (
                <span class="soft">{findingsText('expectedOn', { day: dayWords(one.expected) })}</span>
              )}
              {one.ownerName !== null && <span class="soft">{one.ownerName}</span>}
              {one.evidence.length > 0 && (
                <span class="soft">
                  {one.evidence.length === 1
                    ? findingsText('fileOne')
                    : findingsText('files', { count: one.evidence.length })}
                </span>
              )}
            </span>
          </a>
        </li>
      ))}
    </ul>
  )
}

export function State({ of }: { of: Pick<Finding, 'state'> }) {
  return <span class={`state findings-${of.state}`}>{findingsText(`state.${of.state}`)}</span>
}

function FilterFields({ hall, owners }: { hall: Hall; owners: readonly string[] }) {
  const now = filter.value
  // On a phone the list comes first.
  const [isWide] = useState(() => window.innerWidth > 640)
  const set = (more: Partial<Filter>) => filterBy({ ...now, ...more })
  const agencies = [...hall.agencies.value.values()].map(({ id, name }) => [id, pick(name)] as const)
  return (
    <details class="findings-acts" open={isWide || queryOf(now).toString() !== ''}>
      <summary>{findingsText('filterTitle')}</summary>
      <div class="findings-filter">
        <Pick
          label={findingsText('source')}
          value={now.source}
          onPick={(source) => set({ source })}
          options={[
            ['', findingsText('all')],
            ...sources.map((one) => [one, findingsText(`source.${one}`)] as const),
          ]}
        />
        <Pick
          label={findingsText('state')}
          value={now.state}
          onPick={(state) => set({ state })}
          options={[
            ['', findingsText('all')],
            ...(['unfinished', ...states] as const).map(
              (one) => [one, findingsText(`state.${one}`)] as const,
            ),
          ]}
        />
        <Pick
          label={findingsText('owner')}
          value={now.owner === null ? '*' : now.owner}
          onPick={(owner) => set({ owner: owner === '*' ? null : owner })}
          options={[
            ['*', findingsText('all')],
            ['', findingsText('unowned')],
            ...owners.map((one) => [one, one] as const),
          ]}
        />
        <Pick
          label={findingsText('agency')}
          value={now.agency}
          onPick={(agency) => set({ agency })}
          options={[['', findingsText('all')], ...agencies]}
        />
        <Tick
          label={findingsText('onlyOverdue')}
          checked={now.overdue}
          onTick={(overdue) => set({ overdue })}
        />
        <Tick
          label={findingsText('onlyFacility')}
          checked={now.facility}
          onTick={(facility) => set({ facility })}
        />
      </div>
    </details>
  )
}

interface PickProps {
  label: string
  value: string
  options: readonly (readonly [string, string])[]
  onPick: (value: string) => void
}

/** A choice in a list. If the current one does not exist (an old link) it is shown as written. */
export function Pick({ label, value, options, onPick }: PickProps) {
  const id = useId()
  const isThere = options.some(([one]) => one === value)
  return (
    <div class="findings-pick field">
      <label for={id}>{label}</label>
      <select id={id} value={value} onChange={({ currentTarget }) => onPick(currentTarget.value)}>
        {!isThere && <option value={value}>{value}</option>}
        {options.map(([one, words]) => (
          <option key={one} value={one}>
            {words}
          </option>
        ))}
      </select>
    </div>
  )
}

function Tick({
  label,
  checked,
  onTick,
}: {
  label: string
  checked: boolean
  onTick: (is: boolean) => void
}) {
  return (
    <label class="tick">
      <input
        type="checkbox"
        checked={checked}
        onChange={({ currentTarget }) => onTick(currentTarget.checked)}
      />
      <span>{label}</span>
    </label>
  )
}
