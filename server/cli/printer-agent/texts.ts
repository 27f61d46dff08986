// What the command `printer-agent` says.

export interface PrinterAgentTexts {
  readonly usage: string
  readonly listening: (where: string, device: string, allowed: string) => string
  readonly cannotListen: (where: string, why: string) => string
  readonly plugged: (device: string) => string
  readonly unplugged: (device: string, why: string) => string
  readonly stranger: (address: string) => string
}

export const id: PrinterAgentTexts = {
  usage: `Pemakaian: npm run printer-agent -- --allow <alamat server> [pilihan]

Meminjamkan pencetak USB di PC ini kepada server Antre: apa yang dikirim server diteruskan ke
pencetak, dan jawaban pencetak (kertas habis, tutup terbuka) diteruskan kembali.

Pilihan:
  --allow ALAMAT      alamat IP server; boleh lebih dari satu kali. Yang lain ditolak
  --device BERKAS     berkas perangkat pencetak (/dev/usb/lp0)
  --port PORT         port untuk server (9100)
  --host ALAMAT       alamat PC ini untuk menerima server (semua)
  --language id|en    bahasa
  --help              bantuan ini

Kode keluar: 0 berhasil, 1 ada yang salah, 2 perintah tidak dikenal.`,
  listening: (where, device, allowed) => `Menunggu server (${allowed}) di ${where} untuk pencetak ${device}.`,
  cannotListen: (where, why) => `Tidak dapat menerima server di ${where}: ${why}`,
  plugged: (device) => `Pencetak ${device} terpasang.`,
  unplugged: (device, why) => `Pencetak ${device} tidak dapat dipakai: ${why}. Periksa kabel dan sakelarnya.`,
  stranger: (address) => `Ditolak: ${address} tidak disebut dengan --allow.`,
}

export const en: PrinterAgentTexts = {
  usage: `Usage: npm run printer-agent -- --allow <address of the server> [options]

Lends the USB printer of this PC to the Antre server: what the server sends goes to the printer, and
what the printer answers (paper out, cover open) goes back.

Options:
  --allow ADDRESS     IP address of the server; may be given more than once. Others are refused
  --device FILE       the printer's device file (/dev/usb/lp0)
  --port PORT         port for the server (9100)
  --host ADDRESS      address of this PC on which it listens for the server (all)
  --language id|en    language
  --help              this help

Exit codes: 0 success, 1 something is wrong, 2 not understood.`,
  listening: (where, device, allowed) =>
    `Waiting for the server (${allowed}) at ${where} for the printer ${device}.`,
  cannotListen: (where, why) => `Can't listen for the server at ${where}: ${why}`,
  plugged: (device) => `The printer ${device} is connected.`,
  unplugged: (device, why) => `The printer ${device} can't be used: ${why}. Check its cable and its switch.`,
  stranger: (address) => `Refused: ${address} was not named with --allow.`,
}
