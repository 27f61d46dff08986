// `/t/<token>` as a browser without scripts gets it: the whole state in words, for nobody but the token's holder.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Plan } from '../../server/hall/plan.ts'
import { rulesPlan } from '../rules/rules-plan.ts'
import { hallApp, type HallApp } from './hall-app.ts'

let pages: string
beforeAll(() => {
  pages = mkdtempSync(join(tmpdir(), 'antre-pages-'))
  mkdirSync(join(pages, 'phone'))
  writeFileSync(
    join(pages, 'phone/index.html'),
    readFileSync(new URL('../../kiosk-ui/phone/index.html', import.meta.url)),
  )
})
afterAll(() => rmSync(pages, { recursive: true }))

const open = (plan?: Plan) => hallApp({ pages, ...(plan && { plan }) })

async function get({ app }: HallApp, url: string, headers: Record<string, string> = {}) {
  const { statusCode, headers: given, body } = await app.inject({ url, headers })
  // What a browser shows: without the tags and the data for the scripts.
  const text = body.replace(/<(script|style)\b[\s\S]*?<\/\1>/g, '').replace(/<[^>]+>/g, ' ')
  return { status: statusCode, headers: given, body, text: text.replace(/\s+/g, ' ') }
}

describe('the page of a visit', () => {
  it('says all of it without scripts, and asks again by itself', async () => {
    const hall = await open()
    await hall.act('ayu', 'open', 'loket-1')
    await hall.take(['kk'])
    const { visit } = await hall.take(['kk', 'bayar'], { missing: ['tagihan'] })
    const { status, body, text } = await get(hall, `/t/${visit.token}`)
    expect(status).toBe(200)
    for (const words of [
      'Balai',
      'A002',
      'Keadaan pukul 09.00',
      'kk 1 orang sebelum Anda',
      'bayar Menunggu Tidak ada loket yang buka: silakan tanya resepsionis Belakang',
      'tagihan (belum ada; diurus di: sim)',
      'Depan Berikutnya Dekat pintu',
      'Terlambat atau ingin membatalkan?',
    ]) {
      expect(text).toContain(words)
    }
    expect(body).toContain('<noscript><meta http-equiv="refresh" content="30"></noscript>')
    expect(body).toContain('<title>A002 – Antre</title>')
    expect(body).not.toMatch(/<(button|form)\b/)
  })

  it('says the call first, and the counter on its tab', async () => {
    const hall = await open()
    const { visit } = await hall.take(['kk'])
    await hall.act('ayu', 'open', 'loket-1')
    await hall.act('ayu', 'call-next', 'loket-1')
    const { body, text } = await get(hall, `/t/${visit.token}`)
    expect(text).toContain('Sekarang Silakan ke Loket 1 Depan Dekat pintu')
    expect(body).toContain('<title>Loket 1 sekarang! A001</title>')
  })

  it('of a visit that is over asks for nothing any more; yesterday’s number says that it is no longer valid', async () => {
    const hall = await open()
    const { visit } = await hall.take(['kk'])
    const other = await hall.take(['kk'])
    await hall.does(`POST /api/visits/${other.visit.token}/cancel`)
    const cancelled = await get(hall, `/t/${other.visit.token}`)
    expect(cancelled.text).toContain('Nomor ini sudah dibatalkan')
    expect(cancelled.body).not.toContain('http-equiv="refresh"')
    hall.later({ hours: 24 })
    await hall.take(['kk'])
    const yesterday = await get(hall, `/t/${visit.token}`)
    expect([yesterday.status, yesterday.text]).toEqual([
      200,
      expect.stringContaining('Nomor ini tidak berlaku lagi'),
    ])
    hall.later({ hours: 24 })
    await hall.take(['kk'])
    expect((await get(hall, `/t/${visit.token}`)).status).toBe(404)
  })

  it('speaks the visit’s language, unless the other one is asked for', async () => {
    const hall = await open()
    const { visit } = await hall.take(['kk'], { language: 'en' })
    const english = await get(hall, `/t/${visit.token}`, { 'accept-language': 'id' })
    expect([english.headers['content-language'], english.text]).toEqual([
      'en',
      expect.stringContaining('Your number'),
    ])
    expect(english.body).toContain('<html lang="en"')
    for (const [query, words] of [
      ['?lang=id', 'Nomor antrean Anda'],
      ['?lang=jv', 'Your number'],
      ['?lang=id&lang=en', 'Your number'],
    ] as const) {
      expect((await get(hall, `/t/${visit.token}${query}`)).text).toContain(words)
    }
    const unknown = await get(hall, `/t/${'x'.repeat(22)}`, { 'accept-language': 'en' })
    expect(unknown.text).toContain('Number not found')
  })

  it('lets no text of the plan leave its place, in the page or in the data for its scripts', async () => {
    const nasty = `</script><script>alert(1)</script><b a="$&$1">&`
    const [first, ...others] = rulesPlan.services
    if (!first) throw new Error('a plan with services')
    const hall = await open({
      ...rulesPlan,
      name: { id: nasty, en: nasty },
      services: [{ ...first, name: { id: nasty, en: nasty } }, ...others],
    })
    const { visit } = await hall.take([first.id])
    const { body } = await get(hall, `/t/${visit.token}`)
    expect(body).not.toContain('<script>alert')
    expect(body).not.toContain('<b a=')
    expect(body).toContain(
      '&lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt;&lt;b a=&quot;$&amp;$1&quot;&gt;&amp;',
    )
    const data = /<script type="application\/json" id="state">(.*?)<\/script>/.exec(body)?.[1] ?? ''
    expect(JSON.parse(data)).toMatchObject({
      plan: { name: { id: nasty } },
      view: { visit: { number: 'A001' } },
    })
  })

  it('is kept by nobody, found by no search engine, and tells no other page its address', async () => {
    const hall = await open()
    const { visit } = await hall.take(['kk'])
    for (const token of [visit.token, 'x'.repeat(22)]) {
      expect((await get(hall, `/t/${token}`)).headers).toMatchObject({
        'content-type': 'text/html; charset=utf-8',
        'cache-control': 'no-store',
        'x-robots-tag': expect.stringContaining('noindex'),
        'referrer-policy': 'same-origin',
        'content-security-policy': expect.stringContaining("script-src 'self';"),
      })
    }
  })

  it('comes packed where the browser can', async () => {
    const hall = await open()
    const { visit } = await hall.take(['kk'])
    const plain = await hall.app.inject(`/t/${visit.token}`)
    const packed = await hall.app.inject({
      url: `/t/${visit.token}`,
      headers: { 'accept-encoding': 'br, gzip' },
    })
    expect(packed.headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'accept-encoding' })
    expect(gunzipSync(packed.rawPayload).toString()).toBe(plain.body)
    const encodingFor = async (wanted: string) =>
      (await hall.app.inject({ url: `/t/${visit.token}`, headers: { 'accept-encoding': wanted } })).headers[
        'content-encoding'
      ]
    // Who names it with a weight of 0 does not want it (RFC 9110, 12.4.2).
    for (const not of ['gzip;q=0', 'br, GZIP ; q=0.000', 'identity', 'x-gzip2', ''])
      expect.soft([not, await encodingFor(not)]).toEqual([not, undefined])
    for (const so of ['gzip;q=0.5', 'br;q=0, gzip', 'Gzip;q=1.0, identity;q=0'])
      expect.soft([so, await encodingFor(so)]).toEqual([so, 'gzip'])
  })
})

describe('a token that nobody holds', () => {
  it.each([
    ['/t/', 'terpotong'],
    ['/t/abc', 'terpotong'],
    [`/t/${'x'.repeat(21)}`, 'terpotong'],
    [`/t/${'x'.repeat(22)}`, 'tidak ada atau sudah lewat'],
    [`/t/${'x'.repeat(90)}`, 'tidak ada atau sudah lewat'],
    ['/t/%00%3Cscript%3E', 'terpotong'],
    ['/t/%ff', 'terpotong'],
    ['/t/%', 'terpotong'],
    ['/t/abc/', 'terpotong'],
    [`/t/${'x'.repeat(22)}%ff`, 'tidak ada atau sudah lewat'],
    [`/t/${'x'.repeat(101)}`, 'tidak ada atau sudah lewat'],
    [`/t/${'x'.repeat(22)}/qr.svg`, 'tidak ada atau sudah lewat'],
  ])('%s is 404, in plain words that repeat nothing of it', async (url, words) => {
    const hall = await open()
    await hall.take(['kk'])
    const { status, body, text } = await get(hall, url)
    expect([status, text]).toEqual([404, expect.stringContaining('Nomor tidak ditemukan')])
    expect(text).toContain(words)
    expect(body).not.toMatch(/id="state"|http-equiv="refresh"|xxx|A001/)
  })

  it('is 404 in the language that is asked for, however broken the address', async () => {
    const hall = await open()
    for (const url of ['/t/%ff?lang=en', `/t/${'x'.repeat(9_000)}?lang=en`, '/t/a/b?lang=en&%ff'])
      expect((await get(hall, url)).text).toContain('Number not found')
  })

  it('opens nothing by a true token with something broken in or behind it', async () => {
    const hall = await open()
    const { token } = (await hall.take(['kk'])).visit
    for (const more of ['%ff', '/', '/x', `%ff${'x'.repeat(100)}`])
      for (const url of [`/t/${token}${more}`, `/t/${more}${token}`, `/t/%f${token}`]) {
        const { status, body } = await get(hall, url)
        expect([url, status, body.includes('A001')]).toEqual([url, 404, false])
      }
  })
})
