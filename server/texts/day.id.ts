// Jam buka dan akhir hari, seperti dibaca pengunjung di kios, layar, dan ponsel.
export const id = {
  opensToday: 'Buka hari ini pukul {time}',
  opensAgain: 'Buka lagi pukul {time}',
  opens: 'Buka {weekday}, {date}, {time}',

  boardBreak: 'Istirahat sampai pukul {time}. Yang sudah punya nomor tetap dilayani.',
  boardAfter: 'Jam pelayanan sudah selesai. Yang sudah punya nomor tetap dilayani.',
  boardLeft: 'Jam pelayanan sudah selesai. Masih menunggu? Silakan tanyakan kepada petugas.',

  ownEarly: 'Belum jam pelayanan.',
  ownOpens: 'Buka pukul {time}.',
  ownClosing: 'Jam pelayanan berakhir pukul {time}.',
  ownBreak: 'Istirahat sampai pukul {time}.',
  ownAfter: 'Jam pelayanan hari ini sudah selesai.',
  ownServed: 'Anda sudah punya nomor dan tetap dilayani.',
  ownLeft: 'Loket untuk Anda sudah tutup; silakan tanyakan kepada petugas.',
  ownEnds: 'Nomor ini berlaku sampai pukul 24.00; sesudah itu ambillah nomor baru.',

  earlier: 'Nomor ini dari hari sebelumnya',
  earlierMeans:
    'Nomor dari hari sebelumnya tidak dapat ditunda, diteruskan, atau menunggu lagi. Selesaikan pelayanannya; untuk keperluan lain, ambil nomor baru.',
} as const

export type DayText = keyof typeof id
