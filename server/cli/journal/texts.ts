// What the command `journal` says.
import type { FindingCode } from '../../store/journal/check.ts'

export interface CommandTexts {
  readonly usage: string
  readonly noSuchDay: (day: string) => string
  readonly noDayYet: string
  /** One line of the list of days. */
  readonly day: (day: string, events: number, first: number, last: number) => string
  /** What is wrong; `detail` is technical and the same in all languages. */
  readonly findings: Readonly<Record<FindingCode, (seq: number | null, detail: string) => string>>
  readonly noSeal: string
  readonly nothingAside: string
  readonly aside: (count: number, folder: string) => string
  readonly allWell: (events: number, days: number) => string
  readonly found: (count: number) => string
  readonly rebuilt: (day: string, steps: number) => string
  readonly stillOpen: (day: string) => string
  /** The disk failed, or its content makes no sense. */
  readonly unreadable: (detail: string) => string
  readonly doesNotFold: (day: string, detail: string) => string
}

export const id: CommandTexts = {
  usage: `Pemakaian: npm run journal -- <perintah> [pilihan]

  print [hari]           menceritakan satu hari, misalnya print 2026-11-24; tanpa hari: yang terakhir
  days                   daftar hari dalam jurnal
  export                 semua peristiwa, masing-masing satu baris JSON; --from HARI dan --to HARI membatasinya;
                         agar npm tidak ikut mencetak: npm run -s journal -- export > berkas
  check                  memeriksa seluruh berkas dan jurnal, lalu menyebutkan setiap kesalahan
  facts rebuild [hari]   menghitung ulang angka laporan dari jurnal; tanpa hari: semua hari yang sudah ditutup
  begin-anew             menyisihkan seluruh jurnal, sehingga server mulai lagi seperti baru; hentikan dahulu server

Pilihan:
  --data FOLDER          folder data (biasanya DATA_DIR)
  --language id|en       bahasa
  --help                 bantuan ini

Kode keluar: 0 semua baik, 1 ada yang salah, 2 perintah tidak dikenal.`,
  noSuchDay: (day) => `Tidak ada hari ${day} dalam jurnal.`,
  noDayYet: 'Jurnal masih kosong.',
  day: (day, events, first, last) => `${day}  ${events} peristiwa, #${first} sampai #${last}`,
  findings: {
    damaged: (_, detail) => `Berkas basis data rusak: ${detail}`,
    unreadable: (seq, detail) => `#${seq}: peristiwa mulai dari sini tidak dapat dibaca (${detail}).`,
    gap: (seq, detail) => `#${seq}: nomor urut terputus, seharusnya #${detail}.`,
    'not-json': (seq, detail) => `#${seq}: isinya bukan JSON: ${detail}`,
    'unknown-type': (seq, detail) => `#${seq}: jenis peristiwa tidak dikenal: ${detail}`,
    'wrong-shape': (seq, detail) => `#${seq}: bentuk peristiwa tidak sesuai: ${detail}`,
    'time-fell': (seq, detail) => `#${seq}: waktunya mundur tanpa jam dipastikan (${detail}).`,
    'wrong-day': (seq, detail) => `#${seq}: tidak termasuk hari yang sedang dibuka (${detail}).`,
    'does-not-fold': (seq, detail) =>
      `#${seq}: hari yang dimulai di sini tidak dapat disusun ulang (${detail}).`,
    altered: (seq, detail) =>
      `#${seq}: diubah setelah ditulis, atau peristiwa sebelumnya yang diubah (${detail}).`,
    'plan-altered': (seq, detail) =>
      `#${seq}: pengaturan mal yang dibawanya diubah setelah ditulis (${detail}).`,
    'plan-lost': (seq, detail) =>
      `#${seq}: pengaturan mal yang dibawanya hilang, sehingga harinya tidak dapat disusun ulang (${detail}).`,
    'seal-ahead': (seq, detail) =>
      `Ada peristiwa yang hilang di ujung jurnal: segel mengenal #${seq} (hilang, terakhir: ${detail}).`,
    'seal-differs': (seq, detail) => `#${seq}: di sini ada peristiwa lain daripada yang disegel (${detail}).`,
    'seal-torn': () =>
      'Segel antre.seal tidak dapat dibaca: tidak ada yang tahu apakah peristiwa terakhir masih ada.',
    unguarded: (_, detail) => `Pengaman agar catatan tidak diubah sudah tidak ada: ${detail}`,
    'log-gap': (seq, detail) => `Catatan akses #${seq}: nomor urut terputus, seharusnya #${detail}.`,
    'log-wrong-line': (seq, detail) => `Catatan akses #${seq}: isinya tidak sesuai: ${detail}`,
  },
  noSeal:
    'Tidak ada segel antre.seal di sampingnya, seperti pada salinan: tidak ada yang tahu apakah peristiwa terakhirnya lengkap.',
  nothingAside: 'Tidak ada yang perlu disisihkan: server memang akan mulai seperti baru.',
  aside: (count, folder) =>
    `${count} berkas disisihkan ke ${folder}. Server akan mulai seperti baru: mal contoh, tanpa akun dan perangkat.`,
  allWell: (events, days) => `Semua baik: ${events} peristiwa dalam ${days} hari.`,
  found: (count) => `Ditemukan ${count} kesalahan. Simpan salinan folder data sebelum memperbaiki apa pun.`,
  rebuilt: (day, steps) => `${day}: ${steps} langkah dihitung ulang.`,
  stillOpen: (day) => `Hari ${day} belum ditutup; angkanya dihitung saat hari ditutup.`,
  unreadable: (detail) => `Jurnal tidak dapat dibaca (${detail}). Jalankan: npm run journal -- check`,
  doesNotFold: (day, detail) =>
    `Hari ${day} tidak dapat disusun ulang (${detail}). Jalankan: npm run journal -- check`,
}

export const en: CommandTexts = {
  usage: `Usage: npm run journal -- <command> [options]

  print [day]            tells the story of a day, such as print 2026-11-24; without a day: the last one
  days                   the days in the journal
  export                 all events, each as one line of JSON; --from DAY and --to DAY limit it;
                         for npm to print nothing beside them: npm run -s journal -- export > file
  check                  checks the file and the whole journal and names everything that is wrong
  facts rebuild [day]    rebuilds the reports' facts from the journal; without a day: for all closed days
  begin-anew             puts the whole journal aside, so that the next start is a first one; the server must be stopped

Options:
  --data FOLDER          data folder (usually DATA_DIR)
  --language id|en       language
  --help                 this help

Exit codes: 0 all is well, 1 something is wrong, 2 unknown command.`,
  noSuchDay: (day) => `There is no day ${day} in the journal.`,
  noDayYet: 'The journal is still empty.',
  day: (day, events, first, last) => `${day}  ${events} events, #${first} to #${last}`,
  findings: {
    damaged: (_, detail) => `The database file is damaged: ${detail}`,
    unreadable: (seq, detail) => `#${seq}: events from here on can't be read (${detail}).`,
    gap: (seq, detail) => `#${seq}: a gap, #${detail} is due here.`,
    'not-json': (seq, detail) => `#${seq}: not JSON: ${detail}`,
    'unknown-type': (seq, detail) => `#${seq}: unknown type of event: ${detail}`,
    'wrong-shape': (seq, detail) => `#${seq}: the event has a wrong shape: ${detail}`,
    'time-fell': (seq, detail) => `#${seq}: time falls although no clock was confirmed (${detail}).`,
    'wrong-day': (seq, detail) => `#${seq}: does not belong to the day that is open (${detail}).`,
    'does-not-fold': (seq, detail) => `#${seq}: the day that begins here does not fold (${detail}).`,
    altered: (seq, detail) =>
      `#${seq}: changed after it was written, or what came before it was (${detail}).`,
    'plan-altered': (seq, detail) =>
      `#${seq}: the plan that it carries was changed after it was written (${detail}).`,
    'plan-lost': (seq, detail) =>
      `#${seq}: the plan that it carries is lost, so that its day can’t be folded (${detail}).`,
    'seal-ahead': (seq, detail) =>
      `Events are missing at the end: the seal knows #${seq} (missing, last: ${detail}).`,
    'seal-differs': (seq, detail) => `#${seq}: this is not the event that was sealed (${detail}).`,
    'seal-torn': () =>
      'The seal antre.seal can’t be read: nobody can tell whether the last events are there.',
    unguarded: (_, detail) => `What keeps the records from being changed is gone: ${detail}`,
    'log-gap': (seq, detail) => `Access log #${seq}: a gap, #${detail} is due here.`,
    'log-wrong-line': (seq, detail) => `Access log #${seq}: not as it was written: ${detail}`,
  },
  noSeal:
    'There is no seal antre.seal beside it, as with a copy: nobody can tell whether its last events are there.',
  nothingAside: 'There is nothing to put aside: the next start is a first one already.',
  aside: (count, folder) =>
    `Put ${count} files aside into ${folder}. The next start is a first one: the sample hall, no accounts, no devices.`,
  allWell: (events, days) => `All is well: ${events} events in ${days} days.`,
  found: (count) => `Found ${count} faults. Keep a copy of the data folder before you repair anything.`,
  rebuilt: (day, steps) => `${day}: ${steps} steps rebuilt.`,
  stillOpen: (day) => `The day ${day} is not closed yet; its facts are made when it closes.`,
  unreadable: (detail) => `The journal can't be read (${detail}). Run: npm run journal -- check`,
  doesNotFold: (day, detail) => `The day ${day} does not fold (${detail}). Run: npm run journal -- check`,
}
