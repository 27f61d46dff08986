// What the command `rehearse` says.

interface Filled {
  readonly dataDir: string
  readonly first: string
  readonly last: string
  readonly visits: number
  readonly events: number
  readonly seconds: number
}

export interface RehearseTexts {
  readonly usage: string
  readonly notEmpty: (dataDir: string) => string
  /** The days would reach `last`, but must end before `today`. */
  readonly tooLate: (last: string, today: string) => string
  readonly filled: (made: Filled) => string
}

export const id: RehearseTexts = {
  usage: `Pemakaian: npm run rehearse -- --data FOLDER [pilihan]

Mengisi folder data yang baru dengan hari-hari buatan dari mal contoh: pengunjung, panggilan, layanan, jeda, dan
kesalahan yang biasa terjadi. Sesudahnya "DATA_DIR=FOLDER npm start" membuka hari berikutnya.

Pilihan:
  --data FOLDER          folder yang diisi; belum boleh berisi mal
  --days N               berapa hari buka, 1 sampai 400 (biasanya 30); hari tutup di antaranya ikut berlalu
  --from YYYY-MM-DD      hari pertama; tanpa ini hari terakhir adalah kemarin
  --visits N             kunjungan pada hari biasa, 1 sampai 5000 (biasanya 700)
  --seed N               angka awal: angka yang sama menghasilkan jurnal yang sama (biasanya 1)
  --language id|en       bahasa
  --help                 bantuan ini

Kode keluar: 0 berhasil, 1 ada yang salah, 2 perintah tidak dikenal.`,
  notEmpty: (dataDir) =>
    `Di ${dataDir} sudah ada mal. Latihan hanya mengisi folder baru, supaya tidak ada data yang tercampur; pilih folder lain.`,
  tooLate: (last, today) =>
    `Hari-hari itu berlangsung sampai ${last}, padahal sekarang ${today} menurut jam mal: semuanya harus sudah lewat. Pilih --from yang lebih awal atau --days yang lebih kecil.`,
  filled: ({ dataDir, first, last, visits, events, seconds }) =>
    `${dataDir}: ${first} sampai ${last}, ${visits} kunjungan, ${events} peristiwa (${seconds} detik).`,
}

export const en: RehearseTexts = {
  usage: `Usage: npm run rehearse -- --data FOLDER [options]

Fills a new data folder with made-up days of the sample hall: visitors, calls, services, breaks, and what usually goes
wrong. After that "DATA_DIR=FOLDER npm start" opens the next day.

Options:
  --data FOLDER          the folder to fill; there must be no hall in it yet
  --days N               how many open days, 1 to 400 (usually 30); closed days in between pass too
  --from YYYY-MM-DD      the first day; without it the last day is yesterday
  --visits N             visits on a usual day, 1 to 5000 (usually 700)
  --seed N               the same number makes the same journal (usually 1)
  --language id|en       language
  --help                 this help

Exit codes: 0 success, 1 something is wrong, 2 not understood.`,
  notEmpty: (dataDir) =>
    `There is already a hall in ${dataDir}. A rehearsal fills only new folders, so that nothing gets mixed up; choose another one.`,
  tooLate: (last, today) =>
    `Those days would go on until ${last}, but it is ${today} by the hall’s clock, and all of them must be over. Choose an earlier --from or fewer --days.`,
  filled: ({ dataDir, first, last, visits, events, seconds }) =>
    `${dataDir}: ${first} to ${last}, ${visits} visits, ${events} events (${seconds} seconds).`,
}
