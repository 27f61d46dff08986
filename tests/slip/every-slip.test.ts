// Slips of every kind on both papers: each is read as a printer would, and nothing of it is lost or too wide.
import { crc32 } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { karangasem } from '../../server/halls/karangasem/index.ts'
import type { Block, Paper, SlipDocument } from '../../server/slip/document/pen.ts'
import { testDocument } from '../../server/slip/document/test-page.ts'
import { toEscPos } from '../../server/slip/drawing/escpos.ts'
import { printableDots, toPng, toSvg } from '../../server/slip/drawing/picture.ts'
import { rangeText } from '../../server/texts/wait.ts'
import { pngOf } from '../rules/png.ts'
import { rulesPlan } from '../rules/rules-plan.ts'
import { readEscPos } from './escpos-read.ts'
import { painter } from './painter.ts'
import { slip, slipPlan } from './slips.ts'

const long = 'Pelayanan pendaftaran, perubahan, dan pencetakan ulang dokumen '.repeat(2).slice(0, 120)
const longNames = {
  ...rulesPlan,
  name: { id: long, en: long },
  agencies: rulesPlan.agencies.map((agency) => ({ ...agency, name: { id: long, en: long } })),
  services: rulesPlan.services.map((service) => ({
    ...service,
    name: { id: `${service.id} ${long}`, en: long },
  })),
}
const open = karangasem.services.filter(({ phase }) => phase.status === 'open')
const eight = open.filter((_, place) => place % 4 === 0).slice(0, 8)

const documents: Record<string, SlipDocument> = {
  'of one service': slip(),
  'of eight services': slip({ services: eight.map(({ id }) => id), wait: rangeText(75, 105) }),
  'of names of 120 letters': slip({ plan: longNames, services: ['kk', 'skck'] }),
  'with a line in aksara Bali': slip({ plan: slipPlan({ header: 'ᬓᬭᬂᬲᭂᬫ᭄' }), services: ['kk'] }),
  'with a logo': slip({ plan: slipPlan({ logo: pngOf(300, 120) }), services: ['kk'] }),
  'that is a copy, in rehearsal, with priority, to be come to': slip({
    language: 'en',
    copy: true,
    clockOffset: 60,
    priority: true,
    comeToMe: true,
  }),
  'without a phone page': slip({ url: null }),
  'that tests a printer': testDocument({
    plan: karangasem,
    printer: slipPlan({}).printers?.[0] ?? fail(),
    now: Date.parse('2026-11-24T01:05:00Z'),
    language: 'id',
    url: 'http://192.168.1.10:3000',
  }),
}

function fail(): never {
  throw new Error('the plan has no printer')
}

/** Letters without spaces: line breaks depend on the paper. */
const letters = (text: string) => text.replaceAll(/\s/g, '')

const saidBy = (block: Block): string => ('text' in block && block.kind !== 'qr' ? letters(block.text) : '')

describe.each(Object.entries(documents))('a slip %s', (_name, document) => {
  it.each<Paper>([58, 80])('says everything on %i mm', async (paper) => {
    const warnings: object[] = []
    const bytes = await toEscPos(document, { paper, painter, warn: (details) => void warnings.push(details) })
    const { lines, rasters, cuts, height } = readEscPos(bytes, printableDots[paper])
    expect(warnings).toEqual([])
    const said = letters(lines.join(''))
    // Anything beyond plain ASCII is covered by the tests of the letters.
    const plain = document.blocks.map(saidBy).filter((words) => /^[ -~]+$/.test(words))
    expect(plain.filter((words) => !said.includes(words))).toEqual([])
    expect(plain.length).toBeGreaterThan(5)
    const drawn = document.blocks.filter(
      (block) => ['image', 'qr', 'ruler'].includes(block.kind) || /[\u1b00-\u1b7f]/.test(saidBy(block)),
    )
    expect(rasters).toHaveLength(drawn.length)
    expect(cuts).toEqual([height])
  })

  it.each<Paper>([58, 80])('is a picture as wide as %i mm', async (paper) => {
    const png = Buffer.from(await toPng(document, paper, painter))
    const [, wide, high] = /viewBox="0 0 (\d+) (\d+)"/.exec(toSvg(document, paper)) ?? []
    expect(Number(wide)).toBe(paper * 8)
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([paper * 16, Number(high) * 2])
    // Pixels to a metre: it comes out as wide as the paper.
    const phys = png.indexOf('pHYs')
    expect([png.readUInt32BE(phys + 4), png.readUInt32BE(phys + 8), png[phys + 12]]).toEqual([
      16_000, 16_000, 1,
    ])
    expect(png.readUInt32BE(phys + 13)).toBe(crc32(png.subarray(phys, phys + 13)))
  })
})

describe('a logo', () => {
  it('that nothing can draw is left out and told: the slip comes all the same', async () => {
    const whole = Buffer.from(pngOf(300, 120), 'base64')
    // A PNG from outside, and rubbish within.
    whole.fill(7, 45, 60)
    const document = slip({ plan: slipPlan({ logo: whole.toString('base64') }), services: ['kk'] })
    const warnings: string[] = []
    const warn = (_details: object, message: string) => void warnings.push(message)
    const bytes = await toEscPos(document, { paper: 80, painter, warn })
    const { lines, rasters } = readEscPos(bytes, 576)
    expect(warnings).toEqual(['slip: a part was left out'])
    expect(lines.map((line) => line.trim())).toContain('A004')
    expect(rasters).toHaveLength(1)
  })
})

describe('the words of a plan', () => {
  it('are text in a picture, whatever signs they hold', () => {
    const svg = toSvg(
      slip({ plan: slipPlan({ header: '<script>alert("&")</script> \u0007' }), services: ['kk'] }),
      80,
    )
    expect(svg).toContain('&lt;script&gt;alert(&quot;&amp;&quot;)&lt;/script&gt;')
    expect(['<script', '\u0007'].filter((sign) => svg.includes(sign))).toEqual([])
  })
})
