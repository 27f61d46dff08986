// Kalimat perintah `staff`.
import type { StaffTexts } from './texts.ts'

export const id: StaffTexts = {
  usage: `Pemakaian: npm run staff -- <perintah> [pilihan]

  make-all            membuat akun yang belum ada: dua petugas dan satu penyelia untuk tiap instansi
  list                daftar akun
  reset <nama>        memberi kata sandi sekali pakai dan mengakhiri semua sesinya
  disable <nama>      menutup akun
  enable <nama>       membuka kembali akun
  make-manager <nama> membuat pengelola, bila tidak ada pengelola yang dapat masuk lagi

Pilihan:
  --data FOLDER       folder data (biasanya DATA_DIR)
  --language id|en    bahasa
  --help              bantuan ini

Kata sandi ditulis ke staff-accounts.csv di folder data, yang hanya dapat dibaca pemiliknya.
Kode keluar: 0 berhasil, 1 ada yang salah, 2 perintah tidak dikenal.`,
  officer: (agency, nth) => `Petugas ${nth} ${agency}`,
  supervisor: (agency) => `Penyelia ${agency}`,
  roles: { officer: 'petugas', supervisor: 'penyelia', manager: 'pengelola' },
  disabled: 'ditutup',
  nobody: 'Belum ada akun.',
  made: (count, file) => `${count} akun dibuat. Nama pengguna dan kata sandinya ada di ${file}`,
  nothingToMake: 'Semua instansi sudah mempunyai akun; tidak ada yang diubah.',
  reset: (username, password) => `Kata sandi sekali pakai untuk ${username}: ${password}`,
  nowDisabled: (username) => `Akun ${username} ditutup.`,
  nowEnabled: (username) => `Akun ${username} dibuka kembali.`,
  oneTime: 'Kata sandi sekali pakai berlaku 7 hari; setelah masuk, kata sandi harus langsung diganti.',
  stillDisabled: (username) =>
    `Akun ${username} masih ditutup. Bukalah dengan: npm run staff -- enable ${username}`,
  lastManager: (username) =>
    `${username} adalah pengelola terakhir dan tidak dapat ditutup. Buatlah pengelola lain dahulu.`,
  manager: 'Pengelola',
  nowManager: (username) => `${username} sekarang pengelola.`,
  notAUsername: (username) =>
    `${username} bukan nama pengguna: pakailah 3 sampai 32 huruf kecil, angka, titik, garis bawah, atau tanda hubung.`,
  unknown: (username) => `Tidak ada akun ${username}. Lihat daftarnya: npm run staff -- list`,
}
