// Kalimat perintah `journal`.
import type { CommandTexts } from './texts.ts'

export const id: CommandTexts = {
  usage: `Pemakaian: npm run journal -- <perintah> [pilihan]

  print [hari]           menceritakan satu hari, misalnya print 2026-11-24; tanpa hari: yang terakhir
  days                   daftar hari dalam jurnal
  check                  memeriksa seluruh berkas dan jurnal, lalu menyebutkan setiap kesalahan
  facts rebuild [hari]   menghitung ulang angka laporan dari jurnal; tanpa hari: semua hari yang sudah ditutup
  begin-anew             menyisihkan seluruh jurnal, sehingga mulai berikutnya menjadi yang pertama; hentikan dahulu server

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
      `#${seq}: diubah setelah ditulis, atau yang berdiri sebelumnya diubah (${detail}).`,
    'seal-ahead': (seq, detail) =>
      `Ada peristiwa yang hilang di ujung jurnal: segel mengenal #${seq} (hilang, terakhir: ${detail}).`,
    'seal-differs': (seq, detail) => `#${seq}: di sini ada peristiwa lain daripada yang disegel (${detail}).`,
    'seal-torn': () =>
      'Segel antre.seal tidak dapat dibaca: tidak ada yang tahu apakah peristiwa terakhir masih ada.',
    unguarded: (_, detail) => `Penjaga agar catatan tidak diubah sudah tidak ada: ${detail}`,
    'log-gap': (seq, detail) => `Catatan akses #${seq}: nomor urut terputus, seharusnya #${detail}.`,
    'log-wrong-line': (seq, detail) => `Catatan akses #${seq}: isinya tidak sesuai: ${detail}`,
  },
  noSeal:
    'Tidak ada segel antre.seal di sampingnya, seperti pada salinan: tidak ada yang tahu apakah peristiwa terakhirnya lengkap.',
  nothingAside: 'Tidak ada yang perlu disisihkan: mulai berikutnya memang yang pertama.',
  aside: (count, folder) =>
    `${count} berkas disisihkan ke ${folder}. Mulai berikutnya menjadi yang pertama: mal contoh, tanpa akun dan perangkat.`,
  allWell: (events, days) => `Semua baik: ${events} peristiwa dalam ${days} hari.`,
  found: (count) => `Ditemukan ${count} kesalahan. Simpan salinan folder data sebelum memperbaiki apa pun.`,
  rebuilt: (day, steps) => `${day}: ${steps} langkah dihitung ulang.`,
  stillOpen: (day) => `Hari ${day} belum ditutup; angkanya dihitung saat hari ditutup.`,
  unreadable: (detail) => `Jurnal tidak dapat dibaca (${detail}). Jalankan: npm run journal -- check`,
  doesNotFold: (day, detail) =>
    `Hari ${day} tidak dapat disusun ulang (${detail}). Jalankan: npm run journal -- check`,
}
