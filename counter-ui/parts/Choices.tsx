// One of a few, as a row of chips. Radio buttons underneath: arrows move, and screen readers know what it is.

interface ChoicesProps {
  legend: string
  hint?: string
  name: string
  options: readonly { value: string; words: string }[]
  value: string
  onChange: (value: string) => void
}

export function Choices({ legend, hint, name, options, value, onChange }: ChoicesProps) {
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
