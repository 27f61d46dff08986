// The texts that the pages of staff share, in Indonesian: this file determines which texts exist.
export const id = {
  username: 'Nama pengguna',
  password: 'Kata sandi',
  showPassword: 'Tampilkan kata sandi',
  signIn: 'Masuk',
  signInHelp: 'Belum punya akun atau lupa kata sandi? Hubungi pengelola mal pelayanan.',
  signOut: 'Keluar',
  'ended.over': 'Sesi Anda berakhir pukul {time}, bersama hari kerja. Silakan masuk lagi.',
  'ended.own': 'Sesi ini Anda akhiri sendiri dari peramban lain, pukul {time}.',
  'ended.password': 'Kata sandi Anda diganti dari peramban lain, pukul {time}. Masuklah dengan yang baru.',
  'ended.ended': '{name} mengakhiri sesi Anda, pukul {time}.',
  'ended.reset': '{name} membuatkan kata sandi sekali pakai untuk Anda, pukul {time}. Mintalah kepadanya.',
  'ended.disabled': '{name} menutup akun Anda, pukul {time}.',
  'ended.agency-gone':
    '{name} menutup akun Anda, pukul {time}, karena instansi Anda tidak ada lagi di mal ini. Jika Anda masih bertugas di sini, tanyakan kepada pengelola mal.',
  endedWithAgency:
    'Instansi Anda tidak ada lagi di mal ini, karena itu sesi Anda berakhir pukul {time}. Jika Anda masih bertugas di sini, tanyakan kepada pengelola mal.',
  endedBySomebody: 'Pengelola',
  firstTitle: 'Buat kata sandi Anda sendiri',
  firstLead:
    'Selamat datang, {name}. Kata sandi sekali pakai hanya membuka halaman ini. Buatlah kata sandi sendiri, lalu Anda dapat bekerja.',
  ownAccount: 'Akun dan sesi saya',
  noteFinding: 'Catat kekurangan di lapangan',
  connecting: 'Menyambungkan ke server…',

  // keadaan loket
  'counter.open': 'Buka',
  'counter.paused': 'Dijeda',
  'counter.closed': 'Tutup',

  // dialog
  tooLong: 'Terlalu panjang: {count} karakter, paling banyak {most}.',
  optional: 'tidak wajib',
  ownWords: 'Dengan kata sendiri',

  // menu dan kata sandi
  menu: 'Menu',
  themeTitle: 'Tampilan',
  'theme.system': 'Ikut sistem',
  'theme.light': 'Terang',
  'theme.dark': 'Gelap',
  languageTitle: 'Bahasa',
  changePassword: 'Ganti kata sandi',
  mustChange: 'Kata sandi Anda masih kata sandi sementara. Silakan ganti.',
  currentPassword: 'Kata sandi sekarang',
  nextPassword: 'Kata sandi baru',
  passwordRules: 'Minimal 10 karakter, tidak mudah ditebak. Boleh beberapa kata dengan spasi.',
  passwordSave: 'Simpan kata sandi',
  passwordChanged: 'Kata sandi sudah diganti.',
  licence: 'GPL-3.0 atau lebih baru',

  // choosing services
  'pick.search': 'Cari layanan atau instansi',
  'pick.help': 'Enter menambahkan layanan teratas, Backspace menghapus yang terakhir.',
  'pick.most': 'Paling banyak {count} layanan.',
  'pick.services': 'Layanan',
  'pick.none': 'Tidak ada layanan yang cocok.',
  'pick.chosen': 'Layanan yang dipilih',
  'pick.remove': 'Hapus {service}',
  'pick.ahead': '{count} di depannya',
  'pick.closedHours': 'Di luar jam',
  'pick.hallClosed': 'Di luar jam pelayanan: nomor tidak dapat diberikan. {opens}',

  // the banner
  'banner.clockUnsure':
    'Jam suatu perangkat berbeda dari jam sistem. Pelayanan berjalan terus; pengelola diminta memastikan waktunya.',
  'banner.missing': '{count} peristiwa hilang dari jurnal, {when}.',
  'banner.altered': '{count} peristiwa jurnal berubah, {when}.',
  'banner.atMinute': 'pada {day} sekitar pukul {from}',
  'banner.onDay': 'pada {day} antara pukul {from} dan {to}',
  'banner.between': 'antara {from} dan {to}',
  'banner.unsealed': 'Segel jurnal hilang atau rusak: mungkin ada peristiwa terakhir yang hilang.',
  'banner.unguarded': 'Pengaman jurnal sempat dilepas.',
} as const
