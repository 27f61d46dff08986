// The search: what people type, and what must come first; and that nothing they type can break it.
import { setImmediate as nextTurn } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { karangasem } from '../../server/halls/karangasem/index.ts'
import { createSearch, mostWaiting } from '../../server/search/search.ts'
import { openHall, type HallApp } from './hall-app.ts'

let hall: HallApp
beforeAll(async () => {
  hall = await openHall({ plan: karangasem })
})
afterAll(() => hall.close())

interface Found {
  services: string[]
  elsewhere: { id: string; name: { id: string; en: string }; where: { id: string; en: string } }[]
  elsewhereFirst: boolean
}

async function ask(q: string, language?: string): Promise<Found> {
  const query = new URLSearchParams(language === undefined ? { q } : { q, language })
  return hall.does<Found>(`GET /api/search?${query}`)
}

async function find(q: string, language?: string): Promise<string[]> {
  return (await ask(q, language)).services
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
  'dukcapil-kk': ['kk', 'kartu keluarga', 'kartu kluarga', 'pecah kk', 'kk baru', 'kartoe keloearga'],
  'dukcapil-kk-ubah': ['ubah kk', 'ganti kk', 'kk salah nama', 'tambah anak kk', 'perubahan kk'],
  'dukcapil-kk-hilang': ['kk hilang', 'kk ilang', 'kartu keluarga rusak', 'kehilangan kk'],
  'dukcapil-kia': ['kia', 'ktp anak', 'kartu identitas anak'],
  'dukcapil-ikd': ['ikd', 'ktp digital', 'identitas digital', 'aktivasi ikd'],
  'dukcapil-akta-mati': ['akta kematian', 'akte mati', 'meninggal', 'surat kematian', 'orang meninggal'],
  'dukcapil-akta-cerai': ['cerai', 'akta cerai', 'akte perceraian', 'bercerai'],
  'dukcapil-pindah': ['pindah', 'pindah rumah', 'surat pindah', 'pindah alamat', 'skpwni'],
  'dukcapil-akta-lahir': ['akte lahir', 'akta kelahiran', 'akte kelairan', 'soerat lahir', 'anak lahir'],
  'dukcapil-akta-kawin': ['kawin', 'perkawinan', 'akte nikah', 'nikah hindu'],
  'kemenag-nikah': ['nikah', 'menikah', 'pernikahan', 'penghulu'],
  'imigrasi-paspor-baru': ['bikin paspor', 'paspor', 'pasport', 'membuat passport', 'ke luar negeri'],
  'imigrasi-paspor-ganti': ['paspor hilang', 'perpanjang paspor'],
  'samsat-tahunan': ['pajek motor', 'pajak mobil', 'stnk', 'bayar pajak kendaraan'],
  'samsat-lima-tahunan': ['ganti plat', 'plat nomer'],
  'polres-sim-baru': ['bikin sim', 'buat sim'],
  'polres-sim-perpanjangan': ['perpanjang sim', 'sim mati'],
  'polres-skck-baru': ['skck', 'SKCK', 'surat kelakuan baik', 'polisi'],
  'polres-skck-perpanjangan': ['perpanjang skck', 'skck mati'],
  'bpjskes-daftar-wna': ['bule'],
  'bpjstk-jht-berhenti': ['jht', 'klaim jht', 'klem jht', 'jht resign'],
  'pdam-bayar': ['bayar air', 'tagihan pdam', 'rekening ledeng'],
  'pdam-pengaduan': ['air mati', 'pipa bocor'],
  'pln-perubahan-daya': ['tambah daya', 'naik watt'],
  'bpn-jual-beli': ['balik nama', 'jual tanah'],
  'bpn-cek-sertipikat': ['sertifikat tanah', 'pengecekan sertifikat'],
  'bpjskes-bukti-aktif': ['bpjs mati', 'cek bpjs'],
  'dpmptsp-nib-perseorangan': ['nib', 'ijin usaha', 'izin usaha', 'buka warung', 'umkm', 'izin dagang'],
  'disnaker-ak1': ['kartu kuning', 'cari kerja', 'ak-1', 'ak1'],
  'taspen-pensiun': ['pensiun', 'pensiunan pns'],
}

const inEnglish = {
  'dukcapil-ktp-ganti': ['lost id', 'lost ID card', 'replace id card', 'ktp hilang'],
  'dukcapil-kk': ['family card'],
  'dukcapil-kk-hilang': ['lost family card'],
  'dukcapil-pindah': ['move house', 'moving'],
  'dukcapil-akta-mati': ['death certificate'],
  'dukcapil-akta-cerai': ['divorce certificate'],
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

  it('a service named in full comes alone, not among those that share a word', async () => {
    expect(await find('ktp hilang')).toEqual(['dukcapil-ktp-ganti'])
  })

  it('the name of an agency alone finds all of its services', async () => {
    const ofDukcapil = karangasem.services.filter(({ agency }) => agency === 'dukcapil')
    expect((await find('dukcapil')).toSorted()).toEqual(ofDukcapil.map(({ id }) => id).toSorted())
  })

  it('one that is asked for as a paper comes where nothing is named so', async () => {
    expect(await find('ijazah')).toContain('disnaker-ak1')
  })
})

describe('[S18] people who ask for what the hall does not have are told where to go', () => {
  it.each([
    ['npwp', 'npwp'],
    ['bikin npwp', 'npwp'],
    ['imb', 'imb-pbg'],
    ['pbg', 'imb-pbg'],
    ['izin bangunan', 'imb-pbg'],
    ['surat kehilangan', 'surat-kehilangan'],
    ['lapor kehilangan', 'surat-kehilangan'],
    ['tilang', 'tilang'],
    ['visa', 'kitas-visa'],
    ['bpkb', 'bpkb'],
    ['sktm', 'sktm-domisili'],
    ['surat domisili', 'sktm-domisili'],
    ['sertifikat halal', 'halal'],
    ['bansos', 'bansos'],
  ])('is said with where to go, before anything near: %s → %s', async (typed, thing) => {
    const { elsewhere, elsewhereFirst } = await ask(typed, 'id')
    expect([elsewhere[0]?.id, elsewhereFirst]).toEqual([thing, true])
    expect(elsewhere[0]?.where.id).toMatch(/\S/)
  })

  it.each(['npwp', 'imb', 'pbg', 'tilang', 'visa', 'bpkb', 'sktm', 'sertifikat halal', 'surat domisili'])(
    'leads to no service that only sounds like it: %s',
    async (typed) => {
      expect(await find(typed, 'id')).toEqual([])
    },
  )

  it('comes after a service that fits as well: the court before the certificate of Dukcapil', async () => {
    const { services, elsewhere, elsewhereFirst } = await ask('cerai', 'id')
    expect([services[0], elsewhere.map(({ id }) => id), elsewhereFirst]).toEqual([
      'dukcapil-akta-cerai',
      ['gugatan-cerai'],
      false,
    ])
  })

  it.each(['ktp', 'kk', 'skck', 'paspor hilang', 'ktp hilang', 'stnk', 'akta lahir'])(
    'is not said of what the hall has: %s',
    async (typed) => {
      expect((await ask(typed, 'id')).elsewhere).toEqual([])
    },
  )

  it('is of the plan: another hall that says nothing of it has none', async () => {
    const { elsewhere: _elsewhere, ...plan } = karangasem
    await hall.revise(plan)
    expect((await ask('npwp')).elsewhere).toEqual([])
    await hall.revise(karangasem)
    expect((await ask('npwp')).elsewhere[0]?.id).toBe('npwp')
  })
})

describe('what is typed can be anything', () => {
  it.each(['xyz', '???', ' ', '-', '💧', 'constructor', '\u0000', '‮'])(
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
  ])('at most 12 services are found for %j', async (typed) => {
    expect((await find(typed)).length).toBeLessThanOrEqual(12)
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
    await hall.revise({ ...karangasem, services })
    expect(await find('jungutan')).toEqual(['pdam-bayar'])
    expect(await find('penghulu')).toEqual([])
    await hall.revise(karangasem)
    expect(await find('penghulu')).toEqual(['kemenag-nikah'])
  })

  it('is asked once in each turn of the server, so that a ticket comes in between', async () => {
    const search = createSearch(hall.hall)
    await search('ktp', 'id')
    let found = 0
    const words = ['sim', 'paspor', 'nikah', 'pajak', 'listrik']
    const all = words.map((word) => search(word, 'id').then(() => (found += 1)))
    const eachTurn: number[] = []
    for (let before = found; before < all.length; before = found) {
      await nextTurn()
      eachTurn.push(found - before)
    }
    expect(Math.max(...eachTurn)).toBe(1)
  })

  it('is asked by few at a time, by strangers last: 500 at once wait for nothing, and a kiosk still has its answer', async () => {
    const search = createSearch(hall.hall)
    const flood = Array.from({ length: 500 }, (_, nth) => search(`surat pajak izin ${nth}`, 'id', 'stranger'))
    const kiosks = Array.from({ length: 100 }, (_, nth) => search(`paspor ${nth}`, 'id', 'known'))
    const found = (all: (object | null)[]) => all.filter((one) => one !== null).length
    expect(found(await Promise.all(flood))).toBe(mostWaiting.stranger)
    expect(found(await Promise.all(kiosks))).toBe(mostWaiting.known - mostWaiting.stranger)
    expect(await search('paspor', 'id', 'stranger')).not.toBeNull()
  })

  it('is asked the same question once, however many ask it', async () => {
    const search = createSearch(hall.hall)
    const [first, ...others] = await Promise.all(
      Array.from({ length: 500 }, () => search('Saya mau bikin paspor', 'id', 'stranger')),
    )
    expect(new Set([first, ...others, await search('bikin PASPOR', 'id', 'stranger')]).size).toBe(1)
    expect(first?.services[0]).toBe('imigrasi-paspor-baru')
  })

  it('tells those it has no time for that it is busy, and when to ask again', async () => {
    await hall.enrol('kiosk')
    const ask = (nth: number) => hall.ask(`GET /api/search?q=akta+tanah+rumah+${nth}`)
    const answers = await Promise.all(Array.from({ length: 200 }, (_, nth) => ask(nth)))
    const busy = answers.filter(({ status }) => status !== 200)
    expect(busy.length).toBeGreaterThan(0)
    expect(new Set(busy.map(({ code }) => code))).toEqual(new Set(['too-many-requests']))
    expect(new Set(busy.map(({ headers }) => headers['retry-after']))).toEqual(new Set(['1']))
    expect(await hall.outcome('GET /api/search?q=listrik', { as: 'kiosk' })).toBe(200)
  })

  it('tells nobody the words themselves', async () => {
    expect(JSON.stringify(await hall.does('GET /api/hall'))).not.toContain('penghulu')
  })
})
