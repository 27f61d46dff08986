// The command `printer-agent`: its arguments, and what it says.
import { isIP } from 'node:net'
import { parseArgs } from 'node:util'
import { openDevice } from '../../slip/printers/device.ts'
import { startAgent } from './agent.ts'
import { en } from './texts/en.ts'
import { id } from './texts/id.ts'
import type { PrinterAgentTexts } from './texts/texts.ts'

export interface Surroundings {
  readonly out: (line: string) => void
  readonly err: (line: string) => void
}

export interface Outcome {
  /** 0 well, 1 something is wrong, 2 not understood. */
  readonly code: 0 | 1 | 2
  /** Ends the agent that runs from now on; null: none does. */
  readonly stop: (() => Promise<void>) | null
}

const languages: Readonly<Record<string, PrinterAgentTexts>> = { id, en }

/** Starts the agent that the arguments ask for. */
export async function runPrinterAgent(args: readonly string[], { out, err }: Surroundings): Promise<Outcome> {
  const asked = parse(args)
  const texts = languages[asked?.language ?? 'id'] ?? id
  if (asked?.help) {
    out(texts.usage)
    return { code: 0, stop: null }
  }
  if (!asked || asked.allow.length === 0) {
    err(texts.usage)
    return { code: 2, stop: null }
  }
  const { device, host, port, allow } = asked
  const where = `${host?.includes(':') === true ? `[${host}]` : (host ?? '*')}:${port}`
  try {
    const agent = await startAgent({
      host,
      port,
      allow,
      open: () => openDevice(device),
      plugged: () => out(texts.plugged(device)),
      unplugged: (why) => out(texts.unplugged(device, why)),
      stranger: (address) => out(texts.stranger(address)),
    })
    out(texts.listening(where, device, allow.join(', ')))
    return { code: 0, stop: agent.stop }
  } catch (error) {
    err(texts.cannotListen(where, (error as Error).message))
    return { code: 1, stop: null }
  }
}

function parse(args: readonly string[]) {
  const text = { type: 'string' } as const
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        allow: { type: 'string', multiple: true },
        device: text,
        port: text,
        host: text,
        language: text,
        help: { type: 'boolean', short: 'h' },
      },
    })
    const { allow = [], device = '/dev/usb/lp0', host = null, language = 'id', help = false } = values
    const port = Number(values.port ?? '9100')
    const isRight =
      languages[language] !== undefined &&
      Number.isInteger(port) &&
      port >= 0 &&
      port <= 65_535 &&
      (host === null || isIP(host) !== 0) &&
      allow.every((address) => isIP(address) !== 0)
    return isRight ? { allow, device, host, port, language, help } : null
  } catch {
    // An option that does not exist; the usage says which do.
    return null
  }
}
