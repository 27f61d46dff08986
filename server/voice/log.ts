// What the voice says about itself, to the server's own log (pino fits). No number and no name goes there.

export interface VoiceLog {
  info(fields: object, message: string): void
  warn(fields: object, message: string): void
}
