// What a revision of the plan changed, as one line: how many of which things were added, changed and removed. Few
// words, so both languages are in one file.
import type { PlanChange } from '../drafts/changes.ts'

type Kind = PlanChange['kind']
type What = PlanChange['what']

const texts = {
  id: {
    nothing: 'Tidak ada yang berubah',
    lost: { plan: 'Isi pengaturan ini hilang dari jurnal', changes: 'Perubahannya tidak diketahui lagi' },
    things: {
      hall: () => 'pengaturan mal',
      agency: (count: number) => `${count} instansi`,
      zone: (count: number) => `${count} zona`,
      place: (count: number) => `${count} tempat menunggu`,
      service: (count: number) => `${count} layanan`,
      counter: (count: number) => `${count} loket`,
      bundle: (count: number) => `${count} paket layanan`,
      elsewhere: (count: number) => `${count} layanan di tempat lain`,
      printer: (count: number) => `${count} pencetak`,
      period: (count: number) => `${count} masa dengan jam lain`,
      quota: (count: number) => `${count} kuota`,
    },
    what: { added: 'ditambahkan', changed: 'diubah', gone: 'dihapus' },
  },
  en: {
    nothing: 'Nothing changed',
    lost: { plan: 'This plan is lost from the journal', changes: 'What it changed is no longer known' },
    things: {
      hall: () => 'the hall’s settings',
      agency: (count: number) => (count === 1 ? '1 agency' : `${count} agencies`),
      zone: (count: number) => (count === 1 ? '1 zone' : `${count} zones`),
      place: (count: number) => (count === 1 ? '1 place to wait' : `${count} places to wait`),
      service: (count: number) => (count === 1 ? '1 service' : `${count} services`),
      counter: (count: number) => (count === 1 ? '1 counter' : `${count} counters`),
      bundle: (count: number) => (count === 1 ? '1 life event' : `${count} life events`),
      elsewhere: (count: number) => (count === 1 ? '1 service elsewhere' : `${count} services elsewhere`),
      printer: (count: number) => (count === 1 ? '1 printer' : `${count} printers`),
      period: (count: number) =>
        count === 1 ? '1 period with other hours' : `${count} periods with other hours`,
      quota: (count: number) => (count === 1 ? '1 quota' : `${count} quotas`),
    },
    what: { added: 'added', changed: 'changed', gone: 'removed' },
  },
} as const satisfies Record<
  string,
  {
    nothing: string
    lost: Record<'plan' | 'changes', string>
    things: Record<Kind, (count: number) => string>
    what: Record<What, string>
  }
>

/** `2 layanan ditambahkan, 1 loket diubah`. A thing counts once, however many of its fields changed. */
export function describeChanges(changes: readonly PlanChange[], language: 'id' | 'en'): string {
  const { nothing, things, what: words } = texts[language]
  const groups = new Map<string, { kind: Kind; what: What; ids: Set<string | null> }>()
  for (const { kind, what, id } of changes) {
    const group = groups.get(`${kind} ${what}`) ?? { kind, what, ids: new Set() }
    group.ids.add(id)
    groups.set(`${kind} ${what}`, group)
  }
  const said = [...groups.values()].map(({ kind, what, ids }) => `${things[kind](ids.size)} ${words[what]}`)
  const line = said.length === 0 ? nothing : said.join(', ')
  return line.charAt(0).toUpperCase() + line.slice(1)
}

/** The line of a revision whose plan the record has lost, or the plan before it, from which it differs. */
export function sayUnknown(what: 'plan' | 'changes', language: 'id' | 'en'): string {
  return texts[language].lost[what]
}
