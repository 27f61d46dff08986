// What is said about a file, in both languages: faults of cells, rows, sheets and of the file itself, and notes worth
// knowing.
import { lookUp } from '../hall/look-up.ts'

type Text = Readonly<Record<string, string>>

const id = {
  // cells
  'not-a-number': ({ text }: Text) => `"${text}" bukan angka`,
  'number-unclear': ({ text }: Text) =>
    `"${text}" bisa berarti ribuan atau pecahan; tulis tanpa titik, misalnya 1000, atau 1,5`,
  'not-whole': ({ text }: Text) => `${text} harus bilangan bulat`,
  'not-a-day': ({ text }: Text) => `"${text}" bukan tanggal; tulis seperti 17/08/2026 atau 17 Agustus 2026`,
  'day-unreal': ({ text }: Text) => `tanggal ${text} tidak ada di kalender`,
  'day-as-number': ({ text }: Text) => `${text} adalah angka; jadikan format sel itu tanggal`,
  'is-a-day': ({ text }: Text) =>
    `program lembar kerja menjadikannya tanggal (${text}); jadikan format sel itu teks, lalu ketik ulang`,
  'not-a-choice': ({ text, choices }: Text) => `"${text}" tidak dikenal; pilih salah satu: ${choices}`,
  'not-hours': ({ text }: Text) =>
    `"${text}" bukan jam; tulis seperti 08.00–12.00; 13.00–15.30, atau "tutup"`,
  'not-a-time': ({ text }: Text) => `"${text}" bukan jam; tulis seperti 12.00`,
  'not-an-arrow': ({ text }: Text) => `"${text}" bukan panah; tulis seperti Zona Depan: kiri`,
  'not-a-way': ({ text }: Text) => `"${text}" bukan zona dengan menitnya; tulis seperti Zona Depan: 3`,
  'unknown-name': ({ text, sheet }: Text) => `"${text}" tidak ada di lembar ${sheet}`,
  'name-unclear': ({ text, names }: Text) => `"${text}" bisa berarti beberapa; tulis salah satu: ${names}`,
  'name-gone': ({ text, sheet }: Text) => `"${text}" dihapus dari lembar ${sheet}`,
  error: () => 'sel ini menampilkan kesalahan rumus',
  'no-result': () => 'rumus ini belum dihitung; buka berkasnya, simpan lagi, atau tulis nilainya',
  merged: () => 'sel digabungkan; pisahkan supaya jelas barisnya',
  // rows
  'no-key': ({ column }: Text) => `baris ini berisi, tetapi kolom ${column} kosong`,
  'which-one': ({ name }: Text) => `ada beberapa yang bernama "${name}"; yang mana baris ini?`,
  'same-twice': ({ name, row }: Text) => `"${name}" sudah ada di baris ${row}; apakah baris ini yang lain?`,
  'no-service': () => 'tidak jelas layanan mana yang dimaksud',
  'service-twice': ({ row }: Text) => `layanan ini sudah ada di baris ${row}`,
  'username-form': ({ text }: Text) =>
    `"${text}" tidak dapat menjadi nama pengguna: 3 sampai 32 huruf kecil, angka, titik, garis bawah, atau tanda hubung`,
  'person-name': () => 'nama harus diisi, paling banyak 60 huruf dalam satu baris',
  'person-role': () => 'peran belum diisi',
  'person-agency': () => 'petugas dan penyelia harus punya instansi',
  'person-not-yours': () => 'akun ini bukan wewenang Anda, atau nama penggunanya sudah dipakai',
  'person-own': () => 'peran, instansi, dan keadaan akun Anda sendiri diubah oleh pengelola lain',
  'person-holds': () => 'petugas ini masih memegang loket; tutup loketnya sebelum ia pindah instansi',
  'person-closed': () => 'akun baru tidak dapat langsung ditutup',
  // sheets
  'no-headings': () => 'baris judul kolom tidak ditemukan',
  'column-missing': ({ column }: Text) => `kolom "${column}" tidak ada`,
  'column-renamed': ({ column, missing }: Text) =>
    `kolom "${column}" tidak dikenal, sedangkan kolom "${missing}" tidak ada; kembalikan nama kolomnya`,
  'column-twice': ({ column }: Text) => `ada dua kolom "${column}"`,
  'sheet-twice': ({ sheet }: Text) => `ada dua lembar ${sheet}`,
  'too-many-rows': ({ count, most }: Text) => `lembar ini berisi ${count} baris, paling banyak ${most}`,
  // the file
  'file-empty': () => 'berkas ini kosong',
  'file-locked': () => 'berkas ini dikunci dengan kata sandi; simpan tanpa kata sandi',
  'not-a-sheet': ({ type = '' }: Text) =>
    `berkas ini ${lookUp(typesId, type) ?? typesId.unknown}; simpan sebagai .xlsx`,
  damaged: () => 'berkas ini rusak atau bukan berkas .xlsx; simpan ulang dari Excel atau LibreOffice',
  unsafe: () => 'berkas ini memuat bagian yang tidak dipakai program lembar kerja dan tidak dibaca',
  'unpacks-too-large': () =>
    'isi berkas ini terlalu besar setelah dibuka: paling banyak 50 MB dan 100 kali ukurannya',
  'too-much': () => 'berkas ini terlalu besar untuk dibaca; hapus baris, lembar, dan gambar yang tidak perlu',
  'json-broken': () => 'berkas JSON ini tidak utuh',
  'not-a-plan': () => 'berkas JSON ini bukan pengaturan mal',
  'kind-unclear': () => 'judul kolom berkas CSV ini tidak cocok dengan lembar mana pun',
  'nothing-known': () => 'tidak ada lembar yang dikenal di berkas ini',
  'plan-too-large': () => 'pengaturan mal menjadi terlalu besar',
  'too-many-new': ({ count, most }: Text) =>
    `berkas ini berisi ${count} akun baru, paling banyak ${most} sekali unggah`,
  // worth knowing
  'cell-empty': () => 'sel ini belum diisi',
  'sheets-untouched': ({ sheets }: Text) => `tidak ada di berkas, jadi isinya tetap: ${sheets}`,
  'sheet-ignored': ({ sheet }: Text) => `lembar "${sheet}" tidak dikenal dan diabaikan`,
  'columns-untouched': ({ columns }: Text) => `kolom yang tidak ada, jadi isinya tetap: ${columns}`,
  'column-ignored': ({ column }: Text) => `kolom "${column}" tidak dikenal dan diabaikan`,
  formulas: ({ count }: Text) => `${count} sel berisi rumus; yang dibaca adalah hasil terakhirnya`,
  macros: () => 'makro di berkas ini tidak dibaca',
}

const typesId = {
  xls: 'berformat .xls lama',
  xlsb: 'berformat .xlsb',
  ods: 'berformat .ods',
  pdf: 'berupa PDF',
  html: 'berupa halaman web',
  xml: 'berupa XML',
  docx: 'berupa dokumen Word',
  zip: 'berupa arsip ZIP',
  unknown: 'bukan lembar kerja',
}

export type SaidCode = keyof typeof id
type Texts = { readonly [Code in SaidCode]: (detail: Text) => string }

const typesEn: Readonly<Record<keyof typeof typesId, string>> = {
  xls: 'is in the old format .xls',
  xlsb: 'is in the format .xlsb',
  ods: 'is in the format .ods',
  pdf: 'is a PDF',
  html: 'is a web page',
  xml: 'is XML',
  docx: 'is a Word document',
  zip: 'is a ZIP archive',
  unknown: 'is no spreadsheet',
}

const en: Texts = {
  'not-a-number': ({ text }) => `"${text}" is no number`,
  'number-unclear': ({ text }) =>
    `"${text}" could mean thousands or a fraction; write it plainly, 1000 or 1.5`,
  'not-whole': ({ text }) => `${text} must be a whole number`,
  'not-a-day': ({ text }) => `"${text}" is no day; write it like 17/08/2026 or 17 August 2026`,
  'day-unreal': ({ text }) => `the calendar has no day ${text}`,
  'day-as-number': ({ text }) => `${text} is a number; give the cell the format of a date`,
  'is-a-day': ({ text }) =>
    `the spreadsheet program made it a date (${text}); give the cell the format of text and type it again`,
  'not-a-choice': ({ text, choices }) => `"${text}" is not known; choose one of: ${choices}`,
  'not-hours': ({ text }) => `"${text}" are no hours; write them like 08.00–12.00; 13.00–15.30, or "closed"`,
  'not-a-time': ({ text }) => `"${text}" is no time; write it like 12.00`,
  'not-an-arrow': ({ text }) => `"${text}" is no arrow; write it like Front zone: left`,
  'not-a-way': ({ text }) => `"${text}" is no zone with its minutes; write it like Front zone: 3`,
  'unknown-name': ({ text, sheet }) => `"${text}" is not on the sheet ${sheet}`,
  'name-unclear': ({ text, names }) => `"${text}" could mean several; write one of: ${names}`,
  'name-gone': ({ text, sheet }) => `"${text}" was removed from the sheet ${sheet}`,
  error: () => 'this cell shows the error of a formula',
  'no-result': () =>
    'this formula has not been computed; open the file and save it again, or write the value',
  merged: () => 'cells are merged; split them, so that each row is clear',
  'no-key': ({ column }) => `this row is filled in, but its column ${column} is empty`,
  'which-one': ({ name }) => `several are called "${name}"; which one is this row?`,
  'same-twice': ({ name, row }) => `"${name}" is in row ${row} already; is this row another one?`,
  'no-service': () => 'it is not clear which service is meant',
  'service-twice': ({ row }) => `this service is in row ${row} already`,
  'username-form': ({ text }) =>
    `"${text}" can be no user name: 3 to 32 lower-case letters, digits, dots, underscores or hyphens`,
  'person-name': () => 'a name is needed, at most 60 characters on one line',
  'person-role': () => 'the role is missing',
  'person-agency': () => 'officers and supervisors need an agency',
  'person-not-yours': () => 'this account is not yours to change, or its user name is taken',
  'person-own': () => 'role, agency and state of your own account are changed by another manager',
  'person-holds': () => 'this person still holds a counter; close it before they move to another agency',
  'person-closed': () => 'a new account cannot be closed from the start',
  'no-headings': () => 'the row of headings was not found',
  'column-missing': ({ column }) => `the column "${column}" is missing`,
  'column-renamed': ({ column, missing }) =>
    `the column "${column}" is not known, and the column "${missing}" is missing; give it its name back`,
  'column-twice': ({ column }) => `there are two columns "${column}"`,
  'sheet-twice': ({ sheet }) => `there are two sheets ${sheet}`,
  'too-many-rows': ({ count, most }) => `this sheet has ${count} rows, at most ${most} are possible`,
  'file-empty': () => 'this file is empty',
  'file-locked': () => 'this file is locked with a password; save it without one',
  'not-a-sheet': ({ type = '' }) => `this file ${lookUp(typesEn, type) ?? typesEn.unknown}; save it as .xlsx`,
  damaged: () => 'this file is damaged or no .xlsx file; save it again from Excel or LibreOffice',
  unsafe: () => 'this file has parts that no spreadsheet program uses, and is not read',
  'unpacks-too-large': () =>
    'this file is too large once it is unpacked: at most 50 MB and 100 times its size',
  'too-much': () => 'this file is too large to be read; remove rows, sheets and pictures that are not needed',
  'json-broken': () => 'this JSON file is broken',
  'not-a-plan': () => 'this JSON file holds no settings of a hall',
  'kind-unclear': () => 'the headings of this CSV file fit none of the sheets',
  'nothing-known': () => 'there is no known sheet in this file',
  'plan-too-large': () => 'the settings of the hall would be too large',
  'too-many-new': ({ count, most }) =>
    `this file has ${count} new accounts, at most ${most} can be made at once`,
  'cell-empty': () => 'this cell is not filled in',
  'sheets-untouched': ({ sheets }) => `not in the file, so what they hold stays: ${sheets}`,
  'sheet-ignored': ({ sheet }) => `the sheet "${sheet}" is not known and was ignored`,
  'columns-untouched': ({ columns }) => `columns that are missing, so what they hold stays: ${columns}`,
  'column-ignored': ({ column }) => `the column "${column}" is not known and was ignored`,
  formulas: ({ count }) => `${count} cells hold formulas; their last result was read`,
  macros: () => 'the macros in this file were not read',
}

const texts: Readonly<Record<'id' | 'en', Texts>> = { id, en }

/** A message, as its code and what it is about. */
export type Said = readonly [code: SaidCode, detail: Text]

/** The sentence, with its capital letter and full stop. */
export function sentence([code, detail]: Said, language: 'id' | 'en'): string {
  const words = texts[language][code](detail)
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}${words.endsWith('?') ? '' : '.'}`
}
