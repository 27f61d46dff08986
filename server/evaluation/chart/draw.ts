// Draws a chart of the reports as a picture, with the components that draw it on the screen: a self-contained SVG, and a PNG in
// the hall's font. Only the pack's worker loads this.
import { type ComponentType, h } from 'preact'
import { renderToStaticMarkup } from 'preact-render-to-string'
import { Bars, type BarsProps } from '../../../counter-ui/reports/chart/Bars.tsx'
import { Picture } from '../../../counter-ui/reports/chart/frame.tsx'
import { Heat, type HeatProps } from '../../../counter-ui/reports/chart/Heat.tsx'
import { Lines, type LinesProps } from '../../../counter-ui/reports/chart/Lines.tsx'
import { Rows, type RowsProps } from '../../../counter-ui/reports/chart/Rows.tsx'
import { chartText } from '../../../counter-ui/reports/chart/texts.ts'
import { paint } from '../../slip/painter/paint.ts'
import { clean } from '../docx/parts.ts'
import { PictureFrame, WIDTH } from './PictureFrame.tsx'

/** A chart as data: which component, and what it is given. */
export type Chart =
  | ({ readonly as: 'bars' } & BarsProps)
  | ({ readonly as: 'lines' } & LinesProps)
  | ({ readonly as: 'rows' } & RowsProps)
  | ({ readonly as: 'heat' } & HeatProps)

export interface Drawn {
  readonly svg: string
  readonly png: Uint8Array
  /** Of the SVG, in px. */
  readonly width: number
  readonly height: number
  /** There was nothing to draw; the picture says so. */
  readonly isEmpty: boolean
}

/** Pixels of the PNG for each px of the drawing; prints at 225 to the inch. */
const ZOOM = 2.25

const components = { bars: Bars, lines: Lines, rows: Rows, heat: Heat } as const

/** The chart as SVG. */
export function svgOf({ as, ...props }: Chart): string {
  const component = components[as] as ComponentType<typeof props>
  const svg = renderToStaticMarkup(
    h(Picture.Provider, { value: { Frame: PictureFrame, width: WIDTH }, children: h(component, props) }),
  )
  return clean(svg)
}

/** @param fonts folders with fonts, the program's own first */
export async function draw(chart: Chart, fonts: readonly string[]): Promise<Drawn> {
  const svg = svgOf(chart)
  const [, width = '', height = ''] = /<svg[^>]* viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? []
  const size = { width: Number(width), height: Number(height) }
  const png = await paint({ svg, width: Math.round(size.width * ZOOM), fonts })
  if (!(png instanceof Uint8Array)) throw new TypeError('no PNG was drawn')
  return { svg, png, ...size, isEmpty: svg.includes(chartText('empty')) }
}
