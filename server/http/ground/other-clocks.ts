// What other clocks say: kiosks, displays and browsers of staff send their computer's time with their requests. After
// a start the first one that agrees with the server's clock settles the date; one on the server's own PC knows no more
// than the server and is ignored.
import type { FastifyRequest } from 'fastify'
import { networkInterfaces } from 'node:os'

/** Milliseconds since 1970, up to the year 2286. */
const CLOCK = /^[0-9]{1,13}$/
/** The header with it; a socket's address has it in its query. */
export const clockHeader = 'antre-clock'

type Asking = Pick<FastifyRequest, 'who' | 'ip'>
export type HeardTime = (request: Asking, said: string | number | string[] | undefined) => void

/** `heard` is told who reports which time (milliseconds since 1970), as long as `wanted` says that it matters. */
export function hearClocks(wanted: () => boolean, heard: (who: string, theirs: number) => void): HeardTime {
  return ({ who, ip }, said) => {
    if (said === undefined || !wanted()) return
    const { staff, newcomer, kiosk, display } = who
    const known = kiosk ?? display ?? staff ?? newcomer
    if (known === null || !CLOCK.test(String(said)) || isThisComputer(ip)) return
    heard(known.id, Number(said))
  }
}

/** Whether an address is this computer's: loopback, or its own on the network. */
export function isThisComputer(address: string): boolean {
  const plain = address.replace(/^::ffff:/i, '')
  if (plain === '::1' || plain.startsWith('127.')) return true
  return Object.values(networkInterfaces()).some((one) => one?.some((own) => own.address === plain))
}
