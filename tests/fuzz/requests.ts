// One request to one route: who asks, with what in address, headers and body. Most fit the document, some nearly.
import type { InjectOptions } from 'fastify'
import type { Route } from './document.ts'
import { fitting, odd, type Source, spoilt } from './values.ts'

/** The intention of a request: as documented, with one thing wrong, or with anything at all. */
type Manner = 'fits' | 'nearly' | 'odd'

export interface Made {
  readonly method: string
  readonly url: string
  readonly headers: Record<string, string>
  readonly payload?: string
}

/** What is known of the hall beyond its document. */
export interface Hints {
  /** A fitting body if the document can't describe it (the plan); otherwise undefined. */
  readonly body: (line: string) => unknown
  /** A fitting value of a query if chance would almost never find one; otherwise undefined. */
  readonly query: (line: string, name: string) => string | undefined
}

const LANGUAGES = [
  'id',
  'en',
  'en-GB,id;q=0.5',
  '*',
  'xx',
  'constructor',
  'in;q=0.1,__proto__',
  ';;;q=,',
  'q'.repeat(300),
] as const
const TYPES = [
  'application/json',
  'application/json; charset=utf-8',
  'text/plain',
  '///',
  'application/JSON',
] as const
const BROKEN = [
  '{',
  '[]',
  'null',
  '""',
  '{"a":1,"a":2}',
  '{"__proto__":{}}',
  '1e999',
  '[[[[[[[[',
  '\uFEFF{}',
] as const

/** Makes a request to `route`, without anybody's cookie; six of ten fit. */
export function requestTo(route: Route, source: Source, hints: Hints, meant?: Manner): Made {
  const { random } = source
  const manner =
    meant ??
    random.weighted<Manner>([
      [6, 'fits'],
      [3, 'nearly'],
      [1, 'odd'],
    ])
  const headers = headersOf(route, source, manner)
  const url = addressOf(route, source, manner, hints)
  if (route.body === null) return { method: route.method, url, headers }
  if (manner === 'odd' && random.oneIn(3)) {
    headers['content-type'] = random.pick(TYPES)
    return { method: route.method, url, headers, payload: random.pick(BROKEN) }
  }
  const fits = hints.body(route.line) ?? fitting(source, route.body)
  const body = manner === 'fits' ? fits : manner === 'nearly' ? spoilt(source, fits) : odd(source)
  headers['content-type'] = 'application/json'
  return { method: route.method, url, headers, payload: JSON.stringify(body) ?? '' }
}

/** In the form that inject takes. */
export function injected({ method, url, headers, payload }: Made): InjectOptions {
  const rest = payload === undefined ? {} : { payload }
  return { method, url, headers, ...rest } as InjectOptions
}

function addressOf({ line, path, parameters }: Route, source: Source, manner: Manner, hints: Hints): string {
  const { random, pool } = source
  const filled = path.replace(/([^/]+)\/\{(\w+)\}/g, (_all, before: string, name: string) => {
    const known = pool.one(random, name === 'id' ? before : name)
    const wrong = manner === 'odd' || random.oneIn(20)
    return `${before}/${encoded(wrong || known === undefined ? odd(source) : known)}`
  })
  const query = parameters
    .filter((one) => one.in === 'query' && (one.required || random.oneIn(2)))
    .map(({ name, schema }) => {
      const value = hints.query(line, name) ?? fitting(source, schema, name)
      return `${name}=${encoded(manner === 'fits' ? value : spoilt(source, value))}`
    })
  if (manner === 'nearly' && random.oneIn(6)) query.push(random.pick(['colour=red', 'q=a&q=b', '&&=', '%']))
  return query.length === 0 ? filled : `${filled}?${query.join('&')}`
}

/** Text for an address: an existing `%…` stays as it is, and half a surrogate can't be written there. */
function encoded(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '')
  return text.startsWith('%') ? text : encodeURIComponent(Buffer.from(text).toString())
}

function headersOf({ parameters }: Route, source: Source, manner: Manner): Record<string, string> {
  const { random } = source
  const headers: Record<string, string> = {}
  if (random.oneIn(2)) headers['accept-language'] = random.pick(LANGUAGES)
  const key = parameters.find((one) => one.in === 'header')
  if (key && (manner === 'fits' || random.oneIn(2)) && (key.required || random.oneIn(2)))
    headers[key.name.toLowerCase()] = random.oneIn(8) ? 'again' : `key-${random.int(2 ** 30)}`
  if (manner === 'odd' && random.oneIn(3))
    headers['origin'] = random.pick(['null', 'https://evil.example', 'x'])
  return headers
}
