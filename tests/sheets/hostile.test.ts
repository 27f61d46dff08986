// Files that are not what they say, and files that are meant to do harm: each is refused in words.
import { expect, it } from 'vitest'
import type { Plan } from '../../server/hall/plan.ts'
import { rulesPlan } from '../rules/rules-plan.ts'
import { faultsOf, inline, parts, readOver, table, workbook, zip } from './zip.ts'

const agencies = {
  Instansi: table([
    ['Nama', 'Nama (Inggris)', 'Singkatan'],
    ['A', 'A', 'A'],
  ]),
}
const saveAs = (what: string) => [`Berkas ini ${what}; simpan sebagai .xlsx.`]

it('[S38] a file is recognised by its content, and anything that is not a spreadsheet is named as such', async () => {
  expect(await faultsOf(Buffer.alloc(0))).toEqual(['Berkas ini kosong.'])
  expect(await faultsOf(Buffer.from(' \n '))).toEqual(['Berkas ini kosong.'])
  const ole = Buffer.concat([
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    Buffer.alloc(600),
  ])
  expect(await faultsOf(ole)).toEqual(saveAs('berformat .xls lama'))
  const locked = Buffer.concat([ole, Buffer.from('EncryptedPackage', 'utf16le')])
  expect(await faultsOf(locked)).toEqual(['Berkas ini dikunci dengan kata sandi; simpan tanpa kata sandi.'])
  expect(await faultsOf(Buffer.from('%PDF-1.7\n'))).toEqual(saveAs('berupa PDF'))
  expect(await faultsOf(Buffer.from('<html><table><tr><td>Nama</td></tr></table>'))).toEqual(
    saveAs('berupa halaman web'),
  )
  expect(await faultsOf(Buffer.from('<?xml version="1.0"?><Workbook/>'))).toEqual(saveAs('berupa XML'))
  expect(await faultsOf(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2]))).toEqual(saveAs('bukan lembar kerja'))
  const of = (...names: string[]) => zip(names.map((name) => ({ name, content: 'x' })))
  expect(await faultsOf(of('mimetype', 'content.xml'))).toEqual(saveAs('berformat .ods'))
  expect(await faultsOf(of('xl/workbook.bin'))).toEqual(saveAs('berformat .xlsb'))
  expect(await faultsOf(of('word/document.xml'))).toEqual(saveAs('berupa dokumen Word'))
  expect(await faultsOf(of('photo.jpg'))).toEqual(saveAs('berupa arsip ZIP'))
  expect(await faultsOf(Buffer.from('{"name":'))).toEqual(['Berkas JSON ini tidak utuh.'])
  expect(await faultsOf(Buffer.from('[1, 2]'))).toEqual(['Berkas JSON ini bukan pengaturan mal.'])
  expect(await faultsOf(Buffer.from(`{"name":${'['.repeat(50_000)}${']'.repeat(50_000)}}`))).toEqual([
    'Berkas JSON ini bukan pengaturan mal.',
  ])
})

it.each(['"__proto__":{}', '"name":{"id":"A","__proto__":"B"}', '"constructor":{"prototype":{}}'])(
  'a plan with %s is none: no request could ever send its draft again',
  async (part) => {
    const text = JSON.stringify(rulesPlan).replace(/\}$/, () => `,${part}}`)
    expect(await faultsOf(Buffer.from(text))).toEqual(['Berkas JSON ini bukan pengaturan mal.'])
  },
)

it('reads a workbook with macros without them', async () => {
  const more = [{ name: 'xl/vbaProject.bin', content: Buffer.from([0xd0, 0xcf, 0x11, 0xe0]) }]
  const { notes, faults, plan } = await readOver(workbook({ sheets: agencies, more }))
  expect(faults.filter(({ blocks }) => blocks)).toEqual([])
  expect(plan).toMatchObject({ agencies: [{ short: 'A' }] })
  expect(notes[0]?.detail).toBe('Makro di berkas ini tidak dibaca.')
})

it('sums the sizes that a zip states, and believes none of them', async () => {
  const tooLarge = [
    'Isi berkas ini terlalu besar setelah dibuka: paling banyak 50 MB dan 100 kali ukurannya.',
  ]
  const zeros = Buffer.alloc(60 * 1024 * 1024)
  const bomb = (stated: number) =>
    zip([...parts({ sheets: agencies }), { name: 'xl/worksheets/sheet9.xml', content: zeros, stated }])
  expect(await faultsOf(bomb(zeros.length))).toEqual(tooLarge)
  expect(await faultsOf(bomb(10))).toEqual(tooLarge)
  const many = Array.from({ length: 30 }, (_, nth) => ({
    name: `xl/worksheets/x${nth}.xml`,
    content: zeros.subarray(0, 2_000_000),
    stated: 1,
  }))
  expect(await faultsOf(zip([...parts({ sheets: agencies }), ...many]))).toEqual(tooLarge)
  // Pictures are not unpacked at all, but count as what they state.
  const picture = { name: 'xl/media/image1.png', content: zeros.subarray(0, 1000), stated: 0xfffffff0 }
  expect(await faultsOf(zip([...parts({ sheets: agencies }), picture]))).toEqual(tooLarge)
})

it('takes no harm from the names in a zip, and no part twice', async () => {
  const names = [
    '__proto__',
    'constructor',
    '../../etc/passwd',
    'xl/worksheets/__proto__.xml',
    'xl/worksheets/../x.xml',
    '\u0000',
  ]
  const more = names.map((name) => ({ name, content: '<x/>' }))
  const { plan } = await readOver(workbook({ sheets: agencies, more }))
  expect(plan).toMatchObject({ agencies: [{ short: 'A' }] })
  expect(Object.hasOwn(Object.prototype, 'short')).toBe(false)
  const twice = [
    ...parts({ sheets: agencies }),
    { name: 'xl/worksheets/sheet1.xml', content: '<worksheet/>' },
  ]
  expect(await faultsOf(zip(twice))).toEqual([
    'Berkas ini rusak atau bukan berkas .xlsx; simpan ulang dari Excel atau LibreOffice.',
  ])
})

it('reads no document types and no entities', async () => {
  const unsafe = ['Berkas ini memuat bagian yang tidak dipakai program lembar kerja dan tidak dibaca.']
  const laughs = `<!DOCTYPE sst [<!ENTITY a "${'ha'.repeat(50)}"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><sst><si><t>&b;</t></si></sst>`
  const outside = '<!DOCTYPE sst SYSTEM "file:///etc/passwd"><sst/>'
  for (const content of [laughs, outside]) {
    const swapped = parts({ sheets: agencies }).map((part) =>
      part.name === 'xl/sharedStrings.xml' ? { ...part, content } : part,
    )
    expect(await faultsOf(zip(swapped))).toEqual(unsafe)
  }
})

it('says that a broken file is broken, wherever it is cut off or altered', async () => {
  const whole = workbook({ sheets: agencies })
  for (const length of [2, 3, 30, 200, whole.length / 2, whole.length - 30, whole.length - 1].map(
    Math.floor,
  )) {
    expect([length, (await faultsOf(whole.subarray(0, length))).length]).toEqual([length, 1])
  }
  for (let at = 0; at < whole.length; at += 37) {
    const altered = Buffer.from(whole)
    altered[at] = (altered[at] ?? 0) ^ 0xff
    const { plan, faults } = await readOver(altered)
    // Either it can be read all the same, or it is said that it cannot.
    expect(plan !== null || faults.length > 0).toBe(true)
  }
})

it('names a sheet with ten thousand services by its rows, and changes nothing of it', async () => {
  const rows = Array.from({ length: 10_000 }, (_, nth) =>
    inline(nth + 2, ['Dukcapil', `Layanan ${nth}`, 'A']),
  )
  const bytes = workbook({
    sheets: { Layanan: { rows: inline(1, ['Instansi', 'Nama', 'Huruf nomor']) + rows.join('') } },
  })
  const { plan, faults, changes } = await readOver(bytes)
  expect(faults.map(({ sheet, detail }) => [sheet, detail])).toEqual([
    ['Layanan', 'Lembar ini berisi 10000 baris, paling banyak 2000.'],
  ])
  expect([plan, changes]).toEqual([rulesPlan, []])
})

it('reads no cells in the far corner of a sheet, and no columns without end', async () => {
  const far = `${inline(1, ['Nama', 'Singkatan'])}${inline(2, ['A', 'B'])}<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>`
  const wide = Array.from({ length: 2000 }, (_, nth) => `<c><v>${nth}</v></c>`).join('')
  for (const rows of [
    far,
    `${inline(1, ['Nama', 'Singkatan'])}${inline(2, ['A', 'B'])}<row r="3">${wide}</row>`,
  ]) {
    const after = '<mergeCells><mergeCell ref="AA1:XFD1048576"/></mergeCells>'
    const { plan } = await readOver(workbook({ sheets: { Instansi: { rows, after } } }))
    expect((plan as Plan).agencies[0]).toMatchObject({ short: 'B' })
  }
})

it('keeps names such as __proto__ and constructor as names', async () => {
  const bytes = workbook({
    sheets: {
      Instansi: table([
        ['ID – jangan diubah', 'Nama', 'Singkatan', '__proto__'],
        ['__proto__', '__proto__', 'constructor', 'x'],
        ['', 'toString', 'valueOf', ''],
      ]),
      ['__proto__']: table([['x'], ['y']]),
    },
  })
  const { plan, notes } = await readOver(bytes)
  expect(plan).toMatchObject({
    agencies: [{ name: { id: '__proto__' }, short: 'constructor' }, { name: { id: 'toString' } }],
  })
  expect(notes.map(({ detail }) => detail)).toContain('Lembar "__proto__" tidak dikenal dan diabaikan.')
})
