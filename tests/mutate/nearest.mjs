// Which tests stand nearest to a file: few enough that a fault takes seconds.
/** @param {string[]} names */
const rules = (...names) => names.map((name) => `tests/rules/${name}.test.ts`)
/** @type {Record<string, string[] | undefined>} */
const room = {
  visit: ['visit', 'refer', 'hold', 'slip', 'waits', 'phase', 'call', 'hours-said'],
  counter: ['call', 'desk', 'undo', 'refer', 'hold', 'help', 'ending', 'agency-gone', 'day'],
  reception: ['reception', 'reception-steps', 'reopen', 'record'],
  service: ['service', 'phase', 'plan-people'],
  sound: ['sound', 'voice', 'clock', 'call'],
  day: ['day', 'day-of-hall', 'clock', 'reopened-day', 'record', 'numbers'],
  'plan-faults': ['plan-faults', 'plan-slip', 'plan-voice', 'media', 'karangasem'],
}
const all = [
  'call',
  'credit',
  'undo',
  'visit',
  'refer',
  'hold',
  'service',
  'phase',
  'desk',
  'day',
  'meant',
  'board',
  'media',
  'numbers',
  'help',
  'hours-said',
  'slip',
]

/** @param {string} file @returns {string[]} paths of test files */
export function nearest(file) {
  const [, top = '', inner = ''] = file.split('/')
  if (top === 'hall') return rules(...(room[inner] ?? all))
  if (top === 'live')
    return [
      'tests/live/',
      ...rules('board', 'hours-said', 'agency-gone'),
      'tests/property/one-answer.test.ts',
    ]
  if (top === 'access') return ['tests/access/']
  if (top === 'dispatch.ts')
    return ['tests/loop/dispatch.test.ts', 'tests/loop/leaps.test.ts', 'tests/loop/slow-store.test.ts']
  return []
}
