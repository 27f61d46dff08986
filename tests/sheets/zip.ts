// Files as spreadsheet programs make them, written by hand: raw XML in a zip, with all that can be wrong about either.
import { crc32 as crc, deflateRawSync } from 'node:zlib'
import { readFile } from '../../server/sheets/file.ts'
import { rulesPlan } from '../rules/rules-plan.ts'

export interface Part {
  readonly name: string
  readonly content: string | Buffer
  /** What the list of the zip says of its unpacked size; the truth by default. */
  readonly stated?: number
  readonly stored?: true
}

/** A zip of these parts. */
export function zip(parts: readonly Part[]): Buffer {
  const files: Buffer[] = []
  const heads: Buffer[] = []
  let at = 0
  for (const { name, content, stated, stored } of parts) {
    const named = Buffer.from(name)
    const raw = Buffer.from(content)
    const data = stored ? raw : deflateRawSync(raw, { level: 9 })
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    local.writeUInt16LE(stored ? 0 : 8, 8)
    local.writeUInt32LE(crc(raw), 14)
    local.writeUInt32LE(data.length, 18)
    local.writeUInt32LE(stated ?? raw.length, 22)
    local.writeUInt16LE(named.length, 26)
    const head = Buffer.alloc(46)
    head.writeUInt32LE(0x02014b50, 0)
    head.writeUInt16LE(stored ? 0 : 8, 10)
    head.writeUInt32LE(crc(raw), 16)
    head.writeUInt32LE(data.length, 20)
    head.writeUInt32LE(stated ?? raw.length, 24)
    head.writeUInt16LE(named.length, 28)
    head.writeUInt32LE(at, 42)
    files.push(local, named, data)
    heads.push(head, named)
    at += 30 + named.length + data.length
  }
  const list = Buffer.concat(heads)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(list.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...files, list, end])
}

const spreadsheet = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

interface Shape {
  /** The sheets by their name: the rows as XML, and what follows `sheetData`. */
  readonly sheets: Readonly<Record<string, { readonly rows: string; readonly after?: string }>>
  readonly strings?: readonly string[]
  /** The `cellXfs`. */
  readonly formats?: string
  readonly date1904?: boolean
  readonly more?: readonly Part[]
}

/** The parts of a workbook. */
export function parts({
  sheets,
  strings = [],
  formats = '<xf/>',
  date1904 = false,
  more = [],
}: Shape): Part[] {
  const names = Object.keys(sheets)
  const relation = (nth: number, type: string, target: string) =>
    `<Relationship Id="rId${nth}" Type="${office}/${type}" Target="${target}"/>`
  return [
    {
      name: '[Content_Types].xml',
      content:
        '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
    },
    {
      name: '_rels/.rels',
      content: `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relation(1, 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      content: `<workbook xmlns="${spreadsheet}" xmlns:r="${office}"><workbookPr${date1904 ? ' date1904="1"' : ''}/><sheets>${names.map((name, nth) => `<sheet name="${name}" sheetId="${nth + 1}" r:id="rId${nth + 1}"/>`).join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${names.map((_, nth) => relation(nth + 1, 'worksheet', `worksheets/sheet${nth + 1}.xml`)).join('')}${relation(98, 'styles', 'styles.xml')}${relation(99, 'sharedStrings', 'sharedStrings.xml')}</Relationships>`,
    },
    {
      name: 'xl/styles.xml',
      content: `<styleSheet xmlns="${spreadsheet}"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs>${formats}</cellXfs></styleSheet>`,
    },
    { name: 'xl/sharedStrings.xml', content: `<sst xmlns="${spreadsheet}">${strings.join('')}</sst>` },
    ...names.map((name, nth) => ({
      name: `xl/worksheets/sheet${nth + 1}.xml`,
      content: `<worksheet xmlns="${spreadsheet}"><sheetData>${sheets[name]?.rows ?? ''}</sheetData>${sheets[name]?.after ?? ''}</worksheet>`,
    })),
    ...more,
  ]
}

export const workbook = (shape: Shape): Buffer => zip(parts(shape))

/** A row of cells whose texts stand in the cells themselves; a number stays one. */
export function inline(row: number, cells: readonly (string | number | null)[]): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
  const said = cells.map((cell, nth) => {
    const place = `${letters.charAt(nth)}${row}`
    if (cell === null) return ''
    if (typeof cell === 'number') return `<c r="${place}"><v>${cell}</v></c>`
    const text = cell.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
    return `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`
  })
  return `<row r="${row}">${said.join('')}</row>`
}

/** A sheet of such rows, the headings first. */
export const table = (rows: readonly (readonly (string | number | null)[])[]) => ({
  rows: rows.map((cells, nth) => inline(nth + 1, cells)).join(''),
})

/** What a file says, read against a plan. */
export const readOver = (
  bytes: Uint8Array,
  doc: unknown = rulesPlan,
  chosen: Readonly<Record<string, string>> = {},
) => readFile({ of: 'plan', bytes, doc, language: 'id', chosen: new Map(Object.entries(chosen)) })

/** The faults of a file in one line each: sheet, cell, sentence. */
export async function faultsOf(bytes: Uint8Array, doc: unknown = rulesPlan): Promise<string[]> {
  const { faults } = await readOver(bytes, doc)
  return faults
    .filter(({ blocks }) => blocks)
    .map(({ sheet, cell, detail }) => [sheet, cell, detail].filter(Boolean).join(' · '))
}
