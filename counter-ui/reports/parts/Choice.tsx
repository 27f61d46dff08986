// One of a few ways to show a section, kept in the address.
import { go, here } from '../way.ts'

interface ChoiceProps<V extends string> {
  label: string
  /** Of the address: `by`, `show`, `figure`. */
  name: string
  options: readonly { value: V; words: string }[]
  value: V
}

export function Choice<V extends string>({ label, name, options, value }: ChoiceProps<V>) {
  return (
    <div class="choice not-printed" role="group" aria-label={label}>
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          class="quick"
          aria-pressed={option.value === value}
          onClick={() => go({ view: { ...here.peek().view, [name]: option.value } })}
        >
          {option.words}
        </button>
      ))}
    </div>
  )
}

/** The choice that the address names, else the first. */
export function chosen<V extends string>(options: readonly [V, ...V[]], value: string | undefined): V {
  return options.find((one) => one === value) ?? options[0]
}
