// The command `printer-agent`: its arguments, and what it says.
import { isIP } from 'node:net'
import { openDevice } from '../../slip/printers/device.ts'
import { type CommandLanguage, type ExitCode, readArguments, text, usageAnswer } from '../arguments.ts'
import { startAgent } from './agent.ts'
import { type PrinterAgentTexts, en, id } from './texts.ts'

export interface Surroundings {
  readonly out: (line: string) => void
  readonly err: (line: string) => void
}

export interface Outcome {
  readonly code: ExitCode
  /** Ends the running agent; null: none is running. */
  readonly stop: (() => Promise<void>) | null
}

const languages: Readonly<Record<CommandLanguage, PrinterAgentTexts>> = { id, en }

/** Starts the agent that the arguments ask for. */
export async function runPrinterAgent(args: readonly string[], around: Surroundings): Promise<Outcome> {
  const { out, err } = around
  const asked = parse(args)
  const texts = languages[asked?.language ?? 'id']
  const usage = usageAnswer(asked, asked !== null && asked.allow.length > 0, texts.usage, around)
  if (usage !== null || asked === null) return { code: usage ?? 2, stop: null }
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
  const given = { allow: { type: 'string', multiple: true }, device: text, port: text, host: text } as const
  const asked = readArguments(args, given)
  if (asked === null) return null
  const { values, words, language, help } = asked
  const { allow = [], device = '/dev/usb/lp0', host = null } = values
  const port = Number(values.port ?? '9100')
  const isRight =
    words.length === 0 &&
    Number.isInteger(port) &&
    port >= 0 &&
    port <= 65_535 &&
    (host === null || isIP(host) !== 0) &&
    allow.every((address) => isIP(address) !== 0)
  return isRight ? { allow, device, host, port, language, help } : null
}
