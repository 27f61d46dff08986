// The plan's part about paper: faults of printers and of what a slip says are named like all others.
import { describe, expect, it } from 'vitest'
import { planFaults } from '../../server/hall/plan-faults/plan-faults.ts'
import { pngSize } from '../../server/hall/plan-faults/png.ts'
import { pngOf } from './png.ts'
import { smallPlan, withLogo, withPrinters } from './small-plan.ts'

const named = (plan: unknown) => planFaults(plan).map(({ at, code }) => `${code} ${at}`)

describe('printers', () => {
  it('of every kind are well, also where several share nothing', () => {
    const links = [
      { kind: 'network', host: '192.168.1.20', port: 9100 },
      { kind: 'file', path: '/dev/usb/lp0' },
      { kind: 'lp', queue: 'Kantor_1' },
      { kind: 'fake' },
    ]
    const plan = withPrinters(
      ...links.map((link, place) => ({
        link,
        kiosks: [`kios-${place}`],
        counters: place === 0 ? ['loket-1'] : [],
      })),
    )
    expect(named(plan)).toEqual([])
  })

  it('have ids of their own', () => {
    expect(named(withPrinters({ id: 'a' }, { id: 'a' }))).toEqual(['duplicate-id printers[1].id'])
  })

  it('print for counters that there are', () => {
    expect(named(withPrinters({ counters: ['loket-1', 'loket-9'] }))).toEqual([
      'unknown-id printers[0].counters[1]',
    ])
  })

  it('print for a counter alone', () => {
    const plan = withPrinters({ counters: ['loket-1'] }, { counters: ['loket-2', 'loket-1'] })
    expect(named(plan)).toEqual(['two-printers printers[1].counters[1]'])
  })

  it('are reached in a known way, and only the faults of that way are named', () => {
    expect(named(withPrinters({ link: { kind: 'usb', path: '/dev/usb/lp0' } }))).toEqual([
      'value-unknown printers[0].link.kind',
    ])
    expect(named(withPrinters({ link: { kind: 'network', host: 'printer', port: 0 } }))).toEqual([
      'out-of-range printers[0].link.port',
    ])
    expect(named(withPrinters({ link: { kind: 'lp', queue: '-o raw; rm' } }))).toEqual([
      'wrong-form printers[0].link.queue',
    ])
    expect(named(withPrinters({ paper: 57 }))).toEqual(['value-unknown printers[0].paper'])
  })
})

describe('what a slip says', () => {
  it('has four lines above and six below, in every language of the plan', () => {
    const line = { id: 'Selamat datang', en: 'Welcome' }
    const lines = (count: number) => Array.from({ length: count }, () => line)
    const slip = { header: lines(5), footer: lines(7), logo: null }
    expect(named({ ...smallPlan, slip })).toEqual(['out-of-range slip.header', 'out-of-range slip.footer'])
    const languages = ['id', 'en', 'ban']
    const missing = named({ ...smallPlan, languages, slip: { header: [line], footer: [line], logo: null } })
    expect(missing).toEqual(
      expect.arrayContaining(['text-missing slip.header[0]', 'text-missing slip.footer[0]']),
    )
  })

  it('has a logo that is a whole PNG, or none', () => {
    const logo = pngOf(40, 20)
    expect(pngSize(logo)).toEqual({ width: 40, height: 20 })
    expect(named(withLogo(logo))).toEqual([])
    // The largest: on either side.
    expect([named(withLogo(pngOf(2_000, 1))), named(withLogo(pngOf(1, 2_000)))]).toEqual([[], []])
    expect(named(withLogo(pngOf(1, 2_001)))).toEqual(['slip-logo-too-large slip.logo'])
    // One without a side has nothing to print.
    for (const [width, height] of [
      [0, 1],
      [1, 0],
    ] as const)
      expect(named(withLogo(pngOf(width, height)))).toEqual(['slip-logo-not-png slip.logo'])
    const whole = Buffer.from(logo, 'base64')
    // Its first chunk is another one, though it begins alike.
    const strange = Buffer.from(whole)
    strange.write('IDAT', 12)
    expect(named(withLogo(strange.toString('base64')))).toEqual(['slip-logo-not-png slip.logo'])
    // Its last chunk is another one, though it begins alike.
    const damaged = Buffer.from(whole)
    damaged.write('IENX', damaged.length - 8)
    expect(named(withLogo(damaged.toString('base64')))).toEqual(['slip-logo-not-png slip.logo'])
    const cut = whole.subarray(0, whole.length - 6).toString('base64')
    const jpeg = Buffer.concat([Buffer.from([255, 216, 255, 224]), whole.subarray(4)]).toString('base64')
    for (const wrong of [
      '',
      'logo.png',
      `data:image/png;base64,${logo}`,
      cut,
      jpeg,
      pngOf(40, 20).slice(4),
    ]) {
      expect(named(withLogo(wrong))).toEqual(['slip-logo-not-png slip.logo'])
    }
  })
})
