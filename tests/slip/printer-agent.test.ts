// A kiosk PC lends its own USB printer to the server: the server talks to it as to one on the network.
import { once } from 'node:events'
import { connect } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import { runPrinterAgent, startAgent } from '../../server/cli/printer-agent/run.ts'
import { LineFault } from '../../server/slip/printers/link.ts'
import { deviceChannel } from '../../server/slip/printers/device.ts'
import { openTcp } from '../../server/slip/printers/tcp.ts'
import { rawLink } from '../../server/slip/printers/raw-link.ts'
import { quick } from './quick.ts'

const slip = Buffer.from('\x1b@A001\n\x1dV\x00')

/** A printer at the USB of this PC, the agent before it, and the server's link to the agent. */
async function lent(allow = ['127.0.0.1']) {
  const usb = { plugged: true, paper: true, taken: '', open: 0 }
  const said: string[] = []
  const agent = await startAgent({
    host: '127.0.0.1',
    port: 0,
    allow,
    plugged: () => said.push('plugged'),
    unplugged: (why) => said.push(`unplugged ${why}`),
    stranger: (address) => said.push(`stranger ${address}`),
    async open() {
      if (!usb.plugged) throw new LineFault('unreachable', 'ENOENT')
      usb.open += 1
      const answers: number[] = []
      const gone = () => Object.assign(new Error('ENODEV'), { code: 'ENODEV' })
      return deviceChannel({
        async write(bytes) {
          if (!usb.plugged) throw gone()
          const text = Buffer.from(bytes).toString('latin1')
          usb.taken += text
          if (text.startsWith('\x10\x04\x04')) answers.push(usb.paper ? 0x12 : 0x7e)
          else if (text.startsWith('\x10\x04')) answers.push(0x12)
          if (text.includes('\x1dr\x01')) answers.push(0)
          return { bytesWritten: bytes.length }
        },
        async read(buffer) {
          if (!usb.plugged) throw gone()
          const answer = answers.shift()
          if (answer === undefined) throw Object.assign(new Error('EAGAIN'), { code: 'EAGAIN' })
          buffer[0] = answer
          return { bytesRead: 1 }
        },
        close: async () => void (usb.open -= 1),
      })
    },
  })
  const link = rawLink({
    folder: '',
    told: () => {},
    answers: true,
    pace: { ...quick, answer: 1_000 },
    open: (signal) => openTcp('127.0.0.1', agent.port, signal),
  })
  onTestFinished(async () => {
    link.stop()
    await agent.stop()
  })
  return { usb, said, agent, link }
}

describe('the agent', () => {
  it('brings slips there and status back, and lets the printer go in between', async () => {
    const { usb, said, link } = await lent()
    expect(await link.print(slip, 'A001', false)).toEqual({ why: null, now: { state: 'ready', why: null } })
    expect(usb.taken).toContain('\x1b@A001\n')
    usb.paper = false
    expect(await link.look()).toEqual({ state: 'paper-out', why: 'paper-out' })
    await expect.poll(() => usb.open).toBe(0)
    expect(said).toEqual(['plugged'])
  })

  it('survives that the printer is unplugged and plugged in again, and says both', async () => {
    const { usb, said, link } = await lent()
    expect((await link.look()).state).toBe('ready')
    usb.plugged = false
    expect(await link.look()).toMatchObject({ state: 'offline', why: 'unreachable' })
    expect(await link.look()).toMatchObject({ state: 'offline' })
    usb.plugged = true
    expect((await link.look()).state).toBe('ready')
    expect(said).toEqual(['plugged', 'unplugged ENOENT', 'plugged'])
  })

  it('takes one caller at a time', async () => {
    const { agent, link } = await lent()
    const caller = connect(agent.port, '127.0.0.1')
    onTestFinished(() => void caller.destroy())
    caller.on('error', () => {})
    await once(caller, 'connect')
    expect((await link.look()).why).toBe('unreachable')
    caller.destroy()
    await expect.poll(async () => (await link.look()).state).toBe('ready')
  })

  it('refuses unknown callers, and says so once', async () => {
    const { usb, said, link } = await lent(['192.168.1.10'])
    expect((await link.print(slip, 'A001', false)).why).toBe('unreachable')
    await link.look()
    expect([usb.taken, said]).toEqual(['', ['stranger 127.0.0.1']])
  })
})

describe('npm run printer-agent', () => {
  async function run(...args: string[]) {
    const said: string[] = []
    const around = { out: (line: string) => said.push(line), err: (line: string) => said.push(line) }
    const { code, stop } = await runPrinterAgent(args, around)
    await stop?.()
    return { code, said: said.join('\n') }
  }

  it('says for whom and for which printer it waits', async () => {
    const args = ['--allow', '192.168.1.10', '--port', '0', '--host', '127.0.0.1', '--device', '/dev/usb/lp1']
    expect(await run(...args, '--language', 'en')).toEqual({
      code: 0,
      said: 'Waiting for the server (192.168.1.10) at 127.0.0.1:0 for the printer /dev/usb/lp1.',
    })
  })

  it.each([
    [[]],
    [['--allow', 'peladen']],
    [['--allow', '192.168.1.10', '--port', '99999']],
    [['--allow', '192.168.1.10', '--host', 'x']],
    [['--nonsense']],
  ])('%j is not understood', async (args) => {
    expect(await run(...args)).toMatchObject({ code: 2, said: expect.stringContaining('Pemakaian') })
  })

  it('says when the port is taken', async () => {
    const { agent } = await lent()
    const args = ['--allow', '127.0.0.1', '--host', '127.0.0.1', '--port', String(agent.port)]
    expect(await run(...args)).toMatchObject({ code: 1, said: expect.stringContaining('EADDRINUSE') })
  })
})
