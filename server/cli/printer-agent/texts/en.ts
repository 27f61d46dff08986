// The sentences of the command `printer-agent`.
import type { PrinterAgentTexts } from './texts.ts'

export const en: PrinterAgentTexts = {
  usage: `Usage: npm run printer-agent -- --allow <address of the server> [options]

Lends the USB printer of this PC to the Antre server: what the server sends goes to the printer, and
what the printer answers (paper out, cover open) goes back.

Options:
  --allow ADDRESS     IP address of the server; may be given more than once. Others are refused
  --device FILE       the printer's device file (/dev/usb/lp0)
  --port PORT         port for the server (9100)
  --host ADDRESS      address of this PC at which the server is received (all)
  --language id|en    language
  --help              this help

Exit code: 0 well, 1 something is wrong, 2 not understood.`,
  listening: (where, device, allowed) =>
    `Waiting for the server (${allowed}) at ${where} for the printer ${device}.`,
  cannotListen: (where, why) => `The server can't be received at ${where}: ${why}`,
  plugged: (device) => `The printer ${device} is there.`,
  unplugged: (device, why) =>
    `The printer ${device} can't be used: ${why}. Look at its cable and its switch.`,
  stranger: (address) => `Refused: ${address} was not named with --allow.`,
}
