// Asks what a new thing is called, adds it to the draft, and goes to its form.
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
  /** The rest of it, with nothing filled in. */
  make: (made: { id: string; name: Text }) => Thing<L>
  onClose: () => void
}

export function NewThing<L extends ListName>(props: NewThingProps<L>) {
  const { list, section, title, label, hint, make, onClose } = props
  const [names, setNames] = useState<Readonly<Record<string, string>>>({})
  const languages = planLanguages()
  const first = names['id'] ?? ''

  function submit(event: SubmitEvent): void {
    event.preventDefault()
    const plan = draft.plan.value
    if (!plan || first.trim() === '') return
    const id = idFor(plan, list, first)
    const name: Text = { id: first.trim(), en: (names['en'] ?? '').trim() }
    for (const code of languages) if (names[code]?.trim()) name[code as 'id'] = names[code].trim()
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
            value={names[code] ?? ''}
            faults={[]}
            onChange={(value) => setNames({ ...names, [code]: value })}
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
