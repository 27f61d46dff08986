// The last line of every page for staff: the licence and the link to the source.
import { sharedText } from '../../screens/texts/shared.ts'
import { staffText } from '../texts.ts'

export function Foot() {
  return (
    <footer class="foot">
      <a href="/source">{sharedText('source')}</a>
      <span aria-hidden="true"> · </span>
      <a href="/LICENSE.txt">{staffText('licence')}</a>
    </footer>
  )
}
