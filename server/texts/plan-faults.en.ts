// What is wrong with a plan, in English.
import type { PlanFaultTexts } from './plan-faults.id.ts'
import { lookUp } from '../hall/look-up.ts'

const kinds: PlanFaultTexts['kinds'] = {
  agency: 'agency',
  zone: 'zone',
  place: 'place to wait',
  service: 'service',
  counter: 'counter',
  bundle: 'bundle',
  elsewhere: 'service elsewhere',
  'pause-reason': 'reason for a pause',
  'hold-reason': 'reason for a hold',
  'call-reason': 'reason for a call',
  'finish-reason': 'reason for an end',
  requirement: 'requirement',
  printer: 'printer',
  period: 'period',
  quota: 'quota',
}

const forms: PlanFaultTexts['forms'] = {
  id: 'small letters, digits and hyphens, at most 64 characters, like "ktp-baru"',
  day: 'a date like "2027-01-31"',
  prefix: 'one or two capital letters, like "A" or "SM"',
  language: 'a language code of two or three small letters, like "id"',
  time: 'a time of day like "07:30"',
  'plain-name': 'small letters, digits, hyphens and underscores, at most 64 characters, like "suara-ayu"',
}

const bounds: PlanFaultTexts['bounds'] = {
  minimum: (limit) => `must be at least ${limit}`,
  above: (limit) => `must be more than ${limit}`,
  maximum: (limit) => `must be at most ${limit}`,
  shortest: (limit) => `must have at least ${limit} characters`,
  longest: (limit) => `must have at most ${limit} characters`,
  fewest: (limit) => `must have at least ${limit} entries`,
  most: (limit) => `must have at most ${limit} entries`,
}

const types = {
  object: 'an object { }',
  array: 'a list [ ]',
  string: 'a text',
  number: 'a number',
  integer: 'a whole number',
  null: 'null',
}

const clock = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

export const en: PlanFaultTexts = {
  kinds,
  forms,
  bounds,
  sentences: {
    'wrong-type': ({ expected }) =>
      `must be ${expected.map((type) => lookUp(types, type) ?? type).join(' or ')}`,
    'field-missing': ({ field }) => `the field "${field}" is missing`,
    'field-unknown': ({ field }) => `there is no field "${field}"; remove it or correct its spelling`,
    'wrong-form': ({ form, pattern }) => `must have the form of ${form ? forms[form] : pattern}`,
    'out-of-range': ({ bound, limit }) => bounds[bound](limit),
    'value-unknown': ({ allowed }) => `must be one of ${allowed.map((value) => `"${value}"`).join(', ')}`,
    'part-empty': () => 'is empty; at least one is needed',
    'duplicate-id': ({ kind, id, first }) => `the ${kinds[kind]} id "${id}" is already used at ${first}`,
    'duplicate-label': ({ label, first }) => `the counter label "${label}" is already used at ${first}`,
    'duplicate-holiday': ({ day, first }) => `the holiday ${day} is already listed at ${first}`,
    'duplicate-day': ({ day, first }) => `the single day ${day} is already listed at ${first}`,
    'listed-twice': ({ id, first }) => `"${id}" is already listed at ${first}`,
    'unknown-id': ({ kind, id }) => `no ${kinds[kind]} has the id "${id}"`,
    'foreign-service': ({ service, agency, counterAgency }) =>
      `the service "${service}" belongs to the agency "${agency}", but this counter to "${counterAgency}"`,
    'prefix-shared': ({ prefix, agency, other, first }) =>
      `the prefix "${prefix}" cannot be used by the agency "${agency}": "${other}" uses it at ${first}`,
    'prefix-of-paper': ({ prefix }) =>
      `the prefix "${prefix}" is reserved for the emergency numbers on paper; choose another one`,
    'service-without-counter': ({ service, status }) =>
      `the service "${service}" is "${status}", but no counter serves it`,
    'bundle-too-long': ({ services, most }) =>
      `has ${services} services, but one visit can have at most ${most}`,
    'issued-by-itself': ({ service, requirement }) =>
      `the requirement "${requirement}" cannot be issued by the service "${service}" that asks for it`,
    'after-itself': ({ service }) => `the service "${service}" cannot come after itself`,
    'circle-of-services': ({ circle }) =>
      `these services wait for each other, so that none can come first: ${[...circle, circle[0]].join(' → ')}`,
    'unknown-time-zone': ({ timeZone }) =>
      `the time zone "${timeZone}" is unknown; use a name like "Asia/Makassar"`,
    'span-backwards': ({ from, to }) =>
      `the closing time ${clock(to)} must be after the opening time ${clock(from)}; hours end at midnight (24:00) at the latest`,
    'spans-overlap': ({ span, before }) =>
      `opens at ${clock(span.from)}, but the opening hours before it do not end until ${clock(before.to)}`,
    'periods-overlap': ({ from, to, first }) =>
      `from ${from} to ${to} the hours of ${first} already apply; a day can be in only one period`,
    'split-of-no-half': () =>
      'only a half-day quota is divided, at a quarter of an hour within the day (11:45, 12:00)',
    'day-unreal': ({ day }) => `the day ${day} does not exist`,
    'quiet-without-end': ({ time }) =>
      `the quiet time begins and ends at ${time}; it must end at another time`,
    'days-backwards': ({ from, to }) => `the last day ${to} is before the first day ${from}`,
    'hours-without-end': ({ time }) => `the hours begin and end at ${time}; they must end at another time`,
    'two-printers': ({ user, id, first }) =>
      `the ${user} "${id}" already prints at ${first}; a ${user} has one printer`,
    'two-receptions': ({ first }) => `the reception already has a printer at ${first}`,
    'logo-not-png': () => 'the logo must be a complete PNG picture as base64',
    'logo-too-large': ({ width, height, most }) =>
      `the logo has ${width} × ${height} pixels; at most ${most} a side are possible`,
    'slip-logo-not-png': () => 'the logo of the slip must be a complete PNG picture as base64',
    'slip-logo-too-large': ({ width, height, most }) =>
      `the logo of the slip has ${width} × ${height} pixels; at most ${most} a side are possible`,
    'unknown-language': ({ language }) => `the language "${language}" is unknown`,
    'default-language-missing': ({ language }) => `the language "${language}" must be among them`,
    'text-missing': ({ language }) => `the text in the language "${language}" is missing`,
  },
}
