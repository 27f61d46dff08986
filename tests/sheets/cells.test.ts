// What people type, and what programs make of it: the shapes of Excel and LibreOffice, and every cell that cannot be read.
import JSZip from 'jszip'
import { describe, expect, it } from 'vitest'
import type { Plan } from '../../server/hall/plan.ts'
import { writeFile } from '../../server/sheets/file.ts'
import { rulesPlan } from '../rules/rules-plan.ts'
import { faultsOf, inline, readOver, table, workbook } from './zip.ts'

const plan = async (bytes: Uint8Array, doc: unknown = rulesPlan) => (await readOver(bytes, doc)).plan as Plan
const holidays = (rows: string, more: object = {}) =>
  workbook({
    sheets: { 'Hari libur': { rows: inline(1, ['Tanggal', 'Nama', 'Nama (Inggris)']) + rows } },
    ...more,
  })
const dayRow = (nth: number, cell: string) =>
  `<row r="${nth}">${cell}<c r="B${nth}" t="inlineStr"><is><t>Libur ${nth}</t></is></c><c r="C${nth}" t="inlineStr"><is><t>Holiday</t></is></c></row>`
const days = async (bytes: Uint8Array) => (await plan(bytes)).holidays.map(({ day }) => day)

it('reads shared strings, rich text, phonetic hints and escapes', async () => {
  const bytes = workbook({
    strings: [
      '<si><t>Nama</t></si>',
      '<si><r><rPr><b/></rPr><t xml:space="preserve">Din</t></r><r><t>as A &amp; B</t></r><rPh><t>x</t></rPh></si>',
      '<si><t xml:space="preserve"> a_x000D_\nb  </t></si>',
      '<si><t>Singkatan</t></si>',
      '<si><t>Nama (Inggris)</t></si>',
    ],
    sheets: {
      Instansi: {
        rows: '<row r="1" spans="1:3"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>4</v></c><c r="C1" t="s"><v>3</v></c></row><row r="2"><c t="s"><v>1</v></c><c t="s"><v>2</v></c><c><v>12</v></c></row>',
      },
    },
  })
  expect((await plan(bytes)).agencies).toMatchObject([
    { name: { id: 'Dinas A & B', en: 'a\nb' }, short: '12' },
  ])
})

it('reads LibreOffice’s empty rows to the end of the sheet and its strings of formulas', async () => {
  const empty = Array.from(
    { length: 3 },
    (_, nth) =>
      `<row r="${nth + 3}" customFormat="true" hidden="false"><c r="A${nth + 3}" s="0"/><c r="B${nth + 3}" s="0" t="n"/></row>`,
  ).join('')
  const bytes = workbook({
    sheets: {
      Instansi: {
        rows: `${inline(1, ['Nama', 'Nama (Inggris)', 'Singkatan'])}<row r="2"><c r="A2" t="str"><f aca="false">"Dis"&amp;"hub"</f><v>Dishub</v></c><c r="B2" t="inlineStr"><is><t>Transport</t></is></c><c r="C2" t="inlineStr"><is><t>DH</t></is></c></row>${empty}<row r="1048576"/>`,
      },
    },
  })
  const read = await readOver(bytes)
  expect((read.plan as Plan).agencies).toMatchObject([{ name: { id: 'Dishub' } }])
  expect(read.notes.map(({ detail }) => detail)).toContain(
    '1 sel berisi rumus; yang dibaca adalah hasil terakhirnya.',
  )
})

it('reads days of both date systems, in any format of a date, and as people type them', async () => {
  const formats = '<xf/><xf numFmtId="14" applyNumberFormat="1"/><xf numFmtId="22" applyNumberFormat="1"/>'
  const typed =
    dayRow(2, '<c r="A2" s="1"><v>46251</v></c>') + dayRow(3, '<c r="A3" s="2"><v>46252.5</v></c>')
  expect(await days(holidays(typed, { formats }))).toEqual(['2026-08-17', '2026-08-18'])
  expect(await days(holidays(typed, { formats, date1904: true }))).toEqual(['2030-08-18', '2030-08-19'])
  const words = [
    '17/8/2026',
    '18-08-2026',
    '19.8.2026',
    ' 20 Agustus 2026 ',
    'Jumat, 21 Agt 2026',
    '2026-08-22',
    '23 August 2026',
    '2026-8-24T00:00:00',
  ]
  const texts = words.map((word, nth) =>
    dayRow(nth + 2, `<c r="A${nth + 2}" t="inlineStr"><is><t xml:space="preserve">${word}</t></is></c>`),
  )
  expect(await days(holidays(texts.join('')))).toEqual(
    [17, 18, 19, 20, 21, 22, 23, 24].map((day) => `2026-08-${day}`),
  )
  const wrong = ['31/2/2026', 'besok', '8/17/2026'].map((word, nth) =>
    dayRow(nth + 2, `<c r="A${nth + 2}" t="inlineStr"><is><t>${word}</t></is></c>`),
  )
  expect(await faultsOf(holidays(`${wrong.join('')}${dayRow(5, '<c r="A5"><v>46251</v></c>')}`))).toEqual([
    'Hari libur · A2 · Tanggal 31/2/2026 tidak ada di kalender.',
    'Hari libur · A3 · "besok" bukan tanggal; tulis seperti 17/08/2026 atau 17 Agustus 2026.',
    'Hari libur · A4 · Tanggal 8/17/2026 tidak ada di kalender.',
    'Hari libur · A5 · 46251 adalah angka; jadikan format sel itu tanggal.',
  ])
})

const service = (more: Readonly<Record<string, string | number>>) =>
  workbook({
    sheets: {
      Layanan: table([
        ['ID – jangan diubah', 'Instansi', 'Nama', ...Object.keys(more)],
        ...rulesPlan.services.map(({ id, agency }) => [
          id,
          agency,
          id,
          ...(id === 'kk' ? Object.values(more) : Object.keys(more).map(() => null)),
        ]),
      ]),
    },
  })
const kk = async (more: Readonly<Record<string, string | number>>) => {
  const bytes = service(more)
  const faults = await faultsOf(bytes)
  return faults[0] ?? (await plan(bytes)).services[0]
}

it('reads numbers as people type them, and asks where a dot could mean two things', async () => {
  expect(await kk({ 'Menit per orang': '12,5' })).toMatchObject({ minutes: 12.5 })
  expect(await kk({ 'Menit per orang': ' 7.5 ' })).toMatchObject({ minutes: 7.5 })
  expect(await kk({ 'Menit per orang': 8, 'Kuota sehari': '40' })).toMatchObject({ minutes: 8, quota: 40 })
  expect(await kk({ 'Kuota sehari': '1.000' })).toBe(
    'Layanan · D2 · "1.000" bisa berarti ribuan atau pecahan; tulis tanpa titik, misalnya 1000, atau 1,5.',
  )
  expect(await kk({ 'Kuota sehari': 1.5 })).toBe('Layanan · D2 · 1.5 harus bilangan bulat.')
  expect(await kk({ 'Kuota sehari': 'banyak' })).toBe('Layanan · D2 · "banyak" bukan angka.')
})

it('reads choices in both languages and whatever their case, and names what may be chosen', async () => {
  expect(await kk({ Keadaan: 'UJI COBA ' })).toMatchObject({ phase: { status: 'trial' } })
  expect(await kk({ Keadaan: 'coming soon', 'Diperkirakan buka': '11/1/2027' })).toMatchObject({
    phase: { status: 'soon', expected: '2027-01-11' },
  })
  expect(await kk({ Keadaan: 'libur' })).toBe(
    'Layanan · D2 · "libur" tidak dikenal; pilih salah satu: buka, uji coba, segera hadir, dijeda, di tempat lain.',
  )
})

it('reads hours as people type them', async () => {
  const hours = await kk({
    'Jam Senin': '8:00 - 12:00; 13.00–15.30',
    'Jam Selasa': 'Tutup',
    'Jam Rabu': '08.00 s.d. 12.00',
  })
  expect(hours).toMatchObject({
    hours: {
      1: [
        { from: 480, to: 720 },
        { from: 780, to: 930 },
      ],
      2: [],
      3: [{ from: 480, to: 720 }],
      4: [],
    },
  })
  expect(await kk({ 'Jam Senin': 'pagi' })).toBe(
    'Layanan · D2 · "pagi" bukan jam; tulis seperti 08.00–12.00; 13.00–15.30, atau "tutup".',
  )
  expect(await kk({ 'Jam Senin': '08.00-25.00' })).toMatch(/"08.00-25.00" bukan jam/)
})

it('[S37] every fault is named by its sheet, row and column, and none of it goes into the plan', async () => {
  const bytes = workbook({
    formats: '<xf/><xf numFmtId="14" applyNumberFormat="1"/>',
    sheets: {
      Loket: {
        rows: `${inline(1, ['Nomor loket', 'Sebutan', 'Instansi', 'Zona', 'Layanan'])}<row r="2"><c r="A2" s="1"><v>46251</v></c><c r="B2" t="e"><v>#REF!</v></c><c r="C2"><f>A1</f></c><c r="D2" t="inlineStr"><is><t>Samping</t></is></c><c r="E2" t="inlineStr"><is><t>kk; ktpp</t></is></c></row>${inline(3, ['1', 'Loket 1', 'Dukcapil', 'Depan', 'kk'])}`,
        after: '<mergeCells count="1"><mergeCell ref="C3:C4"/></mergeCells>',
      },
    },
  })
  expect(await faultsOf(bytes)).toEqual([
    'Loket · B2 · Sel ini menampilkan kesalahan rumus.',
    'Loket · C2 · Rumus ini belum dihitung; buka berkasnya, simpan lagi, atau tulis nilainya.',
    'Loket · C3 · Sel digabungkan; pisahkan supaya jelas barisnya.',
    'Loket · A2 · Program lembar kerja menjadikannya tanggal (2026-08-17); jadikan format sel itu teks, lalu ketik ulang.',
    'Loket · D2 · "Samping" tidak ada di lembar Zona.',
    'Loket · E2 · "ktpp" tidak ada di lembar Layanan.',
  ])
  const { faults } = await readOver(bytes)
  expect(faults.find(({ cell }) => cell === 'D2')).toMatchObject({
    sheet: 'Loket',
    row: 2,
    column: 'Zona',
    blocks: true,
  })
})

it('names what keeps the plan from being published at its row, with names instead of ids', async () => {
  const bytes = workbook({
    sheets: {
      Layanan: table([
        ['ID – jangan diubah', 'Instansi', 'Nama', 'Huruf nomor'],
        ...rulesPlan.services.map(({ id, agency, prefix }) => [
          id,
          agency,
          id,
          id === 'sim' ? 'A' : id === 'akta' ? 'b1' : prefix,
        ]),
      ]),
    },
  })
  const { faults } = await readOver(bytes)
  expect(faults.map(({ cell, blocks, detail }) => [cell, blocks, detail])).toEqual([
    ['D4', false, 'Harus berbentuk satu atau dua huruf besar, misalnya "A" atau "SM".'],
    [
      'D6',
      false,
      'Huruf nomor "A" tidak boleh dipakai instansi "Polres" karena sudah dipakai "Dukcapil" di Layanan 2.',
    ],
  ])
})

it('reads the sheet of the hall by its keys, and by its headings where the keys are gone', async () => {
  const keyed = workbook({
    sheets: {
      Mal: table([
        ['ID – jangan diubah', 'Isian', 'Nilai'],
        ['walkSeconds', 'Jalan', 90],
        ['rates.priority', 'Bobot', '2,5'],
      ]),
    },
  })
  expect(await plan(keyed)).toEqual({ ...rulesPlan, walkSeconds: 90, rates: { regular: 1, priority: 2.5 } })
  const plain = workbook({
    sheets: {
      Mal: table([
        ['Isian', 'Nilai'],
        ['Operasi', 'biasa'],
        ['Jam Sabtu', '08.00-11.00'],
        ['Warna', 'biru'],
      ]),
    },
  })
  const read = await readOver(plain)
  expect(read.plan).toMatchObject({
    operation: 'regular',
    hours: { ...rulesPlan.hours, 6: [{ from: 480, to: 660 }] },
  })
  expect(read.faults).toMatchObject([{ sheet: 'Mal', row: 4, cell: 'B4', code: 'column-renamed' }])
})

it('writes no formula where a program that separates cells by semicolons would begin one', async () => {
  const agency = (id: string, en: string, short: string) => ({
    ...rulesPlan,
    agencies: [{ id: 'a', name: { id, en }, short }],
  })
  const risky = agency('Dinas;=1+1', 'Office;""\'=1+1', 'a\n-b; -c')
  const written = Buffer.from(
    await writeFile({ of: 'plan', doc: risky, language: 'id', kind: 'agency' }),
  ).toString()
  expect(written).toContain(`"Dinas;'=1+1","Office;""""''=1+1","a\n'-b; -c"`)
  expect(await plan(Buffer.from(written), risky)).toEqual(risky)
})

describe('[E4] no text contains characters that nobody can see', () => {
  const nameOf = async (bytes: Uint8Array) => (await plan(bytes)).agencies[0]?.name['id']
  const heads = ['Nama', 'Nama (Inggris)', 'Singkatan']

  it.each([
    ['_x001B_@', '@'],
    ['&#x1b;&#x0;@', '@'],
    ['_xD83D_', ''],
    ['&#xffff;&#xfdd0;', ''],
    ['_x000B_Satu', '\nSatu'],
  ])('not from a workbook: %s', async (odd, left) => {
    const strings = [...heads, `Dinas${odd}`, 'Office', 'D'].map((text) => `<si><t>${text}</t></si>`)
    const cells = (row: number, from: number) =>
      `<row r="${row}">${[0, 1, 2].map((nth) => `<c t="s"><v>${from + nth}</v></c>`).join('')}</row>`
    const bytes = workbook({ strings, sheets: { Instansi: { rows: cells(1, 0) + cells(2, 3) } } })
    expect(await nameOf(bytes)).toBe(`Dinas${left}`)
  })

  it('not from a CSV file', async () => {
    const text = `${heads.join(',')}\r\nDi\u001b\u007fnas\uffff,Office,D`
    expect(await nameOf(Buffer.from(text))).toBe('Dinas')
  })

  it('not from a plan as JSON', async () => {
    const agencies = [{ id: 'a', name: { id: 'Di\u0000\ud800nas\u{1ffff}', en: 'Two\nlines' }, short: 'D' }]
    const text = JSON.stringify({ ...rulesPlan, agencies })
    expect((await plan(Buffer.from(text))).agencies[0]?.name).toEqual({ id: 'Dinas', en: 'Two\nlines' })
  })

  it('nor does a workbook that is written, which no program could open then', async () => {
    const doc = { ...rulesPlan, name: { id: 'Mal\uffff\u0007', en: 'Hall\ufffe' } }
    const bytes = await writeFile({ of: 'plan', doc, language: 'id', kind: null })
    const file = await JSZip.loadAsync(bytes)
    const text = (await Promise.all(file.file(/\.xml$/).map(async (part) => part.async('string')))).join('')
    expect(text).toContain('<t>Mal</t>')
    expect(text).not.toMatch(/\p{Noncharacter_Code_Point}|_x0007_/u)
  })
})

it('reads CSV of any separator and encoding, and never writes what would be a formula', async () => {
  const rows = [
    ['Nama', 'Nama (Inggris)', 'Singkatan'],
    ['Dinas é', 'Office', "'=1+1"],
  ]
  for (const [mark, encode] of [
    [';', (text: string) => Buffer.from(text)],
    ['\t', (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le')],
    [',', (text: string) => Buffer.from(text, 'latin1')],
  ] as const) {
    const bytes = encode(rows.map((row) => row.join(mark)).join('\r\n'))
    expect((await plan(bytes)).agencies).toMatchObject([
      { name: { id: 'Dinas é', en: 'Office' }, short: '=1+1' },
    ])
  }
  const risky = {
    ...rulesPlan,
    agencies: [{ id: 'a', name: { id: '=HYPERLINK("x")', en: '-2' }, short: '@a' }],
  }
  const written = await writeFile({ of: 'plan', doc: risky, language: 'id', kind: 'agency' })
  expect(Buffer.from(written).toString()).toContain(`"'=HYPERLINK(""x"")",'-2,'@a`)
  expect(await plan(Buffer.from(written), risky)).toEqual(risky)
  expect(await faultsOf(Buffer.from('nama,alamat\na,b'))).toEqual([
    'Judul kolom berkas CSV ini tidak cocok dengan lembar mana pun.',
  ])
})
