// For each code of a plan's faults, a plan that has only this one, and how it is named.
import type { Fault, FaultCode } from '../../server/hall/plan-faults/plan-faults.ts'
import { pngOf } from './png.ts'
import { change, requirement, smallPlan, withLogo, withPrinters } from './small-plan.ts'

type Case<Code extends FaultCode> = readonly [plan: unknown, fault: Fault<Code>]

const monday = (spans: readonly object[]) => ({ ...smallPlan, hours: { ...smallPlan.hours, 1: spans } })
const halfDay = {
  day: '2026-12-24',
  name: { id: 'Setengah hari', en: 'Half a day' },
  spans: [{ from: 480, to: 720 }],
}
const period = (id: string, from: string, to: string) => ({
  id,
  name: { id: 'Bulan puasa', en: 'Fasting month' },
  from,
  to,
  hours: smallPlan.hours,
})
const quota = { id: 'pagi', name: { id: 'Pagi', en: 'Morning' }, services: ['kk'], most: 10 }
const nine = Array.from({ length: 9 }, (_, index) => ({ ...smallPlan.services[2], id: `skck-${index}` }))

/** A code without its plan fails the type check. */
export const faultCases: { readonly [Code in FaultCode]: Case<Code> } = {
  'wrong-type': [
    change('services', 2, { minutes: '10' }),
    { at: 'services[2].minutes', code: 'wrong-type', detail: { expected: ['number'] } },
  ],
  'field-missing': [
    change('zones', 0, { where: { id: 'Dekat pintu' } }),
    { at: 'zones[0].where', code: 'field-missing', detail: { field: 'en' } },
  ],
  'field-unknown': [
    change('services', 1, { 'price.rp': 0 }),
    { at: 'services[1].price.rp', code: 'field-unknown', detail: { field: 'price.rp' } },
  ],
  'wrong-form': [
    change('services', 2, { prefix: 's1' }),
    { at: 'services[2].prefix', code: 'wrong-form', detail: { form: 'prefix', pattern: '^[A-Z]{1,2}$' } },
  ],
  'out-of-range': [
    change('services', 2, { minutes: 0 }),
    { at: 'services[2].minutes', code: 'out-of-range', detail: { bound: 'above', limit: 0 } },
  ],
  'value-unknown': [
    { ...smallPlan, operation: 'sometimes' },
    { at: 'operation', code: 'value-unknown', detail: { allowed: ['trial', 'regular'] } },
  ],
  'part-empty': [
    change('bundles', 0, { services: [] }),
    { at: 'bundles[0].services', code: 'part-empty', detail: {} },
  ],
  'duplicate-id': [
    { ...smallPlan, bundles: [...smallPlan.bundles, ...smallPlan.bundles] },
    {
      at: 'bundles[1].id',
      code: 'duplicate-id',
      detail: { kind: 'bundle', id: 'pindah', first: 'bundles[0]' },
    },
  ],
  'duplicate-label': [
    change('counters', 2, { label: '1' }),
    { at: 'counters[2].label', code: 'duplicate-label', detail: { label: '1', first: 'counters[0]' } },
  ],
  'duplicate-holiday': [
    { ...smallPlan, holidays: [...smallPlan.holidays, ...smallPlan.holidays] },
    { at: 'holidays[1].day', code: 'duplicate-holiday', detail: { day: '2027-01-01', first: 'holidays[0]' } },
  ],
  'duplicate-day': [
    { ...smallPlan, days: [halfDay, { ...halfDay, spans: [] }] },
    { at: 'days[1].day', code: 'duplicate-day', detail: { day: '2026-12-24', first: 'days[0]' } },
  ],
  'listed-twice': [
    change('bundles', 0, { services: ['kk', 'ktp', 'kk'] }),
    {
      at: 'bundles[0].services[2]',
      code: 'listed-twice',
      detail: { id: 'kk', first: 'bundles[0].services[0]' },
    },
  ],
  'unknown-id': [
    change('services', 2, { agency: 'polsek' }),
    { at: 'services[2].agency', code: 'unknown-id', detail: { kind: 'agency', id: 'polsek' } },
  ],
  'foreign-service': [
    change('counters', 1, { services: ['ktp', 'skck'] }),
    {
      at: 'counters[1].services[1]',
      code: 'foreign-service',
      detail: { service: 'skck', agency: 'polres', counterAgency: 'dukcapil' },
    },
  ],
  'prefix-shared': [
    change('services', 2, { prefix: 'A' }),
    {
      at: 'services[2].prefix',
      code: 'prefix-shared',
      detail: { prefix: 'A', agency: 'polres', other: 'dukcapil', first: 'services[0]' },
    },
  ],
  'prefix-of-paper': [
    {
      ...smallPlan,
      services: smallPlan.services.map((one, nth) => (nth === 2 ? { ...one, prefix: 'X' } : one)),
      paper: { prefix: 'X' },
    },
    { at: 'services[2].prefix', code: 'prefix-of-paper', detail: { prefix: 'X' } },
  ],
  'service-without-counter': [
    change('counters', 2, { services: [] }),
    { at: 'services[2]', code: 'service-without-counter', detail: { service: 'skck', status: 'open' } },
  ],
  'bundle-too-long': [
    {
      ...smallPlan,
      services: [...smallPlan.services, ...nine],
      counters: smallPlan.counters.map((counter) =>
        counter.agency === 'polres'
          ? { ...counter, services: ['skck', ...nine.map(({ id }) => id)] }
          : counter,
      ),
      bundles: [{ ...smallPlan.bundles[0], services: nine.map(({ id }) => id) }],
    },
    { at: 'bundles[0].services', code: 'bundle-too-long', detail: { services: 9, most: 8 } },
  ],
  'issued-by-itself': [
    change('services', 0, { requirements: [requirement({ issuedBy: 'kk' })] }),
    {
      at: 'services[0].requirements[0].issuedBy',
      code: 'issued-by-itself',
      detail: { service: 'kk', requirement: 'kk' },
    },
  ],
  'after-itself': [
    change('services', 2, { after: ['skck'] }),
    { at: 'services[2].after[0]', code: 'after-itself', detail: { service: 'skck' } },
  ],
  'circle-of-services': [
    change('services', 0, { after: ['skck', 'ktp'] }),
    { at: 'services[1].after[0]', code: 'circle-of-services', detail: { circle: ['kk', 'ktp'] } },
  ],
  'unknown-time-zone': [
    { ...smallPlan, timeZone: 'Asia/Amlapura' },
    { at: 'timeZone', code: 'unknown-time-zone', detail: { timeZone: 'Asia/Amlapura' } },
  ],
  'span-backwards': [
    monday([{ from: 720, to: 720 }]),
    { at: 'hours.1[0]', code: 'span-backwards', detail: { from: 720, to: 720 } },
  ],
  'spans-overlap': [
    monday([
      { from: 480, to: 720 },
      { from: 700, to: 930 },
    ]),
    {
      at: 'hours.1[1]',
      code: 'spans-overlap',
      detail: { span: { from: 700, to: 930 }, before: { from: 480, to: 720 } },
    },
  ],
  'day-unreal': [
    change('holidays', 0, { day: '2027-02-30' }),
    { at: 'holidays[0].day', code: 'day-unreal', detail: { day: '2027-02-30' } },
  ],
  'periods-overlap': [
    {
      ...smallPlan,
      periods: [period('puasa', '2027-02-08', '2027-03-09'), period('libur', '2027-03-01', '2027-03-20')],
    },
    {
      at: 'periods[1].from',
      code: 'periods-overlap',
      detail: { from: '2027-03-01', to: '2027-03-09', first: 'periods[0]' },
    },
  ],
  'split-of-no-half': [
    { ...smallPlan, quotas: [{ ...quota, per: 'day', splitAt: 720 }] },
    { at: 'quotas[0].splitAt', code: 'split-of-no-half', detail: {} },
  ],
  'quiet-without-end': [
    {
      ...smallPlan,
      voice: {
        quiet: [
          { from: '22:00', to: '06:00' },
          { from: '12:00', to: '12:00' },
        ],
      },
    },
    { at: 'voice.quiet[1]', code: 'quiet-without-end', detail: { time: '12:00' } },
  ],
  'days-backwards': [
    { ...smallPlan, media: { files: [{ file: 'a.png', from: '2026-12-31', to: '2026-12-01' }] } },
    { at: 'media.files[0].to', code: 'days-backwards', detail: { from: '2026-12-31', to: '2026-12-01' } },
  ],
  'hours-without-end': [
    {
      ...smallPlan,
      media: { lines: [{ text: { id: 'Halo', en: 'Hello' }, hours: { from: '12:00', to: '12:00' } }] },
    },
    { at: 'media.lines[0].hours', code: 'hours-without-end', detail: { time: '12:00' } },
  ],
  'two-printers': [
    withPrinters({ kiosks: ['kios-a'] }, { kiosks: ['kios-b', 'kios-a'] }),
    {
      at: 'printers[1].kiosks[1]',
      code: 'two-printers',
      detail: { user: 'kiosk', id: 'kios-a', first: 'printers[0].kiosks[0]' },
    },
  ],
  'two-receptions': [
    withPrinters({ reception: true }, {}, { reception: true }),
    {
      at: 'printers[2].reception',
      code: 'two-receptions',
      detail: { first: 'printers[0].reception' },
    },
  ],
  'logo-not-png': [
    change('agencies', 0, { logo: 'logo.png' }),
    { at: 'agencies[0].logo', code: 'logo-not-png', detail: {} },
  ],
  'logo-too-large': [
    change('agencies', 0, { logo: pngOf(2_001, 10) }),
    { at: 'agencies[0].logo', code: 'logo-too-large', detail: { width: 2001, height: 10, most: 2000 } },
  ],
  'slip-logo-not-png': [
    withLogo(Buffer.from('GIF89a, which no slip shows, however long it may be').toString('base64')),
    { at: 'slip.logo', code: 'slip-logo-not-png', detail: {} },
  ],
  'slip-logo-too-large': [
    withLogo(pngOf(2001, 10)),
    { at: 'slip.logo', code: 'slip-logo-too-large', detail: { width: 2001, height: 10, most: 2000 } },
  ],
  'unknown-language': [
    { ...smallPlan, languages: ['id', 'qqx'], ...inLanguage('qqx') },
    { at: 'languages[1]', code: 'unknown-language', detail: { language: 'qqx' } },
  ],
  'default-language-missing': [
    { ...smallPlan, languages: ['en'] },
    { at: 'languages', code: 'default-language-missing', detail: { language: 'id' } },
  ],
  'text-missing': [
    { ...smallPlan, languages: ['id', 'ban'], ...inLanguage('ban'), address: smallPlan.address },
    { at: 'address', code: 'text-missing', detail: { language: 'ban' } },
  ],
}

/** All objects with texts in the small plan, with each text also in `language`. */
function inLanguage(language: string): object {
  const also = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(also)
    if (typeof value !== 'object' || value === null) return value
    const fields = Object.fromEntries(Object.entries(value).map(([key, field]) => [key, also(field)]))
    return 'id' in value && 'en' in value ? { ...fields, [language]: value.en } : fields
  }
  const { languages: _, ...rest } = smallPlan
  return Object(also(rest))
}
