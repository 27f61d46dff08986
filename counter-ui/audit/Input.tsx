// A field of the search, with what it means when it is empty, and names to choose from.
interface InputProps {
  name: string
  label: string
  hint: string
  value: string
  date?: boolean
  maxLength?: number
  list?: readonly { value: string; label: string }[]
}

export function Input({ name, label, hint, value, date, maxLength, list }: InputProps) {
  const id = `audit-${name}`
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        name={name}
        {...(date ? ({ type: 'date' } as const) : ({ type: 'text' } as const))}
        defaultValue={value}
        maxLength={maxLength}
        list={list && `${id}-list`}
        autoComplete="off"
        autoCapitalize="none"
        spellcheck={false}
        aria-describedby={`${id}-hint`}
      />
      {list && (
        <datalist id={`${id}-list`}>
          {list.map((one) => (
            <option key={one.value} value={one.value}>
              {one.label}
            </option>
          ))}
        </datalist>
      )}
      <p class="soft" id={`${id}-hint`}>
        {hint}
      </p>
    </div>
  )
}
