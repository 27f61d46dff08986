import { encode } from 'uqr'
import { describe, expect, it } from 'vitest'
import type { Block, Paper, SlipDocument } from '../../server/slip/document/pen.ts'
import { toEscPos } from '../../server/slip/drawing/escpos.ts'
import { type Raster, readEscPos } from './escpos-picture.ts'
import { painter } from './painter.ts'
import { slip, url } from './slips.ts'

const dots = { 58: 384, 80: 576 } as const

async function print(document: SlipDocument, paper: Paper = 80, drawsQr?: boolean) {
  const warnings: object[] = []
  const warn = (details: object) => void warnings.push(details)
  const bytes = await toEscPos(document, { paper, drawsQr, painter, warn })
  return { ...readEscPos(bytes, dots[paper]), bytes: bytes.length, warnings }
}

const page = (...blocks: Block[]): SlipDocument => ({ title: 'A001', language: 'id', blocks })
const line = (text: string, size: 'normal' | 'number' = 'normal'): Block => ({
  kind: 'text',
  text,
  size,
  bold: false,
  align: 'left',
})

/** The modules of a raster: cut to what is black, each as large as the first column of the finder is wide. */
function modulesOf({ rows }: Raster): boolean[][] {
  const black = rows.filter((row) => row.includes(true))
  const left = Math.min(...black.map((row) => row.indexOf(true)))
  const right = Math.max(...black.map((row) => row.lastIndexOf(true))) + 1
  const finder = black[0]?.indexOf(false, left) ?? 0
  const size = (finder - left) / 7
  const count = (right - left) / size
  return Array.from({ length: count }, (_, y) =>
    Array.from({ length: count }, (_, x) => black[y * size]?.[left + x * size] === true),
  )
}

describe.each([58, 80] as const)('a slip on a printer of %i mm', (paper) => {
  it('says everything in lines that fit, and is cut once, past the last line', async () => {
    const { lines, cuts, height, warnings } = await print(slip({ long: true }), paper)
    expect(lines.map((text) => text.trim())).toEqual(
      expect.arrayContaining(['A004', 'Sel, 24 Nov 2026, 09.05 WITA', 'Kartu Keluarga baru', 'Siapkan:']),
    )
    expect(cuts).toEqual([height])
    expect(lines.slice(-4)).toEqual(['', '', '', ''])
    expect(warnings).toEqual([])
  })

  it('has the number as large as the printer and the paper allow', async () => {
    for (const [number, times] of [
      ['A012', 8],
      ['A1000', paper === 58 ? 6 : 8],
      ['AB1000', paper === 58 ? 5 : 8],
    ] as const) {
      const { texts } = await print(page(line(number, 'number')), paper)
      expect(texts).toMatchObject([{ text: number, wide: times, high: times }])
    }
  })

  it('has a QR code of dots that is the address, in the middle, with a quiet edge', async () => {
    const { rasters, width } = await print(page({ kind: 'qr', text: url }), paper)
    const [raster] = rasters
    if (!raster) throw new Error('no QR code')
    expect(modulesOf(raster)).toEqual(encode(url, { ecc: 'M', border: 0 }).data)
    const black = raster.rows.filter((row) => row.includes(true))
    const left = raster.x + Math.min(...black.map((row) => row.indexOf(true)))
    const right = width - raster.x - Math.max(...black.map((row) => row.lastIndexOf(true))) - 1
    // Eight dots are sent at a time.
    expect(Math.abs(left - right)).toBeLessThanOrEqual(8)
    expect(left).toBeGreaterThan(16)
    expect(raster.y).toBeGreaterThanOrEqual(16)
  })

  it('has the same code of the printer’s own making where it can, as large and in the same place', async () => {
    const block = page({ kind: 'qr', text: url }, line('after'))
    const [own, drawn] = [await print(block, paper, true), await print(block, paper)]
    expect(own.qrs).toEqual([url])
    expect(own.rasters.map(modulesOf)).toEqual(drawn.rasters.map(modulesOf))
    const [a, b] = [own.rasters[0], drawn.rasters[0]]
    expect([a?.y, Math.abs((a?.x ?? 0) - (b?.x ?? 0)) <= 8]).toEqual([b?.y, true])
    expect(drawn.qrs).toEqual([])
  })

  it('is light: one service in 4,500 bytes with a code of dots, in 1,000 with the printer’s own', async () => {
    expect((await print(slip(), paper)).bytes).toBeLessThan(4_500)
    expect((await print(slip(), paper, true)).bytes).toBeLessThan(1_000)
    // 8 dots to a millimetre, with the paper up to the knife.
    expect((await print(slip(), paper)).height / 8).toBeLessThan(145)
  })
})

describe('letters', () => {
  const said = async (text: string) => (await print(page(line(text)))).lines[0]

  it('are the printer’s own where it has them', async () => {
    expect(await said('Siapkan KTP-el, Café · Zürich 25°')).toBe('Siapkan KTP-el, Café · Zürich 25°')
  })

  it('are written with a plain equivalent where it lacks them, never with a question mark', async () => {
    expect(await said('“Jum’at” – 08.00—12.00… • 2×3 €5 ō ș Ā fi')).toBe(
      `"Jum'at" - 08.00-12.00... · 2x3 EUR5 o s A fi`,
    )
    expect(await said('a\u00a0b\u200bc\td\u0000e')).toBe('a bc d e')
  })

  it('of another script come as dots, no more of them than there is ink', async () => {
    const { lines, rasters, warnings } = await print(page(line('ᬩᬮᬶ'), line('Bali')))
    expect(lines).toEqual(['Bali'])
    expect(rasters).toHaveLength(1)
    expect(rasters[0]?.rows[0]?.length).toBeLessThan(200)
    expect(rasters[0]?.x).toBe(0)
    expect(rasters[0]?.rows.flat().filter(Boolean).length).toBeGreaterThan(100)
    expect(warnings).toEqual([])
  })

  it('are never lost: what can’t be drawn either is printed as far as it goes, and told', async () => {
    const broken = { dots: async () => Promise.reject(new Error('no process')) }
    const warnings: string[] = []
    const bytes = await toEscPos(page(line('ᬩ Bali')), {
      paper: 58,
      painter: broken,
      warn: (_details, message) => void warnings.push(message),
    })
    expect(readEscPos(bytes, 384).lines).toEqual(['? Bali'])
    expect(warnings).toEqual(['slip: a part was left out'])
  })
})

describe('a list', () => {
  it('hangs its marks in the margin and keeps the text clear of them', async () => {
    const text = 'Formulir pendaftaran peristiwa kependudukan F-1.02'
    const { lines } = await print(page({ kind: 'item', mark: '-', text, size: 'normal', bold: false }), 58)
    expect(lines).toEqual(['-  Formulir pendaftaran', '   peristiwa kependudukan F-1.02'])
  })

  it('cuts a word that is longer than the paper', async () => {
    const { lines } = await print(page(line('x'.repeat(120))), 58)
    expect(lines.map(({ length }) => length)).toEqual([32, 32, 32, 24])
  })
})
