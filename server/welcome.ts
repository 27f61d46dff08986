// What a start prints on the console: where the hall is, the first run's links and account, what to watch out for.
import { networkInterfaces } from 'node:os'
import { join } from 'node:path'
import type { FirstRun } from './access/first-run.ts'
import { startText } from './texts/start.ts'

/**
 * Prints it. `urls` are the addresses of the server, the first one for this PC. `open` is the address at which others
 * reach it without TLS, null if none can.
 */
export function sayWelcome(
  to: { write(text: string): void },
  urls: readonly string[],
  about: {
    dataDir: string
    clockOffset: number
    first: FirstRun | 'damaged' | null
    /** Whether the first run's links are still good: others are not shown. */
    firstLinks: boolean
    open: string | null
  },
): void {
  const { first, clockOffset, dataDir } = about
  const lines: string[] = ['', ...startText('running'), ...urls.map((url) => `  ${url}/`)]
  const file = join(dataDir, 'first-run.json')
  if (first === 'damaged') lines.push('', ...startText('firstRunDamaged', { path: file }))
  else if (first) {
    lines.push('', ...startText(about.firstLinks ? 'firstRun' : 'firstRunLater'))
    for (const url of urls) {
      const moved = (link: string) => url + link.slice(new URL(link).origin.length)
      if (about.firstLinks)
        lines.push(
          `  ${both('kiosk')}: ${moved(first.enrol.kiosk)}`,
          `  ${both('display')}: ${moved(first.enrol.display)}`,
        )
      lines.push(`  ${both('counter')}: ${url}/counter/`, `  ${both('manage')}: ${url}/manage/`)
    }
    lines.push('', ...startText('account', first.manager), ...startText('kept', { file }))
  }
  if (clockOffset !== 0) lines.push('', ...startText('rehearsal', { seconds: clockOffset }))
  if (about.open !== null) lines.push('', ...startText('plainHttp', { host: about.open }))
  to.write(`${[...lines, ''].join('\n')}\n`)
}

function both(key: 'kiosk' | 'display' | 'counter' | 'manage'): string {
  return startText(key).join(' / ')
}

/** Whether only this PC can reach a server that listens there. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host.startsWith('127.')
}

/** How a browser on this PC reaches the server. */
export function ownName(host: string): string {
  return host === '0.0.0.0' || host === '::' ? 'localhost' : host
}

/** The addresses by which other machines reach it; none if it listens only on this PC. */
export function lanNames(host: string): string[] {
  if (host !== '0.0.0.0' && host !== '::') return []
  return Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .flatMap(({ family, internal, address }) => (family === 'IPv4' && !internal ? [address] : []))
}
