// Checkboxes in a form: one with an explanation, or several in a list.

interface TickProps {
  name: string
  words: string
  help: string
  checked: boolean
}

export function TickField({ name, words, help, checked }: TickProps) {
  return (
    <label class="tick tick-row">
      <input type="checkbox" name={name} defaultChecked={checked} />
      <span>
        {words}
        <span class="soft tick-more">{help}</span>
      </span>
    </label>
  )
}

interface TicksProps {
  legend: string
  name: string
  options: readonly { value: string; words: string; more: string | null }[]
  /** The values ticked at first. */
  checked: readonly string[]
  /** The text if there is nothing to tick. */
  none?: string
}

export function Ticks({ legend, name, options, checked, none }: TicksProps) {
  return (
    <fieldset class="choices">
      <legend>{legend}</legend>
      {options.length === 0 && none !== undefined && <p class="soft">{none}</p>}
      <div class="ticks">
        {options.map(({ value, words, more }) => (
          <label key={value} class="tick tick-row">
            <input type="checkbox" name={name} value={value} defaultChecked={checked.includes(value)} />
            <span>
              {words}
              {more !== null && <span class="soft"> – {more}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
