// The search: what people type, and what must come first; and that nothing typed can hurt it.
import { setImmediate as nextTurn } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { karangasem } from '../../server/halls/karangasem/index.ts'
import { createSearch } from '../../server/search/search.ts'
import { openHall, type HallApp } from './hall-app.ts'

let hall: HallApp
beforeAll(async () => {
  hall = await openHall({ plan: karangasem })
})
afterAll(() => hall.close())

async function find(q: string, language?: string): Promise<string[]> {
  const query = new URLSearchParams(language === undefined ? { q } : { q, language })
  return (await hall.does<{ services: string[] }>(`GET /api/search?${query}`)).services
}

const inIndonesian = {
  'dukcapil-ktp-ganti': [
    'ktp ilang',
    'KTP HILANG',
    'ktpnya hilang',
    'ganti ktp',
    'ktp rusak',
    'kehilangan ktp',
  ],
  'dukcapil-ktp-pemula': ['bikin ktp', 'saya mau bikin e-ktp', 'kpt', 'ktp-el pemula', 'rekam ktp'],
  'dukcapil-kk': ['kk', 'kartu keluarga', 'kartu kluarga', 'pecah kk', 'pindah rumah', 'kartoe keloearga'],
  'dukcapil-akta-lahir': ['akte lahir', 'akta kelahiran', 'akte kelairan', 'soerat lahir', 'anak lahir'],
  'dukcapil-akta-kawin': ['kawin', 'perkawinan', 'akte nikah', 'nikah hindu'],
  'kemenag-nikah': ['nikah', 'menikah', 'pernikahan', 'penghulu'],
  'imigrasi-paspor-baru': ['bikin paspor', 'paspor', 'pasport', 'membuat passport', 'ke luar negeri'],
  'imigrasi-paspor-ganti': ['paspor hilang', 'perpanjang paspor'],
  'samsat-tahunan': ['pajek motor', 'pajak mobil', 'stnk', 'bayar pajak kendaraan'],
  'samsat-lima-tahunan': ['ganti plat', 'plat nomer'],
  'polres-sim-baru': ['bikin sim', 'buat sim'],
  'polres-sim-perpanjangan': ['perpanjang sim', 'sim mati'],
  'polres-skck-baru': ['surat kelakuan baik', 'polisi'],
  'bpjskes-daftar-wna': ['bule'],
  'bpjstk-jht-berhenti': ['jht resign'],
  'pdam-bayar': ['bayar air', 'tagihan pdam', 'rekening ledeng'],
  'pdam-pengaduan': ['air mati', 'pipa bocor'],
  'pln-perubahan-daya': ['tambah daya', 'naik watt'],
  'bpn-jual-beli': ['balik nama', 'jual tanah'],
  'bpn-cek-sertipikat': ['sertifikat tanah', 'pengecekan sertifikat'],
  'dpmptsp-nib-perseorangan': ['buka warung', 'umkm', 'izin dagang'],
  'disnaker-ak1': ['kartu kuning', 'cari kerja', 'ak-1', 'ak1'],
  'taspen-pensiun': ['pensiun', 'pensiunan pns'],
}

const inEnglish = {
  'dukcapil-ktp-ganti': ['lost id', 'lost ID card', 'replace id card', 'ktp hilang'],
  'dukcapil-kk': ['family card', 'move house'],
  'dukcapil-akta-lahir': ['birth certificate', 'birth certifcate', 'newborn'],
  'dukcapil-akta-kawin': ['mariage certificate', 'wedding'],
  'imigrasi-paspor-baru': ['passport', 'new passport', 'get a passport', 'pasport'],
  'polres-sim-baru': ['driving license', 'drivers licence'],
  'polres-skck-baru': ['police clearance', 'police record'],
  'pdam-bayar': ['pay water bill'],
  'samsat-tahunan': ['vehicle tax', 'motorbike tax'],
  'bpjskes-daftar': ['health insurance'],
  'bpjskes-daftar-wna': ['foreigner'],
  'disnaker-ak1': ['job seeker', 'unemployed'],
  'dpmptsp-nib-perseorangan': ['business licence', 'small business'],
}

const table = (words: Record<string, string[]>) =>
  Object.entries(words).flatMap(([service, typed]) => typed.map((one) => [one, service] as const))

describe('what people type finds first what they mean', () => {
  it.each(table(inIndonesian))('in Indonesian: %s → %s', async (typed, service) => {
    expect((await find(typed, 'id'))[0]).toBe(service)
  })

  it.each(table(inEnglish))('in English: %s → %s', async (typed, service) => {
    expect((await find(typed, 'en'))[0]).toBe(service)
  })

  it.each(['kt', 'ktp', 'ktp h', 'ktp hil', 'ktp hilan'])(
    'the service is there already at %j',
    async (typed) => {
      expect(await find(typed)).toContain('dukcapil-ktp-ganti')
    },
  )

  it('a service of which all is said comes alone, not among those that share a word', async () => {
    expect(await find('ktp hilang')).toEqual(['dukcapil-ktp-ganti'])
  })

  it('who knows only the agency finds all of its services', async () => {
    const ofDukcapil = karangasem.services.filter(({ agency }) => agency === 'dukcapil')
    expect((await find('dukcapil')).toSorted()).toEqual(ofDukcapil.map(({ id }) => id).toSorted())
  })

  it('one that is asked for as a paper comes where nothing is named so', async () => {
    expect(await find('ijazah')).toContain('disnaker-ak1')
  })
})

describe('what is typed can be anything', () => {
  it.each(['xyz', 'imb', '???', ' ', '-', '💧', 'constructor', '\u0000', '‮'])(
    'nothing is found for %j, and that is an answer',
    async (typed) => {
      expect(await find(typed)).toEqual([])
    },
  )

  it.each([
    '__proto__',
    'a'.repeat(64),
    'ktp '.repeat(16),
    '-'.repeat(64),
    'a-'.repeat(32),
    'ha'.repeat(32),
    'peng'.repeat(16),
    'ﷺ'.repeat(64),
  ])('at most 8 services are found for %j', async (typed) => {
    expect((await find(typed)).length).toBeLessThanOrEqual(8)
  })

  it.each(['surat', 'kartu', 'pajak', 'baru'])('none is found twice for %j', async (typed) => {
    const found = await find(typed)
    expect(found.length).toBeGreaterThan(1)
    expect(new Set(found).size).toBe(found.length)
  })

  it.each([`q=${'a'.repeat(65)}`, 'q=', '', 'q=a&q=b', 'q=a&x=1'])('%j is refused', async (query) => {
    expect(await hall.outcome(`GET /api/search?${query}`)).toBe('400 bad-request')
  })

  it('a language that the hall has not is refused, and without one it is the hall’s first', async () => {
    expect(await hall.outcome('GET /api/search?q=ktp&language=ban')).toBe('422 unknown-language')
    expect(await find('ktp ilang')).toEqual(await find('ktp ilang', 'id'))
  })
})

describe('the index', () => {
  it('is for all, whoever asks', async () => {
    expect(
      new Set(Object.values(await hall.outcomes('GET /api/search?q=ktp', {}, ['nobody', 'manager']))),
    ).toEqual(new Set([200]))
  })

  it('follows the plan: a word that a manager adds is found at once, one taken away no more', async () => {
    expect(await find('jungutan')).toEqual([])
    const words = (id: string) => (id === 'pdam-bayar' ? ['jungutan'] : ['lain'])
    const services = karangasem.services.map((one) => ({ ...one, words: words(one.id) }))
    await hall.does('PUT /api/plan', { as: 'manager', body: { ...karangasem, services } })
    expect(await find('jungutan')).toEqual(['pdam-bayar'])
    expect(await find('penghulu')).toEqual([])
    await hall.does('PUT /api/plan', { as: 'manager', body: karangasem })
    expect(await find('penghulu')).toEqual(['kemenag-nikah'])
  })

  it('is asked once in each turn of the server, so that a ticket comes in between', async () => {
    const search = createSearch(hall.hall)
    await search('ktp', 'id')
    let found = 0
    const all = Array.from({ length: 5 }, () => search('ktp', 'id').then(() => (found += 1)))
    const eachTurn: number[] = []
    for (let before = found; before < all.length; before = found) {
      await nextTurn()
      eachTurn.push(found - before)
    }
    expect(Math.max(...eachTurn)).toBe(1)
  })

  it('tells nobody the words themselves', async () => {
    expect(JSON.stringify(await hall.does('GET /api/hall'))).not.toContain('penghulu')
  })
})
