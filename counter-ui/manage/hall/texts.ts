// What the section of the hall says.
import { makeTexts, type Translation } from '../../../screens/i18n.ts'

export const id = {
  nameHint: 'Misalnya "Mal Pelayanan Publik Karangasem". Dibaca di kios, layar, slip, dan ponsel.',
  script: 'Baris aksara Bali',
  scriptHint: 'Nama mal dalam aksara Bali, tampil di layar di atas namanya. Kosong: tanpa baris aksara.',
  addressHint: 'Misalnya "Jl. Gajah Mada 52, Amlapura". Dibaca di halaman ponsel.',
  who: 'Nama dan tempat',
  rules: 'Aturan antrean',
  timeZoneHint: 'Hari berganti menurut zona waktu ini. Zona waktu yang lain berlaku mulai hari berikutnya.',
  'zone.Asia/Jakarta': 'WIB – Jakarta',
  'zone.Asia/Pontianak': 'WIB – Pontianak',
  'zone.Asia/Makassar': 'WITA – Makassar, Denpasar',
  'zone.Asia/Jayapura': 'WIT – Jayapura',
  languagesHint:
    'Bahasa yang dapat dipilih di kios dan ponsel; yang pertama adalah bahasa awal. Bahasa Indonesia selalu ada.',
  languageAdd: 'Tambah bahasa',
  languageAddHint:
    'Setelah ditambah, setiap nama dan tempat memerlukan teks dalam bahasa itu; yang belum ada tampak sebagai hal yang harus dibetulkan.',
  languageUp: 'Jadikan {language} bahasa awal',
  languageFirst: 'bahasa awal',
  languageRemove: 'Hapus bahasa {language}',
  languageGone:
    '{language} tidak lagi ditampilkan setelah terbit. Teksnya tetap tersimpan dan muncul lagi bila bahasa itu ditambahkan kembali.',
  operationHint: 'Dalam uji coba jam pelayanan hanya ditampilkan; dalam operasi reguler jam itu berlaku.',
  'operation.trial': 'Uji coba',
  'operation.regular': 'Reguler',
  seconds: 'detik',
  minutes: 'menit',
  walkHint: 'Waktu berjalan dari satu zona ke zona lain. Selama itu pengunjung tidak dipanggil. Misalnya 60.',
  lateHint:
    'Siapa yang terlewat lalu melapor menunggu sekian lama sebelum dapat dipanggil lagi. Misalnya 120.',
  secondHint:
    'Setelah sekian detik tanpa datang, nomor dipanggil sekali lagi. Kosong: langsung dianggap terlewat. Misalnya 45.',
  limitHint: 'Setelah menunggu sekian lama penyelia diberi tahu. Urutan tidak berubah. Misalnya 30.',
  ratesHint:
    'Nilai tunggu bertambah sekian setiap menit; nilai tertinggi dipanggil lebih dahulu. Bila prioritas 2 dan biasa 1, satu menit prioritas dihitung dua menit.',
  rateRegular: 'Pengunjung biasa',
  ratePriority: 'Pengunjung prioritas',
  ratesUnit: 'per menit',
  paperHint:
    'Satu atau dua huruf di depan nomor darurat di kertas; tidak ada layanan yang boleh memakainya. Kosong: DAR.',
  complaints: 'Janji, penyimpanan, dan SP4N-LAPOR!',
  'complaints.days': 'Janji jawaban',
  'complaints.daysHelp':
    'Paling lambat sesudah sekian hari mal buka pengunjung mendapat jawaban. Kosong: 5. Janji yang sudah diberikan tidak berubah.',
  'complaints.openDays': 'hari buka',
  'complaints.erase': 'Hapus isi sesudah',
  'complaints.eraseHelp':
    'Isi dan jawaban dihapus sekian hari kalender sesudah urusannya selesai; hitungannya tetap. Kosong: 180. Jangan simpan cadangan data lebih lama dari ini.',
  'complaints.calendarDays': 'hari',
  'complaints.sp4n': 'SP4N-LAPOR!',
  'complaints.sp4nHelp': 'Kanal pengaduan nasional: lapor.go.id, SMS 1708.',
  'complaints.sp4n.none': 'Tidak disebut',
  'complaints.sp4n.beside': 'Disebut di samping pengaduan di mal ini',
  'complaints.sp4n.instead': 'Menggantikan: di mal ini tidak ada pengaduan yang diterima',
  reports: 'Target dan siapa yang melihat',
  'reports.level': 'Target waktu tunggu',
  'reports.levelHelp':
    'Dalam berapa menit pengunjung seharusnya dipanggil, bagi layanan tanpa target sendiri. Kosong: 15 menit.',
  'reports.officers': 'Penyelia dan pengelola melihat angka setiap petugas',
  'reports.officersHelp':
    'Penyelia hanya melihat petugas instansinya, menurut nama dan tidak pernah sebagai peringkat. Setiap petugas selalu dapat melihat angkanya sendiri.',
  'reports.public': 'Halaman angka untuk umum',
  'reports.publicHelp':
    'Di alamat /angka/ siapa pun melihat jumlah pengunjung hari ini dan jam yang biasanya ramai. Angka di bawah lima tidak ditampilkan.',
  logo: 'Logo',
  logoHint:
    'Gambar PNG atau JPEG, misalnya lambang kabupaten. Dicetak hitam putih di slip; ukurannya disesuaikan sendiri.',
  logoChoose: 'Pilih gambar',
  logoNow: 'Logo sekarang',
  logoNone: 'Belum ada logo.',
  logoRemove: 'Hapus logo',
  'logo-fault.svg':
    'Berkas ini SVG. SVG dapat memuat program, jadi tidak dipakai di slip. Simpan gambarnya sebagai PNG, lalu pilih lagi.',
  'logo-fault.unreadable': 'Berkas ini bukan gambar PNG atau JPEG yang utuh. Pilih berkas lain.',
  'logo-fault.too-wide':
    'Gambar ini {width} × {height} piksel; paling besar {most} piksel tiap sisi. Kecilkan dahulu, lalu pilih lagi.',
  'logo-fault.too-heavy': 'Berkas ini {size} MB; paling besar {most} MB. Pilih berkas yang lebih kecil.',
  'logo-fault.too-rich': 'Gambar ini terlalu rinci untuk slip. Pilih gambar yang lebih sederhana.',
} as const

export const en: Translation<typeof id> = {
  nameHint: 'For example “Karangasem Public Service Mall”. It is read on kiosk, boards, slip and phone.',
  script: 'Line in Balinese letters',
  scriptHint: 'The hall’s name in Balinese letters, shown on the boards above it. Empty: no such line.',
  addressHint: 'For example “Jl. Gajah Mada 52, Amlapura”. It is read on the phone’s page.',
  who: 'Name and place',
  rules: 'Rules of the queue',
  timeZoneHint: 'The day begins and ends by this time zone. Another one applies from the next day on.',
  'zone.Asia/Jakarta': 'WIB – Jakarta',
  'zone.Asia/Pontianak': 'WIB – Pontianak',
  'zone.Asia/Makassar': 'WITA – Makassar, Denpasar',
  'zone.Asia/Jayapura': 'WIT – Jayapura',
  languagesHint:
    'The languages offered at the kiosk and on the phone; the first is the default. Indonesian is always there.',
  languageAdd: 'Add a language',
  languageAddHint:
    'Once it is added, every name and place needs its text in that language; what is missing is listed as something to correct.',
  languageUp: 'Make {language} the default',
  languageFirst: 'default',
  languageRemove: 'Remove {language}',
  languageGone:
    '{language} is no longer shown once this is published. Its texts are kept, and appear again if the language is added again.',
  operationHint: 'In trial operation the hours are only shown; in regular operation they apply.',
  'operation.trial': 'Trial',
  'operation.regular': 'Regular',
  seconds: 'seconds',
  minutes: 'minutes',
  walkHint: 'The walk from one zone to another. Visitors are not called during this time. For example 60.',
  lateHint:
    'A visitor who missed the call and comes back waits this long before they can be called again. For example 120.',
  secondHint:
    'If nobody comes within this many seconds, the number is called once more. Empty: it counts as missed at once. For example 45.',
  limitHint: 'After waiting this long the supervisor is told. The order does not change. For example 30.',
  ratesHint:
    'The credit grows by this much every minute; the highest is called first. With priority 2 and regular 1, a minute of a priority visitor counts as two.',
  rateRegular: 'Regular visitors',
  ratePriority: 'Priority visitors',
  ratesUnit: 'a minute',
  paperHint: 'One or two letters before the emergency numbers on paper; no service may use them. Empty: DAR.',
  complaints: 'Promise, keeping, and SP4N-LAPOR!',
  'complaints.days': 'Promise of an answer',
  'complaints.daysHelp':
    'A visitor has an answer within this many days on which the hall is open. Empty: 5. A promise already given does not change.',
  'complaints.openDays': 'open days',
  'complaints.erase': 'Erase the words after',
  'complaints.eraseHelp':
    'Words and answers are erased this many calendar days after the matter is over; they are still counted. Empty: 180. Keep no back-up longer than this.',
  'complaints.calendarDays': 'days',
  'complaints.sp4n': 'SP4N-LAPOR!',
  'complaints.sp4nHelp': 'The national channel: lapor.go.id, SMS 1708.',
  'complaints.sp4n.none': 'Not named',
  'complaints.sp4n.beside': 'Named beside complaints in this hall',
  'complaints.sp4n.instead': 'In their place: no complaints are taken in this hall',
  reports: 'Target, and who may see',
  'reports.level': 'Target for the wait',
  'reports.levelHelp':
    'Within how many minutes a visitor should be called, for services without a target of their own. Empty: 15 minutes.',
  'reports.officers': 'Supervisors and managers see the figures of each officer',
  'reports.officersHelp':
    'A supervisor sees only officers of their own agency, by name and never as a ranking. All officers can always see their own figures.',
  'reports.public': 'Public page of figures',
  'reports.publicHelp':
    'At /angka/ anybody can see how many visitors came today and which hours are usually busy. Figures below five are not shown.',
  logo: 'Logo',
  logoHint:
    'A PNG or JPEG picture, for example the arms of the regency. It is printed black on white on the slip, and made to fit.',
  logoChoose: 'Choose a picture',
  logoNow: 'The logo now',
  logoNone: 'No logo yet.',
  logoRemove: 'Remove the logo',
  'logo-fault.svg':
    'This file is an SVG. An SVG can carry a program, so it is not used on slips. Save the picture as PNG and choose it again.',
  'logo-fault.unreadable': 'This file is not a complete PNG or JPEG picture. Choose another one.',
  'logo-fault.too-wide':
    'This picture is {width} × {height} pixels; at most {most} pixels a side are possible. Make it smaller and choose it again.',
  'logo-fault.too-heavy': 'This file is {size} MB; the largest is {most} MB. Choose a smaller one.',
  'logo-fault.too-rich': 'This picture has too much detail for a slip. Choose a simpler one.',
}

export const placeText = makeTexts({ id, en })
