// Texts of the pages that look after the hall (reception, supervision, management): `hallText('attention.title')`.
import { isKey, type Translation, makeTexts } from '../../screens/i18n.ts'

export const id = {
  'attention.title': 'Perlu perhatian',
  'attention.deviceSilent':
    '{name} tidak terhubung sejak pukul {time}. Periksa apakah menyala dan tersambung ke jaringan.',
  'attention.deviceSilentUnknown':
    '{name} belum terhubung. Periksa apakah menyala dan tersambung ke jaringan.',
  'attention.sound-off':
    '{name} tidak dapat didengar, dan di sana tidak ada layar lain yang bersuara. Sentuh layarnya sekali atau tekan OK pada remotnya. Sampai saat itu, panggil dengan suara.',
  'attention.place-gone': '{name} didaftarkan untuk tempat yang sudah tidak ada. Cabut, lalu daftarkan lagi.',
  'attention.memory-high': '{name} memakai banyak memori. Matikan lalu hidupkan lagi sesudah jam pelayanan.',
  'attention.clock-off':
    '{name} berselisih lebih dari satu menit dengan jam server. Nyalakan penyetelan jam otomatis di sana; antrean sendiri tidak terpengaruh.',
  'attention.version-old': '{name} masih menampilkan halaman versi lama. Matikan lalu hidupkan lagi.',
  'attention.zone-silent':
    'Panggilan di zona {zone} tidak terdengar sejak pukul {time}. Panggil dengan suara, dan periksa layar di sana.',
  'attention.kiosk': 'Kios',
  'attention.kioskIn': 'Kios di zona {zone}',
  'attention.kioskNamed': 'Kios “{name}”',
  'attention.display': 'Sebuah layar',
  'attention.displayIn': 'Layar di zona {zone}',
  'attention.displayNamed': 'Layar “{name}”',
  'attention.near-end': 'Kertas {name} hampir habis. Siapkan gulungan baru.',
  'attention.paper-out': 'Kertas {name} habis. Pasang gulungan baru.',
  'attention.cover-open': 'Tutup {name} terbuka.',
  'attention.offline': '{name} tidak terhubung. Periksa listrik dan kabelnya.',
  'attention.error': '{name} bermasalah. Matikan lalu hidupkan lagi.',

  // finding a number, and slips that did not come out
  findTitle: 'Cari nomor',
  findLabel: 'Nomor antrean',
  findHint: 'Misalnya A012',
  find: 'Cari',
  findNone: 'Hari ini tidak ada nomor itu.',

  'slip-fault.paper-out': 'kertas habis',
  'slip-fault.cover-open': 'tutup pencetak terbuka',
  'slip-fault.offline': 'pencetak tidak siap',
  'slip-fault.unreachable': 'pencetak tidak terhubung',
  'slip-fault.error': 'pencetak bermasalah',
  'slip-fault.timeout': 'pencetak tidak menjawab',
  'slip-fault.restart': 'server dimulai ulang saat mencetak',
  'slip-fault.no-such-printer': 'pencetak tidak ada',
  'slip-fault.other': 'sebab tidak diketahui',
} as const

export const en: Translation<typeof id> = {
  'attention.title': 'Needs attention',
  'attention.deviceSilent': '{name} has not been heard of since {time}. See whether it is on and connected.',
  'attention.deviceSilentUnknown': '{name} has not been heard of yet. See whether it is on and connected.',
  'attention.sound-off':
    '{name} can’t be heard, and no other display speaks there. Touch its screen once, or press OK on its remote. Until then, call by voice.',
  'attention.place-gone':
    '{name} is enrolled for a place that is no longer there. Revoke it, then enrol it again.',
  'attention.memory-high': '{name} holds a lot of memory. Switch it off and on again after hours.',
  'attention.clock-off':
    '{name} differs from the server’s clock by more than a minute. Let it set its clock by itself; the queue as such is not affected.',
  'attention.version-old': '{name} still shows the page of an older version. Switch it off and on again.',
  'attention.zone-silent':
    'Calls in {zone} have not been heard since {time}. Call by voice, and look at the display there.',
  'attention.kiosk': 'A kiosk',
  'attention.kioskIn': 'The kiosk in {zone}',
  'attention.kioskNamed': 'Kiosk “{name}”',
  'attention.display': 'A display',
  'attention.displayIn': 'The display in {zone}',
  'attention.displayNamed': 'Display “{name}”',
  'attention.near-end': '{name} is nearly out of paper. Have a new roll ready.',
  'attention.paper-out': '{name} is out of paper. Put in a new roll.',
  'attention.cover-open': 'The cover of {name} is open.',
  'attention.offline': '{name} is not connected. Check its power and its cable.',
  'attention.error': '{name} has a fault. Switch it off and on again.',

  // finding a number, and slips that did not come out
  findTitle: 'Find a number',
  findLabel: 'Queue number',
  findHint: 'For example A012',
  find: 'Find',
  findNone: 'There is no such number today.',

  'slip-fault.paper-out': 'out of paper',
  'slip-fault.cover-open': 'the printer’s cover is open',
  'slip-fault.offline': 'the printer is not ready',
  'slip-fault.unreachable': 'the printer is not connected',
  'slip-fault.error': 'the printer has a fault',
  'slip-fault.timeout': 'the printer does not answer',
  'slip-fault.restart': 'the server restarted while printing',
  'slip-fault.no-such-printer': 'there is no such printer',
  'slip-fault.other': 'nobody knows why',
}

export const hallText = makeTexts({ id, en })

// Why a slip did not come out, in words: for the reception, the supervisors, and the page of the printers.

/** `kertas habis`, for the end of a sentence; an unknown fault is called unknown. */
export function slipFaultText(why: string | null): string {
  const key = `slip-fault.${why ?? ''}` as const
  return hallText(isKey(id, key) ? key : 'slip-fault.other')
}
