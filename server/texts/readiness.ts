// What the page *ready to open?* says about each point: when all is in order, what was found, and what to do.
// `{names}`: what it concerns.

export type Language = 'id' | 'en'

interface Point {
  readonly ready: string
  readonly found: string
  readonly todo: string
}

const id = {
  'sample-hall': {
    ready: 'Mal pelayanan ini milik Anda sendiri.',
    found: 'Yang berjalan masih contoh bawaan.',
    todo: 'Mulai mal pelayanan Anda sendiri: kosong, dari contoh, atau dari lembar kerja.',
  },
  'address-missing': {
    ready: 'Alamat mal pelayanan sudah diisi.',
    found: 'Alamat mal pelayanan belum diisi.',
    todo: 'Tulis alamatnya.',
  },
  'trial-numbers': {
    ready: 'Tidak ada nomor percobaan yang tertinggal.',
    found: 'Masih ada nomor dan angka dari masa percobaan.',
    todo: 'Akhiri uji coba sebelum hari pembukaan, agar semuanya mulai dari nomor 1.',
  },
  'trial-operation': {
    ready: 'Jam pelayanan diberlakukan.',
    found: 'Masih operasi uji coba: jam pelayanan hanya ditampilkan.',
    todo: 'Alihkan ke operasi biasa pada hari pembukaan.',
  },
  'draft-refused': {
    ready: 'Tidak ada penerbitan pengaturan yang gagal.',
    found: 'Pengaturan yang dijadwalkan tidak dapat diterbitkan.',
    todo: 'Buka konsepnya, lihat sebabnya, lalu terbitkan lagi atau buang.',
  },
  'draft-unpublished': {
    ready: 'Tidak ada perubahan yang belum diterbitkan.',
    found: 'Ada konsep yang belum diterbitkan.',
    todo: 'Terbitkan konsep itu, atau buang.',
  },
  'holidays-missing': {
    ready: 'Hari libur sudah diisi.',
    found: 'Belum ada hari libur untuk tahun: {names}.',
    todo: 'Centang hari libur dan cuti bersama menurut SKB tahun itu.',
  },
  'holiday-list-missing': {
    ready: 'Hari libur dapat dibandingkan dengan SKB-nya.',
    found: 'Program ini belum punya daftar hari libur menurut SKB untuk tahun: {names}.',
    todo: 'Bandingkan hari libur yang sudah diisi dengan SKB tahun itu, dan tambahkan cuti bersamanya.',
  },
  'no-services': {
    ready: 'Ada layanan yang menerima pengunjung.',
    found: 'Belum ada layanan yang menerima pengunjung.',
    todo: 'Tambahkan instansi dan layanannya, lalu buka.',
  },
  'service-without-counter': {
    ready: 'Setiap layanan punya loket.',
    found: 'Layanan tanpa loket: {names}.',
    todo: 'Tentukan loket yang melayaninya.',
  },
  'requirement-unconfirmed': {
    ready: 'Semua persyaratan sudah dipastikan instansinya.',
    found: 'Layanan dengan persyaratan yang belum dipastikan: {names}.',
    todo: 'Minta instansinya memeriksa tiap persyaratan.',
  },
  'component-missing': {
    ready: 'Standar pelayanan setiap layanan lengkap.',
    found: 'Layanan yang standar pelayanannya belum lengkap: {names}.',
    todo: 'Lengkapi keenam komponennya: persyaratan, prosedur, waktu, biaya, produk, pengaduan.',
  },
  'counter-without-staff': {
    ready: 'Setiap loket punya petugas.',
    found: 'Loket yang instansinya belum punya akun petugas: {names}.',
    todo: 'Buat akun untuk petugasnya.',
  },
  'first-password': {
    ready: 'Kata sandi pertama pengelola sudah diganti.',
    found: 'Kata sandi pertama belum diganti: {names}.',
    todo: 'Ganti kata sandinya: yang pertama tersimpan di komputer server.',
  },
  'no-kiosk': {
    ready: 'Ada kios untuk mengambil nomor.',
    found: 'Belum ada kios.',
    todo: 'Daftarkan layar sentuh sebagai kios; sementara itu resepsionis yang memberi nomor.',
  },
  'zone-without-board': {
    ready: 'Setiap zona punya layar.',
    found: 'Zona tanpa layar: {names}.',
    todo: 'Daftarkan televisi untuk zona itu.',
  },
  'zone-without-voice': {
    ready: 'Panggilan terdengar di setiap zona.',
    found: 'Zona yang panggilannya tidak terdengar: {names}.',
    todo: 'Nyalakan suara di salah satu layar zona itu, lalu coba.',
  },
  'zone-without-printer': {
    ready: 'Setiap zona punya pencetak slip.',
    found: 'Zona tanpa pencetak slip: {names}.',
    todo: 'Pasang pencetaknya; tanpa itu pengunjung mencatat nomornya sendiri.',
  },
  'survey-shut': {
    ready: 'Kotak survei terbuka: penilaian yang menunggu tersegel dan akan dihitung.',
    found:
      'Belum ada perangkat yang dapat membuka kotak survei: penilaian yang menunggu belum tersegel atau belum dapat dihitung.',
    todo: 'Daftarkan dan nyalakan satu kios, layar, atau tablet survei.',
  },
  'device-silent': {
    ready: 'Semua perangkat memberi kabar.',
    found: 'Perangkat tanpa kabar: {names}.',
    todo: 'Nyalakan, atau periksa jaringannya.',
  },
  clock: {
    ready: 'Jam server dapat dipercaya.',
    found: 'Jam server perlu dipastikan.',
    todo: 'Bandingkan dengan jam Anda, lalu pastikan.',
  },
  damage: {
    ready: 'Jurnal utuh.',
    found: 'Ada yang hilang atau berubah di jurnal.',
    todo: 'Baca peringatannya, pulihkan cadangan bila ada, lalu pastikan.',
  },
  disk: {
    ready: 'Penyimpanan cukup.',
    found: 'Penyimpanan hampir penuh.',
    todo: 'Kosongkan sebagian: tanpa ruang tidak ada nomor yang diberikan.',
  },
  'no-copy': {
    ready: 'Ada salinan data dari minggu ini.',
    found: 'Tidak ada salinan data dari minggu ini.',
    todo: 'Buat salinan, lalu pindahkan dari folder data ke luar komputer ini.',
  },
  'no-paper': {
    ready: 'Nomor darurat sudah dicetak.',
    found: 'Belum ada lembar nomor darurat yang tersisa.',
    todo: 'Cetak beberapa lembar dan simpan di resepsionis: saat mesin mati, hanya itu yang ada.',
  },
  'finding-overdue': {
    ready: 'Tidak ada temuan yang terlambat.',
    found: 'Temuan yang sudah lewat batas waktunya: {names}.',
    todo: 'Selesaikan, atau tentukan batas waktu baru.',
  },
  'facility-lacking': {
    ready: 'Tidak ada fasilitas yang diketahui masih kurang.',
    found: 'Fasilitas yang belum ada: {names}.',
    todo: 'Pastikan kapan tersedia, dan catat begitu sudah ada.',
  },
} as const satisfies Readonly<Record<string, Point>>

export type ReadinessCode = keyof typeof id

const en: Readonly<Record<ReadinessCode, Point>> = {
  'sample-hall': {
    ready: 'This hall is your own.',
    found: 'This is still the sample hall.',
    todo: 'Begin a hall of your own: empty, from the sample, or from a spreadsheet.',
  },
  'address-missing': {
    ready: 'The hall’s address is filled in.',
    found: 'The hall’s address is not filled in.',
    todo: 'Fill in the address.',
  },
  'trial-numbers': {
    ready: 'No trial numbers are left.',
    found: 'Numbers and figures from the trial are still there.',
    todo: 'End the rehearsal before the opening day, so that everything begins at number 1.',
  },
  'trial-operation': {
    ready: 'The hours are enforced.',
    found: 'Still in trial operation: hours are only shown.',
    todo: 'Switch to regular operation on the opening day.',
  },
  'draft-refused': {
    ready: 'No publication has failed.',
    found: 'The plan that was scheduled could not go live.',
    todo: 'Open the draft, see why, then publish it again or drop it.',
  },
  'draft-unpublished': {
    ready: 'No changes are waiting to go live.',
    found: 'There is a draft that has not gone live.',
    todo: 'Publish it, or drop it.',
  },
  'holidays-missing': {
    ready: 'The holidays are entered.',
    found: 'No holidays yet for: {names}.',
    todo: 'Tick the holidays and joint leave from that year’s decree.',
  },
  'holiday-list-missing': {
    ready: 'The holidays can be compared with their decree.',
    found: 'This program has no list of holidays by decree yet for: {names}.',
    todo: 'Compare the holidays that were entered with that year’s decree, and add its joint leave.',
  },
  'no-services': {
    ready: 'There are services that take visitors.',
    found: 'No service takes visitors yet.',
    todo: 'Add agencies with their services, and open them.',
  },
  'service-without-counter': {
    ready: 'Every service has a counter.',
    found: 'Services without a counter: {names}.',
    todo: 'Choose the counter that serves them.',
  },
  'requirement-unconfirmed': {
    ready: 'All requirements have been confirmed by their agency.',
    found: 'Services with requirements that nobody has confirmed: {names}.',
    todo: 'Ask the agency to check each requirement.',
  },
  'component-missing': {
    ready: 'The service standards are complete.',
    found: 'Services with an incomplete standard: {names}.',
    todo: 'Complete the six components: requirements, procedure, time, fee, product, complaints.',
  },
  'counter-without-staff': {
    ready: 'Every counter has staff.',
    found: 'Counters whose agency has no account yet: {names}.',
    todo: 'Make accounts for the people who work there.',
  },
  'first-password': {
    ready: 'The manager’s first password has been changed.',
    found: 'Still with the first password: {names}.',
    todo: 'Change it: the first one is stored on the server’s computer.',
  },
  'no-kiosk': {
    ready: 'There is a kiosk to take numbers.',
    found: 'There is no kiosk yet.',
    todo: 'Enrol a touchscreen as a kiosk; until then the reception gives numbers.',
  },
  'zone-without-board': {
    ready: 'Every zone has a board.',
    found: 'Zones without a board: {names}.',
    todo: 'Enrol a television for the zone.',
  },
  'zone-without-voice': {
    ready: 'Calls are heard in every zone.',
    found: 'Zones in which no call is heard: {names}.',
    todo: 'Turn on the sound of one of its displays, and try it.',
  },
  'zone-without-printer': {
    ready: 'Every zone has a slip printer.',
    found: 'Zones without a slip printer: {names}.',
    todo: 'Set one up; without it visitors note their number themselves.',
  },
  'survey-shut': {
    ready: 'The survey’s box is open: waiting answers are sealed and will count.',
    found:
      'No device can open the survey’s box yet: waiting answers are not sealed, or can’t be counted yet.',
    todo: 'Enrol a kiosk, display or survey tablet, and switch it on.',
  },
  'device-silent': {
    ready: 'All devices report.',
    found: 'Devices that don’t report: {names}.',
    todo: 'Switch them on, or check their network.',
  },
  clock: {
    ready: 'The server’s clock can be trusted.',
    found: 'The server’s clock has to be confirmed.',
    todo: 'Compare it with your own, and confirm.',
  },
  damage: {
    ready: 'The journal is whole.',
    found: 'Something is missing from the journal, or was altered.',
    todo: 'Read the warning, restore a back-up if there is one, and confirm.',
  },
  disk: {
    ready: 'There is room on the disk.',
    found: 'The disk is nearly full.',
    todo: 'Free some space: without it no numbers are given.',
  },
  'no-copy': {
    ready: 'There is a copy of the data from this week.',
    found: 'There is no copy of the data from this week.',
    todo: 'Make one, and move it from the data folder to outside this computer.',
  },
  'no-paper': {
    ready: 'Emergency numbers are printed.',
    found: 'No sheet of emergency numbers is left.',
    todo: 'Print some and keep them at the reception: when the machine fails there is nothing else.',
  },
  'finding-overdue': {
    ready: 'No finding is overdue.',
    found: 'Findings past their due day: {names}.',
    todo: 'Settle them, or give them a new due day.',
  },
  'facility-lacking': {
    ready: 'No facility is known to be lacking.',
    found: 'Facilities that are lacking: {names}.',
    todo: 'Find out when they will come, and note it once they are there.',
  },
}

const points = { id, en }
const andMore = { id: (more: number) => `${more} lainnya`, en: (more: number) => `${more} more` }

/**
 * The sentences for a point. `said`: the first names that it concerns, none if all is in order; `more`: how many
 * follow.
 */
export function readinessText(
  code: ReadinessCode,
  { said, more }: { readonly said: readonly string[]; readonly more: number },
  language: Language,
): { detail: string; todo: string } {
  const { ready, found, todo } = points[language][code]
  if (said.length === 0) return { detail: ready, todo: '' }
  const list = more === 0 ? said : [...said, andMore[language](more)]
  const names = new Intl.ListFormat(language, { type: 'conjunction' }).format(list)
  return { detail: found.replace('{names}', () => names), todo }
}
