// What a language must bring for the command `printer-agent`.
export interface PrinterAgentTexts {
  readonly usage: string
  readonly listening: (where: string, device: string, allowed: string) => string
  readonly cannotListen: (where: string, why: string) => string
  readonly plugged: (device: string) => string
  readonly unplugged: (device: string, why: string) => string
  readonly stranger: (address: string) => string
}
