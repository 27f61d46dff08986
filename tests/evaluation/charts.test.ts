// Charts as pictures by themselves: drawn by the components of the screen, without a page around them.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { type Chart, draw, svgOf } from '../../server/evaluation/chart/draw.ts'
import { heatColours, seriesColours } from '../../server/evaluation/chart/PictureFrame.tsx'
import { pngSizeOf } from '../../server/hall/plan-faults/png.ts'

const days = ['1 Okt', '2 Okt', '3 Okt'].map((short) => ({ short, long: `${short}ober 2026` }))
const odd = '<script>"&\u0007\ud800'
const charts: readonly Chart[] = [
  {
    as: 'bars',
    title: odd,
    head: 'Hari',
    labels: days,
    series: [
      { name: odd, values: [3, null, 5] },
      { name: 'Biasa', values: [1, null, 2] },
    ],
    unit: 'count',
    marks: [{ at: 1, text: odd }],
  },
  {
    as: 'lines',
    title: 'Tunggu',
    head: 'Hari',
    labels: days,
    series: [
      {
        name: 'Tengah',
        values: [60, null, 120],
        range: [[30, 90], null, [60, 240]],
      },
    ],
    unit: 'duration',
  },
  {
    as: 'rows',
    title: 'Layanan',
    head: 'Layanan',
    series: ['Dilayani'],
    rows: [{ key: 'a', name: odd, values: [3] }],
    unit: 'count',
  },
  {
    as: 'heat',
    title: 'Jam',
    head: 'Jam',
    rows: [{ short: '8', long: '8' }],
    columns: [{ short: odd, long: odd }],
    cells: [[4]],
    unit: 'count',
  },
]

it('[EV5] a chart is the same as on the screen, and needs no other file', () => {
  for (const chart of charts) {
    const svg = svgOf(chart)
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" width="660"/)
    // No page, no variable, nothing that only a browser with our style sheets would know.
    expect(svg).not.toMatch(/<(?:div|ul|li|p|table|figure|button|script)\b|var\(|NaN|undefined/)
    expect(svg).not.toMatch(/(?![\t\n\r])\p{Cc}|\ud800/u)
  }
  const [bars = ''] = charts.map(svgOf)
  expect(bars).toContain('&lt;script>')
  expect(bars.match(/class="chart-area"/g)).toHaveLength(4 + 2)
  expect(bars).toContain('×')
})

it('[EV5] a chart is the same as on the screen, and needs no other file: a long name is not cut', () => {
  const name =
    'Dinas Kependudukan dan Pencatatan Sipil ke Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu Kabupaten Karangasem'
  const row = (key: string, said: string) => ({ key, name: said, values: [3] })
  const svg = svgOf({
    as: 'rows',
    title: 'Dari instansi ke instansi',
    head: 'Pasangan',
    series: ['Kunjungan'],
    rows: [row('a', name), row('b', 'x'.repeat(80)), row('c', 'Polres')],
    unit: 'count',
  })
  const lines = [...svg.matchAll(/<text class="chart-row-name"[^>]* y="([\d.]+)"[^>]*>([^<]*)</g)]
  const texts = lines.map(([, , text = '']) => text)
  expect(texts.join(' ')).toBe(`${name} ${'x'.repeat(36)} ${'x'.repeat(36)} ${'x'.repeat(8)} Polres`)
  expect(Math.max(...texts.map((text) => text.length))).toBeLessThanOrEqual(36)
  // Each line is below the one before, and all are within the picture.
  const places = lines.map(([, y]) => Number(y))
  expect(places).toEqual([...places].sort((a, b) => a - b))
  expect(new Set(places).size).toBe(places.length)
  const [, height] = /viewBox="0 0 660 ([\d.]+)"/.exec(svg) ?? []
  expect(places.at(-1)).toBeLessThan(Number(height))
})

it('[EV5] a chart is the same as on the screen, and needs no other file: in its colours', () => {
  const file = fileURLToPath(new URL('../../counter-ui/reports/chart/chart.css', import.meta.url))
  const css = readFileSync(file, 'utf8')
  const [light = ''] = css.split('@media')
  const named = (name: string) =>
    [...light.matchAll(new RegExp(`--${name}-\\d: (#\\w+);`, 'g'))].map(([, hex]) => hex)
  expect([...seriesColours]).toEqual(named('series'))
  expect([...heatColours]).toEqual(named('heat'))
})

it('[EV5] a chart is the same as on the screen, and needs no other file: what has no value is said', () => {
  const nothing = svgOf({
    as: 'bars',
    title: 'a',
    head: 'b',
    labels: days,
    series: [{ name: 'c', values: [null, null, null] }],
    unit: 'count',
  })
  expect(nothing).toContain('Belum ada data untuk digambar.')
  expect(nothing).not.toContain('chart-area"')
})

it('[EV5] a chart is the same as on the screen, and needs no other file: as a picture of its size', async () => {
  const [chart] = charts
  if (!chart) throw new Error('no chart')
  const drawn = await draw(chart, [fileURLToPath(new URL('../../server/slip/fonts', import.meta.url))])
  const { png, width, height } = drawn
  expect(pngSizeOf(png)).toEqual({ width: Math.round(width * 2.25), height: Math.round(height * 2.25) })
})
