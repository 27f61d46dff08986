// What the server says when it starts, or can't, in both languages, as none is chosen yet. One sentence each, with
// what to do.
import { lookUp } from '../hall/look-up.ts'

export const id = {
  running: 'Antre berjalan. Buka alamat ini di peramban:',
  firstRun: 'Penggunaan pertama. Buka tautan ini sekali di tiap layar, dalam 24 jam:',
  firstRunLater:
    'Tautan pertama untuk kios dan layar sudah berakhir. Tautan baru dibuat di halaman Pengelolaan:',
  kiosk: 'Kios (ambil nomor)',
  display: 'Layar TV',
  counter: 'Loket (panggil nomor)',
  manage: 'Pengelola',
  home: 'Semua halaman',
  account: 'Masuk di loket dan pengelola dengan nama pengguna {username} dan kata sandi {password}',
  kept: 'Semua ini juga tersimpan di {file} sampai kata sandi diganti.',
  plainHttp:
    'PERINGATAN: server ini melayani jaringan di {host} tanpa TLS. Siapa pun di jaringan itu (termasuk Wi-Fi) dapat membaca kata sandi, melihat nomor dan catatan, serta bertindak sebagai petugas yang sedang masuk. Atur TLS_CERT dan TLS_KEY, atau khususkan jaringan ini bagi perangkat mal pelayanan, tanpa pengunjung di dalamnya.',
  rehearsal: 'LATIHAN: jam digeser {seconds} detik (CLOCK_OFFSET).',
  managerName: 'Pengelola',
  setting: 'Pengaturan {setting} tidak dapat dipakai: "{value}". Perbaiki, lalu mulai lagi.',
  hostNames:
    'Pengaturan HOST_NAMES tidak dapat dipakai: "{value}" bukan nama. Tulis nama saja, tanpa http:// dan tanpa nomor port, dipisahkan koma, lalu mulai lagi.',
  portTaken:
    'Port {port} sudah dipakai program lain. Hentikan program itu, atau mulai dengan PORT yang lain.',
  portForbidden:
    'Port {port} tidak boleh dipakai oleh pengguna ini. Pilih PORT di atas 1023, atau beri izin kepada pengguna ini.',
  hostUnknown: 'Alamat {host} bukan alamat komputer ini. Perbaiki HOST, lalu mulai lagi.',
  tlsUnusable:
    'Sertifikat atau kunci TLS tidak dapat dipakai ({why}). Perbaiki TLS_CERT dan TLS_KEY, lalu mulai lagi.',
  tlsMissing:
    'Sertifikat atau kunci TLS {file} tidak ada. Taruh berkas itu di sana, atau perbaiki TLS_CERT dan TLS_KEY, lalu mulai lagi; tanpa keduanya server melayani http biasa.',
  tlsForbidden:
    'Sertifikat atau kunci TLS {file} tidak boleh dibaca oleh pengguna ini. Beri izin baca atas berkas itu dan izin masuk ke foldernya, lalu mulai lagi.',
  'not-writable':
    'Folder data {path} tidak dapat ditulisi. Beri izin tulis kepada pengguna ini, atau pilih DATA_DIR lain.',
  locked:
    'Folder data {path} sedang dipakai server Antre yang lain. Hentikan server itu, atau pilih DATA_DIR lain.',
  'too-new':
    'Data di {path} dibuat oleh Antre yang lebih baru. Pasang versi terbaru, lalu mulai lagi; data tidak diubah.',
  'too-old': 'Data di {path} dibuat oleh Antre yang lebih lama. Jalankan server sekali agar data diperbarui.',
  corrupt:
    'Data di {path} rusak ({why}). Jalankan "npm run journal -- check" untuk melihat kerusakannya, lalu pulihkan dari cadangan: docs/running.md, "Damage".',
  emptied:
    'Basis data di {path} kosong atau hilang, padahal masih ada catatan tentang isinya ({why}). Ini bukan penggunaan pertama, dan tidak ada yang diubah. Pulihkan dari cadangan: docs/running.md, "Damage". Bila memang ingin mulai dari awal, jalankan "npm run journal -- begin-anew"; yang ada disisihkan, tidak dihapus.',
  'lock-damaged':
    'Berkas kunci {path} rusak. Pastikan tidak ada server Antre yang memakai folder itu, hapus berkasnya, lalu mulai lagi.',
  firstRunDamaged:
    'Berkas {path} rusak dan tidak dapat dibaca. Bila kata sandi pertama pengelola belum diganti, buat yang baru dengan "npm run staff -- reset manager".',
  full: 'Penyimpanan {path} penuh. Kosongkan sebagian, lalu mulai lagi.',
  missing: 'Folder data {path} tidak ada. Periksa DATA_DIR.',
  failing: 'Penyimpanan {path} gagal membaca atau menulis. Periksa media penyimpanannya, lalu mulai lagi.',
  unknown: 'Antre tidak dapat dimulai: {message}',
}

export const en: Readonly<Record<keyof typeof id, string>> = {
  running: 'Antre is running. Open this address in a browser:',
  firstRun: 'First start. Open each of these links once, on its screen, within 24 hours:',
  firstRunLater:
    'The first links for kiosk and display have expired. New ones are made on the managers’ page:',
  kiosk: 'Kiosk (take a number)',
  display: 'TV board',
  counter: 'Counter (call a number)',
  manage: 'Manager',
  home: 'All pages',
  account: 'Sign in at the counter and as manager with user name {username} and password {password}',
  kept: 'All of this is also kept in {file} until the password is changed.',
  plainHttp:
    'WARNING: this server answers the network at {host} without TLS. Everybody on that network (the Wi-Fi too) can read passwords, see numbers and notes, and act as somebody who is signed in. Set TLS_CERT and TLS_KEY, or keep this network to the hall’s own devices, with no visitors on it.',
  rehearsal: 'REHEARSAL: the clock is shifted by {seconds} seconds (CLOCK_OFFSET).',
  managerName: 'Manager',
  setting: 'The setting {setting} can’t be used: "{value}". Correct it and start again.',
  hostNames:
    'The setting HOST_NAMES can’t be used: "{value}" is not a name. Write only names, without http:// and without a port, with commas between them, then start again.',
  portTaken: 'Port {port} is taken by another program. Stop that program, or start with another PORT.',
  portForbidden:
    'This user may not use port {port}. Choose a PORT above 1023, or give this user the right to it.',
  hostUnknown: '{host} is not an address of this computer. Correct HOST and start again.',
  tlsUnusable:
    'The TLS certificate or key can’t be used ({why}). Correct TLS_CERT and TLS_KEY and start again.',
  tlsMissing:
    'The TLS certificate or key {file} is not there. Put the file there, or correct TLS_CERT and TLS_KEY, and start again; without the two the server serves plain http.',
  tlsForbidden:
    'This user may not read the TLS certificate or key {file}. Let this user read the file and enter its folder, and start again.',
  'not-writable':
    'The data folder {path} can’t be written. Let this user write to it, or choose another DATA_DIR.',
  locked:
    'The data folder {path} is in use by another Antre server. Stop that server, or choose another DATA_DIR.',
  'too-new':
    'The data in {path} was written by a newer Antre. Install the newest version and start again; the data was not touched.',
  'too-old':
    'The data in {path} was written by an older Antre. Start the server once, which brings it up to date.',
  corrupt:
    'The data in {path} is damaged ({why}). Run "npm run journal -- check" to see where, then restore a back-up: docs/running.md, "Damage".',
  emptied:
    'The database in {path} is empty or gone, but there is still a record of what it held ({why}). This is not a first start, and nothing was changed. Restore a back-up: docs/running.md, "Damage". If you do want to start from nothing, run "npm run journal -- begin-anew"; what is there is put aside, not deleted.',
  'lock-damaged':
    'The lock file {path} is damaged. See that no Antre server uses that folder, delete the file and start again.',
  firstRunDamaged:
    'The file {path} is damaged and can’t be read. If the manager’s first password was not changed yet, make a new one with "npm run staff -- reset manager".',
  full: 'The disk of {path} is full. Free some space and start again.',
  missing: 'There is no data folder {path}. Check DATA_DIR.',
  failing: 'The disk of {path} fails to read or write. Check the disk and start again.',
  unknown: 'Antre can’t start: {message}',
}

export type StartText = keyof typeof id

/** A sentence in both languages, Indonesian first, with its `{names}` filled in. */
export function startText(
  key: StartText,
  facts: Readonly<Record<string, string | number>> = {},
): [string, string] {
  const fill = (text: string) =>
    text.replace(/\{(\w+)\}/g, (whole, name: string) => String(lookUp(facts, name) ?? whole))
  return [fill(id[key]), fill(en[key])]
}

/** Whether a fault's code has a sentence of its own. */
export function isStartText(key: string): key is StartText {
  return Object.hasOwn(id, key)
}
