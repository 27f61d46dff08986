// The figures’ names and what each means, in the words of docs/figures.md: a tap on a name shows them.
import { type Translation, makeTexts } from '../../../screens/i18n.ts'

export const id = {
  'name.visits': 'Kunjungan',
  'mean.visits':
    'Kedatangan satu orang pada satu hari, dengan satu nomor, seberapa pun banyak layanan yang ditujunya.',
  'name.taken': 'Diambil',
  'mean.taken':
    'Semua langkah: setiap layanan yang ditunggu dalam satu kunjungan dihitung satu. Jumlahnya sama dengan dilayani + belum lengkap + diteruskan + tidak hadir + pergi + dihentikan; hari ini ditambah yang masih berjalan.',
  'name.called': 'Dipanggil',
  'mean.called': 'Langkah yang dipanggil setidaknya satu kali.',
  'name.served': 'Dilayani',
  'mean.served': 'Langkah yang diselesaikan di loket.',
  'name.incomplete': 'Belum lengkap',
  'mean.incomplete':
    'Pulang karena ada persyaratan yang kurang. Persentasenya dihitung dari yang dilayani dan yang belum lengkap bersama-sama.',
  'name.referred': 'Diteruskan',
  'mean.referred': 'Diteruskan petugas ke layanan lain.',
  'name.noShow': 'Tidak hadir',
  'mean.noShow':
    'Dipanggil, tetapi tidak pernah dilayani: dibatalkan pengunjung, atau berakhir bersama hari kerja. Persentasenya dihitung dari yang dipanggil.',
  'name.left': 'Pergi',
  'mean.left':
    'Menunggu, tetapi tidak pernah dipanggil: dibatalkan pengunjung, atau berakhir bersama hari kerja. Persentasenya dihitung dari yang diambil.',
  'name.dropped': 'Dihentikan',
  'mean.dropped':
    'Diakhiri petugas (layanan ditutup, antrean dipindahkan), atau tertahan menunggu layanan lain sampai akhir.',
  'name.open': 'Masih berjalan',
  'mean.open': 'Belum berakhir: masih menunggu, dipanggil, atau dilayani. Hanya ada pada hari ini.',
  'name.waiting': 'Waktu tunggu',
  'mean.waiting':
    'Sejak mulai menunggu sampai panggilan pertama, menurut jam dinding; tanpa waktu di loket lain, waktu berjalan kaki, waktu disisihkan, dan waktu sebelum slip diambil. Yang langsung dilayani di meja dan yang dari kertas tidak dihitung.',
  'name.waitingOpen': 'Waktu tunggu pada jam buka',
  'mean.waitingOpen': 'Waktu tunggu tanpa istirahat dan tanpa jam tutup.',
  'name.walking': 'Waktu menuju loket',
  'mean.walking':
    'Dari panggilan yang dijawab sampai pelayanan dimulai. Panggilan ulang tetap panggilan yang sama.',
  'name.serving': 'Waktu pelayanan',
  'mean.serving':
    'Jumlah semua waktu dilayani dalam satu langkah, dari mulai sampai selesai, ditunda, atau dikembalikan. Yang diselesaikan tanpa pernah dimulai tidak dihitung di sini.',
  'name.unstarted': 'Selesai tanpa mulai',
  'mean.unstarted': 'Diselesaikan di loket tanpa petugas menekan mulai; waktu pelayanannya tidak diketahui.',
  'name.documents': 'Dokumen diserahkan',
  'mean.documents':
    'Jumlah dokumen yang dicatat petugas saat menyelesaikan layanan. Hanya layanan yang menyerahkan dokumen yang mencatatnya.',
  'name.level': 'Tepat waktu',
  'mean.level':
    'Tingkat layanan: bagian langkah yang menunggu paling lama sebanyak target layanannya (biasanya 15 menit). Yang pergi sampai hari berakhir dihitung gagal; yang membatalkan sebelum target tidak dihitung, sesudah target gagal; yang langsung dilayani, dari kertas, dan dihentikan juga tidak.',
  'name.stay': 'Lama di mal',
  'mean.stay':
    'Dari mengambil nomor sampai langkah terakhir yang dilayani atau belum lengkap, per kunjungan.',
  'name.several': 'Lebih dari satu instansi',
  'mean.several': 'Kunjungan yang dilayani oleh dua instansi atau lebih pada hari yang sama.',
  'name.oneRoof': 'Selesai di satu atap',
  'mean.oneRoof': 'Di antara kunjungan ke beberapa instansi: semua langkahnya dilayani pada hari itu juga.',
  'name.once': 'Tidak antre dua kali',
  'mean.once':
    'Di antara kunjungan ke beberapa instansi: semua yang dilayani sudah mulai menunggu sebelum yang pertama selesai, jadi pengunjung tidak perlu antre dari awal lagi.',
  'name.pairs': 'Dari instansi ke instansi',
  'mean.pairs':
    'Pasangan instansi menurut urutan pelayanannya; satu pasangan dihitung satu kali per kunjungan.',
  'name.onlyAsked': 'Hanya bertanya',
  'mean.onlyAsked':
    'Pengunjung yang hanya bertanya di meja resepsionis, tanpa mengambil nomor: satu ketukan petugas untuk setiap orang, dihitung per hari untuk seluruh mal. Tidak termasuk dalam kunjungan.',
  'name.complaintsReceived': 'Diterima',
  'mean.complaintsReceived':
    'Pengaduan yang masuk pada periode ini, lewat jalan apa pun. Jumlahnya sama dengan dijawab + ditutup tanpa jawaban + belum dijawab.',
  'name.complaintsAnswered': 'Dijawab',
  'mean.complaintsAnswered': 'Sudah dijawab setidaknya satu kali, kapan pun.',
  'name.complaintsClosed': 'Ditutup tanpa jawaban',
  'mean.complaintsClosed': 'Ditutup penyelia atau pengelola dengan alasan, tanpa pernah dijawab.',
  'name.complaintsOpen': 'Belum dijawab',
  'mean.complaintsOpen': 'Masih menunggu jawaban pertamanya.',
  'name.complaintsLate': 'Terlambat',
  'mean.complaintsLate':
    'Dijawab sesudah hari terakhir yang dijanjikan, atau belum dijawab padahal hari itu sudah lewat.',
  'name.complaintsEscalated': 'Diteruskan ke pengelola',
  'mean.complaintsEscalated': 'Yang keterlambatannya diberitahukan kepada pengelola mal.',
  'name.complaintsDays': 'Hari sampai dijawab',
  'mean.complaintsDays':
    'Hari buka mal sejak pengaduan masuk sampai jawaban pertama; hari yang sama dihitung 0.',
  'name.sp4n': 'SP4N-LAPOR!',
  'mean.sp4n':
    'Laporan yang tercatat di SP4N-LAPOR! menurut angka bulanan yang dimasukkan pengelola; dihitung bulan yang dimulai pada periode ini.',
  'name.missing': 'Berkas yang kurang',
  'mean.missing':
    'Persyaratan yang tidak dibawa, dari langkah yang berakhir belum lengkap. Satu langkah dapat kekurangan beberapa persyaratan.',
  'name.occupancy': 'Keterisian',
  'mean.occupancy': 'Bagian waktu buka loket yang dipakai untuk melayani; jeda tidak dihitung sebagai buka.',
  'name.staffed': 'Jam terisi',
  'mean.staffed': 'Bagian jam layanan instansi yang setidaknya satu loketnya buka.',
  'name.late': 'Terlambat buka',
  'mean.late':
    'Waktu dari awal jam layanan sampai loket pertama instansi buka; seluruh jam layanan bila tidak ada yang buka.',
  'name.idle': 'Kosong saat ada yang menunggu',
  'mean.idle':
    'Waktu loket buka dan kosong, sementara ada yang menunggu dan dapat dipanggil loket itu. Tidak pernah dihitung per petugas.',
  'name.openTime': 'Waktu buka',
  'mean.openTime': 'Waktu loket buka dengan petugasnya, tanpa jeda.',
  'name.paused': 'Waktu jeda',
  'mean.paused': 'Waktu loket dijeda.',
  'name.priority': 'Prioritas dan reguler',
  'mean.priority':
    'Angka yang sama untuk pengunjung prioritas (lanjut usia, penyandang disabilitas, hamil, menyusui, membawa bayi) dan reguler; kelasnya seperti pada akhir langkah.',
  'name.error': 'Rata-rata selisih perkiraan',
  'mean.error': 'Rata-rata selisih antara waktu tunggu yang diberitahukan dan yang terjadi.',
  'name.inside': 'Di dalam perkiraan',
  'mean.inside': 'Bagian yang menunggu di antara menit terendah dan tertinggi yang diberitahukan.',
  'name.longer': 'Lebih lama dari perkiraan',
  'mean.longer': 'Bagian yang menunggu lebih lama daripada menit tertinggi yang diberitahukan.',
  'name.told': 'Diberi tahu',
  'mean.told': 'Langkah yang diberi tahu perkiraan waktu tunggunya, dan kemudian dipanggil.',
  'name.available': 'Ketersediaan',
  'mean.available':
    'Bagian menit jam buka saat server (atau perangkat) menyala dan terhubung, dari semua menit jam buka.',
  'name.notHeard': 'Tidak terdengar',
  'mean.notHeard': 'Panggilan yang pengumumannya tidak dipastikan oleh satu pengeras suara pun.',
  'name.slipsFailed': 'Slip gagal',
  'mean.slipsFailed':
    'Slip yang tidak tercetak, dihitung pada langkah pertama kunjungannya, supaya jumlahnya benar.',
  'name.comeBack': 'Kembali dari layanan lain',
  'mean.comeBack':
    'Langkah yang dibuat supaya pengunjung yang diteruskan ke layanan lain dapat kembali ke layanan ini; termasuk dalam yang diambil.',
  'name.comeBackAfter': 'Di antaranya akan kembali',
  'mean.comeBackAfter': 'Yang diteruskan dan sesudahnya harus kembali ke layanan asalnya.',
  'name.ikm': 'IKM',
  'mean.ikm':
    'Indeks Kepuasan Masyarakat, 25 sampai 100: jumlah NRR kesembilan unsur × 1/9 × 25, dibulatkan satu kali pada akhirnya. 88,31–100 A (Sangat Baik), 76,61–88,30 B (Baik), 65,00–76,60 C (Kurang Baik), 25,00–64,99 D (Tidak Baik). Semua jawaban instansi atau mal dihitung bersama-sama.',
  'name.nrr': 'NRR',
  'mean.nrr':
    'Nilai rata-rata sebuah unsur: jumlah nilainya dibagi banyaknya jawaban, dari 1 (tidak baik) sampai 4 (sangat baik).',
  'name.answers': 'Jawaban (n)',
  'mean.answers':
    'Jawaban survei, yaitu jawaban untuk unsur yang paling sedikit dijawab dari sembilan unsur.',
  'name.sample': 'Sampel (S)',
  'mean.sample':
    'Responden minimal menurut Krejcie dan Morgan (1970), dari banyaknya langkah yang dilayani atau belum lengkap pada periode ini; untuk seluruh mal, dari banyaknya kunjungan.',
  'name.mean': 'Rata-rata',
  'mean.mean': 'Jumlah semua nilai dibagi banyaknya.',
  'name.p50': 'Median',
  'mean.p50': 'Separuh nilainya tidak lebih dari ini, separuh lagi tidak kurang.',
  'name.p90': '9 dari 10',
  'mean.p90': 'Sembilan dari sepuluh nilai tidak lebih dari ini.',
  'name.max': 'Terlama',
  'mean.max': 'Nilai yang terbesar.',
  tooFew:
    'Rata-rata, median, dan persentase ditampilkan mulai dari lima nilai; di bawah itu tertulis “terlalu sedikit”.',
} as const

export const en: Translation<typeof id> = {
  'name.visits': 'Visits',
  'mean.visits': 'One person’s visit on one day, with one number, however many services they came for.',
  'name.taken': 'Taken',
  'mean.taken':
    'All steps: each service that a visit waits for counts once. Together: served + incomplete + referred + no-show + left + dropped; today also those still open.',
  'name.called': 'Called',
  'mean.called': 'Steps that were called at least once.',
  'name.served': 'Served',
  'mean.served': 'Steps that were finished at a counter.',
  'name.incomplete': 'Incomplete',
  'mean.incomplete':
    'Sent home because a requirement was missing. The rate is out of served and incomplete together.',
  'name.referred': 'Referred',
  'mean.referred': 'Sent on to another service by an officer.',
  'name.noShow': 'No-show',
  'mean.noShow':
    'Called but never served: ended by the visitor or by the end of the day. The rate is out of those called.',
  'name.left': 'Left',
  'mean.left':
    'Waited but never called: ended by the visitor or by the end of the day. The rate is out of those taken.',
  'name.dropped': 'Dropped',
  'mean.dropped':
    'Ended by staff (service closed, queue moved), or blocked behind another service until the end.',
  'name.open': 'Open',
  'mean.open': 'Not ended yet: waiting, called or being served. Only today has these.',
  'name.waiting': 'Waiting time',
  'mean.waiting':
    'From when it began to wait to the first call, by the wall clock; less the time at another counter, walking, set aside, and before the slip was taken. Those seated at the desk at once and those from paper have none.',
  'name.waitingOpen': 'Waiting in open hours',
  'mean.waitingOpen': 'Waiting time without breaks and closed hours.',
  'name.walking': 'Time to the counter',
  'mean.walking': 'From the call that was answered to the start of service. A recall is the same call.',
  'name.serving': 'Service time',
  'mean.serving':
    'The sum of all spans of being served in a step, from start to finish, hold or put back. Those finished without ever being started are not counted here.',
  'name.unstarted': 'Finished without start',
  'mean.unstarted':
    'Finished at the counter though nobody pressed start; how long the service took is not known.',
  'name.documents': 'Documents handed over',
  'mean.documents': 'As noted by the officer at finish. Only services that hand over documents have them.',
  'name.level': 'In time',
  'mean.level':
    'Service level: the share of steps that waited no longer than their service’s target (usually 15 minutes). Those who left by the end of the day failed; those who cancelled before the target are not counted, nor are those seated, from paper or dropped.',
  'name.stay': 'Stay',
  'mean.stay': 'From taking the number to the last step that was served or incomplete, per visit.',
  'name.several': 'More than one agency',
  'mean.several': 'Visits that two or more agencies served on the same day.',
  'name.oneRoof': 'All done under one roof',
  'mean.oneRoof': 'Of the visits to several agencies: all steps were served on that day.',
  'name.once': 'Queued only once',
  'mean.once':
    'Of the visits to several agencies: all that was served had begun to wait before the first was over, so nobody stood in line from zero again.',
  'name.pairs': 'From agency to agency',
  'mean.pairs': 'Pairs of agencies in the order of serving; each pair counts once a visit.',
  'name.onlyAsked': 'Only asked',
  'mean.onlyAsked':
    'Visitors who only asked at the reception, without taking a number: one tap of the staff for each of them, counted by the day for the whole hall. They are not among the visits.',
  'name.complaintsReceived': 'Received',
  'mean.complaintsReceived':
    'Complaints that came in during the period, whichever way. The sum of answered + closed without an answer + open.',
  'name.complaintsAnswered': 'Answered',
  'mean.complaintsAnswered': 'Answered at least once, whenever that was.',
  'name.complaintsClosed': 'Closed without an answer',
  'mean.complaintsClosed': 'Closed by a supervisor or manager with a reason, and never answered.',
  'name.complaintsOpen': 'Open',
  'mean.complaintsOpen': 'Still waiting for the first answer.',
  'name.complaintsLate': 'Late',
  'mean.complaintsLate':
    'Answered after the last day of the promise, or not answered although that day is over.',
  'name.complaintsEscalated': 'Escalated',
  'mean.complaintsEscalated': 'Those that the managers were told are late.',
  'name.complaintsDays': 'Days to answer',
  'mean.complaintsDays':
    'Days on which the hall was open, from when it came to the first answer; the same day is 0.',
  'name.sp4n': 'SP4N-LAPOR!',
  'mean.sp4n':
    'What SP4N-LAPOR! counted, as a manager entered it each month; for the months that begin in the period.',
  'name.missing': 'Missing papers',
  'mean.missing':
    'Requirements that visitors did not have, in steps that ended incomplete. One step may lack several.',
  'name.occupancy': 'Occupancy',
  'mean.occupancy': 'The share of a counter’s open time spent serving; pauses are not open.',
  'name.staffed': 'Staffed',
  'mean.staffed': 'The share of an agency’s service hours with at least one counter open.',
  'name.late': 'Late opening',
  'mean.late':
    'Time from the beginning of the service hours until the agency’s first counter was open; all of the hours if none opened.',
  'name.idle': 'Free while somebody waited',
  'mean.idle':
    'Time in which a counter was open and free while somebody waited whom it could have called. Never counted per person.',
  'name.openTime': 'Open time',
  'mean.openTime': 'Time in which the counter was open with its officer, without pauses.',
  'name.paused': 'Paused',
  'mean.paused': 'Time in which the counter was paused.',
  'name.priority': 'Priority and regular',
  'mean.priority':
    'The same figures for priority visitors (elderly, disabled, pregnant, nursing, with an infant) and regular ones; the class is the one at the end of the step.',
  'name.error': 'Mean error of the forecast',
  'mean.error': 'The mean difference between the waiting time told and the one that came true.',
  'name.inside': 'Within the forecast',
  'mean.inside': 'The share that waited between the least and the most minutes told.',
  'name.longer': 'Longer than forecast',
  'mean.longer': 'The share that waited longer than the most minutes told.',
  'name.told': 'Told',
  'mean.told': 'Steps that were told how long they would wait, and were called.',
  'name.available': 'Availability',
  'mean.available':
    'The share of the minutes of opening hours in which the server (or device) was on and connected.',
  'name.notHeard': 'Not heard',
  'mean.notHeard': 'Calls whose announcement no speaker confirmed.',
  'name.slipsFailed': 'Slips failed',
  'mean.slipsFailed':
    'Slips that did not come out, counted with the first step of their visit, so that sums are right.',
  'name.comeBack': 'Come-back',
  'mean.comeBack':
    'Steps that were made so that a visitor who was sent on can come back to this service; they are among those taken.',
  'name.comeBackAfter': 'Of these to come back',
  'mean.comeBackAfter': 'Sent on, and to come back to where they were sent from.',
  'name.ikm': 'IKM',
  'mean.ikm':
    'The Public Satisfaction Index, from 25 to 100: the sum of the NRR of the nine elements × 1/9 × 25, rounded once at the end. 88.31–100 A (very good), 76.61–88.30 B (good), 65.00–76.60 C (less good), 25.00–64.99 D (not good). All answers of an agency or of the hall are counted together.',
  'name.nrr': 'NRR',
  'mean.nrr':
    'The mean of an element: the sum of its scores divided by how many answers there are, from 1 (not good) to 4 (very good).',
  'name.answers': 'Answers (n)',
  'mean.answers': 'Answers to the survey: to that one of the nine elements which was answered least.',
  'name.sample': 'Sample (S)',
  'mean.sample':
    'The respondents needed at least by Krejcie and Morgan (1970), from how many steps were served or incomplete in the period; for the whole hall, from how many visits.',
  'name.mean': 'Mean',
  'mean.mean': 'The sum of all values divided by how many there are.',
  'name.p50': 'Median',
  'mean.p50': 'Half of the values are no more than this, half no less.',
  'name.p90': '9 of 10',
  'mean.p90': 'Nine of ten values are no more than this.',
  'name.max': 'Longest',
  'mean.max': 'The greatest value.',
  tooFew: 'Means, medians and shares are shown from five values on; below that they are “too few”.',
}

export const figureText = makeTexts({ id, en })

type Keys = keyof typeof id
/** What has a name and a definition. */
export type Figure = Keys extends infer K ? (K extends `name.${infer F}` ? F : never) : never
