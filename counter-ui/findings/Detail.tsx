// One finding: what it is, who sees to it, its evidence, what was said and done about it. The manager steers it here.
import { useSignalEffect } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { Button } from '../../screens/components/Button.tsx'
import { formatDay, formatTime } from '../../screens/format.ts'
import type { Hall } from '../../screens/hall.ts'
import { isKey, language, pick } from '../../screens/i18n.ts'
import { ProblemLine } from '../parts/ProblemLine.tsx'
import { dayWords } from '../parts/hall-day.ts'
import type { Finding, FindingsDesk } from './desk.ts'
import { EvidenceList } from './Evidence.tsx'
import { State } from './List.tsx'
import { Steer } from './Steer.tsx'
import { findingsText, id as texts } from './texts.ts'
import { hrefOf } from './way.ts'

interface Props {
  id: string
  hall: Hall
  desk: FindingsDesk
  isManager: boolean
}

export function Detail({ id, hall, desk, isManager }: Props) {
  useSignalEffect(() => {
    void language.value
    void desk.openOne(id)
  })
  const finding = desk.open.value
  const back = (
    <p class="findings-back">
      <a href={hrefOf({ at: 'list' })}>{findingsText('backToList')}</a>
    </p>
  )
  if (finding === undefined)
    return (
      <section class="part">
        {back}
        <p role="status">{findingsText('noSuch')}</p>
      </section>
    )
  if (finding === null || finding.id !== id) return <p role="status">{findingsText('connecting')}</p>
  return (
    <article class="part" aria-labelledby="finding-what">
      {back}
      <div class="findings-head">
        <div>
          <p class="soft">{findingsText('number', { number: finding.number })}</p>
          <h2 id="finding-what">{finding.what}</h2>
        </div>
        <Button icon="printer" onPress={() => window.print()}>
          {findingsText('print')}
        </Button>
      </div>
      <Facts finding={finding} hall={hall} />
      <section class="findings-section" aria-labelledby="finding-evidence">
        <h3 id="finding-evidence">{findingsText('evidence')}</h3>
        <EvidenceList desk={desk} finding={finding} mayRemove={isManager || finding.mine} />
      </section>
      {isManager && <Steer key={id} hall={hall} desk={desk} finding={finding} />}
      <section class="findings-section" aria-labelledby="finding-history">
        <h3 id="finding-history">{findingsText('history')}</h3>
        <History finding={finding} />
        <Remark desk={desk} id={id} />
      </section>
    </article>
  )
}

function Facts({ finding, hall }: { finding: Finding; hall: Hall }) {
  const day = (text: string | null) => text && dayWords(text)
  const agency = finding.agency === null ? undefined : hall.agencies.value.get(finding.agency)
  const service = finding.service === null ? undefined : hall.services.value.get(finding.service)
  const late = finding.overdue ? ` · ${findingsText('overdue')}` : ''
  const owner = finding.ownerName ?? findingsText('nobody')
  return (
    <dl class="findings-facts">
      <Fact name={findingsText('state')}>
        <State of={finding} /> {findingsText('stateSince', { day: dayWords(finding.stateSince) })}
      </Fact>
      <Fact name={findingsText('where')}>
        {finding.where}
        {finding.place?.gone && <span class="soft"> {findingsText('placeGone')}</span>}
      </Fact>
      <Fact name={findingsText('owner')}>
        {owner}
        {finding.ownerGone && <span class="findings-due"> {findingsText('ownerGone')}</span>}
      </Fact>
      <Fact name={findingsText('due')} isLate={finding.overdue}>
        {finding.due && `${day(finding.due)}${late}`}
      </Fact>
      <Fact name={findingsText('expected')}>{day(finding.expected)}</Fact>
      <Fact name={findingsText('done')}>{finding.done}</Fact>
      <Fact name={findingsText('source')}>{findingsText(`source.${finding.source}`)}</Fact>
      <Fact name={findingsText('visitedOn')}>{day(finding.visitedOn)}</Fact>
      <Fact name={findingsText('agency')}>{agency ? pick(agency.name) : finding.agency}</Fact>
      <Fact name={findingsText('service')}>{service ? pick(service.name) : finding.service}</Fact>
      <Fact name={findingsText('element')}>{finding.element}</Fact>
      <Fact name={findingsText('complaint')}>{finding.complaint}</Fact>
      <Fact name={findingsText('notedOn')}>
        {findingsText('notedByOn', { day: dayWords(finding.notedOn), who: whoIs(finding.notedBy) })}
      </Fact>
    </dl>
  )
}

interface FactProps {
  name: string
  isLate?: boolean
  children: ComponentChildren
}

/** Left out if there is nothing to say. */
function Fact({ name, isLate = false, children }: FactProps) {
  const isEmpty = children === null || children === ''
  if (isEmpty || (Array.isArray(children) && children[0] === '' && !children[1])) return null
  return (
    <div class={isLate ? 'findings-late' : ''}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

/** By name, or by what the account was. */
function whoIs({ name, role }: Finding['notedBy']): string {
  const what = findingsText(`role.${role}`)
  return name === null ? what : findingsText('whoIs', { name, role: what })
}

function History({ finding }: { finding: Finding }) {
  return (
    <ol class="findings-history">
      {[...finding.history].reverse().map((one) => (
        <li key={one.version}>
          <p class="soft">
            {formatDay(one.at)} {formatTime(one.at)}
          </p>
          <p>
            <strong>{whoIs(one.by)}</strong> {findingsText(`what.${one.what}`)}
            {one.note !== null && `: ${one.note}`}
          </p>
          {one.fields.length > 0 && (
            <ul>
              {one.fields.map(({ field, before, after }) => (
                <li key={field}>
                  {findingsText('fieldChange', {
                    field: fieldWords(field),
                    before: valueWords(field, before),
                    after: valueWords(field, after),
                  })}
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ol>
  )
}

function fieldWords(field: string): string {
  const key = `field.${field}` as const
  return isKey(texts, key) ? findingsText(key) : field
}

/** A field's value as it was stored. */
function valueWords(field: string, value: unknown): string {
  if (value === null || value === '') return findingsText('nothing')
  if (typeof value === 'object' && 'name' in value) return String(value.name)
  const text = String(value)
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return dayWords(text)
  const key = `${field}.${text}` as const
  return isKey(texts, key) ? findingsText(key as 'state.open') : text
}

function Remark({ desk, id }: { desk: FindingsDesk; id: string }) {
  const [text, setText] = useState('')
  const [fault, setFault] = useState<string | undefined>()
  const [busy, setBusy] = useState(false)
  async function send(event: Event): Promise<void> {
    event.preventDefault()
    if (busy || text.trim() === '') return
    setBusy(true)
    const outcome = await desk.remark(id, text.trim())
    setBusy(false)
    if ('id' in outcome) setText('')
    setFault('id' in outcome ? undefined : outcome.detail || outcome.title)
  }
  return (
    <form class="fields findings-acts" onSubmit={(event) => void send(event)}>
      <div class="field">
        <label for="finding-remark">{findingsText('remark')}</label>
        <textarea
          id="finding-remark"
          rows={2}
          maxLength={1000}
          value={text}
          onInput={({ currentTarget }) => setText(currentTarget.value)}
        />
      </div>
      <ProblemLine problem={null} text={fault} />
      <button type="submit" class="button button-plain button-medium" disabled={busy || text.trim() === ''}>
        {findingsText('remarkSend')}
      </button>
    </form>
  )
}
