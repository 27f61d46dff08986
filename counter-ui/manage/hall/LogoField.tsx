// A logo as a field: the present picture, a file to replace it, or none.
import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { Button } from '../../../screens/components/Button.tsx'
import { Faults } from '../form/fields.tsx'
import type { FieldOf } from '../form/use-fields.ts'
import { type LogoFault, logoOf, type LogoRoom, MOST_MEGABYTES, MOST_PIXELS } from './logo.ts'
import { placeText } from './texts.ts'

interface LogoFieldProps extends FieldOf<string | undefined> {
  hint: ComponentChildren
  /** If left out, as large as a slip prints. */
  room?: LogoRoom
}

export function LogoField({ id, label, hint, value, faults, onChange, room }: LogoFieldProps) {
  const [refused, refuse] = useState<LogoFault | null>(null)
  async function choose(input: HTMLInputElement): Promise<void> {
    const file = input.files?.[0]
    // The same file may be chosen again after it was fixed.
    input.value = ''
    if (!file) return
    const made = await logoOf(file, room)
    refuse('fault' in made ? made : null)
    if ('png' in made) onChange(made.png)
  }
  return (
    <div class="field">
      <p class="logo-label" id={`${id}-label`}>
        {label}
      </p>
      {value === undefined ? (
        <p>{placeText('logoNone')}</p>
      ) : (
        <img class="logo-now" src={`data:image/png;base64,${value}`} alt={placeText('logoNow')} />
      )}
      {/* The browser's own button speaks the browser's language, not the page's. */}
      <label class="button button-plain button-medium logo-choose">
        <input
          id={id}
          type="file"
          class="visually-hidden"
          accept="image/png,image/jpeg"
          aria-labelledby={`${id}-label`}
          aria-describedby={`${id}-hint ${id}-faults`}
          onChange={({ currentTarget }) => void choose(currentTarget)}
        />
        <span class="button-words">{placeText('logoChoose')}</span>
      </label>
      <div role="alert">
        <Faults id={id} list={refused ? [wordsOf(refused)] : faults.map(({ words }) => words)} />
      </div>
      <p class="soft" id={`${id}-hint`}>
        {hint}
      </p>
      {value !== undefined && (
        <Button
          kind="quiet"
          icon="close"
          onPress={() => {
            refuse(null)
            onChange(undefined)
          }}
        >
          {placeText('logoRemove')}
        </Button>
      )}
    </div>
  )
}

function wordsOf(refused: LogoFault): string {
  if (refused.fault === 'too-wide')
    return placeText('logo-fault.too-wide', {
      width: refused.width,
      height: refused.height,
      most: MOST_PIXELS,
    })
  if (refused.fault === 'too-heavy')
    return placeText('logo-fault.too-heavy', { size: refused.size, most: MOST_MEGABYTES })
  return placeText(`logo-fault.${refused.fault}`)
}
