// What a file of evidence really is, by its content: its name is never believed. Pictures, PDF, and office documents
// without programs in them are accepted; anything that could be a page or a script is refused, and nothing is ever
// unpacked.
import { kindOf, type Source } from '../media/kind.ts'
import type { EvidenceKind } from './finding.ts'

/** Bytes; a scanned report has several megabytes. */
export const MOST_BYTES = 20 * 1024 * 1024

/** Why a file is not taken. */
export const evidenceWhys = [
  'empty',
  'unsupported',
  'damaged',
  'macros',
  'locked',
  'old-office',
  'heic',
  'too-large',
  'too-many-pixels',
] as const
export type EvidenceWhy = (typeof evidenceWhys)[number]

/** What it is, or why it is not taken. */
export async function evidenceKindOf(source: Source): Promise<EvidenceKind | { why: EvidenceWhy }> {
  if (source.size === 0) return { why: 'empty' }
  if (source.size > MOST_BYTES) return { why: 'too-large' }
  const head = await source.read(0, 1024)
  const words = head.toString('latin1')
  if (/^%PDF-[12]\.\d/.test(words)) return pdfOf(source)
  if (words.startsWith('PK\x03\x04')) return officeOf(source)
  if (head.length >= 8 && head.readUInt32BE(0) === OLD_OFFICE) return { why: 'old-office' }
  if (/^....ftyp(?:hei[cfmsx]|hev[cm]|mif1|msf1|avif)/s.test(words)) return { why: 'heic' }
  const kind = pictures.get(await pictureOf(source, head))
  return kind ?? refusedPicture(source)
}

/** The first bytes of Word, Excel and PowerPoint files from before 2007. */
const OLD_OFFICE = 0xd0cf11e0

const pictures = new Map<string, EvidenceKind>([
  ['image/jpeg', 'jpeg'],
  ['image/png', 'png'],
  ['image/webp', 'webp'],
])

async function pictureOf(source: Source, head: Buffer): Promise<string> {
  if (head.length < 12) return ''
  const found = await kindOf(source)
  return typeof found === 'string' ? found : ''
}

/** Pictures of other kinds, films and everything else. */
async function refusedPicture(source: Source): Promise<{ why: EvidenceWhy }> {
  const found = await kindOf(source)
  const why = typeof found === 'string' ? 'unsupported' : found.why
  return { why: evidenceWhys.find((one) => one === why) ?? 'unsupported' }
}

const TAIL = 2048

async function pdfOf(source: Source): Promise<EvidenceKind | { why: EvidenceWhy }> {
  const tail = await source.read(Math.max(0, source.size - TAIL), TAIL)
  return tail.includes('%%EOF') ? 'pdf' : { why: 'damaged' }
}

/** The list at the end of a ZIP file: its own length is in the last bytes, after which a comment may follow. */
const END = 0x06054b50
const ENTRY = 0x02014b50
const MOST_COMMENT = 0xffff
const MOST_LIST = 2 * 1024 * 1024
const MOST_ENTRIES = 5_000
/** The most bytes when unpacked: a program that opens such a file should not be overwhelmed by it. */
const MOST_UNPACKED = 400 * 1024 * 1024

interface Packed {
  readonly names: readonly string[]
  readonly unpacked: number
  readonly isLocked: boolean
}

async function officeOf(source: Source): Promise<EvidenceKind | { why: EvidenceWhy }> {
  const packed = await listOf(source)
  if (packed === null) return { why: 'damaged' }
  const { names, unpacked, isLocked } = packed
  if (isLocked) return { why: 'locked' }
  if (unpacked > MOST_UNPACKED) return { why: 'too-large' }
  if (names.some(isProgram)) return { why: 'macros' }
  const has = (name: string) => names.includes(name)
  if (has('[Content_Types].xml')) {
    const kind = (
      [
        ['docx', 'word/document.xml'],
        ['xlsx', 'xl/workbook.xml'],
        ['pptx', 'ppt/presentation.xml'],
      ] as const
    ).find(([, part]) => has(part))
    return kind?.[0] ?? { why: 'unsupported' }
  }
  if (!has('content.xml') || names[0] !== 'mimetype') return { why: 'unsupported' }
  // The first entry, not compressed: its name and its text follow its head of 30 bytes.
  const first = (await source.read(30, 100)).toString('latin1')
  const [, kind] =
    /^mimetypeapplication\/vnd\.oasis\.opendocument\.(text|spreadsheet|presentation)PK/.exec(first) ?? []
  return openKinds.get(kind) ?? { why: 'unsupported' }
}

const openKinds = new Map<string | undefined, EvidenceKind>([
  ['text', 'odt'],
  ['spreadsheet', 'ods'],
  ['presentation', 'odp'],
])

/** Macros of Microsoft's and LibreOffice's, and anything that would run. */
function isProgram(name: string): boolean {
  return /vbaProject|^Basic\/|^Scripts\/|\.(?:exe|dll|js|vbs|bat|cmd|jar|sh)$/i.test(name)
}

/** Null if the list is malformed. */
async function listOf(source: Source): Promise<Packed | null> {
  const from = Math.max(0, source.size - MOST_COMMENT - 22)
  const tail = await source.read(from, source.size - from)
  const mark = Buffer.alloc(4)
  mark.writeUInt32LE(END)
  const at = tail.lastIndexOf(mark)
  if (at < 0 || at + 22 > tail.length) return null
  const count = tail.readUInt16LE(at + 10)
  const length = tail.readUInt32LE(at + 12)
  const begin = tail.readUInt32LE(at + 16)
  if (count > MOST_ENTRIES || length > MOST_LIST || begin + length > source.size) return null
  return entriesOf(await source.read(begin, length), count)
}

function entriesOf(list: Buffer, count: number): Packed | null {
  const names: string[] = []
  let unpacked = 0
  let isLocked = false
  let at = 0
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > list.length || list.readUInt32LE(at) !== ENTRY) return null
    const name = list.readUInt16LE(at + 28)
    names.push(list.toString('utf8', at + 46, at + 46 + name))
    unpacked += list.readUInt32LE(at + 24)
    isLocked ||= (list.readUInt16LE(at + 8) & 1) === 1
    at += 46 + name + list.readUInt16LE(at + 30) + list.readUInt16LE(at + 32)
  }
  return { names, unpacked, isLocked }
}
