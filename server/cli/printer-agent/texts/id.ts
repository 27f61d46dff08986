// Kalimat perintah `printer-agent`.
import type { PrinterAgentTexts } from './texts.ts'

export const id: PrinterAgentTexts = {
  usage: `Pemakaian: npm run printer-agent -- --allow <alamat server> [pilihan]

Meminjamkan pencetak USB di PC ini kepada server Antre: apa yang dikirim server diteruskan ke
pencetak, dan jawaban pencetak (kertas habis, penutup terbuka) diteruskan kembali.

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
