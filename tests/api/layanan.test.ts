// `/layanan/` as a browser without scripts gets it: what is published of each service, for everybody, and nothing else.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Plan, Service } from '../../server/hall/plan.ts'
import type { PublishedService } from '../../server/live/standard.ts'
import { rulesPlan } from '../rules/rules-plan.ts'
import { hallApp, type HallApp } from './hall-app.ts'

let pages: string
beforeAll(() => {
  pages = mkdtempSync(join(tmpdir(), 'antre-pages-'))
  for (const [name, folder] of [
    ['phone', 'kiosk-ui/phone'],
    ['layanan', 'screens/layanan'],
  ] as const) {
    mkdirSync(join(pages, name))
    const html = readFileSync(new URL(`../../${folder}/index.html`, import.meta.url))
    writeFileSync(join(pages, name, 'index.html'), html)
  }
})
afterAll(() => rmSync(pages, { recursive: true }))

const words = (id: string, en = `${id} (en)`) => ({ id, en })

const standard: Service['standard'] = {
  procedure: [words('Serahkan berkas'), words('Tunggu panggilan')],
  time: words('Satu hari kerja'),
  fee: words('Gratis', 'Free of charge'),
  complaints: words('Meja pengaduan'),
  decree: { number: '188.4/12', day: '2026-02-03' },
  reviewed: '2026-10-01',
  heard: words('Forum konsultasi publik'),
  files: [{ id: 'a'.repeat(32), component: 'legal-basis', name: 'Perbup rahasia.pdf' }],
}

/** The plan of the rules with a standard for `kk` and a requirement that nobody has confirmed. */
const withStandard = (own: object = { standard }): Plan => ({
  ...rulesPlan,
  services: rulesPlan.services.map((service) =>
    service.id === 'kk'
      ? {
          ...service,
          name: words('Kartu <b>Keluarga</b>', 'Family card'),
          requirements: [
            { id: 'ktp', name: words('KTP-el'), issuedBy: 'bayar', confirmed: false },
            { id: 'f1', name: words('Formulir'), issuedBy: null, where: words('Di meja depan') },
          ],
          ...own,
        }
      : service,
  ),
})

const open = (given: { plan?: Plan; publicUrl?: string } = {}) =>
  hallApp({ pages, plan: withStandard(), ...given })

async function get({ app }: HallApp, url: string, headers: Record<string, string> = {}) {
  const { statusCode, headers: given, body } = await app.inject({ url, headers })
  const text = body.replace(/<(script|style)\b[\s\S]*?<\/\1>/g, '').replace(/<[^>]+>/g, ' ')
  return { status: statusCode, headers: given, body, text: text.replace(/\s+/g, ' ') }
}

describe('the list of services', () => {
  it('has every service under its agency, and says which take no numbers', async () => {
    const { status, text, body } = await get(await open(), '/layanan/')
    expect(status).toBe(200)
    for (const { name } of rulesPlan.agencies) expect(text).toContain(name.id)
    for (const { id } of rulesPlan.services) expect(body).toContain(`href="/layanan/${id}?lang=id"`)
    expect(text).toMatch(/Segera hadir|Berhenti sementara|Di tempat lain/)
  })

  it('escapes what the plan says', async () => {
    const { body } = await get(await open(), '/layanan/')
    expect(body).toContain('Kartu &lt;b&gt;Keluarga&lt;/b&gt;')
  })

  it('leaves out what is leaving', async () => {
    const hall = await open()
    await hall.take(['kk'])
    const plan = withStandard()
    const less = {
      ...plan,
      services: plan.services
        .filter(({ id }) => id !== 'kk')
        .map((service) => ({
          ...service,
          after: service.after.filter((id) => id !== 'kk'),
          requirements: service.requirements.filter(({ issuedBy }) => issuedBy !== 'kk'),
        })),
      bundles: [],
      counters: plan.counters.map((counter) => ({
        ...counter,
        services: counter.services.filter((id) => id !== 'kk'),
      })),
    }
    await hall.does('PUT /api/plan/draft?from=0', { as: 'manager', body: less })
    await hall.does('POST /api/plan/draft/publish', {
      as: 'manager',
      body: { when: 'now', waiting: { kk: 'served' } },
    })
    expect(hall.hall.layout.services.has('kk')).toBe(true)
    expect((await get(hall, '/layanan/')).body).not.toContain('/layanan/kk?')
    expect((await get(hall, '/layanan/kk')).status).toBe(404)
  })
})

describe('the page of a service', () => {
  it('[Z1] what the law requires to be published about a service is there for everybody: the six, and what they rest on', async () => {
    const { status, text, body } = await get(await open(), '/layanan/kk')
    expect(status).toBe(200)
    for (const said of [
      'Persyaratan KTP-el belum dikonfirmasi Diterbitkan di mal ini: bayar, Bank Formulir Di mana: Di meja depan',
      'Sistem, mekanisme, dan prosedur Serahkan berkas Tunggu panggilan',
      'Jangka waktu penyelesaian Satu hari kerja',
      'Biaya/tarif Gratis',
      'Produk pelayanan Belum dicantumkan. Silakan tanyakan di loket.',
      'Penanganan pengaduan, saran, dan masukan Meja pengaduan',
      'Senin–Jumat 08.00–12.00 dan 13.00–15.30 Sabtu–Minggu Tutup',
      'Keputusan 188.4/12, 3 Februari 2026',
      'Ditinjau terakhir 1 Oktober 2026',
      'Pelibatan masyarakat Forum konsultasi publik',
    ]) {
      expect(text).toContain(said)
    }
    expect(body).toContain('href="/layanan/bayar?lang=id"')
    // The other eight components are not published.
    expect(body).not.toContain('rahasia')
  })

  it('[Z2] what nobody has filled in is shown as missing: but not where it is said that there is nothing to bring', async () => {
    const hall = await open({ plan: withStandard({ requirements: [], standard: { nothingNeeded: true } }) })
    const { text } = await get(hall, '/layanan/kk')
    expect(text).toContain('Tanpa persyaratan.')
    expect(text.match(/Belum dicantumkan/g)).toHaveLength(5)
    const bare = await open({ plan: withStandard({ requirements: [] }) })
    expect((await get(bare, '/layanan/kk')).text.match(/Belum dicantumkan/g)).toHaveLength(6)
  })

  it('[Z3] what nobody of the agency has confirmed is marked: a standard as a whole', async () => {
    const hall = await open({
      plan: withStandard({ standard: { time: words('Sehari'), confirmed: false } }),
    })
    expect((await get(hall, '/layanan/kk')).text).toContain('Jangka waktu penyelesaian belum dikonfirmasi')
  })

  it('says the hours of these days: those of the agency and of a period, but not of a holiday', async () => {
    const plan = withStandard()
    const short = { from: 540, to: 660 }
    const week = { 1: [short], 2: [short], 3: [short], 4: [short], 5: [], 6: [], 7: [] }
    const text = async (more: object) =>
      (await get(await open({ plan: { ...plan, ...more } as Plan }), '/layanan/kk')).text
    expect(await text({ agencies: plan.agencies.map((one) => ({ ...one, hours: week })) })).toContain(
      'Senin–Kamis 09.00–11.00 Jumat–Minggu Tutup',
    )
    const period = { id: 'puasa', name: words('Puasa'), from: '2026-11-20', to: '2026-12-20', hours: week }
    expect(await text({ periods: [period] })).toContain('Senin–Kamis 09.00–11.00 Jumat–Minggu Tutup')
    expect(await text({ holidays: [{ day: '2026-11-25', name: words('Libur') }] })).toContain(
      'Senin–Jumat 08.00',
    )
  })

  it('says why a service takes no numbers', async () => {
    const hall = await open()
    const [soon] = rulesPlan.services.filter(({ phase }) => phase.status === 'soon')
    expect((await get(hall, `/layanan/${soon?.id}`)).text).toContain('perkiraan 1 Februari 2027')
  })

  it('has nothing of visitors, and sets no cookie', async () => {
    const hall = await open()
    const { visit } = await hall.take(['kk'])
    for (const url of ['/layanan/', '/layanan/kk', '/layanan/kk/lembar']) {
      const { body, headers } = await get(hall, url)
      expect(body).not.toContain(visit.number)
      expect(body).not.toContain(visit.token)
      expect(headers['set-cookie']).toBeUndefined()
    }
  })
})

describe('the sheet for the counter', () => {
  it('has a code that leads to the page of the service, and its address', async () => {
    const hall = await open({ publicUrl: 'https://antre.example' })
    const { status, body, text } = await get(hall, '/layanan/kk/lembar')
    expect(status).toBe(200)
    expect(body).toMatch(/<figure class="sheet-code"><svg viewBox="0 0 \d+ \d+"/)
    expect(text).toContain('antre.example/layanan/kk')
    expect(text).toContain('Satu hari kerja')
  })

  it('has none where there is no public address: it would lead to the phone itself', async () => {
    const { status, body } = await get(await open(), '/layanan/kk/lembar')
    expect(status).toBe(200)
    expect(body).not.toContain('<figure')
  })
})

describe('the language', () => {
  it('is the browser’s, unless the link says another', async () => {
    const hall = await open()
    const english = { 'accept-language': 'en-GB,en;q=0.9' }
    expect((await get(hall, '/layanan/kk', english)).text).toContain('Fee Free of charge')
    expect((await get(hall, '/layanan/kk?lang=id', english)).text).toContain('Biaya/tarif Gratis')
    expect((await get(hall, '/layanan/kk?lang=xx', english)).text).toContain('Fee Free of charge')
    const { headers, body } = await get(hall, '/layanan/?lang=en')
    expect(headers).toMatchObject({
      'content-language': 'en',
      vary: 'accept-encoding, accept-language',
      'content-type': 'text/html; charset=utf-8',
    })
    expect(body).toContain('<html lang="en"')
    expect(body).toContain('href="/layanan/kk?lang=en"')
  })

  it('is kept by a redirect', async () => {
    const { status, headers } = await get(await open(), '/layanan?lang=en')
    expect([status, headers['location']]).toEqual([308, '/layanan/?lang=en'])
  })
})

describe('hostile addresses', () => {
  it.each([
    '/layanan/nobody',
    '/layanan/constructor',
    '/layanan/__proto__',
    '/layanan/%3Cscript%3Ealert(1)%3C/script%3E',
    '/layanan/..%2f..%2fetc%2fpasswd',
    '/layanan/%ff',
    '/layanan/%',
    `/layanan/${'x'.repeat(5_000)}`,
    '/layanan/kk/lembar/more',
    '/layanan/kk/other',
    '/layanan/nobody/lembar',
    '/layanan/nobody?lang=%3Cscript%3E',
    '/layanan/nobody?lang=id&lang=en',
  ])('%s is 404, in plain words that repeat nothing of it', async (url) => {
    const { status, text, body } = await get(await open(), url)
    expect([status, text]).toEqual([404, expect.stringContaining('Layanan ini tidak ada')])
    expect(body).not.toMatch(/alert|passwd|xxx|nobody|constructor/)
  })

  it('a slash at the end changes nothing', async () => {
    expect((await get(await open(), '/layanan/kk/?lang=en')).text).toContain('Family card')
  })
})

describe('what is sent', () => {
  it('is compressed for those who can read it, and allowed nothing from elsewhere', async () => {
    const hall = await open()
    const plain = await get(hall, '/layanan/kk')
    const packed = await hall.app.inject({ url: '/layanan/kk', headers: { 'accept-encoding': 'gzip' } })
    expect(gunzipSync(packed.rawPayload).toString()).toBe(plain.body)
    expect(String(plain.headers['content-security-policy'])).toContain("script-src 'self'")
    expect(plain.body).not.toMatch(/<[^>]+ (?:style|on\w+)=/)
  })
})

describe('the standard of a service over the API', () => {
  it('says all that the page says, to everybody', async () => {
    const hall = await open()
    const answer = await hall.does<PublishedService>('GET /api/services/kk/standard')
    expect(answer).toMatchObject({
      service: { id: 'kk', status: 'open' },
      missing: ['product'],
      fee: words('Gratis', 'Free of charge'),
      confirmed: true,
      requirements: [
        { id: 'ktp', confirmed: false, issuer: { id: 'bayar', agency: { id: 'Bank' } } },
        { id: 'f1', confirmed: true, issuer: null },
      ],
    })
    expect(answer.counters.length).toBeGreaterThan(0)
    expect(JSON.stringify(answer)).not.toContain('rahasia')
  })

  it('of a service that does not exist is 404', async () => {
    const hall = await open()
    expect(await hall.outcome('GET /api/services/constructor/standard')).toBe('404 unknown-service')
  })
})
