// A choice that is on or off, with a box to tick and a line that explains it.
import { Icon } from '../../screens/icons.tsx'

export interface HelpProps {
  on: boolean
  words: string
  hint?: string
  onPress: () => void
}

export function Help({ on, words, hint, onPress }: HelpProps) {
  return (
    <button type="button" class="help" aria-pressed={on} onClick={onPress}>
      <span class={on ? 'tile-mark tile-mark-on' : 'tile-mark'} aria-hidden="true">
        {on && <Icon name="check" />}
      </span>
      <span class="help-words">
        <span class="help-name">{words}</span>
        {hint && <span class="help-hint">{hint}</span>}
      </span>
    </button>
  )
}
