// The frame of a chart as a picture: legend, drawing, marks and notes, one below the other in one SVG.
import type { FrameProps } from '../../../counter-ui/reports/chart/frame.tsx'
import { Sample } from '../../../counter-ui/reports/chart/look.tsx'
import { chartText } from '../../../counter-ui/reports/chart/texts.ts'
import { clean } from '../docx/parts.ts'

/** In px, as wide as the text on A4, so that printed letters are the size of those in tables. */
export const WIDTH = 640
const PAD = 10
const LINE_PX = 20
/** Width of a sample, with the gap before its name. */
const samplePx = (lines: boolean) => (lines ? 44 : 28)
/** Average width of a letter in the legend; a little generous, so that no name touches the next sample. */
const LETTER_PX = 7.4
/** Letters of a mark that fit on a line. */
const MARK_LETTERS = 88

export function PictureFrame(props: FrameProps) {
  const { title, legend = [], lines = false, marks = [], empty, gaps, height, note, children } = props
  const names = legend.length > 1 ? placed(legend, samplePx(lines)) : []
  const legendPx = names.length > 0 ? ((names.at(-1)?.line ?? 0) + 1) * LINE_PX + 6 : 0
  const below = [
    ...marks.map(({ text }, index) => `${index + 1}. ${shortened(text)}`),
    ...(note && !empty ? [note] : []),
    ...(gaps && !empty ? [chartText('gaps')] : []),
    ...(empty ? [chartText('empty')] : []),
  ]
  const drawn = empty ? 0 : legendPx + height
  const full = PAD * 2 + drawn + below.length * LINE_PX
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      width={WIDTH + PAD * 2}
      height={full}
      viewBox={`0 0 ${WIDTH + PAD * 2} ${full}`}
      font-family="'Atkinson Hyperlegible Next', Arial, sans-serif"
      role="img"
    >
      <title>{title}</title>
      <style>{style}</style>
      <rect width="100%" height="100%" fill="#fff" />
      <svg x={PAD} y={PAD} width={WIDTH} height={full - PAD * 2} overflow="visible">
        {!empty &&
          names.map(({ name, index, left, line }) => (
            <svg key={index} x={left} y={line * LINE_PX} width={WIDTH} height={LINE_PX} overflow="visible">
              <Sample index={index} line={lines} />
              <text class="legend-name" x={samplePx(lines)} y="8" dy="0.35em">
                {name}
              </text>
            </svg>
          ))}
        {!empty && (
          <svg y={legendPx} width={WIDTH} height={height} overflow="visible">
            {children}
          </svg>
        )}
        {below.map((text, nth) => (
          <text key={nth} class="note" x="0" y={drawn + nth * LINE_PX + 14}>
            {text}
          </text>
        ))}
      </svg>
    </svg>
  )
}

const shortened = (text: string) => {
  const line = clean(text).replaceAll(/\s+/g, ' ')
  return line.length > MARK_LETTERS ? `${line.slice(0, MARK_LETTERS - 1)}…` : line
}

/** The names of a legend side by side, on as many lines as they need. */
function placed(legend: readonly string[], samplePx: number) {
  let [left, line] = [0, 0]
  return legend.map((name, index) => {
    const width = samplePx + name.length * LETTER_PX + 18
    if (left > 0 && left + width > WIDTH) [left, line] = [0, line + 1]
    const at = { name, index, left, line }
    left += width
    return at
  })
}

// How charts look as pictures: the light values of chart.css and tokens.css without variables, which neither resvg nor a word
// processor understands. A test checks that the colours are the same.

export const seriesColours = ['#00695c', '#2f6fb7', '#7b4fa3', '#b8502a', '#5f6b66', '#857000'] as const
export const heatColours = ['#e2efec', '#b5d9d1', '#7dbdb0', '#1f7a6d', '#00574c'] as const
const dashes = [null, '7 4', '2 3', '10 3 2 3', '14 4', '4 6'] as const

const INK = '#10201c'
const SOFT = '#44544f'
const LINE = '#ccd6d2'
const EDGE = '#6d7d77'
const SUNKEN = '#e4eae7'

const series = seriesColours.map((colour, index) => {
  const look = `.look-${index + 1}`
  const dash = dashes[index] ? `${look} .chart-line{stroke-dasharray:${dashes[index]}}` : ''
  return (
    `${look} .chart-area,${look} .chart-shape,${look} .chart-range{fill:${colour}}` +
    `${look} .chart-line{stroke:${colour}}${dash}`
  )
})
const heat = heatColours.map((colour, index) => `.heat-${index + 1} .heat-cell{fill:${colour}}`)

/** The style sheet that goes into each picture. */
const style = [
  `text{fill:${SOFT};font-size:13px;text-anchor:middle}`,
  '.chart-inner,.chart-ground{overflow:visible}',
  '.chart-tick,.chart-row-value{text-anchor:end}',
  `.chart-row-value{fill:${INK};font-weight:600}`,
  `.chart-row-name,.legend-name,.note{text-anchor:start}.chart-row-name,.legend-name{fill:${INK}}`,
  '.chart-axis-words{text-anchor:start}',
  `.chart-grid{stroke:${LINE}}.chart-base{stroke:${EDGE}}`,
  '.chart-pattern{fill:none;stroke:#fff;stroke-width:1.5}.chart-dots{stroke-linecap:round;stroke-width:3}',
  '.chart-line{fill:none;stroke-width:2.5}.chart-shape{stroke:#fff}.chart-range{fill-opacity:.18}',
  `.chart-mark line{stroke:${INK};stroke-dasharray:3 3}.chart-mark circle{fill:${INK}}`,
  '.chart-mark text{fill:#fff;font-size:11px;font-weight:600}',
  `.chart-row-ground{fill:${SUNKEN}}`,
  '.heat-cell{fill:#fff;stroke:#fff;stroke-width:2}',
  `.heat-value{fill:${INK}}.heat-0 .heat-value{fill:${SOFT}}`,
  `.heat-3 .heat-value{fill:${INK}}.heat-4 .heat-value,.heat-5 .heat-value{fill:#fff}`,
  ...series,
  ...heat,
].join('')
