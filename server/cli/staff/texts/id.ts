// Kalimat perintah `staff`.
import type { StaffTexts } from './texts.ts'

export const id: StaffTexts = {
  usage: `Pemakaian: npm run staff -- <perintah> [pilihan]

  make-all            membuat akun yang belum ada: dua petugas dan satu penyelia untuk tiap instansi
  list                daftar akun
  reset <nama>        memberi kata sandi baru dan mengakhiri semua sesinya
  disable <nama>      menutup akun
  enable <nama>       membuka kembali akun

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
  reset: (username, password) => `Kata sandi baru untuk ${username}: ${password}`,
  nowDisabled: (username) => `Akun ${username} ditutup.`,
  nowEnabled: (username) => `Akun ${username} dibuka kembali.`,
  unknown: (username) => `Tidak ada akun ${username}. Lihat daftarnya: npm run staff -- list`,
}
