// What the manager's page says, in Indonesian: the file that decides which texts there are.
export const id = {
  title: 'Pengelolaan',
  toAudit: 'Audit',
  signInTitle: 'Masuk ke pengelolaan',
  onlyManagerTitle: 'Mal ini diatur oleh pengelola',
  onlyManagerLead:
    'Anda masuk sebagai petugas. Di sini Anda mengatur akun Anda sendiri; pengunjung dilayani di panel loket.',
  onlySupervisorLead:
    'Anda masuk sebagai penyelia. Di sini Anda mengatur akun petugas instansi Anda; loket dan antreannya ada di halaman penyelia.',

  planChanged:
    'Belum disimpan: pengaturan baru saja diubah orang lain. Isian Anda masih di sini; periksa lagi, lalu simpan.',

  operation: 'Operasi',
  trial: 'Uji coba',
  regular: 'Reguler',
  trialMeans: 'Jam pelayanan hanya ditampilkan. Nomor dapat diambil kapan saja.',
  regularMeans: 'Nomor hanya dapat diambil pada jam pelayanan.',
  toRegular: 'Mulai operasi reguler',
  toTrial: 'Kembali ke uji coba',
  regularAsk:
    'Mulai sekarang jam pelayanan berlaku: di luar jam itu kios tidak memberi nomor. Yang sudah bernomor tetap dilayani.',
  trialAsk:
    'Jam pelayanan tidak lagi berlaku: kios memberi nomor kapan saja, juga di malam hari dan hari libur.',
  tickets: 'Pengambilan nomor',
  ticketsYes: 'Dapat diambil',
  ticketsClock: 'Belum, sampai waktunya dipastikan',
  ticketsNo: 'Di luar jam pelayanan',
  waiting: '{count} langkah menunggu di semua layanan',
  clock: 'Jam server',
  clockGood: 'Benar',
  clockSuspect: 'Meragukan',
  clockSuspectMeans:
    'Jam komputer server jauh di belakang kejadian terakhir. Nomor tidak diberikan sampai waktunya dipastikan.',
  clockLeaptMeans:
    'Jam komputer server melompat ke depan. Yang menunggu tetap dipanggil, hari tidak ditutup, dan nomor baru belum diberikan. Bila jam itu keliru, betulkan di komputer server: semuanya berlanjut sendiri.',
  clockWaits: 'Menunggu jam perangkat lain',
  clockWaitsMeans:
    'Server baru dinyalakan dan masih ada yang menunggu dari hari sebelumnya. Jam kios, layar, atau petugas pertama yang cocok menyelesaikannya; begitu juga nomor pertama.',
  clockUnsure: 'Perlu dipastikan',
  clockUnsureMeans:
    'Jam suatu perangkat berbeda lebih dari 5 menit dari jam server. Tidak ada yang terhenti. Cocokkan dengan jam Anda.',
  clockTimes: 'Jam komputer: {system}. Waktu yang dipakai mal: {hall}.',
  clockAskTime:
    'Jam komputer menunjukkan {system}. Bila benar, pastikan: waktu berjalan dari jam itu. Bila itu hari lain, hari yang terbuka ditutup dan {count} kunjungan yang belum selesai tidak berlaku lagi. Bila jam itu keliru, betulkan dahulu di komputer server.',
  reopen: 'Buka kembali {day}',
  reopenMeans:
    '{day} ditutup dengan {count} kunjungan yang belum selesai. Bila penutupannya keliru karena jam, hari itu dapat dibuka kembali selama belum ada nomor baru.',
  reopenAsk:
    'Semua yang menunggu, dipanggil, atau ditunda kembali seperti sebelum ditutup, dengan nomor dan urutannya. Loket kembali seperti semula; yang sedang disuarakan perlu dipanggil ulang. Betulkan juga jam di komputer server.',
  reopenGo: 'Buka kembali',
  clockConfirm: 'Pastikan waktu',
  clockAsk:
    'Betulkan dahulu jam di komputer server. Setelah dipastikan, waktu berjalan dari jam itu dan nomor dapat diambil lagi.',

  damageTitle: 'Jurnal',
  damageMeans:
    'Siapa yang memegang nomor yang hilang tidak ada lagi dalam antrean: beri nomor baru di resepsionis. Bila ada cadangan yang lebih baru, hentikan server dan pulihkan cadangan itu (docs/running.md, “Damage”).',
  damageConfirm: 'Ini cadangan yang kami pilih',
  damageAsk:
    'Mal berjalan terus dengan jurnal ini, tanpa yang hilang. Hal ini dicatat dengan nama Anda, dan peringatannya hilang dari semua halaman petugas.',

  devices: 'Perangkat',
  devicesLead:
    'Kios memberi nomor dan layar menyuarakan panggilan hanya setelah didaftarkan: dengan tautan, atau layar dengan kode yang ditampilkannya.',
  noDevices: 'Belum ada perangkat.',
  newDevice: 'Perangkat baru',
  kind: 'Jenis',
  kiosk: 'Kios',
  display: 'Layar',
  zone: 'Zona',
  wholeHall: 'Seluruh mal',
  label: 'Nama (tidak wajib)',
  labelHint: 'Misalnya “Kios pintu utama”.',
  labelHintDisplay: 'Misalnya “TV kiri ruang tunggu”.',
  byCode: 'Layar dengan kode',
  code: 'Kode di layar',
  codeHint: 'Enam huruf dan angka di bagian bawah layar, misalnya K7M 3PX.',
  codeLead:
    'Buka /display/ di televisi itu, lalu ketik kode yang tampil di sana. Ketik hanya kode yang Anda baca sendiri di layarnya.',
  enrol: 'Daftarkan',
  codeWaits: 'Menunggu {name} di {address} mendaftarkan diri…',
  codeSlow: 'Biasanya beberapa detik. Bila lama, periksa apakah layar itu masih menyala dan terhubung.',
  codeDone: '{name} sudah terdaftar.',
  codeLook: 'Lihat layarnya: kodenya hilang. Bila yang berubah bukan layar itu, cabut perangkat ini.',
  makeLink: 'Buat tautan',
  link: 'Tautan pendaftaran',
  linkLead: 'Buka tautan ini di peramban perangkat yang akan didaftarkan.',
  linkOnce: 'Berlaku 24 jam, untuk satu perangkat. Tautan ini tidak ditampilkan lagi.',
  copy: 'Salin',
  copied: 'Tautan sudah disalin.',
  notEnrolled: 'Menunggu didaftarkan',
  enrolled: 'Didaftarkan {day}',
  lastSeen: 'Terakhir terlihat {day}, pukul {time}',
  version: 'Versi {version}',
  versionOther: 'Versi {version} (server {server})',
  screen: 'layar {width} × {height}',
  soundReady: 'suara siap',
  soundBlocked: 'suara menunggu sentuhan',
  soundMuted: 'suara dibisukan',
  soundNone: 'tidak bersuara',
  soundUnknown: 'suara belum diketahui',
  clockRight: 'jam cocok',
  clockAhead: 'jam lebih cepat {time}',
  clockBehind: 'jam lebih lambat {time}',
  seconds: '{count} detik',
  memory: 'memori {mb} MB',
  'this-kiosk': 'Kios ini',
  'this-display': 'Layar ini',
  revoke: 'Cabut',
  revokeDevice: 'Cabut {name}',
  revokeAsk: 'Perangkat ini langsung berhenti bekerja. Untuk memakainya lagi perlu tautan baru.',
} as const
