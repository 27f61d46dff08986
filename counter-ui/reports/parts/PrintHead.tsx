// The head of a printed report: what hall, what days, what filters, and when it was printed. In full on the first page, and
// in one line on the others where the browser can (margin boxes: Chromium since 131).
import { useEffect } from 'preact/hooks'
import { formatDay, formatTime } from '../../../screens/format.ts'

interface PrintHeadProps {
  title: string
  hall: string
  /** The period in words; null: the section has none. */
  period: string | null
  /** The filters in words. */
  filters: readonly string[]
  printed: (day: string, time: string) => string
}

export function PrintHead({ title, hall, period, filters, printed }: PrintHeadProps) {
  const line = [title, hall, period, ...filters].filter((part) => part !== null).join(' · ')
  useEffect(() => lineOnEachPage(line), [line])
  const now = Date.now()
  return (
    <div class="print-head">
      <p class="print-hall">{hall}</p>
      {period !== null && <p>{period}</p>}
      {filters.length > 0 && <p>{filters.join(' · ')}</p>}
      <p class="soft">{printed(formatDay(now), formatTime(now))}</p>
    </div>
  )
}

/** More letters than this do not fit into the margin of A4. */
const MOST = 120

/** Puts a line into the upper margin of all pages but the first; returns how to take it away. */
function lineOnEachPage(line: string): () => void {
  // The page’s policy allows no style element; a sheet made by a script is none.
  if (!('adoptedStyleSheets' in document)) return () => undefined
  const cut = line.length > MOST ? `${line.slice(0, MOST)}…` : line
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(
    `@page { @top-left { content: ${JSON.stringify(cut)}; font: 8pt sans-serif; white-space: nowrap } }` +
      '@page :first { @top-left { content: none } }',
  )
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
  return () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet)
  }
}
