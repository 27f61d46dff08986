// Which page of how many stands there, where the calls take turns: who does not find a number waits for the next page.
import { boardText } from './texts.ts'

export function Turns({ at, of }: { at: number; of: number }) {
  return <b class="turns figures">{boardText('page', { page: `${at + 1}/${of}` })}</b>
}
