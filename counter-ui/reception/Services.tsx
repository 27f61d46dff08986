// Choosing one or several services by typing: Enter adds the first that matches, the arrow goes down into the list.
import { useState } from 'preact/hooks'
import type { HallService } from '../../server/live/hall-answer.ts'
import { pick } from '../../screens/i18n.ts'
import { Icon } from '../../screens/icons.tsx'
import { searchServices } from '../desk/search.ts'
import { serviceName } from '../parts/names.ts'
import type { Desk } from './desk.ts'
import { type LiveService, MOST_SERVICES, toggled, whyNot } from './issue.ts'
import { r } from './texts/index.ts'

interface ServicesProps {
  desk: Desk
  chosen: readonly string[]
  onChange: (chosen: readonly string[]) => void
}

export function Services({ desk, chosen, onChange }: ServicesProps) {
  const { hall, kiosk } = desk
  const [words, setWords] = useState('')
  const found = searchServices([...hall.services.value.values()], hall.agencies.value, words)
  const live = new Map(
    (kiosk.view.value ? kiosk.view.value.services : []).map((one) => [one.id, one] as const),
  )
  const isFull = chosen.length >= MOST_SERVICES

  function keyInField(event: KeyboardEvent): void {
    if (event.key === 'ArrowDown') {
      event.preventDefault()
      document.querySelector<HTMLElement>('.pick input:not(:disabled)')?.focus()
    }
    if (event.key !== 'Enter' || words.trim() === '') return
    event.preventDefault()
    const first = found.find((one) => whyNot(one, live.get(one.id)) === null && !chosen.includes(one.id))
    if (!first) return
    onChange(toggled(chosen, first.id))
    setWords('')
  }

  return (
    <>
      <div class="field">
        <label for="issue-search">{r('search')}</label>
        <input
          id="issue-search"
          type="search"
          autoComplete="off"
          value={words}
          onInput={(event) => setWords(event.currentTarget.value)}
          onKeyDown={keyInField}
        />
        <p class="soft">{r(isFull ? 'mostServices' : 'searchHelp')}</p>
      </div>
      {chosen.length > 0 && (
        <ol class="chosen" aria-label={r('chosen')}>
          {chosen.map((id) => (
            <li key={id}>
              <button
                type="button"
                class="chosen-one"
                aria-label={r('remove', { service: serviceName(hall, id) })}
                onClick={() => onChange(toggled(chosen, id))}
              >
                <span>{serviceName(hall, id)}</span>
                <Icon name="close" />
              </button>
            </li>
          ))}
        </ol>
      )}
      <fieldset class="pick">
        <legend class="visually-hidden">{r('services')}</legend>
        {found.length === 0 && <p class="soft">{r('noneFound')}</p>}
        {found.map((service) => (
          <Service
            key={service.id}
            agency={hall.agencies.value.get(service.agency)?.short ?? ''}
            service={service}
            live={live.get(service.id)}
            isChosen={chosen.includes(service.id)}
            isFull={isFull}
            onToggle={() => onChange(toggled(chosen, service.id))}
          />
        ))}
      </fieldset>
    </>
  )
}

interface ServiceProps {
  agency: string
  service: HallService
  live: LiveService | undefined
  isChosen: boolean
  isFull: boolean
  onToggle: () => void
}

function Service({ agency, service, live, isChosen, isFull, onToggle }: ServiceProps) {
  const why = whyNot(service, live)
  const disabled = !isChosen && (why !== null || isFull)
  return (
    <label class={disabled ? 'pick-one pick-not' : 'pick-one'}>
      <input type="checkbox" checked={isChosen} disabled={disabled} onChange={onToggle} />
      <span class="pick-words">
        <span>{pick(service.name)}</span>
        <span class="soft">{agency}</span>
      </span>
      <span class="soft figures">{why ?? (live && r('waiting', { count: live.waiting }))}</span>
    </label>
  )
}
