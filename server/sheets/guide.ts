// The guide sheet: how a workbook is filled in and sent back, and what each sheet and column is for.
import { recordHeads, type Sheet } from './kinds/kind.ts'
import type { Words } from './cell.ts'

export const guideSheet: Words = { id: 'Petunjuk', en: 'How to' }
export const listSheet: Words = { id: 'Daftar', en: 'Lists' }
export const lockWords: Words = {
  id: 'Kolom ini dipakai program untuk mengenali baris. Biarkan seperti adanya.',
  en: 'The program uses this column to recognise the row. Leave it as it is.',
}

interface Line {
  readonly first: string
  readonly second: string | null
  readonly isTitle: boolean
}

const steps: Readonly<Record<'id' | 'en', readonly string[]>> = {
  id: [
    'Ubah sel, tambah baris di bawah, atau hapus satu baris utuh. Simpan sebagai .xlsx, lalu unggah di halaman pengelola.',
    'Sebelum ada yang berubah, halaman itu menunjukkan apa yang ditambahkan, diubah, dan dihapus. Hasilnya masuk ke konsep, bukan langsung berlaku.',
    'Baris baru tidak memerlukan ID. Baris yang dihapus berarti dihapus juga dari mal; lembar yang dihapus seluruhnya tidak mengubah apa pun.',
    'Nama kolom jangan diganti. Urutan kolom boleh diubah. Kolom tambahan milik sendiri diabaikan.',
    'Urutan baris adalah urutan di layar: mengurutkan lembar mengubah urutan itu.',
    'Jangan gabungkan sel. Tanggal dan angka ditulis biasa; rumus boleh, yang dibaca adalah hasilnya.',
    'Kolom dengan beberapa nama memakai titik koma: Kartu Keluarga; KTP.',
  ],
  en: [
    'Change cells, add rows at the bottom, or delete whole rows. Save it as .xlsx, then upload it on the page of the managers.',
    'Before anything changes, that page shows what is added, changed and gone. The result goes into the draft; it is not live yet.',
    'A new row needs no ID. A deleted row is gone from the hall too; a sheet that is deleted as a whole changes nothing.',
    'Leave the headings as they are. Columns may change places. Further columns of your own are ignored.',
    'The order of the rows is the order on the screens: sorting a sheet changes it.',
    'Merge no cells. Write dates and numbers as usual; formulas may be there, their result is read.',
    'In a column with several names there are semicolons between: Family card; ID card.',
  ],
}

/** The same for a list of staff. */
const staffSteps: Readonly<Record<'id' | 'en', readonly string[]>> = {
  id: [
    'Tambah satu baris untuk setiap petugas baru, atau ubah sel. Simpan sebagai .xlsx, lalu unggah di halaman pengelola, bagian Petugas.',
    'Sebelum ada yang berubah, halaman itu menunjukkan akun mana yang dibuat dan diubah.',
    'Petugas dikenali dari nama penggunanya. Yang tidak tercantum tetap seperti adanya: menghapus baris tidak menutup akun; tulis "ditutup".',
    'Kata sandi pertama dibuat program dan dicetak dari halaman itu. Jangan menulis kata sandi di sini.',
  ],
  en: [
    'Add a row for each new person, or change cells. Save it as .xlsx, then upload it on the page of the managers, under People.',
    'Before anything changes, that page shows which accounts are made and changed.',
    'People are known by their user name. Whoever is not listed stays as they are: deleting a row closes no account; write "closed".',
    'First passwords are made by the program and printed from that page. Write no passwords here.',
  ],
}

const heads = { id: ['Langkah', 'Lembar dan kolom'], en: ['Steps', 'Sheets and columns'] } as const

/** Its lines, from the top. */
export function guide(sheets: readonly Sheet[], language: 'id' | 'en', about: Words): Line[] {
  const title = (first: string): Line => ({ first, second: null, isTitle: true })
  const [stepsHead, columnsHead] = heads[language]
  return [
    title(about[language]),
    title(stepsHead),
    ...(sheets.some(({ kind }) => kind.isByKey) ? staffSteps : steps)[language].map((second, nth): Line => ({
      first: String(nth + 1),
      second,
      isTitle: false,
    })),
    title(columnsHead),
    ...sheets.flatMap(({ kind, columns }): Line[] => [
      { first: kind.sheet[language], second: kind.about[language], isTitle: true },
      ...columns
        .filter(({ hint }) => hint !== undefined)
        .map(({ head, hint }): Line => ({
          first: kind.isRecord ? `${recordHeads.field[language]}: ${head[language]}` : head[language],
          second: hint?.[language] ?? null,
          isTitle: false,
        })),
    ]),
  ]
}
