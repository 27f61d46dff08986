// What only the spoken mode says. To be heard: no sign that a voice does not say.
export const id = {
  speak: 'Suara',
  guide: 'Panduan suara',
  bar: 'Panduan suara: panah dan Enter. F1: bantuan.',
  voiceless: 'Suara tidak tersedia. Tombol tetap dapat dipakai.',
  firstLanguage: 'Untuk bahasa Indonesia, tekan Enter.',
  otherLanguage: 'Untuk bahasa Indonesia, tekan {way}, lalu Enter.',
  down: 'panah bawah',
  help: 'Panah bawah: berikutnya. Panah atas: sebelumnya. Enter: pilih. Escape, atau panah kiri ditahan: kembali. F1: bantuan. F2: ulangi. F3 dan F4: kecepatan. Page Up dan Page Down: keras suara.',
  choices: '{count} pilihan.',
  move: 'Panah bawah untuk berikutnya, Enter untuk memilih.',
  button: 'tombol',
  on: 'dipilih',
  off: 'belum dipilih',
  disabled: 'tidak dapat dipilih',
  busy: 'mohon tunggu',
  bye: 'Panduan suara selesai. Terima kasih.',
} as const
