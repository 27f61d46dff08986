// A block of a slip as SVG, in dots of the printer (8 to a millimetre), with its height.
import { pngSize } from '../../hall/plan-faults/png.ts'
import type { Align, Block, Size } from '../document/pen.ts'
import { moduleDots, qrModules, qrPath } from './qr.ts'
import { clean, textWidth, wrap } from './wrap.ts'

export interface Drawn {
  readonly svg: string
  readonly height: number
}

/**
 * Fonts by name: the second has Balinese script. For letters in neither, a font of the system or the data folder may
 * help.
 */
export const fontFamily = "'Atkinson Hyperlegible Next','Noto Sans Balinese',sans-serif"

/** Font height and line spacing. */
const type: Readonly<Record<Size, { size: number; line: number }>> = {
  normal: { size: 25, line: 31 },
  tall: { size: 34, line: 42 },
  large: { size: 46, line: 56 },
  number: { size: 200, line: 190 },
}
/** Between the left edge and the text of a list. */
const indent = 38
const logoHeight = 160

/** Draws a block on a paper that is `width` dots wide; the origin is the block's top left corner. */
export function drawBlock(block: Block, width: number): Drawn {
  switch (block.kind) {
    case 'text':
      return drawText(block.text, { ...block, from: 0, width })
    case 'item': {
      const { height, svg } = drawText(block.text, { ...block, align: 'left', from: indent, width })
      const mark = drawText(block.mark, { ...block, align: 'left', from: 0, width })
      return { svg: block.mark === '' ? svg : mark.svg + svg, height }
    }
    case 'pair': {
      const style = { size: 'normal', bold: block.bold, from: 0, width } as const
      const [left, right] = [clean(block.left), clean(block.right)]
      const together = textWidth(`${left}  ${right}`, type.normal.size, block.bold) <= width
      const one = drawText(left, { ...style, align: 'left' })
      const other = drawText(right, { ...style, align: 'right' })
      if (together) return { svg: one.svg + other.svg, height: one.height }
      return { svg: one.svg + at(0, one.height, other.svg), height: one.height + other.height }
    }
    case 'rule':
      return { svg: `<rect y="9" width="${width}" height="2"/>`, height: 20 }
    case 'image':
      return drawImage(block.png, width)
    case 'qr': {
      const modules = qrModules(block.text)
      const dots = moduleDots(modules.length, width)
      const side = modules.length * dots
      const path = `<path shape-rendering="crispEdges" d="${qrPath(modules, dots)}"/>`
      return { svg: at((width - side) / 2, 0, path), height: side }
    }
    case 'feed':
      return { svg: '', height: block.lines * type.normal.line }
    case 'ruler':
      return drawRuler(width)
    case 'cut':
      return { svg: '', height: 0 }
  }
}

/** Moves a piece to a position. */
export function at(x: number, y: number, svg: string): string {
  return `<g transform="translate(${round(x)} ${round(y)})">${svg}</g>`
}

interface Style {
  readonly size: Size
  readonly bold: boolean
  readonly align: Align
  readonly from: number
  readonly width: number
}

function drawText(text: string, { size, bold, align, from, width }: Style): Drawn {
  const room = width - from
  const isOther = isOtherScript(text)
  const usual = isOther ? larger(type[size]) : type[size]
  const widest = size === 'number' ? textWidth(clean(text), 1, bold) : 0
  const fitting = widest > 0 ? Math.min(usual.size, room / widest) : usual.size
  const line = (usual.line * fitting) / usual.size
  const lines = wrap(text, (words) => textWidth(words, fitting, bold) <= room + 0.5)
  const anchor = { left: 'start', center: 'middle', right: 'end' }[align]
  const x = { left: from, center: from + room / 2, right: width }[align]
  const style = `font-size="${round(fitting)}" text-anchor="${anchor}"${bold ? ' font-weight="700"' : ''}`
  const svg = lines.map((words, row) => {
    // Puts capitals in the middle of the line; Balinese descenders are nearly as tall as they are.
    const y = line * row + (isOther ? fitting * 0.95 : (line + fitting * 0.67) / 2)
    return `<text x="${round(x)}" y="${round(y)}" ${style}>${escape(words)}</text>`
  })
  return { svg: svg.join(''), height: Math.ceil(line * lines.length) }
}

/** Scripts such as Balinese are finer and reach further up and down than Latin letters of the same size. */
const larger = ({ size }: { size: number }) => ({ size: size * 1.35, line: size * 1.35 * 1.85 })

const isOtherScript = (text: string) => /[^\p{sc=Latin}\p{sc=Common}\p{sc=Inherited}]/u.test(text)

function drawImage(png: string, width: number): Drawn {
  const size = pngSize(png)
  if (!size) return { svg: '', height: 0 }
  const scale = Math.min(1, (width * 0.8) / size.width, logoHeight / size.height)
  const [w, h] = [Math.max(1, Math.round(size.width * scale)), Math.max(1, Math.round(size.height * scale))]
  const image = `<image width="${w}" height="${h}" href="data:image/png;base64,${png}"/>`
  return { svg: at(Math.floor((width - w) / 2), 0, image), height: h + 12 }
}

/** A tick for each millimetre, longer ones at five and ten. */
function drawRuler(width: number): Drawn {
  const ticks = Array.from({ length: Math.floor(width / 8) + 1 }, (_, mm) => {
    const height = mm % 10 === 0 ? 26 : mm % 5 === 0 ? 18 : 10
    return `<rect x="${Math.min(mm * 8, width - 2)}" width="2" height="${height}"/>`
  })
  return { svg: `<rect width="${width}" height="2"/>${ticks.join('')}`, height: 34 }
}

const round = (value: number) => Math.round(value * 100) / 100

/** Text escaped for XML. */
export function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
