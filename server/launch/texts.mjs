// What the launcher says to the person at the PC, Indonesian first. It knows no language setting yet, so it says
// both. Old syntax: an old Node must be able to read this file in order to say that it is too old.

/**
 * @typedef {{ id: string, en: string }} Said
 * @typedef {(...facts: string[]) => Said} Sentence
 */

/** @satisfies {Record<string, Sentence>} */
export const texts = {
  nodeTooOld: (have, need) => ({
    id: `Antre memerlukan Node.js ${need}; komputer ini memakai ${have}. Pasang Node.js 24 LTS dari https://nodejs.org, lalu ulangi perintah ini.`,
    en: `Antre needs Node.js ${need}; this computer has ${have}. Install Node.js 24 LTS from https://nodejs.org, then give the command again.`,
  }),
  installing: () => ({
    id: 'Memasang pustaka (hanya bila daftarnya berubah, bisa beberapa menit) …',
    en: 'Installing libraries (only when their list changed, may take some minutes) …',
  }),
  compiling: () => ({
    id: 'Menyiapkan pustaka basis data untuk Node.js ini (bila harus dikompilasi, beberapa menit) …',
    en: 'Preparing the database library for this Node.js (some minutes if it must be compiled) …',
  }),
  building: () => ({
    id: 'Membangun program (hanya bila sumbernya berubah) …',
    en: 'Building the program (only when its sources changed) …',
  }),
  compilerMissing: () => ({
    id: 'Pustaka basis data harus dikompilasi di komputer ini, tetapi kompilatornya belum ada. Di Debian/Ubuntu jalankan: apt-get install python3 make g++ — lalu ulangi perintah ini.',
    en: 'The database library must be compiled on this computer, but there is no compiler. On Debian/Ubuntu run: apt-get install python3 make g++ — then give the command again.',
  }),
  libraryBroken: () => ({
    id: 'Pustaka basis data (better-sqlite3) terpasang tetapi tidak dapat dibuka. Hapus folder node_modules, pastikan npm boleh menjalankan skrip pemasangan (npm config get ignore-scripts harus false), lalu ulangi perintah ini.',
    en: 'The database library (better-sqlite3) is installed but cannot be opened. Delete the folder node_modules, make sure that npm may run install scripts (npm config get ignore-scripts must be false), then give the command again.',
  }),
  noNetwork: () => ({
    id: 'Pustaka tidak dapat diunduh. Sambungkan komputer ke internet untuk pemasangan pertama, lalu ulangi perintah ini; sesudah itu Antre berjalan tanpa internet.',
    en: 'The libraries cannot be downloaded. Connect the computer to the internet for the first installation, then give the command again; afterwards Antre runs without it.',
  }),
  diskFull: () => ({
    id: 'Penyimpanan penuh. Kosongkan sedikitnya 1 GB, lalu ulangi perintah ini.',
    en: 'The disk is full. Free at least 1 GB, then give the command again.',
  }),
  folderForbidden: () => ({
    id: 'Folder program tidak dapat ditulisi oleh pengguna ini. Jalankan perintah ini sekali sebagai pemilik folder, lalu ulangi.',
    en: 'This user may not write to the program folder. Give this command once as the owner of the folder, then try again.',
  }),
  npmMissing: () => ({
    id: 'Perintah npm tidak ditemukan. Pasang Node.js beserta npm (di Debian/Ubuntu: apt-get install npm), lalu ulangi perintah ini.',
    en: 'The command npm was not found. Install Node.js with npm (on Debian/Ubuntu: apt-get install npm), then give the command again.',
  }),
  installFailed: () => ({
    id: 'Pemasangan pustaka gagal. Pesan npm tertulis di atas; perbaiki sebabnya, lalu ulangi perintah ini.',
    en: 'Installing the libraries failed. The message of npm stands above; mend its cause, then give the command again.',
  }),
  buildFailed: () => ({
    id: 'Program tidak dapat dibangun. Pesannya tertulis di atas; hasil bangunan yang lama tidak diubah.',
    en: 'The program could not be built. The message stands above; the earlier build was left as it was.',
  }),
  tooHeavy: (page, have, limit) => ({
    id: `Halaman ${page} terlalu berat: ${have} kB, batasnya ${limit} kB (JS dan CSS, gzip). Ringankan, lalu bangun lagi.`,
    en: `The page ${page} is too heavy: ${have} kB, its limit is ${limit} kB (JS and CSS, gzip). Make it lighter, then build again.`,
  }),
  unknownCommand: (name, known) => ({
    id: `Perintah "${name}" tidak ada. Yang ada: ${known}.`,
    en: `There is no command "${name}". There are: ${known}.`,
  }),
  developing: (url) => ({
    id: `Pengembangan: ${url} — halaman dan server dimuat ulang setiap kali berkas berubah.`,
    en: `Development: ${url} — pages and server reload whenever a file changes.`,
  }),
  serverRestarts: () => ({
    id: 'Server dimulai ulang dengan sumber yang baru.',
    en: 'The server restarts with the new sources.',
  }),
}

/**
 * Says a sentence in both languages on standard error, so that a command's own output stays clean.
 * @param {Said} said
 */
export function say(said) {
  console.error(`${said.id}\n${said.en}`)
}
