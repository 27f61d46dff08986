// One Indonesian word for one thing, on every screen, in the record and in the manual; and words that were corrected
// and must not come back.
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const root = new URL('../', import.meta.url)
const tracked = execFileSync('git', ['ls-files'], { cwd: root, encoding: 'utf8' }).split('\n')
/** Files in one language, and those with English below the Indonesian. */
const texts = tracked.filter((name) => /(?:[/.]id|\/texts|\/texts\/(?!en|index)[a-z]+)\.ts$/.test(name))
const manual = tracked.filter((name) => /^(?:docs\/[^/]+|README)\.md$/.test(name))
const halls = tracked.filter((name) => /^server\/halls\/.*\.json$/.test(name))

/** What must not appear, and what to write instead. */
const mended: readonly (readonly [RegExp, string])[] = [
  [/pendatang baru/i, 'pengunjung baru: pendatang are people who moved here'],
  [/alarm diam/i, 'alarm senyap'],
  [/(?:buka|antre) lagi sendiri/i, 'otomatis buka lagi, otomatis antre lagi'],
  [/belum terdengar/i, 'belum terhubung: a kiosk makes no sound'],
  [/(?:panggilan|kios|layar) di \{zone\}/i, 'di zona {zone}'],
  [/'tanpa waktu'/i, 'tanpa batas waktu'],
  [/melayani \{served\}(?! pengunjung)/i, 'melayani {served} pengunjung, and a sentence of its own for none'],
  [/waktu itu kurang/i, 'sebelumnya kurang'],
  [/itu semuanya/i, 'semua sudah ditampilkan'],
  [/akun anda akun/i, 'Anda masuk sebagai …'],
  [/\bporta\b/i, 'port'],
  [/peladen/i, 'server; to visitors: sistem'],
  [/tidak datang/i, 'terlewat'],
  [/menghubungkan/i, 'menyambungkan'],
  [/kredit ter|, kredit'/i, 'nilai tunggu, as the panel says'],
  [/(?:menon|meng)aktifkan (?:kembali )?akun/i, 'menutup akun, membuka kembali akun'],
  [/(?:meja|petugas) informasi/i, 'resepsionis'],
  [/(?:jam|waktu) tenang/i, 'jam tanpa suara'],
  [/difabel/i, 'penyandang disabilitas'],
  [/perawat server/i, 'teknisi server: perawat are nurses'],
  [/membatalkan tindakan|tindakan yang dapat dibatalkan/i, 'mengurungkan; batal is for numbers'],
  [/\brencana (?:mal|ini)/i, 'pengaturan'],
  [/\brancangan/i, 'konsep'],
  [/pencetak karcis/i, 'pencetak slip'],
  [/\bresepsi\b/i, 'resepsionis: a resepsi is a party'],
  [/ditegakkan/i, 'hours are diberlakukan'],
  [/(?:lihat|kembali|tuliskan) dulu/i, 'dahulu'],
]

/** What is read by visitors, who have never heard of a server. */
const forVisitors = /^(?:kiosk-ui|display-ui|screens)\//

/** The matching lines of files, with their places. */
function linesWith(files: readonly string[], words: RegExp): string[] {
  return files.flatMap((name) =>
    readFileSync(new URL(name, root), 'utf8')
      .split(/^(?:export )?const en\b/m, 1)
      .join()
      .split('\n')
      .flatMap((line, index) => (words.test(line) ? [`${name}:${index + 1}: ${line.trim()}`] : [])),
  )
}

describe('the Indonesian', () => {
  it('is checked in its place', () => {
    expect(texts.length).toBeGreaterThan(20)
    expect(manual.length).toBeGreaterThan(15)
    expect(halls.length).toBeGreaterThan(10)
  })

  it.each(mended)('has no %s, but: %s', (words) => {
    expect(linesWith([...texts, ...manual, ...halls], words)).toEqual([])
  })

  it('tells visitors of a system, not of a server', () => {
    const shown = texts.filter((name) => forVisitors.test(name))
    expect(shown.length).toBeGreaterThan(5)
    expect(linesWith(shown, /:\s.*['"`].*\bserver\b/i)).toEqual([])
  })
})
