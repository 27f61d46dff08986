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
export const style = [
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
