// A tile that leads on to more tiles: a life event, an agency.
import type { ComponentChildren } from 'preact'
import { Icon } from '../../screens/icons.tsx'

export interface PlainTileProps {
  name: string
  onPress: () => void
  /** An emblem of letters. */
  monogram?: string
  /** Quieter lines under the name. */
  children?: ComponentChildren
}

export function PlainTile({ name, onPress, monogram, children }: PlainTileProps) {
  return (
    <button type="button" class="tile" onClick={onPress}>
      {monogram && (
        <span class="monogram" aria-hidden="true">
          {monogram}
        </span>
      )}
      <span class="tile-words">
        <span class="tile-name">{name}</span>
        {children}
      </span>
      <span class="tile-mark" aria-hidden="true">
        <Icon name="arrow-right" />
      </span>
    </button>
  )
}
