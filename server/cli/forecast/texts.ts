// What the command `forecast` says.
import type { CsvFault } from '../../forecast/evaluate/read.ts'

export interface ForecastTexts {
  readonly usage: string
  readonly played: (days: number) => string
  readonly notRead: (file: string, code: string) => string
  readonly notWritten: (file: string, code: string) => string
  readonly fault: (file: string, fault: CsvFault) => string
}

const faultsId: Readonly<Record<CsvFault['code'], (fault: CsvFault) => string>> = {
  'no-text': () => 'bukan teks, atau arsip gzip yang rusak',
  'too-big': () => 'terlalu besar',
  empty: () => 'tidak ada baris di bawah kepala tabel',
  'no-column': ({ column, found }) => `kolom "${column}" tidak ada; yang ada: ${found}`,
  'twice-a-column': ({ column }) => `kolom "${column}" ada dua kali`,
  'wrong-length': ({ found }) => `banyaknya sel (${found}) tidak sama dengan kepala tabel`,
  'no-name': ({ column }) => `"${column}" kosong`,
  'no-day': ({ found }) => `"${found}" bukan hari; tulis YYYY-MM-DD`,
  'no-time': ({ column, found }) =>
    `${column} "${found}" bukan waktu; tulis HH:MM:SS, dari 00:00:00 sampai 23:59:59`,
  'no-number': ({ found }) => `"${found}" bukan nomor antrean; tulis misalnya 12 atau A012`,
  'no-count': ({ column, found }) => `${column} "${found}" bukan bilangan bulat dari 0`,
  'no-priority': ({ found }) => `priority "${found}" tidak dikenal; tulis 1, 0, atau kosongkan`,
  before: ({ column, found }) => `${column} ${found} lebih awal daripada yang mendahuluinya`,
  twice: ({ column, found }) => `${column} ${found} sudah ada di baris sebelumnya`,
}

const faultsEn: Readonly<Record<CsvFault['code'], (fault: CsvFault) => string>> = {
  'no-text': () => 'no text, or a broken gzip file',
  'too-big': () => 'too big',
  empty: () => 'no rows below the head',
  'no-column': ({ column, found }) => `there is no column "${column}", only: ${found}`,
  'twice-a-column': ({ column }) => `there are two columns "${column}"`,
  'wrong-length': ({ found }) => `has not as many cells (${found}) as the head`,
  'no-name': ({ column }) => `"${column}" is empty`,
  'no-day': ({ found }) => `"${found}" is no day; write YYYY-MM-DD`,
  'no-time': ({ column, found }) =>
    `${column} "${found}" is no time; write HH:MM:SS, from 00:00:00 to 23:59:59`,
  'no-number': ({ found }) => `"${found}" is no number of a queue; write for example 12 or A012`,
  'no-count': ({ column, found }) => `${column} "${found}" is no whole number from 0 on`,
  'no-priority': ({ found }) => `priority "${found}" is not known; write 1, 0 or nothing`,
  before: ({ column, found }) => `${column} ${found} is earlier than what comes before it`,
  twice: ({ column, found }) => `${column} ${found} is in an earlier row already`,
}

export const id: ForecastTexts = {
  played: (days) => `${days} hari`,
  usage: `Pemakaian: npm run forecast -- evaluate KUNJUNGAN.csv --counters LOKET.csv [pilihan]
           npm run forecast -- generated [--days 300] [--seed 1]
           npm run forecast -- near [--days 30] [--seed 1]

Menghitung apa yang akan disampaikan tentang lamanya menunggu dalam antrean yang tercatat, dan seberapa tepat. Setiap
perkiraan hanya memakai apa yang sudah terjadi sampai detik itu. Hasilnya satu baris JSON; angkanya dalam menit.

  KUNJUNGAN.csv          hall,day,service,number,arrived,called,started,finished,priority
  --counters LOKET.csv   hall,day,service,at,open: sejak "at" sebanyak itu loket buka untuk layanan
  --train, --train-counters  berkas yang sama bentuknya dari hari-hari sebelumnya, untuk belajar
  --each BERKAS.csv      tulis perkiraan setiap kunjungan: hall,day,service,number,lowMinutes,highMinutes,minutes
  --days, --seed         "generated": sebanyak itu hari buatan dari balai yang belum dikenal, yang dapat diulang;
                         "near": apakah orang diminta bersiap tepat waktu pada hari-hari itu
  --language id|en       bahasa
  --help                 bantuan ini

Berkas boleh dimampatkan dengan gzip. Jamnya HH:MM:SS, harinya YYYY-MM-DD, yang tidak diketahui dikosongkan.
Kode keluar: 0 berhasil, 1 ada yang salah, 2 perintah tidak dikenal.`,
  notRead: (file, code) => `${file}: tidak dapat dibaca (${code})`,
  notWritten: (file, code) => `${file}: tidak dapat ditulis (${code})`,
  fault: (file, fault) =>
    `${file}${fault.line === null ? '' : `, baris ${fault.line}`}: ${faultsId[fault.code](fault)}`,
}

export const en: ForecastTexts = {
  played: (days) => `${days} days`,
  usage: `Usage: npm run forecast -- evaluate VISITS.csv --counters COUNTERS.csv [options]
       npm run forecast -- generated [--days 300] [--seed 1]
       npm run forecast -- near [--days 30] [--seed 1]

Says what would have been told about waits in a recorded queue, and how accurate it would have been. Each forecast uses only
what was known up to that second. The result is one line of JSON; figures are minutes.

  VISITS.csv             hall,day,service,number,arrived,called,started,finished,priority
  --counters COUNTERS.csv  hall,day,service,at,open: from "at" on this many counters are open for the service
  --train, --train-counters  files of the same form from earlier days, to learn from
  --each FILE.csv        writes what each visit is told: hall,day,service,number,lowMinutes,highMinutes,minutes
  --days, --seed         "generated": this many made-up days of halls it has not seen, repeatable;
                         "near": whether people are asked to get ready in time on such days
  --language id|en       language
  --help                 this help

Files may be gzipped. Times are HH:MM:SS, days YYYY-MM-DD; leave what is not known empty.
Exit codes: 0 success, 1 something is wrong, 2 not understood.`,
  notRead: (file, code) => `${file}: cannot be read (${code})`,
  notWritten: (file, code) => `${file}: cannot be written (${code})`,
  fault: (file, fault) =>
    `${file}${fault.line === null ? '' : `, line ${fault.line}`}: ${faultsEn[fault.code](fault)}`,
}
