// The files of the other eight components: each under its component, sent to the server when chosen, and named in the
// plan by its id.
import { useState } from 'preact/hooks'
import { language } from '../../../screens/i18n.ts'
import type { InnerComponent, StandardFile } from '../../../server/hall/standard.ts'
import { Button } from '../../../screens/components/Button.tsx'
import { ProblemLine } from '../../parts/ProblemLine.tsx'
import { sessionEnded } from '../../session.ts'
import { standardText } from './texts.ts'
import type { Text } from '../../../server/hall/plan.ts'
import { lookUp } from '../../../screens/look-up.ts'
import { languageName } from '../form/fields.tsx'

const components = [
  'legal-basis',
  'facilities',
  'competence',
  'supervision',
  'staff-number',
  'guarantee',
  'safety',
  'evaluation',
] as const satisfies readonly InnerComponent[]

interface Props {
  readonly id: string
  readonly files: readonly StandardFile[]
  readonly onChange: (files: StandardFile[]) => void
}

export function Attached({ id, files, onChange }: Props) {
  const [fault, say] = useState('')
  const [busy, setBusy] = useState(false)
  const attach = async (component: InnerComponent, input: HTMLInputElement) => {
    const [file] = input.files ?? []
    if (!file || busy) return
    setBusy(true)
    const answer = await upload(file)
    input.value = ''
    setBusy(false)
    say('words' in answer ? answer.words : '')
    if ('words' in answer) return
    const isThere = files.some((one) => one.id === answer.id && one.component === component)
    if (!isThere) onChange([...files, { id: answer.id, component, name: file.name.slice(0, 120) }])
  }
  return (
    <details class="standard-files" id={id}>
      <summary>{standardText('files', { count: files.length })}</summary>
      <p class="soft">{standardText('filesHint')}</p>
      <ProblemLine problem={null} text={fault || undefined} />
      {components.map((component) => (
        <div key={component} class="field">
          <label for={`${id}-${component}`}>{standardText(`inner.${component}`)}</label>
          <ul>
            {files
              .filter((one) => one.component === component)
              .map((one) => (
                <li key={one.id} class="standard-line">
                  <a href={`/api/standard-files/${one.id}`} download={one.name}>
                    {one.name}
                  </a>
                  <Button
                    kind="quiet"
                    icon="close"
                    label={standardText('removeFile', { name: one.name })}
                    onPress={() => onChange(files.filter((other) => other !== one))}
                  />
                </li>
              ))}
          </ul>
          <input
            id={`${id}-${component}`}
            type="file"
            accept="application/pdf,image/png"
            disabled={busy}
            onChange={({ currentTarget }) => void attach(component, currentTarget)}
          />
        </div>
      ))}
    </details>
  )
}

/** Its id, or in words why it was not kept. */
async function upload(file: File): Promise<{ id: string } | { words: string }> {
  try {
    const answer = await fetch('/api/standard-files', {
      method: 'POST',
      headers: { 'Content-Type': 'application/octet-stream', 'Accept-Language': language.value },
      body: file,
    })
    const said = (await answer.json()) as { id?: string; detail?: string }
    if (answer.status === 401) sessionEnded()
    return answer.ok && said.id ? { id: said.id } : { words: said.detail ?? standardText('fileBroken') }
  } catch {
    return { words: standardText('fileBroken') }
  }
}

// A longer text in all of the hall's languages, for the forms of a standard. It does not depend on a draft, as
// supervisors have none.

interface WordsProps {
  readonly id: string
  readonly label: string
  readonly hint?: string
  readonly languages: readonly string[]
  readonly value: Text | undefined
  /** Undefined once every line is empty. */
  readonly onChange: (value: Text | undefined) => void
}

export function Words({ id, label, hint, languages, value, onChange }: WordsProps) {
  return (
    <fieldset class="texts">
      <legend>{label}</legend>
      {hint && (
        <p class="soft" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {languages.map((code) => (
        <div key={code} class="field texts-line">
          <label for={`${id}-${code}`}>{languageName(code)}</label>
          <textarea
            id={`${id}-${code}`}
            lang={code}
            rows={2}
            aria-describedby={hint && `${id}-hint`}
            value={(value && lookUp(value, code)) ?? ''}
            onInput={({ currentTarget }) => {
              const next: Text = { id: '', en: '', ...value, [code]: currentTarget.value }
              onChange(Object.values(next).some((words) => words.trim() !== '') ? next : undefined)
            }}
          />
        </div>
      ))}
    </fieldset>
  )
}
