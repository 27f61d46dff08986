// What the officers at this browser have set up: keys, and what follows automatically. It belongs to the desk.
import { signal } from '@preact/signals'
import { readKeys, type Keymap } from '../keys.ts'
import { OPTIONS, type Option } from '../possible-actions.ts'
import { remember, remembered } from '../../preferences.ts'

export const keys = signal<Keymap>(readKeys(remembered('keys')))
export const options = signal<readonly Option[]>(keptOptions())

function keptOptions(): readonly Option[] {
  const kept = (remembered('options') ?? '').split(' ')
  return OPTIONS.filter((name) => kept.indexOf(name) >= 0)
}

/** Stores a key map; null: the usual one again. */
export function setKeys(map: Keymap | null): void {
  remember('keys', map && JSON.stringify(map))
  keys.value = map ?? readKeys(null)
}

export function setOption(name: Option, on: boolean): void {
  options.value = OPTIONS.filter((one) => (one === name ? on : has(one)))
  remember('options', options.value.join(' ') || null)
}

export const has = (name: Option): boolean => options.value.indexOf(name) >= 0

// Another tab at the same desk is the same desk.
addEventListener('storage', ({ key }) => {
  if (key === 'antre.keys') keys.value = readKeys(remembered('keys'))
  if (key === 'antre.options') options.value = keptOptions()
})
