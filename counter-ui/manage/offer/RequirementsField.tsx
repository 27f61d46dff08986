// What a service asks visitors to bring: papers that others require too, or new ones; each confirmed by the agency or
// not.
import { useMemo, useRef, useState } from 'preact/hooks'
import type { Plan, Requirement, Text } from '../../../server/hall/plan.ts'
import { Button } from '../../../screens/components/Button.tsx'
import { pick } from '../../../screens/i18n.ts'
import { draft } from '../draft/draft.ts'
import { Faults, languageName, planLanguages } from '../form/fields.tsx'
import { formText } from '../form/texts.ts'
import type { FieldOf } from '../form/use-fields.ts'
import { confirmed, newPaper, type Paper, papersOf } from '../papers/papers.ts'
import { fold } from '../shell/find.ts'
import { pathTo } from '../shell/way.ts'
import { factsOf } from './facts.ts'
import { RowButton } from '../form/ThingRow.tsx'
import { offerText } from './texts.ts'
import './offer.css'

const MOST = 8

export function RequirementsField({ id, label, value, faults, onChange }: FieldOf<Requirement[]>) {
  const plan = draft.plan.value
  if (!plan) return null
  const faultsOf = (nth: number) =>
    faults.filter(({ sub }) => sub.startsWith(`[${nth}]`)).map(({ words }) => words)
  const whole = faults.filter(({ sub }) => !/^\[\d+\]/.test(sub)).map(({ words }) => words)
  const change = (nth: number, next: Requirement) =>
    onChange(value.map((one, place) => (place === nth ? next : one)))
  const move = (nth: number, by: number) => {
    const one = value[nth]
    const to = nth + by
    if (!one || to < 0 || to >= value.length) return
    const others = value.filter((_, place) => place !== nth)
    onChange([...others.slice(0, to), one, ...others.slice(to)])
  }
  const open = value.filter((one) => one.confirmed === false).length
  return (
    <fieldset class="many" id={id} tabIndex={-1} aria-describedby={`${id}-faults`}>
      <legend>{label}</legend>
      <p class="soft">
        {offerText('papersHint')} <a href={pathTo('papers')}>{offerText('papersLink')}</a>.
      </p>
      <Faults id={id} list={whole} />
      {value.length === 0 && <p class="soft">{offerText('paperNone')}</p>}
      <ol class="picked picked-ordered">
        {value.map((one, nth) => {
          const name = pick(one.name) || formText('noName')
          return (
            <li key={one.id}>
              <span class="picked-name">
                {name} <span class="soft">{issuerWords(one, plan)}</span>
                <Faults id={`${id}-${nth}`} list={faultsOf(nth)} />
              </span>
              <span class="picked-ends">
                <label class="tick">
                  <input
                    type="checkbox"
                    aria-label={`${name}: ${offerText('paperConfirmed')}`}
                    checked={one.confirmed !== false}
                    onChange={({ currentTarget }) => change(nth, confirmed(one, currentTarget.checked))}
                  />
                  <span>{offerText('paperConfirmed')}</span>
                </label>
                <a href={pathTo('papers', one.id)} aria-label={`${offerText('paperEdit')}: ${name}`}>
                  {offerText('paperEdit')}
                </a>
                <RowButton label={offerText('upOf', { name })} onPress={() => move(nth, -1)}>
                  ↑
                </RowButton>
                <RowButton label={offerText('downOf', { name })} onPress={() => move(nth, 1)}>
                  ↓
                </RowButton>
                <RowButton
                  label={offerText('removeOf', { name })}
                  onPress={() => onChange(value.filter((_, place) => place !== nth))}
                >
                  {formText('remove')}
                </RowButton>
              </span>
            </li>
          )
        })}
      </ol>
      {open > 1 && (
        <p class="part-ends">
          <Button onPress={() => onChange(value.map((one) => confirmed(one, true)))}>
            {offerText('allConfirmed')}
          </Button>
        </p>
      )}
      <AddPaper
        id={id}
        plan={plan}
        has={new Set(value.map((one) => one.id))}
        onAdd={(one) => onChange([...value, one])}
      />
    </fieldset>
  )
}

/** Who issues it, in words; empty if nobody said. */
export function issuerWords(
  { issuedBy, where }: Pick<Requirement, 'issuedBy' | 'where'>,
  plan: Plan,
): string {
  const service = issuedBy === null ? undefined : factsOf(plan).services.get(issuedBy)
  if (service) return offerText('issuedBy', { name: pick(service.name) })
  return where && pick(where) ? offerText('issuedWhere', { where: pick(where) }) : ''
}

interface AddPaperProps {
  id: string
  plan: Plan
  /** What the service already requires. */
  has: ReadonlySet<string>
  onAdd: (paper: Requirement) => void
}

/** Finds a paper by any part of its name; one that does not exist can be made. */
function AddPaper({ id, plan, has, onAdd }: AddPaperProps) {
  const [typed, type] = useState('')
  const [made, make] = useState<ReadonlyMap<string, string> | null>(null)
  const field = useRef<HTMLInputElement>(null)
  const papers = useMemo(() => (typed === '' ? [] : papersOf(plan)), [plan, typed === ''])
  const asked = fold(typed).split(' ').filter(Boolean)
  const found =
    asked.length === 0
      ? []
      : papers.filter(
          (paper) =>
            !has.has(paper.id) &&
            asked.every((word) => fold(Object.values(paper.name).join(' ')).includes(word)),
        )
  const languages = planLanguages()
  function add(one: Requirement): void {
    onAdd(one)
    type('')
    make(null)
    field.current?.focus()
  }
  function addMade(): void {
    if (!made || !made.get('id')?.trim()) return
    const filled = [...made]
      .map(([code, text]) => [code, text.trim()] as const)
      .filter(([, text]) => text !== '')
    const name: Text = { id: '', en: '', ...Object.fromEntries(filled) }
    add(newPaper(plan, name))
  }
  return (
    <div class="picked-find">
      <div class="field">
        <label for={`${id}-find`}>{offerText('paperAdd')}</label>
        <input
          id={`${id}-find`}
          ref={field}
          type="search"
          autoComplete="off"
          value={typed}
          aria-describedby={`${id}-find-hint`}
          onInput={({ currentTarget }) => {
            type(currentTarget.value)
            make(null)
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return
            event.preventDefault()
            const [first] = found
            if (first) add(asAsked(first))
            else if (typed.trim() !== '') make(new Map([['id', typed.trim()]]))
          }}
        />
        <p class="soft" id={`${id}-find-hint`}>
          {offerText('paperFind')}
        </p>
      </div>
      {asked.length > 0 && !made && (
        <ul class="picked-found">
          {found.slice(0, MOST).map((paper) => (
            <li key={paper.id}>
              <button type="button" class="button button-medium" onClick={() => add(asAsked(paper))}>
                {offerText('pickAdd', { name: pick(paper.name) })}
                <span class="soft">
                  {' '}
                  {[offerText('paperUsed', { count: paper.services.length }), issuerWords(paper, plan)]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </button>
            </li>
          ))}
          <li>
            <button
              type="button"
              class="button button-medium"
              onClick={() => make(new Map([['id', typed.trim()]]))}
            >
              {offerText('paperNew', { name: typed.trim() })}
            </button>
          </li>
        </ul>
      )}
      {made && (
        <div class="paper-new" role="group" aria-label={offerText('paperAdd')}>
          {languages.map((code, nth) => (
            <div key={code} class="field">
              <label for={`${id}-new-${code}`}>
                {offerText('paperNewName', { language: languageName(code) })}
              </label>
              <input
                id={`${id}-new-${code}`}
                type="text"
                lang={code}
                autoComplete="off"
                ref={(node) => {
                  // The first that is still to be filled in.
                  if (node && nth === 1 && node.value === '' && document.activeElement === document.body)
                    node.focus()
                }}
                value={made.get(code) ?? ''}
                onInput={({ currentTarget }) => make(new Map(made).set(code, currentTarget.value))}
                onKeyDown={(event) => {
                  if (event.key !== 'Enter') return
                  event.preventDefault()
                  addMade()
                }}
              />
            </div>
          ))}
          <p class="part-ends">
            <Button disabled={!made.get('id')?.trim()} onPress={addMade}>
              {offerText('paperAdd')}
            </Button>
            <Button kind="quiet" onPress={() => make(null)}>
              {formText('backToList')}
            </Button>
          </p>
        </div>
      )}
    </div>
  )
}

/** With another service's present wording, not confirmed by this agency yet. */
function asAsked({ id, name, issuedBy, where }: Paper): Requirement {
  return { id, name, issuedBy, ...(where && { where }), confirmed: false }
}
