// What the panel says of calls for help and messages, in Indonesian: the file that decides which texts there are.
export const id = {
  help: 'Bantuan',
  helpTitle: 'Panggil penyelia ke loket ini',
  called: 'Penyelia dipanggil pukul {time}.',
  comes: '{name} akan datang.',
  takeBack: 'Batalkan panggilan',
  messages: 'Pesan dari penyelia',
  from: '{name}, pukul {time}',
  fromNobody: 'Pukul {time}',
  more: 'dan {count} pesan lagi',
  read: 'Sudah dibaca',
  alarm: 'Alarm senyap (tekan dua kali)',
} as const
