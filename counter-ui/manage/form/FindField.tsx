// Searching a list by letters of its words.

interface FindFieldProps {
  id: string
  label: string
  value: string
  onType: (typed: string) => void
}

export function FindField({ id, label, value, onType }: FindFieldProps) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        type="search"
        autoComplete="off"
        spellcheck={false}
        value={value}
        onInput={({ currentTarget }) => onType(currentTarget.value)}
      />
    </div>
  )
}
