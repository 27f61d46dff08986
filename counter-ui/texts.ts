// The texts that the pages of staff share, as a function: `staffText('username')`.
import { makeTexts, type Translation } from '../screens/i18n.ts'

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

export const en: Translation<typeof id> = {
  username: 'User name',
  password: 'Password',
  showPassword: 'Show password',
  signIn: 'Sign in',
  signInHelp: 'No account yet, or forgot the password? Ask the manager of the hall.',
  signOut: 'Sign out',
  'ended.over': 'Your session ended at {time}, with the working day. Please sign in again.',
  'ended.own': 'You ended this session yourself from another browser, at {time}.',
  'ended.password': 'Your password was changed in another browser, at {time}. Sign in with the new one.',
  'ended.ended': '{name} ended your session, at {time}.',
  'ended.reset': '{name} made a one-time password for you, at {time}. Ask them for it.',
  'ended.disabled': '{name} closed your account, at {time}.',
  'ended.agency-gone':
    '{name} closed your account, at {time}, as your agency is no longer in this hall. If you still work here, ask the hall’s manager.',
  endedWithAgency:
    'Your agency is no longer in this hall, so your session ended at {time}. If you still work here, ask the hall’s manager.',
  endedBySomebody: 'A manager',
  firstTitle: 'Choose your own password',
  firstLead:
    'Welcome, {name}. A one-time password opens nothing but this page. Choose a password of your own, then you can work.',
  noteFinding: 'Note what is missing here',
  ownAccount: 'My account and sessions',
  connecting: 'Connecting to the server…',

  'counter.open': 'Open',
  'counter.paused': 'Paused',
  'counter.closed': 'Closed',

  tooLong: 'Too long: {count} characters, at most {most}.',
  optional: 'optional',
  ownWords: 'In your own words',

  menu: 'Menu',
  themeTitle: 'Appearance',
  'theme.system': 'As the system',
  'theme.light': 'Light',
  'theme.dark': 'Dark',
  languageTitle: 'Language',
  changePassword: 'Change password',
  mustChange: 'Your password is a temporary one. Please change it.',
  currentPassword: 'Current password',
  nextPassword: 'New password',
  passwordRules: 'At least 10 characters, hard to guess. Several words with blanks are fine.',
  passwordSave: 'Save password',
  passwordChanged: 'The password has been changed.',
  licence: 'GPL-3.0 or later',

  // choosing services
  'pick.search': 'Search for a service or an agency',
  'pick.help': 'Enter adds the first service, Backspace removes the last.',
  'pick.most': 'At most {count} services.',
  'pick.services': 'Services',
  'pick.none': 'No service matches.',
  'pick.chosen': 'Chosen services',
  'pick.remove': 'Remove {service}',
  'pick.ahead': '{count} ahead',
  'pick.closedHours': 'Outside its hours',
  'pick.hallClosed': 'Outside service hours: no numbers are given. {opens}',

  // the banner
  'banner.clockUnsure':
    'Some device’s clock differs from the server’s. Everything goes on; a manager is asked to confirm the time.',
  'banner.missing': '{count} events are missing from the journal, {when}.',
  'banner.altered': '{count} events of the journal were changed, {when}.',
  'banner.atMinute': 'on {day} at about {from}',
  'banner.onDay': 'on {day} between {from} and {to}',
  'banner.between': 'between {from} and {to}',
  'banner.unsealed': 'The journal’s seal is gone or damaged: the last events may be missing.',
  'banner.unguarded': 'The journal’s guard had been taken away.',
}

export const staffText = makeTexts({ id, en })
