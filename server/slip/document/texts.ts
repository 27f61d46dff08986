// The slip's own words.

export interface SlipTexts {
  readonly rehearsal: string
  readonly copy: string
  readonly yourNumber: string
  readonly priority: string
  readonly comeToMe: string
  /** Several services with an order among them, and several without. */
  readonly inThisOrder: string
  readonly allAtOnce: string
  /** How many people are ahead of the visitor. */
  ahead(people: number): string
  /** The steps that come first, by their numbers on the slip. */
  after(steps: readonly number[]): string
  zone(name: string): string
  goTo(counter: string): string
  servingAt(counter: string): string
  readonly held: string
  readonly missed: string
  readonly done: string
  readonly cancelled: string
  readonly expired: string
  readonly prepare: string
  readonly stillNeeded: string
  readonly fromStep: (step: number) => string
  readonly fromService: (service: string) => string
  /** Papers for which the slip has no room. */
  more(papers: number): string
  readonly follow: string
  /** The same for a slip that lists no papers: the phone page lists them. */
  readonly followWithPapers: string
  readonly todayOnly: string
  printedAgain(time: string): string
  // the test page
  readonly testPage: string
  readonly width: (paper: number) => string
  readonly letters: string
  /** Labels of the two codes: one drawn as dots, one by the printer itself. */
  readonly qrOfDots: string
  readonly qrOfPrinter: string
  readonly allIsWell: string
}

export const id: SlipTexts = {
  rehearsal: 'LATIHAN: bukan antrean sungguhan',
  copy: '*** SALINAN ***',
  yourNumber: 'Nomor antrean Anda',
  priority: 'Antrean prioritas',
  comeToMe: 'Silakan tunggu di tempat Anda. Petugas akan datang.',
  inThisOrder: 'Layanan Anda, dengan urutan ini:',
  allAtOnce: 'Anda menunggu semua layanan ini sekaligus:',
  ahead: (people) => (people === 0 ? 'Tidak ada orang di depan Anda' : `${people} orang di depan Anda`),
  after: (steps) => `Sesudah langkah ${steps.join(' dan ')} selesai`,
  zone: (name) => `Zona: ${name}`,
  goTo: (counter) => `Silakan ke ${counter} sekarang`,
  servingAt: (counter) => `Sedang dilayani di ${counter}`,
  held: 'Ditunda sebentar: tunggu panggilan',
  missed: 'Terlewat: silakan lapor ke loket',
  done: 'Selesai',
  cancelled: 'Dibatalkan',
  expired: 'Tidak berlaku lagi',
  prepare: 'Siapkan:',
  stillNeeded: 'Belum Anda miliki:',
  fromStep: (step) => `dari langkah ${step}`,
  fromService: (service) => `diurus di sini: ${service}`,
  more: (papers) => `dan ${papers} lagi: tanyakan di loket`,
  follow: 'Pindai untuk mengikuti antrean di ponsel',
  followWithPapers: 'Pindai: antrean dan persyaratan',
  todayOnly: 'Berlaku hari ini saja',
  printedAgain: (time) => `Dicetak ulang pukul ${time}`,
  testPage: 'Halaman uji',
  width: (paper) => `Lebar kertas ${paper} mm: penggaris harus utuh dari tepi ke tepi`,
  letters: 'Huruf',
  qrOfDots: 'Kode dari titik',
  qrOfPrinter: 'Kode dari pencetak sendiri. Bila tidak muncul atau tidak terbaca: hapus centangnya.',
  allIsWell: 'Bila semua terbaca dan kertas terpotong, pencetak siap.',
}

export const en: SlipTexts = {
  rehearsal: 'REHEARSAL: not a real number',
  copy: '*** COPY ***',
  yourNumber: 'Your number',
  priority: 'Priority',
  comeToMe: 'Please stay where you are. Staff will come to you.',
  inThisOrder: 'Your services, in this order:',
  allAtOnce: 'You are waiting for all of these at once:',
  ahead: (people) =>
    people === 0 ? 'Nobody ahead of you' : `${people} ${people === 1 ? 'person' : 'people'} ahead of you`,
  after: (steps) => `After step ${steps.join(' and ')} is done`,
  zone: (name) => `Zone: ${name}`,
  goTo: (counter) => `Please go to ${counter} now`,
  servingAt: (counter) => `Being served at ${counter}`,
  held: 'Set aside for a moment: wait to be called',
  missed: 'Missed: please tell the counter',
  done: 'Done',
  cancelled: 'Cancelled',
  expired: 'No longer valid',
  prepare: 'Have ready:',
  stillNeeded: 'You still need:',
  fromStep: (step) => `from step ${step}`,
  fromService: (service) => `issued here: ${service}`,
  more: (papers) => `and ${papers} more: ask at the counter`,
  follow: 'Scan to follow the queue on your phone',
  followWithPapers: 'Scan: your queue and the papers',
  todayOnly: 'Valid today only',
  printedAgain: (time) => `Printed again at ${time}`,
  testPage: 'Test page',
  width: (paper) => `Paper ${paper} mm wide: the ruler must reach from edge to edge`,
  letters: 'Letters',
  qrOfDots: 'Code made of dots',
  qrOfPrinter: 'Code by the printer itself. If it is missing or can’t be read: untick it.',
  allIsWell: 'If all of this can be read and the paper is cut, the printer is ready.',
}
