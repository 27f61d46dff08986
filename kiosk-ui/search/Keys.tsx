// Letters to touch, as everybody knows them from a phone; the system's own keyboard would lead out of the page.
// A key types when the finger comes down: two thumbs overlap, and the browser makes no click of the second one.
import { kioskText } from '../texts/index.ts'

const ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'] as const

export interface KeysProps {
  onType: (letter: string) => void
  onDelete: () => void
  onClear: () => void
}

export function Keys({ onType, onDelete, onClear }: KeysProps) {
  return (
    <div class="keys" role="region" aria-label={kioskText('search.search')}>
      {ROWS.map((row) => (
        <div class="keys-row" key={row}>
          {[...row].map((letter) => (
            <Key key={letter} name="letter" words={letter} onPress={() => onType(letter)} />
          ))}
          {row === ROWS[2] && <Key name="delete" words={kioskText('search.delete')} onPress={onDelete} />}
        </div>
      ))}
      <div class="keys-row">
        <Key name="clear" words={kioskText('search.clear')} onPress={onClear} />
        <Key name="space" words={kioskText('search.space')} onPress={() => onType(' ')} />
      </div>
    </div>
  )
}

function Key({ name, words, onPress }: { name: string; words: string; onPress: () => void }) {
  return (
    <button
      type="button"
      class={`key key-${name}`}
      onPointerDown={onPress}
      onClick={(event) => {
        // Pressed by a keyboard or a reader of the page: no finger came down before.
        if (event.detail === 0) onPress()
      }}
    >
      <span>{words}</span>
    </button>
  )
}
