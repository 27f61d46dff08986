// Kalimat perintah `printer-agent`.
import type { PrinterAgentTexts } from './texts.ts'

export const id: PrinterAgentTexts = {
  usage: `Pemakaian: npm run printer-agent -- --allow <alamat peladen> [pilihan]

Meminjamkan pencetak USB di PC ini kepada peladen Antre: apa yang dikirim peladen diteruskan ke
pencetak, dan jawaban pencetak (kertas habis, penutup terbuka) diteruskan kembali.

Pilihan:
  --allow ALAMAT      alamat IP peladen; boleh lebih dari satu kali. Yang lain ditolak
  --device BERKAS     berkas perangkat pencetak (/dev/usb/lp0)
  --port PORT         porta untuk peladen (9100)
  --host ALAMAT       alamat PC ini untuk menerima peladen (semua)
  --language id|en    bahasa
  --help              bantuan ini

Kode keluar: 0 berhasil, 1 ada yang salah, 2 perintah tidak dikenal.`,
  listening: (where, device, allowed) =>
    `Menunggu peladen (${allowed}) di ${where} untuk pencetak ${device}.`,
  cannotListen: (where, why) => `Tidak dapat menerima peladen di ${where}: ${why}`,
  plugged: (device) => `Pencetak ${device} terpasang.`,
  unplugged: (device, why) => `Pencetak ${device} tidak dapat dipakai: ${why}. Periksa kabel dan sakelarnya.`,
  stranger: (address) => `Ditolak: ${address} tidak disebut dengan --allow.`,
}
