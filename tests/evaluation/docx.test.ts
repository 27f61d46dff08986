// Documents made of parts: what is in the file that an office gets.
import JSZip from 'jszip'
import { describe, expect, it } from 'vitest'
import type { Part, ReportDocument } from '../../server/evaluation/docx/parts.ts'
import { widthsOf } from '../../server/evaluation/docx/layout.ts'
import { writeDocument } from '../../server/evaluation/docx/write.ts'
import { writeTables } from '../../server/sheets/table-file.ts'

/** One pixel. */
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

async function xmlOf(parts: readonly Part[], more: Partial<ReportDocument> = {}) {
  const bytes = await writeDocument({
    language: 'id',
    title: 'Laporan evaluasi',
    owner: 'Mal Pelayanan Publik',
    lines: ['Oktober 2026'],
    logo: null,
    parts,
    ...more,
  })
  const zip = await JSZip.loadAsync(bytes)
  const read = (name: string) => zip.file(name)?.async('string') ?? Promise.resolve('')
  return { body: await read('word/document.xml'), core: await read('docProps/core.xml'), zip }
}

/** The texts of a document, a paragraph a line. */
const textOf = (xml: string) =>
  xml
    .split('</w:p>')
    .map((paragraph) => [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text]) => text))
    .map((runs) => runs.join(''))

it('[EV1] whatever people typed, the document opens', async () => {
  const odd = 'a\u0000b\u001bc\ud800d\u202ee\ufffe <w:p>&amp;\nnext'
  const { body, core } = await xmlOf(
    [
      { part: 'heading', level: 1, text: odd },
      { part: 'words', text: odd },
      { part: 'list', items: [odd] },
      { part: 'table', title: odd, columns: [{ head: odd }], rows: [[odd]] },
      { part: 'chart', title: odd, alt: odd, png, width: 1, height: 1 },
    ],
    { title: odd, owner: odd, lines: [odd] },
  )
  for (const xml of [body, core]) {
    expect(xml).not.toMatch(/(?![\t\n\r])\p{Cc}|[\u202a-\u202e\ufffe]/u)
  }
  expect(body).not.toContain('abc\ufffdde <w:p>')
  expect(
    textOf(body).filter((line) => line.includes('abc\ufffdde &lt;w:p&gt;&amp;amp;')).length,
  ).toBeGreaterThan(5)
  expect(body).toContain('<w:br/><w:t xml:space="preserve">next</w:t>')
})

describe('[EV2] no table leaves the page', () => {
  const whole = 9638
  const sum = (widths: number[]) => widths.reduce((all, one) => all + one, 0)

  it.each([
    ['short texts', ['No', 'Ya'], [['1', 'a']]],
    ['one long text', ['Layanan', 'Jumlah'], [['Kartu '.repeat(60), '12']]],
    ['one endless word', ['Layanan', 'Jumlah'], [['x'.repeat(10_000), '12']]],
    ['many columns', Array.from({ length: 30 }, (_, at) => `Kolom ${at}`), [['1']]],
    ['nothing', ['', ''], [['', '']]],
  ])('[EV2] no table leaves the page: %s', (_, heads, rows) => {
    const widths = widthsOf(
      heads.map((head) => ({ head })),
      rows,
      whole,
    )
    expect(sum(widths)).toBeLessThanOrEqual(whole)
    expect(sum(widths)).toBeGreaterThan(whole / 2 - 1)
    expect(Math.min(...widths)).toBeGreaterThan(0)
  })

  it('[EV2] no table leaves the page: a number keeps its line beside a long text', () => {
    const [name = 0, count = 0] = widthsOf(
      [{ head: 'Layanan' }, { head: 'Jumlah' }],
      [['Perekaman dan pencetakan kartu '.repeat(9), '123.456']],
      whole,
    )
    expect(name).toBeGreaterThan(count * 4)
    expect(count).toBeGreaterThan(7 * 90)
  })

  it('[EV2] no table leaves the page: the head comes again on each', async () => {
    const { body } = await xmlOf([
      { part: 'table', title: 'Layanan', columns: [{ head: 'Nama' }], rows: [['a'], ['b']] },
    ])
    expect(body.match(/<w:tblHeader\/>/g)).toHaveLength(1)
    expect(body.match(/<w:cantSplit\/>/g)).toHaveLength(3)
  })
})

it('[EV3] the contents name every chapter and its parts', async () => {
  const { body } = await xmlOf([
    { part: 'heading', level: 1, text: 'Kunjungan' },
    { part: 'heading', level: 2, text: 'Per bulan' },
    { part: 'heading', level: 3, text: 'Terlalu kecil' },
    { part: 'heading', level: 2, text: 'Per jam' },
    { part: 'heading', level: 1, text: 'Pengaduan' },
  ])
  const lines = textOf(body)
  const from = lines.indexOf('Daftar isi')
  expect(lines.slice(from + 1, from + 5)).toEqual([
    '1Kunjungan–',
    '1.1Per bulan–',
    '1.2Per jam–',
    '2Pengaduan–',
  ])
  for (const [, place = ''] of body.matchAll(/PAGEREF (_Toc\d+)/g))
    expect(body).toContain(`<w:bookmarkStart w:name="${place}"`)
})

it('[EV4] every picture is also described in words', async () => {
  const { body } = await xmlOf(
    [{ part: 'chart', title: 'Kunjungan', alt: 'Oktober 12, November 30.', png, width: 640, height: 260 }],
    { logo: png, owner: 'MPP "Karangasem"' },
  )
  const pictures = [...body.matchAll(/<wp:docPr [^>]*>/g)].map(([tag]) => tag)
  expect(pictures).toHaveLength(2)
  expect(pictures[0]).toContain('descr="MPP &quot;Karangasem&quot;"')
  expect(pictures[1]).toContain('descr="Oktober 12, November 30."')
})

it('[EV15] texts in a workbook are shown in full: a column is as wide as they are, and what is longer takes several lines', async () => {
  const name = 'Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu'
  const columns = (['text', 'text', 'number', 'text'] as const).map((type) => ({ head: 'Kolom', type }))
  const rows = [[name, 'ya', 12_345, 'x'.repeat(300)]]
  const zip = await JSZip.loadAsync(await writeTables('Laporan', [{ name: 'Instansi', columns, rows }]))
  const sheet = (await zip.file('xl/worksheets/sheet1.xml')?.async('string')) ?? ''
  const widths = [...sheet.matchAll(/<col [^>]*width="([\d.]+)"/g)].map(([, width]) =>
    Math.round(Number(width)),
  )
  expect(widths).toEqual([name.length + 2, 10, 12, 60])
  expect(await zip.file('xl/styles.xml')?.async('string')).toMatch(
    /<alignment[^>]*vertical="top"[^>]*wrapText/,
  )
})
