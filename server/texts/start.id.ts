// What the server says when it starts, or can't: Indonesian. One sentence each, with what to do.
export const id = {
  running: 'Antre berjalan. Buka alamat ini di peramban:',
  firstRun: 'Penggunaan pertama. Buka tautan ini sekali di tiap layar, dalam 24 jam:',
  firstRunLater:
    'Tautan pertama untuk kios dan layar sudah berakhir. Tautan baru dibuat di halaman Pengelola:',
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
  'too-old': 'Data di {path} dibuat oleh Antre yang lebih lama. Mulai server sekali agar data diperbarui.',
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
  failing: 'Penyimpanan {path} gagal membaca atau menulis. Periksa cakramnya, lalu mulai lagi.',
  unknown: 'Antre tidak dapat dimulai: {message}',
}
