// A yes or no with its explanation below.

interface TickProps {
  words: string
  help: string
  checked: boolean
  onChange: (checked: boolean) => void
}

export function Tick({ words, help, checked, onChange }: TickProps) {
  return (
    <label class="tick tick-row">
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.currentTarget.checked)} />
      <span>
        {words}
        <span class="soft tick-more">{help}</span>
      </span>
    </label>
  )
}
