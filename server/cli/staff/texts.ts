// What the command `staff` says.
import type { AccountNames } from '../../access/accounts.ts'
import type { Role } from '../../access/staff.ts'

export interface StaffTexts extends AccountNames {
  readonly usage: string
  readonly roles: Readonly<Record<Role, string>>
  readonly disabled: string
  readonly nobody: string
  readonly made: (count: number, file: string) => string
  readonly nothingToMake: string
  readonly reset: (username: string, password: string) => string
  readonly nowDisabled: (username: string) => string
  readonly nowEnabled: (username: string) => string
  /** What to know about the password that a reset makes. */
  readonly oneTime: string
  readonly stillDisabled: (username: string) => string
  readonly lastManager: (username: string) => string
  /** The name of a manager made by the command, until somebody changes it. */
  readonly manager: string
  readonly nowManager: (username: string) => string
  readonly notAUsername: (username: string) => string
  readonly unknown: (username: string) => string
}

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

export const en: StaffTexts = {
  usage: `Usage: npm run staff -- <command> [options]

  make-all            makes the accounts that are missing: two officers and a supervisor for every agency
  list                all accounts
  reset <name>        gives a one-time password and ends all sessions
  disable <name>      closes an account
  enable <name>       opens it again
  make-manager <name> makes a manager, if none can sign in any more

Options:
  --data FOLDER       the data folder (usually DATA_DIR)
  --language id|en    language
  --help              this help

Passwords are written to staff-accounts.csv in the data folder, which only its owner can read.
Exit codes: 0 done, 1 something is wrong, 2 not understood.`,
  officer: (agency, nth) => `Officer ${nth}, ${agency}`,
  supervisor: (agency) => `Supervisor, ${agency}`,
  roles: { officer: 'officer', supervisor: 'supervisor', manager: 'manager' },
  disabled: 'closed',
  nobody: 'There are no accounts yet.',
  made: (count, file) => `Made ${count} accounts. Their user names and passwords are in ${file}`,
  nothingToMake: 'Every agency has its accounts; nothing was changed.',
  reset: (username, password) => `One-time password of ${username}: ${password}`,
  nowDisabled: (username) => `The account ${username} is closed.`,
  nowEnabled: (username) => `The account ${username} is open again.`,
  oneTime: 'A one-time password is good for 7 days; it has to be changed right after signing in.',
  stillDisabled: (username) =>
    `The account ${username} is still closed. Open it with: npm run staff -- enable ${username}`,
  lastManager: (username) =>
    `${username} is the last manager and can’t be closed. Make another manager first.`,
  manager: 'Manager',
  nowManager: (username) => `${username} is a manager now.`,
  notAUsername: (username) =>
    `${username} is not a user name: use 3 to 32 small letters, digits, dots, underscores or hyphens.`,
  unknown: (username) => `There is no account ${username}. See the list: npm run staff -- list`,
}
