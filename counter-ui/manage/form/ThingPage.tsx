// One thing of the plan: its fields under its name, with the way back to the list, and asking for the name of a new
// one.
import type { ComponentChildren } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { pick } from '../../../screens/i18n.ts'
import { draft } from '../draft/draft.ts'
import { type ListName, thingsOf, add, idFor, type Thing } from '../draft/edit.ts'
import { faultsAt } from '../draft/faults.ts'
import { cameFrom, here, pathTo, go } from '../shell/way.ts'
import { formText } from './texts.ts'
import { Faults, languageName, planLanguages, TextField } from './fields.tsx'
import type { Text } from '../../../server/hall/plan.ts'
import { Dialog } from '../../../screens/components/Dialog.tsx'
import { FormEnds } from '../../parts/Ends.tsx'
import '../../parts/dialogs.css'

interface ThingPageProps {
  list: ListName
  id: string
  section: string
  children: ComponentChildren
}

export function ThingPage({ list, id, section, children }: ThingPageProps) {
  const plan = draft.plan.value
  const head = useRef<HTMLHeadingElement>(null)
  const thing = plan && thingsOf(plan, list).find((one) => one.id === id)
  useEffect(() => {
    if (cameFrom.value && here.value.field === null) head.current?.focus({ preventScroll: true })
  }, [id, thing === undefined])
  if (!plan) return null
  if (!thing)
    return (
      <section class="part">
        <h2 ref={head} tabIndex={-1}>
          {formText('notThere')}
        </h2>
        <p>{formText('notThereLead')}</p>
        <p>
          <a href={pathTo(section)}>{formText('backToList')}</a>
        </p>
      </section>
    )
  const whole = faultsAt(list, id, '').filter(({ field }) => field === '')
  return (
    <>
      <h2 class="thing-title" ref={head} tabIndex={-1}>
        {pick(thing.name) || formText('noName')}
      </h2>
      <section class="part">
        {whole.length > 0 && <Faults id="thing" list={whole.map(({ words }) => words)} />}
        <div class="fields">{children}</div>
      </section>
      <p class="thing-back">
        <a href={pathTo(section)}>{formText('backToList')}</a>
      </p>
    </>
  )
}

// Asks for the name of a new thing, adds it to the draft, and goes to its form.

interface NewThingProps<L extends ListName> {
  list: L
  section: string
  title: string
  label: string
  hint: string
  /** Its other fields, with nothing filled in. */
  make: (made: { id: string; name: Text }) => Thing<L>
  onClose: () => void
}

export function NewThing<L extends ListName>(props: NewThingProps<L>) {
  const { list, section, title, label, hint, make, onClose } = props
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map())
  const languages = planLanguages()
  const first = names.get('id') ?? ''

  function submit(event: SubmitEvent): void {
    event.preventDefault()
    const plan = draft.plan.value
    if (!plan || first.trim() === '') return
    const id = idFor(plan, list, first)
    // Another language is left out until it is filled in, so that the fault says which one.
    const filled = [...names]
      .map(([code, text]) => [code, text.trim()] as const)
      .filter(([, text]) => text !== '')
    const name: Text = { id: '', en: '', ...Object.fromEntries(filled) }
    draft.edit(add(list, [make({ id, name })]))
    onClose()
    // After the dialog has given the focus back.
    setTimeout(() => go(pathTo(section, id)))
  }

  return (
    <Dialog title={title} onClose={onClose}>
      <form class="fields" onSubmit={submit}>
        {languages.map((code, nth) => (
          <TextField
            key={code}
            id={`new-${code}`}
            label={formText('labelIn', { label, language: languageName(code) })}
            value={names.get(code) ?? ''}
            faults={[]}
            onChange={(value) => setNames(new Map(names).set(code, value))}
            hint={nth === 0 ? hint : undefined}
          />
        ))}
        <FormEnds busy={false} disabled={first.trim() === ''} onBack={onClose}>
          {formText('goOn')}
        </FormEnds>
      </form>
    </Dialog>
  )
}
