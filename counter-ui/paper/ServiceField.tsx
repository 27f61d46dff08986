// The service of a slip, by a few of its letters: a field with a list below it; arrows choose, Enter takes the first
// and goes on.
import { useEffect, useRef, useState } from 'preact/hooks'
import { pick } from '../../screens/i18n.ts'
import type { PaperDay } from '../../server/http/commands/paper-shapes.ts'
import { emergencyText } from './texts.ts'
import { matching } from './row.ts'

type Service = PaperDay['services'][number]

interface ServiceFieldProps {
  id: string
  day: PaperDay
  words: string
  fault: string | undefined
  onType: (words: string) => void
  onChoose: (service: Service) => void
  onLeave: () => void
}

/** This many are shown: with more, people type on. */
const MOST = 8

export function ServiceField({ id, day, words, fault, onType, onChoose, onLeave }: ServiceFieldProps) {
  const [isOpen, open] = useState(false)
  const [at, move] = useState(0)
  const agencies = new Map(day.agencies.map((one) => [one.id, one]))
  const nameOf = (one: Service) => pick(one.name)
  const agencyOf = ({ agency }: Service) => agencies.get(agency)
  const found =
    words.trim() === ''
      ? []
      : matching(
          day.services,
          (one) => {
            const agency = agencyOf(one)
            return [...Object.values(one.name), agency ? `${agency.short} ${pick(agency.name)}` : ''].join(
              ' ',
            )
          },
          words,
        ).slice(0, MOST)
  // The row may be at the lower edge of the screen.
  const list = useRef<HTMLDivElement>(null)
  const isSeen = isOpen && words.trim() !== ''
  useEffect(() => {
    if (isSeen) list.current?.scrollIntoView({ block: 'nearest' })
  }, [isSeen, found.length])
  const active = isOpen ? found[Math.min(at, found.length - 1)] : undefined

  function choose(service: Service): void {
    onChoose(service)
    open(false)
  }

  function onKey(event: KeyboardEvent): void {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      open(true)
      if (found.length > 0)
        move(
          (Math.min(at, found.length - 1) + (event.key === 'ArrowDown' ? 1 : -1) + found.length) %
            found.length,
        )
    }
    if (event.key === 'Escape' && isOpen) {
      event.stopPropagation()
      open(false)
    }
    // The row goes on to the next field.
    if (event.key === 'Enter' && active) choose(active)
  }

  return (
    <div class="field paper-cell paper-service">
      <label for={id}>{emergencyText('service')}</label>
      <input
        id={id}
        data-cell="service"
        type="text"
        role="combobox"
        aria-expanded={isOpen && found.length > 0}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={active && `${id}-${active.id}`}
        aria-invalid={fault !== undefined || undefined}
        aria-describedby={fault ? `${id}-fault` : `${id}-hint`}
        autoComplete="off"
        spellcheck={false}
        value={words}
        onInput={({ currentTarget }) => {
          open(true)
          move(0)
          onType(currentTarget.value)
        }}
        onKeyDown={onKey}
        onBlur={() => {
          open(false)
          onLeave()
        }}
      />
      <p class="visually-hidden" id={`${id}-hint`}>
        {emergencyText('serviceHint')}
      </p>
      <p class="paper-fault" id={`${id}-fault`} role="alert">
        {fault}
      </p>
      <div
        ref={list}
        class={isSeen ? 'paper-found' : 'paper-found paper-closed'}
        id={`${id}-list`}
        role="listbox"
        aria-label={emergencyText('servicesFound')}
      >
        {found.map((one) => (
          <div
            key={one.id}
            id={`${id}-${one.id}`}
            role="option"
            aria-selected={one === active}
            // Before the field loses the focus.
            onPointerDown={(event) => {
              event.preventDefault()
              choose(one)
            }}
          >
            {nameOf(one)} <span class="soft">{agencyOf(one)?.short}</span>
          </div>
        ))}
        {found.length === 0 && (
          <div role="option" aria-selected={false} aria-disabled class="soft">
            {emergencyText('noService')}
          </div>
        )}
      </div>
    </div>
  )
}
