// A few words to whoever stands at a counter.
import { counterName } from '../parts/names.ts'
import { TooLong, useTooLong } from '../parts/too-long.tsx'
import type { FormProps } from './Assign.tsx'
import { Order } from './Order.tsx'
import { superviseText } from './texts/index.ts'
import { pathOf } from './watch.ts'

/** As many characters as the server takes. */
const MOST = 500

export function MessageForm({ at: { watch, counter, isTrue }, onDone, onBack }: FormProps) {
  const { onInput, words } = useTooLong(MOST)
  return (
    <Order
      method="POST"
      path={pathOf('counters', counter.id, 'messages')}
      go={superviseText('messageGo')}
      body={(fields) => ({ text: String(fields.get('text')).trim() })}
      disabled={!isTrue}
      onDone={onDone}
      onBack={onBack}
    >
      <div class="field">
        <label for="message">
          {superviseText('messageLabel', { counter: counterName(watch.hall, counter.id) })}
        </label>
        <textarea
          id="message"
          name="text"
          rows={3}
          required
          onInput={onInput}
          aria-invalid={words !== '' || undefined}
          aria-errormessage="message-long"
        />
        <TooLong id="message-long" words={words} />
      </div>
    </Order>
  )
}
