// Where the server looks for printers, and where it does not, whatever the plan says.
import { once } from 'node:events'
import { createServer, type AddressInfo, type LookupFunction } from 'node:net'
import type { NetworkInterfaceInfo } from 'node:os'
import { describe, expect, it, onTestFinished } from 'vitest'
import { LineFault } from '../../server/slip/printers/link.ts'
import { createReach } from '../../server/slip/printers/reach.ts'
import { openTcp } from '../../server/slip/printers/tcp.ts'
import { hallApp } from '../api/hall-app.ts'
import { emulatedPrinter } from './printer.ts'
import { lines, printerAt, revise, stateOf, withPrinters } from './printed-hall.ts'
import { quick } from './quick.ts'

const wire = (address: string, prefix: number, more: object = {}): NetworkInterfaceInfo => ({
  address,
  cidr: `${address}/${prefix}`,
  family: 'IPv4',
  internal: false,
  mac: '',
  netmask: '',
  ...more,
})
const six = { family: 'IPv6', scopeid: 0 } as const
const mayReach = createReach(
  () => 3000,
  () => ({
    lo: [wire('127.0.0.1', 8, { internal: true })],
    eth0: [
      wire('192.168.1.10', 24),
      wire('103.20.30.2', 28),
      wire('fd12::10', 64, six),
      wire('2001:db8:7::10', 64, six),
    ],
    vpn: [wire('100.64.0.5', 32), wire('25.0.0.5', 7)],
  }),
)

describe('a printer may be', () => {
  it.each([
    ['192.168.1.50', 9100],
    ['10.1.2.3', 9100],
    ['172.31.255.254', 9107],
    ['127.0.0.1', 9100],
    ['::1', 9100],
    ['192.168.1.10', 9100],
    ['192.168.1.50', 3000],
    ['fd00::50', 9100],
    ['fe80::50', 9100],
    ['fe80::50%eth0', 9100],
    ['::ffff:192.168.1.50', 9100],
    // In the PC's own network, though the addresses are public.
    ['103.20.30.9', 9100],
    ['2001:db8:7::50', 9100],
  ])('at %s:%i', (address, port) => {
    expect(mayReach(address, port)).toBe(true)
  })

  it.each([
    // The hall itself, by every address that it has.
    ['127.0.0.1', 3000],
    ['127.9.9.9', 3000],
    ['::1', 3000],
    ['192.168.1.10', 3000],
    ['103.20.30.2', 3000],
    ['fd12::10', 3000],
    ['::ffff:127.0.0.1', 3000],
    ['::ffff:7f00:1', 3000],
    ['::ffff:192.168.1.10', 3000],
    // Addresses of nobody, of everybody, or of the whole world.
    ['0.0.0.0', 9100],
    ['0.0.0.0', 3000],
    ['::', 9100],
    ['::ffff:0.0.0.0', 9100],
    ['169.254.169.254', 9100],
    ['169.254.7.7', 9100],
    ['::ffff:169.254.169.254', 9100],
    ['fd00:ec2::254', 9100],
    ['255.255.255.255', 9100],
    ['224.0.0.1', 9100],
    ['ff02::1', 9100],
    ['8.8.8.8', 9100],
    ['103.20.30.99', 9100],
    ['100.64.0.6', 9100],
    ['24.0.0.1', 9100],
    ['172.32.0.1', 9100],
    ['2001:db8:8::50', 9100],
    ['64:ff9b::c0a8:132', 9100],
    ['2002:c0a8:0132::1', 9100],
    ['::127.0.0.1', 9100],
    // Pages, mail, shells, databases.
    ['192.168.1.1', 80],
    ['192.168.1.1', 22],
    ['127.0.0.1', 25],
    ['127.0.0.1', 6379],
    ['192.168.1.50', 5432],
    // No address at all.
    ['localhost', 9100],
    ['127.1', 9100],
    ['', 9100],
  ])('not at %s:%i', (address, port) => {
    expect(mayReach(address, port)).toBe(false)
  })
})

describe('a name', () => {
  /** A listener that counts its callers. */
  async function listener() {
    let calls = 0
    const server = createServer((socket) => {
      calls += 1
      socket.on('error', () => {}).resume()
    }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    onTestFinished(() => void server.close())
    return { port: (server.address() as AddressInfo).port, calls: () => calls }
  }
  /** A name server that gives another address each time it is asked. */
  const says = (...answers: string[]): LookupFunction => {
    let turn = 0
    return (_name, { all }, told) => {
      const address = answers[turn++ % answers.length] ?? ''
      if (all === true) told(null, [{ address, family: 4 }])
      else told(null, address, 4)
    }
  }
  const call = async (host: string, port: number, lookup: LookupFunction, away = '127.0.0.1') => {
    const { signal } = new AbortController()
    const reach = (address: string) => address !== away
    try {
      const channel = await openTcp(host, port, signal, { mayReach: reach, lookup })
      channel.close()
      return 'connected'
    } catch (error) {
      return error instanceof LineFault ? error.why : error
    }
  }

  it('that leads to where none may be is unreachable, and nobody is called', async () => {
    const { port, calls } = await listener()
    expect(await call('printer.example', port, says('127.0.0.1'))).toBe('unreachable')
    expect(await call('127.0.0.1', port, says())).toBe('unreachable')
    expect(await call('printer.example', port, says('127.0.0.1'), 'none')).toBe('connected')
    expect(calls()).toBe(1)
  })

  it('that leads elsewhere a moment later is called where it was looked at', async () => {
    const { port, calls } = await listener()
    // The first answer may be called, the second not: asking twice would call the second.
    expect(await call('printer.example', port, says('127.0.0.2', '127.0.0.1'))).toBe('unreachable')
    expect(calls()).toBe(0)
  })

  it('with several addresses is called at those alone that may be', async () => {
    const { port, calls } = await listener()
    const both: LookupFunction = (_name, _options, told) =>
      told(null, [
        { address: '127.0.0.2', family: 4 },
        { address: '127.0.0.1', family: 4 },
      ])
    expect(await call('printer.example', port, both, '127.0.0.2')).toBe('connected')
    expect(calls()).toBe(1)
  })
})

describe('a manager who points a printer', () => {
  it('at the hall itself, or at no printer, learns as much as from one that is switched off', async () => {
    const dead = await emulatedPrinter()
    await dead.unplug()
    const hall = await hallApp({ printerPace: quick })
    await hall.app.listen({ port: 0, host: '127.0.0.1' })
    const own = (hall.app.server.address() as AddressInfo).port
    const places = [
      ['127.0.0.1', dead.port],
      ['127.0.0.1', own],
      ['localhost', own],
      ['0.0.0.0', own],
      ['127.1', own],
      ['0x7f000001', own],
      ['2130706433', own],
      ['::ffff:127.0.0.1', own],
      ['169.254.169.254', 9100],
      ['127.0.0.1', 22],
    ] as const
    const found: unknown[] = []
    for (const [host, port] of places) {
      await revise(hall, withPrinters(printerAt(port, { link: { kind: 'network', host, port } })))
      const { why, printer } = await hall.does<{
        why: string
        printer: { at: unknown; lastProblem: unknown }
      }>('POST /api/printers/pintu/test', { as: 'manager' })
      found.push([host, port, why, { ...printer, at: null, lastProblem: null }])
    }
    const told = { id: 'pintu', state: 'offline', gives: false, why: 'unreachable', answers: true }
    const wanted = { ...told, at: null, waiting: 0, lastProblem: null }
    expect(found).toMatchObject(places.map(([host, port]) => [host, port, 'unreachable', wanted]))
  })

  it('at one in the hall gets its page', async () => {
    const printer = await emulatedPrinter()
    const hall = await hallApp({ printerPace: quick })
    await revise(hall, withPrinters(printerAt(printer.port)))
    await hall.does('POST /api/printers/pintu/test', { as: 'manager' })
    expect(lines(printer)).toHaveLength(1)
    expect(await stateOf(hall)).toMatchObject({ state: 'ready' })
  })
})
