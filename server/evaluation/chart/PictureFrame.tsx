// The frame of a chart as a picture: legend, drawing, marks and notes, one below the other in one SVG.
import type { FrameProps } from '../../../counter-ui/reports/chart/frame.tsx'
import { Sample } from '../../../counter-ui/reports/chart/look.tsx'
import { chartText } from '../../../counter-ui/reports/chart/texts.ts'
import { clean } from '../docx/text.ts'
import { style } from './style.ts'

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
