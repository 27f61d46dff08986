// The golden pack: every text of the document and every cell of the workbook, for a rehearsed month of few visitors. A figure, a word or a table
// that changes is seen here. `npx vitest run tests/evaluation/golden.test.ts -u` writes it again.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readXlsx } from 'hucre/xlsx'
import JSZip from 'jszip'
import { beforeAll, expect, it, vi } from 'vitest'
import { runRehearseCommand } from '../../server/cli/rehearse/run.ts'
import { karangasem } from '../../server/halls/karangasem/index.ts'
import { openHall } from '../api/hall-app.ts'

const period = { from: '2026-10-01', to: '2026-10-31' }
/** The morning of the next working day, in Karangasem. */
const AFTER = Date.parse('2026-11-02T00:30:00Z')

let text = ''
let cells = ''
let pictures = ''
let drawings = ''
/** Days with visits in each operation, by the reports. */
const daysOf = new Map<string, number>()
beforeAll(async () => {
  const dir = mkdtempSync(join(tmpdir(), 'antre-golden-'))
  const data = join(dir, 'data')
  const order = `--data ${data} --days 22 --visits 15 --seed 7 --from ${period.from}`
  const code = await runRehearseCommand(order.split(' '), {
    samplePlan: karangasem,
    now: () => AFTER,
    out: () => {},
    err: (line) => {
      throw new Error(line)
    },
  })
  if (code !== 0) throw new Error(`the rehearsal ended with ${code}`)
  const hall = await openHall({ dir: data, at: AFTER })
  const ask = (line: string, body?: object) =>
    hall.does<Record<string, unknown>>(line, { as: 'manager', ...(body && { body }) })
  await ask('PUT /api/evaluation/answers', {
    answers: [
      { id: 'founding-decree', answer: 'Peraturan Bupati Nomor 12 Tahun 2026, 3 Agustus 2026' },
      { id: 'staff-number', answer: '48' },
    ],
  })
  await ask('POST /api/reports/marks', { day: '2026-10-12', kind: 'counter', text: 'Loket 30 dibuka' })
  // On the day on which the rehearsal has a visit of its own: both are the last one.
  await ask('POST /api/findings/visits', { day: '2026-10-08', source: 'ombudsman', who: 'Ombudsman Bali' })
  await ask('POST /api/findings', {
    source: 'ombudsman',
    what: 'Ruang laktasi belum ada',
    where: 'Lantai 1',
    visitedOn: '2026-10-08',
  })
  await ask('POST /api/reports/sp4n', { month: '2026-10', count: 3 })
  const { rows } = await hall.does<{ rows: { split: string }[] }>(
    `GET /api/reports/steps?from=${period.from}&to=${period.to}&by=day&split=operation`,
    { as: 'manager' },
  )
  for (const { split } of rows) daysOf.set(split, (daysOf.get(split) ?? 0) + 1)
  const { id } = await ask('POST /api/evaluation', { ...period, title: 'Laporan evaluasi Oktober 2026' })
  const isReady = async () => {
    const { state } = await ask(`GET /api/evaluation/${String(id)}`)
    if (state !== 'done') throw new Error(String(state))
  }
  await vi.waitFor(isReady, { timeout: 60_000, interval: 100 })
  const url = `/api/evaluation/${String(id)}/pack.zip`
  const headers = { cookie: hall.cookies.get('manager') ?? '' }
  const { rawPayload } = await hall.app.inject({ method: 'GET', url, headers })
  await hall.close()
  rmSync(dir, { recursive: true, force: true })
  const zip = await JSZip.loadAsync(rawPayload)
  const bytesOf = async (name: string) => (await zip.file(name)?.async('uint8array')) ?? new Uint8Array()
  const document = await JSZip.loadAsync(await bytesOf('laporan.docx'))
  text = linesOf((await document.file('word/document.xml')?.async('string')) ?? '')
  const { sheets } = await readXlsx(await bytesOf('tabel.xlsx'))
  cells = sheets
    .map(({ name, rows }) => [`# ${name}`, ...rows.map((row) => row.map(cellOf).join('\t'))].join('\n'))
    .join('\n\n')
  pictures = Object.keys(zip.files)
    .filter((name) => /^grafik\/./.test(name))
    .sort()
    .join('\n')
  const svgs = pictures.split('\n').filter((name) => name.endsWith('.svg'))
  drawings = (await Promise.all(svgs.map((name) => zip.file(name)?.async('string')))).join('\n')
})

/** A paragraph a line, a table’s cells beside each other. */
function linesOf(xml: string): string {
  return xml
    .replaceAll(/<\/w:p><\/w:tc>/g, '\t')
    .split(/<\/w:p>|<\/w:tr>/)
    .map((part) =>
      part
        .replaceAll(/<w:br\/>/g, ' / ')
        .replaceAll(/<w:tab\/>/g, ' ')
        .replaceAll(/<(?!w:t[ >]|\/w:t>)[^>]*>/g, '')
        .replaceAll(/<\/?w:t[^>]*>/g, '')
        .trimEnd(),
    )
    .filter((line) => line !== '')
    .join('\n')
}

/** Fractions to the sixth digit: the last ones are the computer’s. */
function cellOf(cell: unknown): string {
  if (cell instanceof Date) return cell.toISOString().slice(0, 10)
  if (typeof cell === 'number') return String(Math.round(cell * 1e6) / 1e6)
  return cell === null || cell === undefined ? '' : String(cell).replaceAll('\n', ' / ')
}

it('[EV12] the pack of a rehearsed month is the golden one: the document', async () => {
  await expect(text).toMatchFileSnapshot('golden/laporan.txt')
})

it('[EV12] the pack of a rehearsed month is the golden one: the workbook and the charts', async () => {
  await expect(cells).toMatchFileSnapshot('golden/tabel.txt')
  await expect(pictures).toMatchFileSnapshot('golden/grafik.txt')
})

it('[EV14] a day counts if the hall was open, and for the operation that it was open in', () => {
  const [, trial = '', regular = ''] = cells.split('# Uji coba dan biasa\n')[1]?.split('\n', 3) ?? []
  const days = [trial, regular].map((line) => line.split('\t').slice(0, 2))
  expect(days).toEqual([
    ['uji coba', String(daysOf.get('trial'))],
    ['biasa', String(daysOf.get('regular'))],
  ])
  // Saturdays and Sundays are not.
  expect((daysOf.get('trial') ?? 0) + (daysOf.get('regular') ?? 0)).toBe(22)
  expect(text).toContain('Laporan ini memuat 22 hari pelayanan')
})

it('[EV5] a chart is the same as on the screen, and needs no other file: in letters that its font has', () => {
  expect(drawings).toContain(' ke ')
  // Arrows and signs beyond these are empty boxes in the PNG.
  expect(drawings.match(/[\u0250-\u200f\u2027-\uffff]/gu) ?? []).toEqual([])
})
