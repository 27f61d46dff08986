// What is too long stays as it was typed or pasted, says so, and can't be sent: the limit that browsers know cuts the
// rest off without a word.
import { useState } from 'preact/hooks'
import { formatNumber } from '../../screens/format.ts'
import { staffText } from '../texts/index.ts'

type Typed = HTMLInputElement | HTMLTextAreaElement

/** Watches a field for more than `most` characters; `words` is empty while they are not too many. */
export function useTooLong(most: number | undefined) {
  const [words, say] = useState('')
  function onInput({ currentTarget }: { currentTarget: Typed }): void {
    // Counted as the server does: an emoji is not two.
    const count = [...currentTarget.value].length
    const tooMany = most !== undefined && count > most
    const fault = tooMany
      ? staffText('tooLong', { count: formatNumber(count), most: formatNumber(most) })
      : ''
    currentTarget.setCustomValidity(fault)
    say(fault)
  }
  return { words, onInput }
}

export function TooLong({ id, words }: { id: string; words: string }) {
  return (
    <div class="problem" role="alert" id={id}>
      {words && <p class="problem-words">{words}</p>}
    </div>
  )
}
