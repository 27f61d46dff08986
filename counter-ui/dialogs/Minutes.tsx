// How long, as chips of minutes; the first one is no time at all.
import { sharedText } from '../../screens/texts/index.ts'
import { panelText } from '../panel/texts/index.ts'
import { Choices } from './Choices.tsx'

interface MinutesProps {
  legend: string
  counts: readonly number[]
  /** Undefined: no time; null: none of these. */
  value: number | null | undefined
  onChange: (minutes: number | undefined) => void
}

export function Minutes({ legend, counts, value, onChange }: MinutesProps) {
  return (
    <Choices
      legend={legend}
      name="minutes"
      options={[
        { value: '', words: panelText('holdNoTime') },
        ...counts.map((count) => ({
          value: String(count),
          words: sharedText('minutes', { minutes: count }),
        })),
      ]}
      value={value === undefined ? '' : String(value)}
      onChange={(chosen) => onChange(chosen === '' ? undefined : Number(chosen))}
    />
  )
}
