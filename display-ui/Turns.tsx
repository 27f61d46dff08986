// Which page of how many is shown when the calls take turns: anyone who does not see their number waits for the next.
import { boardText } from './texts.ts'

export function Turns({ at, of }: { at: number; of: number }) {
  return <b class="turns figures">{boardText('page', { page: `${at + 1}/${of}` })}</b>
}
