// The sound of a call for help: off until this browser's user wants it, and only for calls that nobody has answered.
import { useEffect, useRef, useState } from 'preact/hooks'
import { playTone } from '../parts/tone.ts'
import { remember, remembered } from '../preferences.ts'
import { superviseText } from './texts.ts'

const isOn = () => remembered('help-sound') === 'on'

/** Sounds when a new call comes. */
export function useHelpSound(open: readonly { id: string }[]): void {
  const known = useRef<ReadonlySet<string>>(new Set())
  const ids = open.map(({ id }) => id)
  useEffect(() => {
    const isNew = ids.some((id) => !known.current.has(id))
    known.current = new Set(ids)
    if (isNew && isOn()) playTone()
  }, [ids.join(' ')])
}

/** Whether it sounds, in the menu; ticking it plays it once. */
export function SoundChoice() {
  const [on, setOn] = useState(isOn)
  return (
    <label class="tick tick-row">
      <input
        type="checkbox"
        checked={on}
        onChange={(event) => {
          const { checked } = event.currentTarget
          remember('help-sound', checked ? 'on' : null)
          setOn(checked)
          if (checked) playTone()
        }}
      />
      <span>{superviseText('sound')}</span>
    </label>
  )
}
