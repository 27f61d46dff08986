// Where the browser forbids sound until somebody touches the screen: one plain button, reachable by a remote too.
import { useEffect, useRef } from 'preact/hooks'
import { SPEAKER, Drawing } from '../screens/drawing.tsx'
import { boardText } from './texts/index.ts'

export function SoundButton({ onPress }: { onPress: () => void }) {
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (button.current) button.current.focus()
  }, [])
  return (
    <button type="button" class="sound line" ref={button} onClick={onPress}>
      <Drawing path={SPEAKER} />
      <span>{boardText('soundOn')}</span>
    </button>
  )
}
