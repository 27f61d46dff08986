// Kalimat untuk setiap kode masalah. Problem answers in Indonesian: what happened, and what the reader can do.
import type { Code } from '../http/ground/codes.ts'

/** A title of a few words and what the reader can do about it. */
export interface ProblemText {
  readonly title: string
  readonly detail: string
}
/** What a language says: something for every code. */
export type ProblemTexts = Readonly<Record<Code, ProblemText>>

export const id: ProblemTexts = {
  'bad-request': {
    title: 'Permintaan tidak sesuai',
    detail: 'Ada isian yang kurang atau tidak sesuai. Periksa kembali, lalu kirim ulang.',
  },
  'bad-json': {
    title: 'Isi permintaan tidak terbaca',
    detail: 'Isi permintaan bukan JSON yang benar.',
  },
  'key-required': {
    title: 'Kunci permintaan belum ada',
    detail: 'Sertakan Idempotency-Key agar satu ketukan tidak menjadi dua nomor.',
  },
  'body-too-large': {
    title: 'Isi permintaan terlalu besar',
    detail: 'Isi permintaan melebihi batas 64 KB.',
  },
  'wrong-content-type': {
    title: 'Jenis isi tidak didukung',
    detail: 'Kirim isi permintaan sebagai application/json, berkas sebagai application/octet-stream.',
  },
  'not-signed-in': {
    title: 'Belum masuk',
    detail:
      'Silakan masuk terlebih dahulu. Untuk kios dan layar, daftarkan perangkat lewat tautan dari pengelola.',
  },
  'bad-credentials': {
    title: 'Gagal masuk',
    detail: 'Nama pengguna atau kata sandi salah. Silakan coba lagi.',
  },
  'bad-token': {
    title: 'Tautan tidak berlaku',
    detail: 'Tautan pendaftaran ini sudah dipakai atau kedaluwarsa. Mintalah tautan baru kepada pengelola.',
  },
  'not-allowed': {
    title: 'Tidak berwenang',
    detail: 'Anda tidak berwenang melakukan ini. Hubungi penyelia atau pengelola bila seharusnya boleh.',
  },
  'foreign-origin': {
    title: 'Asal permintaan ditolak',
    detail: 'Permintaan ini datang dari halaman lain. Buka halaman antrean langsung dari alamat resminya.',
  },
  'unknown-host': {
    title: 'Nama server tidak dikenal',
    detail:
      'Alamat yang dibuka ini bukan nama server antrean. Bukalah lewat alamat IP-nya, atau tambahkan nama itu ke pengaturan HOST_NAMES di komputer server.',
  },
  'too-many-attempts': {
    title: 'Terlalu banyak percobaan',
    detail: 'Terlalu sering gagal masuk. Tunggu beberapa menit, lalu coba lagi.',
  },
  'too-many-requests': {
    title: 'Sistem sedang sibuk',
    detail: 'Terlalu banyak permintaan pada saat yang sama. Silakan coba lagi sebentar lagi.',
  },
  'password-expired': {
    title: 'Kata sandi sekali pakai sudah kedaluwarsa',
    detail:
      'Kata sandi sekali pakai hanya berlaku 7 hari. Mintalah yang baru kepada penyelia atau pengelola.',
  },
  'password-must-change': {
    title: 'Buat kata sandi sendiri dahulu',
    detail: 'Anda masuk dengan kata sandi sekali pakai. Buatlah kata sandi sendiri sebelum mulai bekerja.',
  },
  'username-taken': {
    title: 'Nama pengguna sudah dipakai',
    detail: 'Sudah ada akun dengan nama pengguna ini. Pilih nama pengguna lain.',
  },
  'agency-gone': {
    title: 'Instansi Anda tidak ada lagi di mal ini',
    detail:
      'Kata sandinya benar, tetapi instansi pemilik akun ini tidak ada lagi di mal ini. Jika Anda masih bertugas di sini, tanyakan kepada pengelola mal.',
  },
  'own-account': {
    title: 'Ini akun Anda sendiri',
    detail:
      'Akun sendiri tidak dapat ditutup, diatur ulang, atau diubah wewenangnya. Mintalah kepada pengelola lain.',
  },
  'last-manager': {
    title: 'Pengelola terakhir',
    detail: 'Mal harus selalu mempunyai satu pengelola yang dapat masuk. Buatlah pengelola lain dahulu.',
  },
  'holds-counter': {
    title: 'Masih memegang loket',
    detail: 'Petugas ini masih memegang loket di instansinya. Tutup loket itu dahulu, lalu ubah akunnya.',
  },
  'unknown-session': {
    title: 'Sesi tidak ditemukan',
    detail: 'Sesi ini sudah berakhir.',
  },
  'unknown-code': {
    title: 'Kode tidak ditemukan',
    detail:
      'Tidak ada layar yang menampilkan kode itu sekarang. Bacalah lagi kode di layarnya; setelah 15 menit layar menampilkan kode baru.',
  },
  'weak-password': {
    title: 'Kata sandi terlalu lemah',
    detail:
      'Pakailah minimal 10 karakter yang tidak mudah ditebak, bukan nama pengguna, dan bukan kata sandi yang lama.',
  },
  'not-found': {
    title: 'Tidak ditemukan',
    detail: 'Alamat ini tidak ada. Periksa kembali penulisannya.',
  },
  'range-beyond': {
    title: 'Tidak ada isinya',
    detail: 'Berkas ini berakhir sebelum bagian yang diminta.',
  },
  'method-not-allowed': {
    title: 'Metode permintaan tidak sesuai',
    detail: 'Alamat ini ada, tetapi tidak menerima metode permintaan tersebut.',
  },
  'unknown-visit': {
    title: 'Kunjungan tidak ditemukan',
    detail: 'Nomor antrean ini tidak ditemukan. Periksa kembali, atau tanyakan kepada petugas.',
  },
  'unknown-step': {
    title: 'Langkah tidak ditemukan',
    detail: 'Nomor ini tidak lagi memerlukan layanan itu. Periksa kembali kunjungannya.',
  },
  'no-public-url': {
    title: 'Tanpa halaman ponsel',
    detail: 'Antrean ini tidak dapat dibuka dari ponsel: PUBLIC_URL belum diatur.',
  },
  'unknown-service': {
    title: 'Layanan tidak ditemukan',
    detail: 'Layanan ini tidak ada. Muat ulang halaman, lalu pilih kembali.',
  },
  'unknown-counter': {
    title: 'Loket tidak ditemukan',
    detail: 'Loket ini tidak ada. Muat ulang halaman, lalu pilih kembali.',
  },
  'unknown-agency': {
    title: 'Instansi tidak ditemukan',
    detail: 'Instansi ini tidak ada. Muat ulang halaman, lalu pilih kembali.',
  },
  'unknown-zone': {
    title: 'Zona tidak ditemukan',
    detail: 'Zona ini tidak ada. Muat ulang halaman, lalu pilih kembali.',
  },
  'unknown-place': {
    title: 'Tempat tidak ditemukan',
    detail: 'Tempat menunggu ini sudah tidak ada. Pilih tempat lain.',
  },
  'unknown-announcement': {
    title: 'Pengumuman tidak ditemukan',
    detail: 'Pengumuman ini tidak ada atau sudah selesai.',
  },
  'unknown-message': {
    title: 'Pesan tidak ditemukan',
    detail: 'Pesan ini tidak ada atau sudah dihapus pada akhir harinya.',
  },
  'unknown-staff': {
    title: 'Petugas tidak ditemukan',
    detail: 'Petugas ini tidak ada. Muat ulang halaman, lalu pilih kembali.',
  },
  'unknown-device': {
    title: 'Perangkat tidak ditemukan',
    detail: 'Perangkat ini tidak ada atau sudah dicabut.',
  },
  'unknown-printer': {
    title: 'Pencetak tidak ditemukan',
    detail: 'Dalam pengaturan mal ini tidak ada pencetak dengan id tersebut.',
  },
  'unknown-media': {
    title: 'Berkas tidak ditemukan',
    detail: 'Di folder media tidak ada berkas ini, atau isinya sudah berganti.',
  },
  'unknown-requirement': {
    title: 'Persyaratan tidak dikenal',
    detail: 'Persyaratan ini bukan bagian dari layanan yang dipilih.',
  },
  'unknown-reason': {
    title: 'Alasan tidak dikenal',
    detail: 'Alasan ini tidak ada lagi dalam daftar. Silakan pilih yang lain.',
  },
  'unknown-language': {
    title: 'Bahasa belum tersedia',
    detail: 'Bahasa ini belum tersedia di sini. Silakan pilih bahasa lain.',
  },
  'service-closed': {
    title: 'Layanan sedang tutup',
    detail: 'Layanan ini sedang tidak menerima antrean. Silakan tanyakan kepada resepsionis.',
  },
  'quota-reached': {
    title: 'Kuota habis',
    detail: 'Kuota layanan ini sudah habis. Silakan datang pada hari lain, atau tanyakan kepada resepsionis.',
  },
  'hall-closed': {
    title: 'Di luar jam pelayanan',
    detail: 'Nomor antrean hanya dapat diambil pada jam pelayanan.',
  },
  'closing-soon': {
    title: 'Nomor terakhir sudah lewat',
    detail:
      'Jam pelayanan hampir selesai, jadi nomor tidak diberikan lagi hari ini. Silakan datang pada hari lain.',
  },
  'day-full': {
    title: 'Antrean hari ini sudah penuh',
    detail:
      'Yang menunggu sudah mengisi sisa jam pelayanan hari ini, jadi nomor tidak diberikan lagi. Silakan datang pada hari lain.',
  },
  'plan-lost': {
    title: 'Pengaturan ini hilang',
    detail:
      'Isi pengaturan ini rusak atau hilang dari jurnal, jadi tidak dapat ditampilkan atau diberlakukan lagi. Pengaturan dari waktu lain tetap dapat dibuka; jalankan "npm run journal -- check" untuk melihat kerusakannya.',
  },
  'too-many-steps': {
    title: 'Terlalu banyak layanan',
    detail: 'Satu kunjungan tidak dapat memuat layanan sebanyak ini. Kurangi pilihannya.',
  },
  'place-changed-often': {
    title: 'Terlalu sering diubah',
    detail:
      'Tempat menunggu nomor ini sudah terlalu sering diubah hari ini. Pilihan terakhir tetap berlaku; nomornya tetap dipanggil.',
  },
  'come-back-without-incomplete': {
    title: 'Tidak ada alasan untuk kembali',
    detail:
      'Pengunjung yang sudah dilayani tidak perlu kembali hari ini. Sebutkan yang kurang, atau akhiri tanpa kembali.',
  },
  'documents-without-served': {
    title: 'Dokumen hanya untuk yang dilayani',
    detail:
      'Dokumen diserahkan kepada pengunjung yang selesai dilayani. Kosongkan jumlahnya, atau akhiri sebagai dilayani.',
  },
  'reason-contradicts': {
    title: 'Alasan tidak sesuai',
    detail: 'Alasan ini tidak cocok dengan hasil itu. Silakan pilih alasan atau hasil yang lain.',
  },
  'not-served-here': {
    title: 'Tidak dilayani di loket ini',
    detail: 'Setidaknya satu layanan harus merupakan layanan loket ini.',
  },
  'not-of-agency': {
    title: 'Bukan petugas instansi ini',
    detail: 'Loket hanya dapat diserahkan kepada rekan satu instansi atau kepada pengelola.',
  },
  'missing-without-incomplete': {
    title: 'Pilihan tidak cocok',
    detail: 'Persyaratan yang kurang hanya dapat dicatat bila hasilnya "belum lengkap".',
  },
  'unknown-file': { title: 'Berkas tidak ditemukan', detail: 'Di server tidak ada berkas ini.' },
  'file-unfit': {
    title: 'Berkas tidak dapat dipakai',
    detail:
      'Hanya PDF dan gambar PNG yang utuh. Simpan berkas ini dalam salah satu format itu, lalu unggah lagi.',
  },
  'file-too-large': {
    title: 'Berkas terlalu besar',
    detail: 'Paling besar 10 MB. Perkecil berkas ini, lalu unggah lagi.',
  },
  'unknown-finding': { title: 'Temuan tidak ada', detail: 'Temuan ini tidak ada di daftar.' },
  'unknown-inspection': {
    title: 'Kunjungan tidak ada',
    detail: 'Kunjungan penilai ini tidak tercatat.',
  },
  'unknown-facility': { title: 'Fasilitas tidak ada', detail: 'Fasilitas ini tidak ada di daftar.' },
  'evidence-unfit': {
    title: 'Berkas ini tidak dapat disimpan sebagai bukti',
    detail:
      'Kirim foto (JPEG, PNG, WebP), PDF, atau dokumen perkantoran tanpa makro dan tanpa kata sandi. Yang dilihat adalah isi berkas, bukan namanya.',
  },
  'evidence-too-large': {
    title: 'Berkas ini terlalu besar',
    detail:
      'Bukti paling besar 20 MB; gambar paling besar 12 MB dan 36 megapiksel. Perkecil fotonya, atau kirim dokumennya per bagian.',
  },
  'too-much-evidence': {
    title: 'Berkas temuan ini sudah cukup banyak',
    detail: 'Satu temuan dapat memuat 20 berkas dan 200 perubahan. Catat temuan lain untuk selebihnya.',
  },
  'finding-changed': {
    title: 'Temuan ini sudah diubah orang lain',
    detail: 'Yang Anda lihat bukan keadaan terbaru. Lihat perubahannya, lalu simpan lagi.',
  },
  'too-many-findings': {
    title: 'Daftar sudah penuh',
    detail:
      'Tidak dapat mencatat sebanyak ini dalam satu hari atau satu daftar. Minta pengelola memeriksa yang sudah ada.',
  },
  'too-many-changes': {
    title: 'Temuan ini terlalu sering diubah',
    detail: 'Satu temuan dapat diubah 200 kali. Akhiri temuan ini, lalu catat yang baru.',
  },
  'has-findings': {
    title: 'Kunjungan ini punya temuan',
    detail:
      'Kunjungan yang meninggalkan temuan tidak dapat dihapus. Perbaiki harinya, atau pindahkan temuannya dahulu.',
  },
  'media-unfit': {
    title: 'Berkas tidak dapat ditampilkan',
    detail:
      'Layar hanya menampilkan gambar PNG, JPEG, WebP, dan GIF serta video MP4 (H.264) dan WebM (VP8, VP9) yang utuh. Simpan berkas ini dalam salah satu format itu, lalu unggah lagi.',
  },
  'media-too-large': {
    title: 'Berkas terlalu besar',
    detail:
      'Gambar paling besar 12 MB dan 36 juta piksel, video paling besar 200 MB. Perkecil berkas ini, lalu unggah lagi.',
  },
  'staff-changed': {
    title: 'Akun sudah berubah',
    detail: 'Sementara berkas dibaca, akun diubah orang lain. Tidak ada yang dilakukan; unggah sekali lagi.',
  },
  'sheet-faults': {
    title: 'Berkas belum dapat dipakai',
    detail:
      'Ada yang belum jelas di berkas ini. Perbaiki yang disebutkan, lalu unggah lagi; tidak ada yang berubah.',
  },
  'plan-faults': {
    title: 'Pengaturan belum benar',
    detail: 'Pengaturan ini belum dapat dipakai. Perbaiki semua kesalahan yang disebutkan, lalu kirim ulang.',
  },
  'unknown-paper-number': {
    title: 'Nomor darurat ini tidak ada',
    detail:
      'Lembar dengan nomor ini tidak pernah dicetak di sini. Periksa slip: lembar, nomor, angka periksa.',
  },
  'wrong-check-digit': {
    title: 'Angka periksa tidak cocok',
    detail: 'Ada yang salah ketik pada nomor ini. Ketik lagi seperti yang tertulis di slip.',
  },
  'already-entered': {
    title: 'Nomor ini sudah dimasukkan',
    detail: 'Lihat apa yang sudah tercatat. Bila keliru, perbaiki atau batalkan catatan itu.',
  },
  'nothing-entered': {
    title: 'Belum ada catatan untuk nomor ini',
    detail: 'Mungkin baru saja dibatalkan. Muat ulang lembarnya.',
  },
  'sheet-of-other-day': {
    title: 'Lembar ini milik hari lain',
    detail:
      'Nomor lembar ini sudah dimasukkan untuk hari lain, dan satu lembar hanya untuk satu hari. Periksa tanggal di slip.',
  },
  'sheet-printed-later': {
    title: 'Lembar ini dicetak sesudah hari itu',
    detail: 'Pada hari itu nomor ini belum ada. Periksa tanggal di slip.',
  },
  'day-not-enterable': {
    title: 'Hari ini tidak dapat diisi',
    detail: 'Pilih hari ini atau salah satu dari 31 hari sebelumnya, tidak sebelum hari pertama mal.',
  },
  'service-not-then': {
    title: 'Layanan ini tidak ada pada hari itu',
    detail: 'Pilih layanan yang ada di mal pada hari itu.',
  },
  'no-time': {
    title: 'Belum ada waktu yang diisi',
    detail: 'Isi paling sedikit satu waktu: datang, dipanggil, mulai, atau selesai.',
  },
  'not-served-but-started': {
    title: 'Tidak dilayani, tetapi ada waktu mulai',
    detail:
      'Pengunjung yang tidak dilayani tidak punya waktu mulai. Kosongkan waktu itu, atau pilih dilayani.',
  },
  'time-outside-day': {
    title: 'Waktu ini di luar hari pelayanan',
    detail: 'Sekitar waktu ini mal tidak buka. Ketik waktu dengan 24 jam, misalnya 14.15.',
  },
  'times-reversed': {
    title: 'Urutan waktu terbalik',
    detail: 'Waktu ini lebih awal daripada waktu sebelumnya: datang, dipanggil, mulai, selesai.',
  },
  'time-in-future': {
    title: 'Waktu ini belum tiba',
    detail: 'Periksa waktu dan harinya.',
  },
  'paper-changed': {
    title: 'Petugas lain baru saja memasukkan sesuatu',
    detail: 'Tidak ada yang dicatat. Tekan sekali lagi.',
  },
  'key-reused': {
    title: 'Kunci permintaan sudah dipakai',
    detail: 'Idempotency-Key ini sudah dipakai untuk permintaan lain. Gunakan kunci baru.',
  },
  'code-used': {
    title: 'Kode sudah dipakai',
    detail:
      'Kode itu sudah dipastikan. Layarnya mendaftarkan diri dalam beberapa detik; bila tidak, muat ulang halamannya untuk mendapat kode baru.',
  },
  'counter-taken': {
    title: 'Loket sedang dipakai',
    detail: 'Loket ini sedang dipakai petugas lain. Pilih loket lain, atau minta petugas itu menutupnya.',
  },
  'already-at-counter': {
    title: 'Anda masih di loket lain',
    detail: 'Tutup dahulu loket yang sedang Anda pakai, lalu buka loket ini.',
  },
  'counter-busy': {
    title: 'Masih ada yang dilayani',
    detail: 'Selesaikan dahulu nomor yang sedang dipanggil atau dilayani di loket ini.',
  },
  'unknown-complaint': {
    title: 'Pengaduan ini tidak ada',
    detail: 'Periksa nomor atau alamatnya. Mungkin pengaduan ini ditangani instansi lain.',
  },
  'complaint-changed': {
    title: 'Orang lain baru saja mengubah pengaduan ini',
    detail: 'Lihat dahulu yang baru, lalu coba lagi. Yang Anda ketik tetap ada.',
  },
  'complaint-closed': {
    title: 'Pengaduan ini sudah selesai',
    detail: 'Buka kembali dahulu bila masih ada yang perlu dikerjakan.',
  },
  'complaint-erased': {
    title: 'Isi pengaduan ini sudah dihapus',
    detail: 'Masa simpannya habis, jadi pengaduan ini tidak dapat dijawab atau dibuka kembali.',
  },
  'complaints-elsewhere': {
    title: 'Pengaduan disampaikan lewat SP4N-LAPOR!',
    detail: 'Buka lapor.go.id atau kirim SMS ke 1708.',
  },
  'unknown-proposal': {
    title: 'Usulan ini tidak ada',
    detail: 'Mungkin sudah dihapus. Muat ulang halaman untuk melihat semua usulan.',
  },
  'proposal-decided': {
    title: 'Usulan ini sudah diputuskan',
    detail: 'Muat ulang halaman untuk melihat keputusannya.',
  },
  'too-many-proposals': {
    title: 'Terlalu banyak usulan yang belum diputuskan',
    detail: 'Tarik usulan yang tidak diperlukan lagi, atau tunggu keputusan pengelola.',
  },
  'plan-changed': {
    title: 'Pengaturan sudah diubah',
    detail:
      'Pengaturan baru saja diubah orang lain. Lihat dahulu isinya yang sekarang, lalu ulangi perubahan Anda.',
  },
  'other-call': {
    title: 'Keadaan loket sudah berubah',
    detail:
      'Nomor di loket ini bukan lagi yang tadi dimaksud. Tidak ada yang dilakukan. Lihat layar, lalu tekan lagi bila masih perlu.',
  },
  'visit-changed': {
    title: 'Kunjungan ini baru saja berubah',
    detail: 'Tidak ada yang dilakukan. Lihat keadaannya yang sekarang, lalu tekan lagi bila masih perlu.',
  },
  'too-late': {
    title: 'Belum dilakukan',
    detail:
      'Permintaan tadi baru sampai setelah waktunya lewat, jadi tidak ada yang dilakukan. Silakan tekan sekali lagi.',
  },
  'revision-required': {
    title: 'Pengaturan yang diubah belum disebutkan',
    detail:
      'Sebutkan pengaturan mana yang Anda ubah: kirim kembali ETag dari GET /api/plan sebagai If-Match, atau ?from= dengan nomornya.',
  },
  'counter-not-open': {
    title: 'Loket belum dibuka',
    detail: 'Buka loket ini terlebih dahulu.',
  },
  'not-callable': {
    title: 'Nomor belum dapat dipanggil',
    detail: 'Nomor ini sedang di loket lain, belum waktunya, atau tidak menunggu di loket ini.',
  },
  'nothing-called': {
    title: 'Belum ada nomor yang dipanggil',
    detail: 'Panggil nomor terlebih dahulu.',
  },
  'not-started': {
    title: 'Pelayanan belum dimulai',
    detail: 'Tekan "Mulai" terlebih dahulu saat pengunjung sudah di loket.',
  },
  'already-started': {
    title: 'Pelayanan sudah dimulai',
    detail: 'Nomor ini sedang dilayani, jadi tindakan itu tidak dapat dilakukan lagi.',
  },
  'nothing-to-release': {
    title: 'Tidak ada yang dapat diantrekan lagi',
    detail: 'Nomor ini tidak sedang ditunda dan tidak terlewat di loket ini.',
  },
  'nothing-to-undo': {
    title: 'Tidak ada yang dapat diurungkan',
    detail: 'Tidak ada tindakan yang dapat diurungkan, atau waktu 30 detik sudah lewat.',
  },
  'not-undoable': {
    title: 'Tidak dapat diurungkan lagi',
    detail: 'Antrean sudah berlanjut dari tindakan itu, misalnya sudah dipanggil di loket lain.',
  },
  'being-called': {
    title: 'Nomor Anda sedang dipanggil',
    detail:
      'Silakan ke loket sekarang. Bila tidak sempat, tunggu sampai nomor ini dinyatakan terlewat, lalu tekan lagi.',
  },
  'being-served': {
    title: 'Sedang dilayani',
    detail: 'Kunjungan ini sedang dipanggil atau dilayani. Sampaikan kepada petugas di loket.',
  },
  'not-waiting': {
    title: 'Tidak ada yang sedang menunggu',
    detail:
      'Kunjungan ini tidak sedang menunggu panggilan. Tanyakan kepada petugas bila masih ada keperluan.',
  },
  'no-priority': {
    title: 'Tidak ada antrean prioritas',
    detail: 'Menurut pengaturan mal ini, semua dipanggil menurut urutan kedatangan.',
  },
  'visit-over': {
    title: 'Kunjungan sudah selesai',
    detail:
      'Semua keperluan nomor ini sudah selesai atau dibatalkan. Untuk keperluan lain, silakan ambil nomor baru.',
  },
  'same-service': {
    title: 'Layanan yang sama',
    detail: 'Pilih layanan lain: pengunjung sudah berada di layanan ini.',
  },
  'already-waiting': {
    title: 'Sudah menunggu layanan itu',
    detail: 'Pengunjung ini sudah menunggu layanan tersebut.',
  },
  'unknown-pack': {
    title: 'Paket evaluasi tidak ditemukan',
    detail: 'Paket ini belum selesai, dibatalkan, atau sudah dihapus. Buat lagi bila diperlukan.',
  },
  'unknown-question': {
    title: 'Pertanyaan tidak dikenal',
    detail: 'Program tidak mengenal pertanyaan ini. Muat ulang halaman, lalu simpan lagi.',
  },
  'answer-unfit': {
    title: 'Jawaban tidak sesuai',
    detail: 'Pertanyaan tentang jumlah dijawab dengan angka, pertanyaan tentang tanggal dengan tanggal.',
  },
  'nothing-to-evaluate': {
    title: 'Tidak ada hari pelayanan',
    detail: 'Pada periode ini mal tidak pernah dibuka. Pilih periode yang memuat hari pelayanan.',
  },
  'pack-under-way': {
    title: 'Paket lain sedang dibuat',
    detail: 'Hanya satu paket evaluasi dibuat pada satu waktu. Tunggu sampai selesai, atau batalkan.',
  },
  'unknown-simulation': {
    title: 'Simulasi tidak ditemukan',
    detail: 'Simulasi ini sudah dihapus, atau server sempat dimulai ulang. Jalankan lagi.',
  },
  'day-not-over': {
    title: 'Hari itu belum selesai',
    detail: 'Hanya hari yang sudah lewat dapat dicoba ulang. Pilih sampai dengan kemarin.',
  },
  'period-too-long': {
    title: 'Masa terlalu panjang',
    detail: 'Sekali simulasi paling banyak 92 hari. Pilih masa yang lebih pendek.',
  },
  'nothing-to-simulate': {
    title: 'Tidak ada yang dapat dicoba',
    detail: 'Pada hari-hari itu tidak ada pengunjung yang tercatat. Pilih hari lain.',
  },
  'reversed-times': {
    title: 'Jam terbalik',
    detail: 'Jam selesai harus setelah jam mulai.',
  },
  'overlapping-times': {
    title: 'Jam bertumpuk',
    detail: 'Jam yang sama disebut dua kali untuk loket ini, atau untuk jam buka. Gabungkan keduanya.',
  },
  'named-twice': {
    title: 'Disebut dua kali',
    detail: 'Loket atau layanan ini disebut dua kali dalam perubahan yang sama. Gabungkan keduanya.',
  },
  'too-many-simulations': {
    title: 'Terlalu banyak simulasi menunggu',
    detail: 'Tunggu sampai ada yang selesai, atau batalkan salah satu.',
  },
  'training-on': {
    title: 'Sedang latihan',
    detail: 'Ini menyangkut pelayanan yang sebenarnya. Akhiri latihannya dahulu.',
  },
  'training-hours': {
    title: 'Tidak dapat pada jam pelayanan',
    detail: 'Latihan berakhir seperempat jam sebelum pelayanan dibuka. Berlatihlah sesudah tutup.',
  },
  'people-waiting': {
    title: 'Masih ada yang menunggu layanan ini',
    detail: 'Tentukan kelanjutan antreannya: tetap dilayani, dipindahkan ke layanan lain, atau diakhiri.',
  },
  'staff-concerned': {
    title: 'Akun petugas akan ikut ditutup',
    detail: 'Akun itu ditutup bersama instansinya. Simpan lagi dengan persetujuan untuk menutupnya.',
  },
  'until-past': {
    title: 'Waktu itu sudah lewat',
    detail: 'Silakan pilih waktu yang belum lewat.',
  },
  'other-agency': {
    title: 'Milik instansi lain',
    detail: 'Silakan pilih dari instansi yang sama.',
  },
  'not-ended': {
    title: 'Langkah ini belum berakhir',
    detail: 'Hanya yang sudah berakhir yang dapat dibuka kembali: langkah ini masih berjalan.',
  },
  'no-help-asked': {
    title: 'Tidak ada permintaan bantuan',
    detail: 'Loket ini tidak sedang meminta bantuan.',
  },
  'too-many-messages': {
    title: 'Terlalu banyak pesan belum dibaca',
    detail: 'Pesan di loket ini belum dibaca. Silakan datangi loketnya atau telepon.',
  },
  'clock-not-suspect': {
    title: 'Jam sudah benar',
    detail: 'Tidak ada waktu yang perlu dipastikan.',
  },
  'nothing-damaged': {
    title: 'Tidak ada yang perlu dipastikan',
    detail: 'Jurnal sama seperti saat ditinggalkan: tidak ada yang hilang atau berubah.',
  },
  'no-training': {
    title: 'Tidak ada latihan',
    detail: 'Latihan sudah berakhir. Yang terbuka adalah pelayanan yang sebenarnya.',
  },
  'nothing-to-reopen': {
    title: 'Tidak ada hari yang dapat dibuka kembali',
    detail: 'Suatu hari hanya dapat dibuka kembali selama belum ada yang mengambil nomor di hari berikutnya.',
  },
  'clock-suspect': {
    title: 'Jam sistem tidak benar',
    detail: 'Nomor belum dapat diberikan sampai pengelola memastikan waktu sistem.',
  },
  'storage-unavailable': {
    title: 'Penyimpanan tidak tersedia',
    detail:
      'Data tidak dapat disimpan saat ini, jadi belum ada yang berubah. Silakan coba lagi atau hubungi pengelola.',
  },
  'no-voice': {
    title: 'Suara tidak tersedia',
    detail: 'Kalimat ini tidak dapat diucapkan saat ini. Silakan baca di layar atau minta bantuan petugas.',
  },
  'no-picture': {
    title: 'Gambar tidak tersedia',
    detail: 'Slip antrean belum dapat digambar. Silakan coba lagi sebentar.',
  },
  'no-room': {
    title: 'Ruang penyimpanan tidak cukup',
    detail:
      'Penyimpanan komputer server hampir penuh atau tidak dapat ditulisi. Hapus berkas yang tidak diperlukan, lalu coba lagi.',
  },
  stopping: {
    title: 'Sistem sedang dimatikan',
    detail: 'Sistem sedang dimatikan atau dimulai ulang. Silakan coba lagi sebentar lagi.',
  },
  internal: {
    title: 'Terjadi kesalahan pada sistem',
    detail: 'Permintaan tidak dapat diproses. Sampaikan kode permintaan ini kepada pengelola.',
  },
  'period-reversed': {
    title: 'Masa terbalik',
    detail: 'Hari terakhir ada sebelum hari pertama. Tukar keduanya.',
  },
  'period-outside': {
    title: 'Tidak ada laporan untuk masa itu',
    detail: 'Masa itu di luar hari-hari yang ada catatannya.',
  },
  'too-many-rows': {
    title: 'Tabelnya terlalu panjang',
    detail:
      'Laporan ini akan lebih panjang daripada yang dapat dibaca. Pilih masa yang lebih pendek, atau pengelompokan yang lebih kasar.',
  },
  'officers-private': {
    title: 'Angka petugas tidak dibuka',
    detail:
      'Mal ini tidak membuka angka setiap petugas. Pengelola dapat mengubahnya di Pengelolaan, bagian Aturan laporan.',
  },
  'unknown-month': {
    title: 'Laporan bulan itu tidak ada',
    detail: 'Laporan sebuah bulan dibuat setelah bulan itu lewat, pada hari buka pertama sesudahnya.',
  },
  'no-ikm': {
    title: 'Belum ada IKM',
    detail:
      'Laporan baru dapat diterbitkan setelah setiap unsur mempunyai sedikitnya lima jawaban. Pilihlah masa yang lebih panjang.',
  },
  'unknown-report': {
    title: 'Laporan ini tidak ada',
    detail: 'Laporan itu sudah ditarik kembali, atau alamatnya keliru.',
  },
  'unknown-mark': {
    title: 'Tanda itu tidak ada',
    detail: 'Tanda itu sudah dihapus, atau alamatnya keliru.',
  },
  'unknown-right': {
    title: 'Penilaian ini sudah diisi atau tidak berlaku lagi',
    detail: 'Setiap layanan dapat dinilai satu kali, sampai akhir hari berikutnya. Terima kasih.',
  },
  'nothing-answered': {
    title: 'Belum ada jawaban',
    detail: 'Silakan jawab sedikitnya satu pertanyaan; yang lain boleh dikosongkan.',
  },
  'unknown-answer': {
    title: 'Jawaban itu tidak ada',
    detail: 'Alamatnya keliru.',
  },
  'already-excluded': {
    title: 'Jawaban itu sudah dikecualikan',
    detail: 'Jawaban itu sudah tidak dihitung, dan alasannya tersimpan.',
  },
  'questions-unfit': {
    title: 'Pertanyaan survei belum lengkap',
    detail:
      'Kesembilan unsur harus ada, masing-masing sekali dengan empat kata jawaban, dan bobotnya berjumlah 1 (paling banyak enam angka desimal).',
  },
  'month-past': {
    title: 'Bulan itu sudah lewat',
    detail:
      'Susunan kata baru berlaku mulai bulan ini atau sesudahnya; jawaban lama tetap pada pertanyaannya.',
  },
  'nine-only': {
    title: 'Bobot 0,11 hanya untuk kesembilan unsur',
    detail:
      'Survei dalam masa itu memakai unsur tambahan atau bobot sendiri. Silakan pilih bobot yang tepat.',
  },
}
