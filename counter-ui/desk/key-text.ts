// The name of a key as it stands on a button.
import { panelText } from '../panel/texts/index.ts'
import { lookUp } from '../../screens/look-up.ts'

const SIGNS = {
  arrowup: '↑',
  arrowdown: '↓',
  arrowleft: '←',
  arrowright: '→',
}

/** `name` as the key map has it: `R`, `Spasi`, `Num 1`, `F13`. */
export function keyText(name: string): string {
  if (name === ' ') return panelText('keySpace')
  if (name.startsWith('Numpad')) return name.replace('Numpad', 'Num ')
  return (
    lookUp(SIGNS, name) ??
    (name.length > 1 ? name.charAt(0).toUpperCase() + name.slice(1) : name.toUpperCase())
  )
}
