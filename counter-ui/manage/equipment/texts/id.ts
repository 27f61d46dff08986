// What is said of a zone's equipment, in Indonesian: the file that decides which texts there are.
export const id = {
  title: 'Perlengkapan zona',
  lead: 'Mal berjalan juga dengan sebagian perlengkapan. Yang datang kemudian tinggal didaftarkan; server tidak perlu dihidupkan ulang.',
  all: 'Setiap zona punya layar, suara, kios, dan pencetak.',
  everyZone: 'Semua zona',
  'board-none': 'Belum ada layar',
  'board-silent': 'Layarnya mati',
  'board-instead': 'Petugas menyebut nomor dan loketnya, dan menuliskannya di papan tulis di ruang tunggu.',
  'voice-none': 'Belum ada suara',
  'voice-instead':
    'Petugas memanggil dengan suara sendiri; panel loketnya mengingatkan pada setiap panggilan.',
  'voice-mute': 'Layarnya belum bersuara',
  'voice-touch':
    'Sentuh layarnya sekali, atau tekan OK pada remotnya. Sampai saat itu petugas memanggil dengan suara sendiri.',
  'kiosk-none': 'Belum ada kios',
  'kiosk-silent': 'Kiosnya mati',
  'kiosk-instead':
    'Nomor diberikan di halaman Resepsionis. Petugas loket dapat melayani tanpa nomor dari panelnya.',
  'kiosk-elsewhere': 'Kiosnya di tempat lain',
  'kiosk-other': 'Arahkan pengunjung ke kios yang ada atau ke resepsionis.',
  'printer-none': 'Belum ada pencetak slip',
  'printer-silent': 'Pencetak slipnya tidak mencetak',
  'printer-instead':
    'Pengunjung mencatat nomornya dan menekan “Sudah saya catat” di kios. Resepsionis membacakan atau menuliskan nomornya.',
  'printer-elsewhere': 'Slip dicetak di resepsionis',
  'printer-other': 'Pengunjung mencatat nomornya di kios; slipnya dapat diminta di resepsionis.',
} as const
