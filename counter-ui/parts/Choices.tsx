// One of a few, as a row of chips. Underneath they are radio buttons: arrows move, and screen readers know what it is.

interface ChoicesProps<V extends string> {
  legend: string
  hint?: string
  name: string
  options: readonly { value: V; words: string }[]
  value: V
  onChange: (value: V) => void
}

export function Choices<V extends string>(props: ChoicesProps<V>) {
  const { legend, hint, name, options, value, onChange } = props
  return (
    <fieldset class="choices">
      <legend>
        {legend} {hint && <span class="soft">({hint})</span>}
      </legend>
      {options.map((option) => (
        <label key={option.value} class="chip">
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          <span>{option.words}</span>
        </label>
      ))}
    </fieldset>
  )
}
