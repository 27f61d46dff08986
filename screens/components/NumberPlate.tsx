// A queue number as the strongest thing on a screen. Read aloud letter by letter: "A 0 1 2", never "A twelve".
import { standingText } from '../texts/standing.ts'

export interface NumberPlateProps {
  number: string
  /** `called` is the marigold plate and means one thing only: this number is called now. */
  tone?: 'plain' | 'called' | 'serving'
  size?: 'small' | 'medium' | 'large' | 'huge'
}

/** The number as it is spoken, `A 0 1 2` for `A012`. */
export function spelled(number: string): string {
  return number.split('').join(' ')
}

export function NumberPlate({ number, tone = 'plain', size = 'medium' }: NumberPlateProps) {
  return (
    <span
      class={`plate plate-${tone} plate-${size}`}
      role="img"
      aria-label={standingText('number', { spelled: spelled(number) })}
    >
      {number}
    </span>
  )
}
