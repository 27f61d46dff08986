// Asks for the name of a new thing, adds it to the draft, and goes to its form.
import { useState } from 'preact/hooks'
import type { Text } from '../../../server/hall/plan.ts'
import { Dialog } from '../../../screens/components/Dialog.tsx'
import { FormEnds } from '../../parts/Ends.tsx'
import { draft } from '../draft/draft.ts'
import { add, idFor, type ListName, type Thing } from '../draft/edit.ts'
import { go, pathTo } from '../shell/way.ts'
import { languageName, planLanguages, TextField } from './fields.tsx'
import { formText } from './texts.ts'
import '../../parts/dialogs.css'

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
